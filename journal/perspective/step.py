from collections.abc import Sequence

from journal.interviews.models import Round
from journal.perspective.models import Feeling, Perspective
from journal.perspective.quote import quote
from journal.rejections.models import Rejection
from journal.rejections.step import Progress, Step


def progress(rejections: Sequence[Rejection]) -> dict[int, Progress]:
    rows = Perspective.objects.filter(rejection__in=rejections).select_related("owner")
    found = {row.rejection_id: _progress(row) for row in rows}
    rated = _rated(rejections)
    for rejection in rejections:
        if rejection.interview_id in rated and not found.get(rejection.pk, Progress()).begun:
            found[rejection.pk] = Progress("How each round went, in your eyes", begun=True)
    return found


def _rated(rejections: Sequence[Rejection]) -> set[int]:
    """The interviews of which a round was rated since the outcome."""
    rounds = Round.objects.filter(interview__in=[each.interview_id for each in rejections])
    rounds = rounds.exclude(rating_after=None, rating_told=None)
    return set(rounds.values_list("interview_id", flat=True))


def _progress(row: Perspective) -> Progress:
    feeling = row.feeling if row.owner.check_ins else None
    sentence = quote(row.words) or quote(row.not_seen)
    felt = f"It felt {Feeling(feeling).label.lower()}." if feeling else ""
    holds = " ".join(part for part in (row.looked_at or felt, sentence) if part)
    enough = bool(row.feeling or sentence)
    return Progress(holds or ("How it felt" if enough else ""), enough, enough or bool(holds))


STEP = Step(
    key="perspective",
    name="Put it in perspective",
    short="Perspective",
    invitation="How does it feel, and what can they have seen?",
    action="Put it in perspective",
    page="perspective:page",
    progress=progress,
)
