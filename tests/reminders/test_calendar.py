"""The calendar feed, read back by the library that calendars are read with."""

from datetime import date, datetime, time, timedelta

import icalendar
import pytest

from journal.models import FeedbackRequest
from journal.practice.session import session_of
from journal.reminders.calendar import calendar
from tests.factories import (
    make_interview,
    make_problem,
    make_rejection,
    make_request,
    make_round,
)


@pytest.fixture
def journal(alice, problem):
    alice.time_zone = "America/New_York"
    alice.save()
    make_problem(alice, title="Rate limiter", due=date(2026, 11, 10))
    make_problem(alice, title="Later", due=date(2026, 12, 1))
    told = make_rejection(alice, told_on=date(2026, 11, 10))
    make_request(
        told.interview,
        state=FeedbackRequest.State.ASKED,
        asked_on=date(2026, 11, 12),
        nudge_on=date(2026, 11, 30),
    )
    make_rejection(
        alice,
        make_interview(alice),
        told_on=date(2026, 3, 1),
        closed_on=date(2026, 3, 9),
        look_back_on=date(2026, 12, 9),
    )
    going_on = make_interview(alice)
    make_round(going_on, on=date(2026, 11, 27), at=time(15), minutes=45)
    make_round(going_on, on=date(2026, 12, 2))
    return alice


def events(person):
    read = icalendar.Calendar.from_ical(calendar(person))
    return {str(event["SUMMARY"]): event for event in read.events}, read


def test_it_holds_what_is_to_come(journal):
    journal.mail_subject_tells = True
    found, _ = events(journal)
    starts = {name: event.start for name, event in found.items()}
    assert starts["Solve two problems again"] == journal.today()
    assert starts["Solve one problem again"] == date(2026, 12, 1)
    assert starts["Nudge Fernwood Robotics, once"] == date(2026, 11, 30)
    assert starts["Look back at Fernwood Robotics"] == date(2026, 12, 9)
    assert "Rate limiter" in found["Solve two problems again"]["DESCRIPTION"]


def test_a_nudge_that_falls_on_a_weekend_stands_on_the_monday(journal):
    journal.feedback_requests.update(nudge_on=date(2026, 11, 28))
    found, _ = events(journal)
    assert found["Upturn: a letter"].start == date(2026, 11, 30)


def test_an_interview_with_an_hour_is_in_ones_own_zone(journal):
    _, read = events(journal)
    (timed,) = [event for event in read.events if isinstance(event.start, datetime)]
    assert timed.start == datetime(2026, 11, 27, 15, tzinfo=journal.zone)
    assert timed.duration == timedelta(minutes=45)
    assert [zone["TZID"] for zone in read.timezones] == ["America/New_York"]
    assert read["X-WR-TIMEZONE"] == "America/New_York"


def test_it_gives_nothing_away_unless_that_is_wanted(journal):
    said = calendar(journal).decode()
    for name in ("Fernwood", "Rate limiter", "Merge", "nterview:", "Coding"):
        assert name not in said
    assert "Upturn: practice" in said
    journal.mail_subject_tells, journal.mail_titles = True, False
    assert "Fernwood" not in calendar(journal).decode()


def test_whole_days_take_no_time(journal):
    for event in events(journal)[1].events:
        is_a_day = not isinstance(event.start, datetime)
        assert (event.get("TRANSP") == "TRANSPARENT") is is_a_day


def test_each_entry_keeps_its_identity_and_they_differ(journal):
    first = {event["UID"] for event in events(journal)[1].events}
    assert first == {event["UID"] for event in events(journal)[1].events}
    assert events(journal)[1]["UID"] == events(journal)[1]["UID"]
    assert len(first) == len(events(journal)[1].events)


def test_on_a_break_nothing_is_for_today(journal):
    journal.break_until = date(2026, 11, 29)
    days = [event.start for event in events(journal)[1].events]
    assert journal.today() not in days


def test_today_is_what_the_session_holds(journal):
    journal.mail_subject_tells, journal.practice_minutes = True, 5
    journal.save()
    found, _ = events(journal)
    assert found["Solve one problem again"]
    assert len(session_of(journal).problems) == 1


def test_what_today_no_longer_asks_for_is_not_in_it(journal):
    """An entry that moved on, or whose step was set aside, nags nowhere."""
    journal.rejections.open().update(steps_aside=["ask"])
    assert "Upturn: a letter" not in events(journal)[0]
    journal.rejections.open().update(steps_aside=[])
    assert "Upturn: a letter" in events(journal)[0]
    journal.rejections.open().update(closed_on=journal.today())
    assert "Upturn: a letter" not in events(journal)[0]


def test_an_empty_journal_is_an_empty_calendar(bob):
    assert events(bob)[1].events == []


def test_what_lies_in_the_trash_is_not_in_it(journal):
    before = len(events(journal)[1].events)
    journal.rounds.update(trash_id="3f0e1c52-9b8e-4a86-b6a1-0a1b2c3d4e5f")
    assert len(events(journal)[1].events) == before - 2
