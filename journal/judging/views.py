from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.judging.courtesy import courtesy
from journal.judging.forms import HoldAgainst, OneTap, PriorityForm, ReadQuestion, VerdictForm
from journal.judging.models import Verdict
from journal.judging.step import STEP
from journal.ownership.deleting import to_trash


def page(request, pk):
    rejection = get_object_or_404(_rejections(request), pk=pk)
    interview, sent = rejection.interview, request.POST or None
    verdict = interview.verdicts.first() or Verdict(owner=request.user, interview=interview)
    known = courtesy(interview.feedback_requests.order_by("-asked_on"))
    form = VerdictForm(sent, owner=request.user, instance=verdict, courtesy=known)
    questions = [
        ReadQuestion(sent, owner=request.user, instance=problem, prefix=f"problem-{problem.pk}")
        for problem in interview.problems.order_by("pk")
    ]
    holding = HoldAgainst(sent, verdict=verdict, priorities=_priorities(request))
    forms = [form, *questions, holding]
    if all(each.is_valid() for each in forms):
        with transaction.atomic():
            holding.save(form.save())
            for question in questions:
                question.store()
        return redirect("path:page", rejection.pk)
    context = {
        "rejection": rejection,
        "step": STEP,
        "number": 5,
        "verdict": verdict,
        "wishes": Verdict.Wanted.choices,
        "courtesy": known,
        "form": form,
        "questions": questions,
        "holding": holding,
    }
    refused = any(each.errors for each in forms)
    return render(request, "judging/page.html", context, status=422 if refused else 200)


@require_POST
def wanted(request, pk):
    """Would I have wanted it? One tap."""
    rejection = get_object_or_404(_rejections(request), pk=pk)
    form = OneTap(request.POST, owner=request.user, interview=rejection.interview)
    if form.is_valid():
        form.save()
    return redirect("judging:page", rejection.pk)


def priorities(request):
    """What I look for: the list, and one more."""
    form = PriorityForm(request.POST or None, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect(request.get_full_path())
    context = {"form": form, "priorities": _priorities(request), "rejection": _came_from(request)}
    return render(request, "judging/priorities.html", context, status=422 if form.errors else 200)


def priority_edit(request, pk):
    priority = get_object_or_404(request.user.priorities, pk=pk)
    form = PriorityForm(request.POST or None, instance=priority, owner=request.user)
    if form.is_valid():
        form.save()
        return _to_priorities(request)
    context = {"form": form, "priority": priority, "rejection": _came_from(request)}
    return render(
        request, "judging/priority_edit.html", context, status=422 if form.errors else 200
    )


@require_POST
def priority_remove(request, pk):
    priority = get_object_or_404(request.user.priorities, pk=pk)
    to_trash(request, priority)
    return _to_priorities(request)


def _rejections(request):
    return request.user.rejections.select_related("interview__employer")


def _priorities(request):
    return request.user.priorities.order_by("-weight", "name_key")


def _came_from(request):
    """The rejection whose page led here, to lead back to it."""
    key = request.GET.get("rejection", "")
    if not (key.isascii() and key.isdecimal() and len(key) < 19):
        return None
    return _rejections(request).filter(pk=key).first()


def _to_priorities(request):
    came_from = _came_from(request)
    query = {"rejection": came_from.pk} if came_from else None
    return redirect(reverse("judging:priorities", query=query))
