from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.practice.step import STEP
from journal.rejections.step import Progress
from tests.factories import (
    make_attempt,
    make_employer,
    make_interview,
    make_problem,
    make_rejection,
)

TODAY = date(2026, 11, 19)


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


def progress(rejection) -> Progress:
    return STEP.progress([rejection])[rejection.pk]


def keep(rejection, count, **fields):
    return [
        make_problem(rejection.owner, rejection.interview, f"Problem {number}", **fields)
        for number in range(count)
    ]


def test_nothing_is_not_enough(rejection):
    assert progress(rejection) == Progress()


def test_none_to_solve_is_enough_once_i_say_so(rejection):
    rejection.toggle_aside("again")

    assert progress(rejection) == Progress("Nothing to solve", enough=True)


def test_set_aside_with_problems_it_is_not(rejection):
    keep(rejection, 1)
    rejection.toggle_aside("again")

    assert not progress(rejection).enough


@pytest.mark.parametrize(
    ("count", "days", "holds"),
    [
        (1, None, "One problem, not scheduled"),
        (5, None, "Five problems, none scheduled"),
        (5, 1, "Five problems, the first comes back tomorrow"),
        (1, 2, "One problem, it comes back on Saturday"),
        (2, 0, "Two problems, the first is due"),
    ],
)
def test_it_says_what_is_kept_and_when_it_comes_back(rejection, count, days, holds):
    problems = keep(rejection, count)
    if days is not None:
        problems[0].store(due=TODAY + timedelta(days=days))

    assert progress(rejection) == Progress(holds, enough=False, begun=True)


def test_what_rests_does_not_come_back(rejection):
    keep(rejection, 1, due=TODAY, paused=True)

    assert progress(rejection).holds == "One problem, not scheduled"


@pytest.mark.parametrize(
    ("count", "solved", "holds"),
    [
        (1, 1, "Solved again"),
        (5, 2, "Two of five solved again"),
        (3, 3, "All three solved again"),
    ],
)
def test_one_graded_attempt_is_enough(rejection, count, solved, holds):
    for problem in keep(rejection, count)[:solved]:
        make_attempt(problem, grade=1)
        problem.reschedule()

    assert progress(rejection) == Progress(holds, enough=True, begun=True)


def test_a_draft_is_not(rejection):
    make_attempt(keep(rejection, 1)[0], "half")

    assert not progress(rejection).enough


def test_it_answers_for_many_in_a_fixed_count_of_queries(alice):
    counts = []
    for more in (2, 7):
        for number in range(more):
            employer = make_employer(alice, f"Employer {more} {number}")
            keep(make_rejection(alice, make_interview(alice, employer)), 3)
        rejections = list(alice.rejections.all())
        with CaptureQueriesContext(connection) as queries:
            found = STEP.progress(rejections)
        counts.append(len(queries))

    assert counts == [1, 1]
    assert {each.holds for each in found.values()} == {"Three problems, none scheduled"}
