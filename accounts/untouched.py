"""What was not touched on a page is not written: its row may say something else by now."""

import json
from hashlib import sha256

from django import forms
from django.db import models

from accounts.one_line import OneLine

LOADED = "loaded"


class Loaded(forms.CharField):
    """What the page showed when it was made, by a mark for each field."""

    def __init__(self, shown):
        super().__init__(required=False, widget=forms.HiddenInput, initial=shown)

    def has_changed(self, *_) -> bool:
        return False

    def to_python(self, value) -> dict[str, str]:
        try:
            marks = json.loads(value or "{}")
        except ValueError:
            return {}
        return marks if isinstance(marks, dict) else {}


class LeavesUntouched(OneLine, forms.ModelForm):
    """A field that still says what its page was made with follows its row, whatever that says."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._row_says = {**self.initial}
        if self.instance.pk:
            self.fields[LOADED] = Loaded(self._shown)

    def stored_beside(self) -> dict:
        """What is stored of the fields that are no columns of its row."""
        return {}

    @property
    def _row_values(self) -> dict:
        says = self._row_says | self.stored_beside()
        return {name: value for name, value in says.items() if name in self.fields}

    def full_clean(self) -> None:
        if self.is_bound and LOADED in self.fields:
            self._sent = {
                name: _mark(self[name].field, self[name].data) for name in self._row_values
            }
            self._follow()
        super().full_clean()

    def _follow(self) -> None:
        shown = self.fields[LOADED].to_python(self[LOADED].data)
        for name, value in self._row_values.items():
            untouched = shown.get(name) == self._sent[name]
            if untouched and shown[name] != _mark(self.fields[name], value):
                self._put(name, value)

    def _put(self, name: str, value) -> None:
        field, self.data = self.fields[name], self.data.copy()
        html_name, shown = self.add_prefix(name), _as_shown(field, value)
        if isinstance(shown, list):
            getattr(self.data, "setlist", self.data.__setitem__)(html_name, shown)
        elif isinstance(field.widget, forms.CheckboxInput) and not shown:
            self.data.pop(html_name, None)
        else:
            self.data[html_name] = shown

    def _shown(self) -> str:
        """Of what shows its row as it is stored; what is only suggested is always written."""
        marks = {name: _mark(self.fields[name], value) for name, value in self._row_values.items()}
        return json.dumps(
            {name: mark for name, mark in marks.items() if mark == self._mark_of_initial(name)}
        )

    def _mark_of_initial(self, name: str) -> str:
        return _mark(self.fields[name], self[name].initial)

    def shown_now(self) -> str:
        """For a page that stays open after it was saved."""
        return json.dumps(self._sent)


def _mark(field: forms.Field, value) -> str:
    shown = _as_shown(field, value)
    text = "\n".join(sorted(shown)) if isinstance(shown, list) else shown
    return sha256(text.encode()).hexdigest()[:12]


def _as_shown(field: forms.Field, value) -> str | list[str]:
    """As a browser sends it."""
    if isinstance(field, forms.BooleanField):
        return "on" if value else ""
    if isinstance(value, list | tuple | models.QuerySet):
        return [str(getattr(each, "pk", each)) for each in value]
    shown = field.widget.format_value(field.prepare_value(value))
    if isinstance(shown, list):
        shown = next(iter(shown), "")
    text = "" if shown is None else str(shown).replace("\r\n", "\n").replace("\r", "\n")
    return text.strip() if getattr(field, "strip", False) else text
