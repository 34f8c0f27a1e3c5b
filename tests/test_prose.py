"""Markdown in, safe HTML out: what is kept, what is not, and that no text can hang it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.inlinepatterns import LinkInlineProcessor
from pygments.token import STANDARD_TYPES

from journal import prose
from journal.prose import ATTRIBUTES, TAGS, as_markdown, render
from journal.prose_budget import LIMIT, Budget, Overspent, bracket_reach
from journal.prose_code import ALIASES, PRICES
from tests.hanging import hang_guard
from tests.hostile_prose import families, ordinary_note, variants
from tests.hostile_shapes import (
    code_floods,
    ordinary_code,
    ordinary_prose,
    shape_variants,
    shapes,
)

COLOURS = Path(__file__).parents[1] / "static/css/code.css"


class Page(HTMLParser):
    """The tags, their attributes and the text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.pieces: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.pieces.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def words(self) -> list[str]:
        return re.findall(r"\w+", self.text)

    def all(self, tag: str) -> list[dict]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(text: str) -> Page:
    return Page(render(text))


def is_markdown(text: str) -> bool:
    try:
        as_markdown(text, Budget())
    except Overspent:
        return False
    return True


def assert_safe(text: str) -> None:
    for tag, attributes in page(text).tags:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set()) | {"rel"}
        assert re.match(r"(https?|mailto):", attributes.get("href", "https:"), re.IGNORECASE)


# What it renders


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("so *it* **went**", "<p>so <em>it</em> <strong>went</strong></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("one\r\n\r\ntwo", "<p>one</p>\n<p>two</p>"),
        ("# Head\n## Next\n##### Deep", "<h3>Head</h3>\n<h4>Next</h4>\n<h6>Deep</h6>"),
        ("> fair", "<blockquote>\n<p>fair</p>\n</blockquote>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("- a\n- b\n\n1. c", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>"),
        ("`a < b & c`", "<p><code>a &lt; b &amp; c</code></p>"),
        (r"\*as typed\*", "<p>*as typed*</p>"),
        ("a_long_name", "<p>a_long_name</p>"),
        ("", ""),
    ],
)
def test_it_renders(text, html):
    assert render(text) == html


def test_a_table_can_be_scrolled_and_aligned():
    html = render("a | b\n:-- | --:\n1 | `x|y`")
    assert html.startswith('<div class="table" tabindex="0">')
    assert '<th align="left">a</th>\n<th align="right">b</th>' in html
    assert '<td align="right"><code>x|y</code></td>' in html


def test_tables_and_pictures_in_lists_are_found_too():
    found = page("- a\n\n    b | c\n    - | -\n    1 | 2\n\n- ![d](https://example.org/e)")
    assert found.all("div") == [{"class": "table", "tabindex": "0"}]
    assert [link["href"] for link in found.all("a")] == ["https://example.org/e"]


# Code


def test_fenced_code_has_classes_and_no_styles():
    html = render("```python\ndef f(): return 1\n```")
    assert html.startswith('<div class="codehilite"><pre tabindex="0"><code><span class="k">def')
    assert "style" not in html


@pytest.mark.parametrize("language", ["", "python", "html", "nonsense"])
def test_code_is_shown_exactly_as_typed(language):
    code = "if a < b && c > d:\n    x = \"&amp; <b>\"  # 'ok' *not em*\n\n\n    [y](z)\n"
    assert page(f"```{language}\n{code}```\n\nafter").text == f"{code.rstrip()}\nafter"


def test_indented_code_is_shown_exactly_as_typed():
    found = page("so:\n\n    if a < b && c:\n        x = '&amp;'\n")
    assert found.text == "so:\nif a < b && c:\n    x = '&amp;'\n"
    assert found.all("pre") == [{"tabindex": "0"}]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("```\na\n~~~\n```", "a\n~~~"),
        ("~~~~ py\na\n~~~\n~~~~~", "a\n~~~"),
        ("  ```\n  a\n   b\n  ```", "a\n b"),
        ("```js title=x\na\n```", "a"),
        ("```\nnever closed\n\n# so it runs on\n", "never closed\n\n# so it runs on"),
        ("```\n```", ""),
    ],
)
def test_fences(text, code):
    assert page(text).text == code


