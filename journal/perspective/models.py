from functools import partial

from django.db import models
from django.db.models import Q

from journal.interviews.models import within
from journal.ownership.models import Written, rendering
from journal.rejections.models import Rejection


class Feeling(models.IntegerChoices):
    AWFUL = 1, "Awful"
    LOW = 2, "Low"
    MIXED = 3, "Mixed"
    OKAY = 4, "Okay"
    GOOD = 5, "Good"


def feeling_field() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(null=True, blank=True, choices=Feeling)


class Perspective(Written):
    """Step 1: how it feels, and what the process could and could not see."""

    rejection = models.ForeignKey(Rejection, models.CASCADE, related_name="perspectives")
    feeling = feeling_field()
    words = models.TextField(blank=True)
    words_html = rendering()
    saw_technical = models.BooleanField("technical work", default=False)
    saw_team_fit = models.BooleanField("fit with the team", default=False)
    saw_seniority = models.BooleanField("seniority", default=False)
    not_seen = models.TextField(blank=True)
    not_seen_html = rendering()

    prose = ("words", "not_seen")
    LENSES = ("saw_technical", "saw_team_fit", "saw_seniority")

    class Meta(Written.Meta):
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(
                fields=["rejection"],
                condition=Q(trash_id=None),
                name="perspective_one_a_rejection",
            ),
            within("feeling", 1, 5, "perspective_feeling_in_range"),
        ]

    @property
    def looked_at(self) -> str:
        """ "Mostly looked at technical work."; "" where nothing is ticked."""
        ticked = filter(partial(getattr, self), self.LENSES)
        seen = [self._meta.get_field(name).verbose_name for name in ticked]
        if len(seen) == len(self.LENSES):
            return "Looked at work, team and level."
        return f"Mostly looked at {' and '.join(seen)}." if seen else ""
