"""Finding by name: a page, and the same for the palette (static/js/palette) as one types."""

from dataclasses import asdict

from django.http import JsonResponse
from django.shortcuts import render

from journal.search import finding


def page(request):
    typed = request.GET.get("q", "")
    context = {"typed": typed, "kinds": finding.find(request.user, typed)}
    return render(request, "search/page.html", context)


def find(request):
    kinds = finding.find(request.user, request.GET.get("q", ""))
    return JsonResponse({"kinds": [asdict(kind) for kind in kinds]})
