"""What only a browser shows: which button Enter presses, and which pills are seen."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_problem, make_rejection

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def judging(alice, rejection, sign_in, live_server):
    make_problem(alice, rejection.interview)
    page = sign_in(alice)
    page.goto(f"{live_server.url}/judging/{rejection.pk}/")
    return page


def test_a_tap_keeps_what_was_typed_below(judging, rejection):
    judging.get_by_text("In my words").click()
    judging.get_by_label("What I make of them").fill("Kind people")
    judging.get_by_role("button", name="Not sure").click()
    expect(judging.get_by_text("That is enough.")).to_be_visible()
    found = rejection.interview.verdicts.get()
    assert (found.wanted, found.words) == ("unsure", "Kind people")


def test_enter_saves_and_gives_no_verdict(judging, rejection):
    judging.get_by_text("What their questions say").click()
    judging.get_by_label("It says they care about").fill("Edge cases")
    judging.keyboard.press("Enter")
    expect(judging.get_by_role("heading", name="Fernwood Robotics", level=1)).to_be_visible()
    assert rejection.interview.verdicts.get().wanted == ""
    assert rejection.interview.problems.get().they_care_about == "Edge cases"


def test_taking_back_is_offered_once_there_is_something_to_take_back(judging):
    judging.get_by_text("How they ran it").click()
    prepared = judging.get_by_role("group", name="They were prepared")
    expect(prepared.get_by_text("Take it back")).to_be_hidden()
    prepared.get_by_label("Partly").check()
    prepared.get_by_text("Take it back").click()
    expect(prepared.get_by_label("Take it back")).to_be_focused()
