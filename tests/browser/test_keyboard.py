"""With a keyboard alone, and with JavaScript switched off, everything is still reached."""

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from journal.models import Attempt, Evidence, Rejection
from tests.factories import make_feedback, make_interview, make_problem, make_rejection

pytestmark = pytest.mark.django_db(transaction=True)

WHAT_HAS_FOCUS = """() => {
  const here = document.activeElement;
  return (here.labels?.[0] ?? here).innerText.trim();
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element of that name has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(WHAT_HAS_FOCUS) == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_a_rejection_is_written_down_by_keyboard_alone(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(live_server.url)
    tab_to(page, "They said no")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="They said no")).to_be_visible()
    tab_to(page, "Employer")
    page.keyboard.type("Fernwood Robotics")
    page.keyboard.press("Tab")
    page.keyboard.type("Senior Backend Engineer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="It is written down")).to_be_visible()
    tab_to(page, "That is all")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Fernwood Robotics", level=1)).to_be_visible()
    assert page.url.endswith(f"/path/{Rejection.objects.get().pk}/")


def test_the_first_tab_skips_to_the_page(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(f"{live_server.url}/rejections/new/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Their message")).to_be_focused()


def test_a_menu_opens_and_closes_by_keyboard(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(live_server.url)
    new = page.locator(".site-tools summary", has_text="New")
    inside = page.get_by_role("banner").get_by_role("link", name="Bring in earlier ones")
    new.focus()
    page.keyboard.press("Enter")
    expect(inside).to_be_visible()
    page.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(new).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, "Bring in earlier ones")
    page.keyboard.press("Enter")
    expect(page.get_by_label("One a line")).to_be_visible()


def test_what_is_to_be_mended_has_the_focus(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(f"{live_server.url}/rejections/new/")
    page.get_by_label("Employer").fill("   ")
    page.get_by_label("Employer").press("Enter")
    expect(page.locator(".errorlist, .error").first).to_be_visible()
    expect(page.get_by_label("Employer")).to_be_focused()


@pytest.fixture
def plain(browser, live_server, alice):
    """A page in a browser without JavaScript, with Alice signed in."""
    client = Client()
    client.force_login(alice)
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    context.add_cookies(
        [
            {"name": name, "value": morsel.value, "url": live_server.url}
            for name, morsel in client.cookies.items()
        ]
    )
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_a_rejection_is_written_down_without_javascript(plain):
    plain.goto("/rejections/new/")
    plain.get_by_label("Employer").fill("Fernwood Robotics")
    plain.get_by_role("button", name="Write it down").click()
    plain.get_by_label("The questions").fill("Merge overlapping calendar bookings")
    plain.get_by_text("Low", exact=True).click()
    plain.get_by_role("button", name="That is all").click()
    rejection = Rejection.objects.get()
    assert plain.url.endswith(f"/path/{rejection.pk}/")
    assert rejection.interview.problems.get().title == "Merge overlapping calendar bookings"
    assert rejection.perspectives.get().get_feeling_display() == "Low"


@pytest.mark.browser
def test_a_sentence_is_marked_without_javascript(plain, alice):
    rejection = make_rejection(alice)
    make_feedback(rejection.interview, "Wrote clean code. Drew before asking.")
    plain.goto(f"/gaps/learn/{rejection.pk}/")
    plain.get_by_text("Mark a sentence").click()
    plain.get_by_label("Drew before asking.").check()
    plain.get_by_label("Gap", exact=True).check()
    plain.get_by_label("Its name").fill("Clarify before drawing")
    plain.get_by_label("Communication").check()
    plain.get_by_role("button", name="Mark it").click()
    expect(plain.get_by_role("heading", name="Clarify before drawing")).to_be_visible()
    assert Evidence.objects.get().quote == "Drew before asking."


@pytest.mark.browser
def test_a_problem_is_solved_and_graded_without_javascript(plain, alice):
    interview = make_interview(alice)
    problem = make_problem(alice, interview, answered="Two nested loops.")
    make_rejection(alice, interview)
    plain.goto(f"/practice/{problem.pk}/solve/")
    expect(plain.get_by_text("Two nested loops.")).to_have_count(0)
    plain.get_by_role("textbox").first.fill("Sort first, then merge.")
    plain.get_by_role("button", name="Compare").click()
    expect(plain.get_by_text("Two nested loops.").first).to_be_visible()
    plain.get_by_role("button", name="Well").click()
    expect(plain.get_by_role("status")).to_contain_text("comes back")
    assert Attempt.objects.get().grade == Attempt.Grade.WELL


@pytest.mark.browser
def test_menus_open_without_javascript(plain):
    plain.goto("/")
    plain.locator(".site-tools summary", has_text="New").click()
    plain.get_by_role("link", name="An interview", exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    assert plain.url.endswith("/interviews/new/")
