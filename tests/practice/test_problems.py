from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Attempt, Problem, Round
from tests.factories import (
    make_attempt,
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_rejection,
    make_round,
)

TODAY = date(2026, 11, 19)
VERBS = ["kind", "schedule", "unschedule", "pause", "retire", "resume", "postpone"]


def url(name, row=None):
    return reverse(f"practice:{name}", args=[row.pk] if row else [])


def fields(**changed):
    return {"title": "A rate limiter", "kind": "system_design", "token": uuid4()} | changed


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def problem(alice, rejection):
    return make_problem(alice, rejection.interview)


class TestQuestions:
    def test_each_line_becomes_a_problem_of_the_rounds_kind(self, alice, alice_client, rejection):
        round_ = make_round(rejection.interview, Round.Kind.SYSTEM_DESIGN)
        lines = "A rate limiter\r\n\r\nA feed\r\n"

        sent = {"lines": lines, "round": round_.pk, "next": url("step", rejection)}
        response = alice_client.post(url("questions", rejection.interview), sent)

        assert response.url == url("step", rejection)
        kept = alice.problems.order_by("pk").values_list("title", "kind", "round")
        assert list(kept) == [
            ("A rate limiter", "system_design", round_.pk),
            ("A feed", "system_design", round_.pk),
        ]

    def test_without_a_round_its_kind_is_not_guessed(self, alice, alice_client, rejection):
        alice_client.post(url("questions", rejection.interview), {"lines": "Why us?"})

        assert alice.problems.get().kind == Problem.Kind.OTHER

    def test_the_same_line_is_kept_once(self, alice, alice_client, rejection):
        for _ in range(2):
            alice_client.post(url("questions", rejection.interview), {"lines": "Why us?"})

        assert alice.problems.count() == 1

    def test_what_was_typed_stays_when_it_is_too_long(self, alice_client, rejection):
        lines = "Why us?\n" + "and so on " * 40

        response = alice_client.post(url("questions", rejection.interview), {"lines": lines})

        assert response.status_code == 422
        assert "Keep each to 300 characters" in response.text
        assert "Why us?" in response.text
        assert not Problem.objects.exists()

    @pytest.mark.parametrize(
        "path", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x"]
    )
    def test_it_leads_on_within_this_site_alone(self, alice_client, rejection, path):
        sent = {"lines": "Why us?", "next": path}

        response = alice_client.post(url("questions", rejection.interview), sent)

        assert response.url == reverse("interviews:detail", args=[rejection.interview_id])

    def test_a_round_of_another_interview_is_refused(self, alice, alice_client, rejection):
        other = make_round(make_interview(alice, make_employer(alice, "Tidewater Labs")))

        sent = {"lines": "Why us?", "round": other.pk}
        response = alice_client.post(url("questions", rejection.interview), sent)

        assert response.status_code == 422


class TestStepPage:
    def test_it_asks_for_the_questions_first(self, alice_client, rejection):
        page = alice_client.get(url("step", rejection)).text

        assert "The questions they asked, one a line" in page
        assert "There was nothing to solve" in page

    def test_it_shows_the_problems_and_a_way_to_bring_each_back(
        self, alice_client, rejection, problem
    ):
        page = alice_client.get(url("step", rejection)).text

        assert problem.title in page
        assert url("schedule", problem) in page
        assert url("solve", problem) in page

    def test_what_went_wrong_is_one_tap_away_until_it_comes_back(
        self, alice_client, rejection, problem
    ):
        wrong = f"{url('edit', problem)}?next={url('step', rejection)}#id_went_wrong"
        assert wrong in alice_client.get(url("step", rejection)).text

        problem.store(due=TODAY)

        assert wrong not in alice_client.get(url("step", rejection)).text

    def test_a_question_of_no_kind_gets_one_in_a_tap(self, alice_client, rejection, problem):
        problem.store(kind="other")  # as "It is written down" leaves it
        step = url("step", rejection)
        assert 'value="system_design"' in alice_client.get(step).text

        response = alice_client.post(url("kind", problem), {"kind": "coding", "next": step})

        problem.refresh_from_db()
        assert response.url == step
        assert problem.is_code
        assert 'value="system_design"' not in alice_client.get(step).text

    def test_a_kind_there_is_not_changes_nothing(self, alice_client, problem):
        alice_client.post(url("kind", problem), {"kind": "trivia"})

        problem.refresh_from_db()
        assert problem.kind == "coding"


