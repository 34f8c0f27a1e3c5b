"""One connection to the mail server, kept for many mails."""

from contextlib import suppress

from django.core.mail import EmailMessage, mailers

from journal.mail_trouble import TROUBLES


class Post:
    """Opened by the first mail, and anew by the next one after a trouble."""

    def __init__(self):
        self._mailer = mailers.default
        self._is_open = False

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *_) -> None:
        self.hang_up()

    def send(self, mail: EmailMessage) -> str:
        """What the mail server answered. Raises what is in TROUBLES."""
        try:
            if not self._is_open:
                self._mailer.open()
                self._is_open = True
            self._mailer.send_messages([mail])
        except TROUBLES:
            self.hang_up()
            raise
        return getattr(self._mailer, "answer", "")

    def hang_up(self) -> None:
        """Whatever became of the connection, the next mail begins a new one."""
        with suppress(*TROUBLES):
            self._mailer.close()
        self._mailer = mailers.default
        self._is_open = False
