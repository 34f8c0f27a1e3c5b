from datetime import date, time

import pytest

from journal.feedback.models import Feedback
from journal.interviews.models import Interview, Met, Round
from tests.factories import make_feedback, make_interview, make_rejection, make_round

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


def test_met_is_said_as_people_do():
    assert str(Met(255, 5)) == "4 h 15 min, in five rounds"
    assert str(Met(0, 1)) == "in one round"
    assert not Met()


def test_met_adds_up_the_rounds_somebody_was_at(alice):
    interview = make_interview(alice)
    for minutes in (30, 60, 60, 60, 45):
        make_round(interview, minutes=minutes)
    make_round(interview, minutes=240, kind=Round.Kind.TAKE_HOME)
    make_round(interview, minutes=100, format=Round.Format.ALONE)
    assert interview.met() == Met(255, 5)


def test_what_was_planned_for_after_their_no_did_not_take_place(alice):
    interview = make_interview(alice)
    make_round(interview, minutes=30, on=date(2026, 11, 10))
    make_round(interview, minutes=60, on=date(2026, 11, 30))
    make_rejection(alice, interview)
    assert interview.met() == Met(30, 1)


def test_the_next_round_is_the_nearest_that_is_not_past(alice):
    interview = make_interview(alice)
    make_round(interview, on=date(2026, 11, 18))
    make_round(interview)
    make_round(interview, on=TODAY, at=time(16))
    nearest = make_round(interview, on=TODAY, at=time(9))
    assert interview.next_round(TODAY) == nearest


def test_what_has_ended_has_no_next_round(alice):
    interview = make_interview(alice)
    make_round(interview, on=TODAY)
    interview.end(Interview.Outcome.WITHDREW, TODAY)
    assert interview.next_round(TODAY) is None


def test_a_rating_is_made_before_the_outcome_after_it_or_after_feedback(alice):
    interview = make_interview(alice)
    assert interview.rating_made_now() == "rating_before"
    make_rejection(alice, interview)
    assert interview.rating_made_now() == "rating_after"
    own = {"source": Feedback.Source.OWN, "aspect": Feedback.Aspect.KEEP}
    make_feedback(interview, **own)
    assert interview.rating_made_now() == "rating_after"
    make_feedback(interview)
    assert interview.rating_made_now() == "rating_told"


def test_ratings_say_when_they_were_made(alice):
    round_ = make_round(make_interview(alice), rating_before=4, rating_told=2)
    assert round_.ratings == [("Well", "before you knew"), ("Shakily", "after their feedback")]
    assert round_.ratings_but("rating_told") == [("Well", "before you knew")]


def test_ending_and_reopening(alice):
    interview = make_interview(alice)
    interview.end(Interview.Outcome.OFFER, TODAY)
    interview.refresh_from_db()
    assert (interview.outcome, interview.outcome_on) == ("offer", TODAY)
    interview.reopen()
    interview.refresh_from_db()
    assert (interview.outcome, interview.outcome_on) == ("open", None)


@pytest.mark.parametrize(
    ("role", "level", "said"),
    [
        ("Senior Backend Engineer", "senior", "Senior Backend Engineer"),
        ("Backend Engineer", "L5", "Backend Engineer, L5"),
        ("", "senior", "senior"),
        ("Backend Engineer", "", "Backend Engineer"),
    ],
)
def test_a_level_that_the_role_names_is_not_said_twice(role, level, said):
    assert Interview(role=role, level=level).role_and_level == said
