"""Putting something back under another of its name."""

from django.db import IntegrityError, models, transaction

from journal.ownership.models import Named, Owned, Version
from journal.ownership.trash import lift


@transaction.atomic
def merge(row: Named, into: Named) -> Named:
    """Bring back what hangs off `row` as hanging off `into`, and what it said; it is then gone."""
    model = type(row)
    into = model.objects.select_for_update().get(pk=into.pk)
    model.with_trash.filter(pk=row.pk).update(name_key=row.uid)  # makes room until it is gone
    lift(row)
    for relation in model._meta.related_objects:
        move = _move_links if relation.many_to_many else _move_keys
        move(relation, row, into)
    Version.objects.filter(owner=row.owner_id, of=row.uid).update(of=into.uid)
    into.take_in(row)
    model.objects.get(pk=row.pk).delete()
    return into


def _move_keys(relation: models.ManyToOneRel, row: Owned, into: Owned) -> None:
    key = relation.field.name
    rows = relation.related_model.with_trash.filter(**{key: row.pk})
    for each in rows.values_list("pk", flat=True):
        try:
            with transaction.atomic():
                rows.filter(pk=each).update(**{key: into.pk})
        except IntegrityError:  # what stands under `into` already has its place
            continue


def _move_links(relation: models.ManyToManyRel, row: Owned, into: Owned) -> None:
    links = relation.through.objects.filter(**{relation.field.m2m_reverse_field_name(): row.pk})
    others = links.values_list(relation.field.m2m_field_name(), flat=True)
    getattr(into, relation.get_accessor_name()).add(*others)