class TestOneProblem:
    def test_it_shows_what_is_known(self, alice, alice_client, rejection):
        gap = make_gap(alice)
        feedback = make_feedback(rejection.interview, "Stayed on one node. Kind.")
        make_evidence(feedback, "Stayed on one node.", gap)
        round_ = make_round(rejection.interview, on=date(2026, 11, 10))
        problem = make_problem(
            alice, rejection.interview, round=round_, question="Bookings **overlap**", minutes=45
        )
        problem.gaps.add(gap)
        make_attempt(problem, grade=1, next_time="Ask about the traffic")
        make_attempt(problem, grade=3, solved_on=TODAY)

        page = alice_client.get(url("problem", problem)).text

        for words in (
            "asked by Fernwood Robotics on 10 November",
            "<strong>overlap</strong>",
            "Stayed on one node.",
            gap.name,
            "45 min",
            "Next time: Ask about the traffic",
            'aria-label="Two attempts: not yet on 17 November, well on 19 November"',
        ):
            assert words in page

    def test_a_quote_ends_without_the_comma_it_was_cut_at(self, alice, alice_client, problem):
        gap = make_gap(alice)
        feedback = make_feedback(problem.interview, "Stayed on one node, and was kind.")
        make_evidence(feedback, "Stayed on one node,", gap)
        problem.gaps.add(gap)

        assert "“Stayed on one node”" in alice_client.get(url("problem", problem)).text

    def test_what_i_answered_is_folded_away(self, alice_client, problem):
        problem.store(answered="Two nested loops", went_wrong="Forgot to sort")

        page = alice_client.get(url("problem", problem)).text

        folded = page.index("<summary>Show my earlier answer</summary>")
        assert folded < page.index("Two nested loops") < page.index("Forgot to sort")

    def test_what_went_wrong_alone_is_called_so(self, alice_client, problem):
        problem.store(went_wrong="Forgot to sort")

        page = alice_client.get(url("problem", problem)).text

        assert "<summary>Show what went wrong</summary>" in page
        assert "earlier answer" not in page

    def test_while_i_solve_it_again_it_is_not_there_at_all(self, alice_client, problem):
        problem.store(answered="Two nested loops")
        make_attempt(problem, "Sort")

        page = alice_client.get(url("problem", problem)).text

        assert "Two nested loops" not in page
        assert "waits until yours is written" in page


