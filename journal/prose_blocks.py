"""Lists, quotes and fences, one within the other, as CommonMark nests them.

Python-Markdown's own want four spaces a level and an empty line before each list. Here a line is
read once for each of the things it lies in; what lies in none of them (paragraphs, headings,
tables) goes to the library's parser.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from journal.prose_budget import DEEPEST, Budget, Overspent
from journal.prose_fences import FENCE, Fence, closes

ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])( +|$)(.*)")
QUOTE = re.compile(r" {0,3}> ?")
RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
HEADING = re.compile(r"#{1,6}( |$)")
UNDER = re.compile(r" {0,3}(=+|-+) *")
UNDER_A_HEAD = re.compile(r"[ :-]*\|[ |:-]*")  # the second line of a table
MARKS = re.compile(r"(?: |>|[-+*](?= )|\d{1,9}[.)](?= ))*")
CODE = "    "

FIRST = 200  # it takes the whole text, before any other processor sees a block
PRICE = 20_000  # nanoseconds for each list, item and quote


class Nest(BlockProcessor):
    def __init__(self, md: Markdown, budget: Budget) -> None:
        super().__init__(md.parser)
        self.md = md
        self.budget = budget
        self.is_reading = False

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return not self.is_reading

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = "\n\n".join(blocks).split("\n")
        blocks.clear()
        self.is_reading = True
        try:
            self.fill(parent, lines, 0)
        finally:
            self.is_reading = False

    def fill(self, parent: Element, lines: list[str], depth: int) -> bool:
        """Says whether an empty line lies between two things in `parent`."""
        self.budget.spend(PRICE)
        if depth > DEEPEST:
            raise Overspent
        at, plain, spaced = 0, Plain(), Spacing()
        while at < len(lines):
            line = lines[at]
            spaced.read(line)
            if line.startswith(CODE) or not starts_block(line, under_words=plain.is_open):
                plain.add(line)
                at += 1
                continue
            self.parse(parent, plain.taken())
            at = self.block(parent, lines, at, depth)
        self.parse(parent, plain.taken())
        return spaced.is_between

    def parse(self, parent: Element, words: str) -> None:
        if words:
            self.parser.parseBlocks(parent, words.split("\n\n"))

    def block(self, parent: Element, lines: list[str], at: int, depth: int) -> int:
        if opening := FENCE.fullmatch(lines[at]):
            return self.fence(parent, opening, lines, at)
        if QUOTE.match(lines[at]):
            return self.quote(parent, lines, at, depth)
        return self.read_list(parent, lines, at, depth)

    def fence(self, parent: Element, opening: re.Match[str], lines: list[str], at: int) -> int:
        fence = Fence(opening)
        end = next((n for n in range(at + 1, len(lines)) if fence.closes(lines[n])), len(lines))
        html = fence.html(lines[at + 1 : end], self.md)
        SubElement(parent, "p").text = self.md.htmlStash.store(html)
        return end + 1

    def quote(self, parent: Element, lines: list[str], at: int, depth: int) -> int:
        inner, end = [], Tail()
        while at < len(lines):
            quoted = QUOTE.match(lines[at])
            if not quoted and not end.goes_on_with(lines[at]):
                break
            inner.append(lines[at][quoted.end() :] if quoted else lines[at])
            end.read(inner[-1])
            at += 1
        self.fill(SubElement(parent, "blockquote"), inner, depth + 1)
        return at

    def read_list(self, parent: Element, lines: list[str], at: int, depth: int) -> int:
        found = list(items(lines, at))
        made = SubElement(parent, "ol" if found[0].number else "ul")
        loose = any(item.is_spaced for item in found[:-1])
        for item in found:
            element = SubElement(made, "li")
            loose |= self.fill(element, item.lines, depth + 1)
        if not loose:
            for element in made:
                _tighten(element)
        self.number(made, [item.number for item in found])
        return found[-1].end

    def number(self, made: Element, numbers: list[str]) -> None:
        """As typed, but for those who leave the counting to others and begin each item alike."""
        self.md.marks += numbers
        if made.tag == "ul":
            return
        due = int(numbers[0])
        if due != 1:
            made.set("start", str(due))
        counted = len({*numbers}) == 1
        for element, number in zip(made, numbers, strict=True):
            if not counted and int(number) != due:
                due = int(number)
                element.set("value", str(due))
            due += 1


def starts_block(line: str, *, under_words: bool) -> bool:
    """Whether a list, a quote or a fence begins; under words a list must be meant for one."""
    if QUOTE.match(line) or FENCE.fullmatch(line):
        return True
    item = item_of(line)
    return bool(item) and not (under_words and (not item[4] or item[2][:-1] not in {"", "1"}))


def item_of(line: str) -> re.Match[str] | None:
    item = ITEM.fullmatch(line)
    return None if not item or RULE.fullmatch(line) or UNDER_A_HEAD.fullmatch(line) else item


class Item:
    """An item's own lines, without its mark and moved left by its width."""

    def __init__(self, mark: re.Match[str], lines: list[str], at: int) -> None:
        self.number = mark[2][:-1]
        self.kind = bool(self.number)
        space = len(mark[3]) if mark[4] and len(mark[3]) <= len(CODE) else 1
        self.width = len(mark[1]) + len(mark[2]) + space
        self.lines = [lines[at][self.width :]]
        self.end = self._collect(lines, at + 1)
        self.is_spaced = False

    def _collect(self, lines: list[str], at: int) -> int:
        margin, tail, blank = " " * self.width, Tail(), 0
        tail.read(self.lines[0])
        while at < len(lines):
            line = lines[at]
            if not line.strip():
                blank += 1
            elif line.startswith(margin) or (not blank and tail.goes_on_with(line)):
                self.lines += [""] * blank
                self.lines.append(line.removeprefix(margin))
                blank = 0
            else:
                break
            tail.read(line)
            at += 1
        return at - blank


