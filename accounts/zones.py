"""The time zones one chooses from: each place as it is named today, not every name it ever had."""

from contextlib import suppress
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def places() -> tuple[str, ...]:
    """As Europe/Lisbon, in order. Each country has its own, also where two keep the same time."""
    table = resources.files("tzdata") / "zoneinfo" / "zone.tab"
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    return tuple(sorted({row[2] for row in rows if not row[0].startswith("#")}))


def by_continent() -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices, grouped: Europe: Lisbon."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name in places():
        continent, _, place = name.partition("/")
        groups.setdefault(continent, []).append((name, place.replace("_", " ")))
    return [("Everywhere", [("UTC", "UTC")]), *groups.items()]


def named(name: str) -> ZoneInfo | None:
    """None where the name is empty, or no time zone is called that (any more)."""
    with suppress(ValueError, OSError, ZoneInfoNotFoundError):
        return ZoneInfo(name)
    return None


def place(name: str) -> str:
    """ "Buenos Aires", of America/Argentina/Buenos_Aires."""
    return name.rpartition("/")[2].replace("_", " ")


def choices(*also: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """By continent. What is chosen already stays there to choose, by whichever name."""
    grouped = by_continent()
    for name in dict.fromkeys(also):
        if name not in {"", "UTC", *places()}:
            grouped[0][1].append((name, name))
    return grouped
