"""How often something was said of me, and how lately; told apart from my own guess."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from journal.dates import in_words

TIMES = ("", "once", "twice")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@dataclass(frozen=True)
class Said:
    """A piece of evidence: in which interview, by which employer, when; or my own reading."""

    interview: int
    employer: str
    on: date
    own: bool = False


@dataclass(frozen=True)
class Standing:
    """`told` has one of each interview in which others said it, the earliest first."""

    told: tuple[Said, ...] = ()
    guessed: tuple[Said, ...] = ()
    closed_on: date | None = None

    @property
    def is_guess(self) -> bool:
        return not self.told

    @property
    def times(self) -> int:
        return len(self.told)

    @property
    def last(self) -> Said | None:
        return max(self.told or self.guessed, key=lambda said: said.on, default=None)

    @property
    def came_back(self) -> bool:
        """Said again after it was closed."""
        closed_on = self.closed_on
        return closed_on is not None and any(
            said.on > closed_on for said in (*self.told, *self.guessed)
        )

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None and not self.came_back

    @property
    def rank(self) -> tuple[bool, int, date]:
        """Told before my guess, then how often, then how lately: the highest comes first."""
        return not self.is_guess, self.times, self.last.on if self.last else date.min

    def summary(self) -> str:
        """ "Told twice, last by Fernwood Robotics in November" """
        if self.last is None:
            return "My guess, nobody has said it yet"
        if self.is_guess:
            return f"My guess, after {self.last.employer} {_month(self.last.on)}"
        again = ", last by" if self.times > 1 else ", by"
        return f"Told {_times(self.times)}{again} {self.last.employer} {_month(self.last.on)}"

    def beside(self, interview: int) -> str:
        """What a note in the margin of one interview's feedback says of the others."""
        if self.is_guess:
            return "my guess"
        others = [said for said in self.told if said.interview != interview]
        if not others:
            words = "new"
        elif (place := self._place(interview)) >= 3:
            words = f"{_ordinal(place)} time they say so"
        else:
            last = others[-1]
            more = f" and {in_words(len(others) - 1)} more" if len(others) > 1 else ""
            words = f"also {last.employer}, {_month(last.on)}{more}"
        if self.came_back:
            return f"{words}, back after it was closed"
        return f"{words}, closed since" if self.is_closed else words

    def _place(self, interview: int) -> int:
        told = [said.interview for said in self.told]
        return told.index(interview) + 1 if interview in told else 0


def standing(said: Sequence[Said], closed_on: date | None) -> Standing:
    """The first sentence of each interview counts, however many say the same."""
    in_order = sorted(said, key=lambda each: each.on)
    told = {each.interview: each for each in reversed(in_order) if not each.own}
    guessed = tuple(each for each in in_order if each.own)
    return Standing(tuple(sorted(told.values(), key=lambda each: each.on)), guessed, closed_on)


def _times(number: int) -> str:
    return TIMES[number] if number < len(TIMES) else f"{in_words(number)} times"


def _ordinal(number: int) -> str:
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"{number}th"


def _month(day: date) -> str:
    year = "" if day.year == timezone.localdate().year else f" {day.year}"
    return f"in {day:%B}{year}"
