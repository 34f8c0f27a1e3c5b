"""The moment that a day and a time in some place name. Pure.

A moment is in UTC: two of one zone would be told apart by what its clock shows, not by what passed.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

# So far apart two places may call one moment: no more than 26 hours lie between any two zones.
FURTHEST = timedelta(days=2)


def moment(on: date, at: time, zone: tzinfo) -> datetime:
    """A time the clock jumps over is as long after the jump; of one that comes twice it is the
    first."""
    return datetime.combine(on, at.replace(tzinfo=None), zone).astimezone(UTC)


def is_jumped_over(on: date, at: time, zone: tzinfo) -> bool:
    """The clock goes forward there on that day, past this time."""
    shown = moment(on, at, zone).astimezone(zone)
    return shown.replace(tzinfo=None, fold=0) != datetime.combine(on, at)


def elsewhere(there: datetime, here: datetime, place: str) -> str:
    """ "15:30 in Berlin", of one moment; with its weekday where it is another day there; nothing
    where both clocks show the same."""
    if there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return ""
    weekday = "" if there.date() == here.date() else f"{there:%A} "
    return f"{weekday}{there:%H:%M} in {place}"
