from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.feedback.step import STEP
from journal.models import Feedback, FeedbackRequest
from tests.factories import (
    make_contact,
    make_employer,
    make_feedback,
    make_interview,
    make_rejection,
    make_request,
)

State = FeedbackRequest.State
ASKED = date(2026, 11, 18)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-19 12:00 +0000", tick=False):
        yield


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


def progress(rejection):
    return STEP.progress([rejection]).get(rejection.pk)


@pytest.mark.parametrize(
    ("state", "fields", "holds", "enough"),
    [
        (State.DRAFTED, {"asked_on": None}, "A letter to an interviewer is drafted", False),
        (State.ASKED, {}, "Asked an interviewer on 18 November, nudge from 25 November", True),
        (
            State.NUDGED,
            {"nudged_on": date(2026, 11, 26)},
            "Asked an interviewer on 18 November, nudged on 26 November",
            True,
        ),
        (
            State.RECEIVED,
            {"answered_on": date(2026, 11, 19)},
            "Asked an interviewer on 18 November, answered the next day",
            True,
        ),
        (
            State.RECEIVED,
            {"answered_on": ASKED},
            "Asked an interviewer on 18 November, answered the same day",
            True,
        ),
        (
            State.RECEIVED,
            {"answered_on": date(2026, 11, 21)},
            "Asked an interviewer on 18 November, answered after three days",
            True,
        ),
        (
            State.RECEIVED,
            {"asked_on": None, "answered_on": ASKED},
            "Asked an interviewer, answered on 18 November",
            True,
        ),
        (
            State.REFUSED,
            {"answered_on": ASKED},
            "Asked an interviewer on 18 November, but they would not say",
            True,
        ),
        (State.NO_ANSWER, {}, "Asked an interviewer on 18 November, no answer came", True),
        (State.NOBODY, {"asked_on": None}, "Nobody to ask", True),
    ],
)
def test_holds_its_whole_life(rejection, state, fields, holds, enough):
    days = {"asked_on": ASKED, "nudge_on": date(2026, 11, 25)} | fields
    make_request(
        rejection.interview, state=state, contact=make_contact(rejection.interview), **days
    )
    found = progress(rejection)
    assert (found.holds, found.enough, found.begun) == (holds, enough, True)


def test_holds_nothing_at_first(rejection):
    assert progress(rejection) is None


def test_a_letter_to_nobody_in_particular(rejection):
    make_request(rejection.interview)
    assert progress(rejection).holds == "A letter is drafted"


def test_the_request_that_got_furthest_speaks(rejection):
    interview = rejection.interview
    recruiter = make_contact(interview, part="recruiter")
    make_request(interview, state=State.NO_ANSWER, asked_on=ASKED)
    make_request(
        interview, state=State.RECEIVED, asked_on=ASKED, answered_on=ASKED, contact=recruiter
    )
    make_request(interview)
    assert progress(rejection).holds == (
        "Asked the recruiter on 18 November, answered the same day"
    )


def test_what_an_interviewer_wrote_unasked_is_enough(rejection):
    make_feedback(rejection.interview, source=Feedback.Source.RECRUITER)
    assert progress(rejection) is None
    make_feedback(rejection.interview)
    assert progress(rejection).enough
    make_request(rejection.interview)
    assert progress(rejection).enough


def test_three_or_nine_cost_two_queries(alice):
    for number in range(9):
        rejection = make_rejection(
            alice, make_interview(alice, make_employer(alice, f"Employer {number}"))
        )
        contact = make_contact(rejection.interview)
        make_request(rejection.interview, contact=contact, state=State.ASKED, asked_on=ASKED)
    rejections = list(alice.rejections.all())
    for some in (rejections[:3], rejections):
        with CaptureQueriesContext(connection) as queries:
            assert len(STEP.progress(some)) == len(some)
        assert len(queries) == 2
