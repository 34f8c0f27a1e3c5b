"""A form that saves by itself: what the server answers, and what it keeps."""

import pytest
from django.test import Client
from django.urls import reverse

from journal.models import Version
from tests.factories import make_rejection

TYPING = {"X-Autosave": "typing"}
RESOLVED = {"X-Autosave": "resolved"}


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def save(alice_client, rejection):
    address = reverse("perspective:page", args=[rejection.pk])

    def send(words, version, headers=TYPING):
        typed = {"words": words, "version": version}
        return alice_client.post(address, typed, headers=headers)

    return send


def words(rejection):
    return rejection.perspectives.get().words


def kept():
    return [version.text for version in Version.objects.order_by("pk")]


def test_it_answers_with_the_version(save, rejection):
    assert save("One", 0).json() == {"versions": {"version": 1}, "theirs": {}}
    assert save("One two", 1).json()["versions"] == {"version": 2}
    assert words(rejection) == "One two"


def test_the_same_words_again_are_no_conflict(save):
    """An answer that got lost: the page sends once more what the journal has."""
    save("One", 0)
    again = save("One", 0)
    assert (again.status_code, again.json()["versions"]) == (200, {"version": 1})


def test_another_text_meanwhile_is_shown_and_not_overwritten(save, rejection):
    save("From one tab", 0)
    answer = save("From another", 0)
    assert answer.status_code == 409
    assert answer.json() == {
        "versions": {"version": 1},
        "theirs": {"words": "From one tab", "not_seen": ""},
    }
    assert words(rejection) == "From one tab"


def test_a_choice_between_two_texts_keeps_the_other(save, rejection):
    save("From one tab", 0)
    assert save("From another", 1, RESOLVED).status_code == 200
    assert words(rejection) == "From another"
    assert kept() == ["From one tab"]


def test_typing_on_leaves_no_trail_of_versions(save):
    text = "A sentence about the day. " * 20
    save(text, 0)
    for version in range(1, 12):
        text += f" And {version}."
        save(text, version)
    assert kept() == []


def test_what_is_taken_out_can_be_brought_back(save):
    long = "A sentence about the day. " * 20
    save(long, 0)
    save(long[:-5], 1)
    save(long[:-9], 2)
    save("", 3)
    assert kept() == [long.strip(), long[:-9].strip()]


def test_signed_out_is_said_in_a_word(rejection):
    address = reverse("perspective:page", args=[rejection.pk])
    answer = Client().post(address, {"words": "Mine"}, headers=TYPING)
    assert answer.status_code == 401
    assert not rejection.perspectives.exists()


def test_a_stranger_gets_404_and_no_word(bob_client, rejection):
    address = reverse("perspective:page", args=[rejection.pk])
    answer = bob_client.post(address, {"words": "Theirs"}, headers=TYPING)
    assert answer.status_code == 404
    assert answer.json() == {"versions": {}, "theirs": {}}


def test_a_stale_token_is_refused_in_a_word(alice, rejection):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    address = reverse("perspective:page", args=[rejection.pk])
    assert client.post(address, {"words": "Mine"}, headers=TYPING).status_code == 403


def test_what_cannot_be_stored_is_refused(alice_client, rejection):
    address = reverse("closing:page", args=[rejection.pk])
    typed = {"take": "Ask about clients first.", "look_back_on": "2001-01-01"}
    assert alice_client.post(address, typed, headers=TYPING).status_code == 422
    assert not rejection.closings.exists()


def test_the_answer_is_never_kept(save):
    assert save("One", 0).headers["Cache-Control"] == "no-store"


def test_a_stored_draft_is_named(alice_client, rejection):
    address = reverse("perspective:page", args=[rejection.pk])
    alice_client.post(address, {"words": "Mine", "draft": "abc123"})
    assert alice_client.cookies["stored"].value == "abc123"


@pytest.mark.parametrize(
    "typed", [{"words": "x" * 10, "feeling": "9"}, {"words": "Mine", "draft": "a;b"}]
)
def test_no_other_draft_is_named(alice_client, rejection, typed):
    address = reverse("perspective:page", args=[rejection.pk])
    alice_client.post(address, {"draft": "abc123", **typed})
    assert "stored" not in alice_client.cookies


def test_the_door_names_no_draft(rejection):
    client = Client()
    client.post(reverse("perspective:page", args=[rejection.pk]), {"draft": "abc123"})
    assert "stored" not in client.cookies


def test_signing_out_names_whose_drafts_the_browser_lets_go(alice, alice_client):
    """Theirs, and not those of somebody else who writes on the same computer."""
    answer = alice_client.post(reverse("account_logout"))
    assert answer.cookies["signed_out"].value == alice.draft_name
    assert "Clear-Site-Data" not in answer.headers


def test_a_draft_key_is_a_persons_own(alice, bob):
    assert len({alice.draft_key, bob.draft_key, alice.draft_name, bob.draft_name}) == 4
