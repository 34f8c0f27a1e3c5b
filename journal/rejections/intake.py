"""A rejection mail, read: what it says about itself, and nothing it does not."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from journal.rejections.mail.employer import employer_in
from journal.rejections.mail.parts import Mail, decoded, storable, take_apart
from journal.rejections.mail.quotes import answered
from journal.rejections.mail.role import role_in
from journal.rejections.mail.stage import stage_in
from journal.rejections.mail.threads import theirs

LARGEST = 2 * 1024 * 1024
BEGIN, END = 12_000, 3_000  # letters
ENDLESS = re.compile(r"\S{200,}")


@dataclass(frozen=True)
class Intake:
    """`received_on` is the day in the mail's own offset; `stage` one of Rejection.STAGES. What the
    mail does not tell is "" or None. `text` is what was written, without the threads below it."""

    employer: str = ""
    role: str = ""
    received_on: date | None = None
    sender: str = ""
    stage: str = ""
    text: str = ""


def read(raw: bytes) -> Intake:
    """Never raises; what it cannot take apart, or finds no words in, it gives back whole, as text.

    Of more than 2 MB the first 2 MB are read.
    """
    raw = raw[:LARGEST]
    whole = storable(decoded(raw))
    with suppress(Exception):
        intake = _understood(theirs(take_apart(raw)))
        return intake if intake.text.strip() else replace(intake, text=whole)
    return Intake(text=whole)


def _understood(mail: Mail) -> Intake:
    mail = replace(mail, text=storable(mail.text), subject=storable(mail.subject))
    thread = _of_honest_length(storable(mail.thread))
    short = replace(mail, text=_of_honest_length(mail.text), thread=thread)
    employer = employer_in(short)
    return Intake(
        employer=employer,
        role=role_in(short.subject, short.text, employer)
        or role_in("", answered(short.text, short.thread), employer),
        received_on=mail.sent_on,
        sender=storable(mail.address),
        stage=stage_in(f"{short.subject}\n\n{short.text}"),
        text=mail.text,
    )


def _of_honest_length(text: str) -> str:
    """What is looked through: its begin and its end, without words of a thousand letters."""
    if len(text) > BEGIN + END:
        text = f"{text[:BEGIN]}\n\n{text[-END:]}"
    return ENDLESS.sub("", text)
