"""A break: practice, requests and mail pause together, and the plan is made anew around it."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.forms import TakeBreak
from journal.practice.spreading import make_anew


@require_POST
@transaction.atomic
def take(request):
    form = TakeBreak(request.POST, person=request.user)
    if not form.is_valid():
        return render(request, "path/break.html", {"form": form}, status=422)
    form.save()
    make_anew(request.user)
    return redirect("today:page")


@require_POST
@transaction.atomic
def end(request):
    request.user.end_break()
    make_anew(request.user)
    return redirect("today:page")
