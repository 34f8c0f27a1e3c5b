"""Four weeks of somebody's practice; two years are lived in tests/soak/test_practising.py."""

import pytest

from tests.practice.living import Life

pytestmark = pytest.mark.django_db


def test_four_weeks_lose_nothing_and_pile_up_nothing(alice):
    life = Life(alice, begin_with=25, a_week=4, announced_every=12)

    days = list(life.days(28))

    assert [fault for day in days for fault in day.faults] == []
    assert max(day.waiting for day in days) <= 6
    assert any(day.interview for day in days)
    assert all(day.minutes <= alice.practice_minutes or day.solved == 1 for day in days)
    assert days[-1].problems == 25 + 4 * 4
