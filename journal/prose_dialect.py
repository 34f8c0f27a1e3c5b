"""Our Markdown: no raw HTML, no pictures, our own fences, tables that scroll."""

import re
from collections.abc import Iterator
from itertools import takewhile
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from journal.prose_budget import Budget
from journal.prose_code import COLOURS, highlight

FENCE = re.compile(r"( {0,3})(`{3,}(?!.*`)|~{3,}) *\.?([\w+#.-]*).*")
HEADINGS = {
    "h1": "h3",
    "h2": "h4",
    "h3": "h5",
    "h4": "h6",
    "h5": "h6",
}  # the page has its own h1, h2
SCROLLING = {"tabindex": "0"}  # by keyboard too
BEFORE_TABS_ARE_BLOCKS, AFTER_INLINE = 25, 15


class Dialect(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        md.preprocessors.register(Fences(md), "fences", BEFORE_TABS_ARE_BLOCKS)
        md.treeprocessors.register(Shape(md), "shape", AFTER_INLINE)


class Fences(Preprocessor):
    """Fenced code, in one pass over the lines; a fence nobody closed runs to the end.

    The library's own reads the rest of the text anew for each open fence, and lets the text hand
    options to Pygments.
    """

    def run(self, lines: list[str]) -> list[str]:
        colours = Budget(COLOURS)
        kept: list[str] = []
        ahead = iter(lines)
        for line in ahead:
            if fence := FENCE.fullmatch(line):
                html = highlight(_inside(fence, ahead), fence[3], colours)
                kept += ["", self.md.htmlStash.store(html), "", ""]
            else:
                kept.append(line)
        return kept


def _inside(fence: re.Match[str], ahead: Iterator[str]) -> str:
    """The lines up to the closing fence, which is taken too."""
    margin = re.compile(f"^ {{0,{len(fence[1])}}}")
    lines = takewhile(lambda line: not _closes(line.strip(), fence[2]), ahead)
    return "\n".join(margin.sub("", line) for line in lines).rstrip()


def _closes(line: str, marks: str) -> bool:
    return len(line) >= len(marks) and not line.strip(marks[0])


class Shape(Treeprocessor):
    """What the elements are in the end."""

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            element.tag = HEADINGS.get(element.tag, element.tag)
            if element.tag == "pre":
                element.attrib.update(SCROLLING)
            for at, child in enumerate(element):
                if child.tag == "table":
                    element[at] = _framed(child)
                elif child.tag == "img":
                    _make_link(child, inside=element)


def _framed(table: Element) -> Element:
    frame = Element("div", {"class": "table", **SCROLLING})
    frame.tail, table.tail = table.tail, None
    frame.append(table)
    return frame


def _make_link(image: Element, inside: Element) -> None:
    """A picture would have the browser ask another host for it."""
    address = image.attrib.pop("src")
    image.text = image.attrib.pop("alt") or address
    image.tag = "span" if inside.tag == "a" else "a"
    if image.tag == "a":
        image.set("href", address)
