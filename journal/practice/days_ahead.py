"""The days to come, a column each: a dot for a problem that comes back, a ring for an interview."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from accounts.models import User
from journal.dates import counted
from journal.interviews.models import Interview, Round

DAYS = 14
MOST_DOTS = 6
STEP, DOT, FOOT = 32, 11, 22


@dataclass(frozen=True)
class Column:
    on: date
    problems: int
    interview: bool
    x: int

    @property
    def dots(self) -> int:
        """More than fit are one tall column."""
        return min(self.problems, MOST_DOTS)

    @property
    def letter(self) -> str:
        return f"{self.on:%a}"[0]

    @property
    def is_week_start(self) -> bool:
        return self.on.weekday() == 0


@dataclass(frozen=True)
class Ahead:
    columns: list[Column]
    width: int = DAYS * STEP

    def __bool__(self) -> bool:
        return any(column.problems for column in self.columns)

    @property
    def ground(self) -> int:
        return 8 + DOT * max(1, *(column.dots for column in self.columns))

    @property
    def height(self) -> int:
        return self.ground + FOOT

    def dots(self) -> list[tuple[int, int]]:
        """Where each stands: across, and up from the ground."""
        return [
            (column.x, self.ground - 10 - DOT * each)
            for column in self.columns
            for each in range(column.dots)
        ]

    @property
    def problems(self) -> int:
        return sum(column.problems for column in self.columns)

    @property
    def says(self) -> str:
        """ "Seven problems come back in the next two weeks, on five days." """
        days = sum(bool(column.problems) for column in self.columns)
        come = "comes" if self.problems == 1 else "come"
        return (
            f"{counted(self.problems, 'problem').capitalize()} {come} back in the next two weeks, "
            f"on {counted(days, 'day')}."
        )


def days_ahead(person: User) -> Ahead:
    """From tomorrow on: today is said in words above it."""
    first = person.today() + timedelta(days=1)
    last = first + timedelta(days=DAYS - 1)
    due = person.problems.active().filter(due__range=(first, last)).order_by().values("due")
    by_day = dict(due.annotate(problems=Count("pk")).values_list("due", "problems"))
    rounds = Round.objects.near(first, last).filter(owner=person)
    rounds = rounds.filter(interview__outcome=Interview.Outcome.OPEN)
    coming = {round_.day_in(person.zone) for round_ in rounds.only("on", "at", "zone")}
    days = [first + timedelta(days=each) for each in range(DAYS)]
    return Ahead(
        [
            Column(on, by_day.get(on, 0), on in coming, STEP // 2 + STEP * place)
            for place, on in enumerate(days)
        ]
    )
