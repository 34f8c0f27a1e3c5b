import pytest
from django.urls import reverse
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def browser_context_args(browser_context_args):
    """A browser that knows a place by the name it had before."""
    return {**browser_context_args, "timezone_id": "Asia/Calcutta"}


def test_the_zone_of_the_browser_is_a_tap_away(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(live_server.url + reverse("accounts:settings"))
    page.get_by_role("button", name="Use this browser’s").click()
    expect(page.get_by_label("Time zone")).to_be_focused()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_role("button", name="Use this browser’s")).to_have_count(0)
    alice.refresh_from_db()
    assert alice.time_zone in {"Asia/Calcutta", "Asia/Kolkata"}
