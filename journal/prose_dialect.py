"""Our Markdown: no raw HTML, no pictures, our own lists and fences, tables that scroll."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

from journal import prose_links
from journal.prose_blocks import FIRST, Nest
from journal.prose_budget import Budget
from journal.prose_code import COLOURS

HEADINGS = {
    "h1": "h3",
    "h2": "h4",
    "h3": "h5",
    "h4": "h6",
    "h5": "h6",
}  # the page has its own h1, h2
SCROLLING = {"tabindex": "0"}  # by keyboard too
AFTER_INLINE = 15


class Dialect(Extension):
    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.colours = Budget(COLOURS)
        md.marks = []  # what the page shows by other means than words: the numbers of a list
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        for name in ("indent", "olist", "ulist", "quote"):
            md.parser.blockprocessors.deregister(name)
        md.parser.blockprocessors.register(Nest(md, self.budget), "nest", FIRST)
        md.parser.blockprocessors.register(Heading(md.parser), "hashheader", 70)
        table = Table(md.parser, {"use_align_attribute": True})
        md.parser.blockprocessors.register(table, "table", 75)
        prose_links.register(md)
        md.treeprocessors.register(Shape(md), "shape", AFTER_INLINE)


class Heading(HashHeaderProcessor):
    """With a space, so that `#5` is none, and `# C#` keeps its name."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?![^ \n])(?P<header>[^\n]*)(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        words = (parent[-1].text or "").rstrip("#")
        if not words or words.endswith(" "):
            parent[-1].text = words.strip()


class Table(TableProcessor):
    """Cells beyond those of the head stay, in the last one."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)
        if row.count("|") < len(align):
            return
        beyond = [cell.strip() for cell in self._split_row(row)[len(align) :]]
        if any(beyond):
            last = parent[-1][-1]
            last.text = " | ".join([last.text or "", *beyond])


class Shape(Treeprocessor):
    """What the elements are in the end."""

    def run(self, root: Element) -> None:
        self.md.references.hide_used()
        for element in list(root.iter()):
            element.tag = HEADINGS.get(element.tag, element.tag)
            _show_entities(element)
            if element.tag == "pre":
                element.attrib.update(SCROLLING)
            for at, child in enumerate(element):
                if child.tag == "table":
                    element[at] = _framed(child)
                elif child.tag == "img":
                    _make_link(child, inside=element)


def _show_entities(element: Element) -> None:
    """As typed: the serializer would let them through. Code was escaped before."""
    if element.text and element.tag != "code":
        element.text = element.text.replace("&", "&amp;")
    if element.tail:
        element.tail = element.tail.replace("&", "&amp;")
    if title := element.get("title"):
        element.set("title", title.replace("&", "&amp;"))


def _framed(table: Element) -> Element:
    frame = Element("div", {"class": "table", **SCROLLING})
    frame.tail, table.tail = table.tail, None
    frame.append(table)
    return frame


def _make_link(image: Element, inside: Element) -> None:
    """A picture would have the browser ask another host for it."""
    address = image.attrib.pop("src")
    image.text = image.attrib.pop("alt") or address
    if inside.tag == "a":
        image.tag = "span"
        image.set("title", " ".join([image.get("title", ""), address]).strip())
    else:
        image.tag = "a"
        image.set("href", address)
