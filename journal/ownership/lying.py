"""What lies in the trash: each thing that was deleted by itself, and for how long it is kept."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import CharField, QuerySet, Value
from django.utils import timezone

from journal.ownership.hanging import owned_models
from journal.ownership.models import Owned

KEPT_FOR = timedelta(days=30)


def kept_since() -> datetime:
    return timezone.now() - KEPT_FOR


def deleted(**which) -> QuerySet:
    """Of every kind in one query, which asks each table by its index."""
    first, *others = [
        model.with_trash.filter(trash_id__isnull=False, deleted_at__isnull=False, **which)
        .order_by()
        .annotate(of_kind=Value(model.__name__, output_field=CharField()))
        .values_list("of_kind", "pk", "owner_id", "trash_id", "deleted_at", named=True)
        for model in owned_models()
    ]
    return first.union(*others, all=True)


def of(person) -> QuerySet:
    """What a person may put back, the latest first."""
    rows = deleted(owner=person, deleted_at__gte=kept_since())
    return rows.order_by("-deleted_at", "of_kind", "-pk")


def find(person, batch: UUID) -> Owned | None:
    """What was deleted by itself as this batch."""
    for row in deleted(owner=person, trash_id=batch, deleted_at__gte=kept_since())[:1]:
        return model_of(row.of_kind).with_trash.get(pk=row.pk)
    return None


def model_of(kind: str) -> type[Owned]:
    return next(model for model in owned_models() if model.__name__ == kind)
