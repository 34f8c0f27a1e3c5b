"""Two tabs on one text, in any order of things."""

import random

from playwright.sync_api import Page, expect

from journal.models import Perspective, Version

CHOICES = ("Keep mine", "Keep both", "Take the other")


class Tabs:
    """Types a mark here and there; each must stay in the text, or among its earlier versions."""

    def __init__(self, pages: list[Page], address: str, seed: int):
        self.pages, self.random, self.marks = pages, random.Random(seed), []
        for page in pages:
            page.goto(address)
            self._ready(page)

    def interleave(self, steps: int) -> None:
        self._begin_anew()
        for _ in range(steps):
            page = self.random.choice(self.pages)
            self.random.choice((self._type, self._type, self._settle, self._reload))(page)
        for page in self.pages:
            self._settle(page)
        self._expect_all_marks()

    def _begin_anew(self) -> None:
        """From an empty text: keeping both of two long ones would double it again and again."""
        self.marks = []
        for page in self.pages:
            self._reload(page)
            self._choose(page)
            self._box(page).fill("")
            self._settle(page)

    def _type(self, page: Page) -> None:
        self._choose(page)
        mark = f"m{self.random.randrange(10**9)}"
        self.marks.append(mark)
        self._box(page).focus()
        page.keyboard.press("Control+End")
        page.keyboard.insert_text(f" {mark}")

    def _settle(self, page: Page) -> None:
        """Leave the field, which saves it; answer whatever is asked until all is stored."""
        for _ in range(12):
            self._choose(page)
            self._box(page).blur()
            if page.evaluate("document.querySelector('form[data-autosave]').settle()"):
                return
        raise AssertionError(f"it never settled: {page.get_by_role('status').all_text_contents()}")

    def _reload(self, page: Page) -> None:
        page.wait_for_timeout(400)  # a draft is kept within 300 ms
        page.reload()
        self._ready(page)

    def _choose(self, page: Page) -> None:
        page.wait_for_timeout(self.random.randrange(0, 80))
        if self._panel(page).count():
            self._panel(page).get_by_role("button", name=self.random.choice(CHOICES)).click()

    def _panel(self, page: Page):
        return page.get_by_role("region", name="Two texts")

    def _box(self, page: Page):
        return page.get_by_label("In words")

    def _ready(self, page: Page) -> None:
        expect(page.get_by_role("status").first).to_be_attached()

    def _expect_all_marks(self) -> None:
        written = Perspective.objects.values_list("words", flat=True)
        kept = " ".join([*written, *Version.objects.values_list("text", flat=True)])
        assert [mark for mark in self.marks if mark not in kept] == []
