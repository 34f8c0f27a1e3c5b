"""What pages are made of, side by side in light and dark: for contributors, and only there."""

from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.http import Http404
from django.shortcuts import render

STATES = ["enough", "begun", "next", "none", "aside", "none"]
SHORT = ["Perspective", "Feedback", "Learn", "Solve", "Judge", "Move on"]
FEELINGS = [(1, "Awful"), (2, "Low"), (3, "Mixed"), (4, "Okay"), (5, "Good")]


class Fields(forms.Form):
    employer = forms.CharField(help_text="One line of help, below the label.")
    words = forms.CharField(
        required=False, label="In words", widget=forms.Textarea(attrs={"class": "write", "rows": 4})
    )
    code = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"class": "code", "rows": 3})
    )
    day = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    part = forms.ChoiceField(choices=[("recruiter", "Recruiter"), ("interviewer", "Interviewer")])
    wanted = forms.ChoiceField(
        required=False,
        label="Would I have wanted it",
        choices=[("yes", "Yes"), ("unsure", "Not sure"), ("no", "No")],
        widget=forms.RadioSelect,
    )
    feeling = forms.ChoiceField(
        required=False, label="How does it feel", choices=FEELINGS, widget=forms.RadioSelect
    )
    names = forms.BooleanField(required=False, label="With names")


def page(request):
    """Where it runs for those who work on it: DEBUG, or the demo."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "look/page.html", {"schemes": [scheme("Light"), scheme("Dark")]})


def scheme(name: str) -> SimpleNamespace:
    """One column. Its form was sent with nothing, so that an error shows too."""
    written = {"part": "recruiter", "wanted": "yes", "feeling": "2", "words": "It *stings*."}
    fields = Fields({**written, "code": "def merge(calls):\n    ..."}, auto_id=f"{name}-%s")
    return SimpleNamespace(name=name, css=name.lower(), form=fields, stops=stops())


def stops() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            number=number,
            short=short,
            state=state,
            state_in_words=state,
            url="#curve",
            is_next=state == "next",
            is_reached=number <= 3,
        )
        for number, (short, state) in enumerate(zip(SHORT, STATES, strict=True), 1)
    ]
