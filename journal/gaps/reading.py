"""A feedback as the Learn page shows it: its words, what is marked in them, notes beside."""

from dataclasses import dataclass, field

from journal.dates import day
from journal.feedback.models import Feedback
from journal.gaps.anchoring import Found, Piece, find, spans
from journal.gaps.marking_forms import MarkSentence
from journal.gaps.models import Evidence, Gap
from journal.interviews.models import Interview


@dataclass(frozen=True)
class Note:
    """What stands in the margin for one piece of evidence; `lost` where its words are no more."""

    evidence: Evidence
    says: str
    lost: str = ""

    @property
    def is_moved(self) -> bool:
        return self.lost == "moved"


@dataclass(frozen=True)
class Reading:
    feedback: Feedback
    form: MarkSentence
    pieces: list[Piece[Evidence]]
    notes: list[Note] = field(default_factory=list)

    @property
    def is_own(self) -> bool:
        return self.feedback.is_own

    @property
    def source(self) -> str:
        """ "Written by Ana Duarte, an interviewer, 19 November" """
        return f"{self._who()}, {day(self.feedback.received_on)}"

    def _who(self) -> str:
        feedback, source = self.feedback, Feedback.Source
        if feedback.source == source.OWN:
            return feedback.get_aspect_display()
        name = feedback.contact.name if feedback.contact else ""
        if feedback.source == source.CALL:
            return f"On a call with {name}" if name else "On a call"
        if feedback.source == source.RECRUITER:
            return f"A summary by {name}, recruiter" if name else "A recruiter’s summary"
        return f"Written by {name}, an interviewer" if name else "Written by an interviewer"


def readings(interview: Interview, refused: MarkSentence | None = None) -> list[Reading]:
    """Each feedback of an interview, the others' before my own. `refused`: a form to show again."""
    rows = interview.feedback.select_related("contact", "round").prefetch_related("evidence")
    gaps = Gap.objects.filter(evidence__feedback__interview=interview).distinct()
    known = {gap.pk: gap for gap in gaps.with_evidence()}
    forms = {refused.feedback.pk: refused} if refused else {}
    found = [
        _reading(
            feedback,
            known,
            forms.get(feedback.pk) or MarkSentence(owner=interview.owner, feedback=feedback),
        )
        for feedback in rows.order_by("received_on", "pk")
    ]
    return sorted(found, key=lambda reading: reading.is_own)


def _reading(feedback: Feedback, known: dict[int, Gap], form: MarkSentence) -> Reading:
    placed, lost = [], []
    for row in feedback.evidence.all():
        row.gap = known.get(row.gap_id)
        place = find(feedback.text, row.quote, row.start, row.before, row.after)
        if isinstance(place, Found):
            placed.append((place.start, place.end, row))
        else:
            lost.append(Note(row, _says(row, feedback), place.value))
    placed.sort(key=lambda each: each[:2])
    notes = [Note(row, _says(row, feedback)) for _, _, row in placed]
    return Reading(feedback, form, spans(feedback.text, placed), notes + lost)


def _says(row: Evidence, feedback: Feedback) -> str:
    if row.gap is None:
        return row.get_aside_display()
    kind = "Strength" if row.gap.is_strength else row.gap.get_kind_display()
    return f"{kind} · {row.gap.standing().beside(feedback.interview_id)}"
