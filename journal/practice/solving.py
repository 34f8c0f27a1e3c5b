"""Solving a problem again: the session, the desk, then and now, the grade."""

from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.ownership.deleting import to_trash
from journal.practice.attempt_models import Attempt
from journal.practice.difference import Piece, difference
from journal.practice.drawing_forms import AddDrawing
from journal.practice.grading_forms import GradeAttempt, SolvedElsewhere, said_of
from journal.practice.onward import came_from, in_session, onward, query
from journal.practice.saying import say_when
from journal.practice.session import session_of
from journal.practice.solving_forms import FinishAttempt, SolveAgain

QUOTES_SHOWN = 3
WAS = "attempt_was"
TALK_MINUTES = 10
LANGUAGES = ("Python", "Java", "JavaScript", "TypeScript", "Go", "C++", "C#", "Rust", "Kotlin")


def session(request):
    """To the first problem that is due, or to the end."""
    if request.user.on_a_break():
        return redirect("practice:page")
    problem = session_of(request.user).first
    if problem is None:
        return redirect("practice:done")
    return redirect(reverse("practice:solve", args=[problem.pk], query={"session": 1}))


def done(request):
    """The end of a session."""
    today = request.user.today()
    context = {
        "session": session_of(request.user),
        "solved": _solved_today(request).listed().order_by("pk"),
        "next": request.user.problems.coming(today).in_turn().first(),
        "today": today,
    }
    return render(request, "practice/done.html", context)


@require_POST
def postpone(request, pk):
    """Not today."""
    problem = get_object_or_404(_problems(request), pk=pk)
    problem.snooze(request.user.today() + timedelta(days=1))
    say_when(request, problem)
    return onward(request, "practice:problem", problem.pk)


def solve(request, pk):
    """The question and an empty page: nothing here tells what I answered before."""
    problem = get_object_or_404(_problems(request), pk=pk)
    if request.method == "POST":
        return _write(request, problem, SolveAgain, "practice:solve")
    attempt = problem.unfinished() or _new_attempt(request, problem)
    form = FinishAttempt(
        instance=attempt, owner=request.user, problem=problem, talking=_asks_to_talk(request)
    )
    return desk(request, problem, form)


@require_POST
def finish(request, pk):
    """Mine is written: compare."""
    problem = get_object_or_404(_problems(request), pk=pk)
    return _write(request, problem, FinishAttempt, "practice:compare")


@require_POST
def look(request, pk):
    """Look at what I answered before mine is done. It is kept that I did."""
    problem = get_object_or_404(_problems(request), pk=pk)
    if not problem.has_something_earlier():
        return _write(request, problem, SolveAgain, "practice:solve")
    return _write(request, problem, SolveAgain, "practice:compare", looked=True)


def elsewhere(request, pk):
    problem = get_object_or_404(_problems(request), pk=pk)
    instance = _new_attempt(request, problem)
    form = SolvedElsewhere(
        request.POST or None, instance=instance, owner=request.user, problem=problem
    )
    if form.is_valid():
        form.save()
        say_when(request, problem)
        return onward(request, "practice:problem", problem.pk)
    context = {"form": form, "problem": problem}
    return render(request, "practice/elsewhere.html", context, status=422 if form.errors else 200)


def compare(request, pk):
    """Then and now, side by side."""
    attempt = get_object_or_404(_attempts(request), pk=pk)
    if not attempt.may_compare:
        return _to(request, "practice:solve", attempt.problem_id)
    form = None if attempt.grade else _grade_form(request, attempt)
    return _side_by_side(request, attempt, form)


@require_POST
def grade(request, pk):
    attempt = get_object_or_404(_attempts(request), pk=pk)
    form = _grade_form(request, attempt, request.POST)
    if not form.is_valid():
        return _side_by_side(request, attempt, form)
    if form.save():
        say_when(request, attempt.problem)
    else:
        _say_it_is_graded(request, attempt, form)
    return onward(request, "practice:problem", attempt.problem_id)


@require_POST
def ungrade(request, pk):
    """Take the grade back."""
    attempt = get_object_or_404(_attempts(request).graded(), pk=pk)
    was = said_of(attempt)
    if attempt.ungrade():
        request.session[WAS] = was
    else:
        messages.error(request, "Only the last attempt can be graded anew. Nothing was changed.")
    return _to(request, "practice:compare", attempt.pk)


