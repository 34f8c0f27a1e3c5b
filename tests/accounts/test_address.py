import pytest
from django.urls import reverse

from tests.accounts.entering import say_who_it_is, sign_in


@pytest.fixture
def known(alice, client):
    """Alice, who has just typed her password again."""
    sign_in(client)
    say_who_it_is(client)
    return client


def test_her_password_is_asked_for_first(alice_client):
    response = alice_client.get(reverse("account_email"))
    assert response.url.startswith(reverse("account_reauthenticate"))


def test_a_new_address_signs_in(known):
    response = known.post(reverse("account_email"), {"email": "Alice.L@Example.org "})
    assert response.url == reverse("accounts:settings")
    known.logout()
    assert sign_in(known, "alice.l@example.org").url == "/"
    known.logout()
    assert sign_in(known, "alice@example.org").status_code == 200


def test_an_address_somebody_has_is_refused(known, alice, bob):
    response = known.post(reverse("account_email"), {"email": "BOB@example.org"})
    assert response.status_code == 422
    assert "Somebody already uses this address." in response.text
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
