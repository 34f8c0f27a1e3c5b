import os
import sys
from io import StringIO

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.urls import reverse

from accounts import founding
from config import static
from config.processes import end_when_told, run_together


class Command(BaseCommand):
    help = "Brings the data up to date, then serves and reminds until told to stop."

    def handle(self, **_):
        end_when_told()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("purgetrash", stdout=StringIO())
        static.collect()
        self.greet()
        os.environ["EXPECTS_WORKER"] = "yes"
        sys.exit(run_together(server(), worker()))

    def greet(self) -> None:
        self.stdout.write(
            f"Upturn is at {settings.SITE_URL}/ and keeps its data in {settings.DATA_DIR}."
        )
        if not founding.nobody_is_here():
            founding.forget_token()
        elif settings.ON_LOOPBACK:
            self.stdout.write("Open it in a browser and make your journal.")
        else:
            link = settings.SITE_URL + reverse("accounts:welcome", args=[founding.token()])
            self.stdout.write(f"Make your journal with this link, which works once:\n{link}")
        self.stdout.flush()


def worker() -> list[str]:
    return [sys.executable, "manage.py", "worker"]


def server() -> list[str]:
    """No access log: an address says which page of a journal was read, and when."""
    return [
        *(sys.executable, "-m", "gunicorn", "config.wsgi"),
        *("--bind", settings.LISTENS_ON),
        *("--worker-class", "gthread"),
        *("--workers", str(settings.WORKERS)),
        *("--threads", "8"),
        *("--graceful-timeout", "8"),
        *("--log-level", "warning"),
        "--no-control-socket",
    ]
