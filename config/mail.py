"""Sending by SMTP, as Django does, and hearing what the mail server answers.

Whatever mail is sent goes through `written`: its headers say what was meant.
"""

import smtplib
import socket
from contextlib import contextmanager, suppress
from functools import partial
from threading import Timer

from django.core.mail import EmailMessage
from django.core.mail.backends import filebased, smtp

from journal.mail_headers import WRITTEN, only_address
from journal.mail_trouble import Unwritable

# Each answer may take the mail server as long as `timeout` says; all together no longer than this:
# to connect and sign in, then again for each mail.
LONGEST_SECONDS = 45
TAKEN = (250, 251)


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
    """Tells its backend what sending alone keeps to itself."""

    def __init__(self, *args, backend, **kwargs):
        self._backend = backend
        self._recipients = 0
        backend.wire = self
        super().__init__(*args, **kwargs)

    def login(self, user, password, **options):
        return super().login(_InUTF8(user), _InUTF8(password), **options)

    def auth(self, mechanism, authobject, **options):
        def answer(*challenge):
            said = authobject(*challenge)
            return None if said is None else _InUTF8(said)

        return super().auth(mechanism, answer, **options)

    def mail(self, sender, options=()):
        self._recipients = 0
        return super().mail(sender, options)

    def rcpt(self, recip, options=()):
        """Where the first is refused, nothing goes: the others get copies of what went to them."""
        code, said = super().rcpt(recip, options)
        self._recipients += 1
        if code not in TAKEN:
            if self._recipients == 1:
                self._rset()
                raise smtplib.SMTPRecipientsRefused({recip: (code, said)})
            self._backend.left_out.append(recip)
        return code, said

    def data(self, msg):
        self._backend.was_offered = True
        code, said = super().data(msg)
        self._backend.answer = f"{code} {said.decode('utf-8', 'replace')}"
        return code, said

    def cut_off(self) -> None:
        """Whoever waits for its answer is told that the connection has ended."""
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


class _Plain(_Connection, smtplib.SMTP):
    pass


class _Encrypted(_Connection, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    """Of the last mail: `answer` is what the mail server said to it, `was_offered` whether it may
    have begun to take it, `left_out` to whom of its recipients, but the first, it does not go."""

    answer = ""
    was_offered = False
    wire: _Connection | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.left_out: list[str] = []

    @property
    def connection_class(self):
        return partial(_Encrypted if self.use_ssl else _Plain, backend=self)

    def open(self):
        if self.connection:
            return False
        with self._in_time():
            return super().open()

    def _send(self, email_message: EmailMessage) -> bool:
        self.answer, self.was_offered, self.left_out = "", False, []
        raw = written(email_message)
        sender = self.prep_address(email_message.from_email)
        recipients = [self.prep_address(each) for each in email_message.recipients()]
        with self._in_time():
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

    @contextmanager
    def _in_time(self):
        timer = Timer(LONGEST_SECONDS, self._cut_off)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _cut_off(self) -> None:
        if self.wire is not None:
            self.wire.cut_off()


class FileBackend(filebased.EmailBackend):
    def write_message(self, message: EmailMessage) -> None:
        self.stream.write(written(message, linesep="\n") + b"\n" + b"-" * 79 + b"\n")
