"""What took the place of something while it lay in the trash."""

from copy import copy

from django.core.exceptions import ValidationError
from django.db import models

from journal.ownership.models import Owned


def rival_of(row: Owned) -> Owned | None:
    """The row beside which this one may not come back: a constraint holds for what is alive."""
    back = copy(row)
    back.trash_id = back.deleted_at = None
    rivals = (_rival(back, constraint) for constraint in _among_the_living(type(row)))
    return next((rival for rival in rivals if rival), None)


def _among_the_living(model: type[Owned]) -> list[models.UniqueConstraint]:
    uniques = (
        each for each in model._meta.constraints if isinstance(each, models.UniqueConstraint)
    )
    return [each for each in uniques if each.condition]


def _rival(back: Owned, constraint: models.UniqueConstraint) -> Owned | None:
    try:
        constraint.validate(type(back), back)
    except ValidationError:
        alike = {name: getattr(back, name) for name in constraint.fields}
        others = type(back).objects.filter(constraint.condition, **alike)
        return others.exclude(pk=back.pk).first()
    return None
