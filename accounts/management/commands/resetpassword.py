from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.urls import reverse

from accounts.models import User


class Command(BaseCommand):
    help = "Prints a link with which a person chooses a new password. It works once."

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, address, **_):
        try:
            person = User.objects.get_by_natural_key(address)
        except User.DoesNotExist:
            raise CommandError(f"Nobody here has the address {address}.") from None
        key = [user_pk_to_url_str(person), default_token_generator.make_token(person)]
        path = reverse("account_reset_password_from_key", args=key)
        self.stdout.write(f"{settings.SITE_URL}{path}")
