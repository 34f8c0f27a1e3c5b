"""What only a browser shows: an answer that was not given does not look like one."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import make_rejection, make_round

pytestmark = pytest.mark.django_db(transaction=True)


def test_not_said_is_a_muted_outline(alice, sign_in, live_server):
    page = sign_in(alice)
    rejection = make_rejection(alice)
    make_round(rejection.interview)
    page.goto(live_server.url + reverse("perspective:page", args=[rejection.pk]))
    page.get_by_text("How each round went, in my eyes").click()
    unsaid = page.get_by_label("Not said")
    expect(unsaid).to_be_checked()
    muted = page.locator("p.quiet-text").first.evaluate("each => getComputedStyle(each).color")
    expect(unsaid).to_have_css("appearance", "none")
    expect(unsaid).to_have_css("border-color", muted)
