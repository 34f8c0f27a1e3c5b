from collections import Counter
from datetime import date

from django.db import models, transaction
from django.db.models import Case, F, Prefetch, Sum, Value, When
from django.db.models.functions import Coalesce, Concat

from accounts.day_columns import DayColumn
from journal.gaps.models import Evidence, Gap
from journal.interviews.models import Interview, Round
from journal.ownership.models import AliveQuerySet, InTrash, Written, alive_manager, rendering
from journal.ownership.text import quoted
from journal.ownership.undo import Watch, last, noted, took_back
from journal.practice import schedule
from journal.practice.attempt_models import Attempt
from journal.practice.returning import returns_on
from journal.practice.room import Room

# Acts that can be taken back.
SCHEDULE, LEAVE, REST, RESUME = "schedule", "leave", "rest", "resume"


class ProblemQuerySet(AliveQuerySet):
    TEXTS = ("question", "answered", "went_wrong")

    def active(self):
        return self.filter(paused=False, retired_on=None)

    def resting(self):
        return self.exclude(paused=False, retired_on=None)

    def due(self, on):
        return self.active().filter(due__lte=on)

    def coming(self, after):
        return self.active().filter(due__gt=after)

    def about(self, topic: str):
        """Those that carry a topic, as it is written (see topics.py)."""
        framed = Concat(Value(", "), "topics", Value(", "))
        return self.alias(framed=framed).filter(framed__contains=f", {topic}, ")

    def in_turn(self):
        """Those with a day first, the soonest and of one day the oldest; then the newest."""
        oldest_of_a_day = Case(When(due__isnull=False, then=F("pk")))
        return self.order_by(F("due").asc(nulls_last=True), oldest_of_a_day, "-pk")

    def taken(self, since: date) -> Counter[date]:
        """The minutes of each day from one on that are spoken for."""
        total = Sum(Coalesce("minutes", Value(Problem.USUAL_MINUTES)))
        days = self.active().filter(due__gte=since).order_by().values("due")
        return Counter(dict(days.annotate(total=total).values_list("due", "total")))

    def light(self):
        texts = [name for text in self.TEXTS for name in (text, f"{text}_html")]
        return self.defer(*texts)

    def listed(self):
        """With all that a line of a list shows, and none of the long texts."""
        solved = Prefetch("attempts", Attempt.objects.graded().in_order().light(), "solved")
        rows = self.select_related("interview__employer", "round").prefetch_related(solved)
        return rows.light()


