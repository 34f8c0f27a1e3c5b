from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from journal.employers.forms import EmployerForm
from journal.employers.models import Employer
from journal.ownership import trash

A_PAGE = 100
KEPT_FOR = timedelta(days=30)


def index(request):
    """The verdicts side by side, and then the others."""
    employers = request.user.employers.prefetch_related("interviews__verdicts")
    judged = employers.judged().order_by("name_key")
    others = employers.exclude(pk__in=judged.values("pk")).order_by("name_key")
    page = Paginator(others, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "employers/list.html", {"judged": judged, "others": page})


def detail(request, pk):
    employer = get_object_or_404(request.user.employers, pk=pk)
    interviews = employer.interviews.prefetch_related("rejections", "verdicts", "problems")
    interviews = list(interviews.order_by("-pk"))
    context = {
        "employer": employer,
        "interviews": interviews,
        "asked": [problem for each in interviews for problem in each.problems.all()],
    }
    return render(request, "employers/detail.html", context)


def edit(request, pk):
    employer = get_object_or_404(request.user.employers, pk=pk)
    form = EmployerForm(request.POST or None, instance=employer, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("employers:detail", pk)
    context = {"employer": employer, "form": form, "name": form.initial["name"]}
    return render(request, "employers/edit.html", context, status=422 if form.errors else 200)


def delete(request, pk):
    """Ask on GET; on POST put the employer in the trash, with all its interviews."""
    employer = get_object_or_404(request.user.employers, pk=pk)
    if request.method == "POST":
        trash.move_to_trash(employer)
        sentence = '{} is in the trash for 30 days. <a href="{}">Bring it back</a>'
        where = reverse("employers:deleted")
        messages.success(request, format_html(sentence, employer.name, where))
        return redirect("employers:list")
    context = {"employer": employer, "interviews": employer.interviews.count()}
    return render(request, "employers/delete.html", context)


def deleted(request):
    employers = _deleted(request.user).order_by("-deleted_at")
    return render(request, "employers/deleted.html", {"employers": employers})


@require_POST
def restore(request, batch):
    employer = get_object_or_404(_deleted(request.user), trash_id=batch)
    try:
        with transaction.atomic():
            trash.restore(request.user, batch)
    except IntegrityError:
        sentence = f"You have another {employer.name} by now. Rename it, then bring this one back."
        messages.error(request, sentence)
        return redirect("employers:deleted")
    return redirect("employers:detail", employer.pk)


def _deleted(person):
    since = timezone.now() - KEPT_FOR
    return Employer.with_trash.filter(owner=person, deleted_at__gte=since)
