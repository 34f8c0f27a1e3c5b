"""When a problem comes back: spaced repetition (FSRS) over whole days. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import fsrs

CAP_DAYS = 30
GRADES = NOT_YET, WITH_EFFORT, WELL, EASILY = (1, 2, 3, 4)
DAYS_AFTER_A_REJECTION = 2
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Card:
    """What is remembered of a problem between two days; a new one has nothing yet.

    `grade` is the one by which the day it was last solved on counts, and `before` the card as it
    was when that day began.
    """

    state: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due: date | None = None
    last_solved: date | None = None
    grade: int | None = field(default=None, compare=False)
    before: "Card | None" = field(default=None, compare=False, repr=False)

    @property
    def is_urgent(self) -> bool:
        """Never solved again, or not yet the last time: it does not wait for room on a far day."""
        return self.grade in {None, NOT_YET}


def grade(card: Card, grade: int, on: date, cap_days: int = CAP_DAYS) -> Card:
    """The card after it was solved on a day: due on a later one, never again on the same.

    However often it is solved on a day, the day counts once, by its weakest grade: what went well
    an hour ago is fresh, and says nothing of how long it will be remembered. A traveller's day can
    lie before the last one; it then counts as that.
    """
    on = max(on, card.last_solved or on)
    if on == card.last_solved and card.before:
        card, grade = card.before, min(grade, card.grade or grade)
    reviewed = _review(card, grade, on, cap_days)
    return Card(
        state=reviewed.state.value,
        stability=reviewed.stability,
        difficulty=reviewed.difficulty,
        due=_due(card, grade, on, cap_days),
        last_solved=on,
        grade=grade,
        before=card,
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


def up_to(card: Card, cap_days: int = CAP_DAYS) -> list[Card]:
    """What each grade would have led to on the day it was last solved, up to the one given."""
    if not (card.before and card.last_solved and card.grade):
        return []
    graded = [each for each in GRADES if each <= card.grade]
    return [grade(card.before, each, card.last_solved, cap_days) for each in graded]


def first_due(told_on: date, today: date) -> date:
    """Two days after a rejection, or today where that has passed."""
    return max(told_on + timedelta(days=DAYS_AFTER_A_REJECTION), today)


def _review(card: Card, grade: int, on: date, cap_days: int) -> fsrs.Card:
    reviewed, _ = _scheduler(cap_days).review_card(_as_fsrs(card), fsrs.Rating(grade), _noon(on))
    return reviewed


def _due(card: Card, grade: int, on: date, cap_days: int) -> date:
    """Never before the day a weaker grade would name; with effort a day after it, within the cap.

    FSRS alone names the next day for both "Not yet" and "With effort" of what is new.
    """
    due = max(_review(card, grade, on, cap_days).due.date(), on + A_DAY)
    if grade == NOT_YET:
        return due
    weaker = _due(card, grade - 1, on, cap_days)
    if grade == WITH_EFFORT:
        weaker = min(weaker + A_DAY, on + timedelta(days=cap_days))
    return max(due, weaker)


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
