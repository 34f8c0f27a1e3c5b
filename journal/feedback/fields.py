"""What the forms of this slice share."""

from datetime import date

from django import forms

from accounts.day_fields import DayField
from journal.dates import day, in_words, listed
from journal.ownership.forms import OwnedForm

MOST_NAMED = 3


def write(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "write", "rows": rows})


def offer(form: forms.Form, name: str, rows, label) -> None:
    """A choice among the rows of one interview; none at all where there are no rows."""
    if not rows:
        del form.fields[name]
        return
    field = form.fields[name]
    field.queryset, field.label_from_instance = rows, label
    field.empty_label = "Not said"


class PastDay(DayField):
    """A day that has come. Where nothing is said it is the one before, or today."""

    def belong_to(self, person, before: date | None = None) -> None:
        self.today = person.today()
        self.before = before or self.today
        self.initial = self.initial or self.today
        self.widget.attrs["max"] = self.today.isoformat()

    def clean(self, value):
        past = super().clean(value) if value else self.before
        if past > self.today:
            raise forms.ValidationError("That day has not come yet.")
        return past


def after_asking(value: date, asked_on: date | None) -> date:
    if asked_on and value < asked_on:
        raise forms.ValidationError(f"You asked on {day(asked_on)}, later than that.")
    return value


class MovesQuotes(OwnedForm):
    """A text that quotes hang on. They move with its words; what would lose its place is asked for
    first, and keeps its quote. Sent without the text, that stays as it is."""

    leave = forms.BooleanField(label="Save it all the same", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.homeless: list = []
        if self.is_bound and self.instance.pk and self.add_prefix("text") not in self.data:
            del self.fields["text"]

    def clean(self):
        cleaned = super().clean()
        text = cleaned.get("text")
        if text and self.instance.pk and self._changed_texts(cleaned):
            self.homeless = self.instance.would_lose("text", self._before["text"], text)
        if self.homeless and not cleaned.get("leave"):
            self.add_error("text", self._what_would_be_lost())
        return cleaned

    def _what_would_be_lost(self) -> str:
        quotes = [each.known_as for each in self.homeless[:MOST_NAMED]]
        more = len(self.homeless) - MOST_NAMED
        and_more = [f"{in_words(more)} more"] if more > 0 else []
        return (
            f"You marked {listed(quotes + and_more)}, which would not stand in it any more. "
            "Nothing is saved yet. Put the words back, or tick the box: the mark stays, and says "
            "that its words are gone."
        )
