"""Coming in by the front door, as people do."""

from django.urls import reverse

PASSWORD = "a long enough password"


def sign_in(client, email="alice@example.org"):
    return client.post(reverse("account_login"), {"login": email, "password": PASSWORD})


def sign_up(client, email="alice@example.org", **sent):
    sent = {"email": email, "password1": PASSWORD, **sent}
    return client.post(reverse("account_signup"), sent)


def say_who_it_is(client):
    """What comes next asks for the password once more, also right after signing in."""
    return client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
