"""Where a thing stands in the journal."""

from operator import attrgetter

from django.urls import reverse

from journal.models import (
    Action,
    Attempt,
    Closing,
    Contact,
    Drawing,
    Employer,
    Evidence,
    Feedback,
    FeedbackRequest,
    Gap,
    Interview,
    Perspective,
    Problem,
    Rejection,
    Round,
    Verdict,
    Wording,
)
from journal.ownership.models import Owned

# The page, and whose key it asks for.
PAGES = {
    Employer: ("employers:detail", "pk"),
    Round: ("interviews:detail", "interview_id"),
    Contact: ("interviews:detail", "interview_id"),
    Rejection: ("path:page", "pk"),
    Perspective: ("perspective:page", "rejection_id"),
    Gap: ("gaps:detail", "pk"),
    Action: ("gaps:detail", "gap_id"),
    Problem: ("practice:problem", "pk"),
    Attempt: ("practice:problem", "problem_id"),
    Wording: ("feedback:wording", "pk"),
    Closing: ("closing:page", "rejection_id"),
}
# The page on the path of a rejection, and of which interview.
ON_A_PATH = {
    Interview: ("path:page", attrgetter("pk")),
    FeedbackRequest: ("feedback:ask", attrgetter("interview_id")),
    Feedback: ("gaps:learn", attrgetter("interview_id")),
    Evidence: ("gaps:learn", attrgetter("feedback.interview_id")),
    Verdict: ("judging:page", attrgetter("interview_id")),
}


def place_of(row: Owned) -> str:
    if type(row) in PAGES:
        name, key = PAGES[type(row)]
        return reverse(name, args=[getattr(row, key)])
    if type(row) in ON_A_PATH:
        name, interview = ON_A_PATH[type(row)]
        return _of_interview(row, name, interview(row))
    if isinstance(row, Drawing):
        return _of_attempt(row.attempt)
    return reverse("judging:priorities")


def _of_attempt(attempt: Attempt) -> str:
    """The desk, while it is in the making: side by side would show the earlier answers."""
    if attempt.grade is None:
        return reverse("practice:solve", args=[attempt.problem_id])
    return reverse("practice:compare", args=[attempt.pk])


def _of_interview(row: Owned, name: str, interview: int) -> str:
    """The page of its rejection, or the interview where it has none."""
    rejection = Rejection.objects.filter(owner=row.owner_id, interview=interview).first()
    if rejection:
        return reverse(name, args=[rejection.pk])
    return reverse("interviews:detail", args=[interview])
