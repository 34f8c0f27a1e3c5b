"""At most three things for today, the shortest first; then nothing else needs you."""

from dataclasses import dataclass

from accounts.models import User
from journal.dates import counted, in_words
from journal.path.journey import Journey, Stop, journeys
from journal.path.owed import AT_MOST, Owed, a_few, owed
from journal.path.rest import is_at_rest

STEPS_LOOKED_AT = 5


@dataclass(frozen=True)
class Agenda:
    """`rest` is what else is owed; `only` the key of the entry that is open, where there is one."""

    things: list[Owed]
    rest: list[Owed]
    open: int
    moved_on: int
    going_on: int
    only: int | None = None

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
        end = "They are enough for today." if self.rest else "Nothing else needs you."
        return f"{small}{order}. {end}"

    @property
    def entries(self) -> str:
        """ "Three entries are open, nine have moved on." """
        return f"{self.are_open}{f', {self.have_moved_on}' if self.moved_on else ''}."

    @property
    def are_open(self) -> str:
        verb = "is" if self.open == 1 else "are"
        return f"{counted(self.open, 'entry', 'entries')} {verb} open".capitalize()

    @property
    def have_moved_on(self) -> str:
        verb = "has" if self.moved_on == 1 else "have"
        return f"{in_words(self.moved_on)} {verb} moved on"


def greeting(hour: int, name: str = "") -> str:
    return f"Good {_part_of_day(hour)}, {name}." if name else f"Good {_part_of_day(hour)}."


def _part_of_day(hour: int) -> str:
    if 4 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def agenda(person: User) -> Agenda:
    things = owed([person]).get(person.pk, [])
    shown = a_few(things)
    rest = [thing for thing in things if thing not in shown]
    if len(shown) < AT_MOST and not person.on_a_break():
        shown = sorted([*shown, *_next_step(person, shown)], key=lambda thing: thing.minutes)
    is_open = person.rejections.open().values_list("pk", flat=True)
    return Agenda(
        things=shown,
        rest=rest,
        open=len(is_open),
        moved_on=person.rejections.moved_on().count(),
        going_on=person.interviews.going_on().count(),
        only=is_open[0] if len(is_open) == 1 else None,
    )


def _next_step(person: User, shown: list[Owed]) -> list[Owed]:
    """The next step of the newest entry on which nothing else is owed. The day it came and the next
    bring none."""
    today = person.today()
    owed_on = {thing.rejection for thing in shown}
    rejections = person.rejections.open().select_related("interview__employer").latest_first()
    for journey in journeys(rejections[:STEPS_LOOKED_AT], today):
        rejection, stop = journey.rejection, journey.next
        if rejection.pk in owed_on or is_at_rest(rejection, person, today):
            continue
        if stop and stop.step.key != "ask":
            return [_suggestion(journey, stop)]
    return []


def _suggestion(journey: Journey, stop: Stop) -> Owed:
    rejection = journey.rejection
    return Owed(
        kind="step",
        title=f"{rejection.interview.employer.name}: {stop.step.name.lower()}",
        why=stop.says,
        action=stop.step.action,
        url=stop.url,
        minutes=5,
        rejection=rejection.pk,
    )
