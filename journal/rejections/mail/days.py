"""The day a mail says it was sent, in its own zone, from however its program puts it."""

import re
from datetime import date
from email.utils import parsedate_tz

# What the names of each month begin with, from English to Portuguese.
MONTHS = (
    "jan gen ene",
    "feb fev fév",
    "mar mär mrz maa",
    "apr avr abr",
    "may mai mag mei",
    "jun juin giu",
    "jul juil lug",
    "aug aou aoû ago",
    "sep set",
    "oct okt ott out",
    "nov",
    "dec déc dez dic",
)
NAMED = [(name, number) for number, names in enumerate(MONTHS, 1) for name in names.split()]
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def day_said(said: str) -> date | None:
    """Of a Date header too, with a year of two digits or a zone in words."""
    parsed = parsedate_tz(said)
    return day_in(said) or (real_day(*parsed[:3]) if parsed else None)


def day_in(said: str) -> date | None:
    """Nothing where it is not said, or may be two days (3/11/2026)."""
    said = said[:200].lower()
    if found := ISO.search(said):
        return real_day(*map(int, found.groups()))
    if found := DAY_FIRST.search(said):
        return _named(found[3], found[2], found[1])
    if found := MONTH_FIRST.search(said):
        return _named(found[3], found[1], found[2])
    if found := DOTTED.search(said):
        return real_day(int(found[3]), int(found[2]), int(found[1]))
    return _slashed(SLASHED.search(said))


def real_day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1990 <= found.year < 2100 else None


def _named(year: str, month: str, day: str) -> date | None:
    numbers = {number for name, number in NAMED if month.startswith(name)}
    return real_day(int(year), numbers.pop(), int(day)) if len(numbers) == 1 else None


def _slashed(found: re.Match | None) -> date | None:
    if not found:
        return None
    one, other, year = map(int, found.groups())
    days = {real_day(year, one, other), real_day(year, other, one)} - {None}
    return days.pop() if len(days) == 1 else None
