"""Firefox ESR as Debian ships it, driven by Playwright over WebDriver BiDi."""

import os
from pathlib import Path

from playwright.sync_api import Playwright

from tests.engines.visitor import Visitor

WITHOUT_MEDIA = Path(__file__).with_name("without_media.cjs")
PREFERENCES = {"ui.prefersReducedMotion": 1}
# What Playwright may not set, because this Firefox knows no command for it.
NOT_SET = {"color_scheme": "null", "reduced_motion": "null", "forced_colors": "null"}


def teach_playwright() -> None:
    """Before Playwright starts: see without_media.cjs."""
    os.environ["NODE_OPTIONS"] = f"--require {WITHOUT_MEDIA}"


class Firefox(Visitor):
    def __init__(self, playwright: Playwright, program: str):
        self.browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path=program, firefox_user_prefs=PREFERENCES
        )
        context = self.browser.new_context(viewport={"width": 1280, "height": 900}, **NOT_SET)
        self.page = context.new_page()
        self.said: list[str] = []
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", lambda line: self.said.append(line.text))

    def open(self, address):
        self.page.goto(address)

    def back(self):
        self.page.go_back()

    def reload(self):
        self.page.reload()

    @property
    def address(self):
        return self.page.url

    def click_on(self, xpath):
        self.page.locator(f"xpath={xpath}").locator("visible=true").first.click()

    def type(self, text):
        self.page.keyboard.type(text)

    def press(self, *keys):
        self.page.keyboard.press("+".join(keys))

    def drag(self, left, top, right, bottom):
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        self.page.mouse.move(right, bottom, steps=5)
        self.page.mouse.up()

    def run(self, function, argument=None):
        return self.page.evaluate(function, argument)

    def run_on(self, xpath, function):
        return self.page.locator(f"xpath={xpath}").first.evaluate(function)

    def count(self, xpath):
        return self.page.locator(f"xpath={xpath}").count()

    def complaints(self):
        return self.said

    def close(self):
        self.browser.close()
