"""One mail to the mail server, and whether it can have been taken where no answer says so."""

import smtplib
from contextlib import suppress
from dataclasses import dataclass

from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend

from journal.mail_trouble import TROUBLES, trouble


class NotTaken(Exception):
    """Proven: the mail server said no, or was never given the mail. Says why, in a sentence."""


class OutcomeUnknown(Exception):
    """It was given to the mail server, and no answer came. `left_out`: as in Taken."""

    def __init__(self, left_out: frozenset[str]):
        super().__init__()
        self.left_out = left_out


@dataclass(frozen=True)
class Taken:
    """`answer` is None where the mail was written to a file; `left_out` are the addresses, but for
    the first, that the mail server did not take."""

    answer: str | None
    left_out: frozenset[str] = frozenset()


def transfer(mail: EmailMessage) -> Taken:
    """Raises NotTaken or OutcomeUnknown."""
    mailer = mailers.default
    try:
        mailer.open()
        mailer.send_messages([mail])
    except TROUBLES as error:
        if _may_have_been_taken(mailer, error):
            raise OutcomeUnknown(_left_out(mailer)) from error
        raise NotTaken(trouble(error).says) from error
    finally:
        with suppress(*TROUBLES):
            mailer.close()
    return Taken(getattr(mailer, "answer", None), _left_out(mailer))


def _left_out(mailer: BaseEmailBackend) -> frozenset[str]:
    return frozenset(getattr(mailer, "left_out", ()))


def _may_have_been_taken(mailer: BaseEmailBackend, error: Exception) -> bool:
    """No only where it was never offered, or where the answer to it says so."""
    if not getattr(mailer, "was_offered", False):
        return False
    said_no = isinstance(error, smtplib.SMTPDataError) and 400 <= error.smtp_code < 600
    return not said_no
