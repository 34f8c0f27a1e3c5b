from django import forms

from accounts.one_line import OneLine
from journal.practice.fields import LONGEST


class Preview(OneLine, forms.Form):
    """A text to be shown as it would look, and not stored."""

    text = forms.CharField(
        max_length=LONGEST,
        required=False,
        strip=False,
        widget=forms.Textarea,
        error_messages={
            "max_length": "This is too long to be previewed. Your words are still here."
        },
    )
