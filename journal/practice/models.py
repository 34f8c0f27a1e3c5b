from django.db import models
from django.db.models import Q

from journal.gaps.models import Gap
from journal.interviews.models import Interview, Round, within
from journal.ownership.models import AliveQuerySet, Written, alive_manager, rendering


class ProblemQuerySet(AliveQuerySet):
    def active(self):
        return self.filter(paused=False, retired_on=None)

    def due(self, on):
        return self.active().filter(due__lte=on)


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
    they_care_about = models.CharField(max_length=300, blank=True)
    want_this_work = models.CharField(max_length=5, choices=Wanted, blank=True)
    state = models.PositiveSmallIntegerField(null=True, editable=False)
    stability = models.FloatField(null=True, editable=False)
    difficulty = models.FloatField(null=True, editable=False)
    due = models.DateField(null=True, blank=True)
    solved_on = models.DateField("last solved", null=True, editable=False)
    paused = models.BooleanField(default=False)
    retired_on = models.DateField(null=True, blank=True)

    objects = alive_manager(ProblemQuerySet)
    prose = ("question", "answered", "went_wrong")

    class Meta(Written.Meta):
        indexes = [models.Index(fields=["owner", "due"])]


class AttemptQuerySet(AliveQuerySet):
    def graded(self):
        return self.exclude(grade=None)


class Attempt(Written):
    """Solving a problem again. It has no grade until I have compared it with my earlier answers."""

    class Grade(models.IntegerChoices):
        NOT_YET = 1, "Not yet"
        WITH_EFFORT = 2, "With effort"
        WELL = 3, "Well"
        EASILY = 4, "Easily"

    problem = models.ForeignKey(Problem, models.CASCADE, related_name="attempts")
    text = models.TextField(blank=True)
    text_html = rendering()
    link = models.URLField(blank=True)
    language = models.CharField(max_length=30, blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    grade = models.PositiveSmallIntegerField(null=True, blank=True, choices=Grade)
    elsewhere = models.BooleanField(default=False)
    looked = models.BooleanField(default=False)
    next_time = models.CharField(max_length=300, blank=True)
    solved_on = models.DateField(null=True, blank=True)
    closes_gap = models.ForeignKey(
        Gap, models.SET_NULL, null=True, blank=True, related_name="closing_attempts"
    )

    objects = alive_manager(AttemptQuerySet)
    prose = ("text",)

    class Meta(Written.Meta):
        indexes = [models.Index(fields=["owner", "solved_on"])]
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
