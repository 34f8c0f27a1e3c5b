"""The trash page, and the one way in which every page answers that deletes something."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import travel

from journal.models import Employer, FeedbackRequest, Interview, Priority
from journal.ownership import lying
from journal.ownership.trash import move_to_trash
from tests.factories import (
    make_attempt,
    make_contact,
    make_drawing,
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_rejection,
    make_request,
    make_round,
    make_wording,
)

PAGE = "/trash/"


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


def deletable(rejection) -> dict:
    """One of each kind that can be deleted: the address, the row, and what is typed."""
    person, interview = rejection.owner, rejection.interview
    feedback, gap = make_feedback(interview), make_gap(person)
    problem = make_problem(person, interview)
    make_evidence(feedback, "clean code", gap)
    quote = make_evidence(feedback, "Drew before asking.", make_gap(person, "Ask first"))
    own = make_feedback(interview, "Plan aloud.", source="own", aspect="keep")
    wish = Priority.objects.create(owner=person, name="Remote")
    action = gap.actions.create(owner=person, text="Read a book")
    request = make_request(interview, letter="Hello", state="received", answered_on=person.today())
    attempt, graded = make_attempt(problem), make_attempt(problem, grade=3)
    return {
        "contact": ("interviews:delete_contact", make_contact(interview)),
        "round": ("interviews:delete_round", make_round(interview)),
        "evidence": ("gaps:unmark", quote),
        "action": ("gaps:action_remove", action),
        "gap": ("gaps:remove", gap),
        "drawing": ("practice:drop_drawing", make_drawing(attempt)),
        "drawing of a graded attempt": ("practice:drop_drawing", make_drawing(graded)),
        "attempt": ("practice:discard", attempt),
        "graded attempt": ("practice:discard", graded),
        "problem": ("practice:delete", problem),
        "priority": ("judging:priority_remove", wish),
        "feedback request": ("feedback:drop", request),
        "wording": ("feedback:drop_wording", make_wording(person)),
        "own reading": ("feedback:delete", own),
        "feedback": ("feedback:delete", feedback),
        "rejection": ("rejections:delete", rejection),
        "interview": ("interviews:delete", make_interview(person, interview.employer)),
        "employer": ("employers:delete", interview.employer),
    }


def test_each_delete_says_so_and_one_tap_undoes_it(alice, alice_client, rejection):
    for kind, (name, row) in deletable(rejection).items():
        answer = alice_client.post(reverse(name, args=[row.pk]), follow=True)
        assert answer.status_code == 200, kind
        (lies,) = lying.of(alice)
        undo = reverse("trash:put_back", args=[lies.trash_id])
        assert "is in the trash for 30 days." in answer.text, kind
        assert f'action="{undo}"' in answer.text, kind
        assert not type(row).objects.filter(pk=row.pk).exists(), kind
        assert alice_client.get(PAGE).text.count("Put it back<") == 1
        answer = alice_client.post(undo, follow=True)
        assert answer.status_code == 200, kind
        assert " is back." in answer.text, kind
        assert type(row).objects.filter(pk=row.pk).exists(), kind
        assert not lying.of(alice).exists()


def test_an_emptied_box_of_my_own_reading_is_said_too(alice, alice_client, rejection):
    own = make_feedback(rejection.interview, "Plan aloud.", source="own", aspect="keep")
    sent = {"keep-text": "", "keep-version": own.version}
    answer = alice_client.post(
        reverse("feedback:own_reading", args=[rejection.pk]), sent, follow=True
    )
    assert "The feedback “Plan aloud.” is in the trash" in answer.text
    alice_client.post(reverse("trash:put_back", args=[lying.of(alice)[0].trash_id]))
    assert alice.feedback.get().text == "Plan aloud."


def test_a_gap_left_without_its_words_is_said_too(alice, alice_client, rejection):
    feedback = make_feedback(rejection.interview)
    marked = {"quote": "clean code", "what": "gap", "name": "Tidiness", "kind": "technical"}
    alice_client.post(reverse("gaps:mark", args=[feedback.pk]), marked)
    quote = alice.evidence.get()
    answer = alice_client.post(
        reverse("gaps:remark", args=[quote.pk]), marked | {"name": "Neatness"}, follow=True
    )
    assert "The gap Tidiness is in the trash" in answer.text
    assert alice.gaps.get().name == "Neatness"


def test_that_there_is_nobody_to_ask_is_taken_back_with_no_trace(alice, alice_client, rejection):
    FeedbackRequest.objects.nobody_to_ask(rejection.interview)
    alice_client.post(reverse("feedback:drop", args=[alice.feedback_requests.get().pk]))
    assert not FeedbackRequest.with_trash.exists()
    assert not lying.of(alice).exists()


def test_a_line_says_what_it_is_since_when_until_when_and_with_what(alice, alice_client):
    interview = make_rejection(alice).interview
    for _ in range(2):
        make_problem(alice, interview, round=make_round(interview))
    with travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False):
        move_to_trash(interview)
        page = " ".join(alice_client.get(PAGE).text.split())
    assert ">Fernwood Robotics, Senior Backend Engineer</h2>" in page
    assert "Interview · deleted on 22 November" in page
    assert "Goes for good on 22 December, with one rejection, two rounds and two problems" in page


def test_what_went_along_has_no_line_of_its_own_and_is_told_in_short(
    alice, alice_client, rejection
):
    interview = rejection.interview
    for make in (make_round, make_round, make_contact, make_feedback):
        make(interview)
    move_to_trash(interview.employer)
    page = alice_client.get(PAGE).text
    assert page.count("Put it back<") == 1
    assert "with one interview, one rejection, two rounds and more" in page


def test_the_latest_stands_first_and_pages_follow(alice, alice_client):
    start = datetime(2026, 11, 1, tzinfo=UTC)
    for number in range(31):
        with travel(start + timedelta(minutes=number)):
            move_to_trash(make_employer(alice, f"Employer {number}."))
    with travel(start + timedelta(days=1)):
        first, second = (alice_client.get(PAGE, {"page": page}).text for page in (1, 2))
    assert first.index("Employer 30.") < first.index("Employer 29.") < first.index("Employer 1.")
    assert "Employer 0." not in first
    assert "Employer 0." in second


def test_the_number_of_queries_is_fixed(alice, alice_client):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert alice_client.get(PAGE).status_code == 200
        return len(captured)

    def delete_one_of_each(number):
        interview = make_interview(alice, make_employer(alice, f"Employer {number}"))
        for row in (
            make_round(interview),
            make_contact(interview),
            make_request(interview, contact=make_contact(interview)),
            make_evidence(make_feedback(interview), "clean code", aside="disagree"),
            make_attempt(make_problem(alice, interview)),
            make_drawing(make_attempt(make_problem(alice, interview))),
            make_problem(alice),
            make_gap(alice, f"Gap {number}"),
        ):
            move_to_trash(row)
        move_to_trash(make_feedback(interview))
        move_to_trash(make_interview(alice, interview.employer))

    delete_one_of_each(0)
    few = asked()
    for number in range(1, 3):
        delete_one_of_each(number)
    assert asked() == few
    assert few <= 16


def test_empty_it_says_what_will_be_here(alice_client):
    page = alice_client.get(PAGE).text
    assert "it waits here for 30 days" in page
    assert "Empty the trash" not in page


def test_the_way_there_is_in_the_menu_and_on_the_settings_page(alice_client):
    assert alice_client.get("/").text.count(f'href="{PAGE}"') == 2
    assert "Open the trash" in alice_client.get(reverse("accounts:settings")).text


def test_what_others_deleted_is_not_there(alice, bob_client):
    batch = move_to_trash(make_employer(alice))
    assert "Fernwood" not in bob_client.get(PAGE).text
    for name in ("put_back", "put_all_back", "rename", "merge", "delete"):
        answer = bob_client.post(reverse(f"trash:{name}", args=[batch]), {"name": "Mine"})
        assert answer.status_code == 404
    bob_client.post(reverse("trash:empty"), {"until": "2999-01-01T00:00:00+00:00"})
    assert Employer.with_trash.get().trash_id == batch


@pytest.mark.parametrize("name", ["put_back", "put_all_back", "rename", "merge"])
def test_coming_back_answers_only_a_post(alice, alice_client, name):
    batch = move_to_trash(make_employer(alice))
    assert alice_client.get(reverse(f"trash:{name}", args=[batch])).status_code == 405


def test_what_is_back_or_too_old_is_not_found(alice, alice_client):
    batch = move_to_trash(make_employer(alice))
    put_back = reverse("trash:put_back", args=[batch])
    with travel(datetime.now(UTC) + timedelta(days=30, minutes=1)):
        alice_client.force_login(alice)
        assert "Fernwood" not in alice_client.get(PAGE).text
        assert alice_client.post(put_back).status_code == 404
    assert alice_client.post(put_back).status_code == 302
    assert alice_client.post(put_back).status_code == 404


class TestForGood:
    def test_it_asks_then_deletes(self, alice, alice_client):
        batch = move_to_trash(make_interview(alice).employer)
        address = reverse("trash:delete", args=[batch])
        page = " ".join(alice_client.get(address).text.split())
        assert "The employer Fernwood Robotics goes with one interview" in page
        assert Employer.with_trash.exists()
        assert "is gone for good" in alice_client.post(address, follow=True).text
        assert not Employer.with_trash.exists()
        assert not Interview.with_trash.exists()

    def test_emptying_asks_and_spares_what_is_deleted_since(self, alice, alice_client):
        move_to_trash(make_employer(alice, "Deleted before"))
        page = alice_client.get(reverse("trash:empty"))
        assert "one thing" in page.text
        until = page.context["form"]["until"].value()
        kept = make_employer(alice, "Deleted since")
        move_to_trash(kept)
        move_to_trash(make_employer(alice, "Deleted since, too"))
        answer = alice_client.post(reverse("trash:empty"), {"until": until}, follow=True)
        assert "Deleted since" in answer.text
        assert sorted(Employer.with_trash.values_list("name", flat=True)) == [
            "Deleted since",
            "Deleted since, too",
        ]

    @pytest.mark.parametrize("until", ["", "soon", "2026-11-17T25:00"])
    def test_a_broken_page_empties_nothing(self, alice, alice_client, until):
        move_to_trash(make_employer(alice))
        assert alice_client.post(reverse("trash:empty"), {"until": until}).status_code == 422
        assert Employer.with_trash.exists()
