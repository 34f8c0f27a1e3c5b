from django.db import models
from django.db.models import F, Q

from journal.feedback.models import Feedback
from journal.interviews.models import Round
from journal.ownership.models import AliveQuerySet, Named, Owned, alive_manager, owner_key


class GapQuerySet(AliveQuerySet):
    def gaps(self):
        return self.filter(is_strength=False)

    def strengths(self):
        return self.filter(is_strength=True)

    def open(self):
        return self.filter(closed_on=None)


class Gap(Named):
    """A gap, or its other side: a strength. It gathers evidence across rejections."""

    class Kind(models.TextChoices):
        TECHNICAL = "technical", "Technical"
        COMMUNICATION = "communication", "Communication"
        TEAM_FIT = "team_fit", "Team fit"
        SENIORITY = "seniority", "Seniority"

    kind = models.CharField(max_length=15, choices=Kind, default=Kind.TECHNICAL)
    is_strength = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)
    closed_by_round = models.ForeignKey(
        Round, models.SET_NULL, null=True, blank=True, related_name="closed_gaps"
    )

    objects = alive_manager(GapQuerySet)

    class Meta(Named.Meta):
        indexes = [models.Index(fields=["owner", "is_strength", "closed_on"])]
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "is_strength", "name_key"],
                condition=Q(trash_id=None),
                name="gap_name_unique",
                violation_error_message="You already have one of this name.",
            ),
        ]


class Evidence(Owned):
    """A quote of a feedback, to a gap or a strength, or set aside with a reason.

    `start` and `end` count Unicode code points of the feedback's text; `before` and `after`
    are what stands around the quote, so that it is found again when the text is edited.
    """

    class Aside(models.TextChoices):
        MISMATCH = "mismatch", "A mismatch: their stack, level or ways"
        DISAGREE = "disagree", "I disagree"
        NOTHING = "nothing", "Nothing to act on"
        ABOUT_THEM = "about_them", "About them"

    owner = owner_key("evidence")
    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="evidence")
    gap = models.ForeignKey(Gap, models.CASCADE, null=True, blank=True, related_name="evidence")
    aside = models.CharField(max_length=12, choices=Aside, blank=True)
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    before = models.CharField(max_length=64, blank=True)
    after = models.CharField(max_length=64, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta(Owned.Meta):
        ordering = ["start", "pk"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(gap__isnull=True) ^ Q(aside=""), name="evidence_gap_or_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="evidence_quotes_something"
            ),
        ]


class Action(Owned):
    """What I will practise or read for a gap, and by when."""

    gap = models.ForeignKey(Gap, models.CASCADE, related_name="actions")
    text = models.CharField(max_length=300)
    by = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
