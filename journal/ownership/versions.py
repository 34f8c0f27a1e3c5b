"""Which earlier texts of a field are kept, so that they can be brought back."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from journal.ownership import autosave

if TYPE_CHECKING:
    from journal.ownership.models import Version, Written

# While somebody types on, one earlier text in so long is enough, unless much was taken out.
BETWEEN = timedelta(minutes=10)
MUCH = 1 / 4


def keep(row: "Written", texts: dict[str, str]) -> None:
    """Keep what stood in the fields of `row` until now: {field: the text before}."""
    kept, about = row.owner.versions, {"kind": type(row).__name__, "of": row.uid}
    kept.bulk_create(
        kept.model(owner_id=row.owner_id, **about, field=name, text=text)
        for name, text in texts.items()
        if text and _is_worth_keeping(row, name, text)
    )


def of(row: "Written") -> "QuerySet[Version]":
    return row.owner.versions.filter(of=row.uid)


def bring_back(row: "Written", version: "Version") -> None:
    """Put an earlier text in its place again; the one that stood there is kept."""
    row.store(**{version.field: version.text})


def _is_worth_keeping(row: "Written", name: str, before: str) -> bool:
    if not autosave.is_typing():
        return True
    share = taken_out(before, getattr(row, name)) / len(before)
    return share > MUCH or (share > 0 and not _kept_lately(row, name))


def taken_out(before: str, after: str) -> int:
    """How many characters of `before` are gone, seen as one change in one place."""
    shorter = min(len(before), len(after))
    start = _alike(before, after)
    end = _alike(reversed(before), reversed(after))
    return len(before) - min(start + end, shorter)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """With how many equal characters both begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _kept_lately(row: "Written", name: str) -> bool:
    return of(row).filter(field=name, created_at__gt=timezone.now() - BETWEEN).exists()
