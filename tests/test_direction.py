"""What people wrote has the direction of its own script, on every page."""

from html.parser import HTMLParser

import pytest
from django.urls import reverse

from tests import sweep

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path"}
NO_DIRECTION = {"title", "script"}  # of a tab; what no one reads
BOXES = {"text", "search", "url", "email", "tel"}


class Directions(HTMLParser):
    """The words and boxes on a page that no `dir="auto"` or <bdi> is around."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.astray: list[str] = []
        self.seen = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        auto = attributes.get("dir") == "auto" or tag == "bdi"
        box = tag == "textarea" or (tag == "input" and attributes.get("type", "text") in BOXES)
        if box and not auto:
            self.astray.append(f"<{tag} {attrs}>")
        if tag not in VOID:
            self.open.append((tag, auto))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if sweep.WORD not in data:
            return
        self.seen += 1
        if not any(auto or tag in NO_DIRECTION for tag, auto in self.open):
            path = ">".join(tag for tag, _ in self.open[-4:])
            self.astray.append(f"{path}: {' '.join(data.split())}")


@pytest.fixture
def journal(alice):
    return sweep.write_journal(alice)


def every_page(journal) -> list[str]:
    addresses = [reverse(name) for name in sweep.OWN.split()]
    for row, names in sweep.ADDRESSES.items():
        addresses += [sweep.address(name, getattr(journal, row)) for name in names.split()]
    return [*addresses, reverse("search:page") + f"?q={sweep.WORD}"]


@pytest.mark.once  # the same HTML on every database
def test_what_people_wrote_and_write_has_its_own_direction(alice_client, journal):
    astray, seen = {}, 0
    for address in every_page(journal):
        answer = alice_client.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = Directions(answer.text)
            seen += page.seen
            astray |= dict.fromkeys(page.astray, address)
    assert not astray, "\n".join(f"{each}  {address}" for each, address in astray.items())
    assert seen > 150
