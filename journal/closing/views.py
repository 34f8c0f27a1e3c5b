from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.closing.forms import ClosingForm, MoveOn
from journal.closing.models import Closing
from journal.closing.step import STEP


def page(request, pk):
    """What I take and what I leave; saved here it stays open."""
    rejection = get_object_or_404(_rejections(request), pk=pk)
    form = ClosingForm(request.POST or None, owner=request.user, instance=_closing(rejection))
    if form.is_valid():
        form.save()
        return redirect("path:page" if rejection.is_open else "closing:closed", rejection.pk)
    return _page(request, rejection, form)


@require_POST
def close(request, pk):
    rejection = get_object_or_404(_rejections(request), pk=pk)
    form = MoveOn(request.POST, owner=request.user, instance=_closing(rejection))
    if form.is_valid():
        form.save()
        return redirect(reverse("closing:closed", args=[rejection.pk], query={"now": 1}))
    return _page(request, rejection, form)


def closed(request, pk):
    """It is in Moved on. The arc turns once, right after closing."""
    rejection = get_object_or_404(_rejections(request), pk=pk)
    if rejection.is_open:
        return redirect("closing:page", rejection.pk)
    context = {
        "rejection": rejection,
        "closing": _closing(rejection),
        "then": _then(request, rejection),
        "turns": "now" in request.GET,
        "problems": rejection.interview.problems.active().count(),
    }
    return render(request, "closing/closed.html", context)


@require_POST
def reopen(request, pk):
    rejection = get_object_or_404(_rejections(request), pk=pk)
    rejection.reopen(request.user.today())
    return redirect("path:page", rejection.pk)


def _rejections(request):
    return request.user.rejections.select_related("interview__employer")


def _closing(rejection) -> Closing:
    return rejection.closings.first() or Closing(owner=rejection.owner, rejection=rejection)


def _then(request, rejection):
    """How it felt at first, for who is asked how it feels."""
    return rejection.perspectives.first() if request.user.check_ins else None


def _page(request, rejection, form):
    context = {
        "rejection": rejection,
        "step": STEP,
        "number": 6,
        "form": form,
        "then": _then(request, rejection),
    }
    return render(request, "closing/page.html", context, status=422 if form.errors else 200)
