"""A text in pieces, to show in it what was read off it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """`says` names what was read here, or is "" for the text between."""

    text: str
    says: str = ""


def marked(text: str, found: dict[str, str]) -> list[Piece]:
    """`found`: what was read, by its name. Each is marked where it comes first; none overlaps."""
    spans = sorted(span for name, words in found.items() if (span := _first(text, words, name)))
    pieces, at = [], 0
    for begin, end, name in spans:
        if begin >= at:
            pieces += [Piece(text[at:begin]), Piece(text[begin:end], name)]
            at = end
    return [piece for piece in [*pieces, Piece(text[at:])] if piece.text]


def _first(text: str, words: str, name: str) -> tuple[int, int, str] | None:
    at = text.find(words) if words else -1
    return (at, at + len(words), name) if at >= 0 else None
