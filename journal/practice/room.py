"""The minutes that days have left, so that what comes back is spread and nothing is lost. Pure.

A far day keeps half of its minutes for what is not there yet: a new problem, one that did not go.
Simulated over two years with 200 problems and five new a week, that is what lets new ones come
soon while the old still do (tests/soak/test_practising.py).
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

# So near a day may be filled: by what comes back, and by what is urgent.
NEAR_DAYS = 7
URGENT_DAYS = 21
KEPT_FREE = 0.5


@dataclass
class Room:
    """`minutes` a day from `today` on, and those of each day that are taken."""

    today: date
    minutes: int
    taken: Counter[date] = field(default_factory=Counter)

    def find(self, wanted: date, minutes: int, urgent: bool = False) -> date:
        """The first day from the wanted one on with room; an empty day has room for one of any."""
        on = max(wanted, self.today)
        while self.taken[on] and self.taken[on] + minutes > self._open(on, urgent):
            on += timedelta(days=1)
        return on

    def take(self, wanted: date, minutes: int, urgent: bool = False) -> date:
        on = self.find(wanted, minutes, urgent)
        self.taken[on] += minutes
        return on

    def give_back(self, on: date | None, minutes: int) -> None:
        if on is not None:
            self.taken[on] -= minutes

    def _open(self, on: date, urgent: bool) -> float:
        near = URGENT_DAYS if urgent else NEAR_DAYS
        is_near = on - self.today <= timedelta(days=near)
        return self.minutes if is_near else self.minutes * KEPT_FREE
