"""A page of Alice's is still open where Bob is signed in by now."""

from http import HTTPStatus

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts import page_owner
from journal.reminders.links import stop_url
from tests import factories as make
from tests import sweep
from tests.test_sweep import everything

WORDS = "We went with somebody else."
ORIGIN = {"origin": "http://testserver"}


def sent_by(person, **fields) -> dict[str, str]:
    """What a form of a page of theirs sends."""
    return {**fields, page_owner.FIELD: page_owner.name(person)}


def strict(person=None) -> Client:
    client = Client(enforce_csrf_checks=True, headers=ORIGIN)
    if person:
        client.force_login(person)
    return client


def addresses(owner) -> list[str]:
    """Every address there is, with rows of theirs."""
    rows = sweep.write_journal(owner)
    found = [reverse(name) for name in sweep.OWN.split()]
    for row, names in sweep.ADDRESSES.items():
        found += [sweep.address(name, getattr(rows, row)) for name in names.split()]
    return [*found, *doors()]


def doors():
    for name in sweep.DOORS.split():
        try:
            yield reverse(name)
        except NoReverseMatch:
            continue


@pytest.mark.parametrize("whose", ["alice", "bob"])
def test_no_address_takes_what_anothers_page_sends(alice, bob, bob_client, whose):
    """Neither where the row is hers nor where it is his."""
    there = addresses({"alice": alice, "bob": bob}[whose])
    before = everything()
    for address in there:
        answer = bob_client.post(address, sent_by(alice, message=WORDS, text=WORDS, employer=WORDS))
        assert answer.status_code == HTTPStatus.FORBIDDEN, address
        assert WORDS not in answer.text, address
        assert "Somebody else is signed in" in answer.text, address
    assert everything() == before


def test_what_ones_own_page_sends_is_stored(alice, alice_client):
    alice_client.post(reverse("rejections:new"), sent_by(alice, employer="Fernwood"))
    assert alice.rejections.count() == 1


def test_two_names_are_not_enough(alice, bob, bob_client):
    for names in ([alice, bob], [bob, alice]):
        sent = {page_owner.FIELD: [page_owner.name(each) for each in names], "employer": "Fernwood"}
        answer = bob_client.post(reverse("rejections:new"), sent)
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert not bob.rejections.exists()


def test_a_page_that_saves_by_itself_is_told_in_a_word(alice, bob_client):
    rejection = make.make_rejection(alice)
    answer = bob_client.post(
        reverse("perspective:page", args=[rejection.pk]),
        sent_by(alice, words=WORDS),
        headers={"X-Autosave": "typing"},
    )
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert answer.json() == {"versions": {}, "theirs": {}}


def test_a_stale_token_shows_nobody_elses_words(alice, bob):
    """Signing in made the token a new one: the form of the page before carries an old one."""
    answer = strict(bob).post(reverse("rejections:new"), sent_by(alice, message=WORDS))
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert WORDS not in answer.text
    assert "Somebody else is signed in" in answer.text


def test_a_stale_token_that_says_nobody_is_nobodys(bob):
    answer = strict(bob).post(reverse("rejections:new"), {"message": WORDS})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert WORDS not in answer.text


def test_what_waits_signed_out_keeps_its_owner(alice, bob):
    """Sent again after another person signed in, it is theirs as little as before."""
    here = strict()
    here.get(reverse("account_login"))
    for answer in (
        Client().post(reverse("rejections:new"), sent_by(alice, message=WORDS)),
        here.post(reverse("rejections:new"), sent_by(alice, message=WORDS)),
    ):
        assert WORDS in answer.text
        assert page_owner.name(alice) in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
    here.force_login(bob)
    answer = here.post(reverse("rejections:new"), sent_by(alice, message=WORDS))
    assert WORDS not in answer.text


def test_sent_again_it_says_once_whose_it_is(alice):
    answer = strict(alice).post(reverse("rejections:new"), sent_by(alice, message=WORDS))
    form = answer.text.partition("<main")[2].partition("</main>")[0]
    assert WORDS in form
    assert form.count(f'name="{page_owner.FIELD}"') == 1


def test_an_unsubscribe_link_says_itself_whose_it_is(alice, bob_client):
    answer = bob_client.post(stop_url(alice), sent_by(alice))
    assert answer.status_code == HTTPStatus.OK
    alice.refresh_from_db()
    assert not alice.mail_on


@pytest.mark.parametrize("ending", ["expired", "signed out"])
def test_a_message_stays_with_whom_it_was_for(alice, bob, ending):
    """She never saw it: her session ended first."""
    browser = Client()
    browser.force_login(alice)
    employer = make.make_employer(alice, "Unmistakable Robotics")
    deleted = browser.post(reverse("employers:delete", args=[employer.pk]))
    assert deleted.status_code == HTTPStatus.FOUND
    if ending == "expired":
        Session.objects.all().delete()
    else:
        browser.post(reverse("account_logout"))
    browser.force_login(bob)
    assert "Unmistakable" not in browser.get("/").text
