"""Processes that live and end together, as one tree."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

BREATH = 1.0  # seconds, before one that ended is begun again


def end_when_told() -> None:
    """TERM ends it from now on. A container's first process has no default that would."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def run_together(main: Sequence[str], *beside: Sequence[str]) -> int:
    """Runs until told to stop, or until the main one ends by itself and takes the others with it.

    What runs beside it is begun again when it ends.
    """
    tree = _Tree()
    signal.signal(signal.SIGTERM, tree.stop)
    signal.signal(signal.SIGINT, tree.stop)
    leader = tree.begin(main)
    for command in beside:
        tree.begin(command)
    while (ended := tree.wait())[0] != leader:
        tree.begin_again(ended[0])
    tree.stop_the_rest()
    return 0 if tree.told_to_stop else os.waitstatus_to_exitcode(ended[1])


class _Tree:
    """Its children by their process numbers, each with its command."""

    def __init__(self) -> None:
        self.told_to_stop = False
        self._children: dict[int, tuple[subprocess.Popen, Sequence[str]]] = {}

    def begin(self, command: Sequence[str]) -> int:
        child = subprocess.Popen(command, preexec_fn=_end_with_parent)  # noqa: S603, PLW1509
        self._children[child.pid] = (child, command)
        if self.told_to_stop:
            child.terminate()
        return child.pid

    def begin_again(self, pid: int) -> None:
        _, command = self._children.pop(pid)
        if not self.told_to_stop:
            time.sleep(BREATH)
            self.begin(command)

    def wait(self) -> tuple[int, int]:
        """The first of its own to end, and how.

        A container's first process is handed the orphans of others too; these end unnoticed.
        """
        while True:
            pid, status = os.wait()
            if pid in self._children:
                self._children[pid][0].returncode = os.waitstatus_to_exitcode(status)
                return pid, status

    def stop(self, *_) -> None:
        self.told_to_stop = True
        for child, _command in list(self._children.values()):
            child.terminate()

    def stop_the_rest(self) -> None:
        for child, _command in self._children.values():
            child.terminate()
        for child, _command in self._children.values():
            child.wait()


def _end_with_parent() -> None:
    """Asks Linux to end this child should its parent be killed outright."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
