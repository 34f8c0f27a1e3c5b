"""What the mail of a person's day holds: what is owed to them, as they wish it told."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db import DatabaseError

from accounts.models import User
from accounts.wishes import Kind
from journal.dates import counted, in_words
from journal.interviews.brief import brief
from journal.path.owed import a_few, owed
from journal.path.rest import resting
from journal.path.thing import Days, Owed
from journal.practice.models import Problem
from journal.reminders.lines import Line, told, told_plainly
from journal.reminders.models import Delivery

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Digest:
    """`is_all`: nothing else is owed on that day."""

    person: User
    things: tuple[Owed, ...]
    is_all: bool = True

    @property
    def kinds(self) -> list[str]:
        return [thing.kind for thing in self.things]

    @cached_property
    def lines(self) -> list[Line]:
        if self.person.mail_titles:
            return [told(thing, self._worth_solving(thing)) for thing in self.things]
        return [told_plainly(kind, self._of(kind)) for kind in dict.fromkeys(self.kinds)]

    def _worth_solving(self, thing: Owed) -> list[Problem]:
        """What the brief of an interview says is worth solving before it."""
        if thing.interview is None:
            return []
        return brief(self.person.interviews.get(pk=thing.interview), thing.on).problems

    def _of(self, kind: str) -> list[Owed]:
        return [thing for thing in self.things if thing.kind == kind]

    @property
    def subject(self) -> str:
        """It gives nothing away, unless they prefer that it tells."""
        if not self.person.mail_subject_tells:
            return f"Upturn: {counted(len(self.things), 'thing')} today"
        first, more = self.lines[0].title, len(self.lines) - 1
        return f"Upturn: {first}" + (f", and {in_words(more)} more" if more else "")


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
    still, told = resting(days), _told_before(_with_an_interview(days, found))
    made = {}
    for key, things in found.items():
        person, today = days[key]
        wanted = [
            thing
            for thing in things
            if _is_wanted(thing, person, today, at_rest=key in still, was_told=key in told)
        ]
        few = tuple(a_few(wanted))
        made[key] = Digest(person, few, is_all=len(few) == len(things))
    return {key: digest for key, digest in made.items() if digest.things}


def _with_an_interview(days: Days, found: dict[int, list[Owed]]) -> Days:
    """Those who have one on their very day."""
    return {
        key: days[key]
        for key, things in found.items()
        if any(thing.kind == Kind.INTERVIEW and thing.on == days[key][1] for thing in things)
    }


def _told_before(days: Days) -> set[int]:
    """Those whose mail of the day before brought an interview."""
    if not days:
        return set()
    before = {on - timedelta(days=1) for _, on in days.values()}
    rows = Delivery.objects.gone().filter(owner__in=days, day__in=before)
    return {
        owner
        for owner, day, kinds in rows.values_list("owner", "day", "kinds")
        if Kind.INTERVIEW in kinds and day == days[owner][1] - timedelta(days=1)
    }


def _is_wanted(thing: Owed, person: User, today: date, *, at_rest: bool, was_told: bool) -> bool:
    """Of an interview the mail before its day tells, or where none did, the one on its day."""
    if thing.kind not in person.mail_kinds:
        return False
    if thing.kind == Kind.INTERVIEW:
        is_near = thing.on <= today + timedelta(days=1)
        return is_near and not (thing.on == today and was_told)
    return not at_rest
