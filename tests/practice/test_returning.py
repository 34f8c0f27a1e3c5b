from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.models import Problem
from journal.practice.returning import returns_on
from journal.practice.room import Room
from journal.practice.schedule import GRADES, Card, replay
from tests.factories import make_attempt, make_problem
from tests.practice.test_schedule import histories

TODAY = date(2026, 11, 19)
grades = st.sampled_from(GRADES)
minutes = st.integers(min_value=5, max_value=90)
full_days = st.lists(st.integers(min_value=0, max_value=90), max_size=40)


def room_from(today: date, taken: list[int], a_day: int) -> Room:
    days = {today + timedelta(days=each): spent for each, spent in enumerate(taken)}
    return Room(today, a_day, Counter(days))


def days_by_grade(history, on, room, takes, not_before=None) -> list[date]:
    cards = [replay([*history, (on, grade)]) for grade in GRADES]
    return [returns_on(card, room, takes, not_before) for card in cards]


@given(histories(), full_days, minutes, minutes, st.integers(min_value=-3, max_value=20))
def test_on_full_days_too_a_better_grade_never_comes_back_sooner(
    history, taken, a_day, takes, waits
):
    on = replay(history).last_solved or TODAY
    room = room_from(on, taken, a_day)
    days = days_by_grade(history, on, room, takes, on + timedelta(days=waits))

    assert days == sorted(days)
    was_graded_today = any(solved == on for solved, _ in history)
    if not was_graded_today:
        assert days[0] < days[1]


@given(histories(), st.lists(grades, min_size=2, max_size=4), full_days, minutes, minutes)
def test_on_full_days_too_no_second_time_pushes_it_further(history, graded, taken, a_day, takes):
    on = (replay(history).last_solved or TODAY) + timedelta(days=1)
    room = room_from(on, taken, a_day)
    often = [*history, *((on, each) for each in graded)]
    once = often[: len(history) + 1]

    first_day, last_day = (returns_on(replay(each), room, takes, None) for each in (once, often))

    assert last_day <= first_day


def test_what_was_never_solved_comes_back_on_no_day_of_its_own():
    assert returns_on(Card(), Room(TODAY, 45), 20, None) is None


# Days before today and their grades; the last two also on a day that a traveller has yet to reach.
WALKS = {
    "new": [],
    "well last week": [(-7, 3)],
    "twice today": [(0, 4), (0, 4)],
    "not yet today": [(-20, 3), (0, 1)],
    "ahead of today": [(-9, 2), (1, 3)],
}


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
@pytest.mark.parametrize("others", [0, 3])
def test_the_day_a_button_says_is_the_day_that_is_stored(alice, walk, grade, others):
    today = alice.today()
    for days in range(1, 6):
        for _ in range(others):
            make_problem(alice, due=today + timedelta(days=days), minutes=15)
    problem = make_problem(alice)
    for days, graded in walk:
        make_attempt(problem, grade=graded, solved_on=today + timedelta(days=days))
    problem.reschedule()

    says = problem.days_by_grade(today)[grade]
    make_attempt(problem, grade=grade, solved_on=today)
    problem.reschedule()

    assert Problem.objects.get(pk=problem.pk).due == says


def test_tomorrow_is_full_and_the_two_still_name_two_days(alice):
    tomorrow = alice.today() + timedelta(days=1)
    make_problem(alice, due=tomorrow, minutes=45)

    days = make_problem(alice).days_by_grade(alice.today())

    assert days[1] == tomorrow + timedelta(days=1)
    assert days[2] == tomorrow + timedelta(days=2)
