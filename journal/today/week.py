"""The last seven days, as a person would want to look back at them: what came, what was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse

from accounts.models import User
from journal.gaps.models import Evidence

DAYS = 7


@dataclass(frozen=True)
class Found:
    """What one heading holds: a name, and where it is."""

    heading: str
    rows: list[tuple[str, str]]


@dataclass(frozen=True)
class Week:
    first: date
    last: date
    found: list[Found]


def week(person: User) -> Week:
    last = person.today()
    first = last - timedelta(days=DAYS - 1)
    since = datetime.combine(first, time(person.day_starts), person.zone)
    found = [each for each in _all(person, first, since) if each.rows]
    return Week(first, last, found)


def _all(person: User, first: date, since: datetime) -> Iterator[Found]:
    yield Found("What came", _what_came(person, first, since))
    yield Found("What they wrote back", _feedback(person, first))
    yield Found("Gaps that came up", _gaps(person, since))
    yield Found("Solved again", _solved(person, first))
    yield Found("Done", _done(person, first))
    yield Found("Moved on", _moved_on(person, first))


def _what_came(person: User, first: date, since: datetime) -> list[tuple[str, str]]:
    rows = person.rejections.filter(created_at__gte=since, told_on__gte=first)
    rows = rows.select_related("interview__employer").order_by("told_on", "pk")
    return [(row.interview.employer.name, reverse("path:page", args=[row.pk])) for row in rows]


def _feedback(person: User, first: date) -> list[tuple[str, str]]:
    rows = person.feedback.told().filter(received_on__gte=first)
    rows = rows.select_related("interview__employer").order_by("received_on", "pk")
    return [
        (row.interview.employer.name, reverse("interviews:detail", args=[row.interview_id]))
        for row in rows
    ]


def _gaps(person: User, since: datetime) -> list[tuple[str, str]]:
    came_up = Evidence.objects.filter(owner=person, created_at__gte=since).values("gap")
    rows = person.gaps.gaps().filter(pk__in=came_up).order_by("name_key")
    return [(row.name, reverse("gaps:detail", args=[row.pk])) for row in rows]


def _solved(person: User, first: date) -> list[tuple[str, str]]:
    rows = person.problems.filter(solved_on__gte=first).order_by("solved_on", "pk")
    return [(row.title, reverse("practice:problem", args=[row.pk])) for row in rows]


def _done(person: User, first: date) -> list[tuple[str, str]]:
    rows = person.actions.filter(done_on__gte=first).select_related("gap")
    return [
        (row.text, reverse("gaps:detail", args=[row.gap_id])) for row in rows.order_by("done_on")
    ]


def _moved_on(person: User, first: date) -> list[tuple[str, str]]:
    rows = person.rejections.filter(closed_on__gte=first, kept=False)
    rows = rows.select_related("interview__employer").order_by("closed_on", "pk")
    return [(row.interview.employer.name, reverse("path:page", args=[row.pk])) for row in rows]
