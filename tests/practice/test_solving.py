from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Attempt, Version
from journal.ownership.trash import move_to_trash
from tests.factories import (
    make_attempt,
    make_drawing,
    make_evidence,
    make_feedback,
    make_gap,
    make_problem,
    make_rejection,
    make_round,
)

TODAY = date(2026, 11, 19)
TOMORROW = TODAY + timedelta(days=1)
NOT_YET, WITH_EFFORT, WELL, EASILY = Attempt.Grade


def url(name, row=None, session=False):
    path = reverse(f"practice:{name}", args=[row.pk] if row else [])
    return path + "?session=1" if session else path


@pytest.fixture
def problem(alice):
    interview = make_rejection(alice).interview
    return make_problem(
        alice,
        interview,
        round=make_round(interview, on=date(2026, 11, 10)),
        question="Bookings that overlap become one.",
        answered="two NESTED loops",
        went_wrong="FORGOT to sort",
        minutes=60,
    )


@pytest.fixture
def gap(problem):
    gap = make_gap(problem.owner)
    feedback = make_feedback(problem.interview, "Kind. The loops stayed quadratic.")
    make_evidence(feedback, "The loops stayed quadratic.", gap)
    problem.gaps.add(gap)
    return gap


class TestTheDesk:
    def test_it_hides_all_i_answered_before(self, alice_client, problem, gap):
        make_attempt(problem, "an EARLIER attempt", grade=2, next_time="SORT first")

        page = alice_client.get(url("solve", problem)).text

        assert "Bookings that overlap become one." in page
        assert "Asked by Fernwood Robotics on 10 November" in page
        for hidden in ("NESTED", "FORGOT", "EARLIER", "SORT", "stayed quadratic"):
            assert hidden not in page

    def test_it_hides_them_when_something_is_wrong_too(self, alice_client, problem):
        response = alice_client.post(url("finish", problem), {"text": " \r\n "})

        assert response.status_code == 422
        assert "Write yours first" in response.text
        assert "NESTED" not in response.text

    def test_looking_at_it_writes_nothing(self, alice_client, problem):
        alice_client.get(url("solve", problem))

        assert not Attempt.objects.exists()

    def test_a_draft_is_kept_and_gone_on_with(self, alice_client, problem):
        sent = {"text": "\tfor b in\r\n", "language": "Python"}

        response = alice_client.post(url("solve", problem), sent)

        attempt = problem.attempts.get()
        assert response.url == url("solve", problem)
        assert (attempt.text, attempt.language, attempt.grade) == ("\tfor b in\n", "Python", None)
        assert "\tfor b in" in alice_client.get(url("solve", problem)).text

    def test_an_empty_page_is_no_draft(self, alice_client, problem):
        response = alice_client.post(url("solve", problem), {"text": " \r\n"})

        assert response.url == url("solve", problem)
        assert not Attempt.objects.exists()

    def test_the_language_is_the_one_i_used_last(self, alice, alice_client, problem):
        make_attempt(make_problem(alice), grade=3, language="Rust")

        form = alice_client.get(url("solve", problem)).context["form"]

        assert form["language"].value() == "Rust"

    def test_prose_asks_for_no_language(self, alice, alice_client):
        problem = make_problem(alice, kind="behavioural")

        assert "Language" not in alice_client.get(url("solve", problem)).text

    def test_a_second_page_from_before_the_draft_does_not_overwrite_it(self, alice_client, problem):
        begun = alice_client.get(url("solve", problem)).context["form"]["version"].value()
        alice_client.post(url("solve", problem), {"text": "First", "version": begun})

        sent = {"text": "Second", "version": begun}
        response = alice_client.post(url("finish", problem), sent)

        assert response.status_code == 422
        assert "Second" in response.text
        assert problem.attempts.get().text == "First"

        version = response.context["form"]["version"].value()
        alice_client.post(url("finish", problem), {"text": "Second", "version": version})

        assert problem.attempts.get().text == "Second"
        assert Version.objects.get().text == "First"

    def test_a_double_click_makes_one_attempt_with_one_time(self, alice_client, problem, thursday):
        started = alice_client.get(url("solve", problem)).context["form"]["started"].value()
        thursday.shift(timedelta(minutes=41))

        for _ in range(2):
            alice_client.post(url("finish", problem), {"text": "Sort", "started": started})

        assert problem.attempts.get().minutes == 41

    def test_the_time_of_several_sittings_adds_up(self, alice_client, problem, thursday):
        for minutes in (10, 20):
            form = alice_client.get(url("solve", problem)).context["form"]
            thursday.shift(timedelta(minutes=minutes))
            sent = {name: form[name].value() for name in ("started", "version")}
            alice_client.post(url("solve", problem), sent | {"text": f"{minutes}"})
            thursday.shift(timedelta(hours=9))

        assert problem.attempts.get().minutes == 30

    @pytest.mark.parametrize("started", ["", "0", "99999999999", "-1"])
    def test_a_time_that_cannot_be_is_not_kept(self, alice_client, problem, started):
        alice_client.post(url("finish", problem), {"text": "Sort", "started": started})

        assert problem.attempts.get().seconds is None

    def test_an_answer_of_100_kb_is_kept(self, alice_client, problem):
        text = "    x = 1 # é\r\n" * 7_000

        response = alice_client.post(url("finish", problem), {"text": text})
        page = alice_client.get(response.url)

        assert problem.attempts.get().text == text.replace("\r\n", "\n")
        assert page.status_code == 200

    def test_an_attempt_can_be_discarded(self, alice, alice_client, problem):
        attempt = make_attempt(problem, "Hm")

        alice_client.post(url("discard", attempt))

        assert not alice.attempts.exists()
        assert Attempt.with_trash.get().text == "Hm"

    def test_one_that_has_its_grade_no_longer_counts(self, alice_client, problem):
        kept, mistaken = (make_attempt(problem, grade=grade) for grade in (EASILY, NOT_YET))
        problem.reschedule()
        soon = problem.due
        alice_client.post(url("discard", mistaken))
        problem.refresh_from_db()
        assert problem.due > soon
        assert list(problem.attempts.all()) == [kept]


