"""How long a start takes until it answers; run by `make bench`.

Seconds on the clock, and how many times as long as `manage.py check` takes on the same machine at
the same time. The first start is on empty data; the second over what the first left behind.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.serving import ROOT, Server

ROUNDS = 5


def main() -> None:
    took: dict[str, list[float]] = {"manage.py check": [], "first start": [], "second start": []}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            server = Server(Path(folder), is_first=True)
            took["manage.py check"].append(seconds(lambda server=server: check(server)))
            took["first start"].append(seconds(server.start))
            server.stop()
            took["second start"].append(seconds(server.start))
            server.stop()
    report(took)


def report(took: dict[str, list[float]]) -> None:
    floor = statistics.median(took["manage.py check"])
    print(f"\nstarting: {ROUNDS} rounds, medians")
    for name, each in took.items():
        median = statistics.median(each)
        print(f"  {median:6.2f} s  {median / floor:4.1f} times the floor  {name}")


def check(server: Server) -> None:
    command = [sys.executable, "manage.py", "check"]
    subprocess.run(command, cwd=ROOT, env=server.environment, check=True, capture_output=True)


def seconds(act: Callable[[], None]) -> float:
    began = time.monotonic()
    act()
    return time.monotonic() - began


if __name__ == "__main__":
    main()
