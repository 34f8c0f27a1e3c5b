"""Stops what would never end, so that a text that hangs fails one test and not the whole run."""

import signal
from contextlib import contextmanager

HANGS_AFTER = 20  # seconds: a guard against hanging, not a measure


class Hangs(BaseException):
    """Nothing that is being tested may swallow it."""


@contextmanager
def hang_guard():
    def stop(*_):
        raise Hangs

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANGS_AFTER)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
