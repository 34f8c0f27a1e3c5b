from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.one_line import OneLine
from journal.interviews.models import Contact
from journal.ownership.text import with_lf
from journal.rejections.intake import LARGEST, Intake, read
from journal.rejections.kept_mails import Kept
from journal.rejections.legible import is_legible
from journal.rejections.mail.whole import whole
from journal.rejections.models import Rejection
from journal.rejections.new_forms import CONTACT
from journal.rejections.writer import Writer, writer_of

TOO_LARGE = (
    "This is larger than 2 MB. Open it in your mail program and paste its text; nothing is lost."
)
NO_TEXT = (
    "There is no text to read in this {what}. Choose the mail’s own file, or paste its text; what "
    "you typed is still here."
)
NOTHING_TO_READ = "Paste the mail, or choose its file. What you typed is still here."
FIELDS = ("token", "employer", "role", "message", "told_on", "stage", "told_how")


class MailForm(OneLine, forms.Form):
    """A rejection mail, as its file or as the message typed; it comes with all of NewRejection."""

    mail = forms.FileField(
        label="Or the mail’s file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".eml,.txt,message/rfc822", "data-reads": True}),
        error_messages={"empty": "This file is empty. Choose another, or paste the mail."},
    )

    field_template_name = "components/field.html"
    raw: bytes
    intake: Intake
    whole: str
    writer: Writer | None

    @classmethod
    def of(cls, kept: Kept) -> "MailForm":
        """As it was posted."""
        raw = b64decode(kept.file)
        return cls(kept.posted, {"mail": SimpleUploadedFile("mail.eml", raw)} if raw else None)

    def clean_mail(self):
        file = self.cleaned_data["mail"]
        if not (file or self._message.strip()):
            raise forms.ValidationError(NOTHING_TO_READ)
        if (file.size if file else len(self._message.encode())) > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        self.raw = file.read() if file else self._message.encode()
        self.intake, self.writer = read(self.raw), writer_of(self.raw)
        self.whole = with_lf(whole(self.raw, pasted=not file))
        if not (is_legible(self.intake.text) or is_legible(self.whole)):
            raise forms.ValidationError(NO_TEXT.format(what="file" if file else "message"))
        return file

    @property
    def _message(self) -> str:
        return self.data.get("message", "")

    def typed(self) -> dict[str, str]:
        """What stood in the fields of the new rejection."""
        return {name: self.data[name] for name in FIELDS if self.data.get(name)}

    def to_keep(self) -> Kept:
        """With the token that will be the rejection's, on whichever page it is written down."""
        posted = {"token": str(uuid4())} | self.typed() | {"draft": self.data.get("draft", "")}
        return Kept(posted, b64encode(self.raw).decode() if self.cleaned_data["mail"] else "")

    def filled_in(self, today: date) -> dict:
        """What was typed stays, a message beside a file too; the mail fills in the rest. All of it
        is kept, whichever part of it was read."""
        intake, typed = self.intake, self.typed()
        if typed.get("told_on") == today.isoformat():
            del typed["told_on"]  # as the page had suggested it
        told = {
            "employer": intake.employer,
            "role": intake.role[:200],
            "stage": intake.stage,
            "told_how": Rejection.Told.MAIL,
            **self._contact(),
        }
        if intake.received_on:
            told["told_on"] = min(intake.received_on, today)
        beside = [self._message] if self.cleaned_data["mail"] and self._message else []
        return {**told, **typed, "message": "\n\n".join([self.whole, *beside])}

    def _contact(self) -> dict[str, str | bool]:
        if not self.writer:
            return {}
        known = {"contact_name": self.writer.name, "contact_address": self.writer.address}
        return known | {"contact_part": Contact.Part.RECRUITER, "keep_contact": True}


def corrected(kept: Kept, sent: Mapping[str, str], *, refused: bool) -> Kept:
    """What stood in the fields of its page when that was sent; a tick that was taken away, too."""
    fields = (*FIELDS, *CONTACT, "which")
    stood = {name: sent[name] for name in fields if name in sent and name != "token"}
    stood["keep_contact"] = sent.get("keep_contact", "")
    return replace(kept, corrected=stood, refused=refused)
