from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse


@pytest.fixture
def noon():
    with time_machine.travel("2026-11-18 12:00Z", tick=False):
        yield date(2026, 11, 18)


def test_a_break_begins_and_ends(noon, alice_client, alice):
    until = noon + timedelta(days=7)
    assert alice_client.post(reverse("path:break"), {"until": until}).url == "/"
    alice.refresh_from_db()
    assert alice.on_a_break()
    assert "25 November" in alice_client.get(reverse("accounts:settings")).text
    assert alice_client.post(reverse("path:end_break")).url == "/"
    alice.refresh_from_db()
    assert not alice.on_a_break()


def test_a_break_ends_by_itself(noon, alice):
    alice.break_until = noon
    assert not alice.on_a_break()


@pytest.mark.parametrize("until", ["2026-11-18", "2020-01-01", "soon", ""])
def test_a_break_lies_ahead(noon, alice_client, alice, until):
    response = alice_client.post(reverse("path:break"), {"until": until})
    assert response.status_code == 422
    assert response.context["form"].errors["until"]
    assert "The day you want to begin again" in response.text
    alice.refresh_from_db()
    assert alice.break_until is None


@pytest.mark.parametrize("name", ["path:break", "path:end_break"])
def test_a_get_changes_nothing(alice_client, name):
    assert alice_client.get(reverse(name)).status_code == 405