class TestEdit:
    def test_a_new_one_without_an_interview(self, alice, alice_client):
        response = alice_client.post(url("new"), fields(question="With\r\ntwo lines"))

        problem = alice.problems.get()
        assert response.url == url("problem", problem)
        assert problem.interview is None
        assert problem.question == "With\ntwo lines"
        assert problem.due is None

    def test_a_new_one_for_an_interview(self, alice, alice_client, rejection):
        alice_client.post(url("new_for", rejection.interview), fields())

        assert alice.problems.get().interview == rejection.interview

    def test_sent_twice_it_is_written_once(self, alice, alice_client):
        sent = fields(went_wrong="Stayed on one node")
        for _ in range(2):
            alice_client.post(url("new"), sent)

        assert alice.problems.count() == 1

    def test_what_went_wrong_brings_it_back_two_days_after_the_rejection(self, alice, alice_client):
        rejection = make_rejection(alice, told_on=TODAY)
        problem = make_problem(alice, rejection.interview)

        alice_client.post(url("edit", problem), fields(went_wrong="Forgot to sort", version=1))

        problem.refresh_from_db()
        assert problem.due == TODAY + timedelta(days=2)

    def test_an_old_rejections_problem_is_due_at_once(self, alice_client, problem):
        alice_client.post(url("edit", problem), fields(went_wrong="Forgot to sort", version=1))

        problem.refresh_from_db()
        assert problem.due == TODAY

    def test_without_a_rejection_it_is_two_days_from_now(self, alice, alice_client):
        alice_client.post(url("new"), fields(went_wrong="Ran out of time"))

        assert alice.problems.get().due == TODAY + timedelta(days=2)

    def test_what_was_left_by_hand_stays_left(self, alice_client, problem):
        problem.store(went_wrong="Forgot to sort")

        sent = fields(went_wrong="Forgot to sort, and quadratic", version=2)
        alice_client.post(url("edit", problem), sent)

        problem.refresh_from_db()
        assert problem.went_wrong == "Forgot to sort, and quadratic"
        assert problem.due is None

    def test_a_day_that_is_set_is_kept(self, alice_client, problem):
        problem.store(due=TODAY + timedelta(days=9))

        alice_client.post(url("edit", problem), fields(went_wrong="Forgot to sort", version=1))

        problem.refresh_from_db()
        assert problem.due == TODAY + timedelta(days=9)

    def test_gaps_of_mine_are_offered_open_ones_and_those_it_has(
        self, alice, bob, alice_client, problem
    ):
        open_, closed, gone = (make_gap(alice, name) for name in ("Open", "Chosen", "Gone"))
        theirs = make_gap(bob, "Theirs")
        for gap in (closed, gone):
            gap.store(closed_on=TODAY)
        problem.gaps.add(closed)

        page = alice_client.get(url("edit", problem)).text
        sent = fields(gaps=[open_.pk, closed.pk], version=1)
        alice_client.post(url("edit", problem), sent)
        refused = alice_client.post(url("edit", problem), fields(gaps=[theirs.pk], version=1))

        assert [name in page for name in ("Open", "Chosen", "Gone", "Theirs")] == [
            True,
            True,
            False,
            False,
        ]
        assert refused.status_code == 422
        assert set(problem.gaps.all()) == {open_, closed}

    def test_code_keeps_its_indentation(self, alice_client, problem):
        answered = "    for b in bookings:\r\n        ..."
        sent = fields(kind="coding", answered=answered, version=1)

        alice_client.post(url("edit", problem), sent)

        problem.refresh_from_db()
        assert problem.answered == "    for b in bookings:\n        ..."

    def test_errors_keep_what_was_typed(self, alice_client, problem):
        sent = fields(title="", answered="Two nested loops", minutes="-3", version=1)

        response = alice_client.post(url("edit", problem), sent)

        assert response.status_code == 422
        assert "Two nested loops" in response.text
        assert "Please fill this in." in response.text

    def test_a_text_of_100_kb_is_kept_and_one_past_the_limit_is_given_back(
        self, alice_client, problem
    ):
        alice_client.post(url("edit", problem), fields(answered="word " * 20_000, version=1))
        problem.refresh_from_db()
        too_long = "x" * 200_001

        response = alice_client.post(
            url("edit", problem), fields(answered=too_long, version=problem.version)
        )

        assert len(problem.answered) == 100_000
        assert response.status_code == 422
        assert too_long in response.text
        assert "200,000 characters" in response.text

    def test_a_second_tab_does_not_overwrite(self, alice_client, problem):
        alice_client.post(url("edit", problem), fields(answered="First", version=1))

        response = alice_client.post(url("edit", problem), fields(answered="Second", version=1))

        problem.refresh_from_db()
        assert response.status_code == 422
        assert problem.answered == "First"
        assert "Second" in response.text


