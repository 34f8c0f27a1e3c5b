"""One connection to the mail server, kept for many mails."""

from contextlib import suppress

from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend

from journal.mail_trouble import TROUBLES


class Post:
    """Opened by the first mail, and anew by the next one after a trouble."""

    def __init__(self):
        self._mailer: BaseEmailBackend | None = None

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *_) -> None:
        self.hang_up()

    def send(self, mail: EmailMessage) -> str | None:
        """What the mail server answered; None where the mail was written to a file.

        Raises what is in TROUBLES.
        """
        try:
            mailer = self._opened()
            mailer.send_messages([mail])
        except TROUBLES:
            self.hang_up()
            raise
        return getattr(mailer, "answer", None)

    def _opened(self) -> BaseEmailBackend:
        if self._mailer is None:
            self._mailer = mailers.default
            self._mailer.open()
        return self._mailer

    def hang_up(self) -> None:
        """Whatever became of the connection, the next mail begins a new one."""
        if self._mailer is not None:
            with suppress(*TROUBLES):
                self._mailer.close()
        self._mailer = None
