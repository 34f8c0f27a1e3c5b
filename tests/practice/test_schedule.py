import ast
import inspect
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.practice import schedule
from journal.practice.schedule import Card, first_due, grade, preview, replay

DAY = date(2026, 11, 19)
patient = settings(deadline=None)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
grades = st.sampled_from(schedule.GRADES)
gaps = st.integers(min_value=0, max_value=400)
caps = st.integers(min_value=1, max_value=365)


@st.composite
def histories(draw):
    """Days and their grades, in order; now and then two on one day."""
    on = draw(days)
    history = []
    for after, graded in draw(st.lists(st.tuples(gaps, grades), max_size=12)):
        on += timedelta(days=after)
        history.append((on, graded))
    return history


def test_the_first_answers_come_back_after_1_2_2_and_8_days():
    assert [(due - DAY).days for due in preview(Card(), DAY).values()] == [1, 2, 2, 8]


def test_solved_easily_four_times_on_a_day_it_comes_back_as_after_once():
    assert replay([(DAY, 4)] * 4) == replay([(DAY, 4)])
    assert replay([(DAY, 4)]).due == DAY + timedelta(days=8)


def test_not_yet_in_the_evening_takes_back_what_the_morning_promised():
    morning = replay([(DAY, 4)])

    assert grade(morning, 1, DAY).due == DAY + timedelta(days=1)


def test_well_in_the_evening_does_not_unsay_not_yet_in_the_morning():
    assert replay([(DAY, 1), (DAY, 3)]).due == DAY + timedelta(days=1)


def test_an_evening_and_a_morning_two_days_later_are_two_days_apart():
    twice = replay([(DAY, 3), (DAY + timedelta(days=2), 3)])

    assert twice.due == DAY + timedelta(days=2 + 11)


def test_it_stays_within_the_cap_however_well_it_goes():
    card = Card()
    for _ in range(6):
        card = grade(card, 4, card.due or DAY)

    assert card.due - card.last_solved == timedelta(days=30)


@patient
@given(histories(), grades, gaps, caps)
def test_never_twice_on_a_day_and_never_after_the_cap(history, graded, after, cap):
    card = replay(history, cap)
    on = (card.last_solved or DAY) + timedelta(days=after)

    due = grade(card, graded, on, cap).due

    assert on < due <= on + timedelta(days=cap)


@patient
@given(histories(), gaps, caps)
def test_a_better_grade_never_comes_back_sooner(history, after, cap):
    card = replay(history, cap)
    dues = list(preview(card, (card.last_solved or DAY) + timedelta(days=after), cap).values())

    assert dues == sorted(dues)


@patient
@given(histories(), gaps, caps)
def test_not_yet_and_with_effort_name_two_days_where_the_cap_has_two(history, after, cap):
    card = replay(history, cap)
    on = (card.last_solved or DAY) + timedelta(days=after)
    not_yet, with_effort, *_ = preview(card, on, cap).values()

    is_a_second_time = on == card.last_solved and card.grade == 1
    if not_yet < on + timedelta(days=cap) and not is_a_second_time:
        assert not_yet < with_effort


@patient
@given(histories(), grades, gaps, caps)
def test_what_the_button_says_is_what_happens(history, graded, after, cap):
    card = replay(history, cap)
    on = (card.last_solved or DAY) + timedelta(days=after)

    assert replay([*history, (on, graded)], cap).due == preview(card, on, cap)[graded]


@patient
@given(histories(), grades, st.lists(grades, min_size=1, max_size=4), gaps, caps)
def test_no_second_time_on_a_day_pushes_it_further_than_the_first(
    history, first, again, after, cap
):
    on = (replay(history, cap).last_solved or DAY) + timedelta(days=after)
    once = replay([*history, (on, first)], cap)
    often = replay([*history, (on, first), *((on, each) for each in again)], cap)

    assert often.due <= once.due
    assert often.stability <= once.stability
    if min(again) == 1:
        assert often.due == replay([*history, (on, 1)], cap).due


@patient
@given(histories())
def test_a_day_counts_once_by_its_weakest_grade(history):
    weakest = {}
    for on, graded in history:
        weakest[on] = min(graded, weakest.get(on, graded))

    assert replay(history) == replay(weakest.items())


@patient
@given(histories(), st.randoms())
def test_days_written_down_late_count_as_what_they_were(history, chance):
    days_apart = dict(history).items()
    shuffled = list(days_apart)
    chance.shuffle(shuffled)

    assert replay(shuffled) == replay(days_apart)


@patient
@given(histories(), grades, st.integers(min_value=1, max_value=40))
def test_a_day_before_the_last_one_still_leads_on(history, graded, back):
    card = replay([*history, (DAY + timedelta(days=100_000), 3)])

    later = grade(card, graded, card.last_solved - timedelta(days=back))

    assert later.due > card.last_solved


@patient
@given(days, days)
def test_first_from_two_days_after_the_rejection_and_never_in_the_past(told_on, today):
    due = first_due(told_on, today)

    assert due >= today
    assert due - told_on >= timedelta(days=2)
    assert due in {today, told_on + timedelta(days=2)}


def test_it_knows_no_django():
    tree = ast.parse(inspect.getsource(schedule))
    modules = {
        alias.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert modules == {"collections.abc", "dataclasses", "datetime", "fsrs"}
