"""Two years of somebody's practice, and the picture of them in docs/pictures."""

import os
from pathlib import Path

import pytest

from journal.practice.models import Problem
from journal.practice.room import KEPT_FREE
from tests.factories import make_person
from tests.practice.living import MINUTES, Life
from tests.soak.picture_of_practice import draw

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "two-years-of-practice.svg"
YEARS = 730
MEAN = sum(given or Problem.USUAL_MINUTES for given in MINUTES) / len(MINUTES)


def room_for_all(day, person) -> float:
    """The days that all problems fill, at the half of each that is not kept free; and the cap."""
    return day.problems * MEAN / (person.practice_minutes * KEPT_FREE) + person.practice_cap_days


@pytest.mark.parametrize("seed", [1, 2])
def test_two_years_with_200_problems_and_five_more_a_week(seed, capsys):
    person = make_person("two-years@example.org")
    life = Life(person, begin_with=200, a_week=5, seed=seed)

    days = list(life.days(YEARS))

    assert [fault for day in days for fault in day.faults] == []
    assert max(day.waiting for day in days) <= 8
    assert all(day.longest <= room_for_all(day, person) for day in days)
    assert all(day.minutes <= person.practice_minutes or day.solved == 1 for day in days)
    if seed == 1 and os.environ.get("DRAW"):
        PICTURE.write_text(draw(days))
    first = sorted(life.first_solved_after[200:])
    solved, waiting = sum(day.solved for day in days), max(day.waiting for day in days)
    with capsys.disabled():
        print(
            f"\nseed {seed}: {days[-1].problems} problems, solved {solved} times,"
            f" {person.problems.filter(solved_on=None).count()} not yet;"
            f" a new one {first[len(first) // 2]} days after it was heard of (the middle one);"
            f" most waiting at the end of a day {waiting}, the last at most"
            f" {max(day.longest for day in days)} days ahead;"
            f" {sum(day.interview for day in days)} days were before an interview"
        )
