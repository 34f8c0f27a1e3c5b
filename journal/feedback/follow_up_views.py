from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from journal.feedback import letters
from journal.feedback.letter_forms import EditLetter, FollowUp, SendNudge
from journal.feedback.letter_page import KEEP, as_file, keep, letter_page
from journal.feedback.letters import Letter, Occasion
from journal.feedback.pages import found, requests


def follow_up(request, pk):
    """The nudge or the thanks, in my words."""
    row, rejection = found(requests(request), request, pk)
    occasion = row.follow_up()
    if request.method != "POST" or occasion is None:
        return redirect("feedback:letter", pk)
    form = FollowUp(request.POST, instance=row, owner=request.user, occasion=occasion)
    if form.is_valid():
        row = form.save()
        if KEEP in request.POST:
            letter = Letter("", row.next_letter(occasion).body)
            keep(request, row, letter, row.facts(occasion=occasion))
        return redirect("feedback:letter", pk)
    letter_form = EditLetter(instance=row, owner=request.user)
    return letter_page(request, rejection, letter_form, words=form)


@require_POST
def nudged(request, pk):
    feedback_request, rejection = found(requests(request), request, pk)
    form = SendNudge(request.POST, nudges=feedback_request)
    words = _nudge_as_typed(request, feedback_request)
    if form.is_valid() and (words is None or words.is_valid()):
        if words:
            words.save()
        feedback_request.nudge(form.cleaned_data["day"])
        return redirect("path:page", rejection.pk)
    letter_form = EditLetter(instance=feedback_request, owner=request.user)
    return letter_page(request, rejection, letter_form, form, words)


@require_POST
def speak(request, pk):
    row, _ = found(requests(request), request, pk)
    if request.POST.get("tone") in letters.Tone:
        row.speak(letters.Tone(request.POST["tone"]))
    return redirect("feedback:letter", pk)


@require_safe
def follow_up_eml(request, pk):
    """The nudge, or the thanks: whichever comes next in its life."""
    feedback_request, _ = found(requests(request), request, pk)
    occasion = feedback_request.follow_up() or Occasion.NUDGE
    letter = feedback_request.next_letter(occasion)
    return as_file(request, feedback_request, letter, f"{occasion}.eml")


def _nudge_as_typed(request, row) -> FollowUp | None:
    """The words that stood above the button, where there is a nudge to send."""
    if row.follow_up() != Occasion.NUDGE or "nudge_letter" not in request.POST:
        return None
    return FollowUp(request.POST, instance=row, owner=request.user, occasion=Occasion.NUDGE)
