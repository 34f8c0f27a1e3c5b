"""What was read off a mail, to show it: in words, and marked in the text."""

from dataclasses import dataclass

from journal.rejections.intake import BEGIN, ENDLESS, Intake
from journal.rejections.mail.stage import said_at

STAGE = "how far it went"
Span = tuple[int, int]


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
        STAGE: intake.stage,
    }
    return [words for words, value in read.items() if value]


def with_marks(intake: Intake) -> list[Piece]:
    """The employer and the role where they come first, how far it went where it is said."""
    text = intake.text
    spans = {
        "the employer": _first(text, intake.employer),
        "the role": _first(text, intake.role),
        STAGE: _stage(text, intake.stage),
    }
    return marked(text, {name: span for name, span in spans.items() if span})


def marked(text: str, spans: dict[str, Span]) -> list[Piece]:
    """The text cut where something was read; of what overlaps, what comes first is marked."""
    pieces, at = [], 0
    for name, (begin, end) in sorted(spans.items(), key=lambda each: each[1]):
        if begin >= at:
            pieces += [Piece(text[at:begin]), Piece(text[begin:end], name)]
            at = end
    return [piece for piece in [*pieces, Piece(text[at:])] if piece.text]


def _first(text: str, words: str) -> Span | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def _stage(text: str, stage: str) -> Span | None:
    """In the begin of the text, without words of a thousand letters, as it was read."""
    begin = ENDLESS.sub(lambda found: " " * len(found[0]), text[:BEGIN])
    return said_at(begin, stage) if stage else None