class TestThenAndNow:
    def test_they_stand_side_by_side_once_mine_is_written(self, alice_client, problem, gap):
        response = alice_client.post(url("finish", problem), {"text": "sorted(bookings)"})

        page = alice_client.get(response.url).text

        assert page.index("two NESTED loops") < page.index("sorted(bookings)")
        assert "FORGOT to sort" in page
        assert "“The loops stayed quadratic.”" in page

    def test_the_time_before_stands_between_them(self, alice_client, problem):
        make_attempt(problem, "an EARLIER attempt", grade=WITH_EFFORT, next_time="SORT first")
        attempt = make_attempt(problem, "sorted")

        page = alice_client.get(url("compare", attempt)).text

        assert page.index("The time before") < page.index("an EARLIER attempt")
        assert "17 November, with effort" in page
        assert "an EARLIER attempt" in page
        assert "SORT first" in page

    def test_without_a_word_of_mine_it_leads_back_to_the_desk(self, alice_client, problem):
        attempt = make_attempt(problem, "  ")

        assert alice_client.get(url("compare", attempt)).url == url("solve", problem)

    def test_i_may_look_and_it_is_kept_that_i_did(self, alice_client, problem):
        response = alice_client.post(url("look", problem), {"text": ""})

        attempt = problem.attempts.get()
        assert attempt.looked
        assert response.url == url("compare", attempt)
        assert "two NESTED loops" in alice_client.get(response.url).text

    @pytest.mark.parametrize(
        ("earlier", "offered"),
        [
            ({}, ""),
            ({"answered": " "}, ""),
            ({"answered": "Two loops"}, "Look at my earlier answer"),
            ({"went_wrong": "Forgot to sort"}, "Look at what went wrong"),
        ],
    )
    def test_what_is_not_there_is_not_offered_to_be_looked_at(
        self, alice, alice_client, earlier, offered
    ):
        problem = make_problem(alice, **earlier)

        page = alice_client.get(url("solve", problem)).text

        assert ("What you answered before" in page) == ("earlier answer" in offered)
        assert ("practice:look" in page or "/look/" in page) == bool(offered)
        assert offered in page

    @pytest.mark.parametrize(
        ("fields", "is_one"),
        [
            ({"text": "sorted"}, True),
            ({"text": "", "result": "Shipped"}, True),
            ({"text": "", "link": "https://example.org/1"}, True),
            ({"text": " \n", "elsewhere": True}, False),
        ],
    )
    def test_an_attempt_before_it_is_an_earlier_answer(self, alice, alice_client, fields, is_one):
        problem = make_problem(alice)
        make_attempt(problem, grade=WELL, **fields)

        page = alice_client.get(url("solve", problem)).text

        assert ("Look at my earlier answer" in page) == is_one

    def test_and_so_is_a_drawing_until_it_is_deleted(self, alice, alice_client):
        problem = make_problem(alice)
        drawing = make_drawing(make_attempt(problem, "", grade=WELL))
        assert "Look at my earlier answer" in alice_client.get(url("solve", problem)).text

        move_to_trash(drawing)

        assert "Look at my earlier answer" not in alice_client.get(url("solve", problem)).text

    def test_nothing_was_looked_at_where_there_is_nothing(self, alice, alice_client):
        problem = make_problem(alice)

        response = alice_client.post(url("look", problem), {"text": "Sort"})

        attempt = problem.attempts.get()
        assert (attempt.looked, attempt.text) == (False, "Sort")
        assert response.url == url("solve", problem)

    def test_the_buttons_name_the_next_days(self, alice_client, problem):
        page = alice_client.get(url("compare", make_attempt(problem, "sorted"))).text

        for grade, when in (
            ("Not yet", "tomorrow"),
            ("With effort", "in 2 days"),
            ("Well", "in 2 days"),
            ("Easily", "in 8 days"),
        ):
            assert f"{grade}<small>{when}</small>" in page

    def test_code_is_shown_as_it_was_typed_and_prose_as_markdown(self, alice, alice_client):
        text = "__init__ <b>"
        code = make_attempt(make_problem(alice), text)
        prose = make_attempt(make_problem(alice, kind="behavioural"), "I *asked*")

        assert "__init__ &lt;b&gt;</pre>" in alice_client.get(url("compare", code)).text
        assert "<em>asked</em>" in alice_client.get(url("compare", prose)).text


