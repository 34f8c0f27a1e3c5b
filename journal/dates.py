"""Days as a person says them. Pure but for the zone in force."""

from datetime import date, timedelta

from django.utils import timezone

SATURDAY = 5


def day(value: date | None) -> str:
    """ "17 November", with its year only where it is not this one; "" for no day."""
    if value is None:
        return ""
    year = "" if value.year == timezone.localdate().year else f" {value.year}"
    return f"{value.day} {value:%B}{year}"


def is_weekday(value: date) -> bool:
    """Monday to Friday."""
    return value.weekday() < SATURDAY


def weekday_from(value: date) -> date:
    """The day itself; the Monday after where it falls on a weekend."""
    return value if is_weekday(value) else value + timedelta(days=7 - value.weekday())


def span(minutes: int) -> str:
    """Minutes as "45 min", "2 h" or "4 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (hours and f"{hours} h", rest and f"{rest} min") if part)


NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def in_words(number: int) -> str:
    """Small numbers as words, as prose has them; from thirteen on as figures."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "one problem", "five problems"."""
    return f"{in_words(number)} {noun if number == 1 else plural or noun + 's'}"


def times(number: int) -> str:
    """ "once", "twice", "three times"."""
    return {1: "once", 2: "twice"}.get(number) or f"{in_words(number)} times"


def listed(names: list[str]) -> str:
    """ "one, two and three" """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
