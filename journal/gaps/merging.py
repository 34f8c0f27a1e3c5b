"""Two names for one thing: what gathered under one moves to the other, and can be taken back."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from journal.ownership.models import Named


@transaction.atomic
def merge(gap: Named, other: Named) -> None:
    """Give `other` what gathered here. What went is remembered, to come back with `gap`.

    Words that were marked for both stay where they are: `other` has them.
    """
    there = other.evidence.filter(feedback=OuterRef("feedback"), start=OuterRef("start"))
    evidence = gap.evidence.exclude(Exists(there.filter(end=OuterRef("end"))))
    new = gap.problems.exclude(pk__in=other.problems.values("pk"))
    moved = {
        "into": other.pk,
        "evidence": _moved(evidence, gap=other),
        "actions": _moved(gap.actions.all(), gap=other),
        "closing_attempts": _moved(gap.closing_attempts.all(), closes_gap=other),
        "problems": list(new.values_list("pk", flat=True)),
    }
    other.problems.add(*moved["problems"])
    gap.store(merged=moved)


def take_back(gap: Named, moved: dict) -> None:
    """What `merge` had moved, as far as it is there still."""
    other = type(gap).objects.filter(owner=gap.owner_id, pk=moved["into"]).first()
    if other:
        other.evidence.filter(pk__in=moved["evidence"]).update(gap=gap)
        other.actions.filter(pk__in=moved["actions"]).update(gap=gap)
        solved = other.closing_attempts.filter(pk__in=moved["closing_attempts"])
        solved.update(closes_gap=gap)
        other.problems.remove(*other.problems.filter(pk__in=moved["problems"]))


def _moved(rows, **to) -> list[int]:
    keys = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=keys).update(**to)
    return keys
