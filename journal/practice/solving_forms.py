"""Writing an attempt, and when it is written."""

from django import forms
from django.db import transaction
from django.utils import timezone

from journal.ownership.forms import OwnedForm
from journal.practice.fields import as_code, long_text
from journal.practice.models import Attempt, Problem

LONGEST_SITTING = 4 * 60 * 60


class SolveAgain(OwnedForm):
    """An attempt in the making.

    `started` is the moment at which it would have begun, had it been written in one sitting; sent
    twice, it says the same. A sitting of many hours is a page that was left open.
    """

    text = long_text("Mine, now", 14)
    started = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Attempt
        fields = ["text", "language"]
        widgets = {"language": forms.TextInput(attrs={"list": "languages", "class": "short"})}

    def __init__(self, *args, problem: Problem, **kwargs):
        super().__init__(*args, **kwargs)
        self.problem = problem
        self.fields["started"].initial = _now() - (self.instance.seconds or 0)
        if problem.is_code:
            as_code(self.fields["text"])
            self.initial["language"] = self.instance.language or self._usual_language()
        else:
            del self.fields["language"]

    def _usual_language(self) -> str:
        last = self.owner.attempts.exclude(language="").order_by("-pk").first()
        return last.language if last else ""

    @transaction.atomic
    def save(self, commit=True):
        self.instance.problem = self.problem
        self.instance.seconds = self._seconds()
        return super().save(commit)

    def _seconds(self) -> int | None:
        before, started = self.instance.seconds, self.cleaned_data["started"]
        if started is None:
            return before
        seconds = _now() - started
        sitting = seconds - (before or 0)
        return seconds if 0 <= sitting <= LONGEST_SITTING else before


class FinishAttempt(SolveAgain):
    """Mine is written; now it may be compared."""

    EMPTY = (
        "Write yours first, if only how you would begin. "
        "If you solved it elsewhere, there is a form for that below."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = self.EMPTY

    def clean_text(self):
        if not self.cleaned_data["text"].strip():
            raise forms.ValidationError(self.EMPTY)
        return self.cleaned_data["text"]


def _now() -> int:
    return int(timezone.now().timestamp())
