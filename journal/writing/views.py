from django.shortcuts import render
from django.views.decorators.http import require_POST

from journal import prose
from journal.writing.forms import Preview


@require_POST
def preview(request):
    """A fragment: what was typed as it will look once saved. Nothing is stored."""
    form = Preview(request.POST)
    words = prose.render(form.cleaned_data["text"]) if form.is_valid() else ""
    context = {"errors": form.errors.get("text"), "words": words}
    return render(request, "writing/preview.html", context, status=422 if form.errors else 200)
