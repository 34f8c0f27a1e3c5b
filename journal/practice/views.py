"""The bank, and one problem of it. Solving has its own views: solving.py."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from journal.ownership.deleting import to_trash
from journal.practice.days_ahead import days_ahead
from journal.practice.forms import AddQuestions, EditProblem, NewProblem, SayKind, Snooze
from journal.practice.models import Problem
from journal.practice.narrow import Narrow
from journal.practice.onward import came_from, onward
from journal.practice.preparing import preparing
from journal.practice.saying import say_when
from journal.practice.session import session_of
from journal.practice.step import STEP

A_PAGE = 20
DUE_SHOWN = 5
QUOTES_SHOWN = 3
ATTEMPTS_SHOWN = 5


def page(request):
    """What is due, and below it the bank."""
    person, today = request.user, request.user.today()
    narrow = Narrow(request.GET, person=person)
    narrowed = narrow.narrowed()
    session = session_of(person)
    shown = [] if narrow.narrows else session.problems[:DUE_SHOWN]
    others = narrowed.exclude(pk__in=[problem.pk for problem in shown])
    bank = Paginator(others.listed().in_turn(), A_PAGE)
    due, shown_page = _listed(request, shown), bank.get_page(request.GET.get("page"))
    session.say([*due, *shown_page])
    context = {
        "session": session,
        "due": due,
        "more_due": len(session.problems) - DUE_SHOWN,
        "next": person.problems.coming(today).in_turn().first(),
        "preparing": session.preparation and preparing(person, session.preparation),
        "ahead": not narrow.narrows and days_ahead(person),
        "bank": shown_page,
        "narrow": narrow,
        "kept": shown or bank.count or person.problems.exists(),
        "today": today,
    }
    return render(request, "practice/page.html", context)


def step(request, pk):
    """Step 4 of a path: the problems of this interview."""
    rejections = request.user.rejections.select_related("interview__employer")
    rejection = get_object_or_404(rejections, pk=pk)
    problems = list(rejection.interview.problems.listed().order_by("pk"))
    context = {
        "rejection": rejection,
        "step": STEP,
        "number": 4,
        "problems": problems,
        "first": next((problem for problem in problems if not problem.solved_on), None),
        "form": AddQuestions(interview=rejection.interview),
    }
    return render(request, "practice/step.html", context)


def questions(request, pk):
    """Keep the questions of an interview, one a line."""
    interview = get_object_or_404(request.user.interviews.select_related("employer"), pk=pk)
    form = AddQuestions(request.POST or None, interview=interview)
    if form.is_valid():
        form.save()
        return onward(request, "interviews:detail", interview.pk)
    context = {"form": form, "interview": interview, "next": request.POST.get("next", "")}
    return _page(request, "practice/questions.html", context)


def problem(request, pk):
    problem = get_object_or_404(_problems(request), pk=pk)
    solved = list(problem.attempts.graded().in_order().light().select_related("closes_gap"))
    latest_first = solved[::-1]
    context = {
        "problem": problem,
        "gaps": problem.gaps.order_by("name"),
        "solved": solved,
        "latest": latest_first[:ATTEMPTS_SHOWN],
        "earlier": latest_first[ATTEMPTS_SHOWN:],
        "unfinished": problem.unfinished(),
        "quotes": problem.quotes()[:QUOTES_SHOWN],
    }
    return render(request, "practice/problem.html", context)


def new(request):
    """A problem from a book, a friend or a site."""
    return _new(request, None)


def new_for(request, pk):
    """A problem that was asked in an interview."""
    interview = get_object_or_404(request.user.interviews.select_related("employer"), pk=pk)
    return _new(request, interview)


def edit(request, pk):
    problem = get_object_or_404(_problems(request), pk=pk)
    form = EditProblem(request.POST or None, instance=problem, owner=request.user)
    if form.is_valid():
        form.save()
        return onward(request, "practice:problem", problem.pk)
    context = {"form": form, "problem": problem, "came_from": came_from(request)}
    return _page(request, "practice/edit.html", context)


def delete(request, pk):
    """Ask on GET; on POST put it in the trash with its attempts."""
    problem = get_object_or_404(_problems(request), pk=pk)
    if request.method == "POST":
        to_trash(request, problem)
        return redirect("practice:page")
    return render(request, "practice/delete.html", {"problem": problem})


@require_POST
def kind(request, pk):
    """Say of which kind it is. One tap."""
    problem = get_object_or_404(_problems(request), pk=pk)
    form = SayKind(request.POST)
    if form.is_valid():
        problem.store(kind=form.cleaned_data["kind"])
    return onward(request, "practice:problem", problem.pk)


@require_POST
def schedule(request, pk):
    """Bring it back."""
    problem = get_object_or_404(_problems(request), pk=pk)
    problem.bring_back()
    say_when(request, problem)
    return onward(request, "practice:problem", problem.pk)


@require_POST
def unschedule(request, pk):
    """Not this one."""
    problem = get_object_or_404(_problems(request), pk=pk)
    problem.leave()
    return onward(request, "practice:problem", problem.pk)


@require_POST
def pause(request, pk):
    problem = get_object_or_404(_problems(request), pk=pk)
    problem.pause()
    return onward(request, "practice:problem", problem.pk)


def snooze(request, pk):
    """Not before a day."""
    problem = get_object_or_404(_problems(request), pk=pk)
    form = Snooze(request.POST or None, today=request.user.today())
    if form.is_valid():
        problem.snooze(form.cleaned_data["until"])
        say_when(request, problem)
        return onward(request, "practice:problem", problem.pk)
    return _page(request, "practice/snooze.html", {"form": form, "problem": problem})


@require_POST
def retire(request, pk):
    problem = get_object_or_404(_problems(request), pk=pk)
    problem.retire(request.user.today())
    return onward(request, "practice:problem", problem.pk)


@require_POST
def resume(request, pk):
    problem = get_object_or_404(_problems(request), pk=pk)
    problem.resume()
    return onward(request, "practice:problem", problem.pk)


def _problems(request):
    return request.user.problems.select_related("interview__employer", "round")


def _listed(request, problems):
    """The same, in the same order, with what a line shows."""
    rows = request.user.problems.listed().in_bulk([problem.pk for problem in problems])
    return [rows[problem.pk] for problem in problems]


def _new(request, interview):
    instance = Problem(owner=request.user, interview=interview)
    form = NewProblem(request.POST or None, instance=instance, owner=request.user)
    if form.is_valid():
        return redirect("practice:problem", form.save().pk)
    return _page(request, "practice/new.html", {"form": form, "interview": interview})


def _page(request, template, context):
    return render(request, template, context, status=422 if context["form"].errors else 200)
