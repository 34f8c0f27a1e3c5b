import pytest
import time_machine


@pytest.fixture(autouse=True)
def thursday():
    """Two days after the rejections of the factories: 19 November 2026."""
    with time_machine.travel("2026-11-19 12:00:00Z", tick=False) as clock:
        yield clock
