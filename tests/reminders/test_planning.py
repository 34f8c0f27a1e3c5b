"""Whose day has a mail: what is owed, wanted and not yet told."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from journal.models import Delivery, FeedbackRequest, Round
from journal.reminders.digest import digests
from journal.reminders.planning import plan
from tests.factories import (
    make_delivery,
    make_interview,
    make_person,
    make_problem,
    make_rejection,
    make_request,
    make_round,
)
from tests.reminders.conftest import JOINED


def plan_all():
    while plan(timezone.now()):
        pass


def planned(person):
    plan_all()
    return list(person.deliveries.values_list("day", flat=True))


def kinds(person):
    found = digests([person], timezone.now()).get(person.pk)
    return found.kinds if found else []


def test_what_is_owed_makes_a_delivery_of_the_day(alice, problem):
    assert planned(alice) == [date(2026, 11, 24)]
    (delivery,) = alice.deliveries.all()
    assert delivery.not_before == alice.mail_days.goes_at(delivery.day)
    alice.refresh_from_db()
    assert alice.mail_next_at == alice.mail_days.goes_at(date(2026, 11, 25))


def test_where_nothing_is_owed_no_mail_goes_and_the_next_look_is_tomorrow(alice):
    assert planned(alice) == []
    alice.refresh_from_db()
    assert alice.mail_next_at == alice.mail_days.goes_at(date(2026, 11, 25))


def test_all_of_a_day_is_one_mail(alice, problem, clock):
    make_rejection(alice, told_on=date(2026, 11, 20))
    assert len(planned(alice)) == 1
    alice.refresh_from_db()
    alice.mail_next_at = JOINED
    alice.save()
    assert len(planned(alice)) == 1


@pytest.mark.parametrize(
    "wishes",
    [
        {"mail_on": False},
        {"is_active": False},
        {"mail_refused": "550 No such person"},
        {"mail_weekdays": [0, 2, 3, 4, 5, 6]},
        {"mail_quiet_days": ["2026-11-24"]},
        {"break_until": date(2026, 11, 25)},
        {"mail_kinds": ["ask"]},
        {"mail_hour": 13},
    ],
)
def test_who_wants_none_now_gets_none(alice, problem, wishes):
    for name, value in wishes.items():
        setattr(alice, name, value)
    alice.save()
    assert planned(alice) == []


def test_who_came_after_the_hour_waits_for_the_next_day(alice, problem):
    alice.date_joined = timezone.now()
    alice.save()
    assert planned(alice) == []


def test_a_change_of_wishes_brings_no_mail_for_an_hour_that_has_passed(alice, problem):
    alice.plan_next_mail()
    assert planned(alice) == []


def test_days_only_grow_also_after_travelling_west(alice, problem, clock):
    make_delivery(alice, date(2026, 11, 25), state="sent", done_at=timezone.now())
    assert planned(alice) == [date(2026, 11, 25)]
    clock.shift(timedelta(days=1))
    assert planned(alice) == [date(2026, 11, 25)]
    clock.shift(timedelta(days=1))
    assert planned(alice) == [date(2026, 11, 25), date(2026, 11, 26)]


def test_after_three_days_off_there_is_one(alice, problem, clock):
    clock.shift(timedelta(hours=72))
    assert planned(alice) == [date(2026, 11, 27)]


def test_planning_the_same_people_twice_at_once_makes_one(alice, problem, monkeypatch):
    """Another worker plans them between this one's look and its writing."""
    bulk_create = Delivery.objects.bulk_create

    def after_another(rows, **options):
        rows = list(rows)
        make_delivery(alice, rows[0].day)
        return bulk_create(rows, **options)

    monkeypatch.setattr(Delivery.objects, "bulk_create", after_another)
    assert len(planned(alice)) == 1


@pytest.mark.parametrize("days", [0, 1])
def test_a_rejections_day_and_the_next_bring_an_interview_tomorrow_only(alice, problem, days):
    make_rejection(alice, told_on=alice.today() - timedelta(days=days))
    assert kinds(alice) == []
    make_round(make_interview(alice), on=alice.today() + timedelta(days=1))
    assert kinds(alice) == ["interview"]


def test_one_filed_long_after_it_came_keeps_nothing_back(alice, problem):
    make_rejection(
        alice,
        told_on=date(2026, 3, 1),
        created_at=timezone.now(),
        kept=True,
        closed_on=alice.today(),
    )
    assert kinds(alice) == ["problems"]


def test_a_mail_asks_for_no_more_than_today_does_and_keeps_the_problems(alice, problem):
    for days in range(3, 7):
        make_rejection(alice, make_interview(alice), told_on=alice.today() - timedelta(days))
    digest = digests([alice], timezone.now())[alice.pk]
    assert digest.kinds == ["ask", "ask", "problems"]
    assert not digest.is_all


def test_each_kind_comes_from_the_one_answer(alice, problem):
    told_on = alice.today() - timedelta(days=14)
    make_rejection(alice, told_on=told_on)
    asked = make_rejection(alice, make_interview(alice), told_on=told_on)
    state = FeedbackRequest.State.ASKED
    make_request(asked.interview, state=state, asked_on=told_on, nudge_on=alice.today())
    closed = make_rejection(alice, make_interview(alice), told_on=told_on, closed_on=told_on)
    closed.store(look_back_on=alice.today())
    make_round(make_interview(alice), on=alice.today() + timedelta(days=1))
    alice.mail_weekdays = [0, 1]
    came = []
    for kind in ["ask", "interview", "look_back", "nudge", "problems", "week"]:
        alice.mail_kinds = [kind]
        came += kinds(alice)
    assert came == ["ask", "interview", "look_back", "nudge", "problems", "week"]


def test_an_interview_is_told_the_day_before_or_where_no_mail_told_it_then_on_its_day(alice):
    make_round(make_interview(alice), on=alice.today(), kind=Round.Kind.CODING)
    yesterday = alice.today() - timedelta(days=1)
    told = make_delivery(
        alice, yesterday, state="sent", kinds=["interview"], done_at=timezone.now()
    )
    assert kinds(alice) == []
    Delivery.objects.filter(pk=told.pk).update(state="dead")
    assert kinds(alice) == ["interview"]
    Delivery.objects.filter(pk=told.pk).update(state="sent", kinds=["problems"])
    assert kinds(alice) == ["interview"]


def test_a_look_at_the_week_comes_once_a_week(alice, clock):
    alice.mail_kinds = ["week"]
    alice.save()
    came = []
    for _ in range(14):
        came += kinds(alice) and [alice.today().weekday()]
        clock.shift(timedelta(days=1))
    assert came == [6, 6]


def test_looking_costs_the_same_for_ten_and_for_twenty(alice, problem):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            plan_all()
        return len(captured)

    make_people(10)
    ten = queries()
    make_people(20)
    assert queries() == ten


def make_people(number):
    Delivery.objects.all().delete()
    for place in range(number):
        person = make_person(
            f"p{number}-{place}@example.org", date_joined=JOINED, mail_next_at=JOINED
        )
        make_problem(person, due=person.today())
        make_rejection(person, told_on=date(2026, 11, 20))
