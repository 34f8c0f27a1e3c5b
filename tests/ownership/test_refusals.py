"""What a page hears where its words were not stored."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from journal.models import Perspective
from journal.ownership.models import InTrash
from journal.ownership.trash import move_to_trash
from journal.ownership.unique import is_taken
from journal.perspective.forms import PerspectiveForm
from tests.factories import make_employer, make_perspective, make_rejection, make_round

TYPING = {"X-Autosave": "typing"}


@pytest.fixture
def row(alice):
    return make_perspective(make_rejection(alice), words="It stings.")


@pytest.fixture
def address(row):
    return reverse("perspective:page", args=[row.rejection_id])


def before_it_is_stored(monkeypatch, act):
    """Between reading a row and writing it, as another request may come."""
    store = PerspectiveForm._store

    def late(form, commit):
        act(form.instance)
        return store(form, commit)

    monkeypatch.setattr(PerspectiveForm, "_store", late)


def delete(row):
    move_to_trash(row.rejection.interview)


def break_a_rule(row):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE journal_perspective SET deleted_at = changed_at WHERE id = %s", [row.pk]
        )


@pytest.mark.parametrize("words", ["It stings less now.", "Relieved", "とても残念です。"])
def test_a_form_with_a_button_shows_the_words(alice_client, address, row, monkeypatch, words):
    before_it_is_stored(monkeypatch, delete)
    answer = alice_client.post(address, {"words": words, "version": 1})
    assert answer.status_code == 409
    assert words in answer.text
    assert "in the trash" in answer.text
    assert Perspective.objects.get().words == "It stings."


def test_a_page_that_saves_itself_hears_that_it_is_gone(alice_client, address, row, monkeypatch):
    before_it_is_stored(monkeypatch, delete)
    sent = {"words": "It stings less now.", "version": 1}
    answer = alice_client.post(address, sent, headers=TYPING)
    assert (answer.status_code, answer.json()["theirs"]) == (410, {})


def test_nothing_is_written_under_what_was_deleted(row):
    interview = row.rejection.interview
    move_to_trash(interview)
    with pytest.raises(InTrash), transaction.atomic():
        make_round(interview)


def test_another_broken_rule_is_no_conflict(alice_client, address, row, monkeypatch, caplog):
    before_it_is_stored(monkeypatch, break_a_rule)
    alice_client.raise_request_exception = False
    sent = {"words": "It stings less now.", "version": 1}
    assert alice_client.post(address, sent).status_code == 500
    assert "IntegrityError" in caplog.text


def test_a_page_that_saves_itself_is_told_not_to_try_again(
    alice_client, address, row, monkeypatch, caplog
):
    before_it_is_stored(monkeypatch, break_a_rule)
    sent = {"words": "It stings less now.", "version": 1}
    answer = alice_client.post(address, sent, headers=TYPING)
    assert (answer.status_code, answer.json()) == (500, {"versions": {}, "theirs": {}})
    assert "IntegrityError" in caplog.text


def test_only_a_name_that_is_there_is_taken(alice):
    make_employer(alice, "Copperline")
    with pytest.raises(IntegrityError) as taken, transaction.atomic():
        make_employer(alice, "Copperline")
    with pytest.raises(IntegrityError) as broken, transaction.atomic():
        make_employer(alice, "Osprey", deleted_at=alice.date_joined)
    assert is_taken(taken.value)
    assert not is_taken(broken.value)
