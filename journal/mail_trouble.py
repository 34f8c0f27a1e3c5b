"""What is wrong when a mail does not go, in a sentence that says what to do."""

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

# What can go wrong while a mail goes, and is no mistake in this program.
TROUBLES = (smtplib.SMTPException, OSError, ValueError, ImproperlyConfigured)
# RFC 3463: a class, then what about it. Of these, an address does not mend by itself.
ENHANCED = re.compile(r"\b[245]\.(\d{1,3}\.\d{1,3})\b")
FOR_GOOD = {"1.1", "1.2", "1.3", "1.6", "1.10", "2.1"}
# Where no such number is given, what says the same of the address.
NOBODY = re.compile(
    r"\b(?:no such|unknown|does ?n[o’']t exist|not exist|not found|no mailbox|unrouteable"
    r"|mailbox unavailable|mailbox disabled|invalid (?:recipient|mailbox|address))\b",
    re.IGNORECASE,
)
# What is said of whoever sends, also in answer to whom it is to.
OF_THE_SENDER = re.compile(r"\b(?:sender|return[- ]path|mail from)\b", re.IGNORECASE)
OF_SIGNING_IN = re.compile(r"\b(?:authenticat\w*|starttls|sign in|log in)\b", re.IGNORECASE)
OF_RELAYING = re.compile(r"\brelay\w*\b", re.IGNORECASE)
SIGN_IN = 530  # RFC 4954


# Where a server that refuses an address gives what it holds against whoever sends.
OF_OUR_NAME = re.compile(
    r"\b(?:polic\w+|spam\w*|block\w*|black\w*|banned|reputation|spf|dkim|dmarc|dnsbl|rbl|dns|ptr|helo"
    r"|client host|your (?:ip|host|server|domain))\b",
    re.IGNORECASE,
)


class Unwritable(ValueError):
    """One mail that cannot be written, or given to a mail server as it is."""


@dataclass(frozen=True)
class Trouble:
    """`is_for_good`: the address takes no mail, now or later; only the mail server can say so, and
    only when it is asked about that address. `is_of_all`: it is not about this mail, so the next
    would not go either."""

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
    return Trouble(f"The mail server cannot be reached: {_text(said)}.", is_of_all=True)


def _of_all(says: str) -> Callable[[Exception], Trouble]:
    return lambda _: Trouble(says, is_of_all=True)


def _recipient(error: smtplib.SMTPRecipientsRefused) -> Trouble:
    """Of a refusal that is about the sender, too: many servers say it only here. It holds back no
    other mail, as it may be one recipient's server that says it."""
    code, text = next(iter(error.recipients.values()))
    said = _text(text)
    if advice := _advice_for_the_sender(code, said):
        return Trouble(f"The mail server does not take mail from here: {code} {said}. {advice}")
    for_good = _is_for_good(code, said)
    advice = " Check that it is spelled right." if for_good else ""
    return Trouble(f"The mail server does not take this address: {code} {said}.{advice}", for_good)


def _is_for_good(code: int, said: str) -> bool:
    if not 500 <= code < 600:
        return False
    named = ENHANCED.search(said)
    return named[1] in FOR_GOOD if named else bool(NOBODY.search(said))


def _advice_for_the_sender(code: int, said: str) -> str:
    if code == SIGN_IN or OF_SIGNING_IN.search(said):
        return "It wants a sign-in, over TLS: have user name and password in MAIL_URL."
    if OF_RELAYING.search(said):
        return (
            "It passes mail on only for those it knows: sign in, by MAIL_URL, or have it know us."
        )
    if OF_THE_SENDER.search(said):
        return "Set MAIL_FROM to an address it knows as yours."
    return "It has something against this server or its name." if OF_OUR_NAME.search(said) else ""


def _sender(error: smtplib.SMTPSenderRefused) -> Trouble:
    said = _text(error.smtp_error)
    advice = _advice_for_the_sender(error.smtp_code, said)
    return Trouble(
        f"The mail server does not take mail from {error.sender}: {error.smtp_code} {said}. "
        f"{advice or 'Set MAIL_FROM to an address it knows as yours.'}",
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
        f"The mail server does not offer what is needed: {_text(str(error))}. "
        "If it asks for no sign-in, leave user name and password out of MAIL_URL.",
        is_of_all=True,
    )


def _certificate(error: ssl.SSLCertVerificationError) -> Trouble:
    said = error.verify_message.rstrip(".")
    if "self" in said:
        advice = "It needs one from an authority that is known here, or ?tls=no on a server nearby."
    elif "match" in said:
        advice = "Use the name the certificate is for in MAIL_URL."
    else:
        advice = "Have it renewed, or known here."
    return Trouble(
        f"The mail server's certificate is not trusted: {said}. {advice}", is_of_all=True
    )


def _content(error: smtplib.SMTPDataError) -> Trouble:
    """Of this mail as a whole: the address was taken before."""
    return Trouble(f"The mail server did not take it: {_answer(error)}.")


def _answered(error: smtplib.SMTPResponseException) -> Trouble:
    if not 100 <= error.smtp_code < 600:
        return Trouble(
            f"What answers is no mail server: “{_text(error.smtp_error)}”. "
            "Check name and port in MAIL_URL.",
            is_of_all=True,
        )
    return Trouble(f"The mail server did not go on: {_answer(error)}.", is_of_all=True)


def _answer(error: smtplib.SMTPResponseException) -> str:
    return f"{error.smtp_code} {_text(error.smtp_error)}"


def _hung_up(error: smtplib.SMTPServerDisconnected) -> Trouble:
    """Which is also how a wait for an answer ends that has become too long."""
    if isinstance(error.__context__, TimeoutError):
        return SILENT
    return Trouble(
        "The mail server hung up before it had taken the mail. "
        "If this stays so, check the port and smtp:// or smtps:// in MAIL_URL."
    )


def _unwritable(error: Unwritable) -> Trouble:
    return Trouble(f"Upturn could not write this mail: {_text(str(error))}.")


def _not_spoken(error: Exception) -> Trouble:
    """Also what cannot be asked for: a host whose name is none, a challenge in no base64."""
    return Trouble(
        f"The mail server cannot be spoken to: {_text(str(error))}. "
        "Check name, user name and password in MAIL_URL.",
        is_of_all=True,
    )


def _no_folder(error: ImproperlyConfigured) -> Trouble:
    return Trouble(
        f"Mails cannot be written there: {_text(str(error))}. "
        "In MAIL_URL name a folder that this server may write to, as file:///var/mails.",
        is_of_all=True,
    )


def _text(said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return " ".join(words.split()).rstrip(".")


EXPLAINED: tuple[tuple[type[Exception], Callable], ...] = (
    (smtplib.SMTPRecipientsRefused, _recipient),
    (smtplib.SMTPSenderRefused, _sender),
    (smtplib.SMTPAuthenticationError, _sign_in),
    (smtplib.SMTPNotSupportedError, _not_offered),
    (smtplib.SMTPServerDisconnected, _hung_up),
    (smtplib.SMTPDataError, _content),
    (smtplib.SMTPResponseException, _answered),
    (smtplib.SMTPException, _not_spoken),
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
    (ImproperlyConfigured, _no_folder),
    (Unwritable, _unwritable),
    (ValueError, _not_spoken),
)
