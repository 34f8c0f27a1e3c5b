"""A time is a moment: it stays where it is in time, wherever its person goes."""

import re
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from zoneinfo import available_timezones

import icalendar
import pytest
import time_machine
from django.apps import apps
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from journal.interviews.moments import FURTHEST, is_jumped_over
from journal.models import Round
from journal.path.owed import owed
from journal.practice.days_ahead import days_ahead
from journal.practice.session import session_of
from journal.reminders.calendar import calendar
from journal.reminders.digest import digests
from tests import sweep
from tests.factories import make_interview, make_rejection, make_round
from tests.page_forms import forms_of

# Of all the zones there are: far east and west, half hours, a clock that changes, an old name.
PLACES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
]
DAY = date(2026, 12, 4)


@pytest.fixture(autouse=True)
def the_third_of_december():
    with time_machine.travel("2026-12-03 12:00 +0000", tick=False):
        yield


@pytest.fixture
def interview(alice):
    return make_interview(alice)


def add(client, interview, **fields):
    sent = {"kind": "coding", "on": "2026-12-04", "at": "14:30"} | fields
    return client.post(reverse("interviews:add_round", args=[interview.pk]), sent)


def edit(client, round_, **fields):
    return client.post(reverse("interviews:edit_round", args=[round_.pk]), fields)


def move(person, client, zone):
    settings = {name: getattr(person, name) for name in ("day_starts", "ask_after_days")}
    sent = settings | {"nudge_after_days": 7, "time_zone": zone}
    assert client.post(reverse("accounts:settings"), sent).status_code == 302
    person.refresh_from_db()


def page(client, name, *args):
    return " ".join(client.get(reverse(name, args=args)).content.decode().split())


def in_the_feed(person):
    read = icalendar.Calendar.from_ical(calendar(person))
    (event,) = [event for event in read.events if isinstance(event.start, datetime)]
    return event.start.astimezone(UTC), event.end.astimezone(UTC)


def said(person):
    return [thing.title for thing in owed([person]).get(person.pk, [])]


class TestWhoMoves:
    def test_it_is_shown_in_mine_and_theirs(self, alice, alice_client, interview):
        add(alice_client, interview)
        assert "Tomorrow at 14:30 <" in page(alice_client, "interviews:detail", interview.pk)
        move(alice, alice_client, "America/New_York")
        for name, *args in [("interviews:detail", interview.pk), ("interviews:list",)]:
            assert "Tomorrow at 09:30, 14:30 in UTC" in page(alice_client, name, *args)
        assert said(alice) == ["Fernwood Robotics, tomorrow at 09:30, 14:30 in UTC"]

    def test_no_moment_moves(self, alice, alice_client, interview):
        add(alice_client, interview, minutes=45)
        before = interview.rounds.get().starts(), in_the_feed(alice)
        move(alice, alice_client, "Asia/Kolkata")
        assert (interview.rounds.get().starts(), in_the_feed(alice)) == before

    def test_a_day_with_no_time_stays_that_day(self, alice, alice_client, interview):
        add(alice_client, interview, at="")
        assert interview.rounds.get().zone == ""
        for zone in PLACES:
            move(alice, alice_client, zone)
            assert interview.rounds.get().day_in(alice.zone) == DAY

    def test_a_change_of_something_else_leaves_the_moment(self, alice, alice_client, interview):
        add(alice_client, interview)
        begin = interview.rounds.get().starts()
        move(alice, alice_client, "America/New_York")
        round_ = interview.rounds.get()
        edit(alice_client, round_, kind="team", on="2026-12-04", at="14:30")
        assert interview.rounds.get().starts() == begin
        assert interview.rounds.get().kind == "team"

    def test_its_form_shows_the_time_as_it_was_given(self, alice, alice_client, interview):
        add(alice_client, interview)
        move(alice, alice_client, "America/New_York")
        shown = page(alice_client, "interviews:edit_round", interview.rounds.get().pk)
        assert 'value="14:30"' in shown
        assert '<option value="UTC" selected>' in shown


