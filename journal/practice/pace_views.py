"""The pace of practice: first what would move, then the change."""

from copy import copy

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from journal.practice.pace_forms import Pace
from journal.practice.spreading import anew as plan_anew
from journal.practice.spreading import make_anew

SHOWN = 8
NAMES = ("practice_minutes", "practice_cap_days")


def pace(request):
    """With a pace in the address, what it would move; it is set by a button below that."""
    wanted = request.GET if any(name in request.GET for name in NAMES) else None
    form = Pace(wanted, instance=copy(request.user))
    context = {"form": form, "today": request.user.today()}
    if form.is_bound and form.is_valid():
        moves = plan_anew(form.instance)
        moved = [move for move in moves if move.is_sooner or move.is_later]
        context |= {
            "previewed": True,
            "kept": len(moves) - len(moved),
            "sooner": [move for move in moved if move.is_sooner],
            "later": [move for move in moved if move.is_later],
            "last": max((move.to for move in moves), default=None),
            "moved": moved[:SHOWN],
            "more": max(0, len(moved) - SHOWN),
        }
    return render(request, "practice/pace.html", context, status=422 if form.errors else 200)


@require_POST
def anew(request):
    """Set the pace, and give every problem its day by it."""
    form = Pace(request.POST, instance=copy(request.user))
    if not form.is_valid():
        return render(request, "practice/pace.html", {"form": form}, status=422)
    person = form.save()
    make_anew(person)
    messages.success(request, "Saved. The plan is made anew.")
    return redirect("practice:page")
