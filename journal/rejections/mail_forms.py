from django import forms

from journal.ownership.text import with_lf
from journal.rejections.intake import LARGEST, Intake, read
from journal.rejections.models import Rejection

TOO_LARGE = (
    "This is larger than 2 MB. Open it in your mail program and paste its text; nothing is lost."
)
NOTHING_TO_READ = "Paste the mail, or choose its file. What you typed is still here."


class MailForm(forms.Form):
    """A rejection mail, as its file or as its text; the file counts where there are both."""

    message = forms.CharField(
        label="Their message",
        required=False,
        help_text="Paste the whole mail, as it came.",
        widget=forms.Textarea(attrs={"class": "write", "rows": 7}),
    )
    mail = forms.FileField(
        label="Or its file",
        required=False,
        help_text="An .eml, as mail programs save it.",
        widget=forms.FileInput(attrs={"accept": ".eml,.txt,message/rfc822"}),
        error_messages={"empty": "This file is empty. Choose another, or paste the mail."},
    )

    template_name_label = None
    field_template_name = "components/field.html"

    def clean(self):
        cleaned = super().clean()
        file, message = cleaned.get("mail"), cleaned.get("message", "")
        if (file.size if file else len(message.encode())) > LARGEST:
            self.add_error("mail" if file else "message", TOO_LARGE)
        elif not (file or message.strip() or self.errors):
            self.add_error("message", NOTHING_TO_READ)
        return cleaned

    def read(self) -> Intake:
        file = self.cleaned_data["mail"]
        return read(file.read() if file else self.cleaned_data["message"].encode())

    def what_it_says(self, intake: Intake, today) -> dict:
        """For the fields of a new rejection; what was typed there already stays."""
        told = {
            "employer": intake.employer[:200],
            "role": intake.role[:200],
            "stage": intake.stage,
            "told_how": Rejection.Told.MAIL,
        }
        if intake.received_on:
            told["told_on"] = min(intake.received_on, today)
        typed = {
            name: self.data[name]
            for name in ("token", "employer", "role", "stage")
            if self.data.get(name)
        }
        return {**told, **typed, "message": with_lf(intake.text)}
