"""Every address, for everybody: a stranger learns nothing and changes nothing."""

import re

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse

from tests import sweep

METHODS = ["get", "head", "post", "options"]
OWN = sorted(sweep.OWN.split())
ADMIN = ["", "accounts/", "accounts/user/", "accounts/user/add/", "accounts/user/1/change/"]
ADMIN += ["accounts/user/1/delete/", "accounts/user/1/history/", "autocomplete/", "r/5/1/"]


@pytest.fixture
def journal(alice):
    return sweep.write_journal(alice)


def everything() -> dict:
    """All rows but the sessions and what tracks them."""
    models = [m for m in apps.get_models() if m._meta.app_label not in {"sessions", "usersessions"}]
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}


def said(response) -> tuple[int, str]:
    """The answer, without the token and the address that differ from one to the next."""
    return response.status_code, re.sub(r'value="\w{64}"', "", response.text)


def test_every_address_is_listed():
    listed = [*OWN, *sweep.DOORS.split()]
    listed += [name for names in sweep.ADDRESSES.values() for name in names.split()]
    assert sweep.every_name() ^ set(listed) == set()


@pytest.mark.parametrize("method", METHODS)
def test_who_is_not_signed_in_is_sent_to_the_door(client, journal, method):
    addresses = [reverse(name) for name in OWN]
    for names in sweep.ADDRESSES.values():
        addresses += [sweep.address_of_nothing(name) for name in names.split()]
    before = everything()
    for address in addresses:
        response = getattr(client, method)(address)
        assert response.status_code == (401 if method == "post" else 302), address
        door = response.text if method == "post" else response.url
        assert reverse("account_login") in door, address
    assert everything() == before


@pytest.mark.parametrize("row", sweep.ADDRESSES)
def test_what_is_somebody_elses_is_not_there(bob_client, grace_client, journal, row):
    before = everything()
    for name in sweep.ADDRESSES[row].split():
        theirs = sweep.address(name, getattr(journal, row))
        nothing = sweep.address_of_nothing(name)
        for stranger in (bob_client, grace_client):
            answers = [getattr(stranger, method)(theirs) for method in METHODS]
            statuses = {answer.status_code for answer in answers}
            assert {404} <= statuses <= {404, 405}, theirs
            likewise = [getattr(stranger, method)(nothing) for method in METHODS]
            assert list(map(said, answers)) == list(map(said, likewise)), theirs
    assert everything() == before


@pytest.mark.parametrize("row", sweep.ADDRESSES)
def test_the_owner_is_let_in_and_reading_changes_nothing(alice_client, journal, row):
    addresses = [
        sweep.address(name, getattr(journal, row)) for name in sweep.ADDRESSES[row].split()
    ]
    before = everything()
    statuses = {address: alice_client.get(address).status_code for address in addresses}
    assert set(statuses.values()) <= {200, 302, 405}, statuses
    assert everything() == before
    for address in addresses:
        if statuses[address] == 405:
            with transaction.atomic():
                assert alice_client.post(address).status_code in {200, 302, 409, 422}, address
                transaction.set_rollback(True)


@pytest.mark.parametrize("name", OWN)
def test_ones_own_pages_show_nobody_elses_words(bob_client, journal, name):
    before = everything()
    response = bob_client.get(reverse(name), follow=True)
    assert response.status_code in {200, 404, 405}
    assert sweep.WORD not in response.text
    assert everything() == before


@pytest.mark.parametrize("method", METHODS)
def test_the_dashboard_is_for_staff(bob_client, method):
    for path in ADMIN:
        response = getattr(bob_client, method)(f"/admin/{path}", follow=True)
        assert response.status_code == 403, path


def test_the_dashboard_shows_no_word_of_a_journal(grace_client, journal, settings):
    settings.DEMO = True
    for path in ADMIN:
        assert sweep.WORD not in grace_client.get(f"/admin/{path}", follow=True).text, path
