from collections.abc import Sequence

from journal.closing.models import Closing
from journal.dates import day
from journal.perspective.quote import quote
from journal.rejections.models import Rejection
from journal.rejections.step import Progress, Step


def progress(rejections: Sequence[Rejection]) -> dict[int, Progress]:
    rows = Closing.objects.filter(rejection__in=rejections)
    closings = {row.rejection_id: row for row in rows}
    return {
        rejection.pk: _progress(rejection, closings.get(rejection.pk)) for rejection in rejections
    }


def _progress(rejection: Rejection, closing: Closing | None) -> Progress:
    written = _written(closing) if closing else ""
    if rejection.is_open:
        return Progress(written, begun=bool(written))
    verb = "Kept" if rejection.kept else "Moved on"
    parts = (f"{verb}, {day(rejection.closed_on)}.", written)
    return Progress(" ".join(part for part in parts if part), enough=True, begun=True)


def _written(closing: Closing) -> str:
    if taken := quote(closing.take):
        return f"I take {taken}"
    if left := quote(closing.leave):
        return f"I leave {left}"
    return "How it feels now" if closing.feeling_now else ""


STEP = Step(
    key="close",
    name="Move on",
    short="Move on",
    invitation="One thing to take with you, one thing to leave.",
    action="Move on",
    page="closing:page",
    progress=progress,
)
