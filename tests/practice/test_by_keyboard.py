"""What only a browser shows: a session by keyboard alone, in light and in dark."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from journal.models import Attempt
from tests.factories import make_attempt, make_interview, make_problem

pytestmark = pytest.mark.django_db(transaction=True)


def tab_to(page, name):
    """Press Tab until what is named has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()"
        )
        if focused.startswith(name):
            return
    raise AssertionError(f"{name} is not reached by Tab")


def violations(page):
    return [each["id"] for each in Axe().run(page).response["violations"]]


def test_the_list_of_keys_names_those_that_grade(alice, live_server, sign_in):
    attempt = make_attempt(make_problem(alice), "sorted")
    page = sign_in(alice)
    page.goto(f"{live_server.url}/practice/attempts/{attempt.pk}/")

    page.keyboard.press("?")

    listed = page.get_by_role("dialog", name="By keyboard").locator("dt, dd").all_inner_texts()
    said = " ".join(each.strip() for each in listed)
    assert said.startswith("1 Not yet 2 With effort 3 Well 4 Easily ")
    page.keyboard.press("3")  # which grades nothing while one reads
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Well")).to_be_visible()
    assert Attempt.objects.get().grade is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_whole_session_by_keyboard(alice, live_server, sign_in, scheme):
    interview = make_interview(alice)
    due = date(2026, 11, 18)
    make_problem(alice, interview, answered="two nested loops", due=due, minutes=20)
    make_problem(alice, interview, "A photo store", kind="system_design", due=due, minutes=10)
    make_problem(alice, interview, "A disagreement", kind="behavioural", due=due, minutes=10)
    page = sign_in(alice)
    page.emulate_media(color_scheme=scheme)

    page.goto(f"{live_server.url}/practice/")
    assert violations(page) == []
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    for title, answers, leave, key in (
        ("Merge overlapping calendar bookings", {"Mine, now": "sort them"}, "Control+m", "3"),
        ("A photo store", {"Mine, now": "# Two copies"}, None, "2"),
        ("A disagreement", {"Situation": "A lead said no.", "Action": "I asked why."}, None, "1"),
    ):
        expect(page).to_have_title(f"Solve it again · {title} · Upturn")
        if leave:
            expect(page.locator(".prism-code-editor textarea")).to_be_attached()
        for label, answer in answers.items():
            tab_to(page, label)
            page.keyboard.type(answer)
        if leave:
            page.keyboard.press(leave)
        assert violations(page) == []
        tab_to(page, "Compare")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Now")).to_be_visible()
        tab_to(page, "What I will do next time")
        page.keyboard.type("4 ways")
        page.keyboard.press("Enter")  # which grades nothing
        assert violations(page) == []
        page.keyboard.press("Tab")
        page.keyboard.press(key)

    expect(page.get_by_role("heading", name="That is all for today.")).to_be_visible()
    assert violations(page) == []
    grades = Attempt.objects.order_by("pk").values_list("grade", "next_time")
    assert sorted(grades) == [(1, "4 ways"), (2, "4 ways"), (3, "4 ways")]
    told = Attempt.objects.get(problem__kind="behavioural")
    assert (told.situation, told.task, told.action) == ("A lead said no.", "", "I asked why.")
