from django import forms
from django.db import transaction

from accounts.one_line import OneLine
from journal.dates import day
from journal.feedback.fields import PastDay, after_asking, write
from journal.feedback.letters import Occasion
from journal.feedback.request_models import FeedbackRequest
from journal.ownership.forms import OwnedForm


class EditLetter(OwnedForm):
    class Meta:
        model = FeedbackRequest
        fields = ["subject", "letter"]
        widgets = {"letter": write(16)}
        error_messages = {"letter": {"required": "A letter needs a line at least."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["letter"].required = True
        if not self.instance.by_mail:
            del self.fields["subject"]


class SendLetter(EditLetter):
    """I sent it: in these words, on this day."""

    day = PastDay(label="Sent on")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].belong_to(self.owner)
        for name in {"subject", "letter"} & set(self.fields):
            if self.is_bound and name not in self.data:
                del self.fields[name]

    def clean_day(self):
        day_, rejection = self.cleaned_data["day"], self.instance.interview.rejections.first()
        if rejection and not rejection.is_silent and rejection.told_on and day_ < rejection.told_on:
            raise forms.ValidationError(
                f"They told you on {day(rejection.told_on)}, later than that."
            )
        return day_

    @transaction.atomic
    def save(self, commit=True):
        request = super().save(commit)
        if request.is_draft:
            request.ask(self.cleaned_data["day"])
        return request


class FollowUp(OwnedForm):
    """The nudge or the thank-you, in my words."""

    class Meta:
        model = FeedbackRequest
        fields = ["nudge_letter", "thanks_letter"]
        widgets = {"nudge_letter": write(9), "thanks_letter": write(9)}
        labels = {"nudge_letter": "Your nudge", "thanks_letter": "Your thank-you"}

    def __init__(self, *args, occasion: Occasion, **kwargs):
        super().__init__(*args, auto_id="follow_up_%s", **kwargs)
        self.name = f"{occasion}_letter"
        for other in set(self.Meta.fields) - {self.name}:
            del self.fields[other]
        self.is_mine = bool(self._before[self.name])
        self.stored = self.instance.next_letter(occasion)
        self.initial[self.name] = self.stored.body
        self.fields[self.name].help_text = "Emptied and saved, it is drafted anew."

    @property
    def letter(self) -> forms.BoundField:
        return self[self.name]

    def _compare_version(self, cleaned) -> None:
        """What is as drafted follows the tone still, and is nothing of mine to store."""
        if not self.is_mine and cleaned.get(self.name) == self.stored.body:
            cleaned[self.name] = ""
        super()._compare_version(cleaned)


class SendNudge(OneLine, forms.Form):
    day = PastDay(label="Sent on")

    def __init__(self, *args, nudges: FeedbackRequest, **kwargs):
        super().__init__(*args, auto_id="nudge_%s", **kwargs)
        self.nudges = nudges
        self.fields["day"].belong_to(nudges.owner)

    def clean_day(self):
        return after_asking(self.cleaned_data["day"], self.nudges.asked_on)
