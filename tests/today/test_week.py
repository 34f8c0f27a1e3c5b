from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Action
from tests.factories import (
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_rejection,
)

PAGE = reverse("today:week")


def write(owner, name, days):
    """A week's worth, so many days ago, that `name` is found in."""
    on = owner.today() - timedelta(days=days)
    interview = make_interview(owner, make_employer(owner, f"{name} Robotics"))
    rejection = make_rejection(owner, interview, told_on=on)
    feedback = make_feedback(interview, f"{name} drew first.", received_on=on)
    gap = make_gap(owner, f"{name} gap")
    make_evidence(feedback, name, gap, created_at=rejection.created_at)
    make_problem(owner, interview, f"{name} problem", solved_on=on)
    Action.objects.create(owner=owner, gap=gap, text=f"{name} action", done_on=on)


def test_it_holds_the_last_seven_days(alice, alice_client):
    write(alice, "Fernwood", 6)
    write(alice, "Quillpost", 7)
    page = alice_client.get(PAGE).content.decode()
    for what in ("Robotics", "gap", "problem", "action"):
        assert f"Fernwood {what}" in page
    assert "Quillpost" not in page


def test_a_quiet_week_says_so(alice_client):
    assert "A quiet week." in alice_client.get(PAGE).content.decode()


def test_it_is_ones_own(alice, bob_client):
    write(alice, "Fernwood", 1)
    assert "Fernwood" not in bob_client.get(PAGE).content.decode()


@pytest.mark.parametrize("more", [1, 4])
def test_its_queries_do_not_grow(alice, alice_client, more):
    for place in range(more):
        write(alice, f"Employer{place}", 1)
    with CaptureQueriesContext(connection) as captured:
        alice_client.get(PAGE)
    assert len(captured) <= 10
