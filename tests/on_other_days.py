"""Runs a command once for each day on which tests have failed or may: the next New Year's Eve just
before midnight, the next 29 February, the next morning on which Europe's clocks go forward, and a
day two years on. `python tests/on_other_days.py pytest …`; see tests/any_day.py.
"""

import os
import subprocess
import sys
from calendar import isleap
from datetime import UTC, datetime, timedelta


def moments(now: datetime) -> list[datetime]:
    leap_year = next(year for year in range(now.year + 1, now.year + 10) if isleap(year))
    return [
        datetime(now.year, 12, 31, 23, 30, tzinfo=UTC),
        datetime(leap_year, 2, 29, 12, tzinfo=UTC),
        _clocks_go_forward(now.year + 1),
        now + timedelta(days=2 * 365),
    ]


def _clocks_go_forward(year: int) -> datetime:
    """At 1:00 UTC on the last Sunday of March; half an hour before."""
    last = datetime(year, 3, 31, 0, 30, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def main(*command: str) -> int:
    failed = [moment for moment in moments(datetime.now(UTC)) if not _run_on(moment, command)]
    for moment in failed:
        print(f"failed on {moment:%Y-%m-%d %H:%M}", file=sys.stderr)
    return len(failed)


def _run_on(moment: datetime, command: tuple[str, ...]) -> bool:
    print(f"on {moment:%Y-%m-%d %H:%M}", flush=True)
    environment = {**os.environ, "CLOCK": moment.isoformat()}
    return subprocess.run(command, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
