"""What the forms of this slice share."""

from django import forms

from journal.ownership.forms import NO_EARLIER, DayInput, OwnedForm
from journal.ownership.text import with_lf


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


class PastDay(forms.DateField):
    """A day that has come, today where nothing is said."""

    widget = DayInput
    default_validators = [NO_EARLIER]

    def belong_to(self, person) -> None:
        self.today = person.today()
        self.initial = self.initial or self.today
        self.widget.attrs["max"] = self.today.isoformat()

    def clean(self, value):
        day = super().clean(value) if value else self.today
        if day > self.today:
            raise forms.ValidationError("That day has not come yet.")
        return day


class KeepsQuotedWords(OwnedForm):
    """Where evidence hangs on its words, the text stays as it is and is not offered for change."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_quoted = bool(self.instance.pk) and self.instance.is_quoted
        if self.is_quoted and self.add_prefix("text") not in self.data:
            del self.fields["text"]

    def clean_text(self):
        text = with_lf(self.cleaned_data["text"])
        if self.is_quoted and text != self.instance.text:
            raise forms.ValidationError(
                "A sentence of it was marked meanwhile, so its words stay as they were. What you "
                "typed is still here: copy it, or take the mark away first."
            )
        return text
