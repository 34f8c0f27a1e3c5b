"""Sending by SMTP, as Django does, and hearing what the mail server answers.

Whatever mail is sent goes through `written`: its headers say what was meant.
"""

import smtplib
from functools import partial

from django.core.mail import EmailMessage
from django.core.mail.backends import filebased, smtp

from journal.mail_headers import WRITTEN, only_address
from journal.mail_trouble import Unwritable


def written(mail: EmailMessage, linesep: str = "\r\n") -> bytes:
    """Raises Unwritable, whatever it is that trips over this one mail."""
    try:
        return mail.message(policy=WRITTEN.clone(linesep=linesep)).as_bytes()
    except Exception as error:
        raise Unwritable(str(error) or type(error).__name__) from error


class _InUTF8(str):
    """User name and password, as RFC 4616 has them; the standard library knows ASCII alone."""

    def encode(self, *_) -> bytes:
        return super().encode("utf-8")


class _Connection:
    """Tells what the server said to the mail itself; sending alone keeps it to itself."""

    def __init__(self, *args, hear, **kwargs):
        self._hear = hear
        super().__init__(*args, **kwargs)

    def login(self, user, password, **options):
        return super().login(_InUTF8(user), _InUTF8(password), **options)

    def auth(self, mechanism, authobject, **options):
        def answer(*challenge):
            said = authobject(*challenge)
            return None if said is None else _InUTF8(said)

        return super().auth(mechanism, answer, **options)

    def data(self, msg):
        code, said = super().data(msg)
        self._hear(f"{code} {said.decode('utf-8', 'replace')}")
        return code, said


class _Plain(_Connection, smtplib.SMTP):
    pass


class _Encrypted(_Connection, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    """`answer` is what the mail server said to the last mail."""

    answer = ""

    @property
    def connection_class(self):
        return partial(_Encrypted if self.use_ssl else _Plain, hear=self._hear)

    def _hear(self, answer: str) -> None:
        self.answer = answer

    def _send(self, email_message: EmailMessage) -> bool:
        raw = written(email_message)
        sender = self.prep_address(email_message.from_email)
        recipients = [self.prep_address(each) for each in email_message.recipients()]
        self.connection.sendmail(sender, recipients, raw)
        return True

    def prep_address(self, address: str, **_) -> str:
        try:
            return only_address(address).addr_spec
        except ValueError as error:
            raise Unwritable(str(error)) from error

    def _close_connection(self, connection: smtplib.SMTP) -> None:
        """What it says to a goodbye changes nothing for the mails that it took."""
        try:
            connection.quit()
        except OSError:
            connection.close()


class FileBackend(filebased.EmailBackend):
    def write_message(self, message: EmailMessage) -> None:
        self.stream.write(written(message, linesep="\n") + b"\n" + b"-" * 79 + b"\n")
