from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from journal.employers.comparing import how_they_ran_it, what_i_look_for
from journal.employers.forms import EmployerForm
from journal.ownership.deleting import to_trash

A_PAGE = 100


def index(request):
    """The verdicts side by side, and then the others."""
    employers = request.user.employers.prefetch_related(
        "interviews__verdicts__holdings__priority", "interviews__rejections"
    )
    judged = employers.judged().order_by("name_key")
    others = employers.exclude(pk__in=judged.values("pk")).order_by("name_key")
    page = Paginator(others, A_PAGE).get_page(request.GET.get("page"))
    looked_for = request.user.priorities.order_by("-weight", "pk")
    context = {
        "judged": judged,
        "others": page,
        "ways": how_they_ran_it(judged),
        "held": what_i_look_for(judged, looked_for),
    }
    return render(request, "employers/list.html", context)


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
        to_trash(request, employer)
        return redirect("employers:list")
    context = {"employer": employer, "interviews": employer.interviews.count()}
    return render(request, "employers/delete.html", context)
