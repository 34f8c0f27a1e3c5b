"""Earlier rejections, one a line: "Tidewater Labs, Backend Engineer, August 2025". Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from accounts.days import EARLIEST
from accounts.one_line import is_visible, one_line

DAY_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d.%m.%Y")
MONTH_FORMATS = ("%B %Y", "%b %Y", "%Y-%m")
YEAR_FORMATS = ("%Y",)

# What belongs to the employer's name, though a comma stands before it.
FIRM = re.compile(r"(inc|llc|ltd|limited|corp|co|plc|gmbh|ag|se|sa|bv|pty)\.?", re.IGNORECASE)
MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(uary|ruary|ch|il|ust|ember|ober)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class When:
    """`day` is the first of the month, or of the year, where only that is known."""

    day: date | None = None
    to_the_month: bool = False
    to_the_year: bool = False

    def __str__(self) -> str:
        """ "12 August 2025", "August 2025", "2025", or "" """
        if self.day is None:
            return ""
        if self.to_the_year:
            return str(self.day.year)
        return f"{self.day:%B %Y}" if self.to_the_month else f"{self.day.day} {self.day:%B %Y}"


@dataclass(frozen=True)
class Line:
    employer: str
    role: str = ""
    when: When = When()


class UnclearLine(ValueError):
    """Its text is a sentence for the person."""


def read(text: str, today: date) -> list[Line]:
    """The lines of a text that are not empty. Raises UnclearLine for the first that is unclear."""
    numbered = enumerate(text.splitlines(), start=1)
    return [
        _line(number, line, today) for number, line in numbered if is_visible(line.strip(" ,\t"))
    ]


def _line(number: int, text: str, today: date) -> Line:
    parts = [part.strip() for part in one_line(text).split(",")]
    employer = _employer(parts)
    when = _when(number, parts)
    if when.day and when.day > today:
        raise UnclearLine(f"Line {number}: that day has not come yet.")
    if when.day and when.day < EARLIEST:
        raise UnclearLine(f"Line {number}: write a day from {EARLIEST.year} on.")
    role = ", ".join(part for part in parts if part)
    if not is_visible(employer):
        raise UnclearLine(f"Line {number}: start with the employer.")
    if max(len(employer), len(role)) > 200:
        raise UnclearLine(f"Line {number} is too long; name the employer, the role and the day.")
    return Line(employer, role, when)


def _employer(parts: list[str]) -> str:
    """Taken off the front: "Acme", or "Acme, Inc."."""
    employer = parts.pop(0)
    while employer and parts and FIRM.fullmatch(parts[0]):
        employer += f", {parts.pop(0)}"
    return employer


def _when(number: int, parts: list[str]) -> When:
    """Taken off the end, where a day may hold a comma: "August 12, 2025". What is none stays."""
    for count in (2, 1):
        text = _plain(parts[-count:]) if len(parts) >= count else ""
        if when := _parsed(text):
            del parts[-count:]
            return when
        if _looks_like_a_day(text):
            raise UnclearLine(f"Line {number}: write the day as 12 August 2025, or August 2025.")
    return When()


def _plain(parts: list[str]) -> str:
    """ "12th Aug., 2025" as "12 Aug 2025" """
    words = " ".join(" ".join(parts).split())
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b|(?<=[a-z])\.", "", words, flags=re.IGNORECASE)
    return re.sub(r"\bsept\b", "Sep", words, flags=re.IGNORECASE)


def _looks_like_a_day(text: str) -> bool:
    """Figures with a year among them, and perhaps a month's name; nothing else."""
    figures, months = MONTH.subn("", text)
    if not re.search(r"\d{4}", text) or re.search(r"[^\d\s./-]", figures):
        return False
    return bool(months or re.search(r"\d[./-]\d", text))


def _parsed(text: str) -> When | None:
    for formats, *known in (
        (DAY_FORMATS, False, False),
        (MONTH_FORMATS, True, False),
        (YEAR_FORMATS, True, True),
    ):
        for format_ in formats:
            if found := _day(text, format_):
                return When(found, *known)
    return None


def _day(text: str, format_: str) -> date | None:
    try:
        return datetime.strptime(text, format_).date()
    except ValueError:
        return None
