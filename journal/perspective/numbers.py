"""My own numbers, shown only on request and above a smallest sample, with the sample said."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from django.db.models import Prefetch

from journal.dates import counted, in_words
from journal.interviews.models import Round
from journal.perspective.sight import how_many
from journal.rejections.models import Rejection

SMALLEST_SAMPLE = 5


@dataclass(frozen=True)
class Numbers:
    """`lines` are sentences; `sample` is how many of my rejections were looked at."""

    lines: list[str]
    sample: int

    @property
    def is_enough(self) -> bool:
        return self.sample >= SMALLEST_SAMPLE


def numbers(rejection: Rejection) -> Numbers:
    """How long they took to answer, and where it ended, beside all of mine."""
    rows = _with_their_wait(rejection.owner)
    own = next((row for row in rows if row.pk == rejection.pk), None)
    lines = [*_own_wait(own), *_usual_wait(rows), *_same_stage(rejection, rows)]
    return Numbers(lines, len(rows))


def _with_their_wait(person):
    """My rejections after real interviews, each with the last day they saw me."""
    rejections = person.rejections.filter(interview__is_mock=False).select_related("interview")
    rounds = Prefetch("interview__rounds", Round.objects.only("interview", "on", "at", "zone"))
    rows = list(rejections.prefetch_related(rounds))
    for row in rows:
        days = (each.day_in(person.zone) for each in row.interview.rounds.all())
        seen = (on for on in days if on and row.told_on and on <= row.told_on)
        row.last_seen = max(seen, default=None)
    return rows


def _wait(row) -> timedelta | None:
    known = row.last_seen and not row.told_to_the_month
    return row.told_on - row.last_seen if known else None


def _own_wait(own) -> list[str]:
    if own is None or (wait := _wait(own)) is None:
        return []
    if not wait.days:
        return ["They answered on the day of the last round."]
    return [f"They answered {counted(wait.days, 'day')} after the last round."]


def _usual_wait(rows) -> list[str]:
    waits = [wait.days for row in rows if (wait := _wait(row)) is not None]
    if len(waits) < SMALLEST_SAMPLE:
        return []
    usual = counted(max(1, round(median(waits))), "day")
    return [f"Half of your {in_words(len(waits))} answers came within {usual}."]


def _same_stage(rejection: Rejection, rows) -> list[str]:
    stages = [row.stage for row in rows if row.stage]
    if len(stages) < SMALLEST_SAMPLE or not rejection.stage:
        return []
    same = how_many(stages.count(rejection.stage), len(stages))
    return [f"{same.capitalize()} of your rejections ended here: {rejection.stage.lower()}."]
