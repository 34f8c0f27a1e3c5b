"""What a person does in a browser, said the same way for every engine."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable

from tests.browser.selecting import BOX_OF, units

PATIENCE_SECONDS = 15
BOX_OF_WORDS = f"""place => ({BOX_OF})([document.querySelector("[data-words]"), ...place])"""
SHOWN = "() => document.body.innerText"
VALUE = "element => element.value"
FOCUS = "element => element.focus()"


def named(name: str) -> str:
    """The XPath of the link or button of that name on the page, outside of a closed menu."""
    return f"//*[self::a or self::button or self::summary][normalize-space()={quoted(name)}]"


def labelled(label: str) -> str:
    """The XPath of the field with that label."""
    return f"//*[@id=//label[starts-with(normalize-space(), {quoted(label)})]/@for]"


def quoted(text: str) -> str:
    return f'"{text}"'


def wait_until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.1)


class Visitor(ABC):
    """One person in one tab of one browser; elements are found by XPath."""

    @abstractmethod
    def open(self, address: str) -> None: ...

    @abstractmethod
    def back(self) -> None: ...

    @abstractmethod
    def reload(self) -> None: ...

    @property
    @abstractmethod
    def address(self) -> str: ...

    @abstractmethod
    def click_on(self, xpath: str) -> None:
        """Click on the first one that is shown, once there is one."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type on, wherever the focus is."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys together: "Control", "k"."""

    @abstractmethod
    def drag(self, left: float, top: float, right: float, bottom: float) -> None: ...

    @abstractmethod
    def run(self, function: str, argument=None):
        """Run a JavaScript function of one argument on the page."""

    @abstractmethod
    def run_on(self, xpath: str, function: str):
        """Run a JavaScript function of one element."""

    @abstractmethod
    def count(self, xpath: str) -> int: ...

    @abstractmethod
    def complaints(self) -> list[str]:
        """What stood in the console."""

    @abstractmethod
    def close(self) -> None: ...

    def click(self, name: str) -> None:
        self.click_on(named(name))

    def fill(self, label: str, text: str) -> None:
        self.fill_in(labelled(label), text)

    def fill_in(self, xpath: str, text: str) -> None:
        self.run_on(xpath, FOCUS)
        self.press("Control", "a")
        self.type(text)

    def put_caret_in(self, label: str) -> None:
        self.run_on(labelled(label), FOCUS)

    def holds(self, label: str, text: str) -> None:
        wait_until(lambda: self.value(label) == text, f"{label}: {self.value(label)!r}")

    def value(self, label: str) -> str:
        return self.run_on(labelled(label), VALUE)

    def sees(self, text: str) -> None:
        wait_until(lambda: text in self.run(SHOWN), f"{text!r} is not in {self.run(SHOWN)!r}")

    def has(self, xpath: str) -> None:
        wait_until(lambda: self.count(xpath) > 0, f"no {xpath}")

    def select_words(self, text: str, quote: str) -> None:
        """Select words of a marked text with the mouse, from their first letter to their last."""
        start = text.index(quote)
        place = [units(text[:start]), units(text[: start + len(quote)])]
        self.drag(*self.run(BOX_OF_WORDS, place))
