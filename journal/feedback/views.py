from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.feedback.forms import EditFeedback, RateFeedback, WriteDownCall, WriteDownFeedback
from journal.feedback.own_reading import OwnReading
from journal.feedback.pages import form_page, found, named_request, rejections
from journal.ownership.deleting import to_trash


def add(request, pk):
    rejection = get_object_or_404(rejections(request), pk=pk)
    answers = named_request(request, rejection)
    form = WriteDownFeedback(
        request.POST or None,
        owner=request.user,
        interview=rejection.interview,
        answers=answers,
    )
    if form.is_valid():
        form.save()
        return redirect("gaps:learn", rejection.pk)
    return form_page(request, "feedback/add.html", rejection, form)


def call(request, pk):
    rejection = get_object_or_404(rejections(request), pk=pk)
    form = WriteDownCall(request.POST or None, owner=request.user, interview=rejection.interview)
    if form.is_valid():
        form.save()
        return redirect("gaps:learn", rejection.pk)
    return form_page(request, "feedback/call.html", rejection, form)


def own_reading(request, pk):
    rejection = get_object_or_404(rejections(request), pk=pk)
    if request.method == "POST":
        return _write_own_reading(request, rejection)
    form = OwnReading(owner=request.user, interview=rejection.interview)
    return form_page(request, "feedback/own_reading.html", rejection, form)


@transaction.atomic
def _write_own_reading(request, rejection):
    # One at a time: two tabs that begin with empty boxes must not both fill them.
    interview = request.user.interviews.select_for_update().get(pk=rejection.interview_id)
    form = OwnReading(request.POST, owner=request.user, interview=interview)
    if form.is_valid():
        form.save()
        for feedback in form.emptied():
            to_trash(request, feedback)
        return redirect("gaps:learn", rejection.pk)
    return form_page(request, "feedback/own_reading.html", rejection, form)


def edit(request, pk):
    feedback, rejection = found(_feedback(request), request, pk)
    if feedback.is_own:
        return redirect("feedback:own_reading", rejection.pk)
    form = EditFeedback(request.POST or None, instance=feedback, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("gaps:learn", rejection.pk)
    return form_page(request, "feedback/edit.html", rejection, form, feedback=feedback)


def delete(request, pk):
    """Ask on GET; on POST put it in the trash, with the evidence that hangs on it."""
    feedback, rejection = found(_feedback(request), request, pk)
    if request.method == "POST":
        to_trash(request, feedback)
        return redirect("path:page", rejection.pk)
    context = {"feedback": feedback, "rejection": rejection, "marked": feedback.evidence.count()}
    return render(request, "feedback/delete.html", context)


@require_POST
def usefulness(request, pk):
    feedback, rejection = found(_feedback(request), request, pk)
    form = RateFeedback(request.POST, instance=feedback, owner=request.user)
    if form.is_valid():
        form.save()
    else:
        messages.error(request, "Choose one of the three: not, somewhat, or useful.")
    place = f"useful-{feedback.pk}"
    return redirect(reverse("gaps:learn", args=[rejection.pk], fragment=place))


def _feedback(request):
    return request.user.feedback.select_related("contact", "interview")
