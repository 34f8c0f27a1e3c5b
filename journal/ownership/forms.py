from uuid import uuid4

from django import forms
from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.forms.renderers import TemplatesSetting
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from journal.ownership import autosave, versions
from journal.ownership.models import Written
from journal.ownership.text import with_lf

CHANGED_ELSEWHERE = (
    "This was changed somewhere else since you opened it. What you typed is still here; "
    "nothing is lost. Saving again keeps yours, and the other text stays among earlier versions."
)


# The version a form carries while its row is not written yet.
UNWRITTEN = 0


class Conflict(Exception):
    """Two savings met in the same moment; the second is refused, and answered with 409."""


class FormRenderer(TemplatesSetting):
    field_template_name = "components/field.html"


class OwnedForm(forms.ModelForm):
    """A person's intention for one row of theirs.

    Offers only what is theirs in every choice, stores LF newlines, validates the constraints
    that name the owner, and saves a text only over the version it was begun from.
    """

    required_css_class = "required"
    # What another tab stored meanwhile, where that differs from what was typed; shown by the field.
    theirs: dict[str, str] = {}

    def __init__(self, *args, owner, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner = owner
        if self.instance.owner_id is None:
            self.instance.owner = owner
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = field.queryset.filter(owner=owner)
        if isinstance(self.instance, Written):
            self.fields["version"] = forms.IntegerField(
                required=False,
                widget=forms.HiddenInput(attrs={"autocomplete": "off"}),  # always that of the text
                initial=self.instance.version if self.instance.pk else UNWRITTEN,
            )
        self._before = {name: getattr(self.instance, name) for name in self._texts()}
        for name in {*self.fields} & {*getattr(self.instance, "prose", ())}:
            self.fields[name].widget.attrs["data-markdown"] = reverse("writing:preview")

    @property
    def kind(self) -> str:
        return self.instance._meta.model_name

    @cached_property
    def earlier(self) -> set[str]:
        """The fields that have earlier versions."""
        if "version" not in self.fields or not self.instance.pk:
            return set()
        return set(versions.of(self.instance).values_list("field", flat=True))

    def _texts(self) -> list[str]:
        return [
            field.name
            for field in self._meta.model._meta.concrete_fields
            if isinstance(field, models.TextField) and field.name in self.fields
        ]

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"owner", "name_key", "trash_id"}

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = with_lf(value)
        self._compare_version(cleaned)
        return cleaned

    def _compare_version(self, cleaned) -> None:
        new = not self.instance.pk
        if new or "version" not in self.fields or not self._changed_texts(cleaned):
            return
        stored = type(self.instance).objects.get(pk=self.instance.pk)
        if cleaned.get("version") in {None, stored.version}:
            return
        theirs = {name: getattr(stored, name) for name in self._texts()}
        self.theirs = {name: text for name, text in theirs.items() if text != cleaned.get(name)}
        self.instance.version = stored.version
        self.data = self.data.copy()
        self.data[self._version_name] = stored.version
        theirs = {self.add_prefix(name): text for name, text in theirs.items()}
        autosave.note_theirs(theirs, self._version_name, stored.version)
        self.add_error(None, CHANGED_ELSEWHERE)

    @property
    def _version_name(self) -> str:
        return self.add_prefix("version")

    def _changed_texts(self, cleaned) -> list[str]:
        return [name for name in self._texts() if cleaned.get(name) != self._before[name]]

    def save(self, commit=True):
        """The row, stored. Raises Conflict where another saving came first."""
        try:
            with transaction.atomic():
                return self._store(commit)
        except IntegrityError as error:
            raise Conflict from error

    def _store(self, commit):
        row = self.instance
        row.changed_at = timezone.now()
        changed = self._changed_texts(self.cleaned_data)
        if row.pk and isinstance(row, Written) and changed:
            self._claim_version(row)
            versions.keep(row, {name: self._before[name] for name in changed})
        stored = super().save(commit)
        if "version" in self.fields:
            autosave.note_version(self._version_name, row.version)
        return stored

    def _claim_version(self, row: Written) -> None:
        rows = type(row).objects.filter(pk=row.pk, version=row.version)
        if not rows.update(version=F("version") + 1):
            raise Conflict
        row.version += 1


class NewRow(OwnedForm):
    """Writes a new row. `token` is its uid, made with the page: sent twice, it is written once."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)

    def save(self, commit=True):
        self.instance.uid = self.cleaned_data["token"] or uuid4()
        try:
            return self.known() or self._write(commit)
        except Conflict:
            if known := self.known():
                return known
            raise

    def known(self):
        rows = self._meta.model.with_trash.filter(owner=self.owner, uid=self.instance.uid)
        return rows.first()

    @transaction.atomic
    def _write(self, commit):
        self.prepare()
        return super().save(commit)

    def prepare(self) -> None:
        """Fill in what the row needs beside its fields."""
