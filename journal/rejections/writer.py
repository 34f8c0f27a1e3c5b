"""Who wrote a mail, where that is a person with an address of their own. Pure."""

import re
from contextlib import suppress
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from journal.rejections.intake import LARGEST
from journal.rejections.mail.addresses import ANYBODYS, is_a_system
from journal.rejections.mail.names import squeezed
from journal.rejections.mail.parts import Mail, take_apart
from journal.rejections.mail.senders import PERSON_AT, is_a_person
from journal.rejections.mail.signature import TITLE_WORDS
from journal.rejections.mail.threads import theirs

LONGEST = 200
# As `squeezed` spells it.
NOT_ANSWERED = re.compile(
    r"no(?:t)?reply|naoresp|noresp|nepasrep|nichtantwort|keineantwort|nonrispond|nietantwoord|svarainte"
)
# A team, in words that systems do not use: "Reclutamiento Palmera".
TEAM = re.compile(
    r"\b(?:reclutamiento|recrutamento|equip[eo]|équipe|team|service)\b", re.IGNORECASE
)
BACKWARDS = re.compile(r"([^\s,]+), ([^\s,]+)")


@dataclass(frozen=True)
class Writer:
    name: str
    address: str


def writer_of(raw: bytes) -> Writer | None:
    """Nobody where a system or a team writes, or none is named. Never raises."""
    with suppress(Exception):
        return _writer(theirs(take_apart(raw[:LARGEST])))
    return None


def _writer(mail: Mail) -> Writer | None:
    name, address = _name(mail.name), mail.address.lower()
    is_somebody = is_a_person(mail) and not (TITLE_WORDS.search(name) or TEAM.search(name))
    is_answered = not NOT_ANSWERED.search(squeezed(f"{name} {address.partition('@')[0]}"))
    if name and is_somebody and is_answered and _is_ones_own(address):
        return Writer(name, address)
    return None


def _name(said: str) -> str:
    """ "Okafor, Ines" and "Ines from Fernwood" are called by their name."""
    name = " ".join(PERSON_AT.sub("", said.encode("utf-8", "ignore").decode()).split())
    return BACKWARDS.sub(r"\2 \1", name)[:LONGEST].strip(" -|,('\"")


def _is_ones_own(address: str) -> bool:
    with suppress(ValidationError):
        validate_email(address)
        words = re.split(r"[._+-]", address.partition("@")[0])
        shared = ANYBODYS.match(address.partition("@")[0].partition("+")[0])
        return not (shared or is_a_system(address) or all(map(ANYBODYS.match, words)))
    return False
