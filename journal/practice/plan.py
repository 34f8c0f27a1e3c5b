"""Which problems a day holds: within its minutes, and before an interview those it calls for. Pure.

Nothing is moved for it. What is due and does not fit waits, and is first when its turn comes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

# So long before an interview the days are its own; what was solved within them counts as fresh.
DAYS_BEFORE = 14


@dataclass(frozen=True)
class Scheduled:
    """A problem as a plan sees it. `stability` in days; None where it was never solved again."""

    key: int
    minutes: int
    due: date
    solved_on: date | None = None
    stability: float | None = None
    employer: int | None = None
    kind: str = ""
    open_gap: bool = False
    not_before: date | None = None

    def may_come(self, on: date) -> bool:
        """Neither solved on that day already, nor told to wait."""
        return self.solved_on != on and (self.not_before or on) <= on


@dataclass(frozen=True)
class Announced:
    """An interview that is coming: when, at which employer, the kinds of problems its rounds ask.

    Two on one day are one: what either calls for comes first.
    """

    on: date
    employers: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()

    @property
    def begins(self) -> date:
        return self.on - timedelta(days=DAYS_BEFORE)

    def rank(self, problem: Scheduled) -> tuple:
        """The least comes first: same employer, then open gap, kind, weakest."""
        return (
            problem.employer not in self.employers,
            not problem.open_gap,
            problem.kind not in self.kinds,
            problem.stability or 0,
            problem.due,
            problem.key,
        )

    def wants(self, problem: Scheduled, on: date) -> bool:
        """It is due, or was not solved since the days before the interview began."""
        fresh = problem.solved_on is not None and problem.solved_on >= self.begins
        return problem.due <= on or not fresh


@dataclass(frozen=True)
class Day:
    on: date
    problems: tuple[Scheduled, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(problem.minutes for problem in self.problems)


@dataclass(frozen=True)
class Preparation:
    """The days left before an interview, and what they have no room for, best first."""

    interview: Announced
    days: tuple[Day, ...] = ()
    left_out: tuple[Scheduled, ...] = ()


@dataclass(frozen=True)
class Pace:
    """A person's minutes a day, and those already spent today (of the problems solved today)."""

    minutes: int
    spent: int = 0

    def fill(self, ranked: Iterable[Scheduled]) -> list[Scheduled]:
        """The first that fit. One always does, unless something was solved already."""
        chosen: list[Scheduled] = []
        left = self.minutes - self.spent
        for problem in ranked:
            if problem.minutes <= left or not (chosen or self.spent):
                chosen.append(problem)
                left -= problem.minutes
        return chosen


def of_a_day(
    problems: Iterable[Scheduled], interviews: Sequence[Announced], on: date, pace: Pace
) -> list[Scheduled]:
    """What a day holds, in the order to solve it; nothing that was solved on that day."""
    return pace.fill(in_turn(problems, interviews, on))


def in_turn(
    problems: Iterable[Scheduled], interviews: Sequence[Announced], on: date
) -> list[Scheduled]:
    """All that could be solved on a day, best first."""
    free = [problem for problem in problems if problem.may_come(on)]
    interview = before(interviews, on)
    if interview is None:
        return _by_turn([each for each in free if each.due <= on])
    return sorted((each for each in free if interview.wants(each, on)), key=interview.rank)


def before(interviews: Iterable[Announced], on: date) -> Announced | None:
    """The interview whose days these are: the next one, if it is near."""
    coming = [each for each in interviews if each.begins <= on < each.on]
    return min(coming, key=lambda each: each.on, default=None)


def prepare(
    problems: Iterable[Scheduled], interview: Announced, today: date, pace: Pace
) -> Preparation:
    """How the days left would be filled, were each problem solved on its day."""
    left = {problem.key: problem for problem in in_turn(problems, [interview], today)}
    days = []
    for on in _days(max(today, interview.begins), interview.on):
        day = Day(on, tuple(of_a_day(left.values(), [interview], on, pace)))
        for problem in day.problems:
            del left[problem.key]
        days.append(day)
        pace = replace(pace, spent=0)
    return Preparation(interview, tuple(days), tuple(left.values()))


def _by_turn(due: list[Scheduled]) -> list[Scheduled]:
    """The oldest, so that each has its turn; the freshest never solved again; then the rest."""
    oldest = min(due, key=_oldest_first, default=None)
    others = sorted((each for each in due if each is not oldest), key=_oldest_first)
    unsolved = [each for each in others if each.solved_on is None]
    freshest = sorted(unsolved, key=lambda each: each.key, reverse=True)
    solved = [each for each in others if each.solved_on is not None]
    return [*([oldest] if oldest else []), *freshest, *solved]


def _oldest_first(problem: Scheduled) -> tuple:
    return problem.due, problem.key


def _days(first: date, end: date) -> list[date]:
    return [first + timedelta(days=each) for each in range((end - first).days)]
