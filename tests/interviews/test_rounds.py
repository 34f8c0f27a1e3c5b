from datetime import date, time
from uuid import uuid4

import pytest
from django.urls import reverse

from journal.interviews.models import Contact, Interview
from tests.factories import (
    make_feedback,
    make_interview,
    make_problem,
    make_rejection,
    make_round,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(alice):
    return make_interview(alice)


def at(name, *args):
    return reverse(f"interviews:{name}", args=args)


class TestRounds:
    def test_add(self, interview, alice_client):
        sent = {
            "kind": "system_design",
            "on": "2026-11-10",
            "at": "14:30",
            "minutes": 60,
            "format": "onsite",
        }
        answer = alice_client.post(at("add_round", interview.pk), sent)
        round_ = interview.rounds.get()
        assert answer.url == at("detail", interview.pk)
        assert (round_.kind, round_.on, round_.at, round_.minutes, round_.format) == (
            "system_design",
            date(2026, 11, 10),
            time(14, 30),
            60,
            "onsite",
        )

    def test_sent_twice_it_is_written_once(self, interview, alice_client):
        sent = {"kind": "coding", "token": uuid4()}
        for _ in range(2):
            assert alice_client.post(at("add_round", interview.pk), sent).status_code == 302
        assert interview.rounds.count() == 1

    def test_they_stand_in_the_order_of_their_days(self, interview, alice_client):
        for kind, day in (("coding", "2026-11-10"), ("recruiter", "2026-11-02"), ("team", "")):
            alice_client.post(at("add_round", interview.pk), {"kind": kind, "on": day})
        kinds = list(interview.rounds.values_list("kind", flat=True))
        assert kinds == ["recruiter", "coding", "team"]

    def test_a_new_day_moves_it(self, interview, alice_client):
        for kind, day in (("recruiter", "2026-11-02"), ("coding", "2026-11-10")):
            alice_client.post(at("add_round", interview.pk), {"kind": kind, "on": day})
        first = interview.rounds.first()
        alice_client.post(at("edit_round", first.pk), {"kind": "recruiter", "on": "2026-11-12"})
        kinds = list(interview.rounds.values_list("kind", flat=True))
        assert kinds == ["coding", "recruiter"]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"minutes": "0"},
            {"minutes": "2881"},
            {"on": "soon"},
            {"on": "1969-12-31"},
            {"kind": "chess"},
        ],
    )
    def test_errors_keep_what_was_typed(self, interview, alice_client, wrong):
        sent = {"kind": "coding", "at": "09:15"} | wrong
        answer = alice_client.post(at("add_round", interview.pk), sent)
        assert answer.status_code == 422
        assert 'value="09:15"' in answer.content.decode()
        assert not interview.rounds.exists()

    @pytest.mark.parametrize("few", ["0", "-5"])
    def test_too_few_minutes_get_one_and_the_same_sentence(self, interview, alice_client, few):
        answer = alice_client.post(at("add_round", interview.pk), {"kind": "team", "minutes": few})
        assert answer.context["form"].errors["minutes"] == ["Write 1 or more."]

    def test_the_form_shows_what_is_stored(self, interview, alice_client):
        round_ = make_round(interview, on=date(2026, 11, 10), at=time(14, 30))
        page = alice_client.get(at("edit_round", round_.pk)).content.decode()
        assert 'value="2026-11-10"' in page
        assert 'value="14:30"' in page

    def test_deleting_asks_first(self, interview, alice_client):
        round_ = make_round(interview)
        assert alice_client.get(at("delete_round", round_.pk)).status_code == 200
        assert interview.rounds.exists()
        alice_client.post(at("delete_round", round_.pk))
        assert not interview.rounds.exists()

    def test_deleting_leaves_its_questions(self, alice, interview, alice_client):
        round_ = make_round(interview)
        problem = make_problem(alice, interview, round=round_)
        alice_client.post(at("delete_round", round_.pk))
        assert interview.problems.get() == problem

    @pytest.mark.parametrize("name", ["edit_round", "delete_round", "debrief", "questions"])
    def test_a_stranger_finds_nothing(self, interview, bob_client, name):
        round_ = make_round(interview)
        assert bob_client.get(at(name, round_.pk)).status_code == 404
        assert bob_client.post(at(name, round_.pk), {"kind": "team"}).status_code == 404
        assert interview.rounds.get().kind == "coding"


