from django import forms
from django.db import transaction

from journal.feedback.fields import MovesQuotes, write
from journal.feedback.models import Feedback
from journal.interviews.models import Interview

PROMPTS = {
    Feedback.Aspect.CHANGE: "In how you prepared, asked or answered. A sentence is plenty.",
    Feedback.Aspect.KEEP: "What you did well is as easily forgotten.",
    Feedback.Aspect.HANDS: "Their timing, their stack, somebody who was there before you.",
}


class OwnReadingBox(MovesQuotes):
    """One aspect of my own reading. What stood in an emptied box is left for the trash."""

    class Meta:
        model = Feedback
        fields = ["text"]
        widgets = {"text": write(4)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.aspect = Feedback.Aspect(self.instance.aspect)
        if text := self.fields.get("text"):
            text.label, text.help_text = self.aspect.label, PROMPTS[self.aspect]
            text.required = False
        # A box that was empty names no version of its own: what was written since is not lost.
        self.fields.setdefault(
            "version", forms.IntegerField(required=False, widget=forms.HiddenInput, initial=0)
        )

    def _compare_version(self, cleaned) -> None:
        if self.instance.pk:
            super()._compare_version(cleaned)

    def save(self, commit=True):
        if not self._changed_texts(self.cleaned_data):
            return self.instance
        return super().save(commit) if self.cleaned_data["text"] else self.instance

    @property
    def is_emptied(self) -> bool:
        changed = self._changed_texts(self.cleaned_data)
        return bool(self.instance.pk and changed and not self.cleaned_data["text"])


class OwnReading:
    """What I would change, what I would keep, what was not in my hands: three boxes, one form."""

    def __init__(self, data=None, *, owner, interview: Interview):
        rows = {row.aspect: row for row in interview.feedback.own_reading()}
        self.boxes = [
            OwnReadingBox(
                data,
                owner=owner,
                prefix=aspect.value,
                instance=rows.get(aspect)
                or Feedback(
                    owner=owner,
                    interview=interview,
                    source=Feedback.Source.OWN,
                    aspect=aspect,
                    received_on=owner.today(),
                ),
            )
            for aspect in Feedback.Aspect
        ]
        self.begun = bool(rows)
        self.error = ""

    @property
    def errors(self) -> bool:
        return bool(self.error or any(box.errors for box in self.boxes))

    def is_valid(self) -> bool:
        if any(box.errors for box in self.boxes):
            return False
        if not self.begun and not any(box.cleaned_data.get("text") for box in self.boxes):
            self.error = "Write a line in any of the three; one is enough."
        return not self.error

    @transaction.atomic
    def save(self) -> None:
        for box in self.boxes:
            box.save()

    def emptied(self) -> list[Feedback]:
        """What stood in the boxes that are empty now."""
        keys = [box.instance.pk for box in self.boxes if box.is_emptied]
        return list(Feedback.objects.filter(pk__in=keys))
