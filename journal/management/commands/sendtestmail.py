from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email

from journal.mail_trouble import TROUBLES, trouble
from journal.reminders.mails import trial
from journal.reminders.posting import Post


class Command(BaseCommand):
    help = "Sends one mail, and says what the mail server answered or what is wrong."

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, *, address, **_):
        try:
            validate_email(address)
        except ValidationError as error:
            raise CommandError(f"{address} is no e-mail address.") from error
        try:
            with Post() as post:
                answer = post.send(trial(address))
        except TROUBLES as error:
            raise CommandError(trouble(error).says) from error
        if not settings.SENDS_MAIL:
            folder = settings.MAIL_GOES_TO
            self.stdout.write(f"Written to {folder}: no mail server is set. Set MAIL_URL to send.")
        else:
            self.stdout.write(f"Sent to {address}. The mail server answered: {answer}")
