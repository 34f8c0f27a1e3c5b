"""Earlier rejections, one a line: "Tidewater Labs, Backend Engineer, August 2025". Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime

DAY_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d.%m.%Y")
MONTH_FORMATS = ("%B %Y", "%b %Y", "%Y-%m")


@dataclass(frozen=True)
class Line:
    """`day` is the first of the month where only that is known (`to_the_month`)."""

    employer: str
    role: str = ""
    day: date | None = None
    to_the_month: bool = False


class UnclearLine(ValueError):
    """Its text is a sentence for the person."""


def read(text: str, today: date) -> list[Line]:
    """The lines of a text that are not empty. Raises UnclearLine for the first that is unclear."""
    numbered = enumerate(text.splitlines(), start=1)
    return [_line(number, line, today) for number, line in numbered if line.strip(" ,\t")]


def _line(number: int, text: str, today: date) -> Line:
    parts = [part.strip() for part in text.split(",")]
    day, to_the_month = None, False
    if len(parts) > 1 and re.search(r"\d{4}", parts[-1]):
        day, to_the_month = _day(number, parts.pop())
    if day and day > today:
        raise UnclearLine(f"Line {number}: that day has not come yet.")
    if not parts[0]:
        raise UnclearLine(f"Line {number}: start with the employer.")
    if len(parts[0]) > 200 or len(", ".join(parts[1:])) > 200:
        raise UnclearLine(f"Line {number} is too long; name the employer, the role and the day.")
    return Line(parts[0], ", ".join(part for part in parts[1:] if part), day, to_the_month)


def _day(number: int, text: str) -> tuple[date, bool]:
    words = " ".join(text.replace(",", " ").split())
    for formats, to_the_month in ((DAY_FORMATS, False), (MONTH_FORMATS, True)):
        for format_ in formats:
            if found := _parsed(words, format_):
                return found, to_the_month
    raise UnclearLine(f"Line {number}: write the day as 12 August 2025, or August 2025.")


def _parsed(text: str, format_: str) -> date | None:
    try:
        return datetime.strptime(text, format_).date()
    except ValueError:
        return None
