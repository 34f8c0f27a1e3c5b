"""Taking an act back: each column is again what it was, unless something else changed it since."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.utils import timezone

from journal.ownership.lying import kept_since
from journal.ownership.models import Owned, Undo

type Values = dict[str, dict[str, object]]


@dataclass(frozen=True)
class Watch:
    """Rows that an act may change, and which of their columns."""

    rows: models.QuerySet
    columns: tuple[str, ...]

    @classmethod
    def of(cls, row: models.Model, *columns: str) -> "Watch":
        model = row._meta.model
        manager = getattr(model, "with_trash", model._default_manager)
        return cls(manager.filter(pk=row.pk), columns)

    @property
    def kind(self) -> str:
        return self.rows.model.__name__

    def values(self) -> Values:
        """By the row's uid; a person, who has none, is found by the owner."""
        is_owned = issubclass(self.rows.model, Owned)
        names = (*self.columns, "uid") if is_owned else self.columns
        rows = self.rows.all().order_by().values(*names)
        return {str(row.pop("uid", "")): _plain(row) for row in rows}


@contextmanager
@transaction.atomic
def noted(
    owner: int, act: str, of: UUID | None, *watches: Watch, always: bool = False
) -> Iterator[None]:
    """Keep what these rows were, to be able to take back what is done meanwhile."""
    before = [each.values() for each in watches]
    yield
    changes = [
        [watch.kind, uid, changed]
        for watch, was in zip(watches, before, strict=True)
        for uid, now in watch.values().items()
        if uid in was and (changed := _changed(was[uid], now))
    ]
    if changes or always:
        Undo.objects.filter(owner=owner, created_at__lt=kept_since()).delete()
        Undo.objects.create(owner_id=owner, act=act, of=of, changes=changes)


def last(person, act: str, of: UUID | None, since: date | None = None) -> Undo | None:
    """The last such act, where it can be taken back; perhaps only one of a day."""
    note = Undo.objects.filter(owner=person, act=act, of=of).order_by("-pk").first()
    is_late = note and since and person.day_of(note.created_at) < since
    return None if is_late else note


@transaction.atomic
def took_back(person, act: str, row: Owned, since: date | None = None) -> bool:
    """Whether the last such act on a row could be taken back, and was; `row` is fresh then."""
    note = last(person, act, row.uid, since)
    if note is None or not is_untouched(note, row.uid):
        return False
    take_back(note)
    row.refresh_from_db()
    return True


def is_untouched(note: Undo, uid: UUID) -> bool:
    """Whether all that an act changed in a row is still so."""
    return all(
        Watch(_row(note, kind, key), tuple(changed)).values().get(key, {})
        == {name: became for name, (_, became) in changed.items()}
        for kind, key, changed in note.changes
        if key == str(uid)
    )


@transaction.atomic
def take_back(note: Undo) -> set[tuple[str, str]]:
    """The columns that could not be put back, as (uid, column): something else changed them since.

    What was done later to the same columns, and is not taken back yet, will put back what this
    would have.
    """
    left = set()
    for kind, uid, changed in note.changes:
        row = _row(note, kind, uid)
        now = Watch(row, tuple(changed)).values().get(uid, {})
        later = _left_to_later(note, uid, changed)
        undone = {
            name: was
            for name, (was, became) in changed.items()
            if name not in later and _is(now, name, became)
        }
        lost = _pointing_nowhere(row.model, undone)
        _store(row, {name: was for name, was in undone.items() if name not in lost})
        left |= {(uid, name) for name in changed if name not in undone or name in lost}
    Undo.objects.filter(pk=note.pk).delete()
    return left


def peek(note: Undo, uid: UUID, columns: tuple[str, ...]) -> bool:
    """Put one row back without taking the act back, where nothing changed these columns since."""
    found = [(kind, each) for kind, key, each in note.changes if key == str(uid)]
    for kind, changed in found:
        row = _row(note, kind, str(uid))
        now = Watch(row, columns).values()[str(uid)]
        mine = {name: changed[name] for name in columns if name in changed}
        if all(now[name] == became for name, (_, became) in mine.items()):
            _store(row, {name: was for name, (was, _) in mine.items()})
            return True
    return False


def worked_out_anew(note: Undo, watch: Watch, work_out: Callable[[], None]) -> None:
    """What could not be put back is derived; what was done later finds what was derived now."""
    before = watch.values()
    work_out()
    for uid, now in watch.values().items():
        if later := _later(note, uid):
            _finds(later, uid, _changed(before[uid], now), now)
            Undo.objects.bulk_update(later, ["changes"])


def _finds(later: list[Undo], uid: str, derived: dict, now: dict) -> None:
    for name, value in now.items():
        steps = _steps(later, uid, name)
        if steps:
            steps[-1][1] = value
        elif name in derived:
            _changed_by(later[-1], uid)[name] = derived[name]


def _left_to_later(note: Undo, uid: str, changed: dict[str, list]) -> set[str]:
    """The columns that something else changed later, which can be taken back too: that will put
    back what this would have."""
    later, names = _later(note, uid), set()
    for name, (was, became) in changed.items():
        if steps := _steps(later, uid, name):
            names.add(name)
            if steps[0][0] == became:
                steps[0][0] = was
    Undo.objects.bulk_update(later, ["changes"])
    return names


def _later(note: Undo, uid: str) -> list[Undo]:
    notes = Undo.objects.filter(owner=note.owner_id, pk__gt=note.pk).order_by("pk")
    return [each for each in notes if _changed_by(each, uid)]


def _steps(notes: list[Undo], uid: str, name: str) -> list[list]:
    """What a column of a row was and became, act by act."""
    found = (_changed_by(note, uid) for note in notes)
    return [changed[name] for changed in found if name in changed]


def _changed_by(note: Undo, uid: str) -> dict[str, list]:
    return next((changed for _, key, changed in note.changes if key == uid), {})


def _changed(was: dict, now: dict) -> dict[str, list]:
    return {name: [was[name], now[name]] for name in was if was[name] != now[name]}


def _is(now: dict, name: str, value: object) -> bool:
    return name in now and now[name] == value


def _row(note: Undo, kind: str, uid: str) -> models.QuerySet:
    if not uid:
        return get_user_model().objects.select_for_update().filter(pk=note.owner_id)
    rows = apps.get_model("journal", kind).with_trash.select_for_update()
    return rows.filter(owner=note.owner_id, uid=uid)


def _store(row: models.QuerySet, columns: dict[str, object]) -> None:
    if not columns:
        return
    fields = {name: row.model._meta.get_field(name) for name in columns}
    values = {fields[name].attname: _value(fields[name], value) for name, value in columns.items()}
    if issubclass(row.model, Owned):
        values["changed_at"] = timezone.now()
    row.update(**values)


def _pointing_nowhere(model: type[models.Model], columns: dict[str, object]) -> set[str]:
    """The keys whose target is gone, or lies in the trash."""
    keys = {name: model._meta.get_field(name) for name in columns if columns[name] is not None}
    return {
        name
        for name, field in keys.items()
        if field.many_to_one and not field.related_model.objects.filter(pk=columns[name]).exists()
    }


def _value(field: models.Field, value: object) -> object:
    return field.target_field.to_python(value) if field.many_to_one else field.to_python(value)


def _plain(row: dict) -> dict[str, object]:
    """As JSON keeps it."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()
    }
