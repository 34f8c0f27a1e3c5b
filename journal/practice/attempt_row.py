"""The attempts at a problem in a row, as a picture: a dot each, higher where it went better."""

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 12
STEP, MARGIN = 22, 8
RISE = 8


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    solved: bool


@dataclass(frozen=True)
class AttemptRow:
    dots: tuple[Dot, ...]
    width: int
    height: int

    @property
    def line(self) -> str:
        """The dots as the points of an SVG line."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


def attempt_row(grades: Sequence[int]) -> AttemptRow:
    """The picture of grades from 1 to 4, oldest first; of a long row only its end."""
    shown = grades[-SHOWN:]
    dots = (
        Dot(x=MARGIN + STEP * place, y=MARGIN + RISE * (4 - grade), solved=grade > 1)
        for place, grade in enumerate(shown)
    )
    width = 2 * MARGIN + STEP * max(len(shown) - 1, 0)
    return AttemptRow(tuple(dots), width, 2 * MARGIN + 3 * RISE)
