"""What of a person's interviews lies in the trash, and the way back."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from journal.interviews.models import Contact, Interview, Round
from journal.ownership import trash
from journal.ownership.models import Owned

KEPT_FOR = timedelta(days=30)


class ParentIsInTrash(Exception):
    """What it hangs off has to come back first."""


def deleted(person) -> list[Owned]:
    """Each row that was deleted by itself, the latest first."""
    found = [row for rows in _rows(person) for row in rows]
    return sorted(found, key=_deleted_at, reverse=True)


def restore(person, batch: UUID) -> Owned | None:
    """Bring one back with all that hung off it, and answer with it."""
    for rows in _rows(person):
        if row := rows.filter(trash_id=batch).first():
            if _parent(row).trash_id is not None:
                raise ParentIsInTrash
            trash.restore(person, batch)
            return row
    return None


def _rows(person):
    lately = {"owner": person, "deleted_at__gte": timezone.now() - KEPT_FOR}
    yield Interview.with_trash.filter(**lately).select_related("employer")
    for model in (Round, Contact):
        yield model.with_trash.filter(**lately).select_related("interview__employer")


def _parent(row: Owned) -> Owned:
    return row.employer if isinstance(row, Interview) else row.interview


def _deleted_at(row: Owned):
    return row.deleted_at
