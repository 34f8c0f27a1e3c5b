from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from journal.feedback import letters
from journal.feedback.draft_forms import DraftLetter
from journal.feedback.pages import form_page, named_request, rejections
from journal.feedback.request_models import FeedbackRequest
from journal.feedback.step import STEP


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
    asked = interview.feedback_requests.select_related("contact", "owner").order_by("pk")
    asked = asked.prefetch_related("deliveries")
    context |= {
        "step": STEP,
        "number": 2,
        "requests": asked,
        "wordings": request.user.wordings.order_by("pk"),
        "has_draft": any(each.is_draft for each in asked),
        "feedback": interview.feedback.told().select_related("contact").order_by("received_on"),
    }
    return form_page(request, "feedback/ask.html", rejection, form, **context)
