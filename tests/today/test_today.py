from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse

from journal.today.agenda import agenda, greeting
from tests.factories import make_interview, make_problem, make_rejection, make_round

TODAY = reverse("today:page")
pytestmark = pytest.mark.usefixtures("a_weekday")


def test_an_empty_journal_offers_the_first_step(alice_client):
    page = alice_client.get(TODAY).content.decode()
    assert "This journal is empty, and yours." in page
    assert reverse("rejections:new") in page


def test_at_most_three_things_and_practice_is_among_them(alice):
    for days in range(5):
        make_rejection(alice, told_on=alice.today() - timedelta(days=9 + days))
    make_round(make_interview(alice), on=alice.today())
    make_problem(alice, due=alice.today())
    kinds = [thing.kind for thing in agenda(alice).things]
    assert len(kinds) == 3
    assert kinds[0] == "interview"
    assert "problems" in kinds


def test_nothing_on_the_first_day(alice):
    make_rejection(alice, told_on=alice.today())
    assert agenda(alice).things == []
    assert agenda(alice).summary == "Nothing needs you today."


def test_nor_on_the_next_and_then_a_step_is_suggested(alice):
    rejection = make_rejection(alice, told_on=alice.today() - timedelta(days=1))
    assert agenda(alice).things == []
    rejection.toggle_aside("ask")
    alice.rejections.update(
        told_on=F("told_on") - timedelta(days=1), created_at=F("created_at") - timedelta(days=1)
    )
    (thing,) = agenda(alice).things
    assert thing.title == "Fernwood Robotics: put it in perspective"


def test_open_entries_are_one_line(alice):
    for _ in range(3):
        make_rejection(alice)
    make_rejection(alice).close(alice.today())
    assert agenda(alice).entries == "Three entries are open, one has moved on."


def test_of_nothing_moved_on_nothing_is_said(alice):
    make_rejection(alice)
    assert agenda(alice).entries == "One entry is open."


def test_a_break_is_said_and_can_end(alice, alice_client):
    make_rejection(alice)
    alice.break_until = alice.today() + timedelta(days=5)
    alice.save()
    page = alice_client.get(TODAY).content.decode()
    assert "You are on a break until" in page
    assert reverse("path:end_break") in page


@pytest.mark.parametrize(
    ("hour", "words"), [(4, "Good morning."), (12, "Good afternoon."), (2, "Good evening.")]
)
def test_the_greeting_fits_the_hour(hour, words):
    assert greeting(hour) == words


def test_one_is_greeted_by_the_name_one_gave(alice, alice_client):
    assert ", Alice.</h1>" in alice_client.get(TODAY).text
    alice.name = ""
    alice.save()
    assert "Alice" not in alice_client.get(TODAY).text
