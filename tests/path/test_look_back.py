from datetime import timedelta

import pytest
from django.urls import reverse

from journal.models import Attempt, Closing
from journal.path.look_back import learned_since
from tests.factories import (
    make_attempt,
    make_gap,
    make_interview,
    make_perspective,
    make_problem,
    make_rejection,
)


@pytest.fixture
def told_on(alice):
    return alice.today() - timedelta(days=90)


@pytest.fixture
def rejection(alice, told_on):
    return make_rejection(
        alice,
        told_on=told_on,
        closed_on=told_on + timedelta(days=9),
        look_back_on=alice.today() - timedelta(days=2),
    )


def solved(problem, on):
    make_attempt(problem, "Again.", Attempt.Grade.WELL, solved_on=on)


def test_what_was_learned_since_is_three_lines(alice, rejection, told_on):
    later = told_on + timedelta(days=30)
    make_gap(alice, "Trade-offs", closed_on=later)
    make_gap(alice, "Closed before", closed_on=told_on - timedelta(days=1))
    make_gap(alice, "Still open")
    for title in ("A feed", "A queue"):
        solved(make_problem(alice, make_interview(alice), title), later)
    theirs = make_problem(alice, rejection.interview, "A rate limiter")
    solved(theirs, later)
    solved(theirs, later + timedelta(days=9))
    solved(make_problem(alice, title="Solved before"), told_on - timedelta(days=1))
    make_perspective(rejection, feeling=1)
    Closing.objects.create(owner=alice, rejection=rejection, feeling_now=4)
    assert learned_since(rejection) == [
        "You closed one gap: “Trade-offs”.",
        "You solved three problems again: “A rate limiter”, “A feed” and one more.",
        "It felt awful then, and okay when you moved on.",
    ]


def test_a_mood_that_stayed_is_said_so(alice, rejection):
    make_perspective(rejection, feeling=2)
    Closing.objects.create(owner=alice, rejection=rejection, feeling_now=2)
    assert learned_since(rejection) == ["It felt low then, and still low when you moved on."]


def test_it_is_of_ones_own(alice, bob, rejection):
    make_gap(bob, closed_on=bob.today())
    solved(make_problem(bob, make_interview(bob)), bob.today())
    assert learned_since(rejection) == []


def test_it_stands_on_the_path_from_that_day_on_alone(alice, rejection, alice_client):
    make_gap(alice, "Trade-offs", closed_on=alice.today())
    page = reverse("path:page", args=[rejection.pk])
    assert "You closed one gap" in alice_client.get(page).text
    alice_client.post(reverse("path:looked_back", args=[rejection.pk]))
    assert "You closed one gap" not in alice_client.get(page).text