class Problem(Written):
    """A question that was asked. `due` is the day it comes back; empty means unscheduled.

    `state`, `stability` (days) and `difficulty` (1 to 10) are the fsrs card's, as columns.
    """

    class Kind(models.TextChoices):
        CODING = "coding", "Coding"
        SYSTEM_DESIGN = "system_design", "System design"
        BEHAVIOURAL = "behavioural", "Behavioural"
        DOMAIN = "domain", "Domain knowledge"
        TAKE_HOME = "take_home", "Take-home"
        OTHER = "other", "Other"

    class Said(models.TextChoices):
        """How hard others say it is: a hint that no interview gives, shown only when asked for."""

        EASY = "easy", "Easy"
        MEDIUM = "medium", "Medium"
        HARD = "hard", "Hard"

    class Wanted(models.TextChoices):
        YES = "yes", "Yes"
        SOME = "some", "Partly"
        NO = "no", "No"

    interview = models.ForeignKey(
        Interview, models.CASCADE, null=True, blank=True, related_name="problems"
    )
    round = models.ForeignKey(
        Round, models.SET_NULL, null=True, blank=True, related_name="problems"
    )
    kind = models.CharField(max_length=15, choices=Kind, default=Kind.CODING)
    title = models.CharField(max_length=300)
    question = models.TextField(blank=True)
    question_html = rendering()
    answered = models.TextField(blank=True)
    answered_html = rendering()
    went_wrong = models.TextField(blank=True)
    went_wrong_html = rendering()
    gaps = models.ManyToManyField(Gap, blank=True, related_name="problems")
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.URLField("where it can be found", max_length=500, blank=True)
    topics = models.CharField(max_length=300, blank=True)
    said_to_be = models.CharField(max_length=6, choices=Said, blank=True)
    they_care_about = models.CharField(max_length=300, blank=True)
    want_this_work = models.CharField(max_length=5, choices=Wanted, blank=True)
    state = models.PositiveSmallIntegerField(null=True, editable=False)
    stability = models.FloatField(null=True, editable=False)
    difficulty = models.FloatField(null=True, editable=False)
    due = DayColumn(null=True, blank=True)
    not_before = DayColumn(null=True, blank=True)
    solved_on = DayColumn("last solved", null=True, editable=False)
    paused = models.BooleanField(default=False)
    retired_on = DayColumn(null=True, blank=True)

    objects = alive_manager(ProblemQuerySet)
    prose = ("question", "answered", "went_wrong")

    SCHEDULE = ["state", "stability", "difficulty", "due", "not_before", "solved_on"]
    SCHEDULE += ["paused", "retired_on"]
    USUAL_MINUTES = 20
    # What a session says of it today, where one was asked (session.py).
    today = ""

    class Meta(Written.Meta):
        indexes = [*Written.Meta.indexes, models.Index(fields=["owner", "due"])]

    @property
    def known_as(self) -> str:
        return quoted(self.title)

    @property
    def is_code(self) -> bool:
        return self.kind == self.Kind.CODING

    @property
    def is_told_in_parts(self) -> bool:
        """Situation, task, action, result."""
        return self.kind == self.Kind.BEHAVIOURAL

    @property
    def may_be_talked(self) -> bool:
        """Ten minutes of notes count."""
        return self.kind in {self.Kind.SYSTEM_DESIGN, self.Kind.BEHAVIOURAL}

    @property
    def is_resting(self) -> bool:
        return self.paused or self.retired_on is not None

    @property
    def card(self) -> schedule.Card:
        """As its graded attempts left it."""
        return self._card(self.history())

    def _card(self, history: list[tuple[date, int]]) -> schedule.Card:
        return schedule.replay(history, self.owner.practice_cap_days)

    def lock(self) -> None:
        """Take its schedule as it now stands; others who write it wait for this transaction."""
        locked = Problem.objects.select_for_update()
        try:
            self.refresh_from_db(fields=self.SCHEDULE, from_queryset=locked)
        except Problem.DoesNotExist as error:
            raise InTrash(repr(self)) from error

    @property
    def takes(self) -> int:
        """The minutes it is planned with."""
        return self.minutes or self.USUAL_MINUTES

    def history(self) -> list[tuple[date, int]]:
        return list(self.attempts.graded().in_order().values_list("solved_on", "grade"))

    @transaction.atomic
    def reschedule(self) -> None:
        """Set the day it comes back by all its graded attempts, whenever they were written down."""
        self.lock()
        card = self.card
        self.store(
            state=card.state,
            stability=card.stability,
            difficulty=card.difficulty,
            due=self._returns_on(card, self.room()),
            solved_on=card.last_solved,
        )

    def follows_attempts(self) -> bool:
        card = self.card
        stored = (self.state, self.stability, self.difficulty, self.solved_on)
        return stored == (card.state, card.stability, card.difficulty, card.last_solved)

    @transaction.atomic
    def follow_attempts(self) -> None:
        """An attempt is gone, or back. It stays in practice, or out of it, as it is."""
        self.lock()
        card, was_due = self.card, self.due
        self.store(
            state=card.state,
            stability=card.stability,
            difficulty=card.difficulty,
            solved_on=card.last_solved,
        )
        if was_due:
            due = self._returns_on(card, self.room())
            self.store(due=due or max(self.first_day(), self.not_before or date.min))

    def _returns_on(self, card: schedule.Card, room: Room) -> date | None:
        cap_days = self.owner.practice_cap_days
        return returns_on(card, room, self.takes, self.not_before, cap_days)

    def room(self) -> Room:
        """The room there is besides it."""
        begin = self.owner.at_work_from()
        others = self.owner.problems.exclude(pk=self.pk)
        return Room(begin, self.owner.practice_minutes, others.taken(begin))

    def bring_back(self) -> None:
        """Schedule it: two days after the rejection, full or not, or as its attempts left it."""
        if took_back(self.owner, LEAVE, self, since=self.owner.today()):
            return
        due = self._returns_on(self.card, self.room())
        with noted(self.owner_id, SCHEDULE, self.uid, Watch.of(self, "due")):
            self.store(due=due or max(self.first_day(), self.not_before or date.min))

    def first_day(self) -> date:
        """Where it was never solved again."""
        rejections = self.interview.rejections.all() if self.interview else ()
        rejection = next(iter(rejections), None)
        told_on = (rejection and rejection.told_on) or self.owner.day_of(self.created_at)
        return schedule.first_due(told_on, self.owner.at_work_from())

    def leave(self) -> None:
        """It does not come back, and nothing of it is lost."""
        if took_back(self.owner, SCHEDULE, self, since=self.owner.today()):
            return
        with noted(self.owner_id, LEAVE, self.uid, Watch.of(self, "due")):
            self.store(due=None)

    def snooze(self, until: date) -> None:
        """Not before that day. One that is not scheduled stays so."""
        if self.due is None:
            return
        self.not_before = until
        due = self.due if self.due >= until else self.room().find(until, self.takes, urgent=True)
        self.store(not_before=until, due=due)

    def pause(self) -> None:
        self._rest(paused=True)

    def retire(self, today: date) -> None:
        self._rest(retired_on=today)

    def resume(self) -> None:
        """As it was before it was laid aside, where that is known."""
        while self.is_resting and took_back(self.owner, REST, self):
            continue  # paused, and retired after that
        if self.is_resting:
            with self._noted(RESUME):
                self.store(paused=False, retired_on=None)

    def _rest(self, **columns) -> None:
        """So again as it was, where it was taken up today by mistake."""
        taken_up = last(self.owner, RESUME, self.uid, since=self.owner.today())
        was = {name for _, _, changed in taken_up.changes for name in changed} if taken_up else ()
        if {*columns} == {*was} and took_back(self.owner, RESUME, self):
            return
        with self._noted(REST):
            self.store(**columns)

    def _noted(self, act: str):
        return noted(self.owner_id, act, self.uid, Watch.of(self, "paused", "retired_on"))

    def days_by_grade(self, on: date) -> dict[int, date]:
        """The day on which each grade would bring it back, were it solved on a day."""
        history, room = self.history(), self.room()
        return {
            grade: self._returns_on(self._card([*history, (on, grade)]), room)
            for grade in schedule.GRADES
        }

    def unfinished(self) -> Attempt | None:
        return self.attempts.filter(grade=None).first()

    def has_earlier_answer(self) -> bool:
        """Given in the interview, or when it was solved again."""
        return bool(self.answered.strip()) or self.attempts.graded().with_an_answer().exists()

    def has_something_earlier(self) -> bool:
        """To look at beside mine: an answer, or what went wrong."""
        return bool(self.went_wrong.strip()) or self.has_earlier_answer()

    def quotes(self):
        """What was said that named its gaps; said in the same interview first."""
        here = When(feedback__interview=self.interview_id, then=Value(0))
        said = Evidence.objects.filter(gap__problems=self)
        nearest = Case(here, default=Value(1)) if self.interview_id else Value(1)
        return said.order_by(nearest, "-feedback__received_on", "start", "pk")
