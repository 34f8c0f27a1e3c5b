"""What pages are made of, side by side in light and dark: for contributors, and only there."""

from django import forms
from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from accounts.day_fields import DayField
from accounts.one_line import OneLine
from journal.models import Contact, Verdict
from journal.path.journey import Stop
from journal.path.steps import STEPS
from journal.perspective.models import Feeling
from journal.rejections.step import NOTHING_YET

# One of each that a stop can be in; the curve is drawn up to the third.
STATES = ("enough", "begun", "next", "none", "aside", "none")
WRITTEN = {
    "words": "It *stings*.",
    "code": "def merge(bookings):\n    ...",
    "part": Contact.Part.RECRUITER,
    "wanted": Verdict.Wanted.YES,
    "feeling": Feeling.LOW,
}


class Fields(OneLine, forms.Form):
    """One of each kind. What is required was left out, so that an error shows too."""

    employer = forms.CharField(help_text="One line of help, below the label.")
    words = forms.CharField(
        required=False, label="In words", widget=forms.Textarea({"class": "write", "rows": 4})
    )
    code = forms.CharField(required=False, widget=forms.Textarea({"class": "code", "rows": 3}))
    day = DayField(required=False)
    part = forms.ChoiceField(choices=Contact.Part.choices)
    wanted = forms.ChoiceField(
        required=False, choices=Verdict.Wanted.choices, widget=forms.RadioSelect
    )
    feeling = forms.ChoiceField(required=False, choices=Feeling.choices, widget=forms.RadioSelect)
    names = forms.BooleanField(required=False, label="With names")


def page(request):
    """Where it runs for those who work on it: DEBUG, or the demo."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    schemes = [(name, Fields(WRITTEN, auto_id=f"{name}-%s")) for name in ("light", "dark")]
    return render(request, "look/page.html", {"schemes": schemes, "stops": stops()})


def stops() -> list[Stop]:
    return [
        Stop(number, step, NOTHING_YET, state, "#main", number <= 3)
        for number, (step, state) in enumerate(zip(STEPS, STATES, strict=True), 1)
    ]
