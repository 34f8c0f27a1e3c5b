"""What a day of practice holds: read for one person or for many, in a query a kind."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, partial

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from journal.gaps.models import Gap
from journal.interviews.models import Interview, Round
from journal.practice import plan
from journal.practice.models import Problem
from journal.practice.rounds import KINDS

READ = ("owner_id", "title", "kind", "minutes", "due", "solved_on", "stability", "not_before")
READ += ("interview__employer_id", "changed_at")

Days = Mapping[int, tuple[User, date]]


@dataclass(frozen=True)
class Session:
    """`problems` in the order to solve them; `waiting` are due, and today has no room for them."""

    problems: list[Problem] = field(default_factory=list)
    waiting: list[Problem] = field(default_factory=list)
    solved: int = 0
    interview: plan.Announced | None = None
    prepare: Callable[[], plan.Preparation] | None = None

    @cached_property
    def preparation(self) -> plan.Preparation | None:
        """Looking days ahead takes a moment: only who asks for it waits."""
        return self.prepare and self.prepare()

    @property
    def left_over(self) -> list[Problem]:
        """Of those that wait, the ones that no day before the interview holds either."""
        days = self.preparation.days if self.preparation else ()
        planned = {each.key for day in days for each in day.problems}
        return [problem for problem in self.waiting if problem.pk not in planned]

    @property
    def minutes(self) -> int:
        return sum(problem.takes for problem in self.problems)

    @property
    def first(self) -> Problem | None:
        return self.problems[0] if self.problems else None

    def say(self, rows: Iterable[Problem]) -> None:
        """Have each row of a list say what today holds for it."""
        chosen = {problem.pk for problem in self.problems}
        waiting = {problem.pk for problem in self.waiting}
        for row in rows:
            if row.pk in chosen:
                row.today = "for today"
            elif row.pk in waiting:
                row.today = "due, and waits for a day with room"


def session_of(person: User) -> Session:
    """Today's, of one person; on a break it is empty."""
    if person.on_a_break():
        return Session()
    return sessions({person.pk: (person, person.today())})[person.pk]


def sessions(days: Days) -> dict[int, Session]:
    """By the person's key."""
    announced = _announced(days)
    problems = _problems(days, preparing=announced)
    solved = _solved(days)
    return {
        owner: _session(
            problems[owner],
            announced.get(owner, []),
            on,
            plan.Pace(person.practice_minutes, sum(solved[owner])),
            len(solved[owner]),
        )
        for owner, (person, on) in days.items()
    }


def _session(rows, interviews, on, pace, solved) -> Session:
    by_key = {row.pk: row for row in rows}
    scheduled = [as_scheduled(row) for row in rows]
    chosen = plan.of_a_day(scheduled, interviews, on, pace)
    keys = {each.key for each in chosen}
    due = [row for row in rows if row.due <= on and row.solved_on != on]
    interview = plan.before(interviews, on)
    return Session(
        problems=[by_key[each.key] for each in chosen],
        waiting=[row for row in due if row.pk not in keys],
        solved=solved,
        interview=interview,
        prepare=interview and partial(plan.prepare, scheduled, interview, on, pace),
    )


def as_scheduled(row: Problem) -> plan.Scheduled:
    return plan.Scheduled(
        key=row.pk,
        minutes=row.takes,
        due=row.due,
        solved_on=row.solved_on,
        stability=row.stability,
        employer=row.interview.employer_id if row.interview else None,
        kind=row.kind,
        open_gap=row.open_gap,
        not_before=row.not_before,
    )


def _problems(days: Days, preparing) -> dict[int, list[Problem]]:
    """What is due, and of who prepares for an interview all that is scheduled."""
    due = Q(due__lte=max(on for _, on in days.values())) | Q(owner__in=preparing)
    open_gap = Exists(Gap.objects.gaps().open().filter(problems=OuterRef("pk")))
    rows = Problem.objects.active().filter(due, owner__in=days, due__isnull=False)
    rows = rows.select_related("interview").annotate(open_gap=open_gap).only(*READ)
    by_owner: dict[int, list[Problem]] = defaultdict(list)
    for row in rows.order_by("due", "pk"):
        by_owner[row.owner_id].append(row)
    return by_owner


def _solved(days: Days) -> dict[int, list[int]]:
    """The minutes of what each person solved on their day."""
    by_owner: dict[int, list[int]] = defaultdict(list)
    rows = Problem.objects.filter(owner__in=days, solved_on__gte=min(on for _, on in days.values()))
    for row in rows.only("owner_id", "solved_on", "minutes"):
        if row.solved_on == days[row.owner_id][1]:
            by_owner[row.owner_id].append(row.takes)
    return by_owner


def _announced(days: Days) -> dict[int, list[plan.Announced]]:
    """The interviews that are near, of each person; what is on one day is one."""
    found: dict[tuple[int, date], list[Round]] = defaultdict(list)
    first, last = (edge(on for _, on in days.values()) for edge in (min, max))
    rounds = Round.objects.near(first, last + timedelta(days=plan.DAYS_BEFORE))
    rounds = rounds.filter(owner__in=days, interview__outcome=Interview.Outcome.OPEN)
    for round_ in rounds.select_related("interview"):
        person, _ = days[round_.owner_id]
        found[round_.owner_id, round_.day_in(person.zone)].append(round_)
    by_owner: dict[int, list[plan.Announced]] = defaultdict(list)
    for (owner, on), of_a_day in found.items():
        employers = frozenset(each.interview.employer_id for each in of_a_day)
        kinds = frozenset(KINDS[each.kind] for each in of_a_day if each.kind in KINDS)
        by_owner[owner].append(plan.Announced(on, employers, kinds))
    return by_owner
