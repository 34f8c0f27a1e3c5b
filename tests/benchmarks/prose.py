"""How long the hostile and the honest take to render; run by `make bench`.

Milliseconds of this process's own time, so that a busy machine tells the same. Name a group to see
each of its texts: python tests/benchmarks/prose.py families
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from journal.prose import as_markdown, render
from journal.prose_budget import Budget, Overspent
from tests.hostile_prose import families, ordinary_note, variants
from tests.hostile_shapes import code_floods, ordinary_code, ordinary_prose, shape_variants, shapes

SHOWN = 8


def main(group: str = "") -> None:
    render("warm *up*\n\n```python\nx\n```")
    groups = {
        "ordinary": {
            "a note of 40 KB, with code and tables": ordinary_note(),
            "prose of 100 KB": ordinary_prose(),
            "code of 30 KB in one block": ordinary_code(),
        },
        "families": families(),
        "variants": variants(),
        "shapes": shapes(),
        "shape variants": shape_variants(),
        "code": code_floods(),
    }
    for name, texts in groups.items():
        if group in ("", name):
            report(name, texts, shown=len(texts) if group else SHOWN)


def report(name: str, texts: dict[str, str], shown: int) -> None:
    took = {title: milliseconds(text) for title, text in texts.items()}
    print(f"\n{name}: {len(took)} texts, {sum(took.values()) / 1000:.1f} s; the slowest:")
    for title in sorted(took, key=took.get, reverse=True)[:shown]:
        print(f"  {took[title]:6.0f} ms  {shown_as(texts[title]):<8}  {title}")


def milliseconds(text: str) -> float:
    began = time.process_time()
    render(text)
    return (time.process_time() - began) * 1000


def shown_as(text: str) -> str:
    try:
        as_markdown(text, Budget())
    except Overspent:
        return "plain"
    except RecursionError:
        return "too deep"
    return "Markdown"


if __name__ == "__main__":
    main(*sys.argv[1:])
