"""What stands side by side stands in one line, and words keep clear of each other."""

from itertools import combinations

import pytest
from django.urls import reverse

from tests.factories import make_rejection

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = {"Perspective", "Ask", "Learn", "Solve again", "Judge", "Move on"}


def boxes(page, selector):
    found = page.locator(selector).filter(visible=True).all()
    return {each.text_content().strip(): each.bounding_box() for each in found}


def overlap(one, other):
    return all(
        one[start] < other[start] + other[size] and other[start] < one[start] + one[size]
        for start, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("width", [320, 360, 412, 540, 1280])
def test_all_six_steps_are_named_on_the_curve(alice, sign_in, live_server, width):
    rejection = make_rejection(alice, steps_aside=["ask"])  # The widest name is the bold one.
    page = sign_in(alice)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live_server.url + reverse("path:page", args=[rejection.pk]))
    page.evaluate("document.fonts.ready")
    words = boxes(page, ".arc text")
    dots = [dot.bounding_box() for dot in page.locator(".arc .dot").all()]
    assert set(words) == NAMES
    assert not [pair for pair in combinations(words.values(), 2) if overlap(*pair)]
    assert not [name for name, box in words.items() if any(overlap(box, dot) for dot in dots)]
    left = page.get_by_role("heading", level=1).bounding_box()["x"]
    assert all(left - 1 <= box["x"] and box["x"] + box["width"] <= width for box in words.values())


def test_fields_side_by_side_stand_in_one_line(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(live_server.url + reverse("rejections:new"))
    labels = ("When they told you", "How far it went", "How they told you")
    three = [page.get_by_label(label).bounding_box() for label in labels]
    assert len({(box["y"], box["height"]) for box in three}) == 1
