"""Whatever is sent, a form answers with a sentence or keeps it; it never trips."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_attempt, make_gap, make_problem, make_rejection, make_round

VALUES = st.one_of(
    st.text(max_size=40),
    st.integers(-(10**20), 10**20).map(str),
    st.sampled_from(["", "\x00", "2026-02-30", "9999-12-31", "0001-01-01", "nan"]),
)
FIELDS = [
    "title",
    "kind",
    "question",
    "answered",
    "went_wrong",
    "minutes",
    "round",
    "gaps",
    "token",
    "version",
    "text",
    "language",
    "started",
    "grade",
    "next_time",
    "closes_gap",
    "link",
    "shows",
    "solved_on",
    "lines",
    "next",
]
TOKEN = {"csrfmiddlewaretoken": "as browsers send"}


@pytest.mark.parametrize(
    "name",
    [
        "new",
        "new_for",
        "edit",
        "solve",
        "finish",
        "look",
        "elsewhere",
        "draw",
        "grade",
        "questions",
        "kind",
    ],
)
def test_no_form_trips_over_junk(alice, alice_client, name):
    interview = make_rejection(alice).interview
    make_round(interview)
    make_gap(alice)
    problem = make_problem(alice, interview)
    keys = {"new": [], "new_for": [interview.pk], "questions": [interview.pk]}

    @settings(
        deadline=None,
        max_examples=30,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(st.dictionaries(st.sampled_from(FIELDS), VALUES))
    def send(fields):
        attempt = problem.unfinished() or make_attempt(problem)
        key = [attempt.pk] if name == "grade" else keys.get(name, [problem.pk])
        response = alice_client.post(reverse(f"practice:{name}", args=key), fields | TOKEN)
        assert response.status_code in {302, 422}

    send()


def test_a_key_no_database_can_hold_is_nobodys_gap(alice, alice_client):
    make_gap(alice)
    sent = {"title": "Merge bookings", "kind": "coding", "gaps": str(10**20)}
    response = alice_client.post(reverse("practice:new"), sent)
    assert response.status_code == 422