class TestGrading:
    def test_it_names_the_day_it_comes_back(self, alice_client, problem):
        attempt = make_attempt(problem, "sorted", seconds=2_460)

        sent = {"grade": WELL, "next_time": "Sort first", "minutes": "41"}
        response = alice_client.post(url("grade", attempt), sent, follow=True)

        attempt.refresh_from_db()
        problem.refresh_from_db()
        assert (attempt.grade, attempt.solved_on, attempt.seconds) == (WELL, TODAY, 2_460)
        assert attempt.next_time == "Sort first"
        assert (problem.due, problem.solved_on) == (TODAY + timedelta(days=2), TODAY)
        assert "comes back on Saturday" in response.text

    def test_other_minutes_than_those_measured_are_believed(self, alice_client, problem):
        attempt = make_attempt(problem, "sorted", seconds=2_460)

        alice_client.post(url("grade", attempt), {"grade": WELL, "minutes": "50"})

        attempt.refresh_from_db()
        assert attempt.seconds == 3_000

    def test_a_double_click_grades_once(self, alice_client, problem):
        attempt = make_attempt(problem, "sorted")

        alice_client.post(url("grade", attempt), {"grade": EASILY})
        first = alice_client.get(url("problem", problem)).context["problem"]
        again = alice_client.post(url("grade", attempt), {"grade": NOT_YET})

        attempt.refresh_from_db()
        problem.refresh_from_db()
        assert again.status_code == 302
        assert attempt.grade == EASILY
        assert problem.card == first.card

    def test_a_second_tab_says_so_and_its_line_is_kept(self, alice_client, problem):
        attempt = make_attempt(problem, "sorted")
        alice_client.post(url("grade", attempt), {"grade": WELL})

        sent = {"grade": NOT_YET, "next_time": "Sort first"}
        page = alice_client.post(url("grade", attempt), sent, follow=True).text

        attempt.refresh_from_db()
        assert (attempt.grade, attempt.next_time) == (WELL, "Sort first")
        assert "Already graded “Well”; the line for next time is kept." in page

    def test_a_line_that_is_there_stays(self, alice_client, problem):
        attempt = make_attempt(problem, "sorted")
        alice_client.post(url("grade", attempt), {"grade": WELL, "next_time": "Sort first"})

        sent = {"grade": NOT_YET, "next_time": "Hurry"}
        page = alice_client.post(url("grade", attempt), sent, follow=True).text

        attempt.refresh_from_db()
        assert attempt.next_time == "Sort first"
        assert "Already graded “Well”; nothing was changed." in page

    def test_a_closed_browser_between_leaves_nothing_half_done(self, alice_client, problem):
        """What was graded stands in the attempt and in the schedule, or in neither."""
        attempt = make_attempt(problem, "sorted")
        alice_client.post(url("grade", attempt), {"grade": "7"})

        problem.refresh_from_db()
        attempt.refresh_from_db()
        assert (attempt.grade, problem.due) == (None, None)

    def test_solved_twice_on_a_day_it_still_waits_for_the_next(self, alice_client, problem):
        for grade in (WELL, NOT_YET):
            attempt = make_attempt(problem, "sorted")
            alice_client.post(url("grade", attempt), {"grade": grade})

        problem.refresh_from_db()
        assert problem.due >= TOMORROW

    def test_without_a_grade_it_asks_for_one_and_keeps_the_line(self, alice_client, problem):
        attempt = make_attempt(problem, "sorted")

        response = alice_client.post(url("grade", attempt), {"next_time": "Sort first"})

        assert response.status_code == 422
        assert "Choose how it went" in response.text
        assert 'value="Sort first"' in response.text

    def test_a_gap_can_be_closed_by_it(self, alice_client, problem, gap):
        attempt = make_attempt(problem, "sorted")

        alice_client.post(url("grade", attempt), {"grade": WELL, "closes_gap": gap.pk})

        gap.refresh_from_db()
        attempt.refresh_from_db()
        assert gap.closed_on == TODAY
        assert attempt.closes_gap == gap

    def test_a_gap_of_another_cannot(self, bob, alice_client, problem, gap):
        attempt, theirs = make_attempt(problem, "sorted"), make_gap(bob)

        sent = {"grade": WELL, "closes_gap": theirs.pk}
        response = alice_client.post(url("grade", attempt), sent)

        theirs.refresh_from_db()
        assert response.status_code == 422
        assert theirs.closed_on is None

    def test_a_grade_can_be_taken_back_and_given_anew(self, alice_client, problem, gap):
        make_attempt(problem, grade=WELL)
        attempt = make_attempt(problem, "sorted")
        alice_client.post(url("grade", attempt), {"grade": NOT_YET, "closes_gap": gap.pk})

        response = alice_client.post(url("ungrade", attempt))
        gap.refresh_from_db()
        reopened = gap.closed_on is None
        alice_client.post(response.url + "grade/", {"grade": WELL})

        problem.refresh_from_db()
        assert reopened
        assert problem.due == TODAY + timedelta(days=11)

    def test_of_an_earlier_attempt_it_cannot(self, alice_client, problem):
        earlier = make_attempt(problem, grade=WELL)
        make_attempt(problem, grade=WELL, solved_on=TODAY)

        response = alice_client.post(url("ungrade", earlier), follow=True)

        assert "Only the last attempt" in response.text
        earlier.refresh_from_db()
        assert earlier.grade == WELL

    def test_a_late_night_belongs_to_the_evening_before(self, alice, alice_client, problem):
        """It is two in the night of the 20th in Kiritimati, which belongs to the 19th."""
        alice.time_zone = "Pacific/Kiritimati"
        alice.save()
        attempt = make_attempt(problem, "sorted")

        alice_client.post(url("grade", attempt), {"grade": NOT_YET})

        attempt.refresh_from_db()
        assert attempt.solved_on == TODAY

    def test_after_travelling_west_nothing_trips(self, alice, alice_client, problem):
        make_attempt(problem, grade=WELL, solved_on=TOMORROW)
        problem.reschedule()
        attempt = make_attempt(problem, "sorted")

        assert alice_client.get(url("compare", attempt)).status_code == 200
        alice_client.post(url("grade", attempt), {"grade": NOT_YET})

        problem.refresh_from_db()
        assert problem.due > TOMORROW


