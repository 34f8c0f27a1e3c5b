"""What lies in the trash, a line each: what it is, where it was, what went with it, until when."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from uuid import UUID

from django.db.models import BinaryField, CharField, Count, Value
from django.utils import timezone

from journal.dates import counted, listed
from journal.ownership import lying
from journal.ownership.hanging import owned_models
from journal.ownership.models import Owned, Written

# What is worth counting, the most telling first, by what a person calls one and many of it.
COUNTED = {
    "Interview": ("interview", ""),
    "Rejection": ("rejection", ""),
    "Round": ("round", ""),
    "Problem": ("problem", ""),
    "Feedback": ("piece of feedback", "pieces of feedback"),
    "Attempt": ("attempt", ""),
    "Drawing": ("drawing", ""),
    "Action": ("action", ""),
    "Evidence": ("piece of evidence", "pieces of evidence"),
    "Contact": ("contact", ""),
    "FeedbackRequest": ("feedback request", ""),
    "Verdict": ("verdict", ""),
    "Holding": ("answer", ""),
    "Perspective": ("perspective", ""),
    "Closing": ("closing", ""),
    "Wording": ("wording", ""),
}
AT_MOST = 3
# Where it was, in a word; what this and its name need is read along with it.
WHERE = {
    "Round": "interview.employer.name",
    "Contact": "interview.employer.name",
    "FeedbackRequest": "interview.employer.name",
    "Feedback": "interview.employer.name",
    "Evidence": "feedback.interview.employer.name",
    "Action": "gap.name",
    "Problem": "interview.employer.name",
    "Attempt": "problem.interview.employer.name",
    "Drawing": "attempt.problem.interview.employer.name",
}
NEEDED = {kind: [path.rpartition(".")[0].replace(".", "__")] for kind, path in WHERE.items()}
NEEDED |= {"Interview": ["employer"], "Rejection": ["interview__employer"]}
NEEDED["FeedbackRequest"].append("contact")


@dataclass
class Entry:
    row: Owned
    went_along: dict[str, int] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return type(self.row).__name__

    @property
    def batch(self) -> UUID:
        return self.row.trash_id

    @property
    def deleted_on(self) -> date:
        return timezone.localdate(self.row.deleted_at)

    @property
    def gone_on(self) -> date:
        return timezone.localdate(self.row.deleted_at + lying.KEPT_FOR)

    @property
    def where(self) -> str:
        """At which employer it was, or of which gap."""
        path = WHERE.get(self.kind)
        try:
            return attrgetter(path)(self.row) if path else ""
        except AttributeError:  # a problem from a book has no interview
            return ""

    @property
    def along(self) -> str:
        """ "with three rounds and two problems" """
        return with_all(self.went_along)


def with_all(counts: dict[str, int]) -> str:
    known = [kind for kind in COUNTED if counts.get(kind)]
    parts = [counted(counts[kind], *COUNTED[kind]) for kind in known[:AT_MOST]]
    parts += ["more"] if len(known) > AT_MOST else []
    return f"with {listed(parts)}" if parts else ""


def entries(person, deleted) -> list[Entry]:
    """Of what `lying.of` names, in its order: a query a kind, and one that counts."""
    rows = _rows(deleted)
    along = _went_along(person, [each.trash_id for each in deleted])
    return [Entry(rows[each.of_kind, each.pk], along[each.trash_id]) for each in deleted]


def entry(person, row: Owned) -> Entry:
    return Entry(row, _went_along(person, [row.trash_id])[row.trash_id])


def _rows(deleted) -> dict[tuple[str, int], Owned]:
    keys = defaultdict(list)
    for each in deleted:
        keys[each.of_kind].append(each.pk)
    return {
        (kind, row.pk): row for kind in keys for row in _of_kind(kind).filter(pk__in=keys[kind])
    }


def _of_kind(kind: str):
    """None of the long texts, nor of the bytes of a picture."""
    model = lying.model_of(kind)
    texts = model.prose if issubclass(model, Written) else ()
    long = [name for text in texts for name in (text, f"{text}_html")]
    long += [field.name for field in model._meta.fields if isinstance(field, BinaryField)]
    rows = model.with_trash.all()
    if kind in NEEDED:
        rows = rows.select_related(*NEEDED[kind])
    return rows.defer(*long)


def _went_along(person, batches: list[UUID]) -> dict[UUID, dict[str, int]]:
    first, *others = [
        model.with_trash.filter(owner=person, trash_id__in=batches, deleted_at=None)
        .order_by()
        .values("trash_id")
        .annotate(many=Count("pk"), of_kind=Value(model.__name__, output_field=CharField()))
        .values_list("trash_id", "of_kind", "many")
        for model in owned_models()
    ]
    found = defaultdict(dict)
    for batch, kind, many in first.union(*others, all=True):
        found[batch][kind] = many
    return found
