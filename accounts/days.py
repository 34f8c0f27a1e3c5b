"""The days that anything may be on: one range for all that is typed, stored and counted. Pure.

So far from where a calendar ends, weeks and months can be added to any of them.
"""

from datetime import date

# Before it lies no day of anybody's interview, only a slip of the hand; after the other, no plan.
EARLIEST = date(1970, 1, 1)
LATEST = date(2099, 12, 31)

TOO_EARLY = f"Choose a day from {EARLIEST.year} on."
TOO_LATE = f"Choose a day before {LATEST.year + 1}."


def within(day: date) -> date:
    """The nearest day there is."""
    return min(max(day, EARLIEST), LATEST)
