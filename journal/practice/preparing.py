"""The days before an interview, for a page: what each holds, and what there is no time for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from journal.dates import listed
from journal.practice import plan
from journal.practice.models import Problem


@dataclass(frozen=True)
class DayBefore:
    on: date
    problems: list[Problem]
    minutes: int


@dataclass(frozen=True)
class Preparing:
    employers: str
    on: date
    days: list[DayBefore]
    left_out: list[Problem]


def preparing(person: User, preparation: plan.Preparation) -> Preparing:
    interview = preparation.interview
    employers = person.employers.filter(pk__in=interview.employers).order_by("name")
    wanted = [each.key for day in preparation.days for each in day.problems]
    wanted += [each.key for each in preparation.left_out]
    rows = person.problems.light().in_bulk(wanted)

    def named(problems: Iterable[plan.Scheduled]) -> list[Problem]:
        return [rows[each.key] for each in problems]

    return Preparing(
        employers=listed([employer.name for employer in employers]),
        on=interview.on,
        days=[DayBefore(day.on, named(day.problems), day.minutes) for day in preparation.days],
        left_out=named(preparation.left_out),
    )
