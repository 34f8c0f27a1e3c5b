from django.db import models
from django.db.models import Q

from accounts.day_columns import DayColumn
from journal.feedback.request_models import FeedbackRequest
from journal.interviews.models import Contact, Interview, Round, within
from journal.ownership.models import AliveQuerySet, Written, alive_manager, owner_key
from journal.ownership.text import quoted


class FeedbackQuerySet(AliveQuerySet):
    def told(self):
        """What others said, my own reading apart."""
        return self.exclude(source=Feedback.Source.OWN)

    def own_reading(self):
        return self.filter(source=Feedback.Source.OWN)


class Feedback(Written):
    """What was said of me, verbatim and never Markdown; or my own reading, an aspect a row."""

    class Source(models.TextChoices):
        INTERVIEWER = "interviewer", "An interviewer, in writing"
        RECRUITER = "recruiter", "A recruiter's summary"
        CALL = "call", "A call"
        OWN = "own", "My own reading"

    class Aspect(models.TextChoices):
        CHANGE = "change", "What I would change"
        KEEP = "keep", "What I would keep"
        HANDS = "hands", "What was not in my hands"

    class Usefulness(models.IntegerChoices):
        NOT = 1, "Not useful"
        SOME = 2, "Somewhat useful"
        VERY = 3, "Useful"

    owner = owner_key("feedback")
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="feedback")
    request = models.ForeignKey(
        FeedbackRequest, models.SET_NULL, null=True, blank=True, related_name="feedback"
    )
    round = models.ForeignKey(
        Round, models.SET_NULL, null=True, blank=True, related_name="feedback"
    )
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="feedback"
    )
    source = models.CharField(max_length=12, choices=Source)
    aspect = models.CharField(max_length=10, choices=Aspect, blank=True)
    received_on = DayColumn()
    text = models.TextField()
    # In a call: mine, and no word of theirs.
    to_ask = models.TextField("what I wanted to ask", blank=True)
    usefulness = models.PositiveSmallIntegerField(null=True, blank=True, choices=Usefulness)

    objects = alive_manager(FeedbackQuerySet)

    class Meta(Written.Meta):
        indexes = [*Written.Meta.indexes, models.Index(fields=["owner", "received_on"])]
        constraints = [
            *Written.Meta.constraints,
            within("usefulness", 1, 3, "feedback_usefulness_in_range"),
            models.CheckConstraint(
                condition=Q(source="own") ^ Q(aspect=""), name="feedback_own_has_an_aspect"
            ),
            models.UniqueConstraint(
                fields=["interview", "aspect"],
                condition=Q(trash_id=None) & ~Q(aspect=""),
                name="feedback_one_an_aspect",
            ),
        ]

    @property
    def known_as(self) -> str:
        return quoted(self.text)

    def after_text_change(self) -> None:
        """The quotes move along with their words."""
        self.evidence.follow(self.text)

    def would_lose(self, name: str, before: str, after: str) -> list:
        """The quotes that stand in its text before, and not after."""
        quotes = self.evidence.all() if name == "text" else ()
        return [each for each in quotes if each.stands_in(before) and not each.stands_in(after)]

    @property
    def is_own(self) -> bool:
        return self.source == self.Source.OWN

    @property
    def usefulness_choices(self) -> list[tuple[int, str]]:
        return self.Usefulness.choices

    @property
    def by_whom(self) -> str:
        """ "Maria Ortega, an interviewer, in writing", with the name where it is known."""
        label = self.get_source_display()
        if self.contact is None:
            return label
        return f"{self.contact.name}, {label[:1].lower()}{label[1:]}"
