"""Writing Markdown: the tools, the preview, lists that continue, and what is pasted."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.inspector import Inspector
from tests.factories import make_attempt, make_feedback, make_problem, make_rejection

SAVED = re.compile("^Saved$")
PHONE = {"width": 360, "height": 740}
SELECT = "(box, [from, to]) => { box.focus(); box.setSelectionRange(from, to); }"
COPY = """async ({ html, plain }) => navigator.clipboard.write([new ClipboardItem({
  "text/html": new Blob([html], { type: "text/html" }),
  "text/plain": new Blob([plain], { type: "text/plain" }),
})])"""
WHERE = "box => [box.selectionStart, box.selectionEnd]"
COVERED = """field => {
  const words = document.createRange();
  words.selectNodeContents(field.querySelector("label"));
  const bar = field.querySelector("[role=toolbar]").getBoundingClientRect();
  return [...words.getClientRects()].some(line => line.left < bar.right && bar.left < line.right
    && line.top < bar.bottom && bar.top < line.bottom);
}"""


@pytest.fixture
def rejection(transactional_db, alice):
    return make_rejection(alice)


@pytest.fixture
def page(sign_in, alice):
    return sign_in(alice)


@pytest.fixture
def step(live_server, rejection):
    return live_server.url + reverse("perspective:page", args=[rejection.pk])


@pytest.fixture
def box(page, step):
    """The box, with the caret in it and its tools at hand."""
    page.goto(step)
    box = page.get_by_label("In words")
    box.focus()
    expect(tools(page)).to_be_visible()
    return box


def tools(page):
    return page.get_by_role("toolbar", name="Formatting").first


def press(page, name):
    tools(page).get_by_role("button", name=name, exact=True).click()


def select(box, start, end):
    box.evaluate(SELECT, [start, end])


def undo(page):
    page.keyboard.press("Control+z")


def marked(given: str) -> tuple[str, int, int]:
    """ "a |b| c" is a text in which b is selected; one bar is a caret."""
    start = given.index("|")
    end = given.rindex("|")
    return given.replace("|", ""), start, max(start, end - 1)


def with_bars(box) -> str:
    text, (start, end) = box.input_value(), box.evaluate(WHERE)
    inner = f"|{text[start:end]}|" if start != end else "|"
    return text[:start] + inner + text[end:]


def test_the_tools_come_while_one_writes_and_move_nothing(page, step):
    page.goto(step)
    box, below = page.get_by_label("In words"), page.locator("summary", has_text="What they looked")
    expect(page.get_by_role("toolbar")).to_have_count(0)
    before = box.bounding_box(), below.bounding_box()
    box.focus()
    expect(tools(page)).to_be_visible()
    assert (box.bounding_box(), below.bounding_box()) == before
    page.get_by_text("Awful").click()
    expect(page.get_by_role("toolbar")).to_have_count(0)  # hidden, so of no role
    box.hover()
    expect(tools(page)).to_be_visible()
    assert (box.bounding_box(), below.bounding_box()) == before


TOOLS = [
    ("Bold", "It |stings| today", "It **|stings|** today"),
    ("Bold", "It **|stings|** today", "It |stings| today"),
    ("Bold", "It |**stings**| today", "It |stings| today"),
    ("Bold", "It sti|ngs", "It **sti|ngs**"),
    ("Bold", "It **sti|ngs**", "It sti|ngs"),
    ("Bold", "|one \n- two|", "|**one** \n- **two**|"),
    ("Bold", "|", "**|**"),
    ("Italic", "so |very | tired", "so _|very|_  tired"),
    ("Italic", "**|very|**", "**_|very|_**"),
    ("Quote", "They sa|id", "> They sa|id"),
    ("Quote", "> They sa|id", "They sa|id"),
    ("Quote", "|a\n\nb|", "|> a\n>\n> b|"),
    ("List", "|", "- |"),
    ("List", "one\n|two\nthree|", "one\n\n|- two\n- three|"),
    ("List", "|- two\n- three|", "|two\nthree|"),
    ("List", "- one\nt|wo\nthree", "- one\n- t|wo\n\nthree"),
    ("Numbered list", "|a\n\nb\n|", "|1. a\n\n2. b|\n"),
    ("Numbered list", "|- a\n- b|", "|1. a\n2. b|"),
    ("Code", "call |f(x)|", "call `|f(x)|`"),
    ("Code", "|a\nb|", "```\n|a\nb|\n```"),
    ("Code", "|", "```\n|\n```"),
    ("Code", "so |a`b|", "so `` |a`b| ``"),
    ("Code", "so `` |a`b| ``", "so |a`b|"),
    ("Code", "so |a``b|", "so ``` |a``b| ```"),
    ("Code", "|```\na\n```|", "````\n|```\na\n```|\n````"),
    ("Link", "the |docs| say", "the [docs](|https://|) say"),
    ("Link", "see |https://x.org/a|", "see [|](https://x.org/a)"),
    ("Link", "|", "[|](https://)"),
]


def test_what_each_tool_writes_and_that_undo_takes_it_back(page, box):
    for name, given, wanted in TOOLS:
        text, start, end = marked(given)
        box.fill(text)
        select(box, start, end)
        press(page, name)
        assert with_bars(box) == wanted, name
        expect(box).to_be_focused()
        undo(page)
        assert box.input_value() == text, name


def test_bold_and_italic_by_key(page, box):
    page.keyboard.press("Control+b")
    page.keyboard.type("no")
    page.keyboard.press("Control+End")
    page.keyboard.type(" and ")
    page.keyboard.press("Control+i")
    page.keyboard.type("yes")
    expect(box).to_have_value("**no** and _yes_")


def test_what_a_tool_wrote_saves_by_itself(page, box, rejection):
    page.keyboard.type("It stings")
    press(page, "Bold")
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    assert rejection.perspectives.get().words == "It **stings**"


def test_a_box_nobody_wrote_in_yet_is_written_on_at_its_end(page, step, box, rejection):
    page.keyboard.type("Before.")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile("path"))
    page.goto(step)
    page.get_by_label("In words").hover()
    press(page, "Code")
    expect(page.get_by_label("In words")).to_have_value("Before.``")


def test_by_keyboard_alone_the_tools_are_one_stop(page, box):
    page.keyboard.type("word")
    page.keyboard.press("Tab")
    expect(tools(page).get_by_role("button", name="Bold")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(tools(page).get_by_role("button", name="Italic")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value("**word**")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    expect(tools(page).get_by_role("button", name="Preview")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(tools(page).get_by_role("button", name="Bold")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("summary", has_text="What they looked")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    expect(box).to_have_value("**word**")


LISTS = [
    ("- one|", "- one\n- |"),
    ("* one|", "* one\n* |"),
    ("9. nine|", "9. nine\n10. |"),
    ("- [x] done|", "- [x] done\n- [ ] |"),
    ("> said|", "> said\n> |"),
    ("> - said|", "> - said\n> - |"),
    ("- a\n    - in|", "- a\n    - in\n    - |"),
    ("- one|two", "- one\n- |two"),
    ("- one\n- |", "- one\n\n|"),
    ("> said\n> |\nmore", "> said\n\n|\nmore"),
    ("- |", "|"),
    ("|- one", "\n|- one"),
    ("words|", "words\n|"),
    ("```\n- a|\n```", "```\n- a\n|\n```"),
    ("**bold** start|", "**bold** start\n|"),
]


def test_lists_and_quotes_continue_and_end(page, box):
    for given, wanted in LISTS:
        text, start, end = marked(given)
        box.fill(text)
        select(box, start, end)
        page.keyboard.press("Enter")
        assert with_bars(box) == wanted, given
        undo(page)
        assert box.input_value() == text, given


def test_with_shift_a_line_breaks_and_no_more(page, box):
    page.keyboard.type("- one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("still one")
    page.keyboard.press("Enter")
    page.keyboard.type("- ")
    expect(box).to_have_value("- one\nstill one\n- ")


def test_the_preview_and_back(page, box, rejection):
    lines = "\n".join(f"- line {each}" for each in range(60))
    box.fill(f"I **froze**:\n\n{lines}")
    select(box, 40, 44)
    box.evaluate("box => box.scrollTop = 200")
    tools(page).get_by_role("button", name="Preview").hover()
    save = page.get_by_role("button", name="Save").bounding_box()
    page.mouse.down()
    page.mouse.up()
    preview = page.get_by_role("group", name="Preview")
    expect(preview.locator("strong")).to_have_text("froze")
    expect(preview.get_by_role("listitem")).to_have_count(60)
    expect(box).to_be_hidden()
    expect(tools(page).get_by_role("button")).to_have_text(["Back to writing"])
    page.keyboard.press("Enter")
    expect(preview).to_have_count(0)
    expect(box).to_be_focused()
    assert box.evaluate(WHERE) == [40, 44]
    assert box.evaluate("box => box.scrollTop") == 200
    assert page.get_by_role("button", name="Save").bounding_box() == save
    press(page, "Preview")
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()


def test_a_short_preview_moves_nothing_and_is_still_saved(page, box, rejection):
    page.keyboard.type("Short.")
    below = page.locator("summary", has_text="What they looked").bounding_box()
    press(page, "Preview")
    expect(page.get_by_role("group", name="Preview")).to_have_text("Short.")
    assert page.locator("summary", has_text="What they looked").bounding_box() == below
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile("path"))
    assert rejection.perspectives.get().words == "Short."


def test_a_preview_that_does_not_come(page, box):
    page.route("**/writing/preview/", lambda route: route.abort())
    page.keyboard.type("Mine.")
    press(page, "Preview")
    expect(page.get_by_text("The preview did not come. Your words are still here")).to_be_visible()
    press(page, "Back to writing")
    expect(box).to_have_value("Mine.")
    expect(box).to_be_focused()


@pytest.fixture
def copy(page, live_server):
    """Copied in another tab, from a page with no security policy that styles would go against."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    elsewhere = page.context.new_page()
    elsewhere.goto(f"{live_server.url}/static/css/tokens.css")

    def put(html, plain="plain words"):
        elsewhere.bring_to_front()
        elsewhere.evaluate(COPY, {"html": html, "plain": plain})
        page.bring_to_front()

    return put


