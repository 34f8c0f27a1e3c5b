"""Typing a long entry while the server is killed again and again."""

import random
import re
import sqlite3

from playwright.sync_api import Page, expect

from tests.serving import Server

WORDS = ("we met", "on a rainy tuesday", "and", "the whiteboard", "was full", "before", "we asked")
FIELD = re.compile(r'name="words"\r\n\r\n(.*?)\r\n--', re.DOTALL)


class Typist:
    """Types on in the words of step 1, and remembers what the server has acknowledged."""

    def __init__(self, page: Page, server: Server, seed: int):
        self.page, self.server, self.random = page, server, random.Random(seed)
        self.typed = self.acknowledged = ""
        page.on("response", self._hear)

    def _hear(self, answer) -> None:
        if answer.request.method == "POST" and answer.status == 200:
            self.acknowledged = FIELD.search(answer.request.post_data or "").group(1)

    def open(self, address: str) -> None:
        self.page.goto(address)
        expect(self.page.get_by_role("status").first).to_be_attached()

    @property
    def box(self):
        return self.page.get_by_label("In words")

    def type(self, characters: int) -> None:
        text = ""
        while len(text) < characters:
            text += f" {self.random.choice(WORDS)} {self.random.randrange(10**6)}"
        self.box.focus()
        self.page.keyboard.press("Control+End")
        for each in text.split():
            self.page.keyboard.insert_text(f" {each}")
        self.typed += text

    def stored(self) -> str:
        """What the journal holds, read past the program."""
        file = f"{self.server.environment['DATA_DIR']}/upturn.sqlite3"
        with sqlite3.connect(file) as database:
            rows = database.execute("SELECT words FROM journal_perspective").fetchall()
        return rows[0][0] if rows else ""

    def expect_nothing_lost(self) -> None:
        stored = self.stored()
        assert squeezed(stored).startswith(squeezed(self.acknowledged))
        assert squeezed(self.typed).startswith(squeezed(stored))

    def expect_all_saved(self) -> None:
        said = self.page.get_by_role("status").filter(has_text=re.compile("^Saved$"))
        expect(said).to_be_visible(timeout=90_000)
        assert squeezed(self.box.input_value()) == squeezed(self.typed)
        assert squeezed(self.stored()) == squeezed(self.typed)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def type_through_kills(typist: Typist, address: str, kills: int, length: int) -> None:
    """Kill it at odd moments; each third time the page is closed too, and opened again."""
    typist.open(address)
    for number in range(kills):
        typist.type(length // kills)
        typist.page.wait_for_timeout(typist.random.randrange(0, 2500))
        typist.server.kill()
        typist.expect_nothing_lost()
        typist.type(20)
        typist.server.start()
        typist.expect_nothing_lost()
        if number % 3 == 2:
            typist.page.wait_for_timeout(1000)
            typist.open(address)
    typist.type(20)
    typist.expect_all_saved()
