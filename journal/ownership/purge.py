"""What is deleted for good."""

from itertools import groupby
from uuid import UUID, uuid4

from django.db import transaction

from journal.ownership.hanging import firm_keys, owned_models
from journal.ownership.lying import deleted, kept_since
from journal.ownership.models import Undo, Untied, Version

A_LOT = 100


def purge_expired(**which) -> int:
    """What was kept for its time; `which` narrows it to a person."""
    if not which:
        Undo.objects.filter(created_at__lt=kept_since()).delete()
    return purge(deleted_at__lt=kept_since(), **which)


def purge(**which) -> int:
    """How many things that were deleted by themselves are gone, each with what went with it.

    So many at once, each lot in one transaction: stopped anywhere, what is left is whole.
    """
    gone = 0
    while rows := list(deleted(**which).order_by("owner_id", "deleted_at")[:A_LOT]):
        gone += len(rows)
        for owner, theirs in groupby(rows, lambda row: row.owner_id):
            _delete(owner, {row.trash_id for row in theirs})
    return gone


@transaction.atomic
def _delete(owner: int, batches: set[UUID]) -> None:
    lot = uuid4()
    batches |= _gather(owner, batches, lot)
    for model in reversed(owned_models()):
        rows = model.with_trash.filter(owner=owner, trash_id=lot)
        Version.objects.filter(owner=owner, of__in=rows.values("uid")).delete()
        rows.delete()
    Untied.with_trash.filter(owner=owner, trash_id__in=batches).delete()
    Undo.objects.filter(owner=owner, of__in=batches).delete()


def _gather(owner: int, batches: set[UUID], lot: UUID) -> set[UUID]:
    """Make one lot of the batches and of all that hangs off them, deleted earlier or not at all.

    Answers with the batches of what was deleted earlier.
    """
    earlier = set()
    for model in owned_models():
        rows = model.with_trash.filter(owner=owner)
        rows.filter(trash_id__in=batches).update(trash_id=lot)
        for key in firm_keys(model):
            more = rows.filter(**{f"{key.name}__trash_id": lot}).exclude(trash_id=lot)
            roots = more.filter(deleted_at__isnull=False)
            earlier.update(roots.values_list("trash_id", flat=True))
            more.update(trash_id=lot)
    return earlier
