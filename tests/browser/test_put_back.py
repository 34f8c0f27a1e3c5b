"""What a browser puts back is not typing: an older text never takes a newer one's place."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from journal.models import Version
from tests.factories import make_person, make_rejection

FIRST, SECOND = "first draft", "second, better and longer text"
OFFERED = re.compile("Your browser had put an earlier text back")


@pytest.fixture
def robin(transactional_db):
    return make_person("robin@example.org")


@pytest.fixture
def rejection(robin):
    return make_rejection(robin, message="As they wrote it.")


@pytest.fixture
def page(sign_in, robin):
    return sign_in(robin)


@pytest.fixture
def go(page, live_server):
    """To a page, once it keeps what is typed in it."""

    def to(name, *args):
        page.goto(live_server.url + reverse(name, args=args))
        if page.locator("textarea").count():
            ready(page)

    return to


def ready(page):
    expect(page.get_by_role("status").first).to_be_attached()


def words_of(page):
    return page.get_by_label("In words")


def write(page, text):
    words_of(page).fill(text)
    words_of(page).blur()
    expect(page.get_by_role("status").filter(has_text=re.compile("^Saved$"))).to_be_visible()


def back(page):
    page.go_back()
    if page.locator("textarea").count():
        ready(page)


def let_it_save(page):
    """As much as a page would save by itself within some seconds, it saves now."""
    page.evaluate("document.querySelector('form[data-autosave]').settle()")


def test_back_and_back_again(page, go, rejection):
    """To and fro over two states of one step, in one tab."""
    go("perspective:page", rejection.pk)
    write(page, FIRST)
    go("interviews:list")
    go("perspective:page", rejection.pk)
    write(page, SECOND)
    go("path:page", rejection.pk)
    for _ in range(3):
        back(page)
    expect(words_of(page)).to_have_value(SECOND)
    let_it_save(page)
    perspective = rejection.perspectives.get()
    assert perspective.words == SECOND
    assert not Version.objects.filter(text=SECOND).exists()


def test_a_text_that_changed_elsewhere_meanwhile(page, go, rejection):
    go("perspective:page", rejection.pk)
    write(page, FIRST)
    go("interviews:list")
    rejection.perspectives.update(words=SECOND, version=9)
    back(page)
    expect(words_of(page)).to_have_value(SECOND)
    let_it_save(page)
    assert rejection.perspectives.get().words == SECOND


def test_a_form_with_a_button(page, go, rejection):
    """Typed and not sent; another session corrects the same text meanwhile. Both are there then."""
    go("rejections:edit", rejection.pk)
    page.get_by_label("Their message").fill(FIRST)
    page.wait_for_timeout(500)  # a draft is kept within 300 ms
    go("interviews:list")
    type(rejection).objects.filter(pk=rejection.pk).update(message=SECOND, version=9)
    back(page)
    page.get_by_role("button", name="Save").click()
    rejection.refresh_from_db()
    assert rejection.message == SECOND
    expect(page.get_by_text(SECOND).first).to_be_visible()
    expect(page.get_by_role("textbox", name="Their message")).to_have_value(FIRST)


@pytest.fixture
def filled_in_spite_of_it(page):
    """A browser that fills a form in although it is asked not to, as one does that opens a closed
    tab again: what stood there comes with events, after the page, and nobody touched a key."""
    page.add_init_script(f"""
      addEventListener("load", () => {{
        const area = document.querySelector("form[data-autosave] textarea");
        area.value = {FIRST!r};
        area.dispatchEvent(new Event("input", {{ bubbles: true }}));
        area.dispatchEvent(new Event("change", {{ bubbles: true }}));
      }});
    """)


@pytest.mark.usefixtures("filled_in_spite_of_it")
def test_what_is_put_back_all_the_same_is_offered(page, go, rejection):
    perspective = rejection.perspectives.create(owner=rejection.owner, words=SECOND, version=9)
    go("perspective:page", rejection.pk)
    panel = page.get_by_role("region", name="Two texts")
    expect(panel).to_contain_text(OFFERED)
    expect(panel).to_contain_text(FIRST)
    expect(words_of(page)).to_have_value(SECOND)
    let_it_save(page)
    perspective.refresh_from_db()
    assert (perspective.words, perspective.version) == (SECOND, 9)
    panel.get_by_role("button", name="Take the other").click()
    expect(page.get_by_role("status").filter(has_text=re.compile("^Saved$"))).to_be_visible()
    perspective.refresh_from_db()
    assert perspective.words == FIRST
    assert Version.objects.get(of=perspective.uid).text == SECOND
