from collections import defaultdict
from collections.abc import Sequence

from journal.dates import day
from journal.feedback.models import Feedback
from journal.feedback.request_models import FeedbackRequest
from journal.interviews.models import Contact
from journal.rejections.models import Rejection
from journal.rejections.step import NOTHING_YET, Progress, Step

STATE = FeedbackRequest.State
# Of several requests, the one that got furthest speaks for the step.
FURTHEST_FIRST = [
    STATE.RECEIVED,
    STATE.NUDGED,
    STATE.ASKED,
    STATE.REFUSED,
    STATE.NO_ANSWER,
    STATE.NOBODY,
    STATE.DRAFTED,
]
WHOM = {
    Contact.Part.RECRUITER: "the recruiter",
    Contact.Part.INTERVIEWER: "an interviewer",
    Contact.Part.HIRING_MANAGER: "the hiring manager",
}
UNASKED = Progress("An interviewer wrote to you unasked", enough=True, begun=True)


def progress(rejections: Sequence[Rejection]) -> dict[int, Progress]:
    interviews = [rejection.interview_id for rejection in rejections]
    requests = defaultdict(list)
    rows = FeedbackRequest.objects.filter(interview__in=interviews).select_related(
        "contact", "owner"
    )
    for row in rows.order_by("pk"):
        requests[row.interview_id].append(row)
    written = Feedback.objects.filter(
        interview__in=interviews, source=Feedback.Source.INTERVIEWER
    ).values_list("interview_id", flat=True)
    found = {interview: _progress(rows) for interview, rows in requests.items()}
    for interview in written:
        if not found.get(interview, NOTHING_YET).enough:
            found[interview] = UNASKED
    return {
        rejection.pk: found[rejection.interview_id]
        for rejection in rejections
        if rejection.interview_id in found
    }


def _progress(requests: list[FeedbackRequest]) -> Progress:
    furthest = min(requests, key=lambda request: FURTHEST_FIRST.index(request.state))
    enough = furthest.state != STATE.DRAFTED
    return Progress(_holds(furthest), enough, begun=True)


def _holds(request: FeedbackRequest) -> str:
    if request.state == STATE.NOBODY:
        return "Nobody to ask"
    whom = f" {WHOM[request.contact.part]}" if request.contact else ""
    if request.state == STATE.DRAFTED:
        return f"A letter{whom and f' to{whom}'} is drafted"
    asked = f"Asked{whom} on {day(request.asked_on)}" if request.asked_on else f"Asked{whom}"
    return f"{asked}, {_then(request)}"


def _then(request: FeedbackRequest) -> str:
    match request.state:
        case STATE.RECEIVED:
            return f"answered {request.answered_after}"
        case STATE.REFUSED:
            return "but they would not say"
        case STATE.NO_ANSWER:
            return "no answer came"
        case STATE.NUDGED:
            return f"nudged on {day(request.nudged_on)}"
    return request.nudge_says


STEP = Step(
    key="ask",
    name="Ask for written feedback",
    short="Ask",
    invitation="Who was in the room, and may have a few lines for you?",
    action="Write the letter",
    page="feedback:ask",
    progress=progress,
)