PASTED = [
    ("<p>It <b>really</b> <i>was </i>fine.</p><p>Two</p>", "It **really** _was_ fine.\n\nTwo"),
    ('<a href="https://x.org/a_(b)">the docs</a>', "[the docs](https://x.org/a_%28b%29)"),
    ('<a href="https://x.org/">https://x.org/</a>', "<https://x.org/>"),
    ('<a href="javascript:alert(1)">no</a> <em>yes</em>', "no _yes_"),
    (
        "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul><ol start=3><li>d</li></ol>",
        "- a\n    - b\n- c\n\n3. d",
    ),
    (
        '<p>Use <code>a * b_c</code>:</p><pre><code class="language-python">if x:\n\n    y()'
        "</code></pre>",
        "Use `a * b_c`:\n\n```python\nif x:\n\n    y()\n```",
    ),
    ("<h2>A <b>head</b></h2><blockquote><p>a</p><p>b</p></blockquote>", "## A head\n\n> a\n>\n> b"),
    (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>",
        "| A | B |\n| --- | --- |\n| 1\\|2 | x y |",
    ),
    (
        "<div>Hi <b>Sam</b>,</div><div><br></div><div>one</div><div>two</div>",
        "Hi **Sam**,\n\none\ntwo",
    ),
    (
        '<b style="font-weight:normal"><p><span style="font-weight:400">so </span>'
        '<span style="font-weight:700">heavy</span></p></b>',
        "so **heavy**",
    ),
    (
        "<p>2*3*4, _x_, snake_case, [a](b) <b>!</b></p><p># 1</p>",
        "2\\*3\\*4, \\_x\\_, snake_case, \\[a](b) **!**\n\n\\# 1",
    ),
    (
        '<div style="font-family:Consolas, monospace;font-weight:normal;white-space:pre;"><div>'
        '<span style="color:#c586c0;font-weight:bold">def</span> f():</div><br><div>'
        "<span>&nbsp;   return</span></div></div>",
        "```\ndef f():\n\n    return\n```",
    ),
    (
        "<table><tr><td class='blob-num'>1</td><td class='blob-code'>if <b>x</b>:</td></tr><tr>"
        "<td class='blob-num'>2</td><td class='blob-code'>    y</td></tr></table>",
        "```\nif x:\n    y\n```",
    ),
    (
        "<ul><li>a<pre>if x:\n\n    y</pre></li></ul>",
        "- a\n\n    ```\n    if x:\n     \n        y\n    ```",
    ),
    (
        '<ul data-stringify-type="unordered-list" data-indent="0"><li>one</li></ul>'
        '<ul data-stringify-type="unordered-list" data-indent="1"><li>two</li></ul>'
        '<ul data-stringify-type="unordered-list" data-indent="0"><li>three</li></ul>',
        "- one\n    - two\n- three",
    ),
    ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n    - b\n- c"),
    ("a <code>b``c</code>", "a ``` b``c ```"),
    ("<p>just words</p>", "plain words"),
    ('<img src="/nowhere.png" alt="a picture">', "plain words"),
]


