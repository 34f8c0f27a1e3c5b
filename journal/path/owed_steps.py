"""The steps that are owed: asking, nudging once, reading what came. Also what the path suggests."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse

from journal.dates import is_weekday, weekday_from
from journal.feedback.models import Feedback
from journal.feedback.request_models import FeedbackRequest
from journal.gaps.models import Evidence
from journal.interviews.models import Interview, Round
from journal.path.rest import first_day
from journal.path.thing import Days, Found, Owed, latest, working
from journal.rejections.models import Rejection
from journal.relative_days import dated

# So long is asking owed, and so long after they told; after that a letter comes late, and only the
# path still offers it.
ASKED_FOR = timedelta(days=14)
TOLD_LATELY = timedelta(days=30)


def steps_owed(rejections: Sequence[Rejection], on: date) -> dict[int, str]:
    """Which step Today names, by the rejection's key."""
    days = working({each.owner_id: (each.owner, on) for each in rejections})
    if not days:
        return {}
    found = [thing for kind in (requests, lessons) for _, thing in kind(days)]
    return {thing.rejection: thing.kind for thing in found}


def requests(days: Days) -> Found:
    sent = FeedbackRequest.objects.filter(interview=OuterRef("interview")).exclude(
        state=FeedbackRequest.State.DRAFTED
    )
    told = Feedback.objects.told().filter(interview=OuterRef("interview"))
    real = _open_rejections(days).filter(interview__is_mock=False)
    rejections = list(real.exclude(Exists(sent)).exclude(Exists(told)))
    seen_by = _seen_again(rejections)
    for rejection in rejections:
        _, on = days[rejection.owner_id]
        if _set_aside(rejection, "ask") or not _is_time_to_ask(rejection, days):
            continue
        if on in seen_by[rejection.interview.employer_id]:
            continue
        yield (
            rejection.owner_id,
            Owed(
                kind="ask",
                rejection=rejection.pk,
                title=f"Ask {_employer(rejection)} for written feedback",
                why=f"{_told(rejection, on)}; a letter is best sent in working hours",
                action="Write the letter",
                url=reverse("feedback:ask", args=[rejection.pk]),
                minutes=3,
            ),
        )


def nudges(days: Days) -> Found:
    """Once, where nothing came since it was asked, from whomever."""
    told = Feedback.objects.told().filter(
        interview=OuterRef("interview"), received_on__gte=OuterRef("asked_on")
    )
    asked = FeedbackRequest.objects.filter(
        owner__in=days, state=FeedbackRequest.State.ASKED, nudge_on__lte=latest(days)
    ).exclude(Exists(told))
    waiting = {request.interview_id: request for request in asked.order_by("-nudge_on")}
    if not waiting:
        return
    rejections = list(_open_rejections(days).filter(interview__in=waiting))
    seen_by = _seen_again(rejections)
    for rejection in rejections:
        request, seen = waiting[rejection.interview_id], seen_by[rejection.interview.employer_id]
        person, on = days[rejection.owner_id]
        if _set_aside(rejection, "ask") or not _is_time(rejection, days):
            continue
        if request.nudge_on <= on and is_weekday(on) and on not in seen:
            yield (
                rejection.owner_id,
                Owed(
                    kind="nudge",
                    rejection=rejection.pk,
                    on=_first_free(max(request.nudge_on, person.at_work_from()), seen),
                    uid=request.uid,
                    changed_at=max(request.changed_at, rejection.interview.title_changed_at),
                    title=f"Nudge {_employer(rejection)}, once",
                    why=f"You asked on {dated(request.asked_on, on)}, and no answer is noted yet",
                    action="Write a line",
                    url=reverse("feedback:letter", args=[request.pk], fragment="follow-up"),
                    minutes=2,
                ),
            )


def lessons(days: Days) -> Found:
    """Feedback that came and in which nothing is marked yet."""
    marked = Evidence.objects.filter(feedback=OuterRef("pk"))
    unmarked = Feedback.objects.told().filter(owner__in=days).exclude(Exists(marked))
    came = {feedback.interview_id: feedback for feedback in unmarked.order_by("received_on")}
    if not came:
        return
    for rejection in _open_rejections(days).filter(interview__in=came):
        if _set_aside(rejection, "learn") or not _is_time(rejection, days):
            continue
        _, on = days[rejection.owner_id]
        came_on = came[rejection.interview_id].received_on
        yield (
            rejection.owner_id,
            Owed(
                kind="learn",
                rejection=rejection.pk,
                title=f"Read what {_employer(rejection)} wrote back",
                why=f"Their feedback came on {dated(came_on, on)}; nothing is marked in it yet",
                action="Learn from it",
                url=reverse("gaps:learn", args=[rejection.pk]),
                minutes=5,
            ),
        )


def _open_rejections(days: Days):
    rounds = _dated_rounds().filter(interview__employer=OuterRef("interview__employer"))
    rows = Rejection.objects.open().filter(owner__in=days).annotate(is_seen_again=Exists(rounds))
    return rows.select_related("interview__employer").latest_first()


def _employer(rejection: Rejection) -> str:
    return rejection.interview.employer.name


def _told(rejection: Rejection, today: date) -> str:
    if rejection.is_silent:
        return f"They have been silent since {dated(rejection.told_on, today)}"
    return f"They told you on {dated(rejection.told_on, today)}"


def _seen_again(rejections: Sequence[Rejection]) -> dict[int, set[date]]:
    """The days on which an employer sees the person in another interview, by the employer's key:
    nobody there is written to on these."""
    found: dict[int, set[date]] = defaultdict(set)
    seen = {each.interview.employer_id for each in rejections if each.is_seen_again}
    rounds = _dated_rounds().filter(interview__employer__in=seen)
    for round_ in rounds.select_related("interview", "owner"):
        found[round_.interview.employer_id].add(round_.day_in(round_.owner.zone))
    return found


def _dated_rounds():
    return Round.objects.filter(on__isnull=False, interview__outcome=Interview.Outcome.OPEN)


def _first_free(on: date, taken: set[date]) -> date:
    """The first weekday that is not taken."""
    while not is_weekday(on) or on in taken:
        on += timedelta(days=1)
    return on


def _set_aside(rejection: Rejection, step: str) -> bool:
    return step in rejection.steps_aside


def _is_time(rejection: Rejection, days: Days) -> bool:
    """A rejection's day and the next bring nothing, whatever the settings say."""
    person, on = days[rejection.owner_id]
    return first_day(rejection, person) <= on


def _is_time_to_ask(rejection: Rejection, days: Days) -> bool:
    """From when it may on for two weeks, unless they told long ago. Who wishes to wait longer than
    that is asked then."""
    person, on = days[rejection.owner_id]
    wait = timedelta(days=person.ask_after_days)
    first = weekday_from(first_day(rejection, person, person.ask_after_days))
    is_late = on - rejection.told_on > max(TOLD_LATELY, wait + ASKED_FOR)
    return first <= on < first + ASKED_FOR and is_weekday(on) and not is_late
