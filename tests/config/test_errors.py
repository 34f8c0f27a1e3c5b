"""What people read when something fails."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts import page_owner

TYPED = {"name": "Alice & “Co”\r\nline two", "time_zone": "UTC"}


@pytest.fixture
def strict(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    return client


def test_nothing_at_this_address(alice_client):
    response = alice_client.get("/nothing/at/all/")
    assert response.status_code == 404
    assert "nothing at this address" in response.text


def test_a_stale_token_loses_nothing(alice, strict):
    url = reverse("accounts:settings")
    sent = TYPED | {page_owner.FIELD: page_owner.name(alice)}
    response = strict.post(url, sent, headers={"origin": "http://testserver"})
    assert response.status_code == 403
    assert "Nothing was lost" in response.text
    assert 'value="Alice &amp; “Co”' in response.text


def test_what_another_site_sent_is_not_offered(strict):
    url = reverse("accounts:settings")
    response = strict.post(url, TYPED, headers={"origin": "https://evil.example"})
    assert response.status_code == 403
    assert "Alice" not in response.text


def test_a_password_is_not_repeated(strict):
    sent = {"login": "alice@example.org", "password": "in the page"}
    response = strict.post(reverse("account_login"), sent, headers={"origin": "http://testserver"})
    assert response.status_code == 403
    assert "in the page" not in response.text


def test_what_cannot_be_read_is_not_too_much(alice_client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    response = alice_client.post(reverse("interviews:new"), {"employer": "x", "role": "y"})
    assert response.status_code == 400


def test_a_broken_page_still_speaks(alice, settings, monkeypatch):
    client = Client(raise_request_exception=False)
    client.force_login(alice)
    monkeypatch.setattr("accounts.views.TakeBreak", None)
    response = client.get(reverse("accounts:settings"))
    assert response.status_code == 500
    assert "Something broke here" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_too_much_at_once(alice_client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    response = alice_client.post(reverse("accounts:settings"), TYPED)
    assert response.status_code == 413
    assert "try with less at once" in response.text


def test_what_was_sent_signed_out_waits_to_be_sent_again(alice):
    response = Client().post(reverse("accounts:settings"), TYPED)
    assert response.status_code == 401
    assert "waits on this page" in response.text
    assert 'value="Alice &amp; “Co”' in response.text


def test_a_password_sent_signed_out_is_not_repeated(alice):
    sent = {"oldpassword": "in the page"}
    response = Client().post(reverse("account_change_password"), sent)
    assert response.status_code == 401
    assert "in the page" not in response.text


def test_the_address_of_a_button_says_so(alice_client):
    response = alice_client.get(reverse("path:break"))
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert "belongs to a button" in response.text
