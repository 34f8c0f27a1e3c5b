import pytest

from journal.models import Perspective
from journal.perspective.step import progress
from tests.factories import make_interview, make_rejection, make_round


def held(rejection):
    return progress([rejection]).get(rejection.pk)


def write(rejection, **fields):
    return Perspective.objects.create(owner=rejection.owner, rejection=rejection, **fields)


def test_nothing_written_holds_nothing(alice):
    rejection = make_rejection(alice)
    assert held(rejection) is None
    write(rejection)
    assert not held(rejection).begun


def test_a_sentence_is_enough(alice):
    rejection = make_rejection(alice)
    write(rejection, words="I keep replaying the whiteboard. Yes.", saw_technical=True)
    found = held(rejection)
    assert found.holds == "Mostly looked at technical work. “I keep replaying the whiteboard.”"
    assert found.enough


def test_a_feeling_is_enough(alice):
    rejection = make_rejection(alice)
    write(rejection, feeling=2)
    assert held(rejection).holds == "It felt low."
    assert held(rejection).enough


def test_a_feeling_is_not_said_to_who_switched_check_ins_off(alice):
    rejection = make_rejection(alice)
    write(rejection, feeling=2)
    alice.check_ins = False
    alice.save()
    assert "low" not in held(rejection).holds
    assert held(rejection).enough


def test_lenses_alone_are_a_beginning(alice):
    rejection = make_rejection(alice)
    write(rejection, saw_technical=True, saw_seniority=True)
    assert held(rejection).holds == "Mostly looked at technical work and seniority."
    assert held(rejection).begun
    assert not held(rejection).enough


def test_a_round_rated_since_is_a_beginning(alice):
    rejection = make_rejection(alice)
    round_ = make_round(rejection.interview, rating_before=4)
    assert held(rejection) is None
    round_.store(rating_after=3)
    assert held(rejection).begun
    assert not held(rejection).enough


@pytest.mark.parametrize("many", [1, 9])
def test_many_cost_as_much_as_one(alice, django_assert_num_queries, many):
    made = [make_rejection(alice, make_interview(alice)) for _ in range(many)]
    for rejection in made:
        write(rejection, words="Yes.")
    with django_assert_num_queries(2):
        assert len(progress(made)) == many
