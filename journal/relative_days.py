"""A day as a person says it on another one: what has passed is never said as if it came. Pure."""

from datetime import date

WEEK = 7
NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def on_day(value: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", "on Friday" within a week either way, "on 27 December".

    A weekday alone is that of the coming week or of the last: the verb tells which.
    """
    days = (value - today).days
    if days in NEAR:
        return NEAR[days]
    return f"on {value:%A}" if abs(days) < WEEK else f"on {dated(value, today)}"


def dated(value: date, today: date) -> str:
    """ "17 November", with its year only where it is not this one."""
    year = "" if value.year == today.year else f" {value.year}"
    return f"{value.day} {value:%B}{year}"


def said(value: date, today: date, coming: str, past: str) -> str:
    """ "comes back on Friday", "came back on 2 December": a verb for what comes, from today on, and
    one for what has passed."""
    return f"{past if value < today else coming} {on_day(value, today)}"


def by_day(value: date, today: date) -> str:
    """What is to be done by a day: "by 27 November"; "was for 2 December" once it has passed."""
    return f"was for {dated(value, today)}" if value < today else f"by {_plain(value, today)}"


def from_day(value: date, today: date) -> str:
    """What holds from a day on: "from 27 November"; "since 2 December" once it has passed."""
    return f"since {dated(value, today)}" if value < today else f"from {_plain(value, today)}"


def _plain(value: date, today: date) -> str:
    """Without the "on" that goes with a verb."""
    return NEAR.get((value - today).days) or dated(value, today)


def weekday(value: date, today: date) -> str:
    """ "Friday 27 November", with its year only where it is not this one."""
    return f"{value:%A} {dated(value, today)}"
