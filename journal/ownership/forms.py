from copy import deepcopy
from uuid import uuid4

from django import forms
from django.db import IntegrityError, models, transaction
from django.forms.renderers import TemplatesSetting
from django.urls import reverse
from django.utils.functional import cached_property

from accounts.untouched import LOADED, LeavesUntouched
from journal.ownership import autosave, versions
from journal.ownership.models import Conflict, InTrash, Owned, Written
from journal.ownership.text import with_lf
from journal.ownership.unique import is_taken

CHANGED_ELSEWHERE = (
    "This was changed somewhere else since you opened it. What you typed is still here; "
    "nothing is lost. Saving again keeps yours, and the other text stays among earlier versions."
)


DERIVED = {"changed_at", "version", "name_key"}
# The version a form carries while its row is not written yet.
UNWRITTEN = 0


class FormRenderer(TemplatesSetting):
    field_template_name = "components/field.html"


class OwnedForm(LeavesUntouched):
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
        self._loaded = _columns(self.instance)
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
        stored = type(self.instance).objects.filter(pk=self.instance.pk).first()
        if stored is None:
            raise InTrash(repr(self.instance))
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
            if is_taken(error):
                raise Conflict from error
            raise

    def _store(self, commit):
        row = self.instance
        stored = super().save(commit) if row.pk is None else self._store_changes(row)
        if "version" in self.fields:
            autosave.note_version(self._version_name, row.version)
        if LOADED in self.fields and self.add_prefix(LOADED) in self.data:
            autosave.note_version(self.add_prefix(LOADED), self.shown_now())
        return stored

    def _store_changes(self, row: Owned) -> Owned:
        """What differs from the row as it was loaded; all else stays as others left it."""
        now = _columns(row)
        changed = {name for name, before in self._loaded.items() if now[name] != before}
        row.store(**{name: now[name] for name in changed})
        self._store_links(row)
        return row

    def take_up(self, row: Owned) -> None:
        """Write this row from now on, and not the one the form was made with."""
        self.instance, self._loaded = row, _columns(row)

    def _store_links(self, row: Owned) -> None:
        """What was chosen is added, what was taken out is removed; all else stays."""
        for field in row._meta.many_to_many:
            if field.name in self.fields:
                before, now = set(self.initial[field.name]), set(self.cleaned_data[field.name])
                getattr(row, field.name).add(*(now - before))
                getattr(row, field.name).remove(*(before - now))


def _columns(row: Owned) -> dict:
    """Those a form may change: what is derived from them goes along with them."""
    fields = {field.attname for field in row._meta.concrete_fields} - DERIVED
    return deepcopy({name: row.__dict__[name] for name in fields if name in row.__dict__})


class NewRow(OwnedForm):
    """Writes a new row. `token` is its uid, made with the page: sent twice, it is written once."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)

    def save(self, commit=True):
        uid = self.instance.uid = self.cleaned_data["token"] or uuid4()
        try:
            return self.known(uid) or self._write(commit)
        except Conflict:
            if known := self.known(uid):
                return known
            raise

    def known(self, uid):
        return self._meta.model.with_trash.filter(owner=self.owner, uid=uid).first()

    @transaction.atomic
    def _write(self, commit):
        self.prepare()
        return super().save(commit)

    def prepare(self) -> None:
        """Fill in what the row needs beside its fields."""
