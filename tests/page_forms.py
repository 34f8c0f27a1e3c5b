"""The forms of a page as a browser would send them, each filled in where it is empty."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from html.parser import HTMLParser

UNSENT = {"submit", "button", "reset", "file", "image"}


@dataclass
class PageForm:
    """One for each button that leads elsewhere, too."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    days: list[str] = field(default_factory=list)
    moments: list[str] = field(default_factory=list)

    def sent(self, day: str) -> dict[str, str]:
        """With one day in all of its fields for days, hidden moments too."""
        return self.fields | dict.fromkeys([*self.days, *self.moments], day)


class _Forms(HTMLParser):
    def __init__(self, address: str):
        super().__init__()
        self.address, self.forms = address, []
        self.open: PageForm | None = None
        self.named = ""
        self.buttons: list[str] = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name, value = attrs.get("name", ""), attrs.get("value") or ""
        if tag == "form":
            action = attrs.get("action") or self.address
            self.open = PageForm(action, attrs.get("method", "get").lower())
            self.forms.append(self.open)
        elif self.open is None:
            return
        elif "formaction" in attrs:
            self.buttons.append(attrs["formaction"])
        elif tag == "input" and name:
            self._input(attrs.get("type", "text"), name, value, "checked" in attrs)
        elif tag == "select":
            self.named = name
        elif tag == "option" and self.named and (value or "selected" in attrs):
            is_first = self.named not in self.open.fields
            if is_first or "selected" in attrs:
                self.open.fields[self.named] = value
        elif tag == "textarea" and name:
            self.open.fields[name] = "Some words"

    def _input(self, kind, name, value, checked):
        if kind in UNSENT:
            return
        if kind == "date":
            self.open.days.append(name)
        elif kind == "hidden" and _is_a_moment(value):
            self.open.moments.append(name)
        elif kind == "radio":
            if checked or name not in self.open.fields:
                self.open.fields[name] = value
        elif kind == "checkbox":
            if checked:
                self.open.fields[name] = value or "on"
        elif kind in {"text", "search"}:
            self.open.fields[name] = value or "Some words"
        else:
            self.open.fields[name] = value

    def handle_endtag(self, tag):
        if tag == "form":
            self.forms += [replace(self.open, action=action) for action in self.buttons]
            self.open, self.buttons = None, []
        elif tag == "select":
            self.named = ""


def _is_a_moment(value: str) -> bool:
    with suppress(ValueError):
        return "T" in value and bool(datetime.fromisoformat(value))
    return False


def forms_of(address: str, html: str) -> list[PageForm]:
    reader = _Forms(address)
    reader.feed(html)
    return reader.forms
