"""A rejection on its way: its six stops, what each holds, and which one is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from journal.dates import span
from journal.path.owed_steps import steps_owed
from journal.path.rest import days_since
from journal.path.steps import STEPS
from journal.rejections.models import Rejection
from journal.rejections.step import NOTHING_YET, Progress, Step

STATES = {
    "enough": "done enough",
    "begun": "begun",
    "next": "next",
    "aside": "set aside",
    "none": "not begun",
}

AFTER = {
    "Application": "the application",
    "Recruiter screen": "the recruiter screen",
    "Technical screen": "the technical screen",
    "Take-home": "the take-home",
    "Onsite or final rounds": "the onsite",
    "Team match": "the team match",
    "Offer stage": "an offer was in sight",
}


@dataclass(frozen=True)
class Stop:
    """A step of one rejection. `state`: "enough", "begun", "next", "aside" or "none"."""

    number: int
    step: Step
    progress: Progress
    state: str
    url: str
    is_reached: bool
    """Whether the curve is drawn up to it: nothing before it is untouched."""

    @property
    def name(self) -> str:
        return self.step.name

    @property
    def short(self) -> str:
        return self.step.short

    @property
    def is_next(self) -> bool:
        return self.state == "next"

    @property
    def is_aside(self) -> bool:
        return self.state == "aside"

    @property
    def state_in_words(self) -> str:
        return STATES[self.state]

    @property
    def says(self) -> str:
        """What it holds so far, or what it would ask."""
        return self.progress.holds or self.step.invitation

    @property
    def verb(self) -> str:
        return "Open" if self.progress.begun or self.progress.enough else "Start"


@dataclass(frozen=True)
class Journey:
    rejection: Rejection
    stops: tuple[Stop, ...]

    @property
    def next(self) -> Stop | None:
        return next((stop for stop in self.stops if stop.is_next), None)


def journeys(rejections: Sequence[Rejection], today: date) -> list[Journey]:
    """The journeys of many rejections, in a fixed count of queries; none is suggested too early."""
    found = [step.progress(rejections) for step in STEPS]
    named = steps_owed(rejections, today)
    return [
        _journey(
            rejection,
            [each.get(rejection.pk, NOTHING_YET) for each in found],
            today,
            named.get(rejection.pk, ""),
        )
        for rejection in rejections
    ]


def journey(rejection: Rejection, today: date) -> Journey:
    return journeys([rejection], today)[0]


def _journey(rejection: Rejection, progress: list[Progress], today: date, named: str) -> Journey:
    suggested = _suggested(rejection, progress, today, named)
    both = list(zip(STEPS, progress, strict=True))
    states = [_state(rejection, step, held, suggested) for step, held in both]
    stops = (
        Stop(
            number=number,
            step=step,
            progress=held,
            state=states[number - 1],
            url=reverse(step.page, args=[rejection.pk]),
            is_reached="none" not in states[:number],
        )
        for number, (step, held) in enumerate(both, start=1)
    )
    return Journey(rejection, tuple(stops))


def _suggested(
    rejection: Rejection, progress: list[Progress], today: date, named: str
) -> Step | None:
    """The step that Today names, or the first without enough that waits for nobody; none on the
    first day."""
    if not rejection.is_open or days_since(rejection, rejection.owner, today) < 1:
        return None
    waiting = [
        step
        for step, held in zip(STEPS, progress, strict=True)
        if not (held.enough or held.waits) and step.key not in rejection.steps_aside
    ]
    return min(waiting, key=lambda step: step.key != named, default=None)


def _state(rejection: Rejection, step: Step, held: Progress, suggested: Step | None) -> str:
    if held.enough:
        return "enough"
    if step.key in rejection.steps_aside:
        return "aside"
    if step is suggested:
        return "next"
    return "begun" if held.begun else "none"


def opening_line(rejection: Rejection) -> str:
    """ "Senior Backend Engineer · turned down on 17 November, after the onsite · …" """
    interview = rejection.interview
    told = _told(rejection)
    if rejection.stage:
        told += f", after {AFTER.get(rejection.stage, f'“{rejection.stage}”')}"
    minutes = interview.met().minutes
    met = f"they met you for {span(minutes)}" if minutes else ""
    told = told if interview.role else told[0].upper() + told[1:]
    return " · ".join(part for part in (interview.role, told, met) if part)


def _told(rejection: Rejection) -> str:
    told, on = ("no answer", "by") if rejection.is_silent else ("turned down", "on")
    if rejection.told_to_the_month and on == "on":
        on = "in"
    return f"{told} {on} {rejection.told_when}" if rejection.told_on else told
