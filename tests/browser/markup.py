"""What can be said about a page's HTML without a browser. The whole standard: `make soak`."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
# Of SVG, closed in the tag itself.
SHAPES = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "stop", "use"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
POINTERS = ("for", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls")
UNSEEN = {"hidden", "submit", "button", "reset", "image"}


class Markup(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.mistakes: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.levels: list[int] = []
        self.named: set[str] = set()  # by <label for>
        self.pointed: list[tuple[str, str]] = []
        self.fields: list[tuple[str, str]] = []  # that carry no name of their own
        self.unsigned: list[str] = []  # where posted forms go that carry no token
        self.title = ""
        self.feed(html)
        self.close()
        self._weigh()

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self._look_at(tag, attributes)
        if tag not in VOID and tag not in SHAPES:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self._look_at(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag):
        if tag in SHAPES:
            return
        if not self.open or self.open[-1] != tag:
            self.mistakes.append(f"</{tag}> closes {self.open[-1:] or 'nothing'}, {self.getpos()}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.title += data

    def _look_at(self, tag, attributes):
        self.ids += filter(None, [attributes.get("id")])
        for name in POINTERS:
            self.pointed += [(name, each) for each in attributes.get(name, "").split()]
        if attributes.get("href", "").startswith("#") and len(attributes["href"]) > 1:
            self.pointed.append(("href", attributes["href"][1:]))
        if tag in HEADINGS:
            self.levels.append(int(tag[1]))
        if tag == "label" and "for" in attributes:
            self.named.add(attributes["for"])
        if tag == "img" and "alt" not in attributes:
            self.mistakes.append(f"an image has no alt: {attributes.get('src')}")
        if tag == "form" and attributes.get("method", "").lower() == "post":
            self.unsigned.append(attributes.get("action", ""))
        if attributes.get("name") == "csrfmiddlewaretoken" and attributes.get("value"):
            self.unsigned = self.unsigned[:-1]
        if tag in {"input", "select", "textarea"}:
            self._field(tag, attributes)
        if "style" in attributes or tag == "style" or (tag == "script" and "src" not in attributes):
            self.mistakes.append(f"<{tag}> has a style or a script in the page")
        self.mistakes += [f"<{tag} {name}>" for name in attributes if name.startswith("on")]

    def _field(self, tag, attributes):
        own_name = "aria-label" in attributes or "aria-labelledby" in attributes
        if attributes.get("type") not in UNSEEN and not own_name and "label" not in self.open:
            self.fields.append((attributes.get("name", tag), attributes.get("id", "")))

    def _weigh(self):
        self.mistakes += [f"<{tag}> is never closed" for tag in self.open]
        twice = {each for each in self.ids if self.ids.count(each) > 1}
        self.mistakes += [f"the id {each} stands twice" for each in sorted(twice)]
        for kind, target in self.pointed:
            if target not in self.ids:
                self.mistakes.append(f"{kind} points to {target}, which is not there")
        self.mistakes += [
            f"the field {name} has no label" for name, key in self.fields if key not in self.named
        ]
        if self.levels.count(1) != 1:
            self.mistakes.append(f"{self.levels.count(1)} first headings")
        for above, level in zip([0, *self.levels], self.levels, strict=False):
            if level > above + 1:
                self.mistakes.append(f"a heading of level {level} follows one of level {above}")
        if not self.title.strip():
            self.mistakes.append("no title")
