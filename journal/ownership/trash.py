"""Deleting, with a way back: a row and all that hangs off it share one `trash_id`."""

import uuid

from django.db import models, transaction
from django.utils import timezone

from journal.ownership.models import Owned


@transaction.atomic
def move_to_trash(row: Owned) -> uuid.UUID:
    """Put `row` and its subtree in the trash and answer with the batch to restore."""
    batch = uuid.uuid4()
    for model, keys in _subtree(row).items():
        model.objects.filter(pk__in=keys).update(trash_id=batch)
    type(row).with_trash.filter(pk=row.pk).update(deleted_at=timezone.now())
    return batch


@transaction.atomic
def restore(person, batch: uuid.UUID) -> None:
    """Lift a batch out of the trash. Raises IntegrityError where a name is taken meanwhile."""
    for model in _owned_models():
        rows = model.with_trash.filter(owner=person, trash_id=batch)
        rows.update(trash_id=None, deleted_at=None)


def _owned_models() -> list[type[Owned]]:
    found, waiting = [], [Owned]
    while waiting:
        model = waiting.pop()
        waiting.extend(model.__subclasses__())
        if not model._meta.abstract:
            found.append(model)
    return found


def _subtree(row: Owned) -> dict[type[Owned], set[int]]:
    """The keys of all that hangs off a row, level by level, one query a relation."""
    found: dict[type[Owned], set[int]] = {type(row): {row.pk}}
    waiting = [(type(row), {row.pk})]
    while waiting:
        model, keys = waiting.pop()
        for relation in _children(model):
            child = relation.related_model
            rows = child.objects.filter(**{f"{relation.field.name}__in": keys})
            if relation.on_delete is not models.CASCADE:
                rows.update(**{relation.field.name: None})
                continue
            new = set(rows.values_list("pk", flat=True)) - found.get(child, set())
            if new:
                found.setdefault(child, set()).update(new)
                waiting.append((child, new))
    return found


def _children(model: type[Owned]) -> list[models.ManyToOneRel]:
    return [
        relation
        for relation in model._meta.related_objects
        if not relation.many_to_many and issubclass(relation.related_model, Owned)
    ]
