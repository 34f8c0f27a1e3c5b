from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from journal.dates import day
from journal.models import FeedbackRequest, Interview, Round
from journal.path.owed import owed
from tests.factories import (
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_person,
    make_problem,
    make_rejection,
    make_request,
    make_round,
)

pytestmark = pytest.mark.usefixtures("a_weekday")


def kinds(person):
    return [thing.kind for thing in owed([person]).get(person.pk, [])]


def days_ago(person, days):
    return person.today() - timedelta(days=days)


@pytest.mark.parametrize(("days", "expected"), [(0, []), (1, []), (2, ["ask"]), (9, ["ask"])])
def test_asking_is_owed_from_the_second_day_after(alice, days, expected):
    make_rejection(alice, told_on=days_ago(alice, days))
    assert kinds(alice) == expected


@pytest.mark.parametrize(
    ("told_on", "today", "expected"),
    [
        (date(2026, 11, 12), date(2026, 11, 13), []),
        (date(2026, 11, 12), date(2026, 11, 14), []),
        (date(2026, 11, 12), date(2026, 11, 15), []),
        (date(2026, 11, 12), date(2026, 11, 16), ["ask"]),
        (date(2026, 11, 12), date(2026, 11, 21), []),
        (date(2026, 11, 12), date(2026, 11, 27), ["ask"]),
        (date(2026, 11, 12), date(2026, 11, 30), []),
        (date(2026, 11, 10), date(2026, 11, 25), ["ask"]),
        (date(2026, 11, 10), date(2026, 11, 26), []),
        (date(2025, 7, 2), date(2026, 11, 26), []),
    ],
)
def test_asking_is_owed_on_weekdays_and_for_two_weeks(alice, told_on, today, expected):
    make_rejection(alice, told_on=told_on)
    found = owed([alice], lambda person: today).get(alice.pk, [])
    assert [thing.kind for thing in found] == expected


def test_a_late_night_belongs_to_the_evening_before(alice):
    make_rejection(alice, told_on=date(2026, 11, 16))
    with time_machine.travel("2026-11-21 01:38 +0000", tick=False):
        (thing,) = owed([alice])[alice.pk]
    assert "now" not in thing.why
    assert thing.why == "They told you on 16 November; a letter is best sent in working hours"
    with time_machine.travel("2026-11-23 01:38 +0000", tick=False):
        assert kinds(alice) == []


def test_the_newest_is_asked_for_first(alice):
    for days in (9, 3, 5):
        make_rejection(alice, told_on=days_ago(alice, days), stage=f"{days} days")
    told = [thing.rejection for thing in owed([alice])[alice.pk]]
    assert told == list(alice.rejections.latest_first().values_list("pk", flat=True))


def test_no_setting_brings_a_request_on_the_next_day(alice):
    alice.ask_after_days = 0
    alice.save()
    make_rejection(alice, told_on=days_ago(alice, 1))
    assert kinds(alice) == []


def test_nobody_is_reminded_to_ask_after_a_mock_interview(alice):
    make_rejection(alice, make_interview(alice, is_mock=True), told_on=days_ago(alice, 9))
    assert kinds(alice) == []


def test_of_silence_it_is_not_said_that_they_told(alice):
    rejection = make_rejection(alice, told_on=days_ago(alice, 3))
    rejection.interview.end(Interview.Outcome.GHOSTED, rejection.told_on)
    (thing,) = owed([alice])[alice.pk]
    assert thing.why.startswith("They have been silent since ")


@pytest.mark.parametrize("state", ["asked", "received", "nobody", "no_answer"])
def test_what_was_asked_is_not_owed(alice, state):
    rejection = make_rejection(alice, told_on=days_ago(alice, 3))
    make_request(rejection.interview, state=state, asked_on=days_ago(alice, 1))
    assert kinds(alice) == []


def test_a_draft_still_has_to_be_sent(alice):
    rejection = make_rejection(alice, told_on=days_ago(alice, 3))
    make_request(rejection.interview)
    assert kinds(alice) == ["ask"]


