"""What the mail of a person's day holds: what is owed to them, as they wish it told."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import DatabaseError

from accounts.models import User
from accounts.wishes import Kind
from journal.dates import counted, in_words
from journal.path.owed import owed
from journal.path.rest import resting
from journal.path.thing import Owed
from journal.reminders.links import full

log = logging.getLogger(__name__)

PLAIN = {
    Kind.ASK: "Ask for written feedback",
    Kind.NUDGE: "Ask for feedback once more",
    Kind.LOOK_BACK: "A day you wanted to look back",
}


@dataclass(frozen=True)
class Line:
    """`url` is a full address; `each` a title and one for every single one, where titles are
    wanted."""

    title: str
    why: str
    action: str
    url: str
    each: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Digest:
    person: User
    things: tuple[Owed, ...]

    @property
    def kinds(self) -> list[str]:
        return [thing.kind for thing in self.things]

    @property
    def lines(self) -> list[Line]:
        return [told(thing, self.person.mail_titles) for thing in self.things]

    @property
    def subject(self) -> str:
        """It gives nothing away, unless they prefer that it tells."""
        if not self.person.mail_subject_tells:
            return f"Upturn: {counted(len(self.things), 'thing')} today"
        first, more = self.lines[0].title, len(self.things) - 1
        return f"Upturn: {first}" + (f", and {in_words(more)} more" if more else "")


def told(thing: Owed, titles: bool) -> Line:
    url = full(thing.url)
    if titles:
        why = _minutes(thing) if thing.each else thing.why
        each = tuple((title, full(path)) for title, path in thing.each)
        return Line(thing.title, why, thing.action, url, each)
    return Line(_plain(thing), _minutes(thing) if thing.each else "", thing.action, url)


def _plain(thing: Owed) -> str:
    if thing.kind == Kind.INTERVIEW:
        return f"An interview on {thing.on:%A}"
    return PLAIN.get(Kind(thing.kind), thing.title)


def _minutes(thing: Owed) -> str:
    return f"About {thing.minutes} minutes"


def digests(people: Iterable[User], now: datetime) -> dict[int, Digest]:
    """By the person's key, of those to whom something is owed; one query a kind.

    Should one journal trip it, the others are looked at one by one: it holds nobody's mail back.
    """
    people = list(people)
    try:
        return _digests(people, now)
    except DatabaseError:
        raise
    except Exception:
        if len(people) == 1:
            log.exception("What is owed to person %s cannot be told.", people[0].pk)
            return {}
    return {key: found for each in people for key, found in digests([each], now).items()}


def _digests(people: Sequence[User], now: datetime) -> dict[int, Digest]:
    days = {person.pk: (person, person.day_of(now)) for person in people}
    found = owed(people, lambda person: days[person.pk][1])
    still = resting(days)
    wanted = {
        key: tuple(thing for thing in things if _is_wanted(thing, *days[key], key in still))
        for key, things in found.items()
    }
    return {key: Digest(days[key][0], things) for key, things in wanted.items() if things}


def _is_wanted(thing: Owed, person: User, today: date, at_rest: bool) -> bool:
    if thing.kind not in person.mail_kinds:
        return False
    if thing.kind == Kind.INTERVIEW:
        return _is_the_time_for_it(thing, person, today)
    return not at_rest


def _is_the_time_for_it(thing: Owed, person: User, today: date) -> bool:
    """The day before; on the day itself where no mail was wanted the day before."""
    if thing.on == today:
        return not person.mail_days.wants(today - timedelta(days=1))
    return True
