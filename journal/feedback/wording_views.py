from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from journal.feedback.blanks import BLANKS
from journal.feedback.wording_forms import EditWording
from journal.ownership.deleting import to_trash


def wording(request, pk):
    row = get_object_or_404(request.user.wordings, pk=pk)
    form = EditWording(request.POST or None, instance=row, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("feedback:wording", pk)
    context = {"form": form, "wording": row, "blanks": BLANKS}
    status = 422 if form.errors else 200
    return render(request, "feedback/wording.html", context, status=status)


@require_POST
def drop_wording(request, pk):
    row = get_object_or_404(request.user.wordings, pk=pk)
    to_trash(request, row)
    return redirect("today:page")
