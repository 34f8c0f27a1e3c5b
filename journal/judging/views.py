from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.judging.forms import OneTap, PriorityForm
from journal.judging.judgement import Judgement
from journal.judging.models import Priority, Verdict
from journal.judging.step import STEP
from journal.ownership.deleting import to_trash


def page(request, pk):
    rejection = get_object_or_404(_rejections(request), pk=pk)
    judgement = _judgement(request, rejection, request.POST or None)
    if judgement.is_valid():
        judgement.save()
        if "aside" in request.POST:
            rejection.toggle_aside(STEP.key)
        return redirect("path:page", rejection.pk)
    return _page(request, rejection, judgement)


@require_POST
def wanted(request, pk):
    """Would I have wanted it? One tap; it takes along what else stands on the page."""
    rejection = get_object_or_404(_rejections(request), pk=pk)
    tap = OneTap(request.POST, owner=request.user, interview=rejection.interview)
    if not tap.is_valid():
        return redirect("judging:page", rejection.pk)
    judgement = _judgement(request, rejection, _beside(request.POST, *tap.save()))
    if judgement.is_valid():
        judgement.save()
    if judgement.refused:
        return _page(request, rejection, judgement)
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


def _judgement(request, rejection, sent) -> Judgement:
    return Judgement(sent, owner=request.user, interview=rejection.interview)


def _beside(tapped, verdict, is_new):
    """What was sent beside the tap. A verdict that it began stands in no other tab."""
    if "version" not in tapped:
        return None
    sent = tapped.copy()
    if is_new:
        sent["version"] = verdict.version
    return sent


def _page(request, rejection, judgement):
    context = {
        "rejection": rejection,
        "step": STEP,
        "number": 5,
        "wishes": Verdict.Wanted.choices,
        "verdict": judgement.verdict,
        "courtesy": judgement.courtesy,
        "form": judgement.form,
        "questions": judgement.questions,
        "holding": judgement.holding,
    }
    status = 422 if judgement.refused else 200
    return render(request, "judging/page.html", context, status=status)


def _rejections(request):
    return request.user.rejections.select_related("interview__employer")


def _priorities(request):
    return request.user.priorities.order_by(*Priority.IN_ORDER)


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
