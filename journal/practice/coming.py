"""When something comes back, as a person says it. Pure."""

from datetime import date

from journal import relative_days


def in_days(due: date, today: date) -> str:
    """ "today", "tomorrow", "in 3 days"."""
    days = (due - today).days
    if days <= 0:
        return "today"
    return "tomorrow" if days == 1 else f"in {days} days"


def on_day(due: date, today: date) -> str:
    """ "today", "tomorrow", "on Friday", "on 27 December"; what was due before is due today."""
    return relative_days.on_day(max(due, today), today)
