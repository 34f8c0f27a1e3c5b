"""How long mails take to be read, hostile ones and honest ones; run by `make bench`.

Milliseconds of this process's own time. The floor is what the largest honest mail takes.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from journal.rejections.intake import read
from tests.hostile_mails import HOSTILE

MAILS = Path(__file__).parents[1] / "rejections" / "mails"
SHOWN = 8


def main() -> None:
    honest = {path.name: path.read_bytes() for path in MAILS.iterdir() if path.suffix != ".toml"}
    floor = max(report("honest mails", honest, 1.0).values())
    report("hostile mails", HOSTILE, floor)


def report(name: str, mails: dict[str, bytes], floor: float) -> dict[str, float]:
    took = {title: milliseconds(raw) for title, raw in mails.items()}
    print(f"\n{name}: {len(took)}, {sum(took.values()) / 1000:.1f} s; the slowest:")
    for title in sorted(took, key=took.get, reverse=True)[:SHOWN]:
        print(f"  {took[title]:6.0f} ms  {took[title] / floor:6.1f} times  {title}")
    return took


def milliseconds(raw: bytes) -> float:
    began = time.process_time()
    read(raw)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
