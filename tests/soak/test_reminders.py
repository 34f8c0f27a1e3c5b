"""The figures of SAFETY.md, "Mail that arrives": real workers, a real mail server, both databases.

What each shows is printed; `make soak` runs it on SQLite, then on PostgreSQL.
"""

import random
import time
import zoneinfo
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from accounts.mail_days import MailDays
from journal.models import Delivery
from journal.reminders.delivering import Outcome, deliver
from journal.reminders.planning import plan
from journal.reminders.posting import Post
from tests.accounts.test_mail_days import ZONES, assert_each_day_once, days_of
from tests.mail_server import served_at
from tests.reminders.crowd import (
    Workers,
    counting,
    gather,
    nothing_waits,
    race_against_sending,
    wait_until,
)

pytestmark = [pytest.mark.slow, pytest.mark.ledger, pytest.mark.django_db(transaction=True)]


def test_200_kills_over_10_000_mails(tmp_path):
    people, kills, chance = 10_000, 200, random.Random(6)
    gather(people)
    began = time.monotonic()
    with counting() as (counter, port), Workers(2, port, tmp_path) as workers:
        for _ in range(kills):
            wanted = min(counter.number + chance.randint(10, 45), people - 50)
            wait_until(lambda wanted=wanted: counter.number >= wanted)
            time.sleep(chance.random() / 50)
            workers.kill(chance.randrange(2))
        wait_until(nothing_waits)
    copies = counter.number - len(counter.came)
    _tell(
        f"{kills} kills: {people - len(counter.came)} of {people} lost, {copies} copies, "
        f"at most {counter.most_copies()} of one, in {time.monotonic() - began:.0f} s"
    )
    assert len(counter.came) == people
    assert copies <= kills
    assert counter.most_copies() <= 2
    assert counter.ids_differ() == []
    assert Delivery.objects.filter(state=Delivery.State.SENT).count() == people


def test_cut_off_50_times(tmp_path):
    people, cuts, chance = 2_000, 50, random.Random(6)
    gather(people)
    left = iter(range(cuts))

    def drop():
        return chance.random() < 0.04 and next(left, None) is not None

    with counting(drop=drop) as (counter, port), Workers(2, port, tmp_path):
        wait_until(nothing_waits)
    _tell(
        f"{cuts - len(list(left))} cut off: {people - len(counter.came)} of {people} lost, "
        f"{counter.number - people} copies"
    )
    assert next(left, None) is None
    assert len(counter.came) == counter.number == people


def test_1000_races_against_sending(tmp_path):
    sent, wrong, latest = race_against_sending(1_000, tmp_path)
    _tell(
        f"1,000 races: {sent} were sent first, {wrong} wrongly; "
        f"the latest came {latest * 1000:.0f} ms after"
    )
    assert wrong == 0
    assert 50 < sent < 1_000


def test_off_for_72_hours(settings):
    """People all over the world, a worker that is away for three days: at most one mail each."""
    people, chance = gather(400), random.Random(6)
    Delivery.objects.all().delete()
    begin = datetime.combine(timezone.now(), time_of_day(), UTC)
    for person in people:
        person.time_zone = chance.choice(ZONES)
        person.mail_hour = chance.randrange(24)
        person.date_joined = person.mail_next_at = begin - timedelta(days=9)
        person.save()
    with counting() as (counter, port), time_machine.travel(begin, tick=False) as clock:
        settings.MAILERS = served_at(port)
        for hours in (0, 1, 72):
            clock.shift(timedelta(hours=hours))
            _work()
        back = {address: len(mails) for address, mails in counter.came.items()}
        for _ in range(24):
            clock.shift(timedelta(hours=1))
            _work()
    assert max(back.values()) <= 2  # one before, and one on return
    assert len(back) > 200
    days = Delivery.objects.filter(state=Delivery.State.SENT)
    assert days.count() == counter.number
    assert len(counter.came) == len(people)
    _tell(f"72 hours off: {len(back)} of 400 had mails on return, all within a day, none two")


def test_every_zone_for_two_years():
    """Over every zone there is: each local day one mail, none missing where the clock changes."""
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    every_day = frozenset(range(7))
    for zone in ZONES:
        for hour, day_starts in ((8, 4), (2, 0), (1, 3), (0, 0)):
            wishes = MailDays(zoneinfo.ZoneInfo(zone), day_starts, hour, every_day)
            days = days_of(wishes, begin, begin + timedelta(days=731))
            assert_each_day_once(days)
            assert len(days) in {730, 731, 732}, zone
    _tell(f"{len(ZONES)} zones, two years, four wishes each: each local day once")


def _work() -> None:
    while plan(timezone.now()):
        pass
    with Post() as post:
        while deliver(post) is not Outcome.NOTHING:
            pass


def _tell(figures: str) -> None:
    print(f"\n{connection.vendor}: {figures}")
