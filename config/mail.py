"""Sending by SMTP, as Django does, and hearing what the mail server answers."""

import smtplib
from functools import partial

from django.core.mail.backends import smtp


class _Heard:
    """Tells what the server said to the mail itself; sending alone keeps it to itself."""

    def __init__(self, *args, hear, **kwargs):
        self._hear = hear
        super().__init__(*args, **kwargs)

    def data(self, msg):
        code, said = super().data(msg)
        self._hear(f"{code} {said.decode('utf-8', 'replace')}")
        return code, said


class _Plain(_Heard, smtplib.SMTP):
    pass


class _Encrypted(_Heard, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    """`answer` is what the mail server said to the last mail."""

    answer = ""

    @property
    def connection_class(self):
        return partial(_Encrypted if self.use_ssl else _Plain, hear=self._hear)

    def _hear(self, answer: str) -> None:
        self.answer = answer
