from collections.abc import Sequence

from django.db.models import Count

from journal.dates import counted
from journal.judging.models import Verdict
from journal.practice.models import Problem
from journal.rejections.models import Rejection
from journal.rejections.step import Progress, Step
from journal.relative_days import from_day

WANTED = {
    Verdict.Wanted.YES: "I would have wanted it",
    Verdict.Wanted.UNSURE: "Not sure I would have wanted it",
    Verdict.Wanted.NO: "I would not have wanted it",
}
AGAIN = {
    Verdict.Again.YES: ", and would go again",
    Verdict.Again.LATER: ", and would go again later",
}
ANSWERS = (
    "again",
    "prepared",
    "respected_time",
    "answered_questions",
    "realistic_problems",
    "clear_role",
    "answered_request",
    "words",
)


def progress(rejections: Sequence[Rejection]) -> dict[int, Progress]:
    interviews = [rejection.interview_id for rejection in rejections]
    verdicts = Verdict.objects.filter(interview__in=interviews).select_related("owner")
    by_interview = {verdict.interview_id: verdict for verdict in verdicts}
    read = _questions_read(interviews)
    return {
        rejection.pk: _progress(
            by_interview.get(rejection.interview_id), read.get(rejection.interview_id, 0)
        )
        for rejection in rejections
    }


def _questions_read(interviews: Sequence[int]) -> dict[int, int]:
    """Of each interview, how many questions say what they care about."""
    problems = Problem.objects.filter(interview__in=interviews)
    problems = problems.exclude(they_care_about="", want_this_work="")
    counts = problems.order_by().values("interview").annotate(count=Count("pk"))
    return {row["interview"]: row["count"] for row in counts}


def _progress(verdict: Verdict | None, read: int) -> Progress:
    if verdict and verdict.wanted:
        return Progress(f"{WANTED[verdict.wanted]}{_again(verdict)}.", enough=True, begun=True)
    if verdict and any(getattr(verdict, name) for name in ANSWERS):
        return Progress("How they ran it, in your eyes", begun=True)
    if read:
        return Progress(f"What {counted(read, 'question')} told you", begun=True)
    return Progress()


def _again(verdict: Verdict) -> str:
    if verdict.again == Verdict.Again.NO:
        return ", and would not go again"
    if verdict.again and verdict.again_from:
        when = from_day(verdict.again_from, verdict.owner.today())
        return f", and would go again {when}"
    return AGAIN.get(verdict.again, "")


STEP = Step(
    key="judge",
    name="Judge the employer",
    short="Judge",
    invitation="What did their questions tell you?",
    action="Judge the employer",
    page="judging:page",
    progress=progress,
)
