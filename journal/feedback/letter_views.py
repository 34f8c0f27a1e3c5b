from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from journal.feedback import letters, posting
from journal.feedback.letter_forms import (
    DraftLetter,
    EditLetter,
    FollowUp,
    PostLetter,
    SendLetter,
    SendNudge,
    keep_wording,
)
from journal.feedback.letters import Letter, Mailbox, Occasion
from journal.feedback.models import FeedbackRequest
from journal.feedback.pages import form_page, found, named_request, rejections, requests
from journal.feedback.posting import NotSent
from journal.feedback.step import STEP
from journal.ownership.deleting import to_trash

KEEP = "keep"


@require_safe
def ask(request, pk):
    rejection = get_object_or_404(rejections(request), pk=pk)
    again = named_request(request, rejection)
    form = _draft_letter(request, rejection, again)
    return _ask_page(request, rejection, form, again=again)


@require_POST
def draft(request, pk):
    rejection = get_object_or_404(rejections(request), pk=pk)
    form = _draft_letter(request, rejection)
    if form.is_valid():
        return redirect("feedback:letter", form.save().pk)
    return _ask_page(request, rejection, form)


@require_POST
def nobody(request, pk):
    rejection = get_object_or_404(rejections(request), pk=pk)
    FeedbackRequest.objects.nobody_to_ask(rejection.interview)
    return redirect("path:page", rejection.pk)


def letter(request, pk):
    """Read it in every state; edit it while it is a draft."""
    feedback_request, rejection = found(requests(request), request, pk)
    form = EditLetter(request.POST or None, instance=feedback_request, owner=request.user)
    if form.is_valid():
        row = form.save()
        if KEEP in request.POST:
            _keep_wording(request, row, Letter(row.subject, row.letter), row.facts())
        return redirect("feedback:letter", pk)
    return _letter_page(request, rejection, form)


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
            _keep_wording(request, row, letter, row.facts(occasion=occasion))
        return redirect("feedback:letter", pk)
    letter_form = EditLetter(instance=row, owner=request.user)
    return _letter_page(request, rejection, letter_form, follow_up_form=form)


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
def speak(request, pk):
    row, _ = found(requests(request), request, pk)
    if request.POST.get("tone") in letters.Tone:
        row.speak(letters.Tone(request.POST["tone"]))
    return redirect("feedback:letter", pk)


@require_POST
def asked(request, pk):
    feedback_request, rejection = found(requests(request), request, pk)
    form = SendLetter(request.POST, instance=feedback_request, owner=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, f"{feedback_request.life}.")
        return redirect("path:page", rejection.pk)
    return _letter_page(request, rejection, form)


@require_POST
def nudged(request, pk):
    feedback_request, rejection = found(requests(request), request, pk)
    form = SendNudge(request.POST, owner=request.user)
    words = _nudge_as_typed(request, feedback_request)
    if form.is_valid() and (words is None or words.is_valid()):
        if words:
            words.save()
        feedback_request.nudge(form.cleaned_data["day"])
        return redirect("path:page", rejection.pk)
    letter_form = EditLetter(instance=feedback_request, owner=request.user)
    return _letter_page(request, rejection, letter_form, form, words)


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
    return _as_file(request, feedback_request, letter, "letter.eml")


@require_safe
def follow_up_eml(request, pk):
    """The nudge, or the thanks: whichever comes next in its life."""
    feedback_request, _ = found(requests(request), request, pk)
    occasion = feedback_request.follow_up() or Occasion.NUDGE
    letter = feedback_request.next_letter(occasion)
    return _as_file(request, feedback_request, letter, f"{occasion}.eml")


def _post_letter(request, row, rejection):
    form = PostLetter(request.POST, instance=row, owner=request.user)
    if not form.is_valid():
        return _letter_page(request, rejection, form)
    form.save()
    messages.success(request, form.said)
    return redirect("path:page", rejection.pk)


