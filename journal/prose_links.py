"""What becomes a link: what the cleaner would leave an address. All else shows as typed."""

import re
from xml.etree.ElementTree import Element, SubElement

import nh3
from django.utils.html import escape
from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    ImageInlineProcessor,
    LinkInlineProcessor,
)
from markdown.util import AtomicString

SCHEMES = {"http", "https", "mailto"}
CLEANER = nh3.Cleaner(
    tags={"a"},
    attributes={"a": {"href"}},
    url_schemes=SCHEMES,
    url_relative="deny",
    link_rel=None,
)
NO_LINK = (None, None, None)


def is_address(address: str) -> bool:
    return "href" in CLEANER.clean(f'<a href="{escape(address)}">')


class Link(LinkInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str):  # noqa: N802
        found = super().handleMatch(m, data)
        return found if found[0] is None or is_address(found[0].get("href")) else NO_LINK


class Picture(ImageInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str):  # noqa: N802
        found = super().handleMatch(m, data)
        return found if found[0] is None or is_address(found[0].get("src")) else NO_LINK


class Definitions(dict):
    """What each reference stands for; those that were asked for need not be seen themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.used: list[str] = []
        self.shown: list[tuple[str, Element, Element]] = []

    def __getitem__(self, name: str):
        self.used.append(name)
        return super().__getitem__(name)

    def hide_used(self) -> None:
        used = {*self.used}
        for name, parent, element in self.shown:
            if name in used:
                parent.remove(element)
                self.used.append(name)


class Reference(ReferenceProcessor):
    """`[name]: address`, of which the first counts; it stays on the page until a link uses it."""

    def run(self, parent: Element, blocks: list[str]) -> bool:
        block = blocks[0]
        found = self._next_to_each_other(block)
        if not found:
            return False
        blocks.pop(0)
        before, after = block[: found[0].start()], block[found[-1].end() :]
        if before.strip():
            self.parser.parseBlocks(parent, [before.rstrip("\n")])
        for each in found:
            self._show(each, parent)
        if after.strip():
            blocks.insert(0, after.lstrip("\n"))
        return True

    def _next_to_each_other(self, block: str) -> list[re.Match[str]]:
        found: list[re.Match[str]] = []
        for each in self.RE.finditer(block):
            if found and (block[found[-1].end() : each.start()].strip("\n") or "\n" in each[0]):
                break
            if self._define(each):
                found.append(each)
            elif found:
                break
        return found

    def _define(self, each: re.Match[str]) -> bool:
        name, address = each[1].strip().lower(), each[2].lstrip("<").rstrip(">")
        known = self.parser.md.references
        if not name or name in known or not is_address(address):
            return False
        known[name] = (address, each[5] or each[6])
        return True

    def _show(self, each: re.Match[str], parent: Element) -> None:
        element = SubElement(parent, "p", {"class": "definition"})
        element.text = AtomicString(each[0].strip())
        self.parser.md.references.shown.append((each[1].strip().lower(), parent, element))


def register(md: Markdown) -> None:
    md.references = Definitions()
    md.parser.blockprocessors.register(Reference(md.parser), "reference", 15)
    md.inlinePatterns.register(Link(LINK_RE, md), "link", 160)
    md.inlinePatterns.register(Picture(IMAGE_LINK_RE, md), "image_link", 150)
