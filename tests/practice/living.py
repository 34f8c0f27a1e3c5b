"""Somebody who practises for years: simulated through the forms and the plan that a person uses.

They remember as FSRS's authors found people do: the odds fall with the days since, by a strength
that grows each time it went well. What they never solved again goes well two times in three.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

import time_machine

from journal.models import Attempt, Problem
from journal.practice.grading_forms import SolvedElsewhere
from journal.practice.plan import DAYS_BEFORE
from journal.practice.session import Session, as_scheduled, session_of
from tests import factories as make

BEGIN = date(2024, 1, 1)
MINUTES = (10, 15, 20, None, 30, 45)
KINDS = [Problem.Kind.CODING, Problem.Kind.SYSTEM_DESIGN, Problem.Kind.BEHAVIOURAL]
EMPLOYERS = 40
GAPS = 6


@dataclass
class Day:
    on: date
    problems: int
    solved: int
    ever_solved: int
    # Due, and without a day: neither today nor before the interview that is coming.
    waiting: int
    minutes: int
    longest: int
    interview: bool
    # What must not be: lost problems, solved twice, a better one passed over that would have fit.
    faults: list[str] = field(default_factory=list)


@dataclass
class Life:
    """`begin_with` problems, then `a_week` more; an interview is announced every so many days."""

    person: object
    begin_with: int
    a_week: int
    seed: int = 1
    announced_every: int = 30

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.strengths: dict[int, float] = {}
        self.heard: dict[int, date] = {}
        employers = [make.make_employer(self.person, f"Employer {n}") for n in range(EMPLOYERS)]
        self.interviews = [make.make_interview(self.person, each) for each in employers]
        self.gaps = [make.make_gap(self.person, f"Gap {n}") for n in range(GAPS)]

    def days(self, days: int) -> Iterator[Day]:
        for number in range(days):
            on = BEGIN + timedelta(days=number)
            with time_machine.travel(datetime.combine(on, time(18), UTC), tick=False):
                self._hear_of_problems(self.begin_with if number == 0 else 0)
                self._hear_of_problems(self.a_week if number % 7 == 0 else 0)
                self._hear_of_interviews(on)
                yield self._practise(on)

    def _hear_of_problems(self, problems: int) -> None:
        for _ in range(problems):
            problem = make.make_problem(
                self.person,
                self.random.choice(self.interviews),
                f"Problem {len(self.strengths)}",
                kind=self.random.choice(KINDS),
                minutes=self.random.choice(MINUTES),
            )
            if self.random.random() < 0.3:
                problem.gaps.add(self.random.choice(self.gaps))
            self.strengths[problem.pk] = 0.0
            self.heard[problem.pk] = self.person.today()
            problem.bring_back()

    def _hear_of_interviews(self, on: date) -> None:
        if self.random.random() < 1 / self.announced_every:
            again = self.random.choice(self.interviews)
            fresh = make.make_interview(self.person, again.employer)
            make.make_round(fresh, on=on + timedelta(days=self.random.randint(1, DAYS_BEFORE)))

    def _practise(self, on: date) -> Day:
        session = session_of(self.person)
        faults = [*_passed_over(session, self.person), *self._lost()]
        solved: set[int] = set()
        while problem := session_of(self.person).first:
            if problem.pk in solved or problem.solved_on == on:
                faults.append(f"{problem} twice on {on}")
                break
            self._solve(problem, on)
            solved.add(problem.pk)
        return self._day(on, session, solved, faults)

    def _solve(self, problem: Problem, on: date) -> None:
        attempt = Attempt(owner=self.person, problem=problem)
        sent = {"grade": self._grade(problem, on), "solved_on": on.isoformat()}
        form = SolvedElsewhere(sent, instance=attempt, owner=self.person, problem=problem)
        assert form.is_valid(), form.errors
        form.save()

    def _grade(self, problem: Problem, on: date) -> int:
        strength = self.strengths[problem.pk]
        odds = 0.66
        if strength and problem.solved_on:
            odds = 0.9 ** ((on - problem.solved_on).days / strength)
        if self.random.random() > odds:
            self.strengths[problem.pk] = max(1.0, strength / 3)
            return 1
        self.strengths[problem.pk] = max(2.0, strength * 2.5)
        return self.random.choices((2, 3, 4), (2, 6, 1))[0]

    @property
    def first_solved_after(self) -> list[int]:
        """Days from hearing of a problem to solving it first, in the order they were heard of."""
        solved = Attempt.objects.filter(owner=self.person).order_by("-solved_on")
        first = dict(solved.values_list("problem_id", "solved_on"))
        return [(first[pk] - on).days for pk, on in self.heard.items() if pk in first]

    def _lost(self) -> Iterator[str]:
        if self.person.problems.active().exclude(due=None).count() != len(self.strengths):
            yield "a problem lost its day"

    def _day(self, on, session: Session, solved, faults) -> Day:
        scheduled = self.person.problems.active()
        rows = list(scheduled.values_list("due", "minutes", "pk"))
        return Day(
            on=on,
            problems=len(rows),
            solved=len(solved),
            ever_solved=scheduled.exclude(solved_on=None).count(),
            waiting=len(session_of(self.person).left_over),
            minutes=sum(given or Problem.USUAL_MINUTES for _, given, pk in rows if pk in solved),
            longest=max((due - on).days for due, *_ in rows) if rows else 0,
            interview=session.interview is not None,
            faults=faults,
        )


def _passed_over(session: Session, person) -> Iterator[str]:
    """Before an interview: a problem that ranks higher than one chosen, and would have fit."""
    if not session.interview:
        return
    rank = session.interview.rank
    chosen = [as_scheduled(problem) for problem in session.problems]
    left = person.practice_minutes - session.minutes
    worst = max(map(rank, chosen), default=None)
    for each in session.preparation.left_out if worst else ():
        if rank(each) < worst and each.minutes <= left:
            yield f"{each} was passed over"
