"""Processes that live and end together, as one tree."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Sequence


def end_when_told() -> None:
    """TERM ends it from now on. A container's first process has no default that would."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def run_together(*commands: Sequence[str]) -> int:
    """Runs until told to stop, or until one ends by itself and takes the others with it."""
    children = [subprocess.Popen(command, preexec_fn=_end_with_parent) for command in commands]  # noqa: S603, PLW1509
    told_to_stop = False

    def stop(*_):
        nonlocal told_to_stop
        told_to_stop = True
        _terminate(children)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    status = _first_to_end({child.pid for child in children})
    _terminate(children)
    for child in children:
        child.wait()
    return 0 if told_to_stop else os.waitstatus_to_exitcode(status)


def _first_to_end(own: set[int]) -> int:
    """A container's first process is handed the orphans of others too; these end unnoticed."""
    while True:
        pid, status = os.wait()
        if pid in own:
            return status


def _terminate(children: list[subprocess.Popen]) -> None:
    for child in children:
        child.terminate()


def _end_with_parent() -> None:
    """Asks Linux to end this child should its parent be killed outright."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
