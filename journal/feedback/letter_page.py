"""The page of a letter in every state, and what its views share."""

from django.contrib import messages
from django.http import HttpResponse

from journal.feedback import letters, posting
from journal.feedback.delivery_models import LetterDelivery
from journal.feedback.letter_forms import FollowUp, SendLetter, SendNudge
from journal.feedback.letters import Letter, Mailbox, Occasion
from journal.feedback.pages import form_page
from journal.feedback.wording_forms import wording_of

KEEP = "keep"


def letter_page(request, rejection, form, nudge_form=None, words=None):
    """`words`: the nudge or the thanks as they were sent and refused."""
    row = form.instance
    next_one = row.follow_up()
    occasion = next_one or Occasion.ASK
    send = SendLetter(instance=row, owner=request.user)
    is_owed = row.is_owed(occasion)
    delivery = LetterDelivery.objects.of(row, occasion) if is_owed else LetterDelivery()
    context = {
        "feedback_request": row,
        "occasion": occasion,
        "day": form["day"] if "day" in form.fields else send["day"],
        "mailto": letters.mailto(Letter(row.subject, row.letter), row.mailbox()),
        "own": request.user.wordings.of_kind(row.facts(occasion=occasion)).first(),
        "limit": letters.LINKEDIN_LIMIT,
        "delivery": delivery,
        "under_way": row.letter_for(occasion) if delivery.is_under_way else None,
        "sent": row.deliveries.sent().last(),
        "can_post": posting.can_post(row),
    }
    if next_one:
        words = words or FollowUp(instance=row, owner=request.user, occasion=occasion)
        context |= _follow_up(request, row, words)
        context["nudge_form"] = nudge_form or SendNudge(nudges=row)
        is_mine = words.is_mine or context["own"]
        context["tones"] = [] if is_mine else list(letters.Tone)
    wrong = any(each.errors for each in (form, nudge_form, words) if each)
    return form_page(request, "feedback/letter.html", rejection, form, wrong, **context)


def _follow_up(request, row, words) -> dict:
    return {
        "follow_up": words.stored,
        "follow_up_form": words,
        "follow_up_mailto": letters.mailto(words.stored, row.mailbox()),
        "nudge_is_due": row.nudge_is_due(request.user.today()),
    }


def as_file(request, feedback_request, letter, name) -> HttpResponse:
    sender = Mailbox(request.user.name, request.user.email)
    content = letters.eml(letter, sender, feedback_request.mailbox())
    response = HttpResponse(content, content_type="message/rfc822")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def keep(request, row, letter, facts) -> None:
    """As my own wording, and say so; or why it is not."""
    form = wording_of(row, letter, facts)
    if not form.is_valid():
        why = " ".join(said for each in form.errors.values() for said in each)
        messages.error(request, f"It is not kept as your own wording. {why}")
        return
    kept = form.save().known_as
    messages.success(request, f"Kept as your own wording: {kept}. The next can start from it.")
