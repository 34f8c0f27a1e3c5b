"""What a page weighs on the wire, on a cold cache and as the second one, as it is really served."""

import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import urlsplit

import pytest

from tests.serving import ROOT, Server

pytestmark = [pytest.mark.once, pytest.mark.browser]

KB = 1000
PAGES = ("today", "interviews", "path", "perspective", "problem", "new")
SECOND = ("interviews", "practice", "gaps", "path", "interview", "perspective", "settings")
# Where words are marked and code is written there is more to load.
MORE = ("learn", "solve")
# By what it is, and not by what asked for it: some come ahead of the page that needs them.
KINDS = {".js": "script", ".css": "style", ".woff2": "font", ".svg": "image"}
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => (sum += each.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@dataclass
class Load:
    """The bytes of each kind of request that went over the wire."""

    bytes: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    requests: int = 0

    def without_fonts(self) -> int:
        return sum(self.bytes.values()) - self.bytes["font"]

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {size}" for kind, size in sorted(self.bytes.items()))
        return f"{self.requests} requests: {kinds}; {self.without_fonts()} without fonts"


class Log:
    """Listens to the network of one tab."""

    def __init__(self, tab):
        self.tab, self.kinds = tab, {}
        devtools = tab.context.new_cdp_session(tab)
        devtools.on("Network.requestWillBeSent", self._asked)
        devtools.on("Network.loadingFinished", self._came)
        devtools.send("Network.enable")

    def _asked(self, event):
        address = urlsplit(event["request"]["url"])
        if address.scheme == "http":
            self.kinds[event["requestId"]] = KINDS.get(PurePath(address.path).suffix, "page")

    def _came(self, event):
        if event["requestId"] in self.kinds and event["encodedDataLength"]:
            self.load.bytes[self.kinds[event["requestId"]]] += event["encodedDataLength"]
            self.load.requests += 1

    def of(self, address: str) -> Load:
        self.load = Load()
        self.tab.goto(address)
        self.tab.wait_for_load_state("networkidle")
        return self.load


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("weight"))
    server.environment["DEMO"] = "yes"
    seed = [sys.executable, "manage.py", "seeddemo"]
    subprocess.run(seed, cwd=ROOT, env=server.environment, check=True, capture_output=True)
    server.start()
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="module")
def sam(demo, browser):
    """The cookies of who is signed in, and the addresses of the pages."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{demo.url}/accounts/login/")
    tab.get_by_label("E-mail address").fill("demo@upturn.example")
    tab.get_by_label("Password").fill("upturn-demo")
    tab.get_by_role("button", name="Sign in").click()
    tab.get_by_role("heading", name="Good").wait_for()
    found = addresses(tab, demo.url)
    cookies = context.cookies()
    context.close()
    return cookies, found


def addresses(tab, site: str) -> dict[str, str]:
    def link(page, name):
        tab.goto(site + page)
        here = tab.get_by_role("main").get_by_role("link", name=name).first
        return site + here.get_attribute("href")

    path = link("/interviews/", "Fernwood Robotics")
    problem = link("/search/?q=limiter", "limiter")
    return {
        "today": f"{site}/",
        "interviews": f"{site}/interviews/",
        "practice": f"{site}/practice/",
        "gaps": f"{site}/gaps/",
        "settings": f"{site}/settings/",
        "new": f"{site}/rejections/new/",
        "path": path,
        "perspective": path.replace("/path/", "/perspective/"),
        "learn": path.replace("/path/", "/gaps/learn/"),
        "interview": link("/interviews/", "Marlow Transit"),
        "problem": problem,
        "solve": f"{problem}solve/",
        "code": link("/search/?q=LRU", "LRU") + "solve/",
    }


@pytest.fixture
def cold(browser, sam):
    """A tab that has loaded nothing yet. The worker would answer past the network log."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    context.add_cookies(sam[0])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_on_a_cold_cache(cold, sam, name):
    load = Log(cold).of(sam[1][name])
    print(name, load)
    assert load.without_fonts() <= 60 * KB
    assert load.bytes["script"] <= 25 * KB
    assert load.bytes["font"] <= 80 * KB
    assert load.requests <= 18


@pytest.mark.parametrize("name", MORE)
def test_a_page_with_more_to_load(cold, sam, name):
    load = Log(cold).of(sam[1][name])
    print(name, load)
    assert load.without_fonts() <= 85 * KB
    assert load.bytes["script"] <= 50 * KB
    assert load.bytes["font"] <= 80 * KB
    assert load.requests <= 18


def test_a_page_with_code(cold, sam):
    load = Log(cold).of(sam[1]["code"])
    print("code", load)
    assert load.without_fonts() <= 85 * KB
    assert load.bytes["script"] <= 50 * KB
    assert load.bytes["font"] <= 125 * KB
    assert load.requests <= 20


@pytest.mark.parametrize("name", SECOND)
def test_a_second_page(cold, sam, name):
    log = Log(cold)
    log.of(sam[1]["today"])
    load = log.of(sam[1][name])
    print(name, load)
    assert sum(load.bytes.values()) <= 12 * KB


@pytest.mark.parametrize("name", ["today", "path", "learn"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_it_loads(cold, sam, name, width):
    cold.set_viewport_size({"width": width, "height": 800})
    cold.goto(sam[1][name])
    cold.wait_for_load_state("networkidle")
    cold.evaluate("document.fonts.ready.then(() => null)")
    assert cold.evaluate(SHIFT) < 0.01


def test_what_is_kept_for_being_offline_weighs_little(cold, sam):
    answers = [cold.request.get(f"{sam[1]['today']}{path}") for path in ("sw.js", "offline/")]
    assert sum(int(each.headers["content-length"]) for each in answers) <= 6 * KB
