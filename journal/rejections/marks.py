"""What was read off a mail, to show it: in words, and marked in the text."""

from dataclasses import dataclass

from journal.rejections.intake import Intake


@dataclass(frozen=True)
class Piece:
    """`says` names what was read here, or is "" for the text between."""

    text: str
    says: str = ""


def told(intake: Intake) -> list[str]:
    read = {
        "the employer": intake.employer,
        "the role": intake.role,
        "the day": intake.received_on,
        "how far it went": intake.stage,
    }
    return [words for words, value in read.items() if value]


def with_marks(intake: Intake) -> list[Piece]:
    return marked(intake.text, {"employer": intake.employer, "role": intake.role})


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
