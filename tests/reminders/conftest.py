from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories import make_problem

# A Tuesday at noon, four hours after the hour at which mails go.
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
JOINED = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def clock():
    """It stands still, but for `clock.shift(seconds)`."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def alice(clock, alice):
    """Whose mail is due, and who has a problem to solve."""
    alice.date_joined = alice.mail_next_at = JOINED
    alice.save()
    return alice


@pytest.fixture
def problem(alice):
    return make_problem(alice, due=alice.today())
