"""Nothing one types is lost: each thing that goes wrong while writing, in a real browser."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from journal.models import Perspective, Rejection, Version
from journal.ownership.trash import move_to_trash
from tests.factories import make_person, make_rejection

SAVED = re.compile("^Saved$")
NOT_YET = re.compile("^Not saved yet, still here")
NO_WORKER = "async () => (await navigator.serviceWorker.ready).unregister()"
HOLD_A_SECOND = """ticket => {
  navigator.locks.request(`draft ${ticket}`, () => new Promise(done => setTimeout(done, 1000)));
}"""
SLOW_TO_SEAL = """(() => {
  const seal = crypto.subtle.encrypt.bind(crypto.subtle);
  crypto.subtle.encrypt = async (...all) => {
    await new Promise(done => setTimeout(done, 1000));
    return seal(...all);
  };
})()"""
OPENS_ONLY_ON_A_FORM = """if (!location.pathname.endsWith("/new/")) {
  IDBFactory.prototype.open = () => ({});
}"""
PASSWORD = "a long enough password"


@pytest.fixture
def robin(transactional_db):
    return make_person("robin@example.org")


@pytest.fixture
def rejection(robin):
    return make_rejection(robin)


@pytest.fixture
def page(sign_in, robin):
    return sign_in(robin)


@pytest.fixture
def address(live_server, rejection):
    return live_server.url + reverse("perspective:page", args=[rejection.pk])


@pytest.fixture
def box(page, address):
    page.goto(address)
    return ready(page)


def words_of(page):
    return page.get_by_label("In words")


def ready(page):
    """The box, once the page keeps what is typed in it."""
    expect(page.get_by_role("status").first).to_be_attached()
    return words_of(page)


def type_on(box, text):
    box.focus()
    box.page.keyboard.press("Control+End")
    box.page.keyboard.type(text)


def expect_state(page, words):
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible(timeout=15_000)


def stored(rejection):
    return [each.words for each in rejection.perspectives.all()]


def wait_until_stored(page, rejection, text):
    """It may be this page that saves, or the one that was closed, with its last breath."""
    for _ in range(100):
        if stored(rejection) == [text]:
            return
        page.wait_for_timeout(100)
    assert stored(rejection) == [text]


def answer_once(page, status, headers=None):
    """The next saving meets a proxy that answers so; all later ones get through."""
    page.route(
        "**/perspective/**",
        lambda route: route.fulfill(status=status, headers=headers or {}, body="no"),
        times=1,
    )


def test_it_saves_by_itself(page, box, rejection):
    type_on(box, "It stings.")
    expect_state(page, SAVED)
    assert stored(rejection) == ["It stings."]
    type_on(box, " Less than in May.")
    expect_state(page, SAVED)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Put it in perspective")
    assert stored(rejection) == ["It stings. Less than in May."]
    assert not Version.objects.exists()


def test_offline(page, box, rejection):
    page.context.set_offline(True)
    type_on(box, "In a tunnel.")
    expect_state(page, NOT_YET)
    expect(box).to_have_value("In a tunnel.")
    page.context.set_offline(False)
    expect_state(page, SAVED)
    assert stored(rejection) == ["In a tunnel."]


@pytest.mark.parametrize(("status", "headers"), [(500, {}), (502, {}), (429, {"Retry-After": "1"})])
def test_trouble_that_passes(page, box, rejection, status, headers):
    answer_once(page, status, headers)
    type_on(box, "Still mine.")
    expect_state(page, NOT_YET)
    expect_state(page, SAVED)
    assert stored(rejection) == ["Still mine."]


def test_too_much_at_once_is_said_and_kept(page, box, rejection):
    answer_once(page, 413)
    type_on(box, "A very long text.")
    expect_state(page, re.compile("more than can be saved at once"))
    expect(box).to_have_value("A very long text.")
    type_on(box, " Cut.")
    expect_state(page, SAVED)
    assert stored(rejection) == ["A very long text. Cut."]


def test_a_rotated_token(page, box, rejection):
    page.context.clear_cookies(name="csrf")
    type_on(box, "Written for an hour.")
    expect_state(page, SAVED)
    assert stored(rejection) == ["Written for an hour."]


def test_an_expired_session(page, box, rejection):
    Session.objects.all().delete()
    type_on(box, "While signed out.")
    expect_state(page, NOT_YET)
    page.get_by_role("button", name="Sign in again").click()
    dialog = page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_label("E-mail").fill("robin@example.org")
    dialog.get_by_label("Password").fill("not this one")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_text("do not belong together")).to_be_visible()
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    expect_state(page, SAVED)
    expect(box).to_be_focused()
    assert stored(rejection) == ["While signed out."]
    type_on(box, " And on.")
    expect_state(page, SAVED)


def test_a_session_that_expired_before_the_button(page, box, rejection):
    page.context.route("**/perspective/**", lambda route: route.abort())
    type_on(box, "Before the button.")
    expect_state(page, NOT_YET)
    page.context.unroute_all()
    page.context.clear_cookies(name="session")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="You are signed out by now")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in").click()
    door = opened.value
    door.get_by_label("E-mail").fill("robin@example.org")
    door.get_by_label("Password").fill(PASSWORD)
    door.get_by_role("button", name="Sign in").click()
    expect(door.get_by_role("heading", level=1)).to_contain_text("Good")
    page.get_by_role("button", name="Send it again").click()
    page.get_by_role("button", name="Send it again").click()  # the token is a new one too
    expect(page).to_have_url(re.compile("/path/"))
    assert stored(rejection) == ["Before the button."]


def test_what_it_belongs_to_is_gone(page, box, rejection):
    move_to_trash(rejection.interview)
    type_on(box, "Too late?")
    expect_state(page, re.compile("may be in the trash"))
    expect(box).to_have_value("Too late?")


@pytest.fixture
def two_texts(page, box, address, rejection):
    """Typed in two tabs that were opened together; the first has saved."""
    other = page.context.new_page()
    other.goto(address)
    type_on(box, "From one tab.")
    box.blur()  # which saves at once
    expect_state(page, SAVED)
    type_on(words_of(other), "From another.")
    words_of(other).blur()
    expect(other.get_by_role("region", name="Two texts")).to_contain_text("From one tab.")
    assert stored(rejection) == ["From one tab."]
    return other


@pytest.mark.parametrize(
    ("choice", "stays", "kept"),
    [
        ("Keep mine", "From another.", ["From one tab."]),
        ("Keep both", "From another.\n\nFrom one tab.", ["From one tab."]),
        ("Take the other", "From one tab.", ["From one tab.", "From another."]),
    ],
)
def test_two_tabs_never_overwrite(two_texts, rejection, choice, stays, kept):
    two_texts.get_by_role("button", name=choice).click()
    expect(words_of(two_texts)).to_have_value(stays)
    expect_state(two_texts, SAVED)
    two_texts.reload()
    expect(words_of(two_texts)).to_have_value(stays)
    versions = Version.objects.filter(of=rejection.perspectives.get().uid).order_by("pk")
    assert [version.text for version in versions] == kept


def test_a_third_text_meanwhile_is_asked_about_once(page, box, two_texts, rejection):
    type_on(box, " And on.")
    expect_state(page, SAVED)
    two_texts.get_by_role("button", name="Take the other").click()
    region = two_texts.get_by_role("region", name="Two texts")
    expect(region).to_contain_text("From one tab. And on.")
    two_texts.wait_for_timeout(500)
    expect(region).to_have_count(1)
    assert stored(rejection) == ["From one tab. And on."]


def test_a_rush_to_the_button_overwrites_nothing(page, box, address, rejection):
    other = page.context.new_page()
    other.goto(address)
    ready(other)
    type_on(box, "From one tab.")
    expect_state(page, SAVED)
    type_on(words_of(other), "From another.")
    other.get_by_role("button", name="Save").click()
    panel = other.get_by_role("region", name="Two texts")
    expect(panel).to_contain_text("From one tab.")
    other.get_by_role("button", name="Save").click()
    expect(panel).to_be_focused()
    assert stored(rejection) == ["From one tab."]


def test_the_question_is_asked_again_after_a_reload(two_texts, rejection):
    two_texts.reload()
    expect(two_texts.get_by_role("region", name="Two texts")).to_contain_text("From one tab.")
    expect(words_of(two_texts)).to_have_value("From another.")
    assert stored(rejection) == ["From one tab."]


def test_what_waits_in_one_tab_outlives_the_saving_of_another(page, box, two_texts, rejection):
    type_on(box, " And on.")
    expect_state(page, SAVED)
    two_texts.reload()
    expect(words_of(two_texts)).to_have_value("From another.")
    region = two_texts.get_by_role("region", name="Two texts")
    expect(region).to_contain_text("From one tab. And on.")


def test_one_tab_takes_no_draft_of_another(page, box, address):
    page.route("**/perspective/**", lambda route: route.abort())
    type_on(box, "Only here.")
    expect_state(page, NOT_YET)
    other = page.context.new_page()
    other.goto(address)
    expect(ready(other)).to_have_value("")
    expect(box).to_have_value("Only here.")


def test_another_text_comes_in_where_nothing_was_typed(page, box, address, rejection):
    page.get_by_text("What they looked at, and what they could not see").click()
    other = page.context.new_page()
    other.goto(address)
    type_on(box, "From one tab.")
    expect_state(page, SAVED)
    other.get_by_text("What they looked at, and what they could not see").click()
    type_on(other.get_by_label("What it could not have seen"), "The third week.")
    expect_state(other, SAVED)
    expect(words_of(other)).to_have_value("From one tab.")
    found = rejection.perspectives.get()
    assert (found.words, found.not_seen) == ("From one tab.", "The third week.")


def test_a_closed_tab(page, box, address, rejection):
    """What a page still sends as it closes goes past the route at times, and is no loss."""
    page.context.route("**/perspective/**", lambda route: route.abort())
    type_on(box, "Closed in the middle.")
    expect_state(page, NOT_YET)
    page.close()
    page.context.unroute_all()
    again = page.context.new_page()
    again.goto(address)
    expect(words_of(again)).to_have_value("Closed in the middle.")
    wait_until_stored(again, rejection, "Closed in the middle.")


def test_what_is_typed_while_a_saving_is_noted_stays_kept(page, address):
    """On a slow machine the note that all is stored takes longer than the next words."""
    page.add_init_script(SLOW_TO_SEAL)
    page.goto(address)
    box = ready(page)
    type_on(box, "First.")
    expect_state(page, SAVED)
    page.context.route("**/perspective/**", lambda route: route.abort())
    type_on(box, " And on.")
    page.wait_for_timeout(7000)  # past the moment at which what was stored is let go
    page.close()
    page.context.unroute_all()
    again = page.context.new_page()
    again.goto(address)
    expect(words_of(again)).to_have_value("First. And on.")


def test_a_page_that_goes_slowly(page, box, address):
    """It still holds its draft when the next page of the same tab asks for it."""
    page.context.route("**/perspective/**", lambda route: route.abort())
    type_on(box, "On a slow machine.")
    expect_state(page, NOT_YET)
    other = page.context.new_page()
    other.goto(address.replace("perspective", "path"))
    other.evaluate(HOLD_A_SECOND, page.evaluate("JSON.parse(sessionStorage.tickets)[0]"))
    page.context.unroute_all()
    page.reload()
    expect(words_of(page)).to_have_value("On a slow machine.")


def test_what_was_stored_unheard_is_no_other_text(page, box, address, rejection):
    """The answer was lost, and many tries since: it is still known as what this tab sent."""

    def store_and_say_nothing(route):
        route.fetch()
        route.abort()

    page.context.route("**/perspective/**", lambda route: route.abort())
    page.context.route("**/perspective/**", store_and_say_nothing, times=1)
    type_on(box, "First")
    expect_state(page, NOT_YET)
    assert stored(rejection) == ["First"]
    for number in range(8):
        type_on(box, f", and {number}")
        page.evaluate("dispatchEvent(new Event('online'))")
        page.wait_for_timeout(100)
    page.close()
    page.context.unroute_all()
    again = page.context.new_page()
    again.goto(address)
    expect_state(again, SAVED)
    text = "First" + "".join(f", and {number}" for number in range(8))
    expect(words_of(again)).to_have_value(text)
    assert stored(rejection) == [text]


def test_a_page_made_before_the_last_saving_catches_up(page, box, address, rejection):
    """It was asked for while the words were on their way, and came after them."""
    type_on(box, "First.")
    expect_state(page, SAVED)
    page.evaluate(NO_WORKER)

    def answer_late(route):
        early = route.fetch()
        wait_until_stored(page, rejection, "First. And last.")
        page.wait_for_timeout(500)  # for the page to hear of it
        route.fulfill(response=early)

    page.context.route(address, answer_late, times=1)
    type_on(box, " And last.")
    page.reload()
    expect(ready(page)).to_have_value("First. And last.")
    type_on(box, " And on.")
    expect_state(page, SAVED)
    assert stored(rejection) == ["First. And last. And on."]


@pytest.fixture
def half_written(page, live_server):
    """A new rejection, typed in part; the tab is closed then."""
    address = live_server.url + reverse("rejections:new")
    page.goto(address)
    page.get_by_label("Employer").fill("Fernwood Robotics")
    type_on(page.get_by_label("Their message"), "We went another way.")
    page.wait_for_timeout(800)
    page.close()
    again = page.context.new_page()
    again.goto(address)
    return again


def test_a_new_entry_comes_back(half_written):
    expect(half_written.get_by_label("Employer")).to_have_value("Fernwood Robotics")
    expect(half_written.get_by_label("Their message")).to_have_value("We went another way.")
    expect_state(half_written, re.compile("not saved yet"))
    address = half_written.url
    half_written.get_by_role("button", name="Write it down").click()
    expect(half_written.get_by_role("heading", name="It is written down")).to_be_visible()
    assert Rejection.objects.get().message == "We went another way."
    half_written.goto(address)
    expect(half_written.get_by_label("Employer")).to_have_value("")


def test_what_was_stored_is_let_go_by_a_later_page(half_written):
    """Who goes on before the page after the form swept its draft away does not meet it again."""
    address = half_written.url
    half_written.add_init_script(OPENS_ONLY_ON_A_FORM)
    half_written.get_by_role("button", name="Write it down").click()
    expect(half_written.get_by_role("heading", name="It is written down")).to_be_visible()
    half_written.goto(address)
    expect_no_draft(half_written)
    half_written.reload()
    expect_no_draft(half_written)
    assert "stored" not in {cookie["name"] for cookie in half_written.context.cookies()}


def expect_no_draft(page):
    expect(page.get_by_role("status").first).to_be_attached()
    expect(page.get_by_label("Employer")).to_have_value("")


def test_a_new_entry_can_start_afresh(half_written):
    half_written.get_by_role("button", name="Start afresh").click()
    expect(half_written.get_by_label("Employer")).to_have_value("")
    half_written.reload()
    expect(half_written.get_by_label("Employer")).to_have_value("")


KEPT = """async () => {
    const open = indexedDB.open("upturn", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("drafts", { keyPath: "id" });
    await new Promise((done) => (open.onsuccess = done));
    const all = open.result.transaction("drafts").objectStore("drafts").getAll();
    await new Promise((done) => (all.onsuccess = done));
    return all.result.map(({ id, sealed }) => id + new TextDecoder().decode(sealed));
}"""


def sign_out(page, live_server):
    page.goto(live_server.url + reverse("account_logout"))
    page.get_by_role("button", name="Sign out").last.click()
    expect(page.get_by_label("Password")).to_be_visible()
    page.wait_for_function("!document.cookie.includes('signed_out=')")


def test_what_a_browser_keeps_is_sealed_and_goes_on_signing_out(half_written, live_server):
    (kept,) = half_written.evaluate(KEPT)
    assert "another way" not in kept
    assert "robin" not in kept
    sign_out(half_written, live_server)
    assert half_written.evaluate(KEPT) == []


def test_a_page_of_somebody_else(box, address, rejection, sign_in, live_server):
    """Robin's page is still open where Sam is signed in by now: the words stay Robin's."""
    page = box.page
    sign_in(make_person("sam@example.org"))
    type_on(box, "Nobody else's.")
    expect_state(page, re.compile("Not saved yet, still here. Somebody else is signed in"))
    page.get_by_role("button", name="I am signed in again").click()
    expect_state(page, re.compile("Somebody else is signed in"))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Somebody else is signed in")).to_be_visible()
    expect(page.get_by_text("Nobody else's.")).to_have_count(0)
    sign_out(page, live_server)
    assert not Perspective.objects.exists()
    sign_in(rejection.owner).goto(address)
    expect(ready(page)).to_have_value("Nobody else's.")
    expect_state(page, SAVED)
    assert stored(rejection) == ["Nobody else's."]
