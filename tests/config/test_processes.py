"""Processes that live together, also where they run as a container's first process."""

import subprocess
import sys

# As a container's first process does, this one is handed what others leave behind.
ADOPTS = """
import ctypes, sys
from config.processes import run_together
ctypes.CDLL(None).prctl(36, 1)
sys.exit(run_together(["sh", "-c", "(sleep 0.1 &); sleep 0.5; exit 3"]))
"""
TOLD_EARLY = """
import os, signal
from config.processes import end_when_told
end_when_told()
os.kill(os.getpid(), signal.SIGTERM)
signal.pause()
"""


def run(program: str) -> int:
    return subprocess.run([sys.executable, "-c", program], check=False, timeout=30).returncode


def test_an_orphan_that_ends_stops_nothing():
    assert run(ADOPTS) == 3


def test_term_ends_it_before_it_serves():
    assert run(TOLD_EARLY) == 143


BEGUN_AGAIN = """
import sys
from config import processes
processes.BREATH = 0
sys.exit(processes.run_together(["sleep", "1"], ["sh", "-c", "echo begun"]))
"""


def test_what_runs_beside_is_begun_again_when_it_ends():
    done = subprocess.run(
        [sys.executable, "-c", BEGUN_AGAIN], check=False, timeout=30, capture_output=True
    )
    assert done.returncode == 0
    assert done.stdout.count(b"begun") > 1
