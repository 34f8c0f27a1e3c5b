"""Giving problems their days: the waiting ones when a day is full, or all of them anew."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from journal.practice.attempt_models import Attempt
from journal.practice.models import Problem
from journal.practice.room import Room
from journal.practice.schedule import Card, replay
from journal.practice.session import session_of


@dataclass(frozen=True)
class Move:
    """A problem, and the day it would come back on."""

    problem: Problem
    to: date

    @property
    def since(self) -> date:
        """The day it comes back on now; what is overdue comes back today."""
        return max(self.problem.due, self.problem.owner.today())

    @property
    def is_sooner(self) -> bool:
        return self.to < self.since

    @property
    def is_later(self) -> bool:
        return self.to > self.since


@transaction.atomic
def spread(person: User) -> None:
    """What is due and has no room today gets a day that has."""
    session, today = session_of(person), person.today()
    begin = session.interview.on if session.interview else today + timedelta(days=1)
    room = Room(today, person.practice_minutes, person.problems.taken(begin))
    moves = [
        Move(problem, room.take(begin, problem.takes, urgent=problem.solved_on is None))
        for problem in session.left_over
    ]
    _store(moves)


def anew(person: User) -> list[Move]:
    """Every problem on the first day it may have, were all days free; nothing is stored.

    Reads the person's minutes, cap and break as they are set on the given object.
    """
    rows = person.problems.active().exclude(due=None).light()
    rows = list(rows.select_related("interview").prefetch_related("interview__rejections"))
    cards = _cards(person)
    room = Room(person.at_work_from(), person.practice_minutes)
    wanted = {row.pk: _wanted(row, person, cards[row.pk]) for row in rows}
    return [
        Move(row, room.take(wanted[row.pk], row.takes, urgent=cards[row.pk].is_urgent))
        for row in sorted(rows, key=lambda row: (wanted[row.pk], row.pk))
    ]


@transaction.atomic
def make_anew(person: User) -> None:
    _store(anew(person))


def _store(moves: list[Move]) -> None:
    """Only where nobody graded it, put it off or paused it since the plan was made."""
    alike = defaultdict(list)
    for move in moves:
        if move.to != move.problem.due:
            alike[move.problem.due, move.problem.not_before, move.to].append(move.problem.pk)
    for (due, not_before, to), keys in alike.items():
        as_planned = Problem.objects.active().filter(pk__in=keys, due=due, not_before=not_before)
        as_planned.update(due=to, changed_at=timezone.now())


def _cards(person: User) -> dict[int, Card]:
    """By the key of the problem; a new one where it was never solved again."""
    histories: dict[int, list[tuple[date, int]]] = defaultdict(list)
    graded = Attempt.objects.filter(owner=person).graded().in_order()
    for problem, on, grade in graded.values_list("problem_id", "solved_on", "grade"):
        histories[problem].append((on, grade))
    cap_days = person.practice_cap_days
    found = {key: replay(history, cap_days) for key, history in histories.items()}
    return defaultdict(Card, found)


def _wanted(problem: Problem, person: User, card: Card) -> date:
    problem.owner = person
    due = card.due or min(problem.due, problem.first_day())
    return max(due, problem.not_before or due)
