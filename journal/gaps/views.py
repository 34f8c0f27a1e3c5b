from time import time

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.feedback.request_models import FeedbackRequest
from journal.gaps.forms import (
    AddAction,
    AddGap,
    CloseGap,
    GapForm,
    MergeGap,
)
from journal.gaps.marking_forms import MarkSentence, Remark
from journal.gaps.models import Gap
from journal.gaps.reading import readings
from journal.gaps.step import STEP
from journal.ownership.deleting import to_trash

NUMBER = 3
WAS = "gap_was"
AN_HOUR = 3600


def learn(request, pk):
    rejection = get_object_or_404(_rejections(request), pk=pk)
    return _learn(request, rejection)


@require_POST
def mark(request, pk):
    feedback = get_object_or_404(request.user.feedback.select_related("interview"), pk=pk)
    rejection = get_object_or_404(_rejections(request), interview=feedback.interview_id)
    form = MarkSentence(request.POST, owner=request.user, feedback=feedback)
    if form.is_valid():
        return redirect(_place(rejection.pk, _marked(request, form)))
    return _learn(request, rejection, form)


@require_POST
def unmark(request, pk):
    evidence = get_object_or_404(_evidence(request), pk=pk)
    to_trash(request, evidence.with_its_gap())
    return redirect(_back_from(request, evidence))


def remark(request, pk):
    evidence = get_object_or_404(_evidence(request), pk=pk)
    form = Remark(request.POST or None, owner=request.user, instance=evidence)
    if form.is_valid():
        _marked(request, form)
        if gap := form.emptied():
            to_trash(request, gap)
        return redirect(_back_from(request, evidence))
    context = {
        "form": form,
        "evidence": evidence,
        "names": _names(request),
        "back": _back_from(request, evidence),
    }
    return render(request, "gaps/remark.html", context, status=422 if form.errors else 200)


def list_(request):
    gaps, today = (
        request.user.gaps.with_evidence().with_actions().with_practice(),
        request.user.today(),
    )
    return render(
        request,
        "gaps/list.html",
        {
            "open": _ranked(gaps.gaps().open(), today),
            "closed": gaps.gaps().closed().order_by("-closed_on", "-pk"),
            "strengths": _ranked(gaps.strengths(), today),
        },
    )


def new(request):
    form = AddGap(request.POST or None, owner=request.user, instance=Gap(owner=request.user))
    if form.is_valid():
        return redirect("gaps:detail", form.save().pk)
    return render(request, "gaps/new.html", {"form": form}, status=422 if form.errors else 200)


def detail(request, pk):
    return _detail(request, get_object_or_404(_gaps(request), pk=pk))


@require_POST
def rename(request, pk):
    gap = get_object_or_404(_gaps(request), pk=pk)
    form = GapForm(request.POST, owner=request.user, instance=gap, prefix="rename")
    if form.is_valid():
        form.save()
        request.session[WAS] = {"gap": gap.pk, "at": time(), **form.was}
        return redirect("gaps:detail", gap.pk)
    namesake = form.namesake()
    gap.refresh_from_db(fields=["name", "kind"])
    return _detail(request, gap, rename=form, namesake=namesake)


@require_POST
def merge(request, pk):
    gap = get_object_or_404(_gaps(request), pk=pk)
    form = MergeGap(request.POST, gap=gap, prefix="merge")
    if form.is_valid():
        into = form.save()
        to_trash(request, gap, f"“{gap.name}” is part of “{into.name}” now.")
        return redirect("gaps:detail", into.pk)
    return _detail(request, gap, merge=form)


@require_POST
def act(request, pk):
    gap = get_object_or_404(_gaps(request), pk=pk)
    form = AddAction(request.POST, owner=request.user, gap=gap, prefix="act")
    if form.is_valid():
        form.save()
        return redirect("gaps:detail", gap.pk)
    return _detail(request, gap, act=form)


