"""What only a browser shows: words are selected where they stand, and marked."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from journal.models import Gap
from tests.browser.selecting import choose, drag, tap
from tests.factories import make_evidence, make_feedback, make_gap
from tests.gaps.material import CLEAN, DRAWING, FEEDBACK, HONEST, MARKS, PROMPT, SENIOR

pytestmark = pytest.mark.django_db(transaction=True)

EMOJI = "Good 👍🏽 start.\nTwo 👩\u200d💻 regions e\u0301, slow."


@pytest.fixture
def learn(rejection, sign_in, live_server):
    def go(text=FEEDBACK):
        make_feedback(rejection.interview, text)
        page = sign_in(rejection.owner)
        page.goto(live_server.url + reverse("gaps:learn", args=[rejection.pk]))
        return page

    return go


def test_words_dragged_over_become_a_gap(learn, alice):
    page = learn()
    drag(page, FEEDBACK, PROMPT)
    dialog = choose(page, "Gap")
    expect(dialog).to_contain_text(PROMPT)
    dialog.get_by_label("Its name").fill("Consistency across regions")
    dialog.get_by_role("button", name="Mark it").click()
    expect(page.locator("mark.gap")).to_have_text(PROMPT)
    expect(page.locator(".margin-note")).to_contain_text("Technical · new")
    assert alice.evidence.get().start == FEEDBACK.index(PROMPT)


def test_a_drag_that_begins_within_marked_words_selects_what_it_goes_over(learn, alice):
    page = learn()
    make_evidence(alice.feedback.get(), PROMPT, make_gap(alice))
    page.reload()
    within = "two regions disagree about a counter, and the trade-off between accuracy and latency"
    drag(page, FEEDBACK, within)
    dialog = choose(page, "Gap")
    expect(dialog.get_by_role("blockquote")).to_have_text(f"“{within}”")
    dialog.get_by_label("Its name").fill("Say what a choice costs")
    dialog.get_by_role("button", name="Mark it").click()
    expect(page.locator(".margin-note")).to_have_count(2)
    assert alice.evidence.get(gap__name="Say what a choice costs").quote == within
    expect(page.locator("mark.gap mark.gap")).to_have_text("two regions disagree about a counter,")
    assert "#note-" not in page.url


@pytest.mark.parametrize("how", ["click", "Enter"])
def test_marked_words_lead_to_their_note(learn, alice, how):
    page = learn()
    row = make_evidence(alice.feedback.get(), PROMPT, make_gap(alice))
    page.reload()
    if how == "click":
        tap(page, FEEDBACK, PROMPT)
    else:
        page.locator("mark").get_by_role("link").focus()
        page.keyboard.press("Enter")
    expect(page.locator(f"#note-{row.pk}:target")).to_be_visible()
    expect(page.get_by_role("group", name="What are these words to you?")).to_have_count(0)


def test_positions_are_code_points_whatever_stands_before(learn, alice):
    page = learn(EMOJI)
    drag(page, EMOJI, "slow")
    dialog = choose(page, "Strength")
    dialog.get_by_label("Its name").fill("Slow and steady")
    dialog.get_by_role("button", name="Mark it").click()
    expect(page.locator("mark.strength")).to_have_text("slow")
    row = alice.evidence.get()
    assert (row.start, row.end) == (EMOJI.index("slow"), EMOJI.index("slow") + 4)


def test_a_tap_chooses_a_sentence_and_it_can_be_set_aside(learn, alice):
    page = learn()
    tap(page, FEEDBACK, SENIOR)
    dialog = choose(page, "Set aside")
    dialog.get_by_label("A mismatch").check()
    dialog.get_by_label("A note").fill("The advert said two to five years.")
    dialog.get_by_role("button", name="Mark it").click()
    expect(page.locator("mark.aside")).to_have_text(SENIOR)
    expect(page.locator(".margin-note")).to_contain_text("“The advert said two to five years.”")
    assert not Gap.objects.exists()


def test_the_keyboard_alone_marks_a_sentence(learn, alice):
    page = learn()
    page.get_by_role("group", name=re.compile("Their words")).focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("Clarify before drawing")
    page.keyboard.press("Enter")
    expect(page.locator("mark.gap")).to_have_text(DRAWING)
    assert alice.gaps.get().name == "Clarify before drawing"


def test_escape_lets_the_words_go_and_cancel_the_dialog(learn, alice):
    page = learn()
    bar = page.get_by_role("group", name="What are these words to you?")
    tap(page, FEEDBACK, HONEST)
    expect(bar).to_be_visible()
    page.keyboard.press("Escape")
    expect(bar).not_to_be_visible()
    tap(page, FEEDBACK, HONEST)
    dialog = choose(page, "Gap")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).not_to_be_visible()
    page.get_by_text("Mark a sentence").click()
    expect(page.get_by_label("Or paste the words")).to_have_value("")


@pytest.mark.parametrize("how", ["Escape", "Cancel"])
def test_whoever_leaves_the_dialog_finds_the_words_chosen_still(learn, how):
    page = learn()
    tap(page, FEEDBACK, HONEST)
    dialog = choose(page, "Gap")
    if how == "Escape":
        page.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).not_to_be_visible()
    dialog = choose(page, "Set aside")
    expect(dialog).to_contain_text(HONEST)


@pytest.mark.parametrize(
    ("what", "asks"), [("Gap", "Give the gap a name."), ("Set aside", "Say why you set it aside.")]
)
def test_what_is_missing_is_asked_for_in_the_dialog(learn, alice, what, asks):
    page = learn()
    tap(page, FEEDBACK, HONEST)
    dialog = choose(page, what)
    dialog.get_by_role("button", name="Mark it").click()
    expect(dialog.get_by_role("alert")).to_have_text(asks)
    if what == "Gap":
        page.keyboard.type("Say what I would change")
    else:
        page.keyboard.press("Space")
    expect(dialog.get_by_role("alert")).to_have_count(0)
    dialog.get_by_role("button", name="Mark it").click()
    expect(page.locator("mark")).to_have_text(HONEST)
    assert alice.evidence.get().quote == HONEST


def test_a_pill_has_one_ring(learn):
    page = learn()
    tap(page, FEEDBACK, HONEST)
    choose(page, "Set aside")
    page.keyboard.press("ArrowDown")
    ringed = "[...document.querySelectorAll('dialog label, dialog input')].filter("
    ringed += "each => getComputedStyle(each).outlineStyle !== 'none').length"
    assert page.evaluate(ringed) == 1


def test_a_known_name_brings_its_kind(learn, alice):
    Gap.objects.create(owner=alice, name="Clarify", kind=Gap.Kind.COMMUNICATION)
    page = learn()
    tap(page, FEEDBACK, DRAWING)
    dialog = choose(page, "Gap")
    dialog.get_by_label("Its name").fill("Clarify")
    expect(dialog.get_by_label("Communication")).to_be_checked()


def test_all_of_it_is_marked_without_javascript(browser, rejection, sign_in, live_server, alice):
    make_feedback(rejection.interview, FEEDBACK)
    cookies = sign_in(alice).context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(live_server.url + reverse("gaps:learn", args=[rejection.pk]))
    for fields in MARKS:
        page.get_by_text("Mark a sentence").click()
        page.get_by_label("Or paste the words").fill(fields["quote"])
        label = {"gap": "Gap", "strength": "Strength", "aside": "Set aside"}[fields["what"]]
        page.get_by_role("radio", name=label, exact=True).check()
        if fields["what"] == "aside":
            reason = {"mismatch": "A mismatch", "disagree": "I disagree"}[fields["aside"]]
            page.get_by_role("radio", name=reason).check()
        else:
            page.get_by_label("Its name").fill(fields["name"])
        page.get_by_role("button", name="Mark it").click()
    page.get_by_text("Mark a sentence").click()
    page.get_by_role("radio", name=CLEAN).check()
    page.get_by_role("radio", name="Strength", exact=True).check()
    page.get_by_label("Its name").fill("A whole sentence")
    page.get_by_role("button", name="Mark it").click()
    expect(page.locator(".margin-note")).to_have_count(len(MARKS) + 1)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marking_is_accessible(learn, scheme):
    page = learn()
    page.emulate_media(color_scheme=scheme)
    tap(page, FEEDBACK, HONEST)
    expect(page.get_by_role("button", name="Set aside")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    choose(page, "Set aside")
    assert Axe().run(page).response["violations"] == []
