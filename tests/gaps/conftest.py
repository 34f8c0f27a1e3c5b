from datetime import date

import pytest

from journal.models import Employer, Interview
from tests.factories import make_feedback, make_interview, make_rejection
from tests.gaps.material import FEEDBACK


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def feedback(rejection):
    return make_feedback(rejection.interview, FEEDBACK, received_on=date(2026, 11, 19))


@pytest.fixture
def elsewhere(alice):
    """`elsewhere("Globex", on)`: another rejection of hers, told on that day."""

    def make(employer: str, on: date):
        interview = make_interview(
            alice,
            Employer.objects.named(alice, employer),
            outcome=Interview.Outcome.REJECTED,
            outcome_on=on,
        )
        return make_rejection(alice, interview, told_on=on)

    return make
