"""On which local days a person wants a mail, and the moment of each: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# So late may a day's mail still go, within the day; where its hour is near the day's end, so late
# in any case.
LATEST = timedelta(hours=18)
LATEST_AT_LEAST = timedelta(hours=1)
# A calendar ends with the year 9999; who begins again so late does not.
NEVER = date(9990, 1, 1)


@dataclass(frozen=True)
class MailDays:
    """Each day's mail goes at `hour`. A day starts at `day_starts` o'clock: an hour before that
    belongs to the night that follows. `weekdays` count from Monday, 0; on a `quiet` day and on one
    before `begins` none goes.
    """

    zone: ZoneInfo
    day_starts: int
    hour: int
    weekdays: frozenset[int]
    quiet: frozenset[date] = frozenset()
    begins: date = date.min

    def goes_at(self, day: date) -> datetime:
        """In UTC. Where the clock jumps over the hour, it is as long after the jump; where the
        hour comes twice, the first."""
        night = timedelta(days=self.hour < self.day_starts)
        return datetime.combine(day + night, time(self.hour), self.zone).astimezone(UTC)

    def wants(self, day: date) -> bool:
        return day >= self.begins and day.weekday() in self.weekdays and day not in self.quiet

    def at(self, now: datetime) -> date | None:
        """The day whose mail may go now, be it late; none before its moment, or too long after."""
        first = now.astimezone(self.zone).date() + timedelta(days=1)
        day = next(day for day in _back_from(first) if self.goes_at(day) <= now)
        return day if self.wants(day) and now < self.last_moment(day) else None

    def last_moment(self, day: date) -> datetime:
        """A mail that went after its day would tell of the next, on which another goes."""
        goes_at = self.goes_at(day)
        return max(goes_at + LATEST_AT_LEAST, min(goes_at + LATEST, self._end_of(day)))

    def _end_of(self, day: date) -> datetime:
        next_day = day + timedelta(days=1)
        return datetime.combine(next_day, time(self.day_starts), self.zone).astimezone(UTC)

    def next_after(self, now: datetime, mailed: date = date.min) -> datetime | None:
        """The moment of the next mail, of a day after `mailed`, however far; none where no weekday
        is wanted."""
        yesterday = now.astimezone(self.zone).date() - timedelta(days=1)
        first = max(yesterday, self.begins, mailed + timedelta(days=1))
        if first > NEVER or not self.weekdays:
            return None
        moments = (self.goes_at(day) for day in _on_from(first) if self.wants(day))
        return next(moment for moment in moments if moment > now)

    def is_last_of_the_week(self, day: date) -> bool:
        return self.weekdays != frozenset() and day.weekday() == max(self.weekdays)


def stretches(days: Sequence[date]) -> list[tuple[date, date]]:
    """Days in order as the first and the last of each run of them."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _on_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(days=1)


def _back_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day -= timedelta(days=1)