class TestVerbs:
    def test_bring_it_back_and_not_this_one(self, alice_client, problem):
        alice_client.post(url("schedule", problem))
        problem.refresh_from_db()
        assert problem.due == TODAY

        alice_client.post(url("unschedule", problem))
        problem.refresh_from_db()
        assert problem.due is None

    def test_brought_back_on_the_day_it_was_solved_it_waits(self, alice_client, problem):
        make_attempt(problem, grade=1, solved_on=TODAY)
        problem.reschedule()

        alice_client.post(url("unschedule", problem))
        alice_client.post(url("schedule", problem))

        problem.refresh_from_db()
        assert problem.due == TODAY + timedelta(days=1)

    def test_pause_retire_and_take_up_again(self, alice, alice_client, problem):
        problem.store(due=TODAY)
        for verb in ("pause", "retire"):
            alice_client.post(url(verb, problem))
            assert not alice.problems.due(TODAY).exists()

        alice_client.post(url("resume", problem))
        assert alice.problems.due(TODAY).get() == problem

    def test_not_today_moves_it_to_tomorrow(self, alice_client, problem):
        problem.store(due=TODAY - timedelta(days=3))

        response = alice_client.post(url("postpone", problem) + "?session=1")

        problem.refresh_from_db()
        assert problem.due == TODAY + timedelta(days=1)
        assert response.url == url("session")
        assert f"“{problem.title}” comes back tomorrow." in alice_client.get(url("done")).text

    def test_deleting_asks_first_and_takes_its_attempts_along(self, alice, alice_client, problem):
        make_attempt(problem, grade=3)

        assert "for 30 days" in alice_client.get(url("delete", problem)).text
        assert alice.problems.exists()
        alice_client.post(url("delete", problem))

        assert not alice.problems.exists()
        assert not alice.attempts.exists()

    @pytest.mark.parametrize("verb", VERBS)
    def test_a_get_changes_nothing(self, alice_client, problem, verb):
        assert alice_client.get(url(verb, problem)).status_code == 405


PAGES = ["problem", "edit", "delete", "solve", "elsewhere", "finish", "look", *VERBS]


class TestStrangers:
    @pytest.mark.parametrize("name", PAGES)
    def test_a_problem_of_another_is_not_there(self, bob_client, problem, name):
        before = Problem.objects.values().get()

        assert bob_client.get(url(name, problem)).status_code in {404, 405}
        if name != "problem":
            sent = fields(text="x", grade=3)
            assert bob_client.post(url(name, problem), sent).status_code == 404

        assert Problem.objects.values().get() == before
        assert not Attempt.objects.exists()

    def test_nor_are_an_interview_and_a_rejection(self, bob_client, rejection):
        for path in (
            url("step", rejection),
            url("questions", rejection.interview),
            url("new_for", rejection.interview),
        ):
            assert bob_client.get(path).status_code == 404
            assert bob_client.post(path, fields(lines="Why us?")).status_code == 404
        assert not Problem.objects.exists()

    def test_their_bank_shows_nothing_of_mine(self, bob_client, problem):
        assert problem.title not in bob_client.get(url("page")).text


