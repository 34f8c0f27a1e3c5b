from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from journal.feedback import posting
from journal.feedback.letter_forms import EditLetter, FollowUp, SendLetter
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
    wanted = request.POST.get("send")
    if wanted in Occasion and row.is_owed(Occasion(wanted)):
        occasion = Occasion(wanted)
        form = _words(request, row, occasion)
        if not form.is_valid():
            return _words_page(request, rejection, form, occasion)
        try:
            posting.post(form.save(), occasion, _again(request))
        except NotSent as refusal:
            messages.error(request, str(refusal))
    return redirect("feedback:letter", pk)


@require_POST
def take_back(request, pk):
    """Before its turn has come: it stays here, to be sent in another way or not at all."""
    row, _ = found(requests(request), request, pk)
    wanted = request.POST.get("send")
    if wanted in Occasion:
        if posting.take_back(row, Occasion(wanted)):
            messages.success(request, "It was not sent. The letter is kept here.")
        else:
            messages.info(request, "It was too late for that. See below how it goes.")
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


def _words(request, row, occasion):
    if occasion == Occasion.ASK:
        return EditLetter(request.POST, instance=row, owner=request.user)
    return FollowUp(request.POST, instance=row, owner=request.user, occasion=occasion)


def _words_page(request, rejection, form, occasion):
    if occasion == Occasion.ASK:
        return letter_page(request, rejection, form)
    letter_form = EditLetter(instance=form.instance, owner=request.user)
    return letter_page(request, rejection, letter_form, words=form)


def _again(request) -> int | None:
    """The attempt that may have gone, and is made again knowingly."""
    again = request.GET.get("again", "")
    return int(again) if again.isascii() and again.isdigit() and len(again) < 5 else None
