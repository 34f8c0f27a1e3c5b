from datetime import timedelta

import pytest
from django.urls import reverse

from journal.models import Closing, Perspective
from tests.factories import make_problem, make_rejection


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


def address(rejection, name="page"):
    return reverse(f"closing:{name}", args=[rejection.pk])


def test_moving_on_needs_nothing_first(alice, alice_client, rejection):
    answer = alice_client.post(address(rejection, "close"))
    assert answer.url == f"{address(rejection, 'closed')}?now=1"
    rejection.refresh_from_db()
    assert rejection.closed_on == alice.today()


def test_what_i_take_and_leave_is_kept_on_closing(alice, alice_client, rejection):
    day = alice.today() + timedelta(days=60)
    alice_client.post(
        address(rejection, "close"),
        {
            "take": "Ask about traffic\r\nfirst",
            "leave": "The whiteboard",
            "feeling_now": "4",
            "look_back_on": day.isoformat(),
        },
    )
    closing = rejection.closings.get()
    assert (closing.take, closing.leave) == ("Ask about traffic\nfirst", "The whiteboard")
    assert closing.feeling_now == 4
    rejection.refresh_from_db()
    assert rejection.look_back_on == day
    assert not rejection.is_open


def test_kept_for_later_it_stays_open(alice_client, rejection):
    answer = alice_client.post(address(rejection), {"take": "Ask first"})
    assert answer.url == reverse("path:page", args=[rejection.pk])
    assert rejection.closings.get().take == "Ask first"
    rejection.refresh_from_db()
    assert rejection.is_open


@pytest.mark.parametrize("name", ["page", "close"])
def test_a_day_that_is_past_is_refused_and_nothing_is_lost(alice, alice_client, rejection, name):
    data = {"take": "What I typed", "look_back_on": alice.today().isoformat()}
    answer = alice_client.post(address(rejection, name), data)
    assert answer.status_code == 422
    assert "What I typed" in answer.content.decode()
    rejection.refresh_from_db()
    assert rejection.is_open
    assert not Closing.objects.exists()


def test_a_day_set_long_ago_does_not_stop_an_edit(alice, alice_client, rejection):
    rejection.store(look_back_on=alice.today() - timedelta(days=3))
    day = rejection.look_back_on.isoformat()
    assert f'min="{day}"' in alice_client.get(address(rejection)).content.decode()
    data = {"take": "Ask first", "look_back_on": day}
    assert alice_client.post(address(rejection), data).status_code == 302


def test_now_stands_beside_then(alice, alice_client, rejection):
    Perspective.objects.create(owner=alice, rejection=rejection, feeling=1)
    assert "At first it felt awful." in alice_client.get(address(rejection)).content.decode()
    alice_client.post(address(rejection, "close"), {"feeling_now": "4"})
    page = alice_client.get(address(rejection, "closed")).content.decode()
    assert "It felt awful then" in page
    assert "It feels okay now" in page


def test_without_check_ins_no_feeling_is_asked_or_shown(alice, alice_client, rejection):
    Perspective.objects.create(owner=alice, rejection=rejection, feeling=1)
    Closing.objects.create(owner=alice, rejection=rejection, feeling_now=4)
    alice.check_ins = False
    alice.save()
    page = alice_client.get(address(rejection)).content.decode()
    assert "feel" not in page.partition("<main")[2]
    alice_client.post(address(rejection, "close"), {"take": "Ask first", "version": "1"})
    assert "awful" not in alice_client.get(address(rejection, "closed")).content.decode()
    assert rejection.closings.get().feeling_now == 4


def test_a_second_tab_does_not_overwrite_silently(alice, alice_client, rejection):
    Closing.objects.create(owner=alice, rejection=rejection, take="First")
    alice_client.post(address(rejection), {"take": "Second", "version": "1"})
    answer = alice_client.post(address(rejection, "close"), {"take": "Third", "version": "1"})
    assert answer.status_code == 422
    assert "Third" in answer.content.decode()
    assert rejection.closings.get().take == "Second"


def test_closed_says_what_i_take_and_what_stays(alice, alice_client, rejection):
    make_problem(alice, rejection.interview)
    alice_client.post(address(rejection, "close"), {"take": "Ask *first*"})
    page = alice_client.get(f"{address(rejection, 'closed')}?now=1").content.decode()
    assert "Its problems stay in" in page
    assert rejection.closings.get().rendered("take") in page
    assert 'class="turning"' in page


def test_the_arc_turns_only_right_after_closing(alice_client, rejection):
    alice_client.post(address(rejection, "close"))
    page = alice_client.get(address(rejection, "closed")).content.decode()
    assert 'class="turning"' not in page
    assert "Its problems" not in page


def test_what_is_open_has_no_closed_page(alice_client, rejection):
    assert alice_client.get(address(rejection, "closed")).url == address(rejection)


def test_what_i_take_may_change_after_closing(alice, alice_client, rejection):
    alice_client.post(address(rejection, "close"), {"take": "Ask first"})
    rejection.refresh_from_db()
    closed_on = rejection.closed_on
    page = alice_client.get(address(rejection)).content.decode()
    assert address(rejection, "close") not in page
    answer = alice_client.post(address(rejection), {"take": "Ask twice", "version": "1"})
    assert answer.url == address(rejection, "closed")
    rejection.refresh_from_db()
    assert rejection.closed_on == closed_on


def test_closing_twice_keeps_the_first_day(alice, alice_client, rejection):
    rejection.close(alice.today() - timedelta(days=9))
    alice_client.post(address(rejection, "close"))
    rejection.refresh_from_db()
    assert rejection.closed_on == alice.today() - timedelta(days=9)


def test_it_opens_again_with_all_it_held(alice_client, rejection):
    alice_client.post(address(rejection, "close"), {"take": "Ask first"})
    answer = alice_client.post(address(rejection, "reopen"))
    assert answer.url == reverse("path:page", args=[rejection.pk])
    rejection.refresh_from_db()
    assert rejection.is_open
    assert rejection.closings.get().take == "Ask first"


@pytest.mark.parametrize("name", ["close", "reopen"])
def test_closing_and_opening_are_never_a_get(alice_client, rejection, name):
    assert alice_client.get(address(rejection, name)).status_code == 405


@pytest.mark.parametrize("name", ["page", "close", "reopen"])
def test_a_stranger_finds_nothing(bob_client, rejection, name):
    assert bob_client.post(address(rejection, name), {"take": "Mine"}).status_code == 404
    assert bob_client.get(address(rejection)).status_code == 404
    assert bob_client.get(address(rejection, "closed")).status_code == 404
    rejection.refresh_from_db()
    assert rejection.is_open
    assert not Closing.objects.exists()
