"""When a problem comes back: spaced repetition (FSRS) over whole days. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import fsrs

CAP_DAYS = 30
GRADES = (1, 2, 3, 4)
DAYS_AFTER_A_REJECTION = 2


@dataclass(frozen=True)
class Card:
    """What is remembered of a problem between two days; a new one has nothing yet."""

    state: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due: date | None = None
    last_solved: date | None = None


def grade(card: Card, grade: int, on: date, cap_days: int = CAP_DAYS) -> Card:
    """The card after it was solved on a day: due on a later one, never again on the same.

    A traveller's day can lie before the last one; it then counts as that.
    """
    on = max(on, card.last_solved or on)
    reviewed, _ = _scheduler(cap_days).review_card(_as_fsrs(card), fsrs.Rating(grade), _noon(on))
    return Card(
        state=reviewed.state.value,
        stability=reviewed.stability,
        difficulty=reviewed.difficulty,
        due=max(reviewed.due.date(), on + timedelta(days=1)),
        last_solved=on,
    )


def preview(card: Card, on: date, cap_days: int = CAP_DAYS) -> dict[int, date]:
    """The day on which each grade would bring it back."""
    return {each: grade(card, each, on, cap_days).due or on for each in GRADES}


def replay(history: Iterable[tuple[date, int]], cap_days: int = CAP_DAYS) -> Card:
    """The card that days and their grades lead to, in whatever order they were written down."""
    card = Card()
    for on, graded in sorted(history, key=lambda solved: solved[0]):
        card = grade(card, graded, on, cap_days)
    return card


def is_urgent(history: Sequence[tuple[date, int]]) -> bool:
    """Never solved again, or not yet the last time: it does not wait for room on a far day."""
    return not history or history[-1][1] == GRADES[0]


def first_due(told_on: date, today: date) -> date:
    """Two days after a rejection, or today where that has passed."""
    return max(told_on + timedelta(days=DAYS_AFTER_A_REJECTION), today)


def _scheduler(cap_days: int) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
        maximum_interval=cap_days,
    )


def _as_fsrs(card: Card) -> fsrs.Card:
    # A card without an id waits a millisecond for one.
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(card.state or fsrs.State.Learning),
        stability=card.stability,
        difficulty=card.difficulty,
        last_review=_noon(card.last_solved) if card.last_solved else None,
    )


def _noon(on: date) -> datetime:
    """fsrs counts whole days between two moments, so that all of ours are noon."""
    return datetime.combine(on, time(12), UTC)
