"""Topics of my own: a line of words with commas between. Pure."""

from collections.abc import Iterable


def topics(line: str) -> list[str]:
    """Each once, as it was written first, in that order."""
    found: dict[str, str] = {}
    for topic in line.split(","):
        words = " ".join(topic.split())
        if words:
            found.setdefault(words.casefold(), words)
    return list(found.values())


def of_all(lines: Iterable[str]) -> list[str]:
    return sorted({topic for line in lines for topic in topics(line)}, key=str.casefold)