def items(lines: list[str], at: int) -> Iterator[Item]:
    """Those of one list, from the line on at which it begins."""
    item = last = None
    while mark := item_of(lines[at]) if at < len(lines) else None:
        item = Item(mark, lines, at)
        if last and last.kind != item.kind:
            break
        if last:
            last.is_spaced = last.end < at
            yield last
        last, at = item, item.end
        while at < len(lines) and not lines[at].strip():
            at += 1
    if last:
        yield last


class Tail:
    """Where a quote or an item is at: whether words without its mark still belong to it."""

    def __init__(self) -> None:
        self.fence = ""
        self.is_words = False

    def read(self, line: str) -> None:
        bare = line[MARKS.match(line).end() :]
        opening = FENCE.fullmatch(bare)
        if self.fence:
            self.fence = "" if closes(bare.strip(), self.fence) else self.fence
            self.is_words = False
        else:
            self.fence = opening[2] if opening else ""
            ends = not bare or opening or HEADING.match(bare) or RULE.fullmatch(bare)
            self.is_words = not ends

    def goes_on_with(self, line: str) -> bool:
        return (
            self.is_words
            and bool(line.strip())
            and not (item_of(line) or QUOTE.match(line) or FENCE.fullmatch(line))
            and not (HEADING.match(line) or RULE.fullmatch(line))
        )


class Plain:
    """Lines for the library; `is_open` while a paragraph goes on."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.is_open = False

    def add(self, line: str) -> None:
        if self.is_open and UNDER_A_HEAD.fullmatch(line) and "|" in self.lines[-1]:
            self.lines.insert(-1, "")  # a table may follow words, too
        self.lines.append(line)
        if not line.strip() or HEADING.match(line) or RULE.fullmatch(line):
            self.is_open = False
        elif self.is_open:
            self.is_open = not UNDER.fullmatch(line)
        else:
            self.is_open = not line.startswith(CODE)

    def taken(self) -> str:
        words = "\n".join(self.lines).strip("\n")
        self.lines, self.is_open = [], False
        return words


class Spacing:
    def __init__(self) -> None:
        self.is_between = False
        self._begun = self._blank = False

    def read(self, line: str) -> None:
        if line.strip():
            self.is_between |= self._begun and self._blank
            self._begun, self._blank = True, False
        else:
            self._blank = True


def _tighten(item: Element) -> None:
    if len(item) and item[0].tag == "p" and not item[0].attrib:
        item.text = item[0].text
        item.remove(item[0])
