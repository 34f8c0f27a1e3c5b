from datetime import date

import pytest

from journal.judging.step import progress
from journal.models import Verdict
from tests.factories import make_interview, make_problem, make_rejection


def judged(rejection, **fields):
    return Verdict.objects.create(owner=rejection.owner, interview=rejection.interview, **fields)


def held(rejection):
    return progress([rejection])[rejection.pk]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"wanted": "yes"}, "I would have wanted it."),
        ({"wanted": "unsure", "again": "yes"}, "Not sure I would have wanted it, and would go"),
        ({"wanted": "no", "again": "no"}, "I would not have wanted it, and would not go again."),
        ({"wanted": "yes", "again": "later"}, "and would go again later."),
        (
            {"wanted": "yes", "again": "later", "again_from": date(2020, 5, 1)},
            "and would go again since 1 May 2020.",
        ),
    ],
)
def test_one_tap_is_enough(alice, fields, says):
    rejection = make_rejection(alice)
    judged(rejection, **fields)
    assert says in held(rejection).holds
    assert held(rejection).enough


def test_an_empty_verdict_holds_nothing(alice):
    rejection = make_rejection(alice)
    assert not held(rejection).begun
    judged(rejection)
    assert not held(rejection).begun


def test_how_they_ran_it_is_a_beginning(alice):
    rejection = make_rejection(alice)
    judged(rejection, prepared="no")
    assert held(rejection).begun
    assert not held(rejection).enough


def test_a_question_that_was_read_is_a_beginning(alice):
    rejection = make_rejection(alice)
    make_problem(alice, rejection.interview)
    assert not held(rejection).begun
    make_problem(alice, rejection.interview, they_care_about="Edge cases")
    assert held(rejection).holds == "What one question told you"
    assert held(rejection).begun


@pytest.mark.parametrize("many", [1, 9])
def test_many_cost_as_much_as_one(alice, django_assert_num_queries, many):
    made = [make_rejection(alice, make_interview(alice)) for _ in range(many)]
    for rejection in made:
        judged(rejection, wanted="yes")
    with django_assert_num_queries(2):
        assert all(found.enough for found in progress(made).values())
