"""Unsubscribing: in one click from the mail program, or from the page behind the link."""

import pytest
from django.test import Client

from journal.reminders.links import stop_url


@pytest.fixture
def path(alice, settings):
    return stop_url(alice).removeprefix(settings.SITE_URL)


def is_on(alice):
    alice.refresh_from_db()
    return alice.mail_on


def test_one_click_without_a_cookie_stops_it(alice, path):
    """RFC 8058: a POST as a mail provider sends it, from anywhere, with no token of ours."""
    client = Client(enforce_csrf_checks=True)
    answer = client.post(
        path,
        "List-Unsubscribe=One-Click",
        content_type="application/x-www-form-urlencoded",
        headers={"origin": "https://mail.example"},
    )
    assert answer.status_code == 200
    assert not answer.cookies
    assert not is_on(alice)


def test_it_says_how_to_come_back(path, client):
    page = client.post(path).content.decode()
    assert "No more reminders by e-mail" in page
    assert "tick “Remind me by e-mail”" in page


def test_opening_the_link_shows_a_form_and_changes_nothing(alice, path, client):
    answer = client.get(path)
    assert "Stop them" in answer.content.decode()
    assert not answer.cookies
    assert is_on(alice)


def test_twice_is_as_once(alice, path, client):
    assert [client.post(path).status_code for _ in range(2)] == [200, 200]
    assert not is_on(alice)


def test_a_link_that_was_changed_leads_nowhere(alice, path, client):
    pk, _, signature = path.rstrip("/").rpartition("/")[2].partition(":")
    for token in (f"{int(pk) + 1}:{signature}", pk, "x", f"{pk}:x"):
        assert client.post(f"/reminders/stop/{token}/").status_code == 404
    assert is_on(alice)


def test_it_stops_mail_and_nothing_else(alice, path, client, problem):
    client.post(path)
    assert alice.problems.active().count() == 1
