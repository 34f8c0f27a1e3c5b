"""What is saved whole writes only what was changed since it was read."""

from copy import deepcopy
from typing import Any

from django.db import models


class SavesChanges(models.Model):
    """Also where others save it: a new password undoes nothing that was saved meanwhile."""

    _as_read: dict[str, Any] | None = None

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args, **kwargs):
        row = super().from_db(*args, **kwargs)
        row._as_read = row._columns()
        return row

    def refresh_from_db(self, using=None, fields=None, from_queryset=None) -> None:
        super().refresh_from_db(using, fields, from_queryset)
        self._note(fields)

    def save(self, *args, update_fields=None, **kwargs) -> None:
        if update_fields is None and not self._state.adding:
            update_fields = self._changed()
        super().save(*args, update_fields=update_fields, **kwargs)
        self._note(update_fields)

    def _changed(self) -> list[str]:
        before = self._as_read or {}
        return [name for name, value in self._columns().items() if before.get(name, ...) != value]

    def _note(self, names) -> None:
        """These stand in the database as they do here; all of them, where none is named."""
        now = self._columns()
        read = {name: now[name] for name in now if names is None or name in names}
        self._as_read = {**(self._as_read or {}), **read}

    def _columns(self) -> dict[str, Any]:
        names = {field.attname for field in self._meta.concrete_fields if not field.primary_key}
        return deepcopy({name: value for name, value in self.__dict__.items() if name in names})
