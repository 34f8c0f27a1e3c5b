"""What only a browser shows: a note stands beside its words, or below with a way to and fro."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import make_evidence, make_feedback, make_gap

pytestmark = pytest.mark.django_db(transaction=True)

FILLER = "They went on about how the day was planned and who would be there.\n\n" * 12
TEXT = f"Slow to start, quick to draw. {FILLER}Never asked who it is for.\n{FILLER}Kind throughout."
QUOTES = ("Slow to start", "quick to draw", "Never asked who it is for", "Kind throughout")
NEAR = 12  # px


@pytest.fixture
def rows(rejection):
    feedback = make_feedback(rejection.interview, TEXT)
    return [
        make_evidence(feedback, quote, make_gap(rejection.owner, f"About “{quote}”"))
        for quote in QUOTES
    ]


@pytest.fixture
def learn(rejection, rows, sign_in, live_server):
    page = sign_in(rejection.owner)
    page.goto(live_server.url + reverse("gaps:learn", args=[rejection.pk]))
    return page


def box(page, kind, row):
    return page.locator(f"#{kind}-{row.pk}").bounding_box()


def test_each_stands_at_the_height_of_its_words(learn, rows):
    first, second, *others = rows
    for row in (first, *others):
        assert abs(box(learn, "note", row)["y"] - box(learn, "mark", row)["y"]) < NEAR
    above = box(learn, "note", first)
    assert box(learn, "note", second)["y"] > above["y"] + above["height"]


def test_one_that_opens_moves_only_what_is_in_its_way(learn, rows):
    learn.locator(f"#note-{rows[0].pk}").hover()
    learn.get_by_text("Change").first.click()
    expect(learn.get_by_role("link", name="Say it anew").first).to_be_visible()
    opened = box(learn, "note", rows[0])
    assert box(learn, "note", rows[1])["y"] >= opened["y"] + opened["height"]
    assert abs(box(learn, "note", rows[2])["y"] - box(learn, "mark", rows[2])["y"]) < NEAR


def test_on_a_phone_they_are_a_list_with_a_way_to_and_fro(learn, rows):
    learn.set_viewport_size({"width": 360, "height": 740})
    notes = [box(learn, "note", row) for row in rows]
    assert notes[0]["y"] > box(learn, "mark", rows[-1])["y"]
    assert notes[-1]["y"] - notes[0]["y"] < 900
    there_and_back(learn, rows[2])


def test_without_javascript_they_lead_to_and_fro(browser, learn, rows):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(learn.context.cookies())
    page = context.new_page()
    page.goto(learn.url)
    there_and_back(page, rows[2])
    context.close()


def there_and_back(page, row):
    page.locator(f"#note-{row.pk}").get_by_role("link", name="its words").click()
    expect(page.locator(f"#mark-{row.pk}:target")).to_be_in_viewport()
    page.locator(f"#mark-{row.pk}").get_by_role("link").click()
    expect(page.locator(f"#note-{row.pk}:target")).to_be_in_viewport()
