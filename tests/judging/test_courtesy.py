from datetime import date, timedelta

import pytest

from journal.feedback.request_models import FeedbackRequest
from journal.judging.courtesy import Courtesy, courtesy

ASKED = date(2026, 11, 18)


def request(state, days=None):
    answered = None if days is None else ASKED + timedelta(days=days)
    return FeedbackRequest(state=state, asked_on=ASKED, answered_on=answered)


@pytest.mark.usefixtures("a_weekday")
@pytest.mark.parametrize(
    ("state", "days", "says", "answer"),
    [
        ("received", 0, "They answered the same day.", "yes"),
        ("received", 1, "They answered the next day.", "yes"),
        ("received", 4, "They answered four days later.", "yes"),
        ("received", None, "They answered.", "yes"),
        ("refused", 2, "They said no two days later, which is an answer too.", "partly"),
        ("no_answer", None, "No answer came.", "no"),
        ("asked", None, "No answer has come yet.", ""),
        ("nudged", None, "No answer has come yet.", ""),
    ],
)
def test_how_they_answered_is_read_off_the_request(state, days, says, answer):
    found = courtesy([request(state, days)])
    assert found.says.endswith(f"You asked on 18 November. {says}")
    assert found.answer == answer


def test_the_kindest_answer_counts():
    assert courtesy([request("no_answer"), request("received", 1)]).answer == "yes"


def test_who_was_never_asked_owes_nothing():
    assert courtesy([FeedbackRequest(state="drafted"), FeedbackRequest(state="nobody")]) == (
        Courtesy()
    )
