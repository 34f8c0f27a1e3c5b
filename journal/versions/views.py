from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from journal.ownership import versions
from journal.versions import places
from journal.versions.difference import difference

A_PAGE = 20


@require_safe
def page(request, kind, pk, field):
    """The earlier texts of a field, the latest first; one of them held against what stands now."""
    row = places.find(request.user, kind, pk, field)
    return _page(request, row, field, _chosen(request, _earlier(row, field)))


def _page(request, row, field, chosen, lost=()):
    """`lost`: the marked words that would not stand in the text any more."""
    earlier = _earlier(row, field)
    context = {
        "lost": lost,
        "earlier": Paginator(earlier.defer("text"), A_PAGE).get_page(request.GET.get("page")),
        "chosen": chosen,
        "passages": difference(chosen.text, getattr(row, field)) if chosen else [],
        "written_at": places.address(row),
    }
    return render(request, "versions/page.html", context, status=422 if lost else 200)


def _earlier(row, field):
    return versions.of(row).filter(field=field).order_by("-created_at", "-pk")


@require_POST
def bring_back(request, pk):
    version = get_object_or_404(request.user.versions, pk=pk)
    row = places.find_of(version)
    lost = row.would_lose(version.field, getattr(row, version.field), version.text)
    if lost and "leave" not in request.POST:
        return _page(request, row, version.field, version, lost=[each.known_as for each in lost])
    versions.bring_back(row, version)
    messages.success(request, "That text is back. What stood there is among the earlier versions.")
    return redirect(places.address(row))


def _chosen(request, earlier):
    key = request.GET.get("version", "")
    known = key.isascii() and key.isdecimal() and len(key) < 19
    return get_object_or_404(earlier, pk=key) if known else earlier.first()
