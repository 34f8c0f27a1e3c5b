import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Holding, Priority, Verdict
from tests.factories import make_interview, make_rejection

LIST = reverse("judging:priorities")


@pytest.fixture
def priority(alice):
    return Priority.objects.create(owner=alice, name="Reviews code", weight=3)


def address(priority, name="priority_edit"):
    return reverse(f"judging:{name}", args=[priority.pk])


def test_one_is_added_with_its_weight_in_words(alice, alice_client):
    answer = alice_client.post(LIST, {"name": "Remote days", "weight": "3"})
    assert answer.url == LIST
    assert alice.priorities.get().weight == 3
    page = alice_client.get(LIST).content.decode()
    assert "Remote days" in page
    assert "A must" in page


def test_after_adding_the_way_back_stays(alice, alice_client):
    rejection = make_rejection(alice)
    came = f"{LIST}?rejection={rejection.pk}"
    assert alice_client.post(came, {"name": "Remote days", "weight": "1"}).url == came
    assert reverse("judging:page", args=[rejection.pk]) in alice_client.get(came).content.decode()


@pytest.mark.parametrize("key", ["x", "-1", "9" * 40, "²"])
def test_a_way_back_to_nowhere_is_no_way_back(alice_client, key):
    answer = alice_client.get(LIST, {"rejection": key})
    assert answer.status_code == 200
    assert answer.context["rejection"] is None


def test_the_way_back_never_leads_to_another_person(alice, bob_client):
    answer = bob_client.get(LIST, {"rejection": make_rejection(alice).pk})
    assert answer.context["rejection"] is None


@pytest.mark.parametrize(
    "data", [{"name": "", "weight": "2"}, {"name": "Pay", "weight": "4"}, {"name": "Pay"}]
)
def test_what_is_missing_is_said(alice, alice_client, data):
    answer = alice_client.post(LIST, data)
    assert answer.status_code == 422
    assert data["name"] in answer.content.decode()
    assert not alice.priorities.exists()


def test_the_same_name_twice_is_said(alice, alice_client, priority):
    answer = alice_client.post(LIST, {"name": " reviews  CODE ", "weight": "1"})
    assert answer.status_code == 422
    assert "This is on your list already." in answer.content.decode()


def test_one_is_changed(alice_client, priority):
    assert alice_client.get(address(priority)).status_code == 200
    answer = alice_client.post(address(priority), {"name": "Reviews designs", "weight": "1"})
    assert answer.url == LIST
    priority.refresh_from_db()
    assert (priority.name, priority.weight) == ("Reviews designs", 1)


def test_a_change_to_nothing_is_refused(alice_client, priority):
    assert alice_client.post(address(priority), {"name": "", "weight": "1"}).status_code == 422


def test_one_is_removed_with_what_was_held_against_it(alice, alice_client, priority):
    verdict = Verdict.objects.create(owner=alice, interview=make_interview(alice))
    Holding.objects.create(owner=alice, verdict=verdict, priority=priority, answer="yes")
    alice_client.post(address(priority, "priority_remove"))
    assert not alice.priorities.exists()
    assert not verdict.holdings.exists()
    assert Priority.with_trash.exists()


def test_removing_is_never_a_get(alice_client, priority):
    assert alice_client.get(address(priority, "priority_remove")).status_code == 405


def test_a_stranger_finds_nothing(bob_client, priority):
    assert bob_client.get(address(priority)).status_code == 404
    assert bob_client.post(address(priority), {"name": "Mine", "weight": "1"}).status_code == 404
    assert bob_client.post(address(priority, "priority_remove")).status_code == 404
    assert "Reviews code" not in bob_client.get(LIST).content.decode()
    priority.refresh_from_db()
    assert priority.name == "Reviews code"


def test_queries_do_not_grow_with_rows(alice, alice_client):
    counts = []
    for turn in range(2):
        for number in range(3 + 3 * turn):
            Priority.objects.create(owner=alice, name=f"{turn} {number}")
        with CaptureQueriesContext(connection) as queries:
            alice_client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]
