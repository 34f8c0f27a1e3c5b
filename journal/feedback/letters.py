"""Letters that ask for written feedback, and what carries them. Pure: text in, text out."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.headerregistry import Address
from email.message import EmailMessage
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import quote

from journal.feedback import wording
from journal.mail_headers import WRITTEN, address_of

# LinkedIn takes 8,000 characters from a connection and 1,900 in an InMail, but 600 is about what
# a phone shows at once: a stranger reads that whole, and answers.
LINKEDIN_LIMIT = 600
SUBJECT_LIMIT = 150
# As Outlook and others on Windows take it, every sign as it stands in the link.
MAILTO_MAX_CHARACTERS = 1800
TITLES = {"dr", "frau", "herr", "mr", "mrs", "ms", "mx", "prof"}
DEPARTMENTS = {"team", "recruiting", "recruitment", "talent", "hr", "people"}


MOST_NAMED = 3


class Tone(StrEnum):
    WARM = "warm"
    PLAIN = "plain"
    BRIEF = "brief"


class Met(NamedTuple):
    """Somebody who interviewed me, and the kind of round it was."""

    name: str
    round: str = ""


class Occasion(StrEnum):
    ASK = "ask"
    NUDGE = "nudge"
    THANKS = "thanks"


@dataclass(frozen=True)
class LetterFacts:
    """What a letter is made from. Anything not known is left empty."""

    to: str = ""
    part: str = "recruiter"
    round: str = ""
    employer: str = ""
    role: str = ""
    sender: str = ""
    tone: Tone = Tone.WARM
    occasion: Occasion = Occasion.ASK
    short: bool = False
    call_offered: bool = False
    silent: bool = False
    asked: str = ""
    earlier_subject: str = ""
    panel: tuple[Met, ...] = ()
    rounds: tuple[str, ...] = ()

    @property
    def reader(self) -> str:
        """Who was in a round answers for it; everybody else passes the questions on."""
        return "interviewer" if self.part in {"interviewer", "hiring_manager"} else "recruiter"

    @property
    def kind(self) -> str:
        """What it is for, and to whom: a wording of my own serves one kind of letter alone."""
        is_asking = self.occasion is Occasion.ASK
        what = ("call" if self.call_offered else "") if is_asking else self.occasion.value
        return "_".join(filter(None, [self.reader, what]))


class Letter(NamedTuple):
    subject: str
    body: str


class Mailbox(NamedTuple):
    name: str
    address: str


def draft(facts: LetterFacts) -> Letter:
    facts = replace(
        facts,
        to=one_line(facts.to),
        employer=one_line(facts.employer),
        role=one_line(facts.role),
        sender=one_line(facts.sender),
        asked=one_line(facts.asked),
        earlier_subject=one_line(facts.earlier_subject),
        panel=tuple(Met(one_line(each.name), each.round) for each in facts.panel),
    )
    if facts.short:
        fitting = (_body(some) for some in _ever_less(facts))
        return Letter("", next(text for text in fitting if len(text) <= LINKEDIN_LIMIT))
    fitting = (_subject(some) for some in _ever_less(facts))
    return Letter(next(text for text in fitting if len(text) <= SUBJECT_LIMIT), _body(facts))


def _ever_less(facts: LetterFacts) -> Iterator[LetterFacts]:
    """The same facts, then with one long name after the other left out."""
    yield facts
    for name in ("panel", "rounds", "earlier_subject", "role", "employer", "to", "sender", "asked"):
        without: dict[str, Any] = {name: () if name in {"panel", "rounds"} else ""}
        facts = replace(facts, **without)
        yield facts


def _subject(facts: LetterFacts) -> str:
    if facts.occasion is not Occasion.ASK and facts.earlier_subject:
        return f"Re: {re.sub(r'^(re: *)+', '', facts.earlier_subject, flags=re.IGNORECASE)}"
    key = facts.occasion.value if facts.occasion is not Occasion.ASK else _reader_and_call(facts)
    return wording.SUBJECTS[key].format(**_parts(facts))


def _body(facts: LetterFacts) -> str:
    pieces = [_greeting(facts), _letter(facts), _goodbye(facts)]
    return "\n\n".join(filter(None, pieces))


def _greeting(facts: LetterFacts) -> str:
    return f"{wording.GREETINGS[facts.tone]} {called(facts.to)}".rstrip() + ","


def _letter(facts: LetterFacts) -> str:
    if facts.occasion is not Occasion.ASK:
        text = wording.LETTERS[f"{facts.occasion} {facts.tone}"]
    elif facts.short:
        text = wording.SHORT[f"{_reader_and_call(facts)} {facts.tone}"]
    else:
        text = wording.LETTERS[f"{_reader_and_call(facts)} {facts.tone}"]
    return text.format(**_parts(facts))


def _goodbye(facts: LetterFacts) -> str:
    if facts.short:
        return facts.sender
    goodbye = wording.GOODBYES[facts.tone]
    return f"{goodbye},\n{facts.sender}" if facts.sender else goodbye


def _reader_and_call(facts: LetterFacts) -> str:
    return f"{facts.reader} call" if facts.call_offered else facts.reader


def _parts(facts: LetterFacts) -> dict[str, str]:
    where, panel = _where(facts), people(facts.panel, facts.rounds)
    told, untold = wording.NEWS.get(f"{facts.reader} {facts.tone}", wording.NO_NEWS)
    return {
        "where": where,
        "round": round_called(facts.round),
        "about": wording.ABOUT[facts.reader].format(round=round_called(facts.round), where=where),
        "panel": panel,
        "news": (untold if facts.silent else told).format(where=where),
        "questions": wording.QUESTIONS,
        "earlier": f" of {facts.asked}" if facts.asked else "",
        "lines": wording.LINES[facts.reader].format(panel=panel),
    }


def round_called(kind: str) -> str:
    return wording.ROUNDS.get(kind, wording.ROUNDS["other"])


def people(panel: tuple[Met, ...], rounds: tuple[str, ...] = ()) -> str:
    """ "Maria Ortega (the coding round) and Jun Park"; nobody by name, but the rounds, where there
    are not too many."""
    told = {**wording.ROUNDS, **wording.TOLD_ROUNDS}
    named = [f"{name} ({told[kind]})" if kind in told else name for name, kind in panel]
    if 0 < len(named) <= MOST_NAMED:
        return _listed(named)
    met_in = [wording.TOLD_ROUNDS[kind] for kind in rounds if kind in wording.TOLD_ROUNDS]
    if 0 < len(met_in) <= MOST_NAMED:
        return f"{wording.PANEL} in {_listed(met_in)}"
    return wording.PANEL


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _where(facts: LetterFacts) -> str:
    """ " for the Staff Engineer role at Fernwood", with its own space, as far as it is known."""
    role = re.sub(r"\s+(role|position|job)$", "", facts.role, flags=re.IGNORECASE)
    for_the_role = f" for the {role} role" if role else ""
    at_the_employer = f" at {facts.employer}" if facts.employer else ""
    return for_the_role + at_the_employer


def one_line(text: str) -> str:
    """Fit for a header or a sentence: no line breaks, no control characters."""
    return " ".join(
        "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
        .replace("\ufeff", "")
        .split()
    )


def called(name: str) -> str:
    """What to call somebody: the first name, the whole where that is safer, "" for an address."""
    if "@" in name:
        return ""
    last, _, first = (part.strip() for part in name.partition(","))
    whole = f"{first} {last}".strip()
    words = (first or last).split()
    if not words:
        return ""
    titled = words[0].rstrip(".").casefold() in TITLES
    many = words[-1].casefold() in DEPARTMENTS
    return whole if titled or many or _is_no_first_name(words[0]) else words[0]


def _is_no_first_name(word: str) -> bool:
    """An initial, or what begins in small letters: "J.", "van"."""
    initials = word.replace(".", " ").split()
    return word[0].islower() or all(len(each) == 1 and each.isupper() for each in initials)


def offers_a_call(message: str) -> bool:
    """Whether a message seems to offer one: a call and an offer in the same sentence."""
    for sentence in re.split(r"[.!?\n]+", message.casefold()):
        call = re.search(r"\b(call|phone|zoom)\b", sentence)
        offer = re.search(r"\b(feedback|happy|glad|helpful|would you like|let me know)\b", sentence)
        if call and offer:
            return True
    return False


class Mailto(str):
    __slots__ = ()

    @property
    def is_too_long(self) -> bool:
        return len(self) > MAILTO_MAX_CHARACTERS


def mailto(letter: Letter, to: Mailbox) -> Mailto:
    """A link that opens the letter in one's own mail program (RFC 6068)."""
    body = letter.body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    address = quote(one_line(to.address), safe="@")
    link = f"mailto:{address}?subject={quote(one_line(letter.subject), safe='')}" + (
        f"&body={quote(body, safe='')}"
    )
    return Mailto(link)


def eml(letter: Letter, sender: Mailbox, to: Mailbox) -> bytes:
    """The letter as a file that a mail program opens for sending (`X-Unsent`)."""
    message = EmailMessage(policy=WRITTEN)
    message["X-Unsent"] = "1"
    for header, mailbox in (("From", sender), ("To", to)):
        if address := _address(mailbox):
            message[header] = address
    message["Subject"] = one_line(letter.subject)
    message.set_content(letter.body, cte="quoted-printable")
    return message.as_bytes()


def _address(mailbox: Mailbox) -> Address | None:
    """As a header takes it; None where the address is missing or not one."""
    try:
        return address_of(one_line(mailbox.name), one_line(mailbox.address))
    except ValueError:
        return None
