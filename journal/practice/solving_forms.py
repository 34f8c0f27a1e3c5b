"""Writing an attempt, and when it is written."""

from django import forms
from django.db import transaction
from django.utils import timezone

from journal.ownership.forms import OwnedForm
from journal.practice.attempt_models import Attempt
from journal.practice.fields import as_code, long_text
from journal.practice.models import Problem

LONGEST_SITTING = 4 * 60 * 60


class SolveAgain(OwnedForm):
    """An attempt in the making.

    `started` is the moment at which it would have begun, had it been written in one sitting; sent
    twice, it says the same. A sitting of many hours is a page that was left open.
    """

    text = long_text("Mine, now", 14)
    situation = long_text("Situation", 3, "Where it was, and what was at stake.")
    task = long_text("Task", 2, "What was yours to do.")
    action = long_text("Action", 6, "What you did, step by step, and why so.")
    result = long_text("Result", 3, "What came of it, in figures if there are any.")
    talked = forms.BooleanField(required=False, widget=forms.HiddenInput)
    started = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Attempt
        fields = [*Attempt.PARTS, "text", "language", "talked"]
        widgets = {"language": forms.TextInput(attrs={"list": "languages", "class": "short"})}

    def __init__(self, *args, problem: Problem, talking: bool | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.problem = problem
        self.fields["started"].initial = _now() - (self.instance.seconds or 0)
        self._say_how(talking)
        self._drop(self._unused())
        for field in self.written:
            field.field.one_of_several = True
        if self.is_talk:
            self.fields["text"].label = "Notes, as you talk"
        if problem.is_code:
            as_code(self.fields["text"])
            self.initial["language"] = self.instance.language or self._usual_language()

    def _say_how(self, talking: bool | None) -> None:
        """Whether it is talked through: as it was sent, as is asked for, or as it was begun."""
        sent = self.data.get(self.add_prefix("talked"))
        begun = self.instance.talked if talking is None else talking
        self.is_talk = self.problem.may_be_talked and (begun if sent is None else sent == "True")
        self.initial["talked"] = self.is_talk

    def _unused(self) -> list[str]:
        """The fields this kind of problem has no use for, unless something is in them."""
        in_parts = self.problem.is_told_in_parts and not self.is_talk
        unused = ["text"] if in_parts else [*Attempt.PARTS]
        unused = [name for name in unused if not getattr(self.instance, name)]
        if not self.problem.may_be_talked:
            unused.append("talked")
        return unused if self.problem.is_code else [*unused, "language"]

    def _drop(self, names: list[str]) -> None:
        for name in names:
            del self.fields[name]

    @property
    def written(self):
        """The fields to write in, as they are told."""
        return [self[name] for name in (*Attempt.PARTS, "text") if name in self.fields]

    def says_something(self) -> bool:
        return any(self.cleaned_data.get(field.name, "").strip() for field in self.written)

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
        self.is_drawn = bool(self.instance.pk) and self.instance.drawings.exists()
        is_all = len(self.written) == 1 and not self.is_drawn
        self.written[0].field.widget.attrs["required"] = is_all

    def clean(self):
        cleaned = super().clean()
        if not (self.errors or self.says_something() or self.is_drawn):
            self.add_error(self.written[0].name, self.EMPTY)
        return cleaned


def _now() -> int:
    return int(timezone.now().timestamp())
