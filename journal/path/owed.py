"""What is owed to people on their own day: one answer for Today, the mail and the calendar.

One query a kind, however many people are asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.wishes import Kind
from journal.dates import counted, listed, span
from journal.interviews.models import Interview, Round
from journal.path.owed_steps import lessons, nudges, requests
from journal.path.thing import Days, Found, Owed, earliest, latest, named, working
from journal.practice.models import Problem
from journal.practice.session import sessions
from journal.rejections.models import Rejection
from journal.relative_days import dated, on_day

AT_MOST = 3
SOON_DAYS = 3
DEBRIEF_DAYS = 3


def owed(
    people: Iterable[User], today: Callable[[User], date] = User.today
) -> dict[int, list[Owed]]:
    """What each person is owed, by their key, the shortest first; on a break, only interviews."""
    days = {person.pk: (person, today(person)) for person in people}
    found: dict[int, list[Owed]] = defaultdict(list)
    at_work = working(days)
    for kind, whose in (
        (_interviews, days),
        (_debriefs, days),
        (requests, at_work),
        (nudges, at_work),
        (lessons, at_work),
        (_problems, at_work),
        (look_backs, at_work),
        (_weeks, at_work),
    ):
        for owner, thing in kind(whose) if whose else ():
            found[owner].append(thing)
    return {key: sorted(things, key=_shortest_first) for key, things in found.items()}


def a_few(things: Sequence[Owed]) -> list[Owed]:
    """As many as a day may ask for, the shortest first; the problems among them, even where three
    shorter things would crowd them out."""
    practice = [thing for thing in things if thing.kind == "problems"]
    if not practice or practice[0] in things[:AT_MOST]:
        return [*things[:AT_MOST]]
    return [*things[: AT_MOST - 1], practice[0]]


def _shortest_first(thing: Owed) -> int:
    return thing.minutes


def _interviews(days: Days) -> Found:
    """Those that are near and not over: one of each day, however many rounds it has."""
    rows = _rounds(days, earliest(days), latest(days) + timedelta(days=SOON_DAYS))
    coming: dict[tuple[int, date], list[Round]] = defaultdict(list)
    for round_, planned in rows:
        person, on = days[round_.owner_id]
        is_near = planned <= on + timedelta(days=SOON_DAYS)
        if on <= planned and is_near and not round_.is_over(_now(person, on), person.zone):
            coming[round_.interview_id, planned].append(round_)
    for (_, planned), rounds in coming.items():
        person, on = days[rounds[0].owner_id]
        yield person.pk, _interview(rounds, planned, on, person)


def _interview(rounds: Sequence[Round], planned: date, today: date, person: User) -> Owed:
    first = rounds[0]
    at = f" at {first.time_said(person.zone)}" if first.at else ""
    kinds = listed(list(dict.fromkeys(each.get_kind_display() for each in rounds)))
    return Owed(
        kind="interview",
        title=f"{first.interview.employer.name}, {on_day(planned, today)}{at}",
        why=f"{kinds}. What you know of them is in one place",
        action="Prepare",
        url=reverse("interviews:detail", args=[first.interview_id]),
        minutes=1,
        interview=first.interview_id,
        on=planned,
    )


def _debriefs(days: Days) -> Found:
    """From when a round is over, also on its very day."""
    first = earliest(days) - timedelta(days=DEBRIEF_DAYS)
    for round_, was_on in _rounds(days, first, latest(days), rating_before=None, how_it_went=""):
        person, on = days[round_.owner_id]
        is_fresh = on - timedelta(days=DEBRIEF_DAYS) <= was_on
        if is_fresh and round_.is_over(_now(person, on), person.zone):
            kind, when = round_.get_kind_display(), on_day(was_on, on)
            yield (
                round_.owner_id,
                Owed(
                    kind="debrief",
                    title=f"How did it go at {round_.interview.employer.name}?",
                    why=f"{kind} {when}, while it is fresh",
                    action="Write the debrief",
                    url=reverse("interviews:debrief", args=[round_.pk]),
                    minutes=2,
                ),
            )


def _now(person: User, on: date) -> datetime:
    """This moment; of another day than the person's own, its beginning."""
    now = timezone.now()
    if on == person.day_of(now):
        return now
    return datetime.combine(on, time(person.day_starts), person.zone)


def _rounds(days: Days, first: date, last: date, **wanted) -> Iterator[tuple[Round, date]]:
    """At least those between two days, in their order, each with the day it is on for its owner."""
    rounds = Round.objects.near(first, last).filter(owner__in=days, **wanted)
    rounds = rounds.filter(interview__outcome=Interview.Outcome.OPEN)
    rows = list(rounds.select_related("interview__employer"))
    zones = {key: person.zone for key, (person, _) in days.items()}
    for row in sorted(rows, key=lambda row: (row.when(zones[row.owner_id]), row.pk)):
        yield row, row.day_in(zones[row.owner_id])


def _problems(days: Days) -> Found:
    for owner, session in sessions(days).items():
        if session.problems:
            yield owner, _practice(session.problems)


def _practice(problems: Sequence[Problem]) -> Owed:
    minutes = sum(problem.takes for problem in problems)
    return Owed(
        kind="problems",
        title=f"Solve {counted(len(problems), 'problem')} again",
        why=f"{named([problem.title for problem in problems])} · about {span(minutes)}",
        action="Start",
        url=reverse("practice:session"),
        minutes=minutes,
        each=tuple(
            (problem.title, reverse("practice:solve", args=[problem.pk])) for problem in problems
        ),
    )


def _weeks(days: Days) -> Found:
    """On the last day of the week on which mail is wanted, where a look at the week is."""
    for owner, (person, on) in days.items():
        if Kind.WEEK in person.mail_kinds and person.mail_days.is_last_of_the_week(on):
            yield (
                owner,
                Owed(
                    kind="week",
                    title="Look at your week",
                    why="What you wrote, solved and learned in the last seven days",
                    action="Look",
                    url=reverse("today:week"),
                    minutes=3,
                ),
            )


def look_backs(days: Days) -> Found:
    rejections = Rejection.objects.moved_on().filter(owner__in=days, look_back_on__lte=latest(days))
    for rejection in rejections.select_related("interview__employer").order_by("look_back_on"):
        _, today = days[rejection.owner_id]
        wanted = rejection.look_back_on
        if wanted <= today:
            when = "today" if wanted == today else f"on {dated(wanted, today)}"
            yield (
                rejection.owner_id,
                Owed(
                    kind="look_back",
                    on=wanted,
                    uid=rejection.uid,
                    changed_at=max(rejection.changed_at, rejection.interview.title_changed_at),
                    title=f"Look back at {rejection.interview.employer.name}",
                    why=f"You wanted to {when}, beside what you have learned since",
                    action="Look back",
                    url=reverse("path:page", args=[rejection.pk]),
                    minutes=4,
                ),
            )
