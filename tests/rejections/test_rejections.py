from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from journal.models import Employer, Interview, Rejection
from tests.factories import make_interview, make_rejection

NEW = reverse("rejections:new")


def post_new(client, **fields):
    return client.post(NEW, {"token": str(uuid4()), "employer": "Fernwood Robotics", **fields})


def test_only_the_employer_is_required(alice, alice_client):
    answer = post_new(alice_client)
    rejection = alice.rejections.get()
    assert answer.url == reverse("path:written", args=[rejection.pk])
    assert rejection.told_on == alice.today()
    assert rejection.interview.outcome == Interview.Outcome.REJECTED


def test_without_an_employer_what_was_typed_is_kept(alice, alice_client):
    answer = post_new(alice_client, employer="", message="We decided otherwise.")
    assert answer.status_code == 422
    assert "We decided otherwise." in answer.content.decode()
    assert not alice.rejections.exists()


def test_an_employer_of_the_same_name_is_met_again(alice, alice_client):
    post_new(alice_client)
    post_new(alice_client, employer="  FERNWOOD   robotics ")
    assert Employer.objects.filter(owner=alice).count() == 1
    assert alice.rejections.count() == 2


def test_a_double_click_writes_it_once(alice, alice_client):
    token = str(uuid4())
    answers = [post_new(alice_client, token=token) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert alice.rejections.count() == 1


def test_the_message_is_kept_to_the_letter_with_lf_newlines(alice, alice_client):
    post_new(alice_client, message="Hi,\r\n\r\n*thank* <you>")
    assert alice.rejections.get().message == "Hi,\n\n*thank* <you>"


def test_silence_is_an_outcome_too(alice, alice_client):
    post_new(alice_client, told_how=Rejection.Told.SILENCE)
    assert alice.interviews.get().outcome == Interview.Outcome.GHOSTED


def test_a_day_to_come_is_refused(alice, alice_client):
    answer = post_new(alice_client, told_on=alice.today() + timedelta(days=1))
    assert "That day has not come yet." in answer.content.decode()


def test_from_an_interview_it_is_the_same_process(alice, alice_client):
    interview = make_interview(alice)
    address = reverse("rejections:new_from", args=[interview.pk])
    alice_client.post(address, {"stage": "Technical screen", "told_on": "2026-11-17"})
    assert alice.rejections.get().interview == interview
    interview.refresh_from_db()
    assert interview.outcome_on == date(2026, 11, 17)


def test_an_interview_has_one_rejection(alice, alice_client):
    rejection = make_rejection(alice)
    address = reverse("rejections:new_from", args=[rejection.interview_id])
    assert alice_client.post(address, {}).url == reverse("path:page", args=[rejection.pk])


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_a_stranger_finds_nothing(alice, bob_client, name):
    address = reverse(f"rejections:{name}", args=[make_rejection(alice).pk])
    assert bob_client.get(address).status_code == 404
    assert bob_client.post(address).status_code == 404


def test_a_stranger_cannot_reject_my_interview(alice, bob_client):
    address = reverse("rejections:new_from", args=[make_interview(alice).pk])
    assert bob_client.post(address, {}).status_code == 404
    assert not alice.rejections.exists()


def test_editing_changes_the_role_and_the_words(alice, alice_client):
    rejection = make_rejection(alice)
    fields = {"role": "Staff Engineer", "told_on": "2026-11-16", "message": "No.", "version": 1}
    alice_client.post(reverse("rejections:edit", args=[rejection.pk]), fields)
    rejection.refresh_from_db()
    assert (rejection.message, rejection.interview.role) == ("No.", "Staff Engineer")


def test_a_second_tab_never_overwrites_silently(alice, alice_client):
    rejection = make_rejection(alice, message="first")
    address = reverse("rejections:edit", args=[rejection.pk])
    fields = {"told_on": "2026-11-16", "version": 1}
    alice_client.post(address, {**fields, "message": "from one tab"})
    answer = alice_client.post(address, {**fields, "message": "from another"})
    assert answer.status_code == 422
    assert "from another" in answer.content.decode()
    rejection.refresh_from_db()
    assert rejection.message == "from one tab"
    form = answer.context["form"]
    alice_client.post(
        address, {**fields, "message": "from another", "version": form["version"].value()}
    )
    rejection.refresh_from_db()
    assert rejection.message == "from another"
    assert set(alice.versions.values_list("text", flat=True)) == {"first", "from one tab"}


def test_deleting_puts_the_whole_interview_in_the_trash(alice, alice_client):
    rejection = make_rejection(alice)
    alice_client.post(reverse("rejections:delete", args=[rejection.pk]))
    assert not alice.rejections.exists()
    assert not alice.interviews.exists()
    assert Interview.with_trash.filter(owner=alice).count() == 1


def test_earlier_ones_are_filed_with_no_path(alice, alice_client):
    lines = "Tidewater Labs, Backend Engineer, August 2025\nCopperline"
    alice_client.post(reverse("rejections:earlier"), {"lines": lines})
    assert [(r.kept, r.is_open, r.told_when) for r in alice.rejections.latest_first()] == [
        (True, False, "August 2025"),
        (True, False, ""),
    ]


def test_the_same_earlier_line_is_filed_once(alice, alice_client):
    for _ in range(2):
        alice_client.post(reverse("rejections:earlier"), {"lines": "Copperline, May 2024"})
    assert alice.rejections.count() == 1


def test_an_unclear_line_is_kept_and_explained(alice, alice_client):
    answer = alice_client.post(reverse("rejections:earlier"), {"lines": "Fine\nCopperline, 2024"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Copperline, 2024" in page
    assert "Line 2:" in page
    assert not alice.rejections.exists()
