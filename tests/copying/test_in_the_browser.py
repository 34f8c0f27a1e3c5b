"""What only a browser shows: paper, and the way to it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import make_rejection

pytestmark = pytest.mark.django_db(transaction=True)
INK = "getComputedStyle(document.querySelector('.leaf')).color"


@pytest.fixture
def path(alice, live_server):
    rejection = make_rejection(alice, message="Not this time.")
    return live_server.url + reverse("path:page", args=[rejection.pk])


def test_names_come_when_they_are_ticked(alice, sign_in, path):
    page = sign_in(alice)
    page.goto(path)
    page.get_by_role("link", name="Print or copy").click()
    paper = page.get_by_role("article")
    expect(paper).to_contain_text("[employer]")
    expect(paper).not_to_contain_text("Fernwood")
    page.get_by_label("With names").check()
    page.get_by_role("button", name="Show it so").click()
    expect(paper).to_contain_text("Fernwood Robotics")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as Markdown").click()
    assert download.value.path().read_text().startswith("# Fernwood Robotics")


def test_paper_has_the_words_alone_and_is_light(alice, sign_in, path):
    page = sign_in(alice)
    page.emulate_media(color_scheme="light")
    page.goto(path)
    page.get_by_role("link", name="Print or copy").click()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    ink = page.evaluate(INK)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(INK) != ink
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(INK) == ink
    expect(page.get_by_role("article")).to_be_visible()
    for hidden in (page.get_by_role("heading", level=1), page.get_by_role("banner")):
        expect(hidden).to_be_hidden()
    expect(page.get_by_label("With names")).to_be_hidden()
