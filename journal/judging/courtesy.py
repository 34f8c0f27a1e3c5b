"""How they answered my request for feedback, read off the requests of step 2."""

from collections.abc import Iterable
from dataclasses import dataclass

from journal.dates import counted, day
from journal.feedback.request_models import FeedbackRequest
from journal.judging.models import Answer

State = FeedbackRequest.State


@dataclass(frozen=True)
class Courtesy:
    """A sentence, and what it would make of "they answered my request" ("" while open)."""

    says: str = ""
    answer: str = ""


def courtesy(requests: Iterable[FeedbackRequest]) -> Courtesy:
    """The kindest answer counts: one interviewer who writes outweighs another's silence."""
    sent = [request for request in requests if request.asked_on]
    for state in (State.RECEIVED, State.REFUSED, State.NUDGED, State.ASKED, State.NO_ANSWER):
        for request in sent:
            if request.state == state:
                return Courtesy(
                    f"You asked on {day(request.asked_on)}. {_then(request)}", _as(state)
                )
    return Courtesy()


def _as(state: str) -> str:
    return {
        State.RECEIVED: Answer.YES,
        State.REFUSED: Answer.PARTLY,
        State.NO_ANSWER: Answer.NO,
    }.get(state, "")


def _then(request: FeedbackRequest) -> str:
    if request.state == State.RECEIVED:
        return f"They answered{_after(request)}."
    if request.state == State.REFUSED:
        return f"They said no{_after(request)}, which is an answer too."
    if request.state == State.NO_ANSWER:
        return "No answer came."
    return "No answer has come yet."


def _after(request: FeedbackRequest) -> str:
    if not request.answered_on:
        return ""
    days = (request.answered_on - request.asked_on).days
    if days < 1:
        return " the same day"
    return " the next day" if days == 1 else f" {counted(days, 'day')} later"