def test_a_nudge_is_owed_on_its_day(alice):
    rejection = make_rejection(alice, told_on=days_ago(alice, 10))
    request = make_request(
        rejection.interview,
        state=FeedbackRequest.State.ASKED,
        asked_on=days_ago(alice, 8),
        nudge_on=alice.today() + timedelta(days=1),
    )
    assert kinds(alice) == []
    request.store(nudge_on=alice.today())
    assert kinds(alice) == ["nudge"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 20), ["nudge"]),
        (date(2026, 11, 21), []),
        (date(2026, 11, 22), []),
        (date(2026, 11, 23), ["nudge"]),
    ],
)
def test_a_nudge_waits_for_a_weekday(alice, today, expected):
    rejection = make_rejection(alice, told_on=date(2026, 11, 10))
    days = {"asked_on": date(2026, 11, 12), "nudge_on": date(2026, 11, 20)}
    make_request(rejection.interview, state=FeedbackRequest.State.ASKED, **days)
    found = owed([alice], lambda person: today).get(alice.pk, [])
    assert [thing.kind for thing in found] == expected


@pytest.mark.parametrize(("came", "expected"), [(-1, ["nudge", "learn"]), (0, ["learn"])])
def test_where_an_answer_came_nobody_is_nudged(alice, came, expected):
    """Whoever it is from, and also where it was noted as no answer of the request's."""
    rejection = make_rejection(alice, told_on=days_ago(alice, 10))
    asked_on = days_ago(alice, 8)
    days = {"asked_on": asked_on, "nudge_on": days_ago(alice, 1)}
    make_request(rejection.interview, state=FeedbackRequest.State.ASKED, **days)
    make_feedback(rejection.interview, received_on=asked_on + timedelta(days=came))
    assert kinds(alice) == expected
    assert not any("heard nothing" in thing.why for thing in owed([alice])[alice.pk])


def test_a_nudge_leads_to_its_own_letter(alice, alice_client):
    rejection = make_rejection(alice, told_on=days_ago(alice, 10))
    days = {"asked_on": days_ago(alice, 8), "nudge_on": days_ago(alice, 1)}
    make_request(rejection.interview, state=FeedbackRequest.State.ASKED, **days)
    request = make_request(rejection.interview, state=FeedbackRequest.State.ASKED, **days)
    request.store(nudge_on=days_ago(alice, 2))
    (thing,) = owed([alice])[alice.pk]
    assert thing.url == reverse("feedback:letter", args=[request.pk], fragment="follow-up")
    page = alice_client.get(thing.url.partition("#")[0]).content.decode()
    assert '<details class="fold" open id="follow-up">' in page


@pytest.mark.parametrize(("days", "expected"), [(0, []), (1, []), (2, ["nudge"])])
def test_no_nudge_is_owed_on_the_day_they_said_no_nor_the_next(alice, days, expected):
    rejection = make_rejection(alice, told_on=days_ago(alice, days))
    asked = {"state": FeedbackRequest.State.ASKED, "asked_on": days_ago(alice, 9)}
    make_request(rejection.interview, nudge_on=days_ago(alice, 2), **asked)
    assert kinds(alice) == expected


@pytest.mark.parametrize(("days", "expected"), [(0, []), (1, []), (2, ["ask"])])
def test_the_day_it_was_written_down_brings_nothing_either(alice, days, expected):
    written = timezone.now() - timedelta(days=days)
    make_rejection(alice, told_on=days_ago(alice, 30), created_at=written)
    assert kinds(alice) == expected


def test_feedback_is_to_be_read_until_something_is_marked(alice):
    rejection = make_rejection(alice, told_on=days_ago(alice, 5))
    feedback = make_feedback(rejection.interview)
    assert kinds(alice) == ["learn"]
    make_evidence(feedback, "clean code", make_gap(alice))
    assert kinds(alice) == []


