from django.apps import AppConfig
from django.core import checks

from config.checks import explain_mistakes


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self):
        checks.register(explain_mistakes)
