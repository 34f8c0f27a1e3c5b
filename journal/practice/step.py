"""Step 4 of the path: solve it again."""

from collections.abc import Sequence

from django.db.models import Count, Min, Q

from journal.dates import counted, in_words
from journal.practice.coming import on_day
from journal.practice.models import Problem
from journal.rejections.models import Rejection
from journal.rejections.step import Progress, Step

KEY = "again"


def progress(rejections: Sequence[Rejection]) -> dict[int, Progress]:
    """Enough: one problem solved again, or none to solve."""
    tallies = _tallies(rejections)
    todays = _todays(rejections)
    return {
        rejection.pk: _progress(
            rejection, tallies.get(rejection.interview_id), todays[rejection.owner_id]
        )
        for rejection in rejections
    }


def _tallies(rejections) -> dict[int, dict]:
    active = Q(paused=False, retired_on=None)
    rows = Problem.objects.filter(interview__in=[each.interview_id for each in rejections])
    rows = rows.order_by().values("interview_id")
    tallies = rows.annotate(
        kept=Count("pk"), solved=Count("solved_on"), first=Min("due", filter=active)
    )
    return {tally["interview_id"]: tally for tally in tallies}


def _todays(rejections) -> dict:
    owners = {}
    for rejection in rejections:
        if rejection.owner_id not in owners:
            owners[rejection.owner_id] = rejection.owner.today()
    return owners


def _progress(rejection, tally, today) -> Progress:
    if tally is None:
        nothing = KEY in rejection.steps_aside
        return Progress("Nothing to solve" if nothing else "", enough=nothing)
    return Progress(_holds(tally, today), enough=tally["solved"] > 0, begun=True)


def _holds(tally, today) -> str:
    kept, solved, first = tally["kept"], tally["solved"], tally["first"]
    if solved:
        if solved == kept:
            return "Solved again" if kept == 1 else f"All {in_words(kept)} solved again"
        return f"{in_words(solved).capitalize()} of {in_words(kept)} solved again"
    problems = counted(kept, "problem").capitalize()
    if first is None:
        return f"{problems}, {'not' if kept == 1 else 'none'} scheduled"
    which = "it" if kept == 1 else "the first"
    back = f"{which} comes back {on_day(first, today)}" if first > today else f"{which} is due"
    return f"{problems}, {back}"


STEP = Step(
    key=KEY,
    name="Solve it again",
    short="Solve again",
    invitation="What they asked, solved once more: at home, with nobody watching.",
    action="Solve it again",
    page="practice:step",
    progress=progress,
)
