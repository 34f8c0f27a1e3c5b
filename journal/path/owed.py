"""What is owed to people on their own day: one answer for Today, the mail and the calendar.

One query a kind, however many people are asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse

from accounts.models import User
from journal.dates import counted, day, in_words
from journal.feedback.models import Feedback, FeedbackRequest
from journal.gaps.models import Evidence
from journal.interviews.models import Interview, Round
from journal.practice.models import Problem
from journal.rejections.models import Rejection

DEBRIEF_DAYS = 3


@dataclass(frozen=True)
class Owed:
    """One thing for one day. `minutes` is about how long it takes; `url` a path on this site."""

    kind: str
    title: str
    why: str
    action: str
    url: str
    minutes: int


def owed(
    people: Iterable[User], today: Callable[[User], date] = User.today
) -> dict[int, list[Owed]]:
    """What each person is owed, by their key, the shortest first; on a break, only interviews."""
    days = {person.pk: (person, today(person)) for person in people}
    found: dict[int, list[Owed]] = defaultdict(list)
    working = {key: pair for key, pair in days.items() if not _on_a_break(*pair)}
    for kind, whose in (
        (_interviews, days),
        (_debriefs, days),
        (_requests, working),
        (_nudges, working),
        (_lessons, working),
        (_problems, working),
        (_look_backs, working),
    ):
        for owner, thing in kind(whose) if whose else ():
            found[owner].append(thing)
    return {key: sorted(things, key=_shortest_first) for key, things in found.items()}


type Days = dict[int, tuple[User, date]]
type Found = Iterable[tuple[int, Owed]]


def _on_a_break(person: User, on: date) -> bool:
    return person.break_until is not None and on < person.break_until


def _shortest_first(thing: Owed) -> int:
    return thing.minutes


def _latest(days: Days) -> date:
    return max(on for _, on in days.values())


def _open_rejections(days: Days):
    rows = Rejection.objects.open().filter(owner__in=days)
    return rows.select_related("interview__employer").order_by("told_on", "pk")


def _interviews(days: Days) -> Found:
    rounds = _rounds(days).filter(on__lte=_latest(days) + timedelta(days=1))
    for round_ in rounds.filter(on__gte=min(on for _, on in days.values())):
        _, on = days[round_.owner_id]
        if on <= round_.on <= on + timedelta(days=1):
            when = "today" if round_.on == on else "tomorrow"
            at = f" at {round_.at:%H:%M}" if round_.at else ""
            yield (
                round_.owner_id,
                Owed(
                    kind="interview",
                    title=f"{round_.interview.employer.name}, {when}{at}",
                    why=f"{round_.get_kind_display()}. What you know of them is in one place",
                    action="Look it over",
                    url=reverse("interviews:detail", args=[round_.interview_id]),
                    minutes=1,
                ),
            )


def _debriefs(days: Days) -> Found:
    earliest = min(on for _, on in days.values()) - timedelta(days=DEBRIEF_DAYS)
    rounds = _rounds(days).filter(on__range=(earliest, _latest(days)))
    for round_ in rounds.filter(rating_before=None, how_it_went=""):
        _, on = days[round_.owner_id]
        if on - timedelta(days=DEBRIEF_DAYS) <= round_.on < on:
            yield (
                round_.owner_id,
                Owed(
                    kind="debrief",
                    title=f"How did it go at {round_.interview.employer.name}?",
                    why=f"{round_.get_kind_display()} on {day(round_.on)}, while it is fresh",
                    action="Two minutes",
                    url=reverse("interviews:debrief", args=[round_.pk]),
                    minutes=2,
                ),
            )


def _rounds(days: Days):
    rounds = Round.objects.filter(owner__in=days, interview__outcome=Interview.Outcome.OPEN)
    return rounds.select_related("interview__employer").order_by("on", "at", "pk")


def _requests(days: Days) -> Found:
    sent = FeedbackRequest.objects.filter(interview=OuterRef("interview")).exclude(
        state=FeedbackRequest.State.DRAFTED
    )
    told = Feedback.objects.told().filter(interview=OuterRef("interview"))
    for rejection in _open_rejections(days).exclude(Exists(sent)).exclude(Exists(told)):
        person, on = days[rejection.owner_id]
        if _set_aside(rejection, "ask") or not _days_since(rejection, on, person.ask_after_days):
            continue
        yield (
            rejection.owner_id,
            Owed(
                kind="ask",
                title=f"Ask {_employer(rejection)} for written feedback",
                why=f"{_told(rejection)}; now is a good time to ask",
                action="Write the letter",
                url=reverse("feedback:ask", args=[rejection.pk]),
                minutes=3,
            ),
        )


def _nudges(days: Days) -> Found:
    asked = FeedbackRequest.objects.filter(
        owner__in=days, state=FeedbackRequest.State.ASKED, nudge_on__lte=_latest(days)
    )
    waiting = {request.interview_id: request for request in asked.order_by("-nudge_on")}
    if not waiting:
        return
    for rejection in _open_rejections(days).filter(interview__in=waiting):
        request = waiting[rejection.interview_id]
        _, on = days[rejection.owner_id]
        if request.nudge_on <= on and not _set_aside(rejection, "ask"):
            yield (
                rejection.owner_id,
                Owed(
                    kind="nudge",
                    title=f"Nudge {_employer(rejection)}, once",
                    why=f"You asked on {day(request.asked_on)} and have heard nothing",
                    action="Write a line",
                    url=reverse("feedback:ask", args=[rejection.pk]),
                    minutes=2,
                ),
            )


def _lessons(days: Days) -> Found:
    """Feedback that came and in which nothing is marked yet."""
    marked = Evidence.objects.filter(feedback=OuterRef("pk"))
    unmarked = Feedback.objects.told().filter(owner__in=days).exclude(Exists(marked))
    came = {feedback.interview_id: feedback for feedback in unmarked.order_by("received_on")}
    if not came:
        return
    for rejection in _open_rejections(days).filter(interview__in=came):
        _, on = days[rejection.owner_id]
        if _set_aside(rejection, "learn") or not _days_since(rejection, on, 2):
            continue
        came_on = came[rejection.interview_id].received_on
        yield (
            rejection.owner_id,
            Owed(
                kind="learn",
                title=f"Read what {_employer(rejection)} wrote back",
                why=f"Their feedback came on {day(came_on)}; nothing is marked in it yet",
                action="Learn from it",
                url=reverse("gaps:learn", args=[rejection.pk]),
                minutes=5,
            ),
        )


def _problems(days: Days) -> Found:
    due = Problem.objects.active().filter(owner__in=days, due__lte=_latest(days))
    by_owner: dict[int, list[Problem]] = defaultdict(list)
    fields = ("pk", "owner_id", "title", "minutes", "due")
    for problem in due.only(*fields).order_by("due", "pk"):
        if problem.due <= days[problem.owner_id][1]:
            by_owner[problem.owner_id].append(problem)
    for owner, problems in by_owner.items():
        yield owner, _practice(problems)


def _practice(problems: Sequence[Problem]) -> Owed:
    minutes = sum(problem.minutes or Problem.USUAL_MINUTES for problem in problems)
    titles = ", ".join(problem.title for problem in problems[:2])
    more = len(problems) - 2
    others = f" and {in_words(more)} more" if more > 0 else ""
    return Owed(
        kind="problems",
        title=f"Solve {counted(len(problems), 'problem')} again",
        why=f"{titles}{others} · about {minutes} minutes",
        action="Start",
        url=reverse("practice:session"),
        minutes=minutes,
    )


def _look_backs(days: Days) -> Found:
    rejections = Rejection.objects.moved_on().filter(
        owner__in=days, look_back_on__lte=_latest(days)
    )
    for rejection in rejections.select_related("interview__employer").order_by("look_back_on"):
        if rejection.look_back_on <= days[rejection.owner_id][1]:
            yield (
                rejection.owner_id,
                Owed(
                    kind="look_back",
                    title=f"Look back at {_employer(rejection)}",
                    why="You wanted to, today, beside what you have learned since",
                    action="Look back",
                    url=reverse("path:page", args=[rejection.pk]),
                    minutes=4,
                ),
            )


def _employer(rejection: Rejection) -> str:
    return rejection.interview.employer.name


def _told(rejection: Rejection) -> str:
    if rejection.is_silent:
        return f"They have been silent since {day(rejection.told_on)}"
    return f"They told you on {day(rejection.told_on)}"


def _set_aside(rejection: Rejection, step: str) -> bool:
    return step in rejection.steps_aside


def _days_since(rejection: Rejection, on: date, days: int) -> bool:
    """A rejection's day and the next bring nothing, whatever the settings say."""
    return rejection.told_on is None or (on - rejection.told_on).days >= max(days, 2)
