"""What a text may cost to render, reckoned by one linear scan before any of it is parsed. Pure.

Python-Markdown's inline patterns try each special character against the rest of its block, so a
block costs about its specials times its length: 5,000 "[" took 7 s, and a bound per block lets
250 smaller ones through. So there is one budget for the whole text.
"""

import re

# In special characters times length. Measured by tests/benchmarks/prose.py: an ordinary note of
# 40 KB costs under 2 million.
BUDGET = 4_000_000
MOST_NESTED = 20
MOST_LINES_OF_A_BLOCK = 2_000
OF_A_BLOCK = 400
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
SPECIAL = re.compile(r"[\[\]()<>&*_`!\\|]")
NESTS = re.compile(r"^(?:[ \t]*(?:>|[-+*](?= )|\d{1,9}[.)](?= )))+|^[ \t]+")


def affordable(text: str) -> bool:
    return cost(text) <= BUDGET


def cost(text: str) -> int:
    """About how much work it is to render `text`; more than BUDGET as soon as that is certain."""
    lines = text.split("\n")
    last = {mark: number for number, line in enumerate(lines) if (mark := _fence(line))}
    spent, block, number = 0, [], 0
    while number < len(lines) and spent <= BUDGET:
        mark = _fence(lines[number])
        if mark and last[mark] > number:
            end = next(n for n in range(number + 1, len(lines)) if _fence(lines[n]) == mark)
            spent += _of_block(block) + _of_code(lines[number:end]) + len(text) // 8
            block, number = [], end + 1
            continue
        spent += len(text) if mark else 0
        if lines[number].strip():
            block.append(lines[number])
        else:
            spent += _of_block(block)
            block = []
        number += 1
    return spent + _of_block(block)


def _fence(line: str) -> str:
    found = FENCE.match(line)
    return found[1] if found else ""


def _of_block(lines: list[str]) -> int:
    if not lines:
        return 10
    deepest = max(_depth(line) for line in lines)
    if deepest > MOST_NESTED or len(lines) > MOST_LINES_OF_A_BLOCK:
        return BUDGET + 1
    length = sum(map(len, lines)) + len(lines)
    specials = sum(len(SPECIAL.findall(line)) for line in lines)
    return OF_A_BLOCK + 40 * specials + length * (specials + len(lines) + 4 * deepest + 8)


def _depth(line: str) -> int:
    """How many quotes, lists and indents a line opens."""
    found = NESTS.match(line)
    if not found:
        return 0
    opened = found[0].replace("\t", "    ")
    return len(re.findall(r"[>]|[-+*]|\d+[.)]", opened)) + (len(opened) - len(opened.lstrip())) // 4


def _of_code(lines: list[str]) -> int:
    """Highlighting is near linear, but for lexers that meet what they were not made for."""
    length = sum(map(len, lines)) + len(lines)
    return length * 20 + length * length // 150
