from django.db import models
from django.db.models import Q

from journal.feedback.blanks import filled
from journal.feedback.letters import (
    Letter,
    LetterFacts,
    draft,
)
from journal.ownership.models import AliveQuerySet, Written, alive_manager, owner_key


class WordingQuerySet(AliveQuerySet):
    def of(self, facts: LetterFacts) -> Letter | None:
        """The letter in my own wording, where I keep one of its kind."""
        own = self.filter(kind=facts.kind).first()
        if own is None:
            return None
        letter = filled(Letter(own.subject, own.text), facts)
        subject = "" if facts.short else letter.subject or draft(facts).subject
        return letter._replace(subject=subject)


class Wording(Written):
    """My own wording of a kind of letter, with blanks for what differs: {name}, {role}."""

    class Kind(models.TextChoices):
        INTERVIEWER = "interviewer", "Asking an interviewer"
        RECRUITER = "recruiter", "Asking a recruiter"
        NUDGE = "nudge", "A nudge"
        THANKS = "thanks", "A thank-you"

    owner = owner_key("wordings")
    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()

    objects = alive_manager(WordingQuerySet)

    class Meta(Written.Meta):
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "kind"], condition=Q(trash_id=None), name="wording_one_a_kind"
            ),
        ]

    @property
    def known_as(self) -> str:
        return f"“{self.get_kind_display()}”"

    @property
    def has_subject(self) -> bool:
        return self.kind in {self.Kind.INTERVIEWER, self.Kind.RECRUITER}
