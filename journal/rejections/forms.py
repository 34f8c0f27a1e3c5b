from uuid import uuid4

from django import forms
from django.db import transaction

from accounts.day_fields import DayInput
from accounts.one_line import OneLine
from journal.employers.models import Employer
from journal.interviews.models import Interview
from journal.ownership.forms import OwnedForm
from journal.ownership.models import Undo
from journal.ownership.text import name_key
from journal.rejections import earlier
from journal.rejections.lines import Line, UnclearLine, read
from journal.rejections.models import Rejection

OUTCOMES = Interview.Outcome


class RejectionForm(OwnedForm):
    """What every way of writing a rejection down shares: when, at which stage, in which words."""

    class Meta:
        model = Rejection
        fields = ["told_on", "stage", "told_how", "message"]
        widgets = {
            "told_on": DayInput,
            "stage": forms.TextInput(attrs={"list": "stages", "autocomplete": "off"}),
            "message": forms.Textarea(attrs={"class": "write", "rows": 7}),
        }
        labels = {
            "told_on": "When they told you",
            "stage": "How far it went",
            "told_how": "How they told you",
            "message": "Their message",
        }
        help_texts = {
            "stage": "Choose one, or write your own.",
            "message": "Paste it word for word, if you have it.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["told_how"].choices = [("", "Not said"), *Rejection.Told.choices]
        self.fields["told_on"].widget.attrs["max"] = self.owner.today().isoformat()

    def clean_told_on(self):
        day = self.cleaned_data["told_on"]
        if day and day > self.owner.today():
            raise forms.ValidationError("That day has not come yet.")
        return day or self.day_where_none_is_said()

    def day_where_none_is_said(self):
        return self.owner.today()

    def outcome(self) -> dict:
        """What this says of the interview: how it ended, and when."""
        silent = self.cleaned_data["told_how"] == Rejection.Told.SILENCE
        outcome = {"outcome": OUTCOMES.GHOSTED if silent else OUTCOMES.REJECTED}
        day = self.cleaned_data["told_on"]
        return outcome | ({"outcome_on": day} if day else {})


class EditRejection(RejectionForm):
    role = forms.CharField(max_length=200, required=False)

    field_order = ["role", "told_on", "stage", "told_how", "message"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].initial = self.instance.interview.role
        if self.instance.told_to_the_month:
            known = self.instance.told_when
            self.fields["told_on"].help_text = f"So far it is known as {known}."

    def stored_beside(self) -> dict:
        return {"role": self.fields["role"].initial}

    def day_where_none_is_said(self):
        """An earlier one may have none; of one on its path none is made up."""
        if not self.instance.kept:
            raise forms.ValidationError("Say on which day they told you.")

    @transaction.atomic
    def save(self, commit=True):
        changed = {*self.changed_data}
        if "told_on" in changed:
            self.instance.told_to_the_month = self.instance.told_to_the_year = False
        if "role" in changed:
            self.instance.interview.store(role=self.cleaned_data["role"])
        if {"told_on", "told_how"} & changed:
            self.instance.interview.store(**self.outcome())
        return super().save(commit)


class BringInEarlier(OneLine, forms.Form):
    """Earlier rejections, a line each, filed under Moved on with no path."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
    lines = forms.CharField(
        label="One a line",
        max_length=50_000,
        widget=forms.Textarea(attrs={"class": "write", "rows": 8}),
        help_text="The employer, the role, the day, month or year. Only the employer is needed.",
        error_messages={"required": "Write at least one line, with an employer on it."},
    )

    def __init__(self, *args, owner, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner = owner

    def clean_lines(self):
        try:
            found = read(self.cleaned_data["lines"], self.owner.today())
        except UnclearLine as error:
            raise forms.ValidationError(str(error)) from error
        if len(found) > 200:
            raise forms.ValidationError("Bring in at most 200 at a time.")
        return found

    @transaction.atomic
    def save(self) -> Undo:
        """Sent twice they are filed once, and so is one that is there already, to the letter."""
        self.owner._meta.model.objects.select_for_update().get(pk=self.owner.pk)
        token = self.cleaned_data["token"] or uuid4()
        if filed := earlier.noted(self.owner, token):
            return filed
        known = set(self.owner.employers.values_list("pk", flat=True))
        interviews = [each for line in self.cleaned_data["lines"] if (each := self._file(line))]
        employers = {each.employer for each in interviews if each.employer_id not in known}
        return earlier.note(self.owner, token, interviews, list(employers))

    def shown(self) -> list[tuple[Line, bool]]:
        """Each line as it will be filed, and whether it is there already."""
        seen: set[Line] = set()
        found = []
        for line in self.cleaned_data["lines"]:
            found.append((line, line in seen or self._is_known(line)))
            seen.add(line)
        return found

    def _is_known(self, line: Line) -> bool:
        same = self.owner.rejections.filter(told_on=line.when.day, interview__role=line.role)
        return same.filter(interview__employer__name_key=name_key(line.employer)).exists()

    def _file(self, line: Line) -> Interview | None:
        if self._is_known(line):
            return None
        today, when = self.owner.today(), line.when
        interview = Interview.objects.create(
            owner=self.owner,
            employer=Employer.objects.named(self.owner, line.employer),
            role=line.role,
            outcome=OUTCOMES.REJECTED,
            outcome_on=when.day or today,
        )
        Rejection.objects.create(
            owner=self.owner,
            interview=interview,
            told_on=when.day,
            told_to_the_month=when.to_the_month,
            told_to_the_year=when.to_the_year,
            kept=True,
            closed_on=today,
        )
        return interview
