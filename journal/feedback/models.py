from django.db import models
from django.db.models import Q

from journal.interviews.models import Contact, Interview, Round, within
from journal.ownership.models import AliveQuerySet, Written, alive_manager, owner_key


class FeedbackRequestQuerySet(AliveQuerySet):
    def waiting(self):
        """Asked or nudged, with no answer yet."""
        state = FeedbackRequest.State
        return self.filter(state__in=[state.ASKED, state.NUDGED])


class FeedbackRequest(Written):
    """A request for written feedback: its letter and its life."""

    class State(models.TextChoices):
        DRAFTED = "drafted", "Drafted"
        ASKED = "asked", "Asked"
        NUDGED = "nudged", "Nudged"
        RECEIVED = "received", "Received"
        REFUSED = "refused", "Refused"
        NO_ANSWER = "no_answer", "No answer"
        NOBODY = "nobody", "Nobody to ask"

    class Channel(models.TextChoices):
        MAIL = "mail", "E-mail"
        LINKEDIN = "linkedin", "LinkedIn"
        OTHER = "other", "Another way"

    owner = owner_key("feedback_requests")
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="feedback_requests")
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="feedback_requests"
    )
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.MAIL)
    subject = models.CharField(max_length=200, blank=True)
    letter = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFTED)
    asked_on = models.DateField(null=True, blank=True)
    nudge_on = models.DateField(null=True, blank=True)
    nudged_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    objects = alive_manager(FeedbackRequestQuerySet)

    class Meta(Written.Meta):
        indexes = [models.Index(fields=["owner", "state", "nudge_on"])]
        constraints = [
            *Written.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state__in=["asked", "nudged"]) | Q(asked_on__isnull=False),
                name="feedbackrequest_asked_has_a_day",
                violation_error_message="Say on which day you asked.",
            ),
        ]


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
    received_on = models.DateField()
    text = models.TextField()
    usefulness = models.PositiveSmallIntegerField(null=True, blank=True, choices=Usefulness)

    objects = alive_manager(FeedbackQuerySet)

    class Meta(Written.Meta):
        indexes = [models.Index(fields=["owner", "received_on"])]
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
