from datetime import date, time, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.closing.models import Closing
from journal.interviews.models import Contact, Interview
from tests.factories import (
    make_employer,
    make_interview,
    make_problem,
    make_rejection,
    make_round,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _thursday_noon():
    with time_machine.travel("2026-11-19 12:00+00:00", tick=False):
        yield


@pytest.fixture
def interview(alice):
    return make_interview(alice)


def at(name, *args):
    return reverse(f"interviews:{name}", args=args)


class TestNew:
    def test_only_the_employer_is_needed(self, alice, alice_client):
        answer = alice_client.post(at("new"), {"employer": "Marlow Transit"})
        interview = alice.interviews.get()
        assert answer.url == at("detail", interview.pk)
        assert interview.employer.name == "Marlow Transit"
        assert interview.outcome == Interview.Outcome.OPEN

    def test_an_employer_of_mine_is_found_whatever_the_case(self, alice, alice_client):
        known = make_employer(alice, "Marlow Transit")
        alice_client.post(at("new"), {"employer": " marlow  TRANSIT ", "is_mock": "on"})
        interview = alice.interviews.get()
        assert interview.employer == known
        assert interview.is_mock

    def test_sent_twice_it_is_written_once(self, alice, alice_client):
        sent = {"employer": "Marlow Transit", "token": uuid4()}
        first = alice_client.post(at("new"), sent)
        assert alice_client.post(at("new"), sent).url == first.url
        assert alice.interviews.count() == 1

    def test_it_completes_from_mine_and_nobody_elses(self, alice, bob, alice_client):
        make_employer(alice, "Marlow Transit")
        make_employer(bob, "Secret Labs")
        page = alice_client.get(at("new")).content.decode()
        assert '<option value="Marlow Transit">' in page
        assert "Secret Labs" not in page

    def test_errors_keep_what_was_typed(self, alice, alice_client):
        answer = alice_client.post(at("new"), {"employer": " ", "role": "Staff Engineer"})
        assert answer.status_code == 422
        assert "Name the employer" in answer.content.decode()
        assert 'value="Staff Engineer"' in answer.content.decode()
        assert not alice.interviews.exists()


class TestDetail:
    def test_the_next_date_is_said(self, interview, alice_client):
        make_round(interview, on=date(2026, 11, 26), at=time(14, 30), kind="system_design")
        page = alice_client.get(at("detail", interview.pk)).content.decode()
        assert "System design, Thursday 26 November at 14:30" in " ".join(page.split())

    def test_tomorrow_is_called_so(self, interview, alice_client):
        make_round(interview, on=TODAY + timedelta(days=1))
        page = alice_client.get(at("detail", interview.pk)).content.decode()
        assert "Coding, Tomorrow" in " ".join(page.split())

    def test_what_was_typed_once_is_there(self, alice, interview, alice_client):
        round_ = make_round(interview, on=date(2026, 11, 10), rating_before=4)
        make_problem(alice, interview, "An LRU cache", round=round_)
        make_problem(alice, interview, "A question of no round")
        Contact.objects.create(owner=alice, interview=interview, round=round_, name="Ines Okafor")
        page = alice_client.get(at("detail", interview.pk)).content.decode()
        for words in (
            "An LRU cache",
            "A question of no round",
            "with Ines Okafor",
            "Well, before you knew",
            "1 h",
        ):
            assert words in " ".join(page.split())

    def test_a_mock_interview_says_so(self, alice, alice_client):
        interview = make_interview(alice, is_mock=True)
        assert "a mock interview" in alice_client.get(at("detail", interview.pk)).content.decode()

    def test_a_rejection_is_one_link_away_and_offers_no_other_end(
        self, alice, interview, alice_client
    ):
        rejection = make_rejection(alice, interview)
        page = alice_client.get(at("detail", interview.pk)).content.decode()
        assert reverse("path:page", args=[rejection.pk]) in page
        assert "I withdrew" not in page
        assert "still open" not in page

    def test_queries_do_not_grow_with_rows(self, alice, interview, alice_client):
        def some(count):
            for number in range(count):
                round_ = make_round(interview, on=TODAY)
                make_problem(alice, interview, round=round_)
                make_problem(alice, interview)
                Contact.objects.create(
                    owner=alice, interview=interview, round=round_, name=f"Person {number}"
                )

        some(3)
        few = queries(alice_client, at("detail", interview.pk))
        some(6)
        assert queries(alice_client, at("detail", interview.pk)) == few


def queries(client, url) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


class TestEdit:
    def test_works_with_crlf(self, interview, alice_client):
        wanted = {
            "employer": "Tidewater Labs",
            "role": "Staff Engineer",
            "note": "One\r\ntwo",
            "version": interview.version,
        }
        answer = alice_client.post(at("edit", interview.pk), wanted)
        interview.refresh_from_db()
        assert answer.url == at("detail", interview.pk)
        assert (interview.employer.name, interview.note) == ("Tidewater Labs", "One\ntwo")

    def test_a_second_tab_never_overwrites_silently(self, interview, alice_client):
        sent = {"employer": "Fernwood Robotics", "version": interview.version}
        alice_client.post(at("edit", interview.pk), sent | {"note": "From the first tab"})
        answer = alice_client.post(at("edit", interview.pk), sent | {"note": "From the second"})
        interview.refresh_from_db()
        assert answer.status_code == 422
        assert "From the second" in answer.content.decode()
        assert interview.note == "From the first tab"

    def test_errors_keep_what_was_typed(self, interview, alice_client):
        sent = {"employer": "", "note": "A note"}
        answer = alice_client.post(at("edit", interview.pk), sent)
        assert answer.status_code == 422
        assert "A note" in answer.content.decode()


class TestEnds:
    @pytest.mark.parametrize(
        ("verb", "outcome"),
        [
            ("withdrew", Interview.Outcome.WITHDREW),
            ("declined", Interview.Outcome.DECLINED),
            ("offered", Interview.Outcome.OFFER),
            ("accepted", Interview.Outcome.ACCEPTED),
            ("over", Interview.Outcome.OVER),
        ],
    )
    def test_each_verb_stores_its_outcome_and_day(self, interview, alice_client, verb, outcome):
        answer = alice_client.post(at(verb, interview.pk), {"outcome_on": "2026-11-18"})
        interview.refresh_from_db()
        assert answer.url == at("detail", interview.pk)
        assert (interview.outcome, interview.outcome_on) == (outcome, date(2026, 11, 18))

    @pytest.mark.parametrize("day", ["", "2026-11-20", "soon"])
    def test_a_day_that_cannot_be_is_asked_again(self, interview, alice_client, day):
        answer = alice_client.post(at("withdrew", interview.pk), {"outcome_on": day})
        interview.refresh_from_db()
        assert answer.status_code == 422
        assert interview.outcome == Interview.Outcome.OPEN

    def test_they_only_answer_a_post(self, interview, alice_client):
        for verb in ("withdrew", "declined", "offered", "accepted", "over", "reopen"):
            assert alice_client.get(at(verb, interview.pk)).status_code == 405

    def test_a_mock_interview_is_just_over(self, alice, alice_client):
        mock = make_interview(alice, is_mock=True)
        make_round(mock, on=TODAY - timedelta(days=1))
        page = alice_client.get(at("detail", mock.pk)).content.decode()
        assert '<button class="primary">It is over</button>' in page
        assert "I withdrew" not in page
        alice_client.post(at("over", mock.pk), {"outcome_on": TODAY})
        mock.refresh_from_db()
        assert not mock.is_open
        page = alice_client.get(reverse("interviews:list")).content.decode()
        assert "What comes" not in page.split("</header>")[-1]
        assert "It is over" in page

    def test_a_mistake_is_undone(self, interview, alice_client):
        interview.end(Interview.Outcome.WITHDREW, TODAY)
        assert "Undo: still open" in alice_client.get(at("detail", interview.pk)).content.decode()
        alice_client.post(at("reopen", interview.pk))
        interview.refresh_from_db()
        assert (interview.outcome, interview.outcome_on) == (Interview.Outcome.OPEN, None)

    def test_a_rejection_keeps_its_interview_ended(self, alice, interview, alice_client):
        make_rejection(alice, interview)
        alice_client.post(at("reopen", interview.pk))
        alice_client.post(at("accepted", interview.pk), {"outcome_on": "2026-11-18"})
        interview.refresh_from_db()
        assert interview.outcome == Interview.Outcome.REJECTED


def test_deleting_asks_first(alice, interview, alice_client):
    make_round(interview)
    assert alice_client.get(at("delete", interview.pk)).status_code == 200
    assert alice.interviews.exists()
    answer = alice_client.post(at("delete", interview.pk), follow=True)
    assert f"The interview {interview.known_as} is in the trash for 30 days." in answer.text
    assert not alice.interviews.exists()
    assert not alice.rounds.exists()


class TestList:
    def test_empty_it_says_what_will_be_here(self, alice_client):
        page = alice_client.get(at("list")).content.decode()
        assert "Nothing here yet" in page
        assert reverse("rejections:earlier") in page

    def test_what_comes_is_nearest_first_and_undated_last(self, alice, alice_client):
        undated = make_interview(alice, make_employer(alice, "Undated"))
        later = make_interview(alice, make_employer(alice, "Later"))
        sooner = make_interview(alice, make_employer(alice, "Sooner"))
        make_round(later, on=TODAY + timedelta(days=9))
        make_round(sooner, on=TODAY + timedelta(days=2))
        assert alice_client.get(at("list")).context["coming"] == [sooner, later, undated]

    def test_open_moved_on_and_ended_stand_apart(self, alice, alice_client):
        still_open = make_rejection(alice)
        closed = make_rejection(
            alice, make_interview(alice, make_employer(alice, "Tidewater")), closed_on=TODAY
        )
        Closing.objects.create(owner=alice, rejection=closed, take="Ask about *traffic* first.")
        other = make_interview(alice, make_employer(alice, "Lantern Books"))
        other.end(Interview.Outcome.DECLINED, TODAY)
        answer = alice_client.get(at("list"))
        assert list(answer.context["open"]) == [still_open]
        assert list(answer.context["moved_on"]) == [closed]
        assert list(answer.context["ended"]) == [other]
        page = answer.content.decode()
        assert "traffic" in page
        assert "I declined their offer, 19 November" in page
        assert reverse("path:page", args=[still_open.pk]) in page

    def test_a_mock_interview_is_labelled(self, alice, alice_client):
        make_interview(alice, is_mock=True)
        assert '<span class="tag">mock</span>' in alice_client.get(at("list")).content.decode()

    def test_long_lists_have_pages(self, alice, alice_client):
        for _ in range(52):
            make_rejection(alice, closed_on=TODAY)
        assert "?page=2#moved-on" in alice_client.get(at("list")).text
        second = alice_client.get(at("list"), {"page": 2})
        assert "Page before" in second.text
        assert len(second.context["moved_on"]) == 2

    def test_queries_do_not_grow_with_rows(self, alice, alice_client):
        def some(count):
            for _ in range(count):
                make_round(make_interview(alice), on=TODAY)
                make_rejection(alice)
                closed = make_rejection(alice, closed_on=TODAY)
                Closing.objects.create(owner=alice, rejection=closed, take="Rest.")
                make_interview(alice).end(Interview.Outcome.OFFER, TODAY)

        some(3)
        few = queries(alice_client, at("list"))
        some(6)
        assert queries(alice_client, at("list")) == few

    def test_nobody_sees_anothers(self, alice, bob_client):
        make_rejection(alice)
        make_interview(alice)
        assert "Fernwood" not in bob_client.get(at("list")).content.decode()


@pytest.mark.parametrize(
    "name", ["detail", "edit", "delete", "reopen", "withdrew", "add_round", "add_contact"]
)
def test_a_stranger_finds_nothing(interview, bob_client, name):
    sent = {"employer": "Mine now", "outcome_on": "2026-11-18", "kind": "coding", "name": "X"}
    if name not in {"reopen", "withdrew"}:
        assert bob_client.get(at(name, interview.pk)).status_code == 404
    assert bob_client.post(at(name, interview.pk), sent).status_code == 404
    interview.refresh_from_db()
    assert interview.is_open
    assert not interview.rounds.exists()


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(None, "They met you in two rounds."), (45, "They met you for 1 h 30 min, in two rounds.")],
)
def test_how_they_met_me_is_said_with_minutes_or_without(alice, alice_client, minutes, said):
    rejection = make_rejection(alice)
    for _ in range(2):
        make_round(rejection.interview, minutes=minutes)
    page = reverse("interviews:detail", args=[rejection.interview_id])
    assert said in alice_client.get(page).content.decode()
