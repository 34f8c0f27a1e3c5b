from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.gaps.step import STEP, progress
from journal.models import Evidence, Feedback, FeedbackRequest
from journal.rejections.step import Progress
from tests.factories import (
    TOLD_ON,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_rejection,
    make_request,
)
from tests.gaps.material import CLEAN, DRAWING, FEEDBACK, HONEST, PLEASANT, PROMPT, SENIOR

State = FeedbackRequest.State
pytestmark = pytest.mark.django_db


def own(rejection, aspect="change"):
    return make_feedback(
        rejection.interview, "I drew too soon.", source=Feedback.Source.OWN, aspect=aspect
    )


def of(rejection):
    return progress([rejection]).get(rejection.pk)


def test_nothing_yet(rejection):
    assert of(rejection) is None


def test_feedback_that_nobody_has_marked_is_begun(rejection, feedback):
    assert of(rejection) == Progress(
        "Feedback is here, five sentences. Nothing marked yet.", enough=False, begun=True
    )


def test_one_marked_sentence_is_enough(rejection, feedback):
    make_evidence(feedback, SENIOR, aside=Evidence.Aside.MISMATCH)
    assert of(rejection) == Progress("One set aside.", enough=True, begun=True)


def test_feedback_that_came_since_is_told_until_something_is_marked(alice, rejection, feedback):
    make_evidence(feedback, CLEAN, make_gap(alice, "Clean code", is_strength=True))
    rejection.close(TOLD_ON)
    later = make_feedback(rejection.interview, "Ask before you draw.")
    unmarked = "Feedback came in which nothing is marked yet."
    assert of(rejection) == Progress(f"One strength. {unmarked}", enough=True, begun=True)
    make_evidence(later, "Ask before you draw.", aside=Evidence.Aside.NOTHING)
    assert of(rejection).holds == "One strength, one set aside."


def test_feedback_that_came_after_my_own_reading_was_marked(alice, rejection):
    make_evidence(own(rejection), "I drew too soon.", make_gap(alice))
    assert of(rejection).holds == "One gap."
    make_feedback(rejection.interview)
    assert of(rejection).holds == "One gap. Feedback came in which nothing is marked yet."


def test_what_is_marked_is_counted(alice, rejection, feedback):
    for quote, name, is_strength in (
        (PLEASANT, "Pleasant", True),
        (CLEAN, "Clean code", True),
        (PROMPT, "Consistency", False),
        (DRAWING, "Clarify", False),
    ):
        make_evidence(feedback, quote, make_gap(alice, name, is_strength=is_strength))
    make_evidence(feedback, SENIOR, alice.gaps.get(name="Clarify"))
    make_evidence(feedback, HONEST, aside=Evidence.Aside.DISAGREE)
    assert of(rejection).holds == "Two gaps, two strengths, one set aside."


def test_a_line_of_my_own_is_enough(rejection):
    own(rejection)
    assert of(rejection) == Progress("Your own reading, one note.", enough=True, begun=True)
    own(rejection, "keep")
    assert of(rejection).holds == "Your own reading, two notes."


def test_their_words_and_mine(rejection, feedback):
    own(rejection)
    assert of(rejection).enough
    assert of(rejection).holds == "Feedback is here, and your own reading."


@pytest.mark.parametrize("state", [State.REFUSED, State.NO_ANSWER, State.NOBODY])
def test_where_asking_was_in_vain_it_asks_what_i_saw(rejection, state):
    make_request(rejection.interview, state=state)
    assert of(rejection) == Progress("What did you see yourself?")
    own(rejection)
    assert of(rejection).holds == "Your own reading, one note."


@pytest.mark.parametrize("state", [State.ASKED, State.NUDGED])
def test_while_a_letter_waits_there_is_nothing_to_do(rejection, state):
    make_request(rejection.interview, state=State.REFUSED)
    make_request(rejection.interview, state=state, asked_on=TOLD_ON)
    with time_machine.travel("2026-11-20 12:00 +0000", tick=False):
        held = of(rejection)
        assert held.holds == "You asked on Tuesday. Nothing to do until they answer."
        assert held.waits
        make_feedback(rejection.interview, FEEDBACK)
        assert not of(rejection).waits


def test_when_it_is_time_to_nudge_it_does_not_say_that_there_is_nothing_to_do(rejection):
    days = {"asked_on": TOLD_ON, "nudge_on": TOLD_ON + timedelta(days=7)}
    make_request(rejection.interview, state=State.ASKED, **days)
    with time_machine.travel("2026-11-25 12:00 +0000", tick=False):
        assert of(rejection).holds == "You asked on 17 November, and no answer is noted yet."


@pytest.mark.parametrize("state", [State.DRAFTED, State.RECEIVED])
def test_while_something_may_come_it_asks_what_they_say(rejection, state):
    make_request(rejection.interview, state=State.REFUSED)
    make_request(rejection.interview, state=state, asked_on=TOLD_ON)
    assert of(rejection) is None


def test_a_very_long_text_is_not_counted(rejection):
    make_feedback(rejection.interview, "a. " * 33_000)
    assert of(rejection).holds == "Feedback is here. Nothing marked yet."


def test_many_are_answered_in_three_queries(alice):
    rejections = []
    for _ in range(9):
        rejection = make_rejection(alice, make_interview(alice))
        make_feedback(rejection.interview, FEEDBACK)
        rejections.append(rejection)
    with CaptureQueriesContext(connection) as queries:
        assert len(progress(rejections)) == 9
    assert len(queries) == 3


def test_it_is_the_third_step():
    assert (STEP.key, STEP.page) == ("learn", "gaps:learn")
