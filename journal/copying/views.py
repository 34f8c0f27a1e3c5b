from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from journal.copying.copies import ENTRY, GAP, LETTER, Kind, copy_of
from journal.copying.forms import WithNames
from journal.prose import render as prose


def entry(request, pk):
    return _page(request, ENTRY, pk)


def entry_file(request, pk):
    return _file(request, ENTRY, pk)


def gap(request, pk):
    return _page(request, GAP, pk)


def gap_file(request, pk):
    return _file(request, GAP, pk)


def letter(request, pk):
    return _page(request, LETTER, pk)


def letter_file(request, pk):
    return _file(request, LETTER, pk)


@require_safe
def _page(request, kind: Kind, pk):
    form = WithNames(request.GET)
    copy = _copy(request, form, kind, pk)
    context = {
        "form": form,
        "copy": copy,
        "looks": prose(copy.text),
        "file": reverse(f"copying:{kind.noun}_file", args=[pk]),
    }
    return render(request, "copying/page.html", context)


@require_safe
def _file(request, kind: Kind, pk):
    copy = _copy(request, WithNames(request.GET), kind, pk)
    named = {"Content-Disposition": f'attachment; filename="{kind.noun}.md"'}
    return HttpResponse(copy.text + "\n", "text/markdown; charset=utf-8", headers=named)


def _copy(request, form: WithNames, kind: Kind, pk):
    with_names = form.is_valid() and form.cleaned_data["names"]
    return copy_of(kind, request.user, pk, with_names=with_names)
