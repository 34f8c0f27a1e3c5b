"""From the first visit to moved on, by visible labels alone, against a server of its own."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import fernwood
from tests.browser.selecting import choose, drag
from tests.serving import Server, empty_database

pytestmark = pytest.mark.browser


@pytest.fixture
def server(tmp_path):
    with empty_database() as database:
        server = Server(tmp_path, database)
        server.start()
        yield server
        assert server.stop() == 0


@pytest.fixture
def page(page):
    page.set_default_timeout(8_000)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()


def make_account(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.get_by_role("heading", name="Make your journal")).to_be_visible()
    page.get_by_label("E-mail").fill("robin@example.org")
    page.get_by_label("Password").fill("a calm and private evening")
    press(page, "Make my journal")
    expect(page.get_by_text("This journal is empty, and yours.")).to_be_visible()


def write_it_down(page: Page, employer: str, **fields: str) -> str:
    """Write a rejection down, and answer with the address of its path."""
    page.get_by_role("main").get_by_role("link", name="They said no").first.click()
    page.get_by_label("Employer").fill(employer)
    for label, text in fields.items():
        page.get_by_label(label).fill(text)
    press(page, "Write it down")
    expect(page.get_by_role("heading", name="It is written down")).to_be_visible()
    return page.url.removesuffix("written/")


def read_off(page: Page, mail: str, employer: str, role: str) -> str:
    """Write it down from the raw mail alone, and answer with the address of its path."""
    page.get_by_role("main").get_by_role("link", name="They said no").first.click()
    page.get_by_label("Their message").fill(mail)
    press(page, "Read the rest off it")
    expect(page.get_by_label("Employer")).to_have_value(employer)
    expect(page.get_by_label("Role")).to_have_value(role)
    press(page, "Write it down")
    expect(page.get_by_role("heading", name="It is written down")).to_be_visible()
    return page.url.removesuffix("written/")


def write_down_feedback(page: Page, path: str, text: str) -> None:
    open_step(page, path, "Learn")
    page.get_by_role("main").get_by_role("link", name=re.compile("^Write ")).first.click()
    page.get_by_label("What they said").fill(text)
    page.get_by_text("A recruiter's summary").click()
    press(page, "Write it down")
    expect(page.get_by_role("heading", name="Learn from it")).to_be_visible()


def open_step(page: Page, path: str, name: str) -> None:
    page.goto(path)
    page.get_by_role("main").get_by_role("listitem").get_by_role(
        "link", name=name, exact=True
    ).click()


def add_rounds(page: Page) -> None:
    follow(page, "Rounds, people and questions")
    for kind, minutes, question in fernwood.ROUNDS:
        unfold(page, "Add a round")
        page.get_by_label("What it is").select_option(label=kind)
        page.get_by_label("Minutes").fill(str(minutes))
        press(page, "Add the round")
        expect(page.get_by_role("heading", name=kind, exact=True)).to_be_visible()
        if question:
            unfold(page, "Add questions")
            page.get_by_label("The questions, one a line").fill(question)
            page.get_by_label("Asked in").select_option(label=kind)
            press(page, "Keep the questions")
            expect(page.get_by_role("link", name=question)).to_be_visible()


def unfold(page: Page, summary: str) -> None:
    fold = page.locator("details", has=page.locator("summary", has_text=summary)).last
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()


def put_in_perspective(page: Page) -> None:
    expect(page.get_by_text("They saw you for 4 h 15 min, in five rounds.")).to_be_visible()
    page.get_by_text("Low", exact=True).click()
    page.get_by_label("In words").fill(fernwood.FEELING)
    press(page, "Save")
    expect(page.get_by_role("heading", name="Fernwood Robotics", level=1)).to_be_visible()


def ask(page: Page) -> None:
    expect(page.get_by_role("radio", name="Ines Okafor")).to_be_checked()
    press(page, "Draft the letter")
    letter = page.get_by_label(re.compile("letter", re.I)).last
    expect(letter).to_have_value(re.compile("Fernwood Robotics"))
    press(page, "I sent it")
    page.get_by_role("listitem").get_by_role("link", name="Ask", exact=True).click()
    follow(page, "They answered")
    page.get_by_label("What they said").fill(fernwood.FEEDBACK)
    page.get_by_text("An interviewer, in writing").click()
    press(page, "Write it down")
    expect(page.get_by_role("heading", name="Learn from it")).to_be_visible()


def mark(page: Page, text: str, evidence: tuple[str, str, str, str]) -> None:
    """With the mouse, over the words as they stand."""
    quote, what, name, kind = evidence
    drag(page, text, quote)
    dialog = choose(page, what)
    if kind:
        dialog.get_by_label("Its name, in your words").fill(name)
        dialog.get_by_label(kind, exact=True).check()
    else:
        dialog.get_by_label(name, exact=True).check()
    dialog.get_by_role("button", name="Mark it").click()
    expect(page.get_by_role("main").get_by_text(name).first).to_be_visible()


def solve_again(page: Page) -> None:
    page.get_by_role("link", name="Solve it: Merge overlapping calendar bookings").click()
    page.get_by_label("Mine, now").fill(fernwood.ANSWER)
    press(page, "Compare")
    expect(page.get_by_role("heading", name="Then", exact=True)).to_be_visible()
    page.get_by_role("button", name="Well", exact=False).click()


def move_on(page: Page) -> None:
    page.get_by_label("One thing I take with me").fill(fernwood.TAKE)
    page.get_by_label("One thing I leave").fill(fernwood.LEAVE)
    page.get_by_text("Okay", exact=True).click()
    press(page, "Move on")
    expect(page.get_by_role("heading", name="Moved on")).to_be_visible()


@pytest.mark.walk
def test_from_the_first_visit_to_moved_on(server, page):
    make_account(page, server.url)
    path = read_off(page, fernwood.MAIL, "Fernwood Robotics", "Senior Backend Engineer")
    press(page, "That is all")
    add_rounds(page)
    open_step(page, path, "Perspective")
    put_in_perspective(page)
    open_step(page, path, "Ask")
    ask(page)
    for evidence in fernwood.EVIDENCE:
        mark(page, fernwood.FEEDBACK, evidence)
    open_step(page, path, "Solve again")
    solve_again(page)
    open_step(page, path, "Judge")
    press(page, "Yes")
    expect(page.get_by_role("button", name="Take it back")).to_be_visible()
    open_step(page, path, "Move on")
    move_on(page)

    assert server.stop() == 0
    server.start()
    find_every_sentence(page, server.url, path)


def find_every_sentence(page: Page, url: str, path: str) -> None:
    page.goto(path)
    unfold(page, "Their message")
    expect(page.get_by_text(fernwood.MESSAGE)).to_be_visible()
    expect(page.get_by_text("Senior Backend Engineer", exact=False).first).to_be_visible()
    follow(page, "Rounds, people and questions")
    for kind, _, question in fernwood.ROUNDS:
        expect(page.get_by_role("main").get_by_text(kind).first).to_be_visible()
        if question:
            expect(page.get_by_role("link", name=question).first).to_be_visible()
    open_step(page, path, "Perspective")
    expect(page.get_by_label("In words")).to_have_value(fernwood.FEELING)
    open_step(page, path, "Learn")
    expect(page.get_by_role("main")).to_contain_text(fernwood.FEEDBACK)
    page.goto(f"{url}/gaps/")
    for quote, what, name, _ in fernwood.EVIDENCE:
        if what != "Set aside":
            expect(page.get_by_text(name).first).to_be_visible()
            expect(page.get_by_text(quote).first).to_be_visible()
    page.goto(f"{url}/interviews/")
    expect(page.get_by_text(fernwood.TAKE)).to_be_visible()
    page.goto(f"{url}/practice/")
    expect(page.get_by_text("Merge overlapping calendar bookings").first).to_be_visible()
    page.goto(f"{url}/employers/")
    expect(page.get_by_text("Fernwood Robotics").first).to_be_visible()


def test_the_same_gap_twice_and_then_no_answer(server, page):
    make_account(page, server.url)
    gap = "Consistency across regions"
    path = read_off(page, fernwood.EARLIER_MAIL, "Tidewater Labs", "Platform Engineer")
    write_down_feedback(page, path, fernwood.EARLIER_FEEDBACK)
    mark(page, fernwood.EARLIER_FEEDBACK, (fernwood.EARLIER_QUOTE, "Gap", gap, "Technical"))
    page.goto(f"{server.url}/interviews/")
    path = read_off(page, fernwood.MAIL, "Fernwood Robotics", "Senior Backend Engineer")
    write_down_feedback(page, path, fernwood.FEEDBACK)
    quote = fernwood.EVIDENCE[2][0]
    mark(page, fernwood.FEEDBACK, (quote, "Gap", gap, "Technical"))
    expect(page.get_by_role("main")).to_contain_text("also Tidewater Labs")
    page.get_by_role("main").get_by_role("link", name=gap).first.click()
    for words in (quote, fernwood.EARLIER_QUOTE, "Told twice"):
        expect(page.get_by_role("main")).to_contain_text(words)

    page.goto(f"{server.url}/interviews/")
    path = write_it_down(page, "Globex")
    open_step(page, path, "Ask")
    press(page, "Draft the letter")
    press(page, "I sent it")
    open_step(page, path, "Ask")
    press(page, "No answer")
    open_step(page, path, "Learn")
    follow(page, "Write a line")
    page.get_by_label("What I would change").fill(fernwood.OWN_READING)
    press(page, "Save")
    mine = fernwood.OWN_READING
    mark(page, mine, (mine, "Gap", "Ask first", "Communication"))
    expect(page.get_by_role("main")).to_contain_text("my guess")
    open_step(page, path, "Move on")
    press(page, "Move on")
    expect(page.get_by_role("heading", name="Moved on")).to_be_visible()


@pytest.mark.walk
def test_no_answer_and_closed_in_under_ten_clicks(server, page):
    make_account(page, server.url)
    clicks = []
    page.expose_function("upturnClicked", lambda: clicks.append(1))
    page.context.add_init_script("addEventListener('click', () => window.upturnClicked(), true)")
    page.reload()
    page.goto(write_it_down(page, "Tidewater Labs"))
    page.get_by_role("listitem").get_by_role("link", name="Ask", exact=True).click()
    press(page, "Draft the letter")
    press(page, "I sent it")
    page.get_by_role("listitem").get_by_role("link", name="Ask", exact=True).click()
    press(page, "No answer")
    page.get_by_role("listitem").get_by_role("link", name="Move on", exact=True).click()
    press(page, "Move on")
    expect(page.get_by_role("heading", name="Moved on")).to_be_visible()
    assert 0 < len(clicks) < 10
