from django import forms
from django.db import models, transaction

from journal.feedback import call_sheet
from journal.feedback.models import Feedback
from journal.gaps.anchoring import Found, around, locate, sentences
from journal.gaps.models import Evidence, Gap
from journal.ownership.forms import OwnedForm
from journal.ownership.text import with_lf

MOST_SENTENCES = 200
LABEL = 400


class SayWhatItIs(OwnedForm):
    """What a sentence is to me: a gap, a strength, or set aside with a reason."""

    class What(models.TextChoices):
        GAP = "gap", "Gap"
        STRENGTH = "strength", "Strength"
        ASIDE = "aside", "Set aside"

    what = forms.ChoiceField(
        label="What is it to you?",
        choices=What,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what it is: a gap, a strength, or set aside."},
    )
    name = forms.CharField(
        label="Its name, in your words",
        required=False,
        max_length=200,
        help_text="A name you already have gathers this sentence too.",
        widget=forms.TextInput(attrs={"list": "gap-names", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label="Kind", choices=Gap.Kind, required=False, widget=forms.RadioSelect
    )

    class Meta:
        model = Evidence
        fields = ["aside", "cost_the_offer", "note"]
        labels = {
            "aside": "Why you set it aside",
            "cost_the_offer": "They said it cost the offer",
            "note": "A note, in your words",
        }

    field_order = ["what", "name", "kind", "cost_the_offer", "aside", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["aside"].widget = forms.RadioSelect()
        self.fields["aside"].choices = Evidence.Aside.choices
        self.fields["kind"].initial = Gap.Kind.TECHNICAL
        if self.instance.feedback.is_own:
            del self.fields["cost_the_offer"]

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        cleaned = super().clean()
        what = cleaned.get("what")
        if what == self.What.ASIDE:
            if not cleaned.get("aside") and "aside" not in self.errors:
                self.add_error("aside", "Say why you set it aside.")
        elif what:
            cleaned["aside"] = ""
            if not cleaned.get("name") and "name" not in self.errors:
                self.add_error("name", f"Give the {self.What(what).label.lower()} a name.")
        if what != self.What.GAP and "cost_the_offer" in self.fields:
            cleaned["cost_the_offer"] = False
        return cleaned

    @transaction.atomic
    def save(self, commit=True):
        self.instance.gap = self._gap()
        return super().save(commit)

    def _gap(self) -> Gap | None:
        what = self.cleaned_data["what"]
        if what == self.What.ASIDE:
            return None
        return Gap.objects.named(
            self.owner,
            self.cleaned_data["name"],
            is_strength=what == self.What.STRENGTH,
            kind=self.cleaned_data["kind"] or Gap.Kind.TECHNICAL,
            created_at=self.instance.created_at,
        )

    def kept_kind(self, row: Evidence) -> str:
        """What to say where the name was known, with another kind than the one chosen here."""
        chosen = self.cleaned_data["kind"]
        if row.gap is None or chosen in {"", row.gap.kind}:
            return ""
        kind = row.gap.get_kind_display().lower()
        return f"“{row.gap.name}” keeps its kind, {kind}. You can change it on its own page."


class MarkSentence(SayWhatItIs):
    """Mark words of a feedback: a sentence of the list, words pasted, or words selected.

    `start` and `end` come from a selection; the words are found again here all the same.
    """

    sentence = forms.ChoiceField(
        label="Choose a sentence",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "The text has changed since. Choose the sentence again."},
    )
    quote = forms.CharField(
        label="Or paste the words",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "write", "rows": 2}),
    )
    start = forms.CharField(required=False, widget=forms.HiddenInput)
    end = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ["sentence", "quote", "start", "end", *SayWhatItIs.field_order]

    def __init__(self, *args, owner, feedback: Feedback, **kwargs):
        row = Evidence(owner=owner, feedback=feedback)
        kwargs.setdefault("auto_id", f"mark-{feedback.pk}-%s")
        super().__init__(*args, owner=owner, instance=row, **kwargs)
        self.feedback = feedback
        headings = call_sheet.HEADINGS if feedback.source == Feedback.Source.CALL else ()
        self.places = sentences(feedback.text, MOST_SENTENCES + 1, headings)
        self.fields["sentence"].choices = [
            (f"{start}-{end}", self._label(start, end))
            for start, end in self.places[:MOST_SENTENCES]
        ]

    def _label(self, start: int, end: int) -> str:
        words = self.feedback.text[start : min(end, start + LABEL)]
        return words if end - start <= LABEL else f"{words}…"

    @property
    def has_more_sentences(self) -> bool:
        return len(self.places) > MOST_SENTENCES

    def clean(self):
        cleaned = super().clean()
        if "sentence" not in self.errors:
            place = self._place(cleaned)
            if place is not None:
                self._anchor(place)
        return cleaned

    def _place(self, cleaned) -> Found | None:
        quote, start = with_lf(cleaned.get("quote", "")), _position(cleaned.get("start", ""))
        if quote.strip():
            place = locate(self.feedback.text, quote, start)
            if place is None:
                self.add_error(
                    "quote",
                    "These words do not stand in the text. Paste them as they are there, "
                    "or choose a sentence.",
                )
            return place
        if cleaned.get("sentence"):
            start, end = map(int, cleaned["sentence"].split("-"))
            return Found(start, end)
        self.add_error("quote", "Choose a sentence, or paste the words.")
        return None

    def _anchor(self, place: Found) -> None:
        row, text = self.instance, self.feedback.text
        row.start, row.end = place.start, place.end
        row.quote = text[place.start : place.end]
        row.before, row.after = around(text, place.start, place.end)

    @transaction.atomic
    def save(self, commit=True):
        """The same words marked as the same thing twice are marked once."""
        row = self.instance
        same = {"start": row.start, "end": row.end, "quote": row.quote, "aside": row.aside}
        for other in self.feedback.evidence.filter(**same).select_related("gap"):
            if other.role == self.cleaned_data["what"] and self._is_named(other):
                return other
        return super().save(commit)

    def _is_named(self, other: Evidence) -> bool:
        if other.gap is None:
            return True
        named = Gap(name=self.cleaned_data["name"])
        named.clean()
        return other.gap.name_key == named.name_key


def _position(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else None


class Remark(SayWhatItIs):
    """Say anew what marked words are to me."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.gap = self.instance.gap
        self.initial["what"] = self.instance.role
        if self.gap:
            self.initial |= {"name": self.gap.name, "kind": self.gap.kind}

    def _gap(self) -> Gap | None:
        gap = super()._gap()
        if gap and gap == self.gap and self.cleaned_data["kind"]:
            gap.become(self.cleaned_data["kind"])
        return gap

    def emptied(self) -> Gap | None:
        """The gap that was made by marking these words, where they say something else by now."""
        left = self.gap and self.gap != self.instance.gap
        return self.gap if left and self.gap.is_only_for(self.instance) else None