class TestElsewhere:
    def fields(self, **changed):
        return {"grade": WELL, "solved_on": TODAY, "token": uuid4()} | changed

    def test_a_link_minutes_and_a_grade_are_an_attempt(self, alice_client, problem):
        sent = self.fields(link="https://example.org/42", minutes="35", next_time="Sort first")

        response = alice_client.post(url("elsewhere", problem), sent, follow=True)

        attempt = problem.attempts.get()
        problem.refresh_from_db()
        assert (attempt.link, attempt.minutes, attempt.elsewhere) == (sent["link"], 35, True)
        assert problem.due == TODAY + timedelta(days=2)
        assert "elsewhere" in response.text

    def test_a_grade_alone_is_enough(self, alice_client, problem):
        alice_client.post(url("elsewhere", problem), self.fields(solved_on=""))

        assert problem.attempts.get().solved_on == TODAY

    def test_sent_twice_it_is_written_once(self, alice_client, problem):
        sent = self.fields(text="sorted")
        for _ in range(2):
            alice_client.post(url("elsewhere", problem), sent)

        assert problem.attempts.count() == 1

    def test_an_earlier_day_counts_as_that_day(self, alice_client, problem):
        for days in (0, 9):
            sent = self.fields(solved_on=TODAY - timedelta(days=days))
            alice_client.post(url("elsewhere", problem), sent)

        problem.refresh_from_db()
        assert problem.solved_on == TODAY
        assert problem.due > TODAY + timedelta(days=9)

    def test_a_day_to_come_and_a_missing_grade_are_refused(self, alice_client, problem):
        sent = self.fields(solved_on=TOMORROW, grade="", text="my ANSWER")

        response = alice_client.post(url("elsewhere", problem), sent)

        assert response.status_code == 422
        for words in ("That day has not come yet.", "Choose how it went.", "my ANSWER"):
            assert words in response.text
        assert not problem.attempts.exists()

    def test_a_link_that_runs_is_refused(self, alice_client, problem):
        sent = self.fields(link="javascript:alert(1)")

        assert alice_client.post(url("elsewhere", problem), sent).status_code == 422

    def test_a_draft_is_left_alone(self, alice_client, problem):
        draft = make_attempt(problem, "half")

        alice_client.post(url("elsewhere", problem), self.fields())

        assert problem.unfinished() == draft
        assert problem.attempts.count() == 2


