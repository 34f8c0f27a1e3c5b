"""Whose mail is due, and whether anything is owed to them: that makes a delivery."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from journal.reminders.digest import digests
from journal.reminders.models import Delivery

A_BATCH = 200


def plan(now: datetime) -> int:
    """Plan the mails of one batch of people, and say how many were looked at.

    Two workers may plan the same people at once: a person and day have one delivery.
    """
    people = list(User.objects.due_a_look(now)[:A_BATCH])
    if not people:
        return 0
    days = _days(people, now)
    owing = digests([person for person in people if person.pk in days], now)
    with transaction.atomic():
        Delivery.objects.bulk_create(
            (_delivery(digest.person, days[key]) for key, digest in owing.items()),
            ignore_conflicts=True,
        )
        _look_again_later(people, now)
    return len(people)


def next_mail_at(person: User) -> datetime | None:
    """When the next day's mail would go, after those that are planned already."""
    return person.mail_days.next_after(timezone.now(), person.deliveries.last_day())


def _days(people: Collection[User], now: datetime) -> dict[int, date]:
    """The day whose mail may go now, of each for whom there is one; days only grow."""
    last = dict(
        Delivery.objects.filter(owner__in=people)
        .order_by()
        .values_list("owner")
        .annotate(Max("day"))
    )
    found = ((person, person.mail_days.at(now)) for person in people)
    return {
        person.pk: day
        for person, day in found
        if day and day > last.get(person.pk, date.min) and _was_here(person, day)
    }


def _was_here(person: User, day: date) -> bool:
    """Who came after the hour of a day waits for the next."""
    return person.mail_days.goes_at(day) >= person.date_joined


def _delivery(person: User, day: date) -> Delivery:
    days = person.mail_days
    due_at = days.goes_at(day)
    return Delivery(
        owner=person, day=day, due_at=due_at, not_before=due_at, until=days.last_moment(day)
    )


def _look_again_later(people: Collection[User], now: datetime) -> None:
    """Many share an hour and a zone. Whose wishes changed meanwhile is not among those due."""
    by_moment: dict[datetime | None, list[int]] = defaultdict(list)
    for person in people:
        by_moment[person.mail_days.next_after(now)].append(person.pk)
    for moment, keys in by_moment.items():
        User.objects.due_a_look(now).filter(pk__in=keys).order_by().update(mail_next_at=moment)