@require_POST
def action_toggle(request, pk):
    action = get_object_or_404(request.user.actions, pk=pk)
    action.toggle(request.user.today())
    return redirect("gaps:detail", action.gap_id)


@require_POST
def action_remove(request, pk):
    action = get_object_or_404(request.user.actions, pk=pk)
    to_trash(request, action)
    return redirect("gaps:detail", action.gap_id)


@require_POST
def close(request, pk):
    gap = get_object_or_404(_gaps(request).gaps(), pk=pk)
    form = CloseGap(request.POST, owner=request.user, instance=gap, prefix="close")
    if form.is_valid():
        form.save()
        return redirect("gaps:detail", gap.pk)
    gap.refresh_from_db(fields=["closed_on", "closed_by_round"])
    return _detail(request, gap, close=form)


@require_POST
def reopen(request, pk):
    gap = get_object_or_404(_gaps(request), pk=pk)
    gap.reopen()
    return redirect("gaps:detail", gap.pk)


@require_POST
def remove(request, pk):
    gap = get_object_or_404(_gaps(request), pk=pk)
    to_trash(request, gap)
    return redirect("gaps:list")


def _rejections(request):
    return request.user.rejections.select_related("interview__employer")


def _gaps(request):
    gaps = request.user.gaps.select_related("closed_by_round__interview__employer")
    return gaps.with_evidence().with_practice()


def _evidence(request):
    return request.user.evidence.select_related("gap", "feedback")


def _marked(request, form):
    evidence = form.save()
    if said := form.kept_kind(evidence):
        messages.info(request, said)
    return evidence


def _names(request):
    """Names and kinds to complete from; more than these nobody scrolls through."""
    return request.user.gaps.order_by("is_strength", "name_key")[:500]


def _was(request, gap) -> dict | None:
    """What it was called within the last hour."""
    was = request.session.get(WAS) or {}
    is_lately = was.get("gap") == gap.pk and time() - was.get("at", 0) < AN_HOUR
    return was if is_lately and {"name", "kind"} & {*was} else None


def _place(rejection: int, evidence) -> str:
    return reverse("gaps:learn", args=[rejection], fragment=f"mark-{evidence.pk}")


def _back_from(request, evidence) -> str:
    """To the Learn page of its rejection, where that still stands."""
    rejection = request.user.rejections.filter(interview=evidence.feedback.interview_id).first()
    return _place(rejection.pk, evidence) if rejection else reverse("gaps:list")


def _ranked(gaps, today):
    return sorted(gaps, key=lambda gap: gap.standing().rank(today), reverse=True)


def _learn(request, rejection, refused=None):
    rows, interview = readings(rejection.interview, refused), rejection.interview_id
    progress = STEP.progress([rejection]).get(rejection.pk)
    context = {
        "rejection": rejection,
        "step": STEP,
        "number": NUMBER,
        "told": [reading for reading in rows if not reading.is_own],
        "own": [reading for reading in rows if reading.is_own],
        "in_vain": FeedbackRequest.objects.in_vain([interview]),
        "waits": progress and progress.waits and progress.holds,
        "names": _names(request),
    }
    return render(request, "gaps/learn.html", context, status=422 if refused else 200)


def _detail(request, gap, namesake=None, **refused):
    forms = {
        "rename": GapForm(owner=request.user, instance=gap, prefix="rename"),
        "act": AddAction(owner=request.user, gap=gap, prefix="act"),
        "close": CloseGap(owner=request.user, instance=gap, prefix="close"),
        "merge": MergeGap(gap=gap, prefix="merge"),
        **refused,
    }
    context = {
        "gap": gap,
        "was": _was(request, gap),
        "namesake": namesake,
        "standing": gap.standing(),
        "evidence": gap.quotes(),
        "actions": gap.actions.in_order(),
        "problems": gap.problems.listed().order_by("due", "pk"),
        "solved": gap.closing_attempts.select_related("problem").order_by("-solved_on", "-pk"),
        **forms,
    }
    return render(request, "gaps/detail.html", context, status=422 if refused else 200)
