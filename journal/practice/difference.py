"""What changed between two answers in code, line by line. Pure."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

# Beyond this many lines a comparison may take longer than a page should.
MOST_LINES = 800
AROUND = 3


@dataclass(frozen=True)
class Piece:
    """Lines one after the other: "same", "gone", "new"; "skipped" where many are alike."""

    what: str
    lines: list[str] = field(default_factory=list)

    @property
    def sign(self) -> str:
        return {"gone": "−", "new": "+"}.get(self.what, " ")

    @property
    def says(self) -> str:
        return {"gone": "removed", "new": "added"}.get(self.what, "")


def difference(old: str, new: str) -> list[Piece]:
    """Empty where there is nothing to compare, nothing differs, or too much would be compared."""
    before, after = _lines(old), _lines(new)
    if not before or not after or before == after or max(len(before), len(after)) > MOST_LINES:
        return []
    pieces: list[Piece] = []
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for tag, i1, i2, j1, j2 in changes:
        if tag == "equal":
            ends = i2 == len(before) and j2 == len(after)
            pieces += _same(before[i1:i2], first=i1 == j1 == 0, last=ends)
        else:
            pieces += [Piece("gone", before[i1:i2])] if i2 > i1 else []
            pieces += [Piece("new", after[j1:j2])] if j2 > j1 else []
    return pieces


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")] if text.strip() else []


def _same(lines: list[str], first: bool, last: bool) -> list[Piece]:
    """Alike lines: those around a change, and in a long run the middle left out."""
    head, tail = 0 if first else AROUND, 0 if last else AROUND
    if len(lines) <= head + tail + 1:
        return [Piece("same", lines)]
    skipped = lines[head : len(lines) - tail]
    pieces = [
        Piece("same", lines[:head]),
        Piece("skipped", skipped),
        Piece("same", lines[len(lines) - tail :] if tail else []),
    ]
    return [piece for piece in pieces if piece.lines]
