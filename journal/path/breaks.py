"""A break: practice, requests and mail pause together, and the plan is made anew around it."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.forms import TakeBreak
from journal.ownership.undo import Watch, last, noted, take_back
from journal.practice.session import session_of
from journal.practice.spreading import make_anew

# An act that can be taken back.
BREAK = "break"


@require_POST
@transaction.atomic
def take(request):
    form = TakeBreak(request.POST, person=request.user)
    if not form.is_valid():
        return render(request, "path/break.html", {"form": form}, status=422)
    with noted(request.user.pk, BREAK, None, *_watched(request.user)):
        form.save()
        make_anew(request.user)
    return redirect("today:page")


@require_POST
@transaction.atomic
def end(request):
    """Ended on the day it was taken, it was none: all is as before. Later the plan is made anew,
    and so is one that had more due than a day holds."""
    person = request.user
    while note := last(person, BREAK, None, since=person.today()):
        take_back(note)
    person.refresh_from_db()
    is_over = person.break_until is not None
    if is_over:
        person.end_break()
    if is_over or session_of(person).waiting:
        make_anew(person)
    return redirect("today:page")


def _watched(person) -> list[Watch]:
    return [
        Watch.of(person, "break_until", "mail_next_at"),
        Watch(person.problems.exclude(due=None), ("due",)),
    ]
