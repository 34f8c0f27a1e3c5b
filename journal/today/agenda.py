"""At most three things for today, the shortest first; then nothing else needs you."""

from dataclasses import dataclass

from accounts.models import User
from journal.dates import counted, in_words
from journal.path.journey import journeys
from journal.path.owed import AT_MOST, Owed, a_few, owed

STEPS_LOOKED_AT = 5


@dataclass(frozen=True)
class Agenda:
    things: list[Owed]
    more: int
    open: int
    moved_on: int
    going_on: int

    @property
    def is_new(self) -> bool:
        """Nothing is written in this journal yet."""
        return not (self.open or self.moved_on or self.going_on)

    @property
    def summary(self) -> str:
        if not self.things:
            return "Nothing needs you today."
        small = counted(len(self.things), "small thing").capitalize()
        order = ", the shortest first" if len(self.things) > 1 else ""
        return f"{small}{order}. Nothing else needs you."

    @property
    def entries(self) -> str:
        """ "Three entries are open, nine have moved on." """
        is_open = (
            f"{counted(self.open, 'entry', 'entries')} {'is' if self.open == 1 else 'are'} open"
        )
        if not self.moved_on:
            return f"{is_open.capitalize()}."
        gone = f"{in_words(self.moved_on)} {'has' if self.moved_on == 1 else 'have'} moved on"
        return f"{is_open.capitalize()}, {gone}."


def greeting(hour: int, name: str = "") -> str:
    return f"Good {_part_of_day(hour)}, {name}." if name else f"Good {_part_of_day(hour)}."


def _part_of_day(hour: int) -> str:
    if 4 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def agenda(person: User) -> Agenda:
    things = owed([person]).get(person.pk, [])
    shown = a_few(things)
    if len(shown) < AT_MOST and not person.on_a_break():
        shown = sorted([*shown, *_next_step(person, shown)], key=lambda thing: thing.minutes)
    return Agenda(
        things=shown,
        more=max(0, len(things) - AT_MOST),
        open=person.rejections.open().count(),
        moved_on=person.rejections.moved_on().count(),
        going_on=person.interviews.going_on().count(),
    )


def _next_step(person: User, shown: list[Owed]) -> list[Owed]:
    """The next step of the newest entry on which nothing else is owed."""
    rejections = person.rejections.open().select_related("interview__employer").latest_first()
    named = " ".join(thing.title for thing in shown)
    for journey in journeys(rejections[:STEPS_LOOKED_AT], person.today()):
        stop, employer = journey.next, journey.rejection.interview.employer.name
        if stop and stop.step.key != "ask" and employer not in named:
            return [_suggestion(stop, employer)]
    return []


def _suggestion(stop, employer: str) -> Owed:
    return Owed(
        kind="step",
        title=f"{employer}: {stop.step.name.lower()}",
        why=stop.says,
        action=stop.step.action,
        url=stop.url,
        minutes=5,
    )
