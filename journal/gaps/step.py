from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.db.models.functions import Substr

from journal.dates import counted, in_words
from journal.feedback.models import Feedback
from journal.feedback.request_models import IN_VAIN, FeedbackRequest
from journal.gaps.anchoring import sentences
from journal.gaps.models import Evidence
from journal.rejections.models import Rejection
from journal.rejections.step import Progress, Step

COUNTED = 20_000
ALONE = Progress("What did you see yourself?")


@dataclass
class Holding:
    """What the step holds of one interview."""

    gaps: set[int] = field(default_factory=set)
    strengths: set[int] = field(default_factory=set)
    aside: int = 0
    told: list[str] = field(default_factory=list)
    unmarked: int = 0
    own: int = 0

    @property
    def is_marked(self) -> bool:
        return bool(self.gaps or self.strengths or self.aside)


def progress(rejections: Sequence[Rejection]) -> dict[int, Progress]:
    holding: dict[int, Holding] = defaultdict(Holding)
    interviews = [rejection.interview_id for rejection in rejections]
    _read_evidence(interviews, holding)
    _read_feedback(interviews, holding)
    held = {interview: _progress(held) for interview, held in holding.items()}
    found = _asked(interviews) | held
    return {
        rejection.pk: found[rejection.interview_id]
        for rejection in rejections
        if rejection.interview_id in found
    }


def _asked(interviews: Sequence[int]) -> dict[int, Progress]:
    """Where nothing is here: whether an answer is waited for, or asking brought none. The last of
    several letters that wait says so."""
    rows = FeedbackRequest.objects.filter(interview__in=interviews).select_related("owner")
    states, waiting = defaultdict(set), {}
    for row in rows.order_by("asked_on", "pk"):
        states[row.interview_id].add(row.state)
        if row.is_waiting:
            says = row.waits(row.owner.today())
            waiting[row.interview_id] = Progress(says, waits=True)
    in_vain = {interview for interview, of_one in states.items() if of_one <= IN_VAIN}
    return dict.fromkeys(in_vain, ALONE) | waiting


def _read_evidence(interviews: Sequence[int], holding: dict[int, Holding]) -> None:
    rows = Evidence.objects.filter(feedback__interview__in=interviews)
    for interview, gap, is_strength in rows.values_list(
        "feedback__interview", "gap", "gap__is_strength"
    ):
        held = holding[interview]
        if gap is None:
            held.aside += 1
        else:
            (held.strengths if is_strength else held.gaps).add(gap)


def _read_feedback(interviews: Sequence[int], holding: dict[int, Holding]) -> None:
    """Of long texts only as much as is counted."""
    rows = Feedback.objects.filter(interview__in=interviews)
    beginning = Substr("text", 1, COUNTED + 1)
    marked = Exists(Evidence.objects.filter(feedback=OuterRef("pk")))
    for interview, source, text, is_marked in rows.values_list(
        "interview", "source", beginning, marked
    ):
        if source == Feedback.Source.OWN:
            holding[interview].own += 1
        else:
            holding[interview].told.append(text)
            holding[interview].unmarked += not is_marked


def _progress(held: Holding) -> Progress:
    if held.is_marked:
        return Progress(_marked(held), enough=True, begun=True)
    if held.told and held.own:
        return Progress("Feedback is here, and your own reading.", enough=True, begun=True)
    if held.told:
        return Progress(f"{_here(held.told)} Nothing marked yet.", begun=True)
    return Progress(f"Your own reading, {counted(held.own, 'note')}.", enough=True, begun=True)


def _marked(held: Holding) -> str:
    parts = [
        counted(len(held.gaps), "gap") if held.gaps else "",
        counted(len(held.strengths), "strength") if held.strengths else "",
        f"{in_words(held.aside)} set aside" if held.aside else "",
    ]
    line = ", ".join(part for part in parts if part)
    came = " Feedback came in which nothing is marked yet." if held.unmarked else ""
    return f"{line[:1].upper()}{line[1:]}.{came}"


def _here(texts: list[str]) -> str:
    if any(len(text) > COUNTED for text in texts):
        return "Feedback is here."
    return f"Feedback is here, {counted(sum(len(sentences(text)) for text in texts), 'sentence')}."


STEP = Step(
    key="learn",
    name="Learn from it",
    short="Learn",
    invitation="What do they say, and what do you make of it?",
    action="Learn from it",
    page="gaps:learn",
    progress=progress,
)