def test_a_fence_hands_no_options_to_pygments(tmp_path):
    target = tmp_path / "written.css"
    options = f"full=1 cssfile={target} noclobber_cssfile=no noclasses=1 linenos=table"
    assert_safe(f"``` {{ .python {options} }}\nprint(1)\n```")
    assert not target.exists()


@pytest.mark.parametrize("language", [*PRICES, *ALIASES])
def test_every_language_with_a_price_is_coloured(language):
    assert page(f'```{language}\n<p class="a">1 + f("b")</p>\n```').all("span")


def test_code_past_its_budget_is_code_all_the_same():
    found = page(ordinary_code(40_000))
    assert len(found.all("pre")) == 1
    assert found.all("span") == []


def test_a_long_answer_keeps_its_colours():
    assert page(ordinary_code(12_000)).all("span")


def test_most_kinds_of_token_have_a_colour():
    styled = set(re.findall(r"\.(\w{1,3})\b(?=[,)\s])", COLOURS.read_text()))
    plain = {"", "n", "nx", "o", "p", "pm", "l", "g", "x", "esc", "w"}
    assert set(STANDARD_TYPES.values()) - plain <= styled


# What it keeps out


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        '<b onclick="alert(1)">bold</b>',
        '<p style="position:fixed">over</p>',
        "<img src=https://example.org/pixel.png>",
        "<iframe src='https://example.org'></iframe>",
        "<!-- a comment -->",
        "<![CDATA[data]]>",
        "<?php echo 1 ?>",
        "<a href='javascript:alert(1)'>here</a>",
        "<svg><style>@import 'https://example.org/a.css'</style></svg>",
        "<div>\n\nblock\n\n</div>",
    ],
)
def test_raw_html_shows_as_typed(raw):
    assert "".join(page(raw).text.split()) == "".join(raw.split())
    assert {tag for tag, _ in page(raw).tags} <= {"p", "br"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,hello",
        "vbscript:a",
        "file:///etc/passwd",
        "//example.org/a",
        "/\\example.org",
        "\\\\example.org",
        "/settings",
        "page",
    ],
)
@pytest.mark.parametrize(
    "form", ["[here]({})", "[here](<{}>)", "![here]({})", "[here][1]\n\n[1]: {}"]
)
def test_other_addresses_leave_only_the_words(address, form):
    found = page(form.format(address))
    assert all("href" not in link for link in found.all("a"))
    assert "here" in found.words


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1&c=2", "http://example.org", "mailto:a@example.org"]
)
def test_links_give_no_referrer_and_no_opener(address):
    (link,) = page(f"[here]({address})").all("a")
    assert link == {"href": address, "rel": "nofollow noopener noreferrer"}


def test_addresses_in_angles_are_links():
    links = page("<https://example.org> and <a@example.org>").all("a")
    assert [link["href"] for link in links] == ["https://example.org", "mailto:a@example.org"]


@pytest.mark.parametrize(
    "picture",
    [
        "![the board](https://example.org/a.png)",
        '![the board](https://example.org/a.png "title")',
        "![the board][1]\n\n[1]: https://example.org/a.png",
        "![the board]\n\n[the board]: https://example.org/a.png",
    ],
)
def test_a_picture_becomes_a_link(picture):
    found = page(picture)
    assert [link["href"] for link in found.all("a")] == ["https://example.org/a.png"]
    assert found.text == "the board"
    assert found.all("img") == []


def test_a_picture_without_words_shows_its_address():
    assert page("![](https://example.org/a.png)").text == "https://example.org/a.png"


