"""Texts that nest, smuggle or flood otherwise than by one unit over and over; floods of code."""

from tests.hostile_prose import run

FLOODS = {
    "hard breaks": "a  \n",
    "line breaks": "a\n",
    "rules": "---\n",
    "spaced rules": "* * *\n",
    "hash headings": "# a\n",
    "tildes left open": "~~~a\n",
    "fences left open": "```x\n",
    "tabs": "\t",
    "indented code": "\ta\n\n",
    "blank lines": "\n",
    "short paragraphs": "a\n\n",
    "loose lists": "- a\n\n",
    "tight lists": "- a\n",
    "numbers": "1. a\n",
    "combining marks": "e\u0301\u0302\u0323",
    "null bytes": "a\x00",
    "placeholders": "\x02klzzwxh:0001\x03 \x02wzxhzdk:0\x03 ",
    "checkboxes": "- [ ] a [x] b\n",
    "log lines": "[2026-01-01 10:00:01] INFO it (or not): x=[1,2]\n",
    "short references": "[a][b] ",
    "image references": "![a][b] ",
    "angled addresses": "[a](<",
    "parentheses": "[a](((",
    "quotes that cross": "[a](b \"c)' ",
    "strong in em": "*a **b c** d* ",
    "code and pipes": "`a`|",
    "three columns": "x|y|z\n-|-|-\n",
    "numbered entities": "&#1;",
    "carriage returns": "a\r\n\r",
    "right to left": "\u202e\u05d0*\u05d1* ",
}


def nested_lists(size: int) -> str:
    return "".join(f"{'    ' * (line % 15)}- a\n" for line in range(size // 32))


def deep_indentation(size: int) -> str:
    """One level deeper each line, as far as the size goes."""
    lines, total = [], 0
    while total < size:
        lines.append(f"{'    ' * len(lines)}- a")
        total += len(lines[-1]) + 1
    return "\n".join(lines)


def wide_and_long_table(size: int) -> str:
    columns = size // 10
    return f"{'a|' * columns}\n{'-|' * columns}\n{'|' * 2}" + "\n|" * (size // 4)


def code_in_cells(size: int) -> str:
    return "a|b\n-|-\n" + "`a`|" * (size // 4)


SHAPES = {
    "links in links": lambda size: "[" * (size // 6) + "a" + "](b)" * (size // 6),
    "images in images": lambda size: "![" * (size // 7) + "a" + "](b)" * (size // 7),
    "closed brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "parentheses in an address": lambda size: "[a](" + "(" * (size // 2) + ")" * (size // 2),
    "emphasis in emphasis": lambda size: "*a **b " * (size // 14) + "c** d* " * (size // 14),
    "quotes in quotes": lambda size: ("> " * 30 + "a\n") * (size // 62),
    "lists in quotes": lambda size: ("> - " * 12 + "a\n") * (size // 50),
    "ever longer fences": lambda size: "\n".join("`" * n + "x" for n in range(3, int(size**0.5))),
    "nested lists": nested_lists,
    "deep indentation": deep_indentation,
    "a wide and long table": wide_and_long_table,
    "code in cells": code_in_cells,
}

CODE = {
    "python": ["`a", '"""', "f'{", "(", "@a"],
    "javascript": ['"\\', "a?", "`${", "/*", "/a"],
    "tsx": ["a?", "a.", '"\\', "<a"],
    "java": ["a\n", "a ", "a b ", "/*"],
    "csharp": ["a\n", " a\n", "$", '"\\'],
    "html": ["&&", "<!--", "<style>", "<script>", "<a "],
    "sql": ["/*", "'", "::", "--"],
    "bash": ["[a", "<<a\n", "${", "$("],
    "perl": ["'\\", "q(", "<a"],
    "yaml": ["&&", "@", "a:\n", "*"],
    "css": ['"\\', "/*", "{a"],
    "rust": ["a<", "/*", 'r#"'],
}


def shapes(size: int = 100_000) -> dict[str, str]:
    floods = {name: run(unit, size) for name, unit in FLOODS.items()}
    return floods | {name: shape(size) for name, shape in SHAPES.items()}


def shape_variants(size: int = 100_000) -> dict[str, str]:
    return {
        f"{name}, {block} a paragraph": "\n\n".join([shape(block)] * (size // block))
        for name, shape in _makers().items()
        for block in (60, 400, 3000)
    }


def _makers():
    return {name: lambda size, unit=unit: run(unit, size) for name, unit in FLOODS.items()} | SHAPES


def code_floods(size: int = 100_000) -> dict[str, str]:
    """In one block, and in as many as there is room for."""
    return {
        f"{language} {unit!r}, {block} a block": _fenced(language, unit, block) * (size // block)
        for language, units in CODE.items()
        for unit in units
        for block in (500, 2000, 8000, 40_000)
    }


def _fenced(language: str, unit: str, block: int) -> str:
    return f"```{language}\n{run(unit, block)}\n```\n\n"


def ordinary_prose(size: int = 100_000) -> str:
    """What somebody writes who writes a lot."""
    part = (
        "## The third round\n\n"
        "They asked how I would *shard* the ledger, and I said too much about **hashing** (see\n"
        "[the article](https://example.org/shards?a=1&b=2) and <https://example.org/b>). Then\n"
        "`SELECT ... FOR UPDATE` came up, which I know; still, I froze for a minute or two.\n\n"
        "> We would have liked to hear about the trade-offs earlier.\n> Otherwise a good talk.\n\n"
        "- ask what the load is, *before* drawing\n"
        "- say what I leave out\n    - retries\n    - [idempotency](https://example.org/i)\n"
        "- stop after ten minutes\n\n"
        "1. read the chapter\n2. do it again, aloud\n\n"
        "It was fair, I think. They were kind, and I was tired; next time I will sleep first and\n"
        "say it in the first five minutes, not in the last. That is all there is to it.\n\n"
    )
    return run(part, size)


def ordinary_code(size: int = 30_000) -> str:
    """One long answer in one block."""
    part = (
        "class Ledger:\n"
        '    """Entries, by account."""\n\n'
        "    def add(self, account: str, cents: int = 0) -> None:\n"
        "        if cents < 0 and self.total[account] + cents < 0:  # never below zero\n"
        '            raise ValueError(f"{account} has too little: {self.total[account]:,}")\n'
        "        self.entries[account].append((time.time(), cents))\n\n"
    )
    return f"```python\n{run(part, size)}\n```\n"
