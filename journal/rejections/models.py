from datetime import date

from django.db import models
from django.db.models import F, Q

from accounts.day_columns import DayColumn
from journal.dates import day
from journal.interviews.models import Interview
from journal.ownership.models import AliveQuerySet, Written, alive_manager
from journal.ownership.undo import Watch, noted, took_back

# Acts that can be taken back.
CLOSE, KEEP, REOPEN = "close", "keep", "reopen"


class RejectionQuerySet(AliveQuerySet):
    def open(self):
        return self.filter(closed_on=None)

    def moved_on(self):
        return self.exclude(closed_on=None)

    def latest_first(self):
        return self.order_by(F("told_on").desc(nulls_last=True), "-pk")


class Rejection(Written):
    """They said no, or went silent. `closed_on` with `kept`: it was just kept, with no path.

    Only a kept one may have no day, or be known `told_to_the_month`: its day is then the first;
    `told_to_the_year` beside it, and not even the month is known.
    """

    class Told(models.TextChoices):
        MAIL = "mail", "By e-mail"
        CALL = "call", "On a call"
        PORTAL = "portal", "In their portal"
        MESSAGE = "message", "In a message"
        IN_PERSON = "in_person", "In person"
        SILENCE = "silence", "They went silent"

    STAGES = (
        "Application",
        "Recruiter screen",
        "Technical screen",
        "Take-home",
        "Onsite or final rounds",
        "Team match",
        "Offer stage",
    )

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="rejections")
    told_on = DayColumn("when they told you", null=True, blank=True)
    told_to_the_month = models.BooleanField(default=False, editable=False)
    told_to_the_year = models.BooleanField(default=False, editable=False)
    told_how = models.CharField(max_length=10, choices=Told, blank=True)
    stage = models.CharField(max_length=100, blank=True)
    message = models.TextField(blank=True)
    steps_aside = models.JSONField(default=list, blank=True)
    kept = models.BooleanField(default=False)
    closed_on = DayColumn(null=True, blank=True)
    look_back_on = DayColumn(null=True, blank=True)

    objects = alive_manager(RejectionQuerySet)

    class Meta(Written.Meta):
        indexes = [*Written.Meta.indexes, models.Index(fields=["owner", "closed_on", "told_on"])]
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(
                fields=["interview"],
                condition=Q(trash_id=None),
                name="rejection_one_an_interview",
                violation_error_message="This interview has its rejection already.",
            ),
            models.CheckConstraint(
                condition=Q(kept=False) | Q(closed_on__isnull=False),
                name="rejection_kept_is_closed",
            ),
            models.CheckConstraint(
                condition=Q(told_to_the_year=False) | Q(told_to_the_month=True),
                name="rejection_year_has_no_month",
            ),
            models.CheckConstraint(
                condition=Q(kept=True) | Q(told_on__isnull=False),
                name="rejection_has_a_day",
                violation_error_message="Say on which day they told you.",
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.interview.known_as

    @property
    def told_when(self) -> str:
        """ "17 November"; "August 2025" or "2025" where no more is known; or "" """
        if self.told_on and self.told_to_the_year:
            return str(self.told_on.year)
        if self.told_on and self.told_to_the_month:
            return f"{self.told_on:%B %Y}"
        return day(self.told_on)

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def is_silent(self) -> bool:
        return self.interview.outcome == Interview.Outcome.GHOSTED

    def close(self, on: date) -> None:
        if not took_back(self.owner, REOPEN, self, since=on):
            with self._noted(CLOSE):
                self.store(closed_on=on)

    def keep(self, on: date) -> None:
        """File it under Moved on with no path and no reminders."""
        took_back(self.owner, REOPEN, self, since=on)
        if not self.kept:
            with self._noted(KEEP):
                self.store(kept=True, closed_on=self.closed_on or on)

    def undo_keep(self, today: date) -> None:
        if not took_back(self.owner, KEEP, self):
            self.reopen(today)

    def reopen(self, today: date) -> None:
        """Take up its path. One that was kept without a day is told today."""
        took_back(self.owner, KEEP, self)
        took_back(self.owner, CLOSE, self)
        if not self.is_open:
            with self._noted(REOPEN):
                self.store(kept=False, closed_on=None, told_on=self.told_on or today)

    def _noted(self, act: str):
        return noted(self.owner_id, act, self.uid, Watch.of(self, "kept", "closed_on", "told_on"))

    def toggle_aside(self, step: str) -> None:
        self.store(steps_aside=sorted(set(self.steps_aside) ^ {step}))

    def turned_down_before(self) -> int:
        """How many times else the same employer said no; silence is none."""
        others = self.owner.rejections.exclude(pk=self.pk)
        same = others.filter(interview__employer_id=self.interview.employer_id)
        return same.filter(interview__outcome=Interview.Outcome.REJECTED).count()
