"""Runs the tests on another day: `CLOCK="2028-02-29 12:00 +0000" pytest …`.

The clock is set before any test is imported, and goes on from there. Programs that a test starts
keep the machine's own.
"""

import os

import time_machine


def pytest_configure(config):
    if moment := os.environ.get("CLOCK"):
        clock = time_machine.travel(moment, tick=True)
        clock.start()
        config.add_cleanup(clock.stop)