def test_rich_text_is_pasted_as_markdown(page, box, copy):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for html, wanted in PASTED:
        copy(html)
        box.fill("")
        page.keyboard.press("Control+v")
        expect(box).to_have_value(wanted)
        undo(page)
        expect(box).to_have_value("")
    assert not [url for url in asked if "nowhere" in url]


# Chromium tidies what is put on its clipboard by a page, and not what Word puts there.
PASTE = """(box, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const is = { clipboardData, bubbles: true, cancelable: true };
  box.dispatchEvent(new ClipboardEvent("paste", is));
}"""
WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span "
    "style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>one</p>\n<p class="
    "MsoListParagraph style='margin-left:72pt;mso-list:l0 level2 lfo1'><span "
    "style='mso-list:Ignore'>o<span>&nbsp;</span></span>two</p>\n<p class=MsoListParagraph "
    "style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>three</p><p>after</p>"
    "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>four</p>"
)


def test_lists_of_word_stay_nested(page, box):
    box.evaluate(PASTE, WORD_LIST)
    expect(box).to_have_value("- one\n    - two\n- three\n\nafter\n\n1. four")


def test_a_picture_removes_nothing_and_says_where_pictures_go(page, box, copy):
    box.fill("Mine stays.")
    select(box, 0, 4)
    copy('<img src="data:," alt="">', "")
    page.keyboard.press("Control+v")
    expect(page.get_by_text("A text keeps no pictures")).to_be_visible()
    expect(box).to_have_value("Mine stays.")
    assert box.evaluate(WHERE) == [0, 4]
    page.keyboard.type("Ours")
    expect(page.get_by_text("A text keeps no pictures")).to_have_count(0)


