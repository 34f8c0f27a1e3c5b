from uuid import uuid4

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from journal.dates import counted
from journal.ownership.deleting import to_trash
from journal.rejections.earlier import EARLIER, take_out
from journal.rejections.forms import BringInEarlier, EditRejection
from journal.rejections.mail_forms import MailForm
from journal.rejections.models import Rejection
from journal.rejections.new_forms import RejectionFrom
from journal.rejections.new_views import read_mail


def new_from(request, pk):
    """They said no, after an interview that is logged."""
    interview = get_object_or_404(request.user.interviews.select_related("employer"), pk=pk)
    if known := interview.rejections.first():
        return redirect("path:page", known.pk)
    if request.method != "POST" and not interview.may_end_with_a_no:
        return redirect("interviews:detail", pk)
    if request.FILES:
        return read_mail(request)
    form = RejectionFrom(request.POST or None, owner=request.user, interview=interview)
    if form.is_valid():
        return redirect("path:written", form.save().pk)
    return _page(request, "rejections/new_from.html", form, interview=interview, mail=MailForm())


def edit(request, pk):
    rejection = get_object_or_404(_rejections(request), pk=pk)
    form = EditRejection(request.POST or None, instance=rejection, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("path:page", rejection.pk)
    return _page(request, "rejections/edit.html", form, rejection=rejection)


def earlier(request):
    """They are shown as they will be filed; nothing is stored yet."""
    form = BringInEarlier(request.POST or None, owner=request.user)
    rows = form.shown() if form.is_valid() else []
    context = {"rows": rows, "new": sum(not is_known for _, is_known in rows), "token": uuid4()}
    return _page(request, "rejections/earlier.html", form, **context)


@require_POST
def file_earlier(request):
    form = BringInEarlier(request.POST, owner=request.user)
    if not form.is_valid():
        return _page(request, "rejections/earlier.html", form)
    filed = form.save()
    said = counted(len(filed.made["interviews"]), "rejection").capitalize()
    undo = reverse("rejections:undo_earlier", args=[filed.pk])
    messages.success(request, f"{said} filed under Moved on.", extra_tags=undo)
    return redirect("interviews:list")


@require_POST
def undo_earlier(request, pk):
    """All that were filed together."""
    take_out(get_object_or_404(request.user.undos.filter(act=EARLIER), pk=pk))
    messages.success(request, "They are taken out again.")
    return redirect("rejections:earlier")


def delete(request, pk):
    """Ask on GET; on POST put the whole interview with its rejection in the trash."""
    rejection = get_object_or_404(_rejections(request), pk=pk)
    if request.method == "POST":
        to_trash(request, rejection.interview)
        return redirect("interviews:list")
    return render(request, "rejections/delete.html", {"rejection": rejection})


def _rejections(request):
    return request.user.rejections.select_related("interview__employer")


def _page(request, template: str, form, **context):
    context |= {"form": form, "stages": Rejection.STAGES}
    return render(request, template, context, status=422 if form.errors else 200)
