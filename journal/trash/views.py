from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from journal.ownership import lying, trash
from journal.ownership.merging import merge as merge_into
from journal.ownership.models import Named
from journal.ownership.purge import purge
from journal.ownership.rivals import rival_of
from journal.trash.entries import entries, entry
from journal.trash.forms import EmptyTrash, PutBackRenamed
from journal.trash.places import place_of

A_PAGE = 30


def page(request):
    """What the person deleted by itself within thirty days, the latest first."""
    deleted = Paginator(lying.of(request.user), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": deleted, "entries": entries(request.user, deleted.object_list)}
    return render(request, "trash/page.html", context)


def detail(request, batch):
    """One thing in the trash, and what stands in the way of its coming back."""
    return _detail(request, _found(request, batch))


@require_POST
def put_back(request, batch):
    row = _found(request, batch)
    try:
        return _is_back(request, trash.restore(request.user, batch) or row)
    except trash.CannotComeBack:
        return redirect("trash:detail", batch)


@require_POST
def put_all_back(request, batch):
    """What it hangs off first, then the thing itself; all or none."""
    row = _found(request, batch)
    try:
        trash.restore_with_parents(request.user, row)
    except trash.CannotComeBack as error:
        return redirect("trash:detail", error.row.trash_id)
    return _is_back(request, row)


@require_POST
def rename(request, batch):
    row = _named(request, batch)
    form = PutBackRenamed(request.POST, row=row)
    if form.is_valid() and form.save():
        return _is_back(request, row)
    return _detail(request, _found(request, batch), form)


@require_POST
def merge(request, batch):
    row = _named(request, batch)
    if rival := rival_of(row):
        return _is_back(request, merge_into(row, rival))
    return put_back(request, batch)


def delete(request, batch):
    """Ask on GET; on POST it is gone for good."""
    row = _found(request, batch)
    if request.method == "POST":
        purge(owner=request.user, trash_id=batch)
        messages.success(request, f"The {row.noun} {row.known_as} is gone for good.")
        return redirect("trash:page")
    return render(request, "trash/delete.html", {"entry": entry(request.user, row)})


def empty(request):
    """Ask on GET; on POST all that lay there when the page was shown is gone for good."""
    form = EmptyTrash(request.POST or None, initial={"until": timezone.now().isoformat()})
    if form.is_valid():
        purge(owner=request.user, deleted_at__lte=form.cleaned_data["until"])
        messages.success(request, "What was in the trash is gone for good.")
        return redirect("trash:page")
    context = {"form": form, "many": lying.of(request.user).count()}
    return render(request, "trash/empty.html", context, status=422 if form.errors else 200)


def _found(request, batch):
    if row := lying.find(request.user, batch):
        return row
    raise Http404


def _named(request, batch):
    row = _found(request, batch)
    if isinstance(row, Named):
        return row
    raise Http404


def _is_back(request, row):
    messages.success(request, f"The {row.noun} {row.known_as} is back.")
    return redirect(place_of(row))


def _detail(request, row, form=None):
    parent, rival = trash.parent_in_trash(row), rival_of(row)
    context = {
        "entry": entry(request.user, row),
        "parent": parent,
        "rival": rival,
        "rival_place": rival and place_of(rival),
        "form": form or (isinstance(row, Named) and PutBackRenamed(row=row)),
    }
    return render(request, "trash/detail.html", context, status=422 if form else 200)
