from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from journal.models import Employer, Interview, Rejection
from tests.factories import make_employer, make_feedback, make_interview, make_rejection

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


def test_a_day_before_anybodys_interview_is_refused(alice, alice_client):
    answer = post_new(alice_client, told_on="0001-01-01", message="No.")
    assert answer.status_code == 422
    assert "Choose a day from 1970 on." in answer.content.decode()
    assert not alice.rejections.exists()


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


def choices(answer):
    return [key for key, _ in answer.context["form"].fields["which"].choices]


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Staff Engineer", ""), ("Staff Engineer", "staff  engineer"), ("", "Staff Engineer")],
)
def test_the_one_open_interview_with_them_is_the_one(alice, alice_client, written, typed):
    interview = make_interview(alice, role=written)
    post_new(alice_client, employer="fernwood robotics", role=typed)
    assert alice.rejections.get().interview == interview
    interview.refresh_from_db()
    assert interview.outcome == Interview.Outcome.REJECTED
    assert interview.role == "Staff Engineer"


def test_where_it_went_is_said_after_it_was_typed(alice, alice_client):
    make_interview(alice, role="Staff Engineer")
    written = alice_client.get(post_new(alice_client).url).content.decode()
    assert "It is on the interview at Fernwood Robotics you had already written down." in written


def test_nothing_is_said_of_a_new_interview(alice_client):
    assert "you had already" not in alice_client.get(post_new(alice_client).url).content.decode()


