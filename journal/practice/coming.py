"""When something comes back, as a person says it. Pure but for the year in force."""

from datetime import date

from journal.dates import day

WEEK = 7


def in_days(due: date, today: date) -> str:
    """ "today", "tomorrow", "in 3 days"."""
    days = (due - today).days
    if days <= 0:
        return "today"
    return "tomorrow" if days == 1 else f"in {days} days"


def on_day(due: date, today: date) -> str:
    """ "today", "tomorrow", "on Friday", "on 27 December"."""
    days = (due - today).days
    if days <= 1:
        return in_days(due, today)
    return f"on {due:%A}" if days < WEEK else f"on {day(due)}"