def test_due_problems_are_one_thing(alice):
    for days in (0, 1):
        make_problem(alice, due=days_ago(alice, days), minutes=15)
    make_problem(alice, due=days_ago(alice, -1))
    (thing,) = owed([alice])[alice.pk]
    assert thing.title == "Solve two problems again"
    assert thing.minutes == 30


@pytest.mark.parametrize("fields", [{"paused": True}, {"retired_on": "2026-01-01"}])
def test_a_paused_or_retired_problem_is_not_due(alice, fields):
    make_problem(alice, due=days_ago(alice, 1), **fields)
    assert kinds(alice) == []


@pytest.mark.parametrize(
    ("days", "expected"), [(-4, []), (-3, ["interview"]), (-1, ["interview"]), (0, ["interview"])]
)
def test_an_interview_is_said_within_three_days(alice, days, expected):
    make_round(make_interview(alice), on=days_ago(alice, days))
    assert kinds(alice) == expected


def test_a_round_is_looked_back_on_while_fresh(alice):
    round_ = make_round(make_interview(alice), on=days_ago(alice, 1))
    assert kinds(alice) == ["debrief"]
    Round.objects.filter(pk=round_.pk).update(rating_before=4)
    assert kinds(alice) == []


def test_closing_stops_the_nags_but_not_the_problems(alice):
    rejection = make_rejection(alice, told_on=days_ago(alice, 5))
    make_feedback(rejection.interview)
    make_problem(alice, rejection.interview, due=alice.today())
    rejection.close(alice.today())
    assert kinds(alice) == ["problems"]


def test_a_step_set_aside_is_not_owed(alice):
    rejection = make_rejection(alice, told_on=days_ago(alice, 5))
    rejection.toggle_aside("ask")
    assert kinds(alice) == []


def test_a_break_leaves_only_interviews(alice):
    make_rejection(alice, told_on=days_ago(alice, 5))
    make_problem(alice, due=alice.today())
    make_round(make_interview(alice, make_employer(alice, "Quillpost")), on=alice.today())
    alice.break_until = alice.today() + timedelta(days=1)
    assert kinds(alice) == ["interview"]
    alice.break_until = alice.today()
    assert set(kinds(alice)) == {"interview", "ask", "problems"}


def test_a_day_to_look_back_comes_after_closing(alice):
    make_rejection(
        alice, told_on=days_ago(alice, 30), closed_on=days_ago(alice, 9), look_back_on=alice.today()
    )
    assert kinds(alice) == ["look_back"]


def test_a_day_to_look_back_says_when_it_was(alice):
    day_ago = days_ago(alice, 3)
    make_rejection(
        alice, told_on=days_ago(alice, 30), closed_on=days_ago(alice, 9), look_back_on=day_ago
    )
    (thing,) = owed([alice])[alice.pk]
    assert thing.why.startswith(f"You wanted to on {day(day_ago)},")
    alice.rejections.update(look_back_on=alice.today())
    (thing,) = owed([alice])[alice.pk]
    assert thing.why.startswith("You wanted to today,")


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["A feed"], "“A feed” · "),
        (["A feed", "A queue"], "“A feed” and “A queue” · "),
        (["A feed", "A queue", "A cache"], "“A feed”, “A cache” and one more · "),
    ],
)
def test_problems_are_quoted(alice, titles, said):
    for title in titles:
        make_problem(alice, title=title, due=alice.today(), minutes=15)
    (thing,) = owed([alice])[alice.pk]
    assert thing.why.startswith(said)


def test_many_people_cost_what_one_costs(alice, django_assert_num_queries):
    people = [alice, *(make_person(f"{number}@example.org") for number in range(4))]
    for person in people:
        make_rejection(person, told_on=days_ago(person, 5))
        make_feedback(make_rejection(person, told_on=days_ago(person, 5)).interview)
        make_problem(person, due=person.today())
    with django_assert_num_queries(10):
        found = owed(people)
    assert all(
        [thing.kind for thing in found[person.pk]] == ["ask", "learn", "problems"]
        for person in people
    )