class TestThePage:
    def test_with_nothing_yet_it_offers_the_first_step(self, alice_client):
        page = alice_client.get(url("page")).text

        assert "No problems yet" in page
        assert url("new") in page

    def test_what_is_due_stands_first_with_its_minutes(self, alice, alice_client, problem):
        problem.store(due=TODAY, minutes=25)
        make_problem(alice, title="An LRU cache", due=TODAY - timedelta(days=2))
        make_problem(alice, title="A feed", due=TODAY + timedelta(days=1))

        page = alice_client.get(url("page")).text

        assert "Two to solve again today, about 45 min" in " ".join(page.split())
        due, others = page.split("The other problems", 1)
        assert "An LRU cache" in due
        assert "A feed" not in due
        assert "A feed" in others
        assert "An LRU cache" not in others

    def test_a_title_as_long_as_a_page_is_cut_in_the_lead(self, alice, alice_client):
        make_problem(alice, title="word " * 60, due=TODAY + timedelta(days=3))

        lead = alice_client.get(url("page")).text.split('class="lead">')[1].split("</p>")[0]

        assert "word…” comes back on Sunday." in lead
        assert len(" ".join(lead.split())) < 150

    def test_of_one_day_the_oldest_comes_first_and_of_no_day_the_newest(self, alice):
        for title, due in (("A", None), ("B", TODAY), ("C", TODAY), ("D", None)):
            make_problem(alice, title=title, due=due)
        make_problem(alice, title="E", due=TODAY - timedelta(days=1))

        assert [problem.title for problem in alice.problems.in_turn()] == ["E", "B", "C", "D", "A"]

    def test_today_and_practice_name_them_in_one_order(self, alice, alice_client, problem):
        problem.store(due=TODAY)
        make_problem(alice, title="An LRU cache", due=TODAY)
        made = [each.title for each in alice.problems.order_by("pk")]

        due = alice_client.get(url("page")).context["due"]
        today = alice_client.get(reverse("today:page")).text

        assert [each.title for each in due] == made
        assert today.index(made[0]) < today.index(made[1])

    def test_on_a_break_nothing_is_due(self, alice, alice_client, problem):
        problem.store(due=TODAY)
        alice.break_until = TODAY + timedelta(days=5)
        alice.save()

        page = alice_client.get(url("page")).text

        assert "on a break until 24 November" in page
        assert "comes back after your break" in page
        assert "due today" not in page
        assert url("session") not in page
        assert alice_client.get(url("session")).url == url("page")

    def test_it_narrows_by_kind_employer_gap_and_day(self, alice, alice_client, problem):
        other = make_interview(alice, make_employer(alice, "Tidewater Labs"))
        gap = make_gap(alice)
        feed = make_problem(alice, other, "A feed", kind="system_design", due=TODAY)
        feed.gaps.add(gap)
        make_problem(alice, title="Resting", paused=True)
        assert "None like that." in alice_client.get(url("page"), {"kind": "take_home"}).text

        def titles(**narrow):
            page = alice_client.get(url("page"), narrow).context
            return {problem.title for problem in [*page["due"], *page["bank"]]}

        mine = problem.title
        assert titles(kind="system_design") == {"A feed"}
        assert titles(employer=other.employer_id) == {"A feed"}
        assert titles(gap=gap.pk) == {"A feed"}
        assert titles(when="due") == {"A feed"}
        assert titles(when="unscheduled") == {mine}
        assert titles(when="resting") == {"Resting"}
        assert titles(when="coming") == set()
        assert titles(kind="nonsense", employer="x", gap="-1", page="x") == {
            mine,
            "A feed",
            "Resting",
        }

    @pytest.mark.parametrize("value", ["", "x", "0", "-1", "9" * 40, "\x00", "é", "1; --"])
    def test_nonsense_narrows_nothing(self, alice_client, problem, value):
        narrow = dict.fromkeys(["kind", "when", "employer", "gap", "page"], value)

        page = alice_client.get(url("page"), narrow)

        assert [each.title for each in page.context["bank"]] == [problem.title]

    def test_another_persons_employer_narrows_nothing(self, bob, alice_client, problem):
        theirs = make_problem(bob, make_interview(bob))

        page = alice_client.get(url("page"), {"employer": theirs.interview.employer_id})

        assert [each.title for each in page.context["bank"]] == [problem.title]

    def test_its_pages_hold_twenty(self, alice, alice_client):
        for number in range(23):
            make_problem(alice, title=f"Problem {number}")

        first = alice_client.get(url("page"), {"kind": "coding"})
        second = alice_client.get(url("page"), {"kind": "coding", "page": 2})

        assert len(first.context["bank"]) == 20
        assert "kind=coding&amp;page=2" in first.text
        assert len(second.context["bank"]) == 3


def fill(owner, rejection, count):
    for number in range(count):
        gap = make_gap(owner, f"Gap {owner.gaps.count()}")
        interview = rejection.interview
        round_ = make_round(interview)
        problem = make_problem(
            owner, interview, f"Problem {number}", round=round_, due=TODAY, solved_on=TODAY
        )
        problem.gaps.add(gap)
        make_attempt(problem, grade=2)
        make_attempt(problem, grade=3, closes_gap=gap)


@pytest.mark.parametrize("page", ["page", "step", "done"])
def test_queries_do_not_grow_with_problems(alice, alice_client, rejection, page):
    path = url(page, rejection if page == "step" else None)
    counts = []
    for more in (6, 3):  # more than the page shows as due, so that there are others too
        fill(alice, rejection, more)
        with CaptureQueriesContext(connection) as queries:
            assert alice_client.get(path).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_queries_of_one_problem_do_not_grow_with_attempts(alice, alice_client, problem):
    counts = []
    for more in (3, 6):
        for _ in range(more):
            make_attempt(problem, grade=2, closes_gap=make_gap(alice, str(uuid4())))
        with CaptureQueriesContext(connection) as queries:
            alice_client.get(url("problem", problem))
        counts.append(len(queries))

    assert counts[0] == counts[1]
