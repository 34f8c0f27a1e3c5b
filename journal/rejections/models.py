from django.db import models
from django.db.models import Q

from journal.interviews.models import Interview
from journal.ownership.models import AliveQuerySet, Written, alive_manager


class RejectionQuerySet(AliveQuerySet):
    def open(self):
        return self.filter(closed_on=None)

    def moved_on(self):
        return self.exclude(closed_on=None)


class Rejection(Written):
    """They said no, or went silent. `closed_on` with `kept`: it was just kept, with no path."""

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
    told_on = models.DateField("when they told you")
    told_how = models.CharField(max_length=10, choices=Told, blank=True)
    stage = models.CharField(max_length=100, blank=True)
    message = models.TextField(blank=True)
    steps_aside = models.JSONField(default=list, blank=True)
    kept = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)
    look_back_on = models.DateField(null=True, blank=True)

    objects = alive_manager(RejectionQuerySet)

    class Meta(Written.Meta):
        indexes = [models.Index(fields=["owner", "closed_on", "told_on"])]
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
        ]
