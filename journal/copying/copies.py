"""What can be taken along: where it stands, and its text, with names or without."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model, Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from journal.copying import markdown
from journal.copying.names import Names, whose
from journal.gaps.models import Evidence
from journal.interviews.models import Contact


@dataclass(frozen=True)
class Kind:
    """`rows` are a person's, with all that their text shows."""

    noun: str
    rows: Callable[..., QuerySet]
    text: Callable[..., str]
    shown_at: str


def _entries(person) -> QuerySet:
    marks = Prefetch("feedback__evidence", Evidence.objects.select_related("gap"))
    return person.interviews.select_related("employer", "owner").prefetch_related(
        "rounds",
        "rejections__perspectives",
        "rejections__closings",
        "feedback__contact",
        marks,
        "problems",
        "verdicts__holdings__priority",
    )


def _gaps(person) -> QuerySet:
    return person.gaps.with_evidence().with_actions().prefetch_related("problems")


def _letters(person) -> QuerySet:
    return person.feedback_requests.select_related("interview__employer", "contact")


ENTRY = Kind("entry", _entries, markdown.entry, "interviews:detail")
GAP = Kind("gap", _gaps, markdown.gap, "gaps:detail")
LETTER = Kind("letter", _letters, markdown.letter, "feedback:letter")


@dataclass(frozen=True)
class Copy:
    noun: str
    text: str
    shown_at: str


def copy_of(kind: Kind, person, pk: int, *, with_names: bool) -> Copy:
    """Raises Http404 for what is not this person's."""
    row: Model = get_object_or_404(kind.rows(person), pk=pk)
    text = kind.text(row)
    if not with_names:
        text = names_of(person).left_out_of(text)
    return Copy(kind.noun, text, reverse(kind.shown_at, args=[row.pk]))


def names_of(person) -> Names:
    parts = Contact.Part
    people = person.contacts.values_list("name", "part")
    employers = person.employers.values_list("name", flat=True)
    return whose(((name, parts(part).label) for name, part in people), employers, person.name)
