"""What to look over before an interview: open gaps, problems worth solving, what I know of them.

It reads what later steps wrote through the person's own rows, and imports none of those steps.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, F, IntegerChoices, OuterRef, Q, When

from journal.interviews.models import Interview

AT_MOST = 3


class Why(IntegerChoices):
    """Why a problem is worth solving before that day, the best reason first."""

    ASKED = 1, "they have asked it"
    GAP = 2, "for an open gap"
    DUE = 3, "due by then"


@dataclass(frozen=True)
class Brief:
    note: str
    gaps: list
    problems: list
    earlier: list[Interview]

    def __bool__(self) -> bool:
        return bool(self.note or self.gaps or self.problems or self.earlier)


def brief(interview: Interview, by: date | None) -> Brief:
    """`by` is the day of the next round, where there is one."""
    return Brief(
        interview.employer.note, _gaps(interview), _problems(interview, by), _earlier(interview)
    )


def _gaps(interview: Interview) -> list:
    """What others told me comes before my own guess."""
    gaps = interview.owner.gaps.gaps().open().with_evidence().with_actions()
    today = interview.owner.today()
    return sorted(gaps, key=lambda gap: gap.standing().rank(today), reverse=True)[:AT_MOST]


def _problems(interview: Interview, by: date | None) -> list:
    owner = interview.owner
    open_gaps = owner.gaps.gaps().open().filter(problems=OuterRef("pk"))
    due = Q(due__lte=by) if by else Q(pk=None)
    reasons = Case(
        When(interview__employer=interview.employer_id, then=Why.ASKED),
        When(Exists(open_gaps), then=Why.GAP),
        When(due, then=Why.DUE),
    )
    problems = owner.problems.active().listed().annotate(reason=reasons).exclude(reason=None)
    found = list(problems.order_by("reason", F("due").asc(nulls_last=True), "-pk")[:AT_MOST])
    for problem in found:
        problem.why = Why(problem.reason).label
    return found


def _earlier(interview: Interview) -> list[Interview]:
    others = interview.employer.interviews.exclude(pk=interview.pk).order_by("-pk")
    return list(others.prefetch_related("verdicts", "rejections")[:AT_MOST])
