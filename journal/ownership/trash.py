"""Deleting, with a way back: a row and all that hangs off it share one `trash_id`."""

import uuid

from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from journal.ownership.hanging import below, firm_keys, tree
from journal.ownership.lying import find
from journal.ownership.models import Owned, Undo
from journal.ownership.purge import purge_expired
from journal.ownership.rivals import rival_of
from journal.ownership.undo import Watch, noted, take_back, worked_out_anew
from journal.ownership.untied import let_go, tie_again

# An act that can be taken back; `of` is its batch.
TRASH = "trash"


class CannotComeBack(Exception):
    """Something stands in the way of `row`; nothing was changed."""

    def __init__(self, row: Owned):
        super().__init__(repr(row))
        self.row = row


class ParentInTrash(CannotComeBack):
    """What it hangs off has to come back first."""


class PlaceTaken(CannotComeBack):
    """Another row has its name, or its only place."""


@transaction.atomic
def move_to_trash(row: Owned) -> uuid.UUID:
    """Put `row` and its subtree in the trash and answer with the batch to restore."""
    batch, now, model = uuid.uuid4(), timezone.now(), type(row)
    alive = model.objects.filter(pk=row.pk)
    if not alive.update(trash_id=batch, deleted_at=now):  # another request was first
        return model.with_trash.values_list("trash_id", flat=True).get(pk=row.pk)
    for child, key in below(model):
        hangs = {"owner": row.owner_id, f"{key}__trash_id": batch}
        child.objects.filter(**hangs).update(trash_id=batch)
    let_go(row, batch)
    row.trash_id, row.deleted_at = batch, now
    settled = _settled(row)
    with noted(row.owner_id, TRASH, batch, *settled, always=bool(settled)):
        row.settle()
    purge_expired(owner=row.owner_id)
    return batch


def restore(person, batch: uuid.UUID) -> Owned | None:
    """Bring back what was deleted as this batch, with all that went with it.

    Raises CannotComeBack.
    """
    row = find(person, batch)
    if row is not None:
        _restore(row)
    return row


@transaction.atomic
def restore_with_parents(person, row: Owned) -> None:
    """Bring back what it hangs off first, then the row. Raises CannotComeBack."""
    while parent := parent_in_trash(row):
        above = find(person, parent.trash_id)
        if above is None:
            raise ParentInTrash(row)
        restore_with_parents(person, above)
    _restore(row)


def _restore(row: Owned) -> None:
    if parent_in_trash(row):
        raise ParentInTrash(row)
    if rival_of(row):
        raise PlaceTaken(row)
    try:
        lift(row)
    except IntegrityError as error:  # taken in this moment, by another request
        raise PlaceTaken(row) from error


@transaction.atomic
def lift(row: Owned) -> None:
    """Lift a batch out of the trash and join what was let go."""
    owner, batch = row.owner_id, row.trash_id
    for model in tree(type(row)):
        rows = model.with_trash.filter(owner=owner, trash_id=batch)
        leave_with_others(rows, batch)
        rows.update(trash_id=None, deleted_at=None)
    tie_again(owner, batch)
    row.trash_id = row.deleted_at = None
    _settle_again(row, batch)


def _settle_again(row: Owned, batch: uuid.UUID) -> None:
    """What was derived from it is again what it was; or worked out anew, where that changed."""
    note = Undo.objects.filter(owner=row.owner_id, act=TRASH, of=batch).first()
    if note is None:
        row.settle()
    elif row.is_unsettled({name for _, name in take_back(note)}):
        (watch,) = _settled(row)
        worked_out_anew(note, watch, row.settle)


def _settled(row: Owned) -> list[Watch]:
    settled = row.settled()
    return [Watch.of(settled, *row.settles)] if settled else []


def leave_with_others(rows, batch: uuid.UUID) -> None:
    """What also hangs off something else in the trash stays there, to come back with that."""
    for key in firm_keys(rows.model):
        its = f"{key.name}__trash_id"
        others = rows.filter(deleted_at=None, **{f"{its}__isnull": False}).exclude(**{its: batch})
        parent = key.related_model.with_trash.filter(pk=OuterRef(key.attname))
        others.update(trash_id=Subquery(parent.values("trash_id")))


def parent_in_trash(row: Owned) -> Owned | None:
    """What a row hangs off, where that lies in the trash as well."""
    for key in firm_keys(type(row)):
        lying = key.related_model.with_trash.filter(trash_id__isnull=False)
        if parent := lying.filter(pk=getattr(row, key.attname)).first():
            return parent
    return None
