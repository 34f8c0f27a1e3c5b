"""The page of a mail that was read can be seen again: with Back, with Forward, anew."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from tests.browser.fernwood import MAIL, MESSAGE
from tests.factories import make_employer, make_interview

READ, NEW = reverse("rejections:read_mail"), reverse("rejections:new")


@pytest.fixture(autouse=True)
def _fresh_cache(db):
    cache.clear()


@pytest.fixture
def address(alice_client):
    answer = alice_client.post(READ, {"message": MAIL, "draft": "d1"})
    assert answer.status_code == 303
    return answer.url


def fields(client, address, **changed):
    page = client.get(address).context
    return page["form"].initial | {"read": page["key"]} | changed


def test_it_is_seen_again_and_nothing_is_written(alice, alice_client, address):
    for _ in range(2):
        html = alice_client.get(address).content.decode()
        assert "Their mail" in html
        assert '<mark class="read">' in html
        assert 'value="Fernwood Robotics"' in html
        assert 'data-continues="d1"' in html
    assert not alice.interviews.exists()
    assert "stored" not in alice_client.cookies


def test_it_lies_sealed_and_not_for_ever(alice_client, address):
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM cache")
        (row,) = [each for each in cursor.fetchall() if "mail:" in each[0]]
    assert address.partition("=")[2] not in str(row)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert alice_client.get(address).url == NEW


def test_nobody_else_sees_it(bob_client, alice_client, address):
    for client, page in (
        (bob_client, address),
        (alice_client, READ),
        (alice_client, f"{address}x"),
    ):
        assert client.get(page).url == NEW


def test_after_saving_it_shows_what_was_saved_and_leads_there(alice, alice_client, address):
    sent = fields(alice_client, address, role="Engineer", keep_contact="")
    alice_client.post(NEW, sent)
    rejection = alice.rejections.get()
    html = alice_client.get(address).content.decode()
    assert 'value="Engineer"' in html
    assert "It is written down, as it stands here." in html
    assert reverse("rejections:edit", args=[rejection.pk]) in html
    assert ">Write it down</button>" not in html
    assert alice_client.post(NEW, sent).url == reverse("path:written", args=[rejection.pk])
    assert alice.rejections.count() == 1


def test_what_is_refused_stands_beside_the_mail(alice, alice_client, address):
    answer = alice_client.post(NEW, fields(alice_client, address, employer="", role="Engineer"))
    assert (answer.status_code, answer.url) == (303, address)
    for _ in range(2):
        html = alice_client.get(address).content.decode()
        assert "Name the employer; all else can wait." in html
        assert 'value="Engineer"' in html
        assert MESSAGE[:40] in html
    alice_client.post(NEW, fields(alice_client, address, employer="Fernwood"))
    assert alice.interviews.get().employer.name == "Fernwood"


def test_which_one_is_asked_beside_the_mail(alice, alice_client, address):
    make_interview(alice, make_employer(alice, "Marlow"), role="Data Engineer")
    answer = alice_client.post(NEW, fields(alice_client, address, employer="Marlow"), follow=True)
    html = answer.content.decode()
    assert "You have one open with them: is it this one?" in html
    assert "Choose one. What you typed is still here." in html
    assert "Their mail" in html


def test_only_so_many_are_kept(alice_client, address):
    for _ in range(9):
        last = alice_client.post(READ, {"message": MESSAGE}).url
    assert alice_client.get(last).status_code == 200
    assert alice_client.get(address).url == NEW
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        assert len([key for (key,) in cursor.fetchall() if "mail:" in key]) == 8
