"""What rendering may cost, so that no text can hang a page.

Python-Markdown is quadratic, or worse, in what it cannot pair: 5,000 `[` take it seven seconds.
So every block and every stretch of words pays before it is parsed, all from one purse: with a limit
for each block, a thousand small ones would slip through. A price is about the nanoseconds the work
took when tests/benchmarks/prose.py was fitted to it. The same text always costs the same.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

LIMIT = 600_000_000
DEEPEST = 20  # lists in quotes in lists

FIRST, LAST = 100, 0  # among the processors of its kind
SPECIALS = re.compile(r"[\[\]!()<>`*_&\\\n:@]")


class Overspent(Exception):
    pass


class Budget:
    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.spent = 0

    def affords(self, price: int) -> bool:
        return self.spent + price <= self.limit

    def spend(self, price: int) -> None:
        if not self.affords(price):
            raise Overspent
        self.spent += price


class Metered(Extension):
    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.register(Document(md, self.budget), "document", LAST)
        md.parser.blockprocessors.register(Block(md, self.budget), "block", FIRST)
        md.treeprocessors.register(Words(md, self.budget), "words", FIRST)


class Document(Preprocessor):
    def __init__(self, md: Markdown, budget: Budget) -> None:
        super().__init__(md)
        self.budget = budget

    def run(self, lines: list[str]) -> list[str]:
        self.budget.spend(document_price(lines))
        return lines


class Block(BlockProcessor):
    """Asked first about each block, every time the parser comes to it; never takes one."""

    def __init__(self, md: Markdown, budget: Budget) -> None:
        super().__init__(md.parser)
        self.budget = budget

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        self.budget.spend(block_price(block))
        return False


class Words(Treeprocessor):
    """Runs between the blocks and what is inside them."""

    def __init__(self, md: Markdown, budget: Budget) -> None:
        super().__init__(md)
        self.budget = budget

    def run(self, root: Element) -> None:
        for element in root.iter():
            self.budget.spend(words_price(element.text or "") + words_price(element.tail or ""))


def document_price(lines: list[str]) -> int:
    """The parser takes its blocks from the front of one long list."""
    return lines.count("") ** 2 // 3


def block_price(block: str) -> int:
    """Each kind of block searches all of it; a table makes every cell its first row announces."""
    head = block.partition("\n")[0]
    cells = (head.count("|") + 1) * block.count("\n") if "|" in head else 0
    ticks = max(line.count("|") * line.count("`") for line in block.split("\n"))
    return 30_000 + 90 * len(block) + 35_000 * cells + 100 * ticks


def words_price(words: str) -> int:
    """Six kinds of link look for the end of a bracket; any other special makes the text anew."""
    if isinstance(words, AtomicString):  # code, which nothing is looked for in
        return 0
    specials = len(SPECIALS.findall(words))
    return specials * (15_000 + len(words) // 2) + 300 * bracket_reach(words)


def bracket_reach(words: str) -> int:
    """How many characters lie between each bracket and its end: all the rest, where it has none.

    An address may hold brackets in quotes, so it counts as if it had no end.
    """
    opened, reach = [], 0
    for bracket in re.finditer(r"\[|\]\(?", words):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            reach += bracket.start() - opened.pop()
        if bracket[0] == "](":
            reach += len(words) - bracket.start()
    return reach + sum(len(words) - start for start in opened)
