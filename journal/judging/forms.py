from datetime import timedelta

from django import forms

from accounts.day_fields import DayInput
from accounts.one_line import OneLine
from journal.judging.models import Answer, Holding, Priority, Verdict
from journal.ownership.forms import OwnedForm
from journal.practice.models import Problem

TAKE_IT_BACK = ("", "Take it back")


class Pills(forms.RadioSelect):
    """None is chosen while nothing is said; what takes an answer back shows beside one."""

    def format_value(self, value):
        return super().format_value(value) if value else []


class OneTap(OneLine, forms.Form):
    """Would I have wanted it? One tap is enough; an empty one takes it back."""

    wanted = forms.ChoiceField(choices=[*Verdict.Wanted.choices, TAKE_IT_BACK], required=False)

    def __init__(self, *args, owner, interview, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner, self.interview = owner, interview

    def save(self) -> tuple[Verdict, bool]:
        """The verdict, and whether it is new."""
        wanted = {"wanted": self.cleaned_data["wanted"]}
        return Verdict.objects.update_or_create(
            owner=self.owner, interview=self.interview, defaults=wanted
        )


class VerdictForm(OwnedForm):
    """How they ran it, would I go again, and in my words."""

    class Meta:
        model = Verdict
        fields = [
            "again",
            "again_from",
            "prepared",
            "respected_time",
            "answered_questions",
            "realistic_problems",
            "clear_role",
            "answered_request",
            "words",
        ]
        widgets = {
            "again_from": DayInput(),
            "words": forms.Textarea(attrs={"class": "write", "rows": 4}),
        }
        labels = {
            "again": "Would I go again?",
            "again_from": "From when",
            "words": "What I make of them",
        }

    def __init__(self, *args, courtesy, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.answered_request:
            self.initial["answered_request"] = courtesy.answer
        for name in ("again", *Verdict.WAYS):
            field = self.fields[name]
            named = [choice for choice in field.choices if choice[0]]
            field.widget = Pills()
            field.choices = [*named, TAKE_IT_BACK]
        self._ask_for_a_day_to_come()

    def _ask_for_a_day_to_come(self) -> None:
        tomorrow = self.owner.today() + timedelta(days=1)
        earliest = min(self.instance.again_from or tomorrow, tomorrow)
        self.fields["again_from"].widget.attrs["min"] = earliest.isoformat()

    def clean_again_from(self):
        day = self.cleaned_data["again_from"]
        is_new = day != self.instance.again_from
        if day and is_new and day <= self.owner.today():
            raise forms.ValidationError("Choose a day that is still to come.")
        return day

    def ways(self):
        return [self[name] for name in Verdict.WAYS]


class ReadQuestion(OwnedForm):
    """What a question says they care about, and whether I want to work on that."""

    class Meta:
        model = Problem
        fields = ["they_care_about", "want_this_work"]
        labels = {
            "they_care_about": "It says they care about",
            "want_this_work": "Is that what I want to work on?",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["version"]
        want = self.fields["want_this_work"]
        want.widget = Pills()
        want.choices = [*Problem.Wanted.choices, TAKE_IT_BACK]

    def store(self) -> None:
        """Only its own columns: the same problem may be graded in this very moment."""
        if self.has_changed():
            self.save()


class HoldAgainst(OneLine, forms.Form):
    """The employer, held against each thing I look for."""

    def __init__(self, *args, verdict, priorities, **kwargs):
        super().__init__(*args, **kwargs)
        self.verdict, self.priorities = verdict, list(priorities)
        holdings = verdict.holdings.all() if verdict.pk else []
        self.holdings = {holding.priority_id: holding for holding in holdings}
        for priority in self.priorities:
            held = self.holdings.get(priority.pk)
            self.fields[self._name(priority)] = forms.ChoiceField(
                label=priority.name,
                help_text=priority.weight_in_words,
                choices=[*Answer.choices, TAKE_IT_BACK],
                required=False,
                initial=held.answer if held else "",
                widget=Pills,
            )

    def save(self, verdict: Verdict) -> None:
        for priority in self.priorities:
            if self._name(priority) in self.changed_data:
                self._hold(verdict, priority, self.cleaned_data[self._name(priority)])

    def _hold(self, verdict: Verdict, priority: Priority, answer: str) -> None:
        if answer:
            Holding.objects.update_or_create(
                owner=verdict.owner, verdict=verdict, priority=priority, defaults={"answer": answer}
            )
        elif held := self.holdings.get(priority.pk):
            held.delete()

    @staticmethod
    def _name(priority: Priority) -> str:
        return f"priority_{priority.pk}"


class PriorityForm(OwnedForm):
    """One thing I look for, and how much it matters."""

    class Meta:
        model = Priority
        fields = ["name", "weight"]
        labels = {"name": "What I look for", "weight": "How much it matters"}
        help_texts = {"name": "A team that reviews code, remote days, problems I care about."}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "off"})}

    weight = forms.TypedChoiceField(
        label="How much it matters",
        choices=Priority.Weight.choices,
        coerce=int,
        initial=Priority.Weight.MATTERS,
        widget=forms.RadioSelect,
    )
