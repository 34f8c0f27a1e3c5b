import pytest
from django.urls import reverse


@pytest.fixture
def fresh(alice, client):
    """Alice, who has just typed her password."""
    sent = {"login": "alice@example.org", "password": "a long enough password"}
    client.post(reverse("account_login"), sent)
    return client


def test_who_signed_in_long_ago_is_asked_again(alice_client):
    response = alice_client.get(reverse("account_email"))
    assert response.url.startswith(reverse("account_reauthenticate"))


def test_a_new_address_signs_in(fresh, alice):
    response = fresh.post(reverse("account_email"), {"email": "Alice.L@Example.org "})
    assert response.url == reverse("accounts:settings")
    fresh.logout()
    sent = {"login": "alice.l@example.org", "password": "a long enough password"}
    assert fresh.post(reverse("account_login"), sent).url == "/"
    fresh.logout()
    old = {"login": "alice@example.org", "password": "a long enough password"}
    assert fresh.post(reverse("account_login"), old).status_code == 200


def test_an_address_somebody_has_is_refused(fresh, alice, bob):
    response = fresh.post(reverse("account_email"), {"email": "BOB@example.org"})
    assert response.status_code == 422
    assert "Somebody already uses this address." in response.text
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
