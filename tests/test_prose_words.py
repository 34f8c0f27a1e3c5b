"""Markdown as people write it elsewhere, and that no text renders to fewer words than it has."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal import prose
from journal.prose import render
from tests.hostile_prose import families
from tests.hostile_shapes import shapes

WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r'<(?:"[^"]*"|[^">])*>')
# What Markdown means to be no word: the number of an item, the language of a fence.
ITEM = re.compile(r"^[ >*+-]*\d{1,9}[.)](?= |$)", re.MULTILINE)


def flat(html: str) -> str:
    """On one line, code excepted."""
    return re.sub(r"\n+(?=<)|(?<=>)\n+", "", html)


def seen(html: str) -> set[str]:
    """Words as shown; emphasis and colours may divide one, blocks always do. And the addresses."""
    shown = f"{TAG.sub('', html)} {TAG.sub(' ', html)}"
    kept = " ".join(re.findall(r'(?:href|title|start|value)="([^"]*)"', html))
    return set(WORD.findall(f"{unescape(shown)} {kept} {unescape(kept)}"))


def lost(text: str) -> set[str]:
    return set(WORD.findall(ITEM.sub("", text))) - seen(render(text))


# Lists


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        (
            "- a\n  - b\n    - c\n- d",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
        ),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n  1. b\n  2. c", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>"),
        ("\t- a", '<pre tabindex="0"><code>- a</code></pre>'),
        ("- a\n\t- b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("So:\n- a\n- b", "<p>So:</p><ul><li>a</li><li>b</li></ul>"),
        ("So:\n1. a\n2. b", "<p>So:</p><ol><li>a</li><li>b</li></ol>"),
        ("So:\n* a\nb", "<p>So:</p><ul><li>a<br>b</li></ul>"),
        ("It was\n2026. was a year", "<p>It was<br>2026. was a year</p>"),
        ("It was\n+\nno", "<p>It was<br>+<br>no</p>"),
        ("5 minus 3\n-2", "<p>5 minus 3<br>-2</p>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
        ("- a\n\n    b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\n\nb", "<ul><li>a</li></ul><p>b</p>"),
        ("- a\nb", "<ul><li>a<br>b</li></ul>"),
        ("- - a\n  - b", "<ul><li><ul><li>a</li><li>b</li></ul></li></ul>"),
        ("- # a\n- b", "<ul><li><h3>a</h3></li><li>b</li></ul>"),
        ("-\n- a", "<ul><li></li><li>a</li></ul>"),
        ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("1. a\n1. b", "<ol><li>a</li><li>b</li></ol>"),
        (
            "2024. a\n2021. b\n2022. c",
            '<ol start="2024"><li>a</li><li value="2021">b</li><li>c</li></ol>',
        ),
        ("- [ ] a\n- [x] b", "<ul><li>[ ] a</li><li>[x] b</li></ul>"),
        (
            "> - a\n>   - b\n> - c",
            "<blockquote><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul></blockquote>",
        ),
        ("- > a\n  > b\n- c", "<ul><li><blockquote><p>a<br>b</p></blockquote></li><li>c</li></ul>"),
        ("> a\nb\n- c", "<blockquote><p>a<br>b</p></blockquote><ul><li>c</li></ul>"),
        ("> a\n\nb", "<blockquote><p>a</p></blockquote><p>b</p>"),
        ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("> a\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
        ("a\n***\nb", "<p>a</p><hr><p>b</p>"),
        ("- a\n---\nb", "<ul><li>a</li></ul><hr><p>b</p>"),
        ("a\n---", "<h4>a</h4>"),
        ("* * *", "<hr>"),
        ("*a* b", "<p><em>a</em> b</p>"),
        ("**a** b", "<p><strong>a</strong> b</p>"),
    ],
)  # fmt: skip
def test_lists_as_elsewhere(text, html):
    assert flat(render(text)) == html


CODE = '<div class="codehilite"><pre tabindex="0"><code>{}</code></pre></div>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "1. a\n   ```\n   b\n     c\n   ```\n2. d",
            f"<ol><li>a{CODE.format('b@  c')}</li><li>d</li></ol>",
        ),
        (
            "- a\n\n    ```\n    b\n\n    c\n    ```\n",
            f"<ul><li><p>a</p>{CODE.format('b@@c')}</li></ul>",
        ),
        ("> ```\n> b\n> ```\nc", f"<blockquote>{CODE.format('b')}</blockquote><p>c</p>"),
        ("- a\n```\n- b\n```\n- c", f"<ul><li>a</li></ul>{CODE.format('- b')}<ul><li>c</li></ul>"),
        ("a\n~~~\nb\n~~~", f"<p>a</p>{CODE.format('b')}"),
        ("- ```\n  b\n  ```", f"<ul><li>{CODE.format('b')}</li></ul>"),
        ("```\nb\n``` c\n```", CODE.format("b@``` c")),
        ("`` a`b `` and ``` c``d ```", "<p><code>a`b</code> and <code>c``d</code></p>"),
    ],
)  # fmt: skip
def test_fences_within_lists_and_quotes(text, html):
    assert flat(render(text)).replace("\n", "@").replace(">@", ">") == html


# What is no address, no heading and no cell of the head stays


@pytest.mark.parametrize(
    "text",
    [
        "[Q]: why?",
        "[![board](https://example.org/a.png 'note')](https://example.org/b)",
        "[Q]: why?\n[A]: because",
        "[^1] says\n\n[^1]: note",
        "[note]: <see below>",
        "[a](not an address)",
        "[a](/settings) [b](page) [c](www.example.org) [d]()",
        "![alt](picture.png) ![](x) ![more]",
        "[here][1]\n\n[1]: javascript:alert(1)",
        "[here][1]\n\n[2]: https://example.org/unused",
        "[1]: https://example.org/a\n[1]: https://example.org/b\n\n[x][1]",
        "[a](https://[b)",
        '[a](b "title words")',
        "*[HTML]: Hyper Text",
        "<!-- comment --> <b class=x>raw</b> <a@b> <>",
        "&nbsp; &copy; &#65; &amp; &bogus;",
        "a &lt;b&gt; `&quot;`",
        "<https://example.org/?a=1&copy;2>",
        "#5 was hard\n#hashtag",
        "# I know C#",
        "#",
        "a | b\n--|--\n1 | 2 | 3 | 4\n5",
        "| a |\n|---|\n| 1 | two | three |",
        "``` is a fence and more\nb\n```",
        "```nonsense\nb\n```",
        "```js title=x\na\n```",
        "~~~ one two\nb",
        "klzzwxh:0001 wzxhzdk:0 amp",
        "Term\n:   Meaning",
        "{: .class #id } text {: x}",
        "a \\1 \\a \\* \\_ \\& b",
        "[TOC]\n\n[[wiki]] [a]: b [c] : d",
        "a\u2028b\u0085c\u00a0d\ufeff",
        "[x]:\nhttps",
        "[x]: y 'z'\n   (w)",
        "<div>\n\n*a*\n\n</div> <script>b</script>",
        "1. a\n7. b\n\n3. c",
        "[a][b][c] ![d][e] [f] [g][]",
    ],
)
def test_no_word_is_lost(text):
    assert lost(text) == set()


def test_entities_show_as_typed():
    assert "&amp;nbsp;" in render("&nbsp;")
    assert "&amp;#65;" in render("&#65;")
    assert "<code>&amp;amp;</code>" in render("`&amp;`")


def test_used_references_are_links_and_show_no_definition():
    html = render(
        '[here][a b], [a b] and ![b]\n\n[A b]: https://example.org/1 "Title"\n[b]: <https://example.org/2>'
    )
    assert html.count('href="https://example.org/1"') == 2
    assert html.count('title="Title"') == 2
    assert html.count('href="https://example.org/2"') == 1
    assert ">here</a>, <" in html
    assert "]:" not in html


def test_an_unused_definition_stays_where_it_was():
    assert (
        flat(render("a\n\n[x]: https://example.org\n\nb"))
        == "<p>a</p><p>[x]: https://example.org</p><p>b</p>"
    )


def test_cells_beyond_the_head_stay_in_the_last():
    assert "<td>2 | 3 | 4</td>" in render("a | b\n--|--\n1 | 2 | 3 | 4")


def test_a_heading_has_a_space():
    assert render("#5 was") == "<p>#5 was</p>"
    assert render("# C# #") == "<h3>C#</h3>"


def test_what_is_stored_is_rendered_anew():
    assert prose.RENDERER >= 2


# Any text at all: every word in it is numbered, so that none can stand in for another.

TYPED = r"""* ** _ __ ` `` ``` ~~~ [ ] ( ) ![ ]( ][ ]: < > & &# ; | |-|- ' : :: -- - + # ## ####
    1. 2) 77. = === --- *** https:// mailto: a@b. <https:// <!-- --> <b </b> <? ?> /* ~ ^ {: }
    $ ! !! é \ " """
