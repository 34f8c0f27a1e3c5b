from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.interviews.brief import brief
from journal.judging.models import Verdict
from tests.factories import (
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
THAT_DAY = TODAY + timedelta(days=5)


@pytest.fixture(autouse=True)
def _thursday_noon():
    with time_machine.travel("2026-11-19 12:00+00:00", tick=False):
        yield


@pytest.fixture
def coming(alice):
    interview = make_interview(
        alice, make_employer(alice, "Marlow Transit", note="They fix buses.")
    )
    make_round(interview, on=THAT_DAY)
    return interview


def elsewhere(owner, number=0):
    return make_interview(owner, make_employer(owner, f"Tidewater Labs {number}"))


def told(interview, gap):
    make_evidence(make_feedback(interview, f"More on {gap.name}, please."), gap.name, gap)


def page(client, interview) -> str:
    return " ".join(client.get(reverse("interviews:detail", args=[interview.pk])).text.split())


def test_gaps_that_are_open_and_were_told_come_first(alice, coming):
    guesses = [make_gap(alice, f"A guess {number}") for number in range(3)]
    closed, said = make_gap(alice, "Closed", closed_on=TODAY), make_gap(alice, "Trade-offs")
    strength = make_gap(alice, "Clean code", is_strength=True)
    told(elsewhere(alice), said)
    gaps = brief(coming, THAT_DAY).gaps
    assert gaps[0] == said
    assert len(gaps) == 3
    assert set(gaps[1:]) < set(guesses)
    assert not {closed, strength} & set(gaps)


def test_problems_of_theirs_then_for_a_gap_then_due(alice, coming):
    other = elsewhere(alice)
    late = make_problem(alice, other, "Due after", due=THAT_DAY + timedelta(days=1))
    due = make_problem(alice, other, "Due before", due=THAT_DAY)
    weak = make_problem(alice, other, "For a gap")
    weak.gaps.add(make_gap(alice), make_gap(alice, "Another"))
    theirs = make_problem(alice, make_interview(alice, coming.employer), "Theirs")
    make_problem(alice, coming, "Put away", retired_on=TODAY)
    found = brief(coming, THAT_DAY).problems
    assert found == [theirs, weak, due]
    assert [problem.why for problem in found] == [
        "they have asked it",
        "for an open gap",
        "due by then",
    ]
    assert late not in found
    assert brief(coming, None).problems == [theirs, weak]


def test_it_stands_on_the_page_of_what_comes(alice, coming, alice_client):
    before = make_interview(alice, coming.employer, role="Junior Engineer")
    make_rejection(alice, before, told_on=date(2025, 3, 2))
    Verdict.objects.create(owner=alice, interview=before, wanted="yes", words="Kind people.")
    told(before, make_gap(alice, "Trade-offs"))
    make_problem(alice, before, "A timetable")
    text = page(alice_client, coming)
    for words in (
        "They fix buses.",
        "Junior Engineer",
        "They said no, 2 March 2025",
        "Would I have wanted it: yes",
        "Kind people.",
        "Trade-offs",
        "A timetable",
    ):
        assert words in text
    assert "To look over" not in page(alice_client, before)


def test_where_nothing_is_there_nothing_is_said(alice, alice_client):
    assert "To look over" not in page(alice_client, make_interview(alice))


def test_nothing_of_anybody_elses(alice, bob, coming):
    make_problem(bob, elsewhere(bob), due=TODAY)
    make_gap(bob)
    make_interview(bob, make_employer(bob, "Marlow Transit"))
    found = brief(coming, THAT_DAY)
    assert (found.gaps, found.problems, found.earlier) == ([], [], [])


def test_queries_do_not_grow_with_rows(alice, coming, alice_client):
    def some(count):
        for _ in range(count):
            before = make_interview(alice, coming.employer)
            Verdict.objects.create(owner=alice, interview=before, wanted="yes")
            make_rejection(alice, before)
            gap = make_gap(alice, f"Gap {before.pk}")
            told(before, gap)
            make_problem(alice, before, f"Problem {before.pk}").gaps.add(gap)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(alice_client, coming)
        return len(captured)

    some(2)
    few = queries()
    some(6)
    assert queries() == few
