from datetime import UTC, datetime

import pytest

from tests.on_other_days import moments


@pytest.mark.parametrize("now", ["2026-12-01T12:00", "2028-02-29T12:00", "2031-12-31T23:59"])
def test_the_days_that_tests_run_on(now):
    now = datetime.fromisoformat(now).replace(tzinfo=UTC)
    eve, leap_day, forward, later = moments(now)
    assert (eve.month, eve.day, eve.hour) == (12, 31, 23)
    assert (leap_day.month, leap_day.day) == (2, 29)
    assert leap_day > now
    assert (forward.month, forward.isoweekday(), forward.day > 24) == (3, 7, True)
    assert later.year in {now.year + 1, now.year + 2}
