"""What became of a text, as a person reads it: words that stayed, went and came. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Comparing takes the product of both lengths at worst; beyond this a passage is shown as changed
# whole. 400,000 pairs took 60 ms.
MOST_PAIRS = 400_000


class Fate(StrEnum):
    STAYED = "stayed"
    WENT = "went"
    CAME = "came"


@dataclass(frozen=True)
class Passage:
    fate: Fate
    text: str


def difference(before: str, after: str) -> list[Passage]:
    """The passages of both in turn: STAYED and WENT make up `before`, STAYED and CAME `after`."""
    return _joined(
        _compare(before.splitlines(keepends=True), after.splitlines(keepends=True), words)
    )


def words(text: str) -> list[str]:
    """Words, each with the blanks behind it."""
    return re.findall(r"\s*\S+\s*|\s+", text)


def _compare(before: list[str], after: list[str], finer=None) -> Iterator[Passage]:
    if len(before) * len(after) > MOST_PAIRS:
        yield from _changed("".join(before), "".join(after))
        return
    for what, b1, b2, a1, a2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        went, came = "".join(before[b1:b2]), "".join(after[a1:a2])
        if what == "equal":
            yield Passage(Fate.STAYED, went)
        elif what == "replace" and finer:
            yield from _compare(finer(went), finer(came))
        else:
            yield from _changed(went, came)


def _changed(went: str, came: str) -> Iterator[Passage]:
    if went:
        yield Passage(Fate.WENT, went)
    if came:
        yield Passage(Fate.CAME, came)


def _joined(passages: Iterator[Passage]) -> list[Passage]:
    """Neighbours of one fate become one."""
    joined: list[Passage] = []
    for passage in passages:
        if joined and joined[-1].fate == passage.fate:
            joined[-1] = Passage(passage.fate, joined[-1].text + passage.text)
        else:
            joined.append(passage)
    return joined
