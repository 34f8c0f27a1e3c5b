"""How often something was said of me, and how lately; told apart from my own guess."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.contrib.humanize.templatetags.humanize import ordinal
from django.utils import timezone

from journal.dates import in_words, times

COST_THE_OFFER = 2  # an interview that said so counts this often
HALF_LIFE = 182  # days after which what was said counts half
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@dataclass(frozen=True)
class Said:
    """A piece of evidence: in which interview, by which employer, when; or my own reading.

    `cost`: they said it cost the offer.
    """

    interview: int
    employer: str
    on: date
    own: bool = False
    cost: bool = False

    def weighs(self, today: date) -> float:
        """How much an interview that said so counts by now: 1 or 2, halved each half year."""
        age = max(0, (today - self.on).days)
        return (COST_THE_OFFER if self.cost else 1) * 0.5 ** (age / HALF_LIFE)


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
    def guesses(self) -> int:
        """In how many interviews I guessed it."""
        return len({said.interview for said in self.guessed})

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
    def cost(self) -> int:
        """In how many interviews they said it cost the offer."""
        return sum(said.cost for said in self.told)

    def rank(self, today: date) -> tuple[bool, float, date]:
        """Told before my guess, then how much it weighs by now: the highest comes first.

        The list of gaps says this rule in a sentence (templates/gaps/list.html).
        """
        weight = sum(said.weighs(today) for said in self.told or self.guessed)
        return not self.is_guess, weight, self.last.on if self.last else date.min

    def summary(self) -> str:
        """ "Told twice, last by Fernwood Robotics in November" """
        if self.last is None:
            return "My guess, nobody has said it yet"
        if self.is_guess:
            often = f" {times(self.guesses)}, last" if self.guesses > 1 else ","
            return f"My guess{often} after {self.last.employer} {_month(self.last.on)}"
        again = ", last by" if self.times > 1 else ", by"
        told = f"Told {times(self.times)}{again} {self.last.employer} {_month(self.last.on)}"
        return f"{told}{self._what_it_cost()}"

    def _what_it_cost(self) -> str:
        if not self.cost:
            return ""
        if self.times == 1:
            return ", as what cost the offer"
        return f", {times(self.cost)} as what cost the offer"

    def beside(self, interview: int) -> str:
        """What a note in the margin of one interview's feedback says of the others."""
        if self.is_guess:
            return f"my guess {times(self.guesses)}" if self.guesses > 1 else "my guess"
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
    told: dict[int, Said] = {}
    for each in (each for each in in_order if not each.own):
        first = told.setdefault(each.interview, each)
        told[each.interview] = replace(first, cost=first.cost or each.cost)
    guessed = tuple(each for each in in_order if each.own)
    return Standing(tuple(sorted(told.values(), key=lambda each: each.on)), guessed, closed_on)


def _ordinal(number: int) -> str:
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"{ordinal(number)}"


def _month(day: date) -> str:
    year = "" if day.year == timezone.localdate().year else f" {day.year}"
    return f"in {day:%B}{year}"