@require_POST
def discard(request, pk):
    attempt = get_object_or_404(_attempts(request), pk=pk)
    to_trash(request, attempt)
    return onward(request, "practice:problem", attempt.problem_id)


def _problems(request):
    return request.user.problems.select_related("interview__employer", "round")


def _attempts(request):
    return request.user.attempts.select_related(
        "problem__interview__employer", "problem__round", "closes_gap"
    )


def _solved_today(request):
    return request.user.problems.filter(solved_on=request.user.today())


def _new_attempt(request, problem) -> Attempt:
    return Attempt(owner=request.user, problem=problem)


@transaction.atomic
def _write(request, problem, verb, onward, **marks):
    problem.lock()
    attempt = problem.unfinished() or _new_attempt(request, problem)
    form = verb(request.POST, instance=attempt, owner=request.user, problem=problem)
    if not form.is_valid():
        return desk(request, problem, form)
    if not (attempt.pk or marks or form.says_something()):
        return _to(request, "practice:solve", problem.pk)
    for name, value in marks.items():
        setattr(attempt, name, value)
    form.save()
    return _to(request, onward, attempt.pk if onward == "practice:compare" else problem.pk)


def desk(request, problem, form, drawing=None):
    attempt, drawing = form.instance, drawing or AddDrawing()
    context = {
        "problem": problem,
        "form": form,
        "attempt": attempt,
        "drawings": attempt.drawings.light().in_order() if attempt.pk else [],
        "drawing_form": drawing,
        "earlier_answer": problem.has_earlier_answer(),
        "languages": LANGUAGES,
        "minutes": TALK_MINUTES if form.is_talk else problem.minutes,
        **_around(request),
    }
    status = 422 if form.errors or drawing.errors else 200
    return render(request, "practice/solve.html", context, status=status)


def _grade_form(request, attempt, data=None) -> GradeAttempt:
    """With what was said when it was graded before, where that was taken back in this session."""
    was = request.session.get(WAS, {})
    was = was if was.get("attempt") == attempt.pk else {}
    return GradeAttempt(data, instance=attempt, owner=request.user, was=was)


def _side_by_side(request, attempt, form):
    problem, today = attempt.problem, request.user.today()
    before = problem.attempts.graded().exclude(pk=attempt.pk)
    if attempt.solved_on:
        earlier = Q(solved_on__lt=attempt.solved_on)
        before = before.filter(earlier | Q(solved_on=attempt.solved_on, pk__lt=attempt.pk))
    dues = problem.days_by_grade(form.solved_on) if form else {}
    before = before.in_order().last()
    context = {
        "attempt": attempt,
        "problem": problem,
        "form": form,
        "before": before,
        "changes": _changes(problem, before, attempt),
        "grades": [(Attempt.Grade(each), due) for each, due in dues.items()],
        "quotes": problem.quotes()[:QUOTES_SHOWN],
        "today": today,
        **_around(request),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "practice/compare.html", context, status=status)


def _asks_to_talk(request) -> bool | None:
    return {"1": True, "0": False}.get(request.GET.get("talk", ""))


def _changes(problem, before, attempt) -> list[tuple[str, list[Piece]]]:
    """From the time before and from then, line by line; of code only."""
    if not problem.is_code:
        return []
    earlier = [("Since the time before", before.text)] if before else []
    earlier.append(("Since the interview", problem.answered))
    found = [(since, difference(text, attempt.text)) for since, text in earlier]
    return [(since, pieces) for since, pieces in found if pieces]


def _around(request) -> dict:
    """Where the page leads on to."""
    return {"query": query(request), "came_from": came_from(request), **_place(request)}


def _place(request) -> dict:
    """Where in a session this is: "1 of 2"."""
    if not in_session(request):
        return {}
    session = session_of(request.user)
    return {"place": session.solved + 1, "places": session.solved + max(len(session.problems), 1)}


def _to(request, name, pk):
    return redirect(reverse(name, args=[pk]) + query(request))


def _say_it_is_graded(request, attempt, form) -> None:
    kept = "the line for next time is kept" if form.keep_line() else "nothing was changed"
    attempt.refresh_from_db(fields=["grade"])
    messages.info(request, f"Already graded “{attempt.get_grade_display()}”; {kept}.")
