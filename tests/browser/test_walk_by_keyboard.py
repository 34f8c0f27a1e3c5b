"""From the raw mail and the raw feedback to moved on, with the keyboard alone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import fernwood

pytestmark = pytest.mark.django_db(transaction=True)

MOST_TABS = 80
IS_HERE = "(element) => element === document.activeElement"


@pytest.fixture
def page(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(live_server.url + reverse("today:page"))
    return page


def reach(page, control):
    """With Tab, from where one is."""
    control = control.first
    control.wait_for()
    for _ in range(MOST_TABS):
        if control.evaluate(IS_HERE):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{control} is not reached with Tab")


def write(page, label, text):
    reach(page, page.get_by_label(label))
    page.keyboard.insert_text(text)


def press(page, name, role="button"):
    reach(page, page.get_by_role(role, name=name, exact=True))
    page.keyboard.press("Enter")


def heading(page, name):
    expect(page.get_by_role("heading", name=name).first).to_be_visible()


def open_step(page, name):
    page.get_by_role("heading", name="Fernwood Robotics", level=1).wait_for()
    reach(page, page.get_by_role("listitem").get_by_role("link", name=name, exact=True))
    page.keyboard.press("Enter")


def mark_the_first_sentence(page):
    words = page.locator("[data-words]")
    reach(page, words)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    bar = page.get_by_role("group", name="What are these words to you?")
    expect(bar.get_by_role("button", name="Gap")).to_be_focused()
    press(page, "Strength")
    page.keyboard.insert_text("Clean code, tested")
    page.keyboard.press("Enter")
    expect(page.locator("mark.strength")).to_contain_text("Pleasant to work with")


def test_the_whole_way(alice, page):
    press(page, "They said no", "link")
    write(page, "Their message", fernwood.MAIL)
    press(page, "Read the rest off it")
    expect(page.get_by_label("Employer")).to_have_value("Fernwood Robotics")
    press(page, "Write it down")
    heading(page, "It is written down")
    press(page, "That is all")
    open_step(page, "Ask")
    press(page, "Draft the letter")
    heading(page, "Your letter")
    press(page, "I sent it")
    open_step(page, "Ask")
    press(page, "They answered", "link")
    write(page, "What they said", fernwood.FEEDBACK)
    press(page, "Write it down")
    heading(page, "Learn from it")
    mark_the_first_sentence(page)
    press(page, "Back to the path", "link")
    open_step(page, "Move on")
    write(page, "One thing I take with me", fernwood.TAKE)
    press(page, "Move on")
    heading(page, "Moved on")
    assert alice.gaps.get().is_strength
    assert alice.feedback.get().text == fernwood.FEEDBACK
    assert not alice.rejections.get().is_open
