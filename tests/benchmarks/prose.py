"""How long the hostile and the honest take to render; run by `make bench`."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from journal.prose import render
from tests.hostile_prose import families, ordinary_note, variants


def milliseconds(text: str) -> float:
    began = time.perf_counter()
    render(text)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    render("warm *up*\n\n```python\nx\n```")
    print(f"ordinary note of 40 KB: {milliseconds(ordinary_note()):.0f} ms")
    for title, texts in (("family", families()), ("variant", variants())):
        took = {name: milliseconds(text) for name, text in texts.items()}
        print(f"{len(took)} of each {title}, 100 KB; the slowest:")
        for name in sorted(took, key=took.get, reverse=True)[:8]:
            print(f"  {took[name]:8.0f} ms  {name}")


if __name__ == "__main__":
    main()
