"""One tab that visits pages in all their looks, and notes what is wrong with them."""

from typing import NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page as Tab

from tests.browser.pages import Page

PASSWORD = "a long enough password"
ROOM = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
SMALL = {"width": 320, "height": 640}
ZOOMED = {"width": 640, "height": 450}  # the room, at 200 %
COLOURS = ["color-contrast", "link-in-text-block"]


class Look(NamedTuple):
    """How a page is looked at, and by which of axe's rules; None for all."""

    scheme: str
    size: dict[str, int]
    rules: list[str] | None = None
    forced_colours: str = "none"

    def __str__(self) -> str:
        return f"{self.scheme} {self.size['width']}, forced colours {self.forced_colours}"


# Each scheme and each width once; where there is time (make soak) every pair of them, a page zoomed
# to twice its size, and forced colours. The structure is the same in both schemes.
FORCED = Look("dark", ROOM, None, "active")
TWO_LOOKS = (Look("light", ROOM), Look("dark", PHONE))
ONE_LOOK = TWO_LOOKS[1:]
ALL_LOOKS = (
    Look("light", ROOM),
    Look("dark", ROOM, COLOURS),
    Look("dark", PHONE, COLOURS),
    Look("light", PHONE),
    Look("light", ZOOMED),
    FORCED,
)
RUN_AXE = """rules => document.getAnimations().forEach(each => each.cancel()) || axe.run(document, {
  resultTypes: ["violations"], elementRef: false, selectors: true,
  ...(rules && { runOnly: rules }),
}).then(found => found.violations.map(
  each => [each.id, each.nodes.map(node => node.target.join(" "))]))"""
OPEN_FOLDS = (
    "() => document.querySelectorAll('details:not(.menu)').forEach(each => each.open = true)"
)
FIND = """typed => [...document.forms].find(form => Object.keys(typed).every(
  name => form.querySelector(`[name="${CSS.escape(name)}"]`)))"""
SEND = f"""([typed, label]) => {{
  const form = ({FIND})(typed);
  form.noValidate = true;
  for (const [name, text] of Object.entries(typed)) {{
    const field = form.querySelector(`[name="${{CSS.escape(name)}}"]`);
    if (field.tagName === "SELECT") field.append(new Option(text, text));
    if (field.matches("[type=date], [type=number]")) field.type = "text";
    field.value = text;
  }}
  const named = [...form.querySelectorAll("button")].find(each => each.textContent === label);
  form.requestSubmit(named ?? form.querySelector("button.primary, button:not([type=button])"));
}}"""
WHAT_OVERFLOWS = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return null;
  const out = [...document.querySelectorAll("body *")].filter(each =>
    each.getBoundingClientRect().right > wide + 1);
  return out.slice(0, 3).map(each => each.tagName + "." + each.className).join(", ") || "the page";
}"""

SMALL_FIELDS = """() => {
  if (!matchMedia("(pointer: coarse)").matches) return ["the page, which thinks it has a mouse"];
  const typed = [...document.querySelectorAll("input, select, textarea")].filter(each =>
    !["hidden", "checkbox", "radio", "file", "range", "submit", "button"].includes(each.type));
  const small = typed.filter(each => parseFloat(getComputedStyle(each).fontSize) < 16);
  return small.map(each => each.name || each.className);
}"""


class Inspector:
    """Visits pages with one tab and notes all that is wrong, so that one run shows everything."""

    def __init__(self, tab: Tab, site: str, looks=TWO_LOOKS):
        self.tab, self.site, self.looks, self.found = tab, site, looks, []
        self.touch = tab.context.new_cdp_session(tab)
        tab.on("console", self._console)

    def _console(self, said):
        if said.type == "error" and "Failed to load resource" not in said.text:
            self.found.append(f"{self.tab.url}: {said.text}")

    def visit(self, listed: list[Page]):
        for page in listed:
            self.look_at(page)

    def look_at(self, page: Page):
        if self.open(page):
            self.tab.evaluate(OPEN_FOLDS)
            self.inspect(page)

    def open(self, page: Page):
        """The answer, where the page is what it should be."""
        answer = self.tab.goto(self.site + page.address)
        if page.typed:
            answer = self.send(page)
        if answer is None:
            self.found.append(f"{page}: no form has {', '.join(page.typed)}")
        elif answer.status != page.status:
            self.found.append(f"{page}: answered {answer.status}")
        elif not page.typed and self.tab.url != self.site + page.address:
            self.found.append(f"{page}: led on to {self.tab.url}")
        else:
            return answer
        return None

    def send(self, page: Page):
        if not self.tab.evaluate(f"typed => !!({FIND})(typed)", page.typed):
            return None
        with self.tab.expect_navigation() as sent:
            self.tab.evaluate(SEND, [page.typed, page.button])
        return sent.value

    def inspect(self, page):
        self.tab.evaluate(AXE_SCRIPT)
        for look in self.looks:
            self.tab.emulate_media(color_scheme=look.scheme, forced_colors=look.forced_colours)
            self.tab.set_viewport_size(look.size)
            for rule, targets in self.tab.evaluate(RUN_AXE, look.rules):
                where = ", ".join(targets[:3])
                self.found.append(f"{page} {look}: {rule} at {where}")
            if look.size is not ROOM:
                self.overflow(page, look.size)
        self.fields(page)
        self.tab.emulate_media(forced_colors="none")
        self.tab.set_viewport_size(SMALL)
        self.overflow(page, SMALL)
        self.tab.set_viewport_size(ROOM)

    def fields(self, page):
        """A phone zooms into a field with smaller letters, and leaves the page askew."""
        self.touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        found = self.tab.evaluate(SMALL_FIELDS)
        self.touch.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
        self.found += [f"{page}: a finger finds letters below 16 px in {each}" for each in found]

    def overflow(self, page, size):
        if out := self.tab.evaluate(WHAT_OVERFLOWS):
            self.found.append(f"{page} {size['width']}: wider than the screen: {out}")

    def sign_in(self, email):
        self.tab.goto(f"{self.site}/accounts/login/")
        self.tab.get_by_label("E-mail address").fill(email)
        self.tab.get_by_label("Password").fill(PASSWORD)
        with self.tab.expect_navigation():
            self.tab.get_by_label("Password").press("Enter")

    def say_who_it_is(self):
        self.tab.goto(f"{self.site}/accounts/reauthenticate/")
        self.tab.get_by_label("Password").fill(PASSWORD)
        with self.tab.expect_navigation():
            self.tab.get_by_label("Password").press("Enter")

    def verdict(self):
        assert not self.found, "\n" + "\n".join(sorted(set(self.found)))
