"""What was learned since a rejection, for the day one looks back at it: at most three lines."""

from journal.dates import counted
from journal.path.thing import named
from journal.perspective.models import Feeling
from journal.practice.attempt_models import Attempt
from journal.rejections.models import Rejection


def learned_since(rejection: Rejection) -> list[str]:
    said = (_gaps(rejection), _problems(rejection), _mood(rejection))
    return [line for line in said if line]


def _gaps(rejection: Rejection) -> str:
    closed = rejection.owner.gaps.gaps().closed().filter(closed_on__gte=_told_on(rejection))
    names = list(closed.order_by("-closed_on", "pk").values_list("name", flat=True))
    return f"You closed {counted(len(names), 'gap')}: {named(names)}." if names else ""


def _problems(rejection: Rejection) -> str:
    """Those of this interview first."""
    solved = Attempt.objects.graded().filter(
        owner=rejection.owner, solved_on__gte=_told_on(rejection)
    )
    rows = set(solved.values_list("problem__interview", "problem", "problem__title"))
    rows = sorted(rows, key=lambda row: (row[0] != rejection.interview_id, row[1]))
    titles = [title for *_, title in rows]
    return f"You solved {counted(len(rows), 'problem')} again: {named(titles)}." if rows else ""


def _mood(rejection: Rejection) -> str:
    perspective, closing = rejection.perspectives.first(), rejection.closings.first()
    then, now = perspective and perspective.feeling, closing and closing.feeling_now
    if not (then and now):
        return ""
    still = "still " if then == now else ""
    then, now = (Feeling(value).label.lower() for value in (then, now))
    return f"It felt {then} then, and {still}{now} when you moved on."


def _told_on(rejection: Rejection):
    return rejection.told_on or rejection.closed_on
