"""What the views of this slice share: how a row is found, and how a page is answered."""

from django.shortcuts import get_object_or_404, render


def rejections(request):
    return request.user.rejections.select_related("interview__employer")


def requests(request):
    return request.user.feedback_requests.select_related("contact__round", "interview__employer")


def found(rows, request, pk):
    """A row that hangs off an interview, and the rejection it belongs to."""
    row = get_object_or_404(rows, pk=pk)
    return row, get_object_or_404(rejections(request), interview=row.interview_id)


def form_page(request, template, rejection, form, wrong=None, **context):
    context |= {"rejection": rejection, "form": form}
    wrong = form.errors if wrong is None else wrong
    return render(request, template, context, status=422 if wrong else 200)
