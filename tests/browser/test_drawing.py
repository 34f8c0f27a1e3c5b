"""Drawing on the desk, in a real browser."""

import re

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from journal.models import Attempt, Drawing
from tests.browser.inspector import ONE_LOOK, TWO_LOOKS, Inspector
from tests.factories import make_problem

pytestmark = pytest.mark.django_db(transaction=True)

SAVED = re.compile("^Saved$")
INK = """([x, y]) => {
  const paper = document.querySelector("canvas");
  return paper.getContext("2d").getImageData(x * paper.width, y * paper.height, 1, 1).data[0] < 128;
}"""
SHOWN = "() => document.querySelector('figure img').decode().then(() => true)"


@pytest.fixture
def problem(alice):
    return make_problem(alice, title="A photo store", kind="system_design")


@pytest.fixture
def page(sign_in, alice, problem, live_server):
    page = sign_in(alice)
    page.goto(live_server.url + reverse("practice:solve", args=[problem.pk]))
    expect(page.locator(".said-of-saving")).to_be_attached()
    return page


@pytest.fixture
def board(page):
    page.get_by_role("button", name="Draw here").click()
    board = page.get_by_role("dialog", name="Draw")
    expect(board).to_be_visible()
    return board


def use(board, tool):
    board.get_by_role("button", name=tool, exact=True).click()


def place(page, x, y):
    paper = page.locator("canvas").bounding_box()
    return paper["x"] + x * paper["width"], paper["y"] + y * paper["height"]


def drag(page, start, end):
    page.mouse.move(*place(page, *start))
    page.mouse.down()
    page.mouse.move(*place(page, *end), steps=3)
    page.mouse.up()


def is_ink(page, x, y):
    return page.evaluate(INK, [x, y])


def test_drawn_kept_and_compared(page, board, problem, live_server):
    use(board, "Box")
    drag(page, (0.1, 0.2), (0.4, 0.6))
    assert is_ink(page, 0.1, 0.4)
    use(board, "Undo")
    assert not is_ink(page, 0.1, 0.4)
    drag(page, (0.1, 0.2), (0.4, 0.6))
    use(board, "Words")
    page.mouse.click(*place(page, 0.2, 0.4))
    page.keyboard.type("Store")
    page.mouse.click(*place(page, 0.6, 0.4))
    page.keyboard.type("Copy")
    page.keyboard.press("Enter")
    use(board, "Pen")
    drag(page, (0.6, 0.8), (0.9, 0.8))
    assert is_ink(page, 0.75, 0.8)
    use(board, "Eraser")
    drag(page, (0.7, 0.8), (0.8, 0.8))
    assert not is_ink(page, 0.75, 0.8)

    inspector = Inspector(page, live_server.url, TWO_LOOKS)
    inspector.inspect("the board")
    page.keyboard.press("Escape")
    inspector.looks = ONE_LOOK
    inspector.inspect("the question")
    inspector.verdict()
    board.get_by_role("button", name="Go on drawing").click()

    board.get_by_label("What it shows").fill("The stores")
    board.get_by_role("button", name="Keep the drawing").click()
    expect(page.get_by_role("img", name="The stores")).to_be_visible()
    assert page.evaluate(SHOWN)
    assert Drawing.objects.get().attempt.problem == problem
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", name="Now")).to_be_visible()
    expect(page.get_by_role("img", name="The stores")).to_be_visible()


def test_nothing_is_thrown_away_unasked(page, board):
    page.keyboard.press("Escape")
    expect(board).not_to_be_visible()
    page.get_by_role("button", name="Draw here").click()
    expect(board).to_be_visible()
    drag(page, (0.2, 0.5), (0.8, 0.5))
    for _ in range(3):  # it asks, goes on, and asks again
        page.keyboard.press("Escape")
    expect(board.get_by_text("not kept yet")).to_be_visible()
    page.keyboard.press("Escape")
    assert is_ink(page, 0.5, 0.5)

    page.context.set_offline(True)
    board.get_by_role("button", name="Keep the drawing").click()
    expect(board.get_by_text("Not kept yet, still here")).to_be_visible()
    page.context.set_offline(False)

    board.get_by_role("button", name="Cancel").click()
    board.get_by_role("button", name="Throw it away").click()
    expect(board).not_to_be_visible()
    page.get_by_role("button", name="Draw here").click()
    expect(board).to_be_visible()
    assert not is_ink(page, 0.5, 0.5)
    assert not Attempt.objects.exists()


def test_right_after_typing(page, board):
    """Words that save themselves and the picture do not get in each other's way."""
    use(board, "Cancel")
    sent = []
    page.on("request", lambda each: sent.append(each) if each.method == "POST" else None)
    box = page.get_by_label("Mine, now")
    box.press_sequentially("Two copies")
    box.blur()  # which saves at once
    page.get_by_role("button", name="Draw here").click()
    drag(page, (0.2, 0.5), (0.8, 0.5))
    board.get_by_role("button", name="Keep the drawing").click()
    expect(page.get_by_role("img", name="Drawing 1")).to_be_visible()
    box.press("Control+End")
    page.keyboard.type(", in two places")
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()

    attempt = Attempt.objects.get()
    assert attempt.text == "Two copies, in two places"
    assert attempt.drawings.count() == 1
    saved = [each for each in sent if each.headers.get("x-autosave")]
    assert saved
    assert not [each for each in saved if b"filename=" in (each.post_data_buffer or b"")]


def test_a_chosen_picture_is_not_left_behind(page, tmp_path):
    """No other button sends it; the first press says so."""
    file = tmp_path / "sketch.png"
    Image.new("RGB", (40, 30)).save(file)
    page.get_by_label("Mine, now").fill("Two copies")
    page.get_by_label("From a file").set_input_files(file)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("The picture is not added yet")).to_be_visible()
    expect(page.get_by_role("button", name="Add the picture")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("img", name="Drawing 1")).to_be_visible()
    page.get_by_role("button", name="Remove Drawing 1").click()
    expect(page.get_by_text("is in the trash")).to_be_visible()
    expect(page.get_by_role("img", name="Drawing 1")).to_have_count(0)
    expect(page.get_by_label("Mine, now")).to_have_value("Two copies")
