from datetime import timedelta

from django import forms
from django.db import transaction

from accounts.day_fields import DayField
from journal.closing.models import Closing
from journal.ownership.forms import OwnedForm
from journal.perspective.forms import feeling_choices
from journal.rejections.models import Rejection


class ClosingForm(OwnedForm):
    """One thing I take, one thing I leave. Nothing of it is needed to move on."""

    look_back_on = DayField(
        label="On which day",
        required=False,
        help_text="On that day Today shows it once, beside what you have learned since.",
    )

    class Meta:
        model = Closing
        fields = ["take", "leave", "feeling_now"]
        widgets = {
            "take": forms.Textarea(attrs={"class": "write", "rows": 3}),
            "leave": forms.Textarea(attrs={"class": "write", "rows": 3}),
        }
        labels = {
            "take": "One thing I take with me",
            "leave": "One thing I leave",
            "feeling_now": "How does it feel now?",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tomorrow = self.owner.today() + timedelta(days=1)
        stored = self.instance.rejection.look_back_on
        self.initial["look_back_on"] = stored
        self.fields["look_back_on"].widget.attrs["min"] = min(
            stored or tomorrow, tomorrow
        ).isoformat()
        if self.owner.check_ins:
            self.fields["feeling_now"].widget = forms.RadioSelect()
            self.fields["feeling_now"].choices = feeling_choices(self.instance.feeling_now)
        else:
            del self.fields["feeling_now"]

    def stored_beside(self) -> dict:
        return {"look_back_on": self.initial["look_back_on"]}

    def clean_look_back_on(self):
        day = self.cleaned_data["look_back_on"]
        is_new = day != self.instance.rejection.look_back_on
        if day and is_new and day <= self.owner.today():
            raise forms.ValidationError("Choose a day that is still to come.")
        return day

    @transaction.atomic
    def save(self, commit=True):
        if "look_back_on" in self.changed_data:
            self.instance.rejection.store(look_back_on=self.cleaned_data["look_back_on"])
        return super().save(commit)


class MoveOn(ClosingForm):
    """Save what is there, and close."""

    def _store(self, commit):
        """Nothing was said: then nothing is written, and taking it back leaves nothing behind."""
        said = any(self.cleaned_data.get(name) for name in self._meta.fields)
        return super()._store(commit) if self.instance.pk or said else self.instance

    @transaction.atomic
    def save(self, commit=True):
        closing = super().save(commit)
        rejection: Rejection = self.instance.rejection
        if rejection.is_open:
            rejection.close(self.owner.today())
        return closing
