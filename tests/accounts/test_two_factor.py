import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture
def signed_in(alice, client):
    sign_in(client)
    return client


def sign_in(client):
    sent = {"login": "alice@example.org", "password": "a long enough password"}
    return client.post(reverse("account_login"), sent)


def turn_on(client) -> str:
    page = client.get(reverse("mfa_activate_totp")).text
    assert "<svg" in page
    assert "style=" not in page
    secret = re.search(r'id="authenticator_secret">(\w+)<', page)[1]
    client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    return secret


def test_two_factor_guards_the_next_sign_in(signed_in):
    secret = turn_on(signed_in)
    other = Client()
    assert sign_in(other).url == reverse("mfa_authenticate")
    assert other.get("/settings/").status_code == 302
    # The code that turned it on is used up: a bystander who saw it typed cannot use it again.
    used = other.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert used.status_code == 200
    codes = recovery_codes(signed_in)
    assert other.post(reverse("mfa_authenticate"), {"code": codes[0]}).url == "/"
    again = Client()
    sign_in(again)
    assert again.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200


def recovery_codes(client) -> list[str]:
    page = client.get(reverse("mfa_view_recovery_codes")).text
    listed = re.search(r'id="recovery_codes"[^>]*>(.*?)</pre>', page, re.S)
    return listed[1].split() if listed else []


def test_recovery_codes_are_shown_once(signed_in):
    turn_on(signed_in)
    assert len(recovery_codes(signed_in)) == 10
    assert recovery_codes(signed_in) == []


def test_secrets_lie_encrypted(signed_in):
    secret = turn_on(signed_in)
    kept = [str(row.data) for row in Authenticator.objects.all()]
    assert len(kept) == 2
    assert not any(secret in row for row in kept)
    assert get_adapter().decrypt(get_adapter().encrypt(secret)) == secret


def test_it_turns_off(signed_in):
    turn_on(signed_in)
    signed_in.post(reverse("mfa_deactivate_totp"))
    assert sign_in(Client()).url == "/"
