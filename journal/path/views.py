from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.path.forms import EnoughForToday
from journal.path.journey import journey, opening_line
from journal.path.look_back import learned_since
from journal.path.steps import KEYS
from journal.perspective.models import Perspective

IT_IS_KEPT = "It is filed under Moved on, without steps or reminders."


def page(request, pk):
    """The six steps of one rejection."""
    rejection = _rejection(request, pk)
    today = request.user.today()
    looking_back = rejection.look_back_on and rejection.look_back_on <= today
    context = {
        "rejection": rejection,
        "journey": journey(rejection, today),
        "line": opening_line(rejection),
        "looking_back": looking_back,
        "learned": learned_since(rejection) if looking_back else [],
    }
    return render(request, "path/page.html", context)


def written(request, pk):
    """It is written down, and that is enough for today."""
    rejection = _rejection(request, pk)
    form = _enough_for_today(rejection, request.POST or None)
    if form.is_valid():
        form.save()
        return redirect("path:page", rejection.pk)
    return _written_page(request, rejection, form)


@require_POST
def aside(request, pk, step):
    """Set a step aside, or take it up again."""
    rejection = _rejection(request, pk)
    if step not in KEYS:
        raise Http404
    rejection.toggle_aside(step)
    return redirect("path:page", rejection.pk)


@require_POST
def keep(request, pk):
    """Just keep it, with what was typed in the two boxes."""
    rejection = _rejection(request, pk)
    form = _enough_for_today(rejection, request.POST)
    if form.is_valid():
        form.save()
        rejection.keep(request.user.today())
        messages.success(request, IT_IS_KEPT, extra_tags=reverse("path:undo_keep", args=[pk]))
        return redirect("today:page")
    return _written_page(request, rejection, form)


@require_POST
def undo_keep(request, pk):
    """As it was before it was just kept; what was typed in the two boxes stays."""
    rejection = _rejection(request, pk)
    rejection.undo_keep(request.user.today())
    return redirect("path:page", rejection.pk)


@require_POST
def take_up(request, pk):
    """Walk the path after all."""
    rejection = _rejection(request, pk)
    rejection.reopen(request.user.today())
    return redirect("path:page", rejection.pk)


@require_POST
def looked_back(request, pk):
    rejection = _rejection(request, pk)
    rejection.store(look_back_on=None)
    return redirect("today:page")


def _rejection(request, pk):
    rejections = request.user.rejections.select_related("interview__employer")
    return get_object_or_404(rejections, pk=pk)


def _enough_for_today(rejection, sent) -> EnoughForToday:
    perspective = rejection.perspectives.first()
    perspective = perspective or Perspective(owner=rejection.owner, rejection=rejection)
    return EnoughForToday(sent, owner=rejection.owner, instance=perspective)


def _written_page(request, rejection, form):
    context = {"rejection": rejection, "form": form, "before": rejection.turned_down_before()}
    return render(request, "path/written.html", context, status=422 if form.errors else 200)
