from django import forms

from journal.ownership.forms import OwnedForm
from journal.perspective.models import Feeling, Perspective
from journal.practice import questions
from journal.practice.models import Problem


class EnoughForToday(OwnedForm):
    """After it is written down: how it feels, and the questions I remember. Both optional."""

    questions = forms.CharField(
        label="The questions I remember, one a line",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"class": "write", "rows": 4}),
    )

    class Meta:
        model = Perspective
        fields = ["feeling"]
        labels = {"feeling": "How it feels"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.owner.check_ins:
            self.fields["feeling"].widget = forms.RadioSelect(choices=Feeling.choices)
        else:
            del self.fields["feeling"]

    def clean_questions(self):
        try:
            return questions.read(self.cleaned_data["questions"])
        except questions.TooLong as error:
            raise forms.ValidationError(str(error)) from error

    def save(self, commit=True):
        rejection = self.instance.rejection
        if self.cleaned_data.get("feeling"):
            super().save(commit)
        known = set(rejection.interview.problems.values_list("title", flat=True))
        for title in self.cleaned_data["questions"]:
            if title not in known:
                self._keep(title)
        return rejection

    def _keep(self, title: str) -> None:
        Problem.objects.create(
            owner=self.owner,
            interview=self.instance.rejection.interview,
            title=title,
            kind=Problem.Kind.OTHER,
        )
