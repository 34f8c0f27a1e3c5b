"""What was asked: questions, one a line, and the problems they become."""

from datetime import date, timedelta

from django import forms
from django.db import transaction
from django.db.models import Q

from accounts.day_fields import DayField
from accounts.one_line import OneLine
from journal.interviews.models import Interview, Round
from journal.ownership.forms import NewRow, OwnedForm
from journal.practice import questions
from journal.practice.fields import GapChoices, RoundChoice, as_code, long_text, minutes_field
from journal.practice.models import Problem
from journal.practice.rounds import KINDS
from journal.practice.topics import topics

FOLDED = ("minutes", "round", "topics", "source", "said_to_be", "gaps")
LONGEST_SNOOZE = timedelta(days=730)


class AddQuestions(OneLine, forms.Form):
    """The questions of an interview, one a line; each becomes a problem, once."""

    lines = forms.CharField(
        label="The questions they asked, one a line",
        max_length=50_000,
        widget=forms.Textarea(attrs={"class": "write", "rows": 4}),
        error_messages={"required": "Write at least one question; a few words are enough."},
    )
    round = RoundChoice(label="In which round", empty_label="Not said")

    def __init__(self, *args, interview: Interview, **kwargs):
        super().__init__(*args, **kwargs)
        self.interview = interview
        self.fields["round"].queryset = interview.rounds.all()

    def clean_lines(self):
        try:
            return questions.read(self.cleaned_data["lines"])
        except questions.TooLong as error:
            raise forms.ValidationError(str(error)) from error

    @transaction.atomic
    def save(self) -> None:
        known = set(self.interview.problems.values_list("title", flat=True))
        for title in self.cleaned_data["lines"]:
            if title not in known:
                self._keep(title)

    def _keep(self, title: str) -> None:
        round_ = self.cleaned_data["round"]
        Problem.objects.create(
            owner_id=self.interview.owner_id,
            interview=self.interview,
            round=round_,
            title=title,
            kind=KINDS.get(round_ and round_.kind, Problem.Kind.OTHER),
        )


class SayKind(OneLine, forms.Form):
    kind = forms.ChoiceField(choices=Problem.Kind.choices)


class Snooze(OneLine, forms.Form):
    """Until a day of mine."""

    until = DayField(label="Not before")

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["until"].widget.attrs["min"] = (today + timedelta(days=1)).isoformat()

    def clean_until(self):
        until = self.cleaned_data["until"]
        if not self.today < until <= self.today + LONGEST_SNOOZE:
            raise forms.ValidationError("Choose a day from tomorrow on, at most two years away.")
        return until


class EditProblem(OwnedForm):
    """A problem, and what I answered. What went wrong schedules it, when it is first said."""

    question = long_text("The whole question", 4, "As they put it, as far as you remember.")
    answered = long_text("What I answered then", 6)
    went_wrong = long_text(
        "What went wrong", 3, "With this it comes back, from two days after they told you."
    )
    minutes = minutes_field("Minutes they gave")
    round = RoundChoice(label="Round", empty_label="Not said")
    gaps = GapChoices(label="Gaps it shows")

    class Meta:
        model = Problem
        fields = [
            "title",
            "kind",
            "question",
            "answered",
            "went_wrong",
            "minutes",
            "round",
            "topics",
            "source",
            "said_to_be",
            "gaps",
        ]
        labels = {
            "title": "The question in a few words",
            "source": "Where it can be found",
            "said_to_be": "How hard it is said to be",
        }
        help_texts = {
            "topics": "Words of your own, with commas between: arrays, two pointers",
            "source": "A link to it, if there is one.",
            "said_to_be": "Kept out of sight while you solve it: no interview tells you.",
        }
        error_messages = {
            "source": {"invalid": "Write the whole address, as in https://example.org"}
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer_rounds()
        self._offer_gaps()
        if self.instance.is_code:
            as_code(self.fields["answered"])

    def _offer_rounds(self) -> None:
        interview = self.instance.interview
        rounds = interview.rounds.all() if interview else Round.objects.none()
        self.fields["round"].queryset = rounds
        if not rounds:
            del self.fields["round"]

    def _offer_gaps(self) -> None:
        chosen = self.instance.gaps.values("pk") if self.instance.pk else []
        offered = Q(pk__in=self.owner.gaps.gaps().open().values("pk")) | Q(pk__in=chosen)
        self.fields["gaps"].queryset = self.owner.gaps.filter(offered).order_by("name")
        if not self.fields["gaps"].queryset:
            del self.fields["gaps"]

    @property
    def more(self):
        """What is folded away."""
        return [self[name] for name in FOLDED if name in self.fields]

    def clean_topics(self):
        return ", ".join(topics(self.cleaned_data["topics"]))

    @transaction.atomic
    def save(self, commit=True):
        if self.instance.pk:
            self.instance.lock()
        told = bool(self.cleaned_data["went_wrong"].strip())
        first_told = told and not self._before["went_wrong"].strip()
        problem = super().save(commit)
        if first_told and problem.due is None:
            problem.bring_back()
        return problem


class NewProblem(NewRow, EditProblem):
    """A problem that was asked, or one from a book, a friend or a site."""
