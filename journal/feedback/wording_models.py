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
    def of_kind(self, facts: LetterFacts):
        """What it is for, to whom and which way: at most one."""
        return self.filter(kind=facts.kind, short=facts.short)

    def of(self, facts: LetterFacts) -> Letter | None:
        """The letter in my own wording, where I keep one of its kind."""
        own = self.of_kind(facts).first()
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
        INTERVIEWER_CALL = "interviewer_call", "Yes to an interviewer’s call"
        RECRUITER_CALL = "recruiter_call", "Yes to a recruiter’s call"
        INTERVIEWER_NUDGE = "interviewer_nudge", "A nudge to an interviewer"
        RECRUITER_NUDGE = "recruiter_nudge", "A nudge to a recruiter"
        INTERVIEWER_THANKS = "interviewer_thanks", "A thank-you to an interviewer"
        RECRUITER_THANKS = "recruiter_thanks", "A thank-you to a recruiter"

    owner = owner_key("wordings")
    kind = models.CharField(max_length=20, choices=Kind)
    # As LinkedIn has it: with no subject, and seen whole on a phone.
    short = models.BooleanField(default=False)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()

    objects = alive_manager(WordingQuerySet)

    class Meta(Written.Meta):
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "kind", "short"],
                condition=Q(trash_id=None),
                name="wording_one_a_kind",
            ),
        ]

    @property
    def says(self) -> str:
        """ "Asking an interviewer, on LinkedIn" """
        return f"{self.get_kind_display()}{', on LinkedIn' if self.short else ''}"

    @property
    def known_as(self) -> str:
        return f"“{self.says}”"

    @property
    def asks(self) -> bool:
        """A first letter; no nudge, and no thanks."""
        return not self.kind.endswith(("_nudge", "_thanks"))

    @property
    def has_subject(self) -> bool:
        return self.asks and not self.short