def _post_follow_up(request, row, rejection, occasion):
    form = FollowUp(request.POST, instance=row, owner=request.user, occasion=occasion)
    if not form.is_valid():
        letter_form = EditLetter(instance=row, owner=request.user)
        return _letter_page(request, rejection, letter_form, follow_up_form=form)
    row = form.save()
    said = posting.post(row, occasion, row.next_letter(occasion))
    if occasion == Occasion.NUDGE:
        row.nudge(request.user.today())
    messages.success(request, said)
    return redirect("path:page", rejection.pk)


def _keep_wording(request, row, letter, facts) -> None:
    kept = keep_wording(row, letter, facts)
    kind = f"“{kept.get_kind_display()}”"
    messages.success(request, f"Kept as your own wording: {kind}. The next can start from it.")


def _nudge_as_typed(request, row) -> FollowUp | None:
    """The words that stood above the button, where there is a nudge to send."""
    if row.follow_up() != Occasion.NUDGE or "nudge_letter" not in request.POST:
        return None
    return FollowUp(request.POST, instance=row, owner=request.user, occasion=Occasion.NUDGE)


def _draft_letter(request, rejection, again=None) -> DraftLetter:
    return DraftLetter(
        request.POST if request.method == "POST" else None,
        owner=request.user,
        interview=rejection.interview,
        again=again,
        initial={"call_offered": letters.offers_a_call(rejection.message)},
    )


def _ask_page(request, rejection, form, **context):
    interview = rejection.interview
    asked = interview.feedback_requests.select_related("contact").order_by("pk")
    context |= {
        "step": STEP,
        "number": 2,
        "requests": asked,
        "wordings": request.user.wordings.order_by("pk"),
        "has_draft": any(each.is_draft for each in asked),
        "feedback": interview.feedback.told().select_related("contact").order_by("received_on"),
    }
    return form_page(request, "feedback/ask.html", rejection, form, **context)


def _letter_page(request, rejection, form, nudge_form=None, follow_up_form=None):
    feedback_request = form.instance
    letter = Letter(feedback_request.subject, feedback_request.letter)
    to, occasion = feedback_request.mailbox(), feedback_request.follow_up()
    follow_up = occasion and feedback_request.next_letter(occasion)
    wish = {"occasion": occasion} if occasion else {}
    send = SendLetter(instance=feedback_request, owner=request.user)
    context = {
        "feedback_request": feedback_request,
        "day": form["day"] if "day" in form.fields else send["day"],
        "mailto": letters.mailto(letter, to),
        "occasion": occasion,
        "follow_up": follow_up,
        "follow_up_form": follow_up_form
        or (
            occasion and FollowUp(instance=feedback_request, owner=request.user, occasion=occasion)
        ),
        "tones": _tones(feedback_request, occasion),
        "own": request.user.wordings.filter(kind=feedback_request.facts(**wish).kind).first(),
        "follow_up_mailto": follow_up and letters.mailto(follow_up, to),
        "nudge_form": nudge_form or SendNudge(owner=request.user),
        "nudge_is_due": feedback_request.nudge_is_due(request.user.today()),
        "limit": letters.LINKEDIN_LIMIT,
        "was_posted": feedback_request.posted == (occasion or Occasion.ASK),
        "can_post": posting.can_post(feedback_request, occasion or Occasion.ASK),
    }
    refused = (each for each in (form, nudge_form, follow_up_form) if each)
    wrong = any(each.errors for each in refused)
    return form_page(request, "feedback/letter.html", rejection, form, wrong, **context)


def _tones(feedback_request, occasion) -> list[letters.Tone]:
    """To choose from, where it is neither written by hand nor in a wording of my own."""
    if occasion is None or getattr(feedback_request, f"{occasion}_letter"):
        return []
    own = feedback_request.owner.wordings.of(feedback_request.facts(occasion=occasion))
    return [] if own else list(letters.Tone)


def _as_file(request, feedback_request, letter, name) -> HttpResponse:
    sender = Mailbox(request.user.name, request.user.email)
    content = letters.eml(letter, sender, feedback_request.mailbox())
    response = HttpResponse(content, content_type="message/rfc822")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