class TestTheirTime:
    @pytest.fixture
    def alice(self, alice):
        alice.time_zone = "America/New_York"
        alice.save()
        return alice

    def test_it_may_be_given_in_theirs(self, alice_client, interview):
        add(alice_client, interview, zone="Europe/Berlin")
        assert interview.rounds.get().starts() == datetime(2026, 12, 4, 13, 30, tzinfo=UTC)
        shown = page(alice_client, "interviews:detail", interview.pk)
        assert "Tomorrow at 08:30, 14:30 in Berlin" in shown

    def test_another_day_there_is_said(self, alice, alice_client, interview):
        """Friday morning in Tokyo is the evening of this Thursday in New York."""
        add(alice_client, interview, at="08:30", zone="Asia/Tokyo")
        shown = page(alice_client, "interviews:detail", interview.pk)
        assert "Today at 18:30, Friday 08:30 in Tokyo" in shown
        assert said(alice) == ["Fernwood Robotics, today at 18:30, Friday 08:30 in Tokyo"]

    def test_all_that_plans_goes_by_my_day(self, alice, alice_client, interview):
        add(alice_client, interview, on="2026-12-05", at="08:30", zone="Asia/Tokyo")
        assert interview.next_round(DAY).day_in(alice.zone) == DAY
        assert interview.next_round(date(2026, 12, 5)) is None
        assert session_of(alice).interview.on == DAY
        assert [column.on for column in days_ahead(alice).columns if column.interview] == [DAY]
        (digest,) = digests([alice], datetime(2026, 12, 3, 13, tzinfo=UTC)).values()
        (line,) = digest.lines
        assert line.title == "Fernwood Robotics, tomorrow at 18:30, Saturday 08:30 in Tokyo"
        with time_machine.travel("2026-12-05 15:00 +0000", tick=False):
            assert said(alice) == ["How did it go at Fernwood Robotics?"]
            past = Round.objects.past(alice.today(), alice.zone)
            assert [*past] == [*interview.rounds.all()]
            assert not Round.objects.past(date(2026, 12, 3), alice.zone)
            assert not Round.objects.past(alice.today(), alice.zone, since=DAY)

    def test_what_they_saw_of_me_goes_by_my_day(self, alice, interview):
        make_round(interview, on=date(2026, 12, 5), at=time(8, 30), zone="Asia/Tokyo")
        rejection = make_rejection(alice, interview, told_on=DAY)
        assert interview.met().rounds == 1
        assert not rejection.interview.rounds.get().took_place_by(date(2026, 12, 3), alice.zone)

    def test_rounds_stand_in_the_order_of_their_moments(self, alice_client, interview):
        add(alice_client, interview, kind="team", at="09:00")
        add(alice_client, interview, kind="coding", at="14:00", zone="Europe/Berlin")
        assert [each.kind for each in interview.rounds.all()] == ["coding", "team"]

    @pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "Europe"])
    def test_an_unknown_zone_is_refused(self, alice_client, interview, zone):
        answer = add(alice_client, interview, zone=zone)
        assert answer.status_code == 422
        assert "Choose a time zone from the list." in answer.content.decode()

    def test_an_older_name_of_a_zone_may_stay(self, alice_client, interview):
        add(alice_client, interview, zone="Asia/Calcutta")
        shown = page(alice_client, "interviews:edit_round", interview.rounds.get().pk)
        assert '<option value="Asia/Calcutta" selected>' in shown


class TestTheClockChanges:
    def test_a_time_it_jumps_over_is_refused(self, alice_client, interview):
        there = {"on": "2027-03-28", "at": "02:30", "zone": "Europe/Berlin"}
        answer = add(alice_client, interview, **there)
        assert answer.status_code == 422
        assert "The clock in Berlin goes forward that night" in answer.content.decode()
        assert add(alice_client, interview, **there | {"at": "03:30"}).status_code == 302

    def test_one_that_is_stored_is_as_long_after(self):
        night = Round(on=date(2027, 3, 28), at=time(2, 30), zone="Europe/Berlin")
        assert night.starts() == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)

    def test_of_a_time_that_comes_twice_it_is_the_first(self):
        night = Round(on=date(2026, 10, 25), at=time(2, 30), zone="Europe/Berlin")
        assert night.starts() == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    def test_it_takes_as_long_as_it_takes(self):
        night = Round(on=date(2027, 3, 28), at=time(1, 30), zone="Europe/Berlin", minutes=60)
        assert night.ends() - night.starts() == timedelta(hours=1)
        assert f"{night.ends_in(make_zone(night.zone)):%H:%M}" == "03:30"


