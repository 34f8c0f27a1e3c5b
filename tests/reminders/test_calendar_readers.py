"""The calendar feed as two readers have it: the library that writes it, and a strict one."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from journal.models import Employer, FeedbackRequest, Problem
from journal.reminders.calendar import calendar
from journal.reminders.links import calendar_url
from tests.factories import (
    make_employer,
    make_interview,
    make_person,
    make_problem,
    make_rejection,
    make_request,
    make_round,
)

# No form takes a NUL, and no PostgreSQL.
titles = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=120
)


@pytest.fixture
def journal(alice):
    alice.time_zone = "America/New_York"
    alice.mail_subject_tells = alice.mail_titles = True
    alice.save()
    alice.start_calendar()
    return alice


def both(person):
    """Each event's title, begin and end, by its identity, as both read them."""
    raw = calendar(person)
    text = raw.decode()
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", text)
    assert raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r")
    strict = {each.uid: each for each in IcsCalendarStream.calendar_from_ics(text).events}
    ours = {str(each["UID"]): each for each in icalendar.Calendar.from_ical(raw).events}
    assert strict.keys() == ours.keys()
    for uid, event in ours.items():
        assert str(event["SUMMARY"]) == strict[uid].summary
        assert str(event["DESCRIPTION"]) == strict[uid].description
        assert _absolute(event.start) == _absolute(strict[uid].dtstart)
        if "DTEND" in event:
            assert _absolute(event.end) == _absolute(strict[uid].dtend)
    return ours


def _absolute(moment):
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def meant(title):
    kinds = {"Cc": " ", "Zl": " ", "Zp": " "}
    return "".join(kinds.get(unicodedata.category(sign), sign) for sign in title)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles, titles)
@example("A\x0bB \x07", "C\x1fD\x7f\x85\u2028E")
@example("BEGIN:VEVENT\r\nEND:VCALENDAR", 'a;b,c\\n\\,"d": ^n' + "Ä" * 80)
def test_any_title_is_read_by_both(db, title, name):
    person = make_person(f"{Employer.objects.count()}@example.org", time_zone="America/New_York")
    person.mail_subject_tells = True
    employer = make_employer(person)
    Employer.objects.filter(pk=employer.pk).update(name=name)
    make_round(make_interview(person, employer), on=date(2026, 11, 27), at=time(15))
    problem = make_problem(person, due=date(2026, 12, 1))
    Problem.objects.filter(pk=problem.pk).update(title=title)
    found = {str(each["SUMMARY"]): str(each["DESCRIPTION"]) for each in both(person).values()}
    assert found.keys() == {"Solve one problem again", f"{meant(name)}: coding"}
    assert found["Solve one problem again"].startswith(meant(title))


def test_an_equal_journal_gives_equal_bytes(journal, clock):
    fill(journal)
    before = calendar(journal)
    clock.shift(timedelta(hours=3))
    assert calendar(journal) == before


def test_an_entry_tells_when_it_was_last_written(journal, clock):
    round_ = fill(journal)
    stamps = {uid: each.stamp for uid, each in both(journal).items() if uid != str(round_.uid)}
    assert set(stamps.values()) == {timezone.now()}
    clock.shift(timedelta(hours=1))
    for row in (round_, round_.interview, round_.interview.employer):
        clock.shift(timedelta(minutes=5))
        type(row).objects.filter(pk=row.pk).update(changed_at=timezone.now())
        found = both(journal)
        assert found.pop(str(round_.uid)).stamp == timezone.now()
        assert {uid: each.stamp for uid, each in found.items()} == stamps


def test_what_was_fetched_is_not_sent_again(journal, client, clock):
    round_ = fill(journal)
    path = urlsplit(calendar_url(journal)).path
    first = client.get(path)
    assert (first.status_code, first.headers["Cache-Control"]) == (200, "private, no-cache")
    clock.shift(timedelta(hours=1))
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    type(round_).objects.filter(pk=round_.pk).update(at=time(16))
    changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.content != first.content


def test_it_says_in_the_way_of_its_standard_how_often_to_ask(journal):
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in calendar(journal)


@pytest.mark.parametrize(
    ("on", "at"),
    [
        (date(2027, 3, 14), time(1, 30)),  # the clock jumps from 2 to 3
        (date(2027, 3, 13), time(23, 0)),
        (date(2027, 11, 7), time(0, 30)),  # and here back from 2 to 1
        (date(2027, 11, 7), time(1, 30)),
        (date(2026, 11, 27), time(15, 0)),
        (date(2040, 7, 1), time(9, 0)),
    ],
)
@pytest.mark.parametrize("minutes", [None, 30, 45, 90, 120, 600])
@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin"])
def test_a_round_lasts_as_long_as_it_lasts(journal, on, at, minutes, zone):
    row = make_round(make_interview(journal), on=on, at=at, minutes=minutes, zone=zone)
    begin = datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC)
    (event,) = both(journal).values()
    assert event.start.astimezone(UTC) == begin == row.starts()
    assert event.end.astimezone(UTC) == begin + timedelta(minutes=minutes or 60)


def test_it_asks_as_many_queries_for_more(journal):
    fill(journal)
    with CaptureQueriesContext(connection) as few:
        calendar(journal)
    fill(journal)
    with CaptureQueriesContext(connection) as many:
        calendar(journal)
    assert len(few) == len(many)


def fill(person):
    """One of each."""
    make_problem(person, title="Rate limiter", due=date(2026, 11, 10))
    make_problem(person, title="Later", due=date(2026, 12, 1))
    told = make_rejection(person, told_on=date(2026, 11, 10))
    asked = {"state": FeedbackRequest.State.ASKED, "asked_on": date(2026, 11, 12)}
    make_request(told.interview, nudge_on=date(2026, 11, 30), **asked)
    closed = {"closed_on": date(2026, 3, 9), "look_back_on": date(2026, 12, 9)}
    make_rejection(person, make_interview(person), told_on=date(2026, 3, 1), **closed)
    coming = make_interview(person, make_employer(person, f"E{Employer.objects.count()}"))
    return make_round(coming, on=date(2026, 11, 27), at=time(15), minutes=45)
