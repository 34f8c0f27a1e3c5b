"""Keys are where they are on every layout, and a composition keeps its own."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import make_person, make_problem, make_rejection

SCRIPTS = Path(settings.BASE_DIR) / "static/js"
CTRL, SHIFT = 2, 8
COMPOSES = 229
READS_A_KEY = re.compile(r"\bevent\.(key|code|which)\b|\bkeyCode\b|\bisComposing\b|\.key [!=]==")
LISTENS = re.compile(r"""["'](keydown|keyup|keypress)["']""")
# Of a key it asks only whether Shift is held.
ASKS_FOR_SHIFT = {"writing/lists.js"}


def test_only_one_script_reads_what_a_key_is():
    found = [
        f"{path.relative_to(SCRIPTS)}: {match[0]}"
        for path in SCRIPTS.rglob("*.js")
        if path.name != "key.js"
        for match in READS_A_KEY.finditer(path.read_text())
    ]
    assert found == []


def test_whoever_listens_to_keys_asks_it():
    listening = {
        str(path.relative_to(SCRIPTS)): path.read_text()
        for path in SCRIPTS.rglob("*.js")
        if LISTENS.search(path.read_text())
    }
    assert len(listening) > 5
    deaf = {name for name, text in listening.items() if "key.js" not in text}
    assert deaf == ASKS_FOR_SHIFT


@pytest.fixture
def robin(transactional_db):
    return make_person("robin@example.org")


@pytest.fixture
def page(sign_in, robin):
    return sign_in(robin)


@pytest.fixture
def press(page):
    """A key as a browser gives it: what the layout writes, where it lies, what is held."""
    keyboard = page.context.new_cdp_session(page)

    def down(key, code, held=0, number=None):
        sent = {"key": key, "code": code, "modifiers": held}
        sent["windowsVirtualKeyCode"] = number or ord(code[-1])
        keyboard.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **sent})
        keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **sent})

    return down


@pytest.mark.parametrize(
    ("g", "p"),
    [("п", "з"), ("γ", "π"), ("G", "P"), ("П", "З")],
    ids=["Russian", "Greek", "Caps Lock", "Russian, Caps Lock"],
)
def test_places_on_every_layout(page, live_server, press, g, p):
    page.goto(live_server.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    press(g, "KeyG")
    press(p, "KeyP")
    expect(page).to_have_url(live_server.url + reverse("practice:page"))


def test_the_palette_on_every_layout(page, live_server, press):
    page.goto(live_server.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    dialog = page.get_by_role("dialog", name="Go to")
    for key in ("л", "κ", "K", "k"):
        press(key, "KeyK", CTRL)
        expect(dialog).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
    press("л", "KeyK", CTRL)
    box = dialog.get_by_role("combobox")
    box.fill("Practice")
    press("Enter", "Enter", number=COMPOSES)
    page.wait_for_timeout(300)
    assert page.url == f"{live_server.url}/"
    box.press("Enter")
    expect(page).to_have_url(live_server.url + reverse("practice:page"))


def test_marks_on_every_layout(page, robin, live_server, press):
    rejection = make_rejection(robin)
    page.goto(live_server.url + reverse("perspective:page", args=[rejection.pk]))
    words = page.get_by_label("In words")
    words.focus()
    expect(page.get_by_role("toolbar").first).to_be_attached()
    press("и", "KeyB", CTRL)
    expect(words).to_have_value("****")


def test_a_composition_keeps_its_enter_in_the_code_editor(page, robin, live_server, press):
    problem = make_problem(robin, kind="coding")
    page.goto(live_server.url + reverse("practice:solve", args=[problem.pk]))
    box = page.locator("textarea.pce-textarea").first
    expect(page.get_by_text("Ctrl+M, then Tab, leaves the editor.")).to_be_visible()
    box.focus()
    page.keyboard.type("(")
    expect(box).to_have_value("()")  # the editor has the keys
    press("Enter", "Enter", number=COMPOSES)
    assert box.input_value() == "()"
    box.press("Enter")
    assert box.input_value().startswith("(\n")
