"""What pointed at something that was deleted lets it go, and takes it up again when it is back."""

from collections import defaultdict
from uuid import UUID

from django.apps import apps
from django.db.models import Q, Subquery

from journal.ownership.hanging import pointing_at
from journal.ownership.models import Owned, Untied


def let_go(row: Owned, batch: UUID) -> None:
    """Empty the keys that point into a batch from outside, and note what they pointed at.

    Also those of what lies in the trash itself: it may come back before the batch does.
    """
    for model, key in pointing_at(type(row)):
        into = {"owner": row.owner_id, f"{key}__trash_id": batch}
        rows = model.with_trash.filter(**into).exclude(trash_id=batch)
        notes = [
            Untied(
                owner_id=row.owner_id,
                trash_id=batch,
                kind=model.__name__,
                of=uid,
                field=key,
                to=to,
            )
            for uid, to in rows.values_list("uid", f"{key}__uid")
        ]
        if notes:
            Untied.objects.bulk_create(notes, batch_size=500)
            rows.update(**{key: None})


def tie_again(owner: int, batch: UUID) -> None:
    """Join what was let go, unless it points elsewhere by now, or is itself gone."""
    notes = Untied.with_trash.filter(owner=owner, trash_id=batch)
    found = defaultdict(list)
    for kind, field, to, of in notes.values_list("kind", "field", "to", "of"):
        found[kind, field, to].append(of)
    for (kind, field, to), rows in found.items():
        model = apps.get_model("journal", kind)
        target = model._meta.get_field(field).related_model.objects.filter(owner=owner, uid=to)
        free = model.with_trash.filter(owner=owner, uid__in=rows, **{field: None})
        may = model.tied_where.get(field, Q())
        free.filter(may).update(**{field: Subquery(target.values("pk"))})
    notes.delete()