class TestDebrief:
    def test_before_the_outcome(self, interview, alice_client):
        round_ = make_round(interview)
        sent = {"rating": 4, "how_it_went": "Calm.\r\nI drew.", "version": round_.version}
        answer = alice_client.post(at("debrief", round_.pk), sent)
        round_.refresh_from_db()
        assert answer.url == at("questions", round_.pk)
        assert (round_.rating_before, round_.rating_after, round_.rating_told) == (4, None, None)
        assert round_.how_it_went == "Calm.\nI drew."

    def test_ratings_made_at_other_times_stay_as_they_were(self, alice, interview, alice_client):
        round_ = make_round(interview, rating_before=4)
        make_rejection(alice, interview)
        alice_client.post(at("debrief", round_.pk), {"rating": 2})
        round_.refresh_from_db()
        assert (round_.rating_before, round_.rating_after) == (4, 2)
        make_feedback(interview)
        alice_client.post(at("debrief", round_.pk), {"rating": 3})
        round_.refresh_from_db()
        assert (round_.rating_before, round_.rating_after, round_.rating_told) == (4, 2, 3)

    def test_what_was_said_earlier_is_shown_beside(self, interview, alice_client):
        round_ = make_round(interview, rating_before=5)
        interview.end(Interview.Outcome.WITHDREW, date(2026, 11, 18))
        page = alice_client.get(at("debrief", round_.pk)).content.decode()
        assert "Very well, you said before you knew" in page

    def test_a_rating_is_taken_back(self, interview, alice_client):
        round_ = make_round(interview, rating_before=4)
        assert "Take it back" in alice_client.get(at("debrief", round_.pk)).content.decode()
        alice_client.post(at("debrief", round_.pk), {"rating": ""})
        round_.refresh_from_db()
        assert round_.rating_before is None

    @pytest.mark.parametrize("rating", ["0", "6", "fine"])
    def test_errors_keep_what_was_typed(self, interview, alice_client, rating):
        round_ = make_round(interview)
        sent = {"rating": rating, "how_it_went": "Calm.", "version": round_.version}
        answer = alice_client.post(at("debrief", round_.pk), sent)
        assert answer.status_code == 422
        assert "Calm." in answer.content.decode()

    def test_the_questions_go_to_practice(self, alice, interview, alice_client):
        round_ = make_round(interview)
        make_problem(alice, interview, "An LRU cache", round=round_)
        page = alice_client.get(at("questions", round_.pk)).content.decode()
        assert reverse("practice:questions", args=[interview.pk]) in page
        assert "An LRU cache" in page
        sent = {
            "lines": "A rate limiter\r\nMerge bookings",
            "round": round_.pk,
            "next": at("detail", interview.pk),
        }
        answer = alice_client.post(reverse("practice:questions", args=[interview.pk]), sent)
        assert answer.url == at("detail", interview.pk)
        titles = set(round_.problems.values_list("title", flat=True))
        assert titles == {"An LRU cache", "A rate limiter", "Merge bookings"}


class TestContacts:
    def test_add(self, interview, alice_client):
        round_ = make_round(interview)
        sent = {
            "name": "Ines Okafor",
            "part": "interviewer",
            "address": "ines@fernwood.example",
            "round": round_.pk,
        }
        answer = alice_client.post(at("add_contact", interview.pk), sent)
        contact = interview.contacts.get()
        assert answer.url == at("detail", interview.pk)
        assert (contact.name, contact.round) == ("Ines Okafor", round_)

    def test_edit(self, alice, interview, alice_client):
        contact = Contact.objects.create(owner=alice, interview=interview, name="Ines")
        sent = {"name": "Ines Okafor", "part": "recruiter"}
        alice_client.post(at("edit_contact", contact.pk), sent)
        contact.refresh_from_db()
        assert (contact.name, contact.part) == ("Ines Okafor", "recruiter")

    def test_only_rounds_of_this_process_are_offered(self, alice, interview, alice_client):
        elsewhere = make_round(make_interview(alice))
        sent = {"name": "Ines", "part": "interviewer", "round": elsewhere.pk}
        answer = alice_client.post(at("add_contact", interview.pk), sent)
        assert answer.status_code == 422
        assert not interview.contacts.exists()

    def test_errors_keep_what_was_typed(self, interview, alice_client):
        sent = {"name": "Ines Okafor", "part": "interviewer", "address": "not an address"}
        answer = alice_client.post(at("add_contact", interview.pk), sent)
        assert answer.status_code == 422
        assert 'value="Ines Okafor"' in answer.content.decode()

    def test_deleting_asks_first(self, alice, interview, alice_client):
        contact = Contact.objects.create(owner=alice, interview=interview, name="Ines")
        assert "Delete Ines?" in alice_client.get(at("delete_contact", contact.pk)).content.decode()
        alice_client.post(at("delete_contact", contact.pk))
        assert not interview.contacts.exists()

    @pytest.mark.parametrize("name", ["edit_contact", "delete_contact"])
    def test_a_stranger_finds_nothing(self, alice, interview, bob_client, name):
        contact = Contact.objects.create(owner=alice, interview=interview, name="Ines")
        assert bob_client.get(at(name, contact.pk)).status_code == 404
        sent = {"name": "Mallory", "part": "recruiter"}
        assert bob_client.post(at(name, contact.pk), sent).status_code == 404
        assert interview.contacts.get().name == "Ines"
