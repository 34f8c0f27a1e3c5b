"""A rejection's day and the next ask for nothing."""

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q

from accounts.models import User
from journal.path.thing import Days
from journal.rejections.models import Rejection

REST = 2


def days_since(rejection: Rejection, person: User, on: date) -> int:
    return (on - _came_on(rejection, person)).days


def is_at_rest(rejection: Rejection, person: User, on: date) -> bool:
    return days_since(rejection, person, on) < REST


def first_day(rejection: Rejection, person: User, wait: int = 0) -> date:
    """On which it may ask for something: so long after they told, and after its rest."""
    rested = _came_on(rejection, person) + timedelta(days=REST)
    return max(rejection.told_on + timedelta(days=wait), rested)


def _came_on(rejection: Rejection, person: User) -> date:
    """When they said no or when it was written down, whichever came later."""
    written = person.day_of(rejection.created_at)
    return max(rejection.told_on or written, written)


def resting(days: Days) -> set[int]:
    """Those to whom a no came on their day or on the one before."""
    if not days:
        return set()
    earliest = min(on for _, on in days.values()) - timedelta(days=REST)
    begin = datetime.combine(earliest, time(), UTC)
    fresh = Q(told_on__gte=earliest) | Q(closed_on=None, created_at__gte=begin)
    rows = Rejection.objects.filter(fresh, owner__in=days)
    rows = rows.only("owner_id", "told_on", "closed_on", "created_at")
    return {row.owner_id for row in rows if _since_it_came(row, *days[row.owner_id]) < REST}


def _since_it_came(rejection: Rejection, person: User, on: date) -> int:
    """One that was filed at once, to be kept, came when they told."""
    if rejection.closed_on and rejection.told_on:
        return (on - rejection.told_on).days
    return days_since(rejection, person, on)
