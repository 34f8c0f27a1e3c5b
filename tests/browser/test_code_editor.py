"""Writing code: an editor around the form's own box, which saves and brings back as any other."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from journal.models import Attempt
from tests.browser.inspector import SMALL
from tests.factories import make_attempt, make_problem

SAVED = re.compile("^Saved$")
NOT_YET = re.compile("^Not saved yet, still here")
TYPED = ["def merge(bookings):\n", "for b in bookings:\n", "yield [b"]
MERGE = "def merge(bookings):\n    for b in bookings:\n        yield [b]"
LONG = "merged = " + " + ".join(["bookings"] * 12)
CARET_FROM_EDGE = """box => {
  const frame = box.closest(".prism-code-editor");
  return [frame.scrollLeft, frame.scrollTop + frame.clientHeight - frame.scrollHeight];
}"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def problem(alice):
    return make_problem(alice, kind="coding")


@pytest.fixture
def address(live_server, problem):
    return live_server.url + reverse("practice:solve", args=[problem.pk])


@pytest.fixture
def page(sign_in, alice):
    return sign_in(alice)


@pytest.fixture
def box(page, address):
    page.goto(address)
    return ready(page)


def ready(page):
    """The box, once the editor has come around it and the page keeps what is typed."""
    expect(page.locator(".prism-code-editor textarea")).to_be_attached()
    expect(page.locator(".said-of-saving")).to_be_attached()
    return page.get_by_label("Mine, now")


def shown(page):
    """The code as the editor shows it."""
    return "".join(page.locator(".pce-line").all_text_contents()).removesuffix("\n")


def expect_state(page, words):
    expect(page.locator(".said-of-saving").filter(has_text=words)).to_be_visible()


def test_what_is_typed_is_indented_closed_and_saved(page, box):
    page.get_by_label("Language").fill("Python")
    box.focus()
    for line in TYPED:
        page.keyboard.type(line)
    expect(box).to_have_value(MERGE)
    assert shown(page) == MERGE
    expect_state(page, SAVED)
    assert Attempt.objects.get().text == MERGE
    page.keyboard.press("Home")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(box).to_have_value(MERGE.replace("        yield", "            yield"))
    page.keyboard.press("Control+z")
    expect(box).to_have_value(MERGE)
    assert shown(page) == MERGE
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("pre.code-block").first).to_have_text(MERGE)


def test_another_language_colours_anew(page, box, problem):
    words = page.locator(".token.keyword")
    box.fill("func def match(): pass")
    expect(words).to_have_count(0)
    for language, keywords in [
        ("Python", ["def", "pass"]),
        ("python 3.13", ["def", "pass"]),
        ("Go", ["func"]),
        ("Brainfuck", []),
        ("c++", []),
        ("Rust", ["match"]),
    ]:
        page.get_by_label("Language").fill(language)
        expect(words, language).to_have_text(keywords)
    box.fill("func f() {")
    page.get_by_label("Language").fill("Go")
    box.press("End")
    page.keyboard.press("Enter")
    expect(box).to_have_value("func f() {\n\t")


def test_tab_stays_until_it_is_let_go(page, box):
    way_out = page.locator(f"#{box.get_attribute('aria-describedby').split()[-1]}")
    expect(way_out).to_have_text("Ctrl+M, then Tab, leaves the editor.")
    box.focus()
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Control+m")
    expect(way_out).to_have_text("Tab leaves the editor now.")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Language")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    expect(box).to_have_value("        ")


def test_a_draft_that_was_not_saved_comes_back_into_the_editor(page, box, address):
    page.get_by_label("Language").fill("Python")
    box.focus()
    expect_state(page, SAVED)
    page.context.route("**/solve/", lambda route: route.abort())
    page.keyboard.type("def merge():")
    expect_state(page, NOT_YET)
    page.context.unroute_all()
    page.reload()
    expect(ready(page)).to_have_value("def merge():")
    expect(page.locator(".pce-line .keyword")).to_have_text(["def"])


def test_what_another_tab_saved_comes_into_the_editor(page, address, problem):
    attempt = make_attempt(problem, "mine = 1")
    page.goto(address)
    box = ready(page)
    Attempt.objects.update(text="theirs = 2", version=attempt.version + 1)
    box.fill("mine = 3")
    page.get_by_role("button", name="Take the other").click()
    expect(box).to_have_value("theirs = 2")
    assert shown(page) == "theirs = 2"


def test_the_caret_stays_in_sight_and_the_page_keeps_its_width(page, box):
    page.set_viewport_size(SMALL)
    box.focus()
    page.keyboard.insert_text("\n" * 12 + LONG)
    page.keyboard.type(";")
    assert box.evaluate(CARET_FROM_EDGE)[0] > SMALL["width"]
    page.keyboard.press("Enter")
    assert box.evaluate(CARET_FROM_EDGE) == [0, 0]
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


def test_what_is_missing_is_said_to_who_is_in_the_editor(page, box):
    page.locator("form.form").evaluate("form => (form.noValidate = true)")
    page.get_by_role("button", name="Compare").click()
    expect(ready(page)).to_be_focused()
    said = re.compile("^Write yours first.*leaves the editor.$")
    expect(box).to_have_accessible_description(said)
