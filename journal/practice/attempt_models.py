from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.day_columns import DayColumn
from journal.gaps.models import Gap
from journal.interviews.models import within
from journal.ownership.models import AliveQuerySet, Written, alive_manager, rendering
from journal.ownership.undo import Watch, last, peek, take_back, worked_out_anew

# An act that can be taken back; `of` is the attempt.
GRADE = "grade"


class AttemptQuerySet(AliveQuerySet):
    def graded(self):
        return self.exclude(grade=None)

    def in_order(self):
        return self.order_by("solved_on", "pk")

    def with_an_answer(self):
        """In words, in code, drawn, or behind a link."""
        answer = ~Q(link="") | Q(drawings__isnull=False, drawings__trash_id=None)
        for name in Attempt.prose:
            answer |= Q(**{f"{name}__regex": r"\S"})
        return self.filter(answer).distinct()

    def light(self):
        return self.defer(*Attempt.prose, *(f"{name}_html" for name in Attempt.prose))


class Attempt(Written):
    """Solving a problem again. It has no grade until I have compared it with my earlier answers."""

    class Grade(models.IntegerChoices):
        NOT_YET = 1, "Not yet"
        WITH_EFFORT = 2, "With effort"
        WELL = 3, "Well"
        EASILY = 4, "Easily"

    # Of an answer to a behavioural question, in the order they are told.
    PARTS = ("situation", "task", "action", "result")

    problem = models.ForeignKey("journal.Problem", models.CASCADE, related_name="attempts")
    text = models.TextField(blank=True)
    text_html = rendering()
    situation = models.TextField(blank=True)
    situation_html = rendering()
    task = models.TextField(blank=True)
    task_html = rendering()
    action = models.TextField(blank=True)
    action_html = rendering()
    result = models.TextField(blank=True)
    result_html = rendering()
    talked = models.BooleanField("talked through", default=False)
    link = models.URLField(blank=True)
    language = models.CharField(max_length=30, blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    grade = models.PositiveSmallIntegerField(null=True, blank=True, choices=Grade)
    elsewhere = models.BooleanField(default=False)
    looked = models.BooleanField(default=False)
    next_time = models.CharField(max_length=300, blank=True)
    solved_on = DayColumn(null=True, blank=True)
    closes_gap = models.ForeignKey(
        Gap, models.SET_NULL, null=True, blank=True, related_name="closing_attempts"
    )

    objects = alive_manager(AttemptQuerySet)
    prose = ("text", *PARTS)

    class Meta(Written.Meta):
        indexes = [*Written.Meta.indexes, models.Index(fields=["owner", "solved_on"])]
        constraints = [
            *Written.Meta.constraints,
            within("grade", 1, 4, "attempt_grade_in_range"),
            models.CheckConstraint(
                condition=Q(grade=None) | Q(solved_on__isnull=False),
                name="attempt_graded_has_a_day",
            ),
            models.UniqueConstraint(
                fields=["problem"],
                condition=Q(grade=None, trash_id=None),
                name="attempt_one_unfinished_a_problem",
            ),
        ]

    @property
    def known_as(self) -> str:
        return f"at {self.problem.known_as}"

    settles = ("state", "stability", "difficulty", "solved_on", "due")

    def settled(self):
        return self.problem if self.grade else None

    def settle(self) -> None:
        """When its problem comes back follows from the attempts there are."""
        if self.grade and not (self.trash_id and self._leave_as_before()):
            self.problem.follow_attempts()

    def is_unsettled(self, left: set[str]) -> bool:
        """Where only a day was chosen since, that stays chosen."""
        self.problem.lock()
        return bool(left) and not self.problem.follows_attempts()

    def _leave_as_before(self) -> bool:
        """Whether its problem is again what it was before this was graded, being the last."""
        note = last(self.owner, GRADE, self.uid)
        return note is not None and peek(note, self.problem.uid, self.settles)

    @property
    def minutes(self) -> int | None:
        return None if self.seconds is None else max(1, round(self.seconds / 60))

    @property
    def may_compare(self) -> bool:
        """My earlier answers stay hidden until mine is written, or I chose to look."""
        return self.grade is not None or self.looked or self.is_written

    @property
    def parts(self) -> list[str]:
        """Those of situation, task, action and result that are written."""
        return [name for name in self.PARTS if getattr(self, name).strip()]

    @property
    def is_written(self) -> bool:
        """There is a word of mine in it, or a drawing."""
        words = any(getattr(self, name).strip() for name in self.prose)
        return words or (self.pk is not None and self.drawings.exists())

    @transaction.atomic
    def ungrade(self) -> bool:
        """Take its grade back, so that another can be given. Only of the last one, left alone.

        With it goes what it did: to its problem, to those that made room for it, and to the gap it
        closed. What something else changed since stays.
        """
        self.problem.lock()
        others = self.problem.attempts.exclude(pk=self.pk)
        later = (
            Q(grade=None)
            | Q(solved_on__gt=self.solved_on)
            | Q(solved_on=self.solved_on, pk__gt=self.pk)
        )
        if others.filter(later).exists():
            return False
        if note := last(self.owner, GRADE, self.uid):
            self._take_back(note)
        else:
            self._ungrade_alone()
        return True

    def _take_back(self, note) -> None:
        left = {name for uid, name in take_back(note) if uid == str(self.problem.uid)}
        Attempt.objects.filter(pk=self.pk).update(grade=None, changed_at=timezone.now())
        if self.is_unsettled(left & {*self.settles}):
            watch = Watch.of(self.problem, *self.settles)
            worked_out_anew(note, watch, self.problem.follow_attempts)

    def _ungrade_alone(self) -> None:
        """One that was graded so long ago that what it did is not known any more."""
        Attempt.objects.filter(pk=self.pk).update(grade=None, changed_at=timezone.now())
        if self.closes_gap and self.closes_gap.closed_on == self.solved_on:
            self.closes_gap.reopen()
        self.problem.follow_attempts()
