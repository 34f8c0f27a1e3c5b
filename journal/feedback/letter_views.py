from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from journal.feedback import posting
from journal.feedback.letter_forms import EditLetter, FollowUp, PostLetter, SendLetter
from journal.feedback.letter_page import KEEP, as_file, keep, letter_page
from journal.feedback.letters import Letter, Occasion
from journal.feedback.pages import found, requests
from journal.feedback.posting import NotSent
from journal.feedback.request_models import FeedbackRequest
from journal.ownership.deleting import to_trash


def letter(request, pk):
    """Read it in every state; edit it while it is a draft."""
    feedback_request, rejection = found(requests(request), request, pk)
    form = EditLetter(request.POST or None, instance=feedback_request, owner=request.user)
    if form.is_valid():
        row = form.save()
        if KEEP in request.POST:
            keep(request, row, Letter(row.subject, row.letter), row.facts())
        return redirect("feedback:letter", pk)
    return letter_page(request, rejection, form)


@require_POST
def post(request, pk):
    """By this server: the letter while it is a draft, after that the nudge or the thanks."""
    row, rejection = found(requests(request), request, pk)
    occasion, wanted = row.follow_up(), request.POST.get("send")
    try:
        if row.is_draft and wanted == Occasion.ASK:
            return _post_letter(request, row, rejection)
        if occasion and wanted == occasion:
            return _post_follow_up(request, row, rejection, occasion)
    except NotSent as refusal:
        messages.error(request, str(refusal))
    return redirect("feedback:letter", pk)


@require_POST
def asked(request, pk):
    feedback_request, rejection = found(requests(request), request, pk)
    form = SendLetter(request.POST, instance=feedback_request, owner=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, f"{feedback_request.life}.")
        return redirect("path:page", rejection.pk)
    return letter_page(request, rejection, form)


@require_POST
def refused(request, pk):
    feedback_request, rejection = found(requests(request), request, pk)
    feedback_request.refuse(request.user.today())
    return redirect("path:page", rejection.pk)


@require_POST
def no_answer(request, pk):
    feedback_request, rejection = found(requests(request), request, pk)
    feedback_request.end_without_answer()
    return redirect("path:page", rejection.pk)


@require_POST
def again(request, pk):
    """Take the last word back."""
    feedback_request, _ = found(requests(request), request, pk)
    feedback_request.wait_again()
    return redirect("feedback:letter", pk)


@require_POST
def drop(request, pk):
    """Into the trash; that there is nobody to ask holds no word and is simply taken back."""
    feedback_request, rejection = found(requests(request), request, pk)
    if feedback_request.state == FeedbackRequest.State.NOBODY:
        feedback_request.delete()
    else:
        to_trash(request, feedback_request)
    return redirect("feedback:ask", rejection.pk)


@require_safe
def eml(request, pk):
    feedback_request, _ = found(requests(request), request, pk)
    letter = Letter(feedback_request.subject, feedback_request.letter)
    return as_file(request, feedback_request, letter, "letter.eml")


def _post_letter(request, row, rejection):
    form = PostLetter(request.POST, instance=row, owner=request.user)
    if not form.is_valid():
        return letter_page(request, rejection, form)
    form.save()
    messages.success(request, form.said)
    return redirect("path:page", rejection.pk)


def _post_follow_up(request, row, rejection, occasion):
    form = FollowUp(request.POST, instance=row, owner=request.user, occasion=occasion)
    if not form.is_valid():
        letter_form = EditLetter(instance=row, owner=request.user)
        return letter_page(request, rejection, letter_form, words=form)
    row = form.save()
    said = posting.post(row, occasion, row.next_letter(occasion))
    if occasion == Occasion.NUDGE:
        row.nudge(request.user.today())
    messages.success(request, said)
    return redirect("path:page", rejection.pk)
