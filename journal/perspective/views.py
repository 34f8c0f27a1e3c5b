from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render

from journal.perspective.forms import PerspectiveForm, RateRounds
from journal.perspective.models import Perspective
from journal.perspective.numbers import SMALLEST_SAMPLE, numbers
from journal.perspective.sight import opening
from journal.perspective.step import STEP


def page(request, pk):
    rejections = request.user.rejections.select_related("interview__employer")
    rejection = get_object_or_404(rejections, pk=pk)
    interview = rejection.interview
    last, zone = interview.outcome_on, request.user.zone
    rounds = [each for each in interview.rounds.all() if each.took_place_by(last, zone)]
    form = PerspectiveForm(
        request.POST or None,
        owner=request.user,
        instance=rejection.perspectives.first()
        or Perspective(owner=request.user, rejection=rejection),
    )
    column = interview.rating_made_now()
    ratings = RateRounds(request.POST or None, rounds=rounds, column=column)
    if form.is_valid() and ratings.is_valid():
        with transaction.atomic():
            form.save()
            ratings.save()
            if "aside" in request.POST:
                rejection.toggle_aside(STEP.key)
        return redirect("path:page", rejection.pk)
    context = {
        "rejection": rejection,
        "step": STEP,
        "number": 1,
        "form": form,
        "ratings": ratings,
        "opening": _opening(rejection, rounds),
        "numbers": numbers(rejection),
        "smallest_sample": SMALLEST_SAMPLE,
    }
    refused = form.errors or ratings.errors
    return render(request, "perspective/page.html", context, status=422 if refused else 200)


def _opening(rejection, rounds) -> str:
    return opening(
        rejection.interview.met(),
        rejection.stage,
        at_home=any(each.is_alone for each in rounds),
        untimed=not all(each.minutes for each in rounds if not each.is_alone),
    )
