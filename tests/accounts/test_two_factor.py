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

from tests.accounts.entering import say_who_it_is, sign_in, sign_up


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture
def known(db, client):
    """Alice, who signed up with an address that no mail has confirmed."""
    sign_up(client)
    say_who_it_is(client)
    return client


def turn_on(client) -> str:
    page = client.get(reverse("mfa_activate_totp")).text
    assert "<svg" in page
    assert "style=" not in page
    secret = re.search(r'id="authenticator_secret">(\w+)<', page)[1]
    client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    return secret


def test_two_factor_guards_the_next_sign_in(known):
    secret = turn_on(known)
    other = Client()
    assert sign_in(other).url == reverse("mfa_authenticate")
    assert other.get("/settings/").status_code == 302
    assert other.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert other.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).url == "/"


def test_a_code_somebody_saw_typed_does_not_work_again(known):
    code = code_for(turn_on(known))
    for answer in (302, 200):
        browser = Client()
        sign_in(browser)
        assert browser.post(reverse("mfa_authenticate"), {"code": code}).status_code == answer


def test_a_recovery_code_works_once(known):
    turn_on(known)
    code = recovery_codes(known)[0]
    for answer in (302, 200):
        browser = Client()
        sign_in(browser)
        assert browser.post(reverse("mfa_authenticate"), {"code": code}).status_code == answer


def recovery_codes(client) -> list[str]:
    page = client.get(reverse("mfa_view_recovery_codes")).text
    listed = re.search(r'id="recovery_codes"[^>]*>(.*?)</pre>', page, re.S)
    return listed[1].split() if listed else []


def test_recovery_codes_are_shown_once(known):
    turn_on(known)
    assert len(recovery_codes(known)) == 10
    assert recovery_codes(known) == []


def test_secrets_lie_encrypted(known):
    secret = turn_on(known)
    kept = [str(row.data) for row in Authenticator.objects.all()]
    assert len(kept) == 2
    assert not any(secret in row for row in kept)
    assert get_adapter().decrypt(get_adapter().encrypt(secret)) == secret


def test_it_turns_off(known):
    turn_on(known)
    known.post(reverse("mfa_deactivate_totp"))
    assert sign_in(Client()).url == "/"


def test_under_another_secret_key_no_code_fits_and_nothing_breaks(known, settings):
    secret = turn_on(known)
    settings.SECRET_KEY = "another key " * 6
    browser = Client()
    assert sign_in(browser).url == reverse("mfa_authenticate")
    for code in (code_for(secret), "12345678"):
        answer = browser.post(reverse("mfa_authenticate"), {"code": code})
        assert answer.status_code == 200
        assert "This code is not right" in answer.text
