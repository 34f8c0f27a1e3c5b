"""The time zones one chooses from: each place as it is named today, not every name it ever had."""

from functools import cache
from importlib import resources


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
