"""Bringing an earlier text back goes by the same door as typing it."""

import pytest
from django.urls import reverse

from tests.factories import make_evidence, make_feedback, make_gap, make_rejection, make_version

NOW = "Wrote clean code. Drew before asking."


@pytest.fixture
def quote(alice):
    feedback = make_feedback(make_rejection(alice).interview, NOW)
    return make_evidence(feedback, "Drew before asking.", make_gap(alice))


def bring_back(client, row, text, **sent):
    version = make_version(row, "text", text)
    return client.post(reverse("versions:bring_back", args=[version.pk]), sent)


def test_marked_words_move_along(alice_client, quote):
    assert bring_back(alice_client, quote.feedback, f"To begin with: {NOW}").status_code == 302
    quote.refresh_from_db()
    assert quote.start == len("To begin with: Wrote clean code. ")


def test_what_would_lose_marked_words_is_asked_for_first(alice_client, quote):
    answer = bring_back(alice_client, quote.feedback, "Wrote clean code.")
    assert answer.status_code == 422
    assert "“Drew before asking.”" in answer.text
    quote.feedback.refresh_from_db()
    assert quote.feedback.text == NOW


def test_it_is_brought_back_all_the_same(alice_client, quote):
    assert bring_back(alice_client, quote.feedback, "Wrote clean code.", leave="on").url
    quote.refresh_from_db()
    assert quote.feedback.text == "Wrote clean code."
    assert quote.lost_in(quote.feedback.text) == "gone"
