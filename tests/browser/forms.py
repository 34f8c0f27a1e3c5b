"""The forms of a page and what stands in them, as the server made it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

# What nobody fills in, or what holds nothing when the page comes.
NOT_FILLED_IN = {"hidden", "submit", "button", "reset", "image", "file", "password"}


@dataclass
class Form:
    method: str
    action: str
    key: str
    autocomplete: str
    controls: list[dict[str, str]] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        return {control["name"] for control in self.controls if control.get("name")}

    @property
    def put_back(self) -> list[str]:
        """Fields that hold what is stored, and that a browser fills with what stood there before:
        with Back, a reload, a tab that is opened again. A new row has nothing stored yet."""
        if "token" in self.names:
            return []
        return [
            control["name"]
            for control in self.controls
            if control.get("name") and _is_filled(control) and not self._is_left_alone(control)
        ]

    def _is_left_alone(self, control) -> bool:
        """An engine looks at the form, and at the field itself where that is an input. One's own
        name and address may be filled in (WCAG 1.3.5); static/js/put-back.js looks after them."""
        own = control.get("autocomplete", "") if control["tag"] == "input" else ""
        return self.autocomplete == "off" and own in {"", "off", "name", "email"}


def _is_filled(control) -> bool:
    if control["tag"] == "select":
        return "selected" in control
    if control.get("type", "text") in NOT_FILLED_IN:
        return False
    if control.get("type") in {"checkbox", "radio"}:
        return "checked" in control
    return bool(control.get("value", "").strip())


class Forms(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.all: list[Form] = []
        self.inside: Form | None = None
        self.loose: list[dict[str, str]] = []  # belong to a form by its id
        self.area: dict[str, str] | None = None
        self.select: dict[str, str] | None = None
        self.feed(html)
        for control in self.loose:
            for form in self.all:
                if form.key == control["form"]:
                    form.controls.append(control)

    def handle_starttag(self, tag, attrs):
        given = {"tag": tag, **{name: value or "" for name, value in attrs}}
        if tag == "form":
            names = ("method", "action", "id", "autocomplete")
            method, action, key, autocomplete = (given.get(name, "") for name in names)
            self.inside = Form(method.lower(), action, key, autocomplete)
            self.all.append(self.inside)
        if tag in {"input", "textarea", "select", "button"}:
            self._take(given)
        if tag == "textarea":
            self.area = given
        if tag == "select":
            self.select = given
        if tag == "option" and "selected" in given and given.get("value") and self.select:
            self.select["selected"] = given["value"]

    def _take(self, control):
        if "form" in control:
            self.loose.append(control)
        elif self.inside:
            self.inside.controls.append(control)

    def handle_data(self, data):
        if self.area is not None:
            self.area["value"] = self.area.get("value", "") + data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = None
        if tag == "textarea":
            self.area = None
        if tag == "select":
            self.select = None


def posted(html: str) -> list[Form]:
    return [form for form in Forms(html).all if form.method == "post"]
