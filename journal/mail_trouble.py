"""What is wrong when a mail does not go, in a sentence that says what to do: pure."""

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

# What can go wrong while a mail goes, and is no mistake in this program.
TROUBLES = (smtplib.SMTPException, OSError, ValueError)
# RFC 3463: the second number is about whom it is to (1), or their mailbox (2).
ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.\d{1,3}\b")


@dataclass(frozen=True)
class Trouble:
    """`is_for_good`: the address takes no mail, now or later. `is_of_all`: it is not about this
    mail, so the next would not go either."""

    says: str
    is_for_good: bool = False
    is_of_all: bool = False


SILENT = Trouble(
    "The mail server did not answer in time. Check name and port in MAIL_URL.", is_of_all=True
)


def trouble(error: Exception) -> Trouble:
    for kind, tell in EXPLAINED:
        if isinstance(error, kind):
            return tell(error)
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Trouble(f"The mail server cannot be reached: {said}.", is_of_all=True)


def _of_all(says: str) -> Callable[[Exception], Trouble]:
    return lambda _: Trouble(says, is_of_all=True)


def _recipient(error: smtplib.SMTPRecipientsRefused) -> Trouble:
    code, text = next(iter(error.recipients.values()))
    said = _text(text)
    for_good = 500 <= code < 600 and _is_about_them(said)
    advice = " Check that it is spelled right." if for_good else ""
    return Trouble(f"The mail server does not take this address: {code} {said}.{advice}", for_good)


def _is_about_them(said: str) -> bool:
    """A refusal that names no reason counts as one of the address; one of policy (5.7) does not."""
    named = ENHANCED.search(said)
    return named is None or named[2] in {"1", "2"}


def _sender(error: smtplib.SMTPSenderRefused) -> Trouble:
    said = _text(error.smtp_error)
    return Trouble(
        f"The mail server does not take mail from {error.sender}: {error.smtp_code} {said}. "
        "Set MAIL_FROM to an address it knows as yours.",
        is_of_all=True,
    )


def _sign_in(error: smtplib.SMTPAuthenticationError) -> Trouble:
    said = _text(error.smtp_error)
    return Trouble(
        f"The mail server refused the user name and password: {error.smtp_code} {said}. "
        "Check them in MAIL_URL; what has special characters is percent-encoded there.",
        is_of_all=True,
    )


def _not_offered(error: smtplib.SMTPNotSupportedError) -> Trouble:
    if "STARTTLS" in str(error):
        return Trouble(
            "The mail server offers no TLS at this port. "
            "In MAIL_URL use smtps:// and its port for TLS, or add ?tls=no for a server nearby.",
            is_of_all=True,
        )
    return Trouble(
        f"The mail server does not offer what is needed: {error}. "
        "If it asks for no sign-in, leave user name and password out of MAIL_URL.",
        is_of_all=True,
    )


def _certificate(error: ssl.SSLCertVerificationError) -> Trouble:
    return Trouble(
        f"The mail server's certificate is not trusted: {error.verify_message}. "
        "Use the name the certificate is for in MAIL_URL.",
        is_of_all=True,
    )


def _answered(error: smtplib.SMTPResponseException) -> Trouble:
    said = _text(error.smtp_error)
    named = ENHANCED.search(said)
    for_good = 500 <= error.smtp_code < 600 and named is not None and named[2] in {"1", "2"}
    return Trouble(f"The mail server did not take it: {error.smtp_code} {said}.", for_good)


def _hung_up(error: smtplib.SMTPServerDisconnected) -> Trouble:
    """Which is also how a wait for an answer ends that has become too long."""
    if isinstance(error.__context__, TimeoutError):
        return SILENT
    return Trouble(
        "The mail server hung up before it had taken the mail. "
        "If this stays so, check the port and smtp:// or smtps:// in MAIL_URL."
    )


def _unwritable(error: ValueError) -> Trouble:
    return Trouble(f"No mail can be written to this address: {error}.", is_for_good=True)


def _text(said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return " ".join(words.split()).rstrip(".")


EXPLAINED: tuple[tuple[type[Exception], Callable], ...] = (
    (smtplib.SMTPRecipientsRefused, _recipient),
    (smtplib.SMTPSenderRefused, _sender),
    (smtplib.SMTPAuthenticationError, _sign_in),
    (smtplib.SMTPNotSupportedError, _not_offered),
    (smtplib.SMTPServerDisconnected, _hung_up),
    (
        smtplib.SMTPConnectError,
        lambda error: Trouble(_answered(error).says, is_of_all=True),
    ),
    (smtplib.SMTPResponseException, _answered),
    (ssl.SSLCertVerificationError, _certificate),
    (
        ssl.SSLError,
        _of_all(
            "The mail server does not speak TLS from the start at this port. "
            "In MAIL_URL use smtp:// and its port for that, most often 587."
        ),
    ),
    (
        socket.gaierror,
        _of_all("No mail server of this name is known. Check the name in MAIL_URL."),
    ),
    (
        ConnectionRefusedError,
        _of_all("Nothing listens at the mail server's port. Check the port in MAIL_URL."),
    ),
    (TimeoutError, lambda _: SILENT),
    (ValueError, _unwritable),
)
