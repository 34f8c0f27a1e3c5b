from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from journal.gaps.recurrence import HALF_LIFE, Said, standing

TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.usefixtures("november")

TIDEWATER = Said(1, "Tidewater Labs", date(2026, 8, 4))
FERNWOOD = Said(2, "Fernwood Robotics", date(2026, 11, 19))
GLOBEX = Said(3, "Globex", date(2025, 5, 2))
GUESS = Said(4, "Initech", date(2026, 11, 20), own=True)


@pytest.fixture
def november():
    with time_machine.travel("2026-11-22 12:00Z"):
        yield


@pytest.mark.parametrize(
    ("said", "here", "words"),
    [
        ([FERNWOOD], 2, "new"),
        ([FERNWOOD, FERNWOOD], 2, "new"),
        ([TIDEWATER, FERNWOOD], 2, "also Tidewater Labs, in August"),
        ([TIDEWATER, FERNWOOD], 1, "also Fernwood Robotics, in November"),
        ([FERNWOOD, GLOBEX], 2, "also Globex, in May 2025"),
        ([GLOBEX, TIDEWATER, FERNWOOD], 2, "third time they say so"),
        ([FERNWOOD, TIDEWATER, GLOBEX], 3, "also Fernwood Robotics, in November and one more"),
        ([GUESS], 4, "my guess"),
        ([GUESS, GUESS], 4, "my guess"),
        (
            [GUESS, replace(GUESS, interview=5), replace(GUESS, interview=6)],
            4,
            "my guess three times",
        ),
        ([GUESS, TIDEWATER], 4, "also Tidewater Labs, in August"),
        ([], 4, "my guess"),
    ],
)
def test_what_a_note_says_of_the_other_interviews(said, here, words):
    assert standing(said, None).beside(here) == words


def test_a_guess_says_in_how_many_interviews():
    guesses = [replace(GUESS, interview=number) for number in (4, 5, 6, 7, 7)]
    assert standing(guesses, None).summary() == (
        "My guess four times, last after Initech in November"
    )
    assert standing(guesses[3:], None).summary() == "My guess, after Initech in November"


def test_what_was_closed_says_so_and_what_came_back_too():
    closed = standing([TIDEWATER], date(2026, 10, 1))
    assert closed.is_closed
    assert closed.beside(1) == "new, closed since"
    back = standing([TIDEWATER, FERNWOOD], date(2026, 10, 1))
    assert back.came_back
    assert not back.is_closed
    assert back.beside(2) == "also Tidewater Labs, in August, back after it was closed"


def test_feedback_of_the_day_it_was_closed_is_no_return():
    assert standing([FERNWOOD], FERNWOOD.on).is_closed


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([FERNWOOD], "Told once, by Fernwood Robotics in November"),
        ([TIDEWATER, FERNWOOD, GUESS], "Told twice, last by Fernwood Robotics in November"),
        ([TIDEWATER, FERNWOOD, GLOBEX], "Told three times, last by Fernwood Robotics in November"),
        ([GUESS], "My guess, after Initech in November"),
        ([], "My guess, nobody has said it yet"),
    ],
)
def test_how_often_it_was_told(said, words):
    assert standing(said, None).summary() == words


def ranked(*gaps):
    return sorted(gaps, key=lambda said: standing(said, None).rank(TODAY), reverse=True)


def test_what_was_told_ranks_before_a_guess_however_often_and_late():
    gaps = [GUESS, GUESS], [], [GLOBEX], [FERNWOOD]
    assert ranked(*gaps) == [[FERNWOOD], [GLOBEX], [GUESS, GUESS], []]


def test_twice_ranks_before_once_and_late_before_long_ago():
    assert ranked([TIDEWATER], [FERNWOOD], [TIDEWATER, FERNWOOD]) == [
        [TIDEWATER, FERNWOOD],
        [FERNWOOD],
        [TIDEWATER],
    ]
    assert ranked([GLOBEX, TIDEWATER], [FERNWOOD]) == [[FERNWOOD], [GLOBEX, TIDEWATER]]


def test_what_cost_the_offer_counts_twice():
    cost = replace(TIDEWATER, cost=True)
    assert ranked([FERNWOOD], [TIDEWATER], [cost]) == [[cost], [FERNWOOD], [TIDEWATER]]
    assert cost.weighs(TODAY) == 2 * TIDEWATER.weighs(TODAY)


def test_half_a_year_halves_it():
    before = TODAY - timedelta(days=HALF_LIFE)
    assert Said(1, "Globex", before).weighs(TODAY) == 0.5
    assert Said(1, "Globex", TODAY + timedelta(days=1)).weighs(TODAY) == 1


def test_one_sentence_of_an_interview_says_that_it_cost_the_offer():
    again = replace(FERNWOOD, cost=True)
    assert standing([FERNWOOD, again], None).told == (again,)
    assert standing([TIDEWATER, FERNWOOD, again], None).summary() == (
        "Told twice, last by Fernwood Robotics in November, once as what cost the offer"
    )
    assert standing([again], None).summary() == (
        "Told once, by Fernwood Robotics in November, as what cost the offer"
    )