def test_a_picture_in_a_link_leaves_the_link_its_words():
    found = page("[![the board](https://example.org/a.png)](https://example.org/b)")
    assert [link["href"] for link in found.all("a")] == ["https://example.org/b"]
    assert found.text == "the board"


@pytest.mark.parametrize(
    "text",
    [
        "\x02klzzwxh:0000\x03 `a`",
        "\x02wzxhzdk:0\x03\n\n```\nb\n```",
        "a\x00\x1b[31m\x7f",
        "\ud800a",
    ],
)
def test_what_cannot_be_printed_is_dropped(text):
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", render(text))
    assert_safe(text)


# What it costs


@pytest.fixture
def scanned(monkeypatch):
    """How many characters were gone through in search of a closing bracket: the costliest work."""
    count = [0]
    original = LinkInlineProcessor.getText

    def counting(self, data, index):
        text, end, handled = original(self, data, index)
        count[0] += end - index
        return text, end, handled

    monkeypatch.setattr(LinkInlineProcessor, "getText", counting)
    return count


HOSTILE = (
    families()
    | shapes()
    | {name: text for name, text in variants().items() if ", 400 a" in name}
    | {name: text for name, text in shape_variants().items() if ", 400 a" in name}
    | {name: text for name, text in code_floods(10_000).items() if ", 2000 a" in name}
)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_no_text_hangs_it_or_loses_its_words(hostile, scanned):
    with hang_guard():
        words = page(f"alpha\n\n{hostile}\n\nomega").words
    assert "alpha" in words
    assert "omega" in words
    assert scanned[0] <= 10 * len(hostile)


@pytest.mark.parametrize("text", [ordinary_note(), ordinary_prose(), ordinary_code()])
def test_the_ordinary_stays_markdown_with_money_to_spare(text):
    budget = Budget()
    as_markdown(text, budget)
    assert budget.spent < LIMIT / 2


def test_many_small_paragraphs_cost_as_much_as_they_sum_up_to():
    assert is_markdown("[" * 400)
    assert not is_markdown("\n\n".join(["[" * 400] * 250))


def test_past_the_budget_the_text_is_plain_with_its_lines():
    html = render("*one* <b>\ntwo\n\n" + "[" * 20_000)
    assert html.startswith("<p>*one* &lt;b&gt;<br>two</p>")


def test_a_bracket_reaches_for_its_end():
    assert bracket_reach("[ab] c") == 3
    assert bracket_reach("[ab c") == 5
    assert bracket_reach("[a](b)") == 2 + 4


def test_whatever_markdown_raises_the_words_are_shown_and_not_logged(monkeypatch, caplog):
    def broken(text, budget):
        raise RecursionError(text)

    monkeypatch.setattr(prose, "as_markdown", broken)
    assert render("my *words*") == "<p>my *words*</p>"
    assert "RecursionError" in caplog.text
    assert "words" not in caplog.text


# Any text at all

MARKS = (
    "a é \n \t \x00 \x02 \x03 \u202e * ** _ ` ``` ~~~ [ ] ( ) ![ ]: < > & &lt; # | -|- \\ \" ' : --"
)
PIECES = st.sampled_from(
    [
        *MARKS.split(" "),
        " ",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "http://a",
        "javascript:",
        "<b onclick=x>",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_rendered_safely(text):
    assert_safe(text)


WORDS = st.lists(st.from_regex(r"[A-Za-zÀ-ÖØ-öø-ÿ]{1,12}", fullmatch=True), min_size=1, max_size=40)
BETWEEN = st.sampled_from(
    [" ", ", ", ". ", "\n", "\n\n", " *", "* ", " (", ") ", "\n- ", "\n\n> ", " | "]
)


@given(WORDS, st.data())
def test_every_word_survives(words, data):
    text = "".join(word + data.draw(BETWEEN) for word in words)
    assert page(text).words == words
