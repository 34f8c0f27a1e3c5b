"""The palette: anywhere by Ctrl K, and never the only way."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_employer, make_gap, make_problem

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tab(alice, sign_in, live_server):
    make_employer(alice, "Fernwood Robotics")
    make_employer(alice, "Juniper Maps")
    make_problem(alice, title="Merge overlapping bookings")
    make_gap(alice, "Clarify before drawing")
    tab = sign_in(alice)
    tab.goto(live_server.url)
    return tab


@pytest.fixture
def box(tab):
    tab.keyboard.press("Control+k")
    box = tab.get_by_role("combobox", name="Go to, or find by name")
    expect(box).to_be_focused()
    return box


def chosen(tab):
    return tab.get_by_role("option", selected=True)


def test_it_goes_anywhere(tab, box):
    for name in ("Today", "Interviews", "Practice", "Gaps", "Employers", "Settings", "Trash"):
        expect(tab.get_by_role("option", name=name, exact=False).first).to_be_visible()
    expect(tab.get_by_role("option", name="New interview")).to_be_visible()
    box.press_sequentially("they")
    expect(chosen(tab)).to_have_text(re.compile("They said no"))
    box.press("Enter")
    expect(tab.get_by_role("heading", name="They said no")).to_be_visible()


def test_it_finds_by_name_and_says_how_many(tab, box):
    box.press_sequentially("FERN")
    expect(tab.get_by_role("status").filter(has_text="1 found")).to_be_visible()
    expect(tab.get_by_role("group", name="Employers")).to_contain_text("Fernwood Robotics")
    expect(box).to_have_attribute("aria-activedescendant", chosen(tab).get_attribute("id"))
    box.press("Enter")
    expect(tab.get_by_role("heading", name="Fernwood Robotics", level=1)).to_be_visible()


def test_arrows_choose(tab, box):
    expect(chosen(tab)).to_have_text(re.compile("Today"))
    box.press("ArrowDown")
    expect(chosen(tab)).to_have_text(re.compile("Interviews"))
    box.press("ArrowUp")
    box.press("ArrowUp")
    expect(chosen(tab)).to_have_attribute("href", re.compile("/rejections/earlier/$"))


def test_enter_before_the_answer_goes_where_the_answer_says(tab, box):
    box.fill("juniper")
    box.press("Enter")
    expect(tab.get_by_role("heading", name="Juniper Maps", level=1)).to_be_visible()


def test_the_last_answer_wins(tab, box):
    held = []

    def hold(route):
        held.append(route)

    tab.route(re.compile("q=merge$"), hold)
    with tab.expect_request(re.compile("q=merge$")):
        box.fill("merge")
    box.fill("clarify")
    expect(chosen(tab)).to_have_text(re.compile("Clarify before drawing"))
    assert len(held) == 1
    expect(tab.get_by_role("option")).to_have_count(1)


def test_nothing_of_that_name(tab, box):
    box.fill("nowhere")
    expect(tab.get_by_role("status").filter(has_text="Nothing is called that.")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "false")


def test_without_the_server_the_places_are_left(tab, box):
    tab.route(re.compile("/search/find/"), lambda route: route.abort())
    box.fill("pra")
    expect(tab.get_by_role("status").filter(has_text="cannot be looked through")).to_be_visible()
    expect(chosen(tab)).to_have_text(re.compile("Practice"))


def test_escape_leads_back(tab):
    link = tab.get_by_role("link", name="Practice").first
    link.focus()
    tab.keyboard.press("Control+k")
    expect(tab.get_by_role("combobox")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("combobox")).to_be_hidden()
    expect(link).to_be_focused()
    tab.keyboard.press("?")
    expect(tab.get_by_role("heading", name="By keyboard")).to_be_visible()


def test_there_is_a_visible_way_in(tab):
    tab.locator("summary", has_text="Account").click()
    tab.get_by_role("link", name="Find").click()
    expect(tab.get_by_role("combobox")).to_be_focused()
    tab.keyboard.press("Escape")
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.locator("summary", has_text="More").click()
    tab.get_by_role("link", name="Find").click()
    expect(tab.get_by_role("combobox")).to_be_focused()


def test_the_list_of_keys_has_it_and_switches_it_off(tab):
    tab.keyboard.press("?")
    for keys in ("Ctrl K", "g t", "g i", "g p", "g g", "g e", "g s", "g r", "n", "i"):
        expect(tab.locator(".key-list dt", has_text=re.compile(f"^{keys} $"))).to_have_count(1)
    tab.get_by_label("Use these keys in this browser").uncheck()
    tab.get_by_role("button", name="Close").click()
    tab.keyboard.press("Control+k")
    tab.locator("summary", has_text="Account").click()
    expect(tab.get_by_role("combobox")).to_have_count(0)
    tab.get_by_role("link", name="Find").click()
    expect(tab.get_by_role("combobox")).to_be_focused()


def test_it_is_fetched_when_it_is_opened_and_not_before(tab):
    fetched = "() => performance.getEntriesByType('resource').map(each => each.name).join()"
    assert "palette/" not in tab.evaluate(fetched)
    with tab.expect_response(re.compile(r"palette/dialog\.")):
        tab.keyboard.press("Control+k")
    expect(tab.get_by_role("combobox")).to_be_focused()
    assert "/search/find/" not in tab.evaluate(fetched)