class TestASession:
    def test_it_walks_through_what_is_due_and_ends(self, alice, alice_client, problem):
        second = make_problem(alice, title="An LRU cache", due=TODAY)
        problem.store(due=TODAY - timedelta(days=1), minutes=25)

        here = alice_client.get(url("session"))
        for expected, place in ((problem, "1 of 2"), (second, "2 of 2")):
            assert here.url == url("solve", expected, session=True)
            assert place in alice_client.get(here.url).text
            here = alice_client.post(url("finish", expected, session=True), {"text": "sorted"})
            attempt = expected.attempts.get()
            assert here.url == url("compare", attempt, session=True)
            assert place in alice_client.get(here.url).text
            here = alice_client.post(url("grade", attempt, session=True), {"grade": WELL})
            assert here.url == url("session")
            here = alice_client.get(here.url)

        assert here.url == url("done")
        page = alice_client.get(here.url).text
        assert "That is all for today." in page
        assert "The next one comes back on Saturday." in " ".join(page.split())

    def test_the_end_says_so_when_nothing_comes_back(self, alice_client):
        assert "Nothing else is set to come back." in alice_client.get(url("done")).text

    def test_the_end_names_what_was_solved(self, alice_client, problem):
        problem.store(due=TODAY, solved_on=TODAY)

        page = alice_client.get(url("done")).text

        assert page.index(">Solved today</h2>") < page.index(problem.title)

    def test_it_can_be_left_at_the_comparison_too(self, alice_client, problem):
        attempt = make_attempt(problem, "sorted")

        page = alice_client.get(url("compare", attempt, session=True)).text

        assert f'<a href="{url("page")}">Leave the session</a>' in page

    def test_leaving_early_is_fine(self, alice_client, problem):
        problem.store(due=TODAY)

        page = alice_client.get(url("done")).text

        assert "One is left for today, whenever you like." in " ".join(page.split())

    def test_solved_elsewhere_goes_on_with_the_session(self, alice_client, problem):
        problem.store(due=TODAY)

        sent = {"grade": WELL, "token": uuid4()}
        response = alice_client.post(url("elsewhere", problem, session=True), sent)

        assert response.url == url("session")


ATTEMPT_PAGES = ["compare", "grade", "ungrade", "discard"]


class TestStrangers:
    @pytest.mark.parametrize("name", ATTEMPT_PAGES)
    @pytest.mark.parametrize("grade", [None, 3])
    def test_an_attempt_of_another_is_not_there(self, bob_client, problem, name, grade):
        attempt = make_attempt(problem, "sorted", grade=grade)
        before = Attempt.objects.values().get()

        assert bob_client.get(url(name, attempt)).status_code in {404, 405}
        if name != "compare":
            assert bob_client.post(url(name, attempt), {"grade": 1}).status_code == 404

        assert Attempt.objects.values().get() == before

    @pytest.mark.parametrize("name", ATTEMPT_PAGES[1:])
    def test_a_get_changes_nothing(self, alice_client, problem, name):
        attempt = make_attempt(problem, "sorted")

        assert alice_client.get(url(name, attempt)).status_code == 405


@pytest.mark.parametrize("name", ["solve", "compare"])
def test_queries_do_not_grow_with_what_hangs_off_a_problem(alice, alice_client, problem, name):
    draft = make_attempt(problem, "sorted")
    feedback = make_feedback(problem.interview, "Quadratic.")
    counts = []
    for more in (3, 6):
        for _ in range(more):
            gap = make_gap(alice, str(uuid4()))
            problem.gaps.add(gap)
            make_evidence(feedback, "Quadratic.", gap)
            make_attempt(problem, grade=2)
        with CaptureQueriesContext(connection) as queries:
            alice_client.get(url(name, problem if name == "solve" else draft))
        counts.append(len(queries))

    assert counts[0] == counts[1]
