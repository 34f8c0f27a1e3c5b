"""What a day holds, and what happens to what it cannot."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from journal.models import Attempt
from journal.practice.session import session_of, sessions
from tests.factories import (
    make_attempt,
    make_gap,
    make_interview,
    make_person,
    make_problem,
    make_round,
)

pytestmark = pytest.mark.django_db


def titles(rows):
    return [row.title for row in rows]


def solve(person, problem, grade=3):
    make_attempt(problem, grade=grade, solved_on=person.today())
    problem.reschedule()


@pytest.fixture
def backlog(alice):
    long_ago = timezone.now() - timedelta(days=20)
    first = alice.today() - timedelta(days=9)
    return [
        make_problem(
            alice,
            title=f"Problem {number}",
            due=first + timedelta(days=number),
            created_at=long_ago,
        )
        for number in range(5)
    ]


def test_a_day_holds_what_its_minutes_do_and_the_rest_waits(alice, backlog):
    session = session_of(alice)

    assert titles(session.problems) == ["Problem 0", "Problem 4"]
    assert titles(session.waiting) == ["Problem 1", "Problem 2", "Problem 3"]


def test_one_that_is_longer_than_the_day_still_has_its_day(alice):
    make_problem(alice, title="Design a feed", minutes=90, due=alice.today())

    assert titles(session_of(alice).problems) == ["Design a feed"]


def test_what_was_solved_today_counts(alice, backlog):
    solve(alice, backlog[0])
    solve(alice, backlog[1])

    session = session_of(alice)

    assert (session.solved, session.problems) == (2, [])


def test_grading_one_gives_the_waiting_days_with_room(alice, alice_client, backlog):
    attempt = make_attempt(backlog[0])
    alice_client.post(reverse("practice:grade", args=[attempt.pk]), {"grade": 3})

    session = session_of(alice)
    assert titles(session.problems) == ["Problem 1"]
    assert session.waiting == []
    assert alice.problems.active().exclude(due=None).count() == 5
    by_day = alice.problems.taken(alice.today() + timedelta(days=1))
    assert max(by_day.values()) <= alice.practice_minutes


def test_before_an_interview_its_own_questions_come_first(alice):
    today = alice.today()
    make_problem(alice, title="Overdue", due=today - timedelta(days=3))
    named = make_problem(alice, title="Of a gap", due=today + timedelta(days=20))
    named.gaps.add(make_gap(alice, "Complexity"))
    theirs = make_interview(alice)
    make_problem(alice, theirs, "They asked it", due=today + timedelta(days=25))
    make_round(make_interview(alice, theirs.employer), on=today + timedelta(days=1))

    session = session_of(alice)

    assert titles(session.problems) == ["They asked it", "Of a gap"]
    assert titles(session.waiting) == ["Overdue"]
    assert len(session.preparation.left_out) == 1


def test_before_an_interview_not_today_is_obeyed_too(alice, alice_client):
    today = alice.today()
    theirs = make_interview(alice)
    later = make_problem(alice, theirs, "They asked it", due=today + timedelta(days=25))
    make_round(make_interview(alice, theirs.employer), on=today + timedelta(days=3))
    assert session_of(alice).first == later

    alice_client.post(reverse("practice:postpone", args=[later.pk]))

    assert session_of(alice).first is None


def test_what_a_day_before_the_interview_holds_is_not_put_off_till_after(alice, alice_client):
    today = alice.today()
    theirs = make_interview(alice)
    for number in range(4):
        make_problem(
            alice,
            theirs,
            f"Question {number}",
            due=today,
            solved_on=today - timedelta(days=1),
            stability=1.0,
        )
    make_round(make_interview(alice, theirs.employer), on=today + timedelta(days=2))
    attempt = make_attempt(session_of(alice).first)

    alice_client.post(reverse("practice:grade", args=[attempt.pk]), {"grade": 3})

    waiting = session_of(alice).waiting
    assert titles(waiting) == ["Question 2", "Question 3"]


def test_an_interview_that_is_over_calls_for_nothing(alice):
    today = alice.today()
    over = make_interview(alice, outcome="withdrew", outcome_on=today)
    make_problem(alice, over, "They asked it", due=today + timedelta(days=25))
    make_round(over, on=today + timedelta(days=1))

    assert session_of(alice).problems == []


def test_the_page_says_what_there_is_no_time_for(alice, alice_client):
    today = alice.today()
    theirs = make_interview(alice)
    for number in range(4):
        make_problem(alice, theirs, f"Question {number}", due=today + timedelta(days=25))
    make_round(make_interview(alice, theirs.employer), on=today + timedelta(days=1))

    page = alice_client.get(reverse("practice:page")).text

    assert f"Before {theirs.employer.name}, tomorrow" in page
    assert "No time before then for two" in page


def test_the_next_is_offered_when_the_day_is_done(alice, alice_client):
    soon = make_problem(alice, title="A queue", due=alice.today() + timedelta(days=1))

    page = alice_client.get(reverse("practice:done")).text

    assert "One more" in page
    assert reverse("practice:solve", args=[soon.pk]) in page


def test_many_people_cost_what_one_costs(alice, django_assert_max_num_queries):
    people = [alice, *(make_person(f"{number}@example.org") for number in range(4))]
    for person in people:
        theirs = make_interview(person)
        make_problem(person, theirs, due=person.today())
        make_round(make_interview(person, theirs.employer), on=person.today() + timedelta(days=3))
    with django_assert_max_num_queries(3):
        found = sessions({person.pk: (person, person.today()) for person in people})
    assert all(len(found[person.pk].problems) == 1 for person in people)


class TestTheDayItComesBack:
    def test_it_is_one_with_room(self, alice):
        tomorrow = alice.today() + timedelta(days=1)
        for _ in range(2):
            make_problem(alice, due=tomorrow)
        problem = make_problem(alice, title="A queue", due=alice.today())

        solve(alice, problem, Attempt.Grade.NOT_YET)

        assert problem.due == tomorrow + timedelta(days=1)

    def test_the_buttons_name_the_day_it_will_be(self, alice, alice_client):
        for days in (1, 2, 2, 8):
            make_problem(alice, due=alice.today() + timedelta(days=days), minutes=45)
        problem = make_problem(alice, title="A queue", due=alice.today())
        attempt = make_attempt(problem)
        page = alice_client.get(reverse("practice:compare", args=[attempt.pk]))
        said = dict(page.context["grades"])

        alice_client.post(reverse("practice:grade", args=[attempt.pk]), {"grade": 3})

        problem.refresh_from_db()
        assert problem.due == said[Attempt.Grade.WELL]

    def test_the_cap_is_mine(self, alice):
        alice.practice_cap_days = 3
        alice.save()
        problem = make_problem(alice, due=alice.today())

        solve(alice, problem, Attempt.Grade.EASILY)

        assert problem.due == alice.today() + timedelta(days=3)


class TestLater:
    def test_it_waits_until_then(self, alice, alice_client, backlog):
        until = alice.today() + timedelta(days=10)
        path = reverse("practice:snooze", args=[backlog[0].pk])

        assert alice_client.post(path, {"until": until.isoformat()}).status_code == 302

        backlog[0].refresh_from_db()
        assert backlog[0].due == until

    @pytest.mark.parametrize("days", [0, -1, 800])
    def test_a_day_that_makes_no_sense_is_refused(self, alice, alice_client, backlog, days):
        until = alice.today() + timedelta(days=days)
        path = reverse("practice:snooze", args=[backlog[0].pk])

        assert alice_client.post(path, {"until": until.isoformat()}).status_code == 422

    def test_one_that_is_not_scheduled_stays_so(self, alice, alice_client):
        problem = make_problem(alice)
        until = alice.today() + timedelta(days=10)
        path = reverse("practice:snooze", args=[problem.pk])

        assert alice_client.post(path, {"until": until.isoformat()}).status_code == 302

        problem.refresh_from_db()
        assert problem.due is None

    def test_a_stranger_gets_404(self, bob_client, backlog):
        assert bob_client.get(reverse("practice:snooze", args=[backlog[0].pk])).status_code == 404


class TestABreak:
    def test_all_move_on_and_come_back_when_it_ends(self, alice, alice_client, backlog):
        until = alice.today() + timedelta(days=7)
        alice_client.post(reverse("path:break"), {"until": until.isoformat()})

        days = list(alice.problems.order_by("pk").values_list("due", flat=True))
        assert min(days) == until
        assert days == sorted(days)
        assert max(alice.problems.taken(until).values()) <= alice.practice_minutes

        alice_client.post(reverse("path:end_break"))

        alice.refresh_from_db()
        assert alice.problems.due(alice.today()).count() == 2
        assert len(session_of(alice).problems) == 2


class TestPace:
    def test_it_shows_what_would_move_and_moves_nothing(self, alice, alice_client, backlog):
        before = list(alice.problems.order_by("pk").values_list("due", flat=True))

        page = alice_client.get(
            reverse("practice:pace"), {"practice_minutes": 20, "practice_cap_days": 30}
        )

        assert len(page.context["moved"]) == 4  # the first stays today
        assert list(alice.problems.order_by("pk").values_list("due", flat=True)) == before

    def test_it_is_set_and_the_plan_made_anew(self, alice, alice_client, backlog):
        sent = {"practice_minutes": 20, "practice_cap_days": 14}

        alice_client.post(reverse("practice:anew"), sent)

        alice.refresh_from_db()
        assert (alice.practice_minutes, alice.practice_cap_days) == (20, 14)
        today = alice.today()
        due = list(alice.problems.order_by("due").values_list("due", flat=True))
        assert due == [today + timedelta(days=each) for each in range(5)]

    def test_a_longer_cap_moves_what_it_held_back(self, alice, alice_client):
        problem = make_problem(alice, due=alice.today())
        long_ago = alice.today() - timedelta(days=20)
        for days in (0, 10):
            make_attempt(problem, grade=4, solved_on=long_ago + timedelta(days=days))
        problem.reschedule()
        held_back = problem.due
        assert held_back == long_ago + timedelta(days=40)

        alice_client.post(
            reverse("practice:anew"), {"practice_minutes": 45, "practice_cap_days": 60}
        )

        problem.refresh_from_db()
        assert held_back < problem.due <= long_ago + timedelta(days=70)

    @pytest.mark.parametrize("minutes", ["0", "9999", "many", ""])
    def test_what_makes_no_sense_is_refused_and_kept(self, alice, alice_client, minutes):
        sent = {"practice_minutes": minutes, "practice_cap_days": 30}

        for answer in (
            alice_client.get(reverse("practice:pace"), sent),
            alice_client.post(reverse("practice:anew"), sent),
        ):
            assert answer.status_code == 422
        alice.refresh_from_db()
        assert alice.practice_minutes == 45
