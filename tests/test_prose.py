import re
import signal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.prose import ATTRIBUTES, TAGS, render
from tests.hostile_prose import families, ordinary_note, variants

FAMILIES = families()
VARIANTS = variants()
GUARD_SECONDS = 30


class Seen(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def guard():
    """A text that hangs fails; how long the others take is the benchmark's business."""

    def give_up(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(GUARD_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def test_there_are_33_families_and_as_many_variants_as_promised():
    assert len(FAMILIES) == 33
    assert len(VARIANTS) >= 180


@pytest.mark.parametrize("name", FAMILIES)
def test_a_hostile_family_comes_back(name, guard):
    assert Seen(render(FAMILIES[name])).tags <= TAGS


@pytest.mark.parametrize("name", VARIANTS)
def test_so_does_it_over_many_paragraphs(name, guard):
    assert Seen(render(VARIANTS[name])).tags <= TAGS


def test_a_long_honest_note_is_still_markdown():
    seen = Seen(render(ordinary_note()))
    assert {"pre", "table", "em", "strong", "a", "blockquote", "li"} <= seen.tags


@given(st.text(alphabet=st.sampled_from("ab *_`[]()<>!&#|~\\\n-1.:/\"'=\x02\x03")))
def test_whatever_is_typed_only_the_allowed_comes_out(text):
    seen = Seen(render(text))
    assert seen.tags <= TAGS
    allowed = {(tag, name) for tag, names in ATTRIBUTES.items() for name in names}
    assert seen.attributes <= allowed | {("a", "rel")}


@given(st.lists(st.from_regex(r"[a-zA-Zäöé0-9]{1,8}", fullmatch=True), min_size=1))
def test_no_word_is_lost(words):
    shown = Seen(render(" ".join(words))).text
    assert shown.split() == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('<b onclick="x()">bold</b>', '<b onclick="x()">bold</b>'),
        ("a < b && c > d", "a < b && c > d"),
        ("<!-- kept -->", "<!-- kept -->"),
    ],
)
def test_raw_html_shows_as_typed(text, shown):
    seen = Seen(render(text))
    assert seen.text.strip() == shown
    assert not seen.tags & {"script", "b"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"]
)
def test_a_link_goes_to_the_web_or_to_a_mail(address):
    assert address not in re.findall(r'href="([^"]*)"', render(f"[a]({address}) <{address}>"))


def test_a_link_says_nothing_of_where_it_came_from():
    html = render("[a](https://example.org/)")
    assert 'href="https://example.org/"' in html
    assert "noreferrer" in html


@pytest.mark.parametrize(
    "text",
    ["![a plan](https://example.org/p.png)", "![a plan][p]\n\n[p]: https://example.org/p.png"],
)
def test_a_picture_becomes_a_link(text):
    html = render(text)
    assert "<img" not in html
    assert 'href="https://example.org/p.png"' in html
    assert "a plan" in html


def test_code_is_coloured_by_classes_and_kept_to_the_letter():
    html = render("```python\nif a < b:\n    return '<p>'\n```")
    assert "style=" not in html
    assert 'class="' in html
    assert "if a < b:\n    return '<p>'" in Seen(html).text


def test_headings_start_below_those_of_the_page():
    assert {"h3", "h4"} <= Seen(render("# one\n\n## two")).tags
    assert not {"h1", "h2"} & Seen(render("# one\n\n## two")).tags


def test_lines_break_where_they_were_broken():
    assert "br" in Seen(render("one\ntwo")).tags


def test_nothing_is_nothing():
    assert render("") == ""
    assert render(" \n ") == ""