def test_another_role_is_asked_about_and_nothing_typed_is_lost(alice, alice_client):
    interview = make_interview(alice, role="Staff Engineer")
    answer = post_new(alice_client, role="Data Engineer", message="We decided otherwise.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "You have one open with them: is it this one?" in page
    assert "We decided otherwise." in page
    assert choices(answer) == [str(interview.pk), "another"]
    post_new(alice_client, role="Data Engineer", which=interview.pk)
    assert alice.rejections.get().interview == interview


def test_it_may_be_another_interview_with_them(alice, alice_client):
    interview = make_interview(alice, role="Staff Engineer")
    post_new(alice_client, role="Data Engineer", which="another")
    assert alice.rejections.get().interview.role == "Data Engineer"
    interview.refresh_from_db()
    assert interview.is_open


def test_of_several_open_ones_it_asks_which(alice, alice_client):
    first, second = make_interview(alice), make_interview(alice)
    answer = post_new(alice_client)
    assert choices(answer) == [str(second.pk), str(first.pk), "another"]
    token = str(uuid4())
    answers = [post_new(alice_client, which=first.pk, token=token) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert alice.rejections.get().interview == first


@pytest.mark.parametrize("token", ["", "no token"])
def test_a_broken_token_asks_as_ever(alice, alice_client, token):
    make_interview(alice)
    make_interview(alice)
    assert post_new(alice_client, token=token).status_code == 422


def test_a_mock_interview_and_a_strangers_are_not_taken_for_it(alice, bob, alice_client):
    make_interview(alice, is_mock=True)
    make_interview(bob)
    post_new(alice_client)
    assert alice.rejections.get().interview.role == ""


def test_an_interview_of_another_employer_cannot_be_chosen(alice, alice_client):
    make_interview(alice)
    make_interview(alice)
    other = make_interview(alice, make_employer(alice, "Marlow"))
    assert post_new(alice_client, which=other.pk).status_code == 422
    assert not alice.rejections.exists()


def test_open_ones_are_offered_first(alice, alice_client):
    offered = make_interview(alice)
    over = make_interview(alice, outcome=Interview.Outcome.WITHDREW, outcome_on=alice.today())
    page = alice_client.get(NEW).content.decode()
    assert reverse("rejections:new_from", args=[offered.pk]) in page
    assert reverse("rejections:new_from", args=[over.pk]) not in page


@pytest.mark.parametrize("outcome", ["withdrew", "declined", "accepted", "over"])
def test_what_ended_another_way_cannot_end_with_a_no(alice, alice_client, outcome):
    interview = make_interview(alice, outcome=outcome, outcome_on=alice.today())
    address = reverse("rejections:new_from", args=[interview.pk])
    assert alice_client.get(address).url == reverse("interviews:detail", args=[interview.pk])
    answer = alice_client.post(address, {"message": "From a page opened before."})
    assert answer.status_code == 422
    assert "From a page opened before." in answer.content.decode()
    assert not alice.rejections.exists()


def test_an_offer_may_be_taken_back(alice, alice_client):
    interview = make_interview(alice, outcome="offer", outcome_on=alice.today())
    alice_client.post(reverse("rejections:new_from", args=[interview.pk]), {"message": ""})
    assert alice.rejections.get().interview == interview


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


def test_a_wrong_employer_is_one_link_away(alice, alice_client):
    rejection = make_rejection(alice)
    page = alice_client.get(reverse("rejections:edit", args=[rejection.pk])).content.decode()
    assert reverse("interviews:edit", args=[rejection.interview_id]) in page


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
    lines = "Tidewater Labs, Backend Engineer, August 2025\nMarlow, 2024\nCopperline"
    alice_client.post(reverse("rejections:file_earlier"), {"lines": lines})
    assert [(r.kept, r.is_open, r.told_when) for r in alice.rejections.latest_first()] == [
        (True, False, "August 2025"),
        (True, False, "2024"),
        (True, False, ""),
    ]


def test_the_same_earlier_line_is_filed_once(alice, alice_client):
    for _ in range(2):
        alice_client.post(reverse("rejections:file_earlier"), {"lines": "Copperline, May 2024"})
    assert alice.rejections.count() == 1


def test_an_unclear_line_is_kept_and_explained(alice, alice_client):
    answer = alice_client.post(
        reverse("rejections:file_earlier"), {"lines": "Fine\nCopperline, 2024-13"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Copperline, 2024-13" in page
    assert "Line 2:" in page
    assert not alice.rejections.exists()


def edit(client, rejection, **fields):
    """Send the page as it came, with these fields changed."""
    address = reverse("rejections:edit", args=[rejection.pk])
    form = client.get(address).context["form"]
    sent = {field.name: field.value() or "" for field in form} | fields
    answer = client.post(address, sent)
    rejection.refresh_from_db()
    rejection.interview.refresh_from_db()
    return answer


@pytest.mark.parametrize("line", ["Tidewater Labs", "Tidewater Labs, August 2025", "Ash, 2024"])
def test_editing_an_earlier_one_leaves_its_day_as_little_known_as_it_was(alice, alice_client, line):
    alice_client.post(reverse("rejections:file_earlier"), {"lines": line})
    rejection = alice.rejections.get()
    days = ["told_on", "told_to_the_month", "told_to_the_year", "interview__outcome_on"]
    before = alice.rejections.values(*days).get()

    assert edit(alice_client, rejection, role="Clerk", message="No.").status_code == 302

    assert rejection.message == "No."
    assert alice.rejections.values(*days).get() == before


def test_of_an_earlier_one_the_day_can_be_said_and_taken_back(alice, alice_client):
    alice_client.post(reverse("rejections:file_earlier"), {"lines": "Tidewater Labs, August 2025"})
    rejection = alice.rejections.get()

    edit(alice_client, rejection, told_on="2025-08-12")
    assert (rejection.told_when, rejection.told_to_the_month) == ("12 August 2025", False)
    edit(alice_client, rejection, told_on="")

    assert (rejection.told_on, rejection.told_when) == (None, "")
    assert rejection.interview.outcome_on == date(2025, 8, 12)


def test_of_one_on_its_path_an_emptied_day_is_asked_for_and_not_made_today(alice, alice_client):
    rejection = make_rejection(alice)

    answer = edit(alice_client, rejection, told_on="", message="No.")

    assert answer.status_code == 422
    assert "Say on which day they told you." in answer.text
    assert rejection.told_on == date(2026, 11, 17)


def test_an_emptied_day_of_feedback_stays_as_it_was(alice, alice_client):
    feedback = make_feedback(make_rejection(alice).interview)
    address = reverse("feedback:edit", args=[feedback.pk])
    form = alice_client.get(address).context["form"]
    sent = {field.name: field.value() or "" for field in form} | {"received_on": "", "text": "So."}

    alice_client.post(address, sent)

    feedback.refresh_from_db()
    assert (feedback.text, feedback.received_on) == ("So.", date(2026, 11, 17))