def test_pasting_with_shift_or_into_code_brings_plain_words(page, box, copy):
    copy("<p>It <b>stings</b></p>", "It stings")
    page.keyboard.press("Control+Shift+v")
    expect(box).to_have_value("It stings")
    box.fill("```\n\n```")
    select(box, 4, 4)
    page.keyboard.press("Control+v")
    expect(box).to_have_value("```\nIt stings\n```")


def test_what_is_pasted_saves_by_itself_and_stands_where_the_caret_was(page, box, rejection, copy):
    box.fill("Before. After.")
    select(box, 8, 8)
    copy("<b>now </b>")
    page.keyboard.press("Control+v")
    expect(box).to_have_value("Before. **now**After.")
    page.keyboard.type(" ")
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    assert rejection.perspectives.get().words == "Before. **now** After."


def test_a_long_page_is_pasted_at_once(page, box, copy):
    lines = "".join(f"<p>line <b>{each}</b></p>" for each in range(2000))
    copy(lines)
    page.keyboard.press("Control+v")
    expect(box).to_have_value(re.compile(r"line \*\*1999\*\*$"), timeout=10_000)
    assert box.evaluate("box => box.scrollTop + box.clientHeight > box.scrollHeight - 40")


def test_code_and_what_others_wrote_have_no_tools(page, live_server, alice, rejection):
    feedback = make_feedback(rejection.interview)
    problem = make_problem(alice, rejection.interview, kind="coding")
    make_attempt(problem, "def merge(): ...")
    for name, key, label in (
        ("feedback:edit", feedback.pk, "Their words"),
        ("practice:solve", problem.pk, "Mine, now"),
    ):
        page.goto(live_server.url + reverse(name, args=[key]))
        area = page.locator("textarea.write").first
        area.focus()
        page.keyboard.press("Control+End")
        page.keyboard.type("\n- a\nb")
        assert area.input_value().endswith("\n- a\nb"), label
        expect(page.locator("[role=toolbar]")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 360, 700, 1280])