class TestWhereverItIsShown:
    """On all pages there are, found as the sweep finds them: a new one is among them."""

    THEIRS, MINE = re.compile(r"\b(17 August|9 March)"), ("16 August", "8 March")

    @pytest.fixture
    def alice(self, alice):
        alice.time_zone = "America/New_York"
        alice.save()
        return alice

    @pytest.fixture
    def journal(self, alice):
        """Half past midnight in Tokyo is the day before for me; each row names such a round."""
        keys = sweep.write_journal(alice)
        there = {"at": time(0, 30), "zone": "Asia/Tokyo"}
        rated = {"rating_before": 5, "kind": "coding"}
        Round.objects.update(on=date(2026, 8, 17), **there, **rated)
        round_ = Round.objects.get(pk=keys.round)
        for rows in (alice.problems, alice.feedback, alice.contacts, alice.feedback_requests):
            if any(field.name == "round" for field in rows.model._meta.fields):
                rows.update(round=round_)
        alice.feedback.update(received_on=date(2026, 8, 2))
        make_round(make_interview(alice), on=date(2027, 3, 9), **there)
        return keys

    def test_it_is_my_day(self, alice, alice_client, journal):
        going_on = alice.interviews.going_on().get(rounds__on__year=2027)
        pages = [reverse("interviews:detail", args=[going_on.pk])]
        pages += [reverse(name) for name in sweep.OWN.split()]
        for row, names in sweep.ADDRESSES.items():
            pages += [sweep.address(name, getattr(journal, row)) for name in names.split()]
        seen = set()
        for address in pages:
            answer = alice_client.get(address)
            shown = answer.content.decode(errors="replace")
            assert not self.THEIRS.search(shown), address
            seen |= {mine for mine in self.MINE if mine in shown}
        assert seen == {*self.MINE}


class TestZonesThatAreNoMore:
    @pytest.fixture
    def alice(self, alice, interview):
        make_round(interview, on=DAY, at=time(14, 30), zone="Europe/Atlantis")
        alice.time_zone = "Mars/Olympus_Mons"
        alice.save()
        return alice

    def test_pages_and_the_feed_answer(self, alice, alice_client, interview):
        for name in ("today:page", "interviews:list", "accounts:settings", "practice:page"):
            assert alice_client.get(reverse(name)).status_code == 200
        assert "at 14:30" in page(alice_client, "interviews:detail", interview.pk)
        assert page(alice_client, "interviews:edit_round", interview.rounds.get().pk)
        assert in_the_feed(alice)

    def test_the_form_is_sent_as_it_is_shown(self, alice_client, interview):
        address = reverse("interviews:edit_round", args=[interview.rounds.get().pk])
        (form,) = [form for form in forms_of(address, alice_client.get(address).text) if form.days]
        sent = form.sent(DAY.isoformat()) | {"kind": "team"}
        assert alice_client.post(form.action, sent).status_code == 302
        assert interview.rounds.get().starts() == datetime(2026, 12, 4, 14, 30, tzinfo=UTC)


@given(
    st.dates(date(1970, 1, 1), date(2099, 12, 31)),
    st.times(),
    st.sampled_from(sorted(available_timezones())),
    st.sampled_from(sorted(available_timezones())),
)
def test_wherever_i_am_it_is_one_moment_and_found_near_its_day(on, at, one, other):
    round_, there = Round(on=on, at=at, zone=one), make_zone(other)
    assert round_.starts_in(there) == round_.starts()
    assert round_.starts_in(there).replace(tzinfo=None) == datetime.combine(*round_.when(there))
    assert abs(round_.day_in(there) - on) <= FURTHEST
    if not is_jumped_over(on, at, make_zone(one)):
        assert round_.when(make_zone(one)) == (on, at)


def make_zone(name):
    return User(time_zone=name).zone


def test_rows_from_before_are_read_as_they_were(alice, bob):
    """Each in its owner's zone, also in the trash; a day with no time has none."""
    alice.time_zone = "Europe/Berlin"
    alice.save()
    rows = [make_round(make_interview(each), on=DAY, at=time(9)) for each in (alice, bob)]
    rows.append(make_round(make_interview(alice), on=DAY))
    Round.with_trash.update(zone="")
    import_module("journal.migrations.0012_zone_of_a_round").as_they_read_it(apps, None)
    zones = [Round.objects.get(pk=row.pk).zone for row in rows]
    assert zones == ["Europe/Berlin", "UTC", ""]
