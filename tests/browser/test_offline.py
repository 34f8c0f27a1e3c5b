"""When the network fails: a page of ours, and never a page of the journal out of a cache."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_walk import make_account
from tests.serving import Server

pytestmark = [pytest.mark.once, pytest.mark.browser]

HEADING = "No connection"
READY = "navigator.serviceWorker.ready.then(() => true)"
WORKERS = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      kept[new URL(request.url).pathname] = await answer.text();
    }
  }
  return kept;
}"""
CACHES = "caches.keys()"


@pytest.fixture(scope="module")
def server(tmp_path_factory, browser):
    server = Server(tmp_path_factory.mktemp("offline") / "data")
    server.start()
    visitor = browser.new_page()
    make_account(visitor, server.url)
    server.cookies = visitor.context.cookies()
    visitor.close()
    yield server
    assert server.stop() == 0


def sign_in(tab):
    tab.get_by_label("E-mail").fill("robin@example.org")
    tab.get_by_label("Password").fill("a calm and private evening")
    tab.get_by_role("button", name="Sign in").click()


@pytest.fixture
def tab(page, server):
    page.context.add_cookies(server.cookies)
    page.goto(server.url)
    expect(page.get_by_text("Account")).to_be_visible()
    assert page.evaluate(READY)
    return page


def write_down(tab, server, employer: str) -> str:
    """A rejection; the address of its path."""
    tab.goto(f"{server.url}/rejections/new/")
    tab.get_by_label("Employer").fill(employer)
    tab.get_by_role("button", name="Write it down").click()
    tab.get_by_role("button", name="That is all").click()
    tab.wait_for_url("**/path/*/")
    return tab.url


def test_without_a_network_it_says_what_is_safe(tab, server):
    address = f"{server.url}/interviews/"
    tab.context.set_offline(True)
    tab.goto(address)
    expect(tab.get_by_role("heading", name=HEADING)).to_be_visible()
    expect(tab.get_by_text("is kept in this browser")).to_be_visible()
    assert tab.url == address
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert tab.evaluate(paper) == "rgb(250, 246, 239)"
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(paper) == "rgb(29, 26, 23)"
    tab.get_by_role("link", name="Try again").click()
    expect(tab.get_by_role("heading", name=HEADING)).to_be_visible()
    tab.context.set_offline(False)
    tab.get_by_role("link", name="Try again").click()
    expect(tab.get_by_role("heading", name="Interviews", level=1)).to_be_visible()


def test_a_server_that_is_gone_is_the_same(tab, server):
    server.kill()
    tab.goto(f"{server.url}/practice/")
    expect(tab.get_by_role("heading", name=HEADING)).to_be_visible()
    server.start()
    tab.get_by_role("link", name="Try again").click()
    expect(tab.get_by_role("heading", name="Practice", level=1)).to_be_visible()


def test_no_page_of_the_journal_is_in_any_cache(tab, server):
    path = write_down(tab, server, "Juniper Maps")
    for address in ("/", "/interviews/", path, "/search/?q=juniper", "/settings/"):
        tab.goto(server.url + address if address.startswith("/") else address)
    kept = tab.evaluate(KEPT)
    assert "/offline/" in kept
    others = [address for address in kept if not address.startswith("/static/")]
    assert others == ["/offline/"]
    assert "Juniper" not in "".join(kept.values())
    assert "drafts" not in kept["/offline/"]


def test_words_typed_without_a_network_are_there_again(tab, server):
    path = write_down(tab, server, "Fernwood Robotics")
    address = path.replace("/path/", "/perspective/")
    tab.goto(address)
    expect(tab.get_by_role("status").first).to_be_attached()
    tab.context.set_offline(True)
    tab.get_by_label("In words").fill("Typed on a train.")
    expect(tab.get_by_text("Not saved yet, still here")).to_be_visible()
    tab.goto(address)
    expect(tab.get_by_role("heading", name=HEADING)).to_be_visible()
    tab.context.set_offline(False)
    tab.get_by_role("link", name="Try again").click()
    expect(tab.get_by_label("In words")).to_have_value("Typed on a train.")


def test_a_form_sent_without_a_network_stays_where_it_is(tab, server):
    tab.goto(f"{server.url}/interviews/new/")
    tab.context.set_offline(True)
    tab.get_by_label("Employer").fill("Alder Systems")
    tab.get_by_role("button", name="Write it down").click()
    said = tab.get_by_role("alert").filter(has_text="Nothing is lost")
    expect(said).to_be_visible()
    expect(tab.get_by_label("Employer")).to_have_value("Alder Systems")
    tab.context.set_offline(False)
    expect(said).to_be_hidden()
    tab.get_by_role("button", name="Write it down").click()
    expect(tab.get_by_role("heading", name="Alder Systems")).to_be_visible()


def wait_until(tab, condition):
    """The page does it by itself, once it is there."""
    for _ in range(100):
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(100)
    raise AssertionError(condition)


def test_signing_out_takes_the_worker_along_and_signing_in_brings_it(tab, server):
    tab.context.clear_cookies()  # a session of its own, which ends here
    tab.goto(f"{server.url}/accounts/login/")
    sign_in(tab)
    expect(tab.get_by_text("Account")).to_be_visible()
    assert tab.evaluate(READY)
    tab.locator("summary", has_text="Account").click()
    tab.get_by_role("button", name="Sign out").click()
    expect(tab.get_by_role("heading", name="Sign in")).to_be_visible()
    wait_until(tab, f"{WORKERS}.then(count => count === 0)")
    wait_until(tab, f"{CACHES}.then(names => names.length === 0)")
    tab.goto(f"{server.url}/interviews/")
    expect(tab).to_have_url(re.compile("/accounts/login/"))
    assert tab.evaluate(WORKERS) == 0
    sign_in(tab)
    expect(tab.get_by_role("heading", name="Interviews", level=1)).to_be_visible()
    assert tab.evaluate(READY)


def test_a_session_that_ended_still_leads_to_the_door(tab, server):
    tab.context.clear_cookies()
    tab.goto(f"{server.url}/practice/")
    expect(tab).to_have_url(re.compile("/accounts/login/"))


def test_caches_of_before_go(tab, server):
    tab.evaluate("caches.open('offline-before').then(() => null)")
    tab.evaluate("navigator.serviceWorker.getRegistration().then(found => found.unregister())")
    tab.goto(server.url)
    assert tab.evaluate(READY)
    expect(tab.get_by_role("heading").first).to_be_visible()
    tab.evaluate(
        """navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated'
        || new Promise(done => active.addEventListener('statechange', done))).then(() => null)"""
    )
    (left,) = tab.evaluate(CACHES)
    assert left.startswith("offline-")
    assert left != "offline-before"
