"""What the views of this slice share: how a row is found, and how a page is answered."""

from django.shortcuts import get_object_or_404, render

from journal.feedback.request_models import FeedbackRequest


def rejections(request):
    return request.user.rejections.select_related("interview__employer")


def requests(request):
    return request.user.feedback_requests.select_related("contact__round", "interview__employer")


def found(rows, request, pk):
    """A row that hangs off an interview, and the rejection it belongs to."""
    row = get_object_or_404(rows, pk=pk)
    return row, get_object_or_404(rejections(request), interview=row.interview_id)


def named_request(request, rejection) -> FeedbackRequest | None:
    """The request that `?request=` names, where it is one of this rejection."""
    named = request.GET.get("request", "")
    if not (named.isascii() and named.isdigit() and len(named) < 18):
        return None
    return requests(request).filter(interview=rejection.interview_id, pk=named).first()


def form_page(request, template, rejection, form, wrong=None, **context):
    context |= {"rejection": rejection, "form": form}
    wrong = form.errors if wrong is None else wrong
    return render(request, template, context, status=422 if wrong else 200)
