"""The drawings of an attempt. They come and go on the desk; what is typed there is kept along."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from journal.ownership.deleting import to_trash
from journal.practice.attempt_models import Attempt
from journal.practice.drawing_forms import AddDrawing
from journal.practice.onward import query
from journal.practice.solving import desk
from journal.practice.solving_forms import FinishAttempt, SolveAgain

# Of the form on the desk: without it, nothing was typed.
TYPED = "version"


@require_POST
def draw(request, pk):
    """Add a picture to the attempt in the making; it may be all there is of it."""
    problem = get_object_or_404(_problems(request), pk=pk)
    form = AddDrawing(request.POST, request.FILES)
    form.is_valid()  # while nothing is locked: reading a picture takes a moment
    return _add(request, problem, form)


@require_safe
def drawing(request, pk):
    found = get_object_or_404(request.user.drawings, pk=pk)
    named = {"Content-Disposition": f'inline; filename="drawing-{found.pk}.webp"'}
    return HttpResponse(bytes(found.image), "image/webp", headers=named)


@require_POST
@transaction.atomic
def drop(request, pk):
    found = get_object_or_404(request.user.drawings.light().select_related("attempt"), pk=pk)
    attempt = found.attempt
    if attempt.grade is None and TYPED in request.POST:
        problem = get_object_or_404(_problems(request), pk=attempt.problem_id)
        words = _words(request, problem)
        if not words.is_valid():
            return desk(request, problem, words)
        words.save()
    to_trash(request, found)
    if attempt.grade is None:
        return _to(request, "practice:solve", attempt.problem_id)
    return _to(request, "practice:compare", attempt.pk)


@transaction.atomic
def _add(request, problem, form):
    words = _words(request, problem)
    attempt, good = words.instance, form.is_valid()
    if words.is_valid() and (attempt.pk or good or words.says_something()):
        words.save()
    if good and attempt.pk:
        form.add_to(attempt)
    if words.errors:
        return desk(request, problem, words, form)
    if form.errors:
        return desk(request, problem, _as_stored(words), form)
    return _to(request, "practice:solve", problem.pk, fragment="drawings")


def _words(request, problem) -> SolveAgain:
    problem.lock()
    attempt = problem.unfinished() or Attempt(owner=request.user, problem=problem)
    return SolveAgain(request.POST, instance=attempt, owner=request.user, problem=problem)


def _as_stored(words: SolveAgain) -> FinishAttempt:
    return FinishAttempt(instance=words.instance, owner=words.owner, problem=words.problem)


def _problems(request):
    return request.user.problems.select_related("interview__employer", "round")


def _to(request, name, pk, fragment=""):
    place = f"#{fragment}" if fragment else ""
    return redirect(reverse(name, args=[pk]) + query(request) + place)
