"""A link to the mail program that is too long for some of them is said to be, and comes last."""

import pytest
from django.urls import reverse

from journal.models import FeedbackRequest
from tests.factories import make_contact, make_rejection, make_request

NOTE = "too long for some mail programs"
MAIL, FILE = "Open in my mail program", "Download as .eml"


@pytest.fixture
def request_(alice):
    interview = make_rejection(alice).interview
    return make_request(interview, contact=make_contact(interview), subject="S", letter="Hi")


def page_of(client, request):
    return client.get(reverse("feedback:letter", args=[request.pk])).text


# A line break is %0D%0A, an ä %C3%A4: what is counted is the link, not the letter.
@pytest.mark.parametrize("letter", ["a" * 1800, "ä" * 301, "\n" * 301 + "a", "漢" * 210])
@pytest.mark.parametrize("state", ["drafted", "asked", "received"])
def test_a_long_one_is_said_to_be_and_comes_last(alice_client, request_, letter, state):
    days = {} if state == "drafted" else {"asked_on": "2026-11-01", "answered_on": "2026-11-09"}
    words = dict.fromkeys(["letter", "nudge_letter", "thanks_letter"], letter)
    FeedbackRequest.objects.update(state=state, **days, **words)
    page = page_of(alice_client, request_)
    assert "data-too-long hidden" not in page
    assert NOTE in page
    assert page.index(FILE) < page.index(MAIL)


def test_of_a_short_one_nothing_is_said(alice_client, request_):
    page = page_of(alice_client, request_)
    assert "data-too-long hidden" in page
    assert page.index(MAIL) < page.index(FILE)


def test_as_drafted_none_is_too_long(alice_client, alice):
    """With names of a usual length, in every tone."""
    from_ = make_rejection(alice).interview
    contact = make_contact(from_, name="Maria Ortega", address="maria@fernwood.example")
    request = make_request(from_, contact=contact, state="asked", asked_on="2026-11-01")
    assert "data-too-long hidden" in page_of(alice_client, request)