def test_the_tools_cover_no_label_and_are_large_enough(page, box, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("summary", has_text="What they looked").click()
    for field in page.locator(".field.has-tools").all():
        field.locator("textarea").focus()
        assert not field.evaluate(COVERED)
        for button in field.get_by_role("toolbar").get_by_role("button").all():
            size = button.bounding_box()
            assert min(size["width"], size["height"]) >= 24


def test_on_a_phone_one_button_opens_them(page, box):
    page.set_viewport_size(PHONE)
    page.keyboard.type("word")
    expect(tools(page).get_by_role("button")).to_have_count(1)
    press(page, "Format")
    expect(box).to_be_focused()
    for button in tools(page).get_by_role("button").all():
        expect(button).to_be_in_viewport(ratio=1)
        assert min(button.bounding_box()["width"], button.bounding_box()["height"]) >= 24
    press(page, "Bold")
    expect(box).to_have_value("**word**")
    expect(tools(page).get_by_role("button")).to_have_count(1)
    press(page, "Format")
    press(page, "Preview")
    expect(page.get_by_role("group", name="Preview")).to_have_text("word")
    press(page, "Back to writing")
    expect(box).to_be_focused()


@pytest.mark.axe
def test_axe_finds_nothing_about_them(page, box, live_server):
    inspector = Inspector(page, live_server.url)
    page.keyboard.type(
        "I **froze**:\n\n- on the `lock`\n\n```python\nx = 1\n```\n\nSee <https://x.org>."
    )
    inspector.inspect("the tools")
    page.set_viewport_size(PHONE)
    press(page, "Format")
    inspector.inspect("the tools, opened on a phone")
    press(page, "Preview")
    expect(page.get_by_role("group", name="Preview")).to_be_visible()
    inspector.inspect("the preview")
    inspector.verdict()


@pytest.mark.browser
def test_without_javascript_it_is_a_plain_box_that_saves(browser, live_server, alice, rejection):
    client = Client()
    client.force_login(alice)
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    context.add_cookies(
        [
            {"name": name, "value": morsel.value, "url": live_server.url}
            for name, morsel in client.cookies.items()
        ]
    )
    plain = context.new_page()
    plain.goto(reverse("perspective:page", args=[rejection.pk]))
    plain.get_by_label("In words").fill("It **stings**.")
    expect(plain.get_by_role("toolbar")).to_have_count(0)
    plain.get_by_role("button", name="Save").click()
    plain.wait_for_url(re.compile("path"))
    assert rejection.perspectives.get().rendered("words") == "<p>It <strong>stings</strong>.</p>"
    context.close()
