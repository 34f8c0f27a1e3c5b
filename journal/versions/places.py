"""Where each kind of text is written: there an earlier one is brought back to."""

from collections.abc import Callable

from django.http import Http404
from django.urls import reverse

from journal.closing.models import Closing
from journal.employers.models import Employer
from journal.feedback.models import Feedback
from journal.feedback.request_models import FeedbackRequest
from journal.feedback.wording_models import Wording
from journal.interviews.models import Interview, Round
from journal.judging.models import Verdict
from journal.ownership.models import Version, Written
from journal.perspective.models import Perspective
from journal.practice.attempt_models import Attempt
from journal.practice.models import Problem
from journal.rejections.models import Rejection


def _desk(attempt: Attempt) -> str:
    if attempt.grade is None:
        return reverse("practice:solve", args=[attempt.problem_id])
    return reverse("practice:problem", args=[attempt.problem_id])


def _judging(verdict: Verdict) -> str:
    rejection = verdict.interview.rejections.first()
    if rejection is None:
        return reverse("interviews:detail", args=[verdict.interview_id])
    return reverse("judging:page", args=[rejection.pk])


# The address at which a row's texts are written.
WRITTEN_AT: dict[type[Written], Callable[[Written], str]] = {
    Employer: lambda row: reverse("employers:edit", args=[row.pk]),
    Interview: lambda row: reverse("interviews:edit", args=[row.pk]),
    Round: lambda row: reverse("interviews:edit_round", args=[row.pk]),
    Rejection: lambda row: reverse("rejections:edit", args=[row.pk]),
    Perspective: lambda row: reverse("perspective:page", args=[row.rejection_id]),
    FeedbackRequest: lambda row: reverse("feedback:letter", args=[row.pk]),
    Wording: lambda row: reverse("feedback:wording", args=[row.pk]),
    Feedback: lambda row: reverse("feedback:edit", args=[row.pk]),
    Problem: lambda row: reverse("practice:edit", args=[row.pk]),
    Attempt: _desk,
    Verdict: _judging,
    Closing: lambda row: reverse("closing:page", args=[row.rejection_id]),
}
KINDS = {model.__name__.lower(): model for model in WRITTEN_AT}


def address(row: Written) -> str:
    return WRITTEN_AT[type(row)](row)


def find(person, kind: str, pk: int, field: str) -> Written:
    """The row whose text it is. Raises Http404 where there is none of this person's."""
    model = KINDS.get(kind)
    row = model and field in _texts(model) and model.objects.filter(owner=person, pk=pk).first()
    if not row:
        raise Http404
    return row


def find_of(version: Version) -> Written:
    """The row that a version was a text of. Raises Http404 where it is gone, or in the trash."""
    model = KINDS.get(version.kind.lower())
    row = model and model.objects.filter(owner=version.owner_id, uid=version.of).first()
    if not row or version.field not in _texts(model):
        raise Http404
    return row


def _texts(model: type[Written]) -> set[str]:
    """The fields that hold a text somebody types."""
    fields = model._meta.concrete_fields
    return {
        each.name for each in fields if each.get_internal_type() == "TextField" and each.editable
    }
