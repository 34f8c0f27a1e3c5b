from django import forms

from accounts.day_fields import DayInput
from accounts.one_line import OneLine
from journal.dates import day
from journal.gaps.merging import merge
from journal.gaps.models import Action, Gap
from journal.interviews.models import Round
from journal.ownership.forms import NewRow, OwnedForm


class GapForm(OwnedForm):
    class Meta:
        model = Gap
        fields = ["name", "kind"]
        widgets = {"kind": forms.RadioSelect}

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"is_strength"}

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def namesake(self) -> Gap | None:
        """Another one that has the name which was asked for, where that was one."""
        return self.instance.others().filter(name_key=self.instance.name_key).first()

    def save(self, commit=True) -> Gap:
        self.was = {name: self.initial[name] for name in self.changed_data}
        return super().save(commit)


class MergeGap(OneLine, forms.Form):
    """Two names for one thing: this one becomes part of the other."""

    into = forms.ModelChoiceField(
        Gap.objects.none(),
        label="It is the same as",
        empty_label="Choose its other name",
        error_messages={
            "required": "Choose what it is the same as.",
            "invalid_choice": "That one is not there any more. Choose again.",
        },
    )

    def __init__(self, *args, gap: Gap, **kwargs):
        super().__init__(*args, **kwargs)
        self.gap = gap
        self.fields["into"].queryset = gap.others()
        self.fields["into"].label_from_instance = lambda row: row.name

    def save(self) -> Gap:
        into = self.cleaned_data["into"]
        merge(self.gap, into)
        return into


class AddGap(GapForm):
    """A gap or a strength that no feedback named, written down by hand."""

    is_strength = forms.TypedChoiceField(
        label="What is it?",
        choices=[("no", "A gap"), ("yes", "A strength")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    class Meta(GapForm.Meta):
        fields = ["is_strength", "name", "kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_strength"] = "no"


class AddAction(NewRow):
    """What I will do about a gap, or to keep a strength."""

    class Meta:
        model = Action
        fields = ["text", "by"]
        widgets = {"by": DayInput()}
        labels = {"by": "By when"}

    def __init__(self, *args, gap: Gap, **kwargs):
        super().__init__(*args, instance=Action(owner=gap.owner, gap=gap), **kwargs)
        self.fields["text"].label = (
            "What will you keep doing?" if gap.is_strength else "What will you practise or read?"
        )
        self.fields["by"].widget.attrs["min"] = self.owner.today().isoformat()

    def clean_by(self):
        by = self.cleaned_data["by"]
        if by and by < self.owner.today():
            raise forms.ValidationError("Choose today, or a day to come.")
        return by


class RoundThatWentWell(forms.ModelChoiceField):
    def label_from_instance(self, row):
        parts = [row.interview.employer.name, row.get_kind_display().lower(), day(row.day_in())]
        return ", ".join(part for part in parts if part)


class CloseGap(OwnedForm):
    """Closed by a problem solved again, by a round that went well, or by a day of my own."""

    closed_by_attempt = forms.ChoiceField(label="The problem you solved again", required=False)

    closed_by_round = RoundThatWentWell(
        Round.objects.none(),
        label="The round that showed it",
        required=False,
        empty_label="No round, I can tell",
        help_text="Those that went well in your eyes, since it was last said.",
        error_messages={
            "invalid_choice": "Choose a round that came after it was last said and went well, "
            "or none."
        },
    )

    class Meta:
        model = Gap
        fields = ["closed_by_round", "closed_on"]
        widgets = {"closed_on": DayInput()}
        labels = {"closed_on": "On which day"}
        help_texts = {"closed_on": "Left empty it is the day it showed, or today."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {}
        self.last_said_on = self.instance.last_said_on()
        rounds = self.instance.rounds_since(self.owner.today())
        self.fields["closed_by_round"].queryset = rounds.select_related("interview__employer")
        limits = {"min": self.last_said_on, "max": self.owner.today()}
        attrs = {name: each.isoformat() for name, each in limits.items() if each}
        self.fields["closed_on"].widget.attrs |= attrs
        self._offer_attempts()

    def _offer_attempts(self) -> None:
        """Those at its problems that went well; they lie in a room further on."""
        self.solved = {str(each["attempts"]): each for each in self.instance.solved_since()}
        if not self.solved:
            del self.fields["closed_by_attempt"]
            return
        self.fields["closed_by_attempt"].choices = [
            ("", "No problem"),
            *(
                (key, f"{each['title']}, {day(each['attempts__solved_on'])}")
                for key, each in self.solved.items()
            ),
        ]

    def clean_closed_on(self):
        closed_on = self.cleaned_data["closed_on"]
        if closed_on and closed_on > self.owner.today():
            raise forms.ValidationError("Choose a day that has been, or today.")
        if closed_on and self.last_said_on and closed_on < self.last_said_on:
            said = f"It was last said on {day(self.last_said_on)}."
            raise forms.ValidationError(f"{said} Choose that day, or a later one.")
        return closed_on

    def save(self) -> Gap:
        by = self.cleaned_data["closed_by_round"]
        attempt = self.solved.get(self.cleaned_data.get("closed_by_attempt", ""))
        days = [by and by.day_in(self.owner.zone), attempt and attempt["attempts__solved_on"]]
        proven_on = max(filter(None, days), default=self.owner.today())
        key = attempt and attempt["attempts"]
        with self.instance.closing(key):
            self.instance.close(self.cleaned_data["closed_on"] or proven_on, by)
            if key:
                self.instance.closed_by_solving(key)
        return self.instance
