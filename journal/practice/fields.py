"""The fields that forms of practice share."""

from django import forms
from django.core.validators import MaxLengthValidator

from journal.gaps.models import Gap
from journal.interviews.models import Round

LONGEST = 200_000
MOST_MINUTES = 6_000


class RoundChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Round.objects.all(), required=False, **kwargs)

    def label_from_instance(self, row):
        return row.says()


class GapChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Gap.objects.all(), required=False, **kwargs)

    def label_from_instance(self, row):
        return row.name


class GapChoices(forms.ModelMultipleChoiceField):
    def __init__(self, **kwargs):
        widget = forms.CheckboxSelectMultiple(attrs={"class": "pills"})
        super().__init__(Gap.objects.all(), required=False, widget=widget, **kwargs)

    def clean(self, value):
        try:
            return super().clean(value)
        except OverflowError:  # a number no SQLite key can be, which Django passes on
            raise forms.ValidationError("Choose from your gaps.") from None

    def label_from_instance(self, row):
        return row.name


def long_text(label: str, rows: int, help_text: str = "") -> forms.CharField:
    """A text as it was typed, spaces and all. No maxlength: a browser would cut what is pasted."""
    too_long = (
        f"This is longer than the {LONGEST:,} characters that can be kept. "
        "It is still here: shorten it, then save again."
    )
    return forms.CharField(
        label=label,
        required=False,
        strip=False,
        help_text=help_text,
        validators=[MaxLengthValidator(LONGEST, too_long)],
        widget=forms.Textarea(attrs={"class": "write", "rows": rows}),
    )


def minutes_field(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=MOST_MINUTES, help_text=help_text
    )


def as_code(field: forms.Field) -> None:
    field.widget.attrs |= {
        "class": "write code",
        "spellcheck": "false",
        "autocapitalize": "off",
    }
