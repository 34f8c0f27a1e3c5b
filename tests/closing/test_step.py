from datetime import date

import pytest

from journal.closing.step import progress
from journal.models import Closing
from tests.factories import make_interview, make_rejection


def held(rejection):
    return progress([rejection])[rejection.pk]


def write(rejection, **fields):
    return Closing.objects.create(owner=rejection.owner, rejection=rejection, **fields)


def test_only_closing_is_enough(alice):
    rejection = make_rejection(alice)
    assert not held(rejection).begun
    write(rejection, take="Ask about traffic first. Then draw.")
    found = held(rejection)
    assert (found.begun, found.enough) == (True, False)
    assert found.holds == "I take “Ask about traffic first.”"
    rejection.close(date(2020, 11, 19))
    found = held(rejection)
    assert found.enough
    assert found.holds == "Moved on, 19 November 2020. I take “Ask about traffic first.”"


def test_what_i_leave_counts_as_well(alice):
    rejection = make_rejection(alice)
    write(rejection, leave="The whiteboard")
    assert held(rejection).holds == "I leave “The whiteboard”"


def test_what_was_just_kept_says_so(alice):
    rejection = make_rejection(alice)
    rejection.keep(date(2020, 11, 19))
    assert held(rejection).holds == "Kept, 19 November 2020."


@pytest.mark.parametrize("many", [1, 9])
def test_many_cost_as_much_as_one(alice, django_assert_num_queries, many):
    made = [make_rejection(alice, make_interview(alice)) for _ in range(many)]
    for rejection in made:
        write(rejection, take="Ask first")
    with django_assert_num_queries(1):
        assert all(found.begun for found in progress(made).values())
