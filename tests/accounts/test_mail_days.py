"""On which days a mail goes, and when: over zones, seasons and wishes."""

import zoneinfo
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.mail_days import LATEST, MailDays, stretches

ZONES = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
EVERY_DAY = frozenset(range(7))
BEGIN = datetime(2026, 11, 24, 12, tzinfo=UTC)


def mail_days(zone="Europe/Berlin", day_starts=4, hour=8, weekdays=EVERY_DAY, **fields):
    return MailDays(zoneinfo.ZoneInfo(zone), day_starts, hour, weekdays, **fields)


def days_of(wishes: MailDays, begin: datetime, end: datetime) -> list[date]:
    """The days a worker that is always there mails, one moment after the other."""
    days, moment = [], wishes.next_after(begin)
    while moment < end:
        days.append(wishes.at(moment))
        moment = wishes.next_after(moment)
    return days


def assert_each_day_once(days: list[date]) -> None:
    assert days == [days[0] + timedelta(days=each) for each in range(len(days))]


@given(
    st.sampled_from(ZONES),
    st.integers(0, 23),
    st.integers(0, 23),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),
)
def test_each_local_day_has_one_moment(zone, day_starts, hour, begin):
    wishes = mail_days(zone, day_starts, hour)
    begin = begin.replace(tzinfo=UTC)
    assert_each_day_once(days_of(wishes, begin, begin + timedelta(days=20)))


@pytest.mark.parametrize("hour", [0, 1, 2, 3, 8])
@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"]
)
def test_no_day_is_missing_or_doubled_where_the_clock_changes(zone, hour):
    for day_starts in (0, 2, 3, 4):
        days = days_of(mail_days(zone, day_starts, hour), BEGIN, BEGIN + timedelta(days=366))
        assert_each_day_once(days)
        assert len(days) in {365, 366, 367}


@given(
    st.sampled_from(ZONES),
    st.integers(0, 23),
    st.integers(0, 23),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),
)
def test_a_late_look_finds_the_day_that_is_latest_and_never_one_too_old(
    zone, day_starts, hour, now
):
    wishes, now = mail_days(zone, day_starts, hour), now.replace(tzinfo=UTC)
    day = wishes.at(now)
    if day:
        assert wishes.goes_at(day) <= now < wishes.last_moment(day)
        assert wishes.goes_at(day + timedelta(days=1)) > now
    else:
        near = (now.date() + timedelta(days=each) for each in range(-3, 3))
        latest = max(each for each in near if wishes.goes_at(each) <= now)
        assert now >= wishes.last_moment(latest)


@given(
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(st.integers(0, 30), max_size=20),
    st.integers(-20, 40),
)
def test_only_days_that_are_wanted(weekdays, quiet, begins):
    first = BEGIN.date()
    wishes = mail_days(
        weekdays=weekdays,
        quiet=frozenset(first + timedelta(days=each) for each in quiet),
        begins=first + timedelta(days=begins),
    )
    for day in days_of(wishes, BEGIN, BEGIN + timedelta(days=60)):
        assert day.weekday() in weekdays
        assert day not in wishes.quiet
        assert day >= wishes.begins


def test_who_wants_no_weekday_has_no_next_moment():
    assert mail_days(weekdays=frozenset()).next_after(BEGIN) is None


def test_a_quiet_year_ends():
    quiet = frozenset(BEGIN.date() + timedelta(days=each) for each in range(-2, 400))
    wishes = mail_days(quiet=quiet)
    assert wishes.next_after(BEGIN) == wishes.goes_at(BEGIN.date() + timedelta(days=400))


def test_a_break_to_the_end_of_the_calendar_has_no_end():
    assert mail_days(begins=date.max).next_after(BEGIN) is None


def test_an_hour_before_the_day_starts_belongs_to_the_night_that_follows():
    wishes = mail_days(hour=2, day_starts=4)
    assert wishes.goes_at(date(2026, 11, 24)) == datetime(2026, 11, 25, 1, tzinfo=UTC)


def test_an_hour_the_clock_jumps_over_comes_as_long_after_the_jump():
    wishes = mail_days(hour=2, day_starts=0)
    assert wishes.goes_at(date(2026, 3, 29)) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_of_an_hour_that_comes_twice_the_first_counts():
    wishes = mail_days(hour=2, day_starts=0)
    assert wishes.goes_at(date(2026, 10, 25)) == datetime(2026, 10, 25, 0, tzinfo=UTC)


def test_a_mail_may_be_late_but_not_by_a_day():
    wishes = mail_days()
    moment = wishes.goes_at(date(2026, 11, 24))
    assert wishes.at(moment + timedelta(hours=17)) == date(2026, 11, 24)
    assert wishes.at(moment + timedelta(hours=19)) is None


@given(
    st.sampled_from(ZONES),
    st.integers(0, 23),
    st.integers(0, 23),
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
)
def test_a_late_mail_goes_within_its_day_or_within_the_hour(zone, day_starts, hour, day):
    """A mail of the afternoon that went in the night would tell of the next day."""
    wishes = mail_days(zone, day_starts, hour)
    goes_at, last = wishes.goes_at(day), wishes.last_moment(day)
    assert goes_at + timedelta(hours=1) <= last <= goes_at + LATEST
    night = (last - timedelta(microseconds=1)).astimezone(wishes.zone)
    within = (night - timedelta(hours=day_starts)).date() == day
    assert within or last == goes_at + timedelta(hours=1)


def test_the_next_mail_is_of_a_day_after_the_one_that_was_mailed():
    """Also where a later hour was chosen after today's had gone."""
    wishes = mail_days(hour=18)
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert wishes.next_after(noon) == wishes.goes_at(date(2026, 11, 24))
    assert wishes.next_after(noon, date(2026, 11, 24)) == wishes.goes_at(date(2026, 11, 25))


def test_the_last_day_of_the_week_is_one_of_theirs():
    wishes = mail_days(weekdays=frozenset({0, 2, 4}))
    assert wishes.is_last_of_the_week(date(2026, 11, 27))
    assert not wishes.is_last_of_the_week(date(2026, 11, 29))


def test_days_in_a_row_are_told_as_one():
    days = [date(2026, 12, each) for each in (1, 2, 3, 5, 7, 8)]
    pairs = [(first.day, last.day) for first, last in stretches(days)]
    assert pairs == [(1, 3), (5, 5), (7, 8)]
