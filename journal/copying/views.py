from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from journal.copying.copies import Kind, copy_of
from journal.copying.forms import WithNames
from journal.prose import render as prose


@require_safe
def page(request, pk, kind: Kind):
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
def file(request, pk, kind: Kind):
    copy = _copy(request, WithNames(request.GET), kind, pk)
    named = {"Content-Disposition": f'attachment; filename="{kind.noun}.md"'}
    return HttpResponse(copy.text + "\n", "text/markdown; charset=utf-8", headers=named)


def _copy(request, form: WithNames, kind: Kind, pk):
    with_names = form.is_valid() and form.cleaned_data["names"]
    return copy_of(kind, request.user, pk, with_names=with_names)