SPACED = """ |  |    |\t|\n|\n|\n\n|\n  |\n    |\n- |\n  - |\n> |\n```|\n1. |\n3) |- |> |](https://|
[|\n\n[|]\n\n[|```py\n|``` |](https://x.org |]: https://|\u00a0|\u200b|\u2028"""
TABLES = ["| ", " | ", "\n| ", "\n|-|-|\n", "\n-|-\n"]
SIGNS = st.sampled_from([*TYPED.split(), *SPACED.split("|"), *TABLES])
A_WORD = st.just("w")


def numbered(pieces: list[str]) -> str:
    """Each w gets a number of its own."""
    return "".join(f"w{at}q" if piece == "w" else piece for at, piece in enumerate(pieces))


@given(st.lists(A_WORD | SIGNS, max_size=60).map(numbered))
@example("[w0q]: w1q?")
@example("w0q|w1q\n-|-\nw2q|w3q|w4q")
@example("```w0q w1q\nw2q")
def test_no_text_renders_to_fewer_words_than_it_has(text):
    assert {word for word in lost(text) if re.fullmatch(r"w\d+q", word)} == set()


@pytest.mark.parametrize(
    "name",
    ["references", "setext", "headings", "nested bullets", "nested numbers", "nested quotes"],
)
def test_hostile_shapes_lose_no_word_either(name):
    assert lost(families(3000)[name] + "\nomega") == set()


@pytest.mark.parametrize(
    "name",
    ["nested lists", "deep indentation", "lists in quotes", "loose lists", "short references"],
)
def test_hostile_nests_lose_no_word_either(name):
    assert lost(shapes(3000)[name] + "\nomega") == set()
