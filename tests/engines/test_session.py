"""An evening with the journal in Firefox and in WebKit: whatever depends on the engine, once."""

import pytest
from django.urls import reverse

from journal.models import Attempt, Evidence, Perspective, Rejection
from tests.engines.refusals import reports
from tests.engines.visitor import Visitor, named, wait_until
from tests.factories import make_feedback, make_person, make_problem

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.once]

PASSWORD = "a long enough password"
FEEDBACK = "Wrote clean code throughout. Drew boxes before asking what the traffic is."
PROMPT = "Drew boxes before asking"
SAVED = "//*[@role='status'][normalize-space()='Saved']"
CODE = "merge = sorted(bookings)"
DRAFTS = """() => new Promise(done => {
  const asked = indexedDB.open("upturn", 1);
  asked.onsuccess = () => {
    const all = asked.result.transaction("drafts").objectStore("drafts").getAll();
    all.onsuccess = () => {
      asked.result.close();
      done(all.result.filter(each => !each.stored).length);
    };
  };
})"""
LINES = """() => {
  const lines = [...document.querySelectorAll(".pce-line")];
  return lines.map(line => line.textContent).join("").trim();
}"""


@pytest.fixture
def robin():
    return make_person("robin@example.org")


@pytest.fixture
def refused(settings):
    """The policy is as ever; only that it also says where to report to."""
    with reports() as server:
        settings.SECURE_CSP = settings.SECURE_CSP | {"report-uri": [server.address]}
        yield server.refused


def test_an_evening(visitor, live_server, robin, refused):
    sign_in(visitor, live_server.url)
    rejection = write_it_down(visitor)
    save_and_go_back(visitor, rejection)
    meet_another_text(visitor, rejection)
    make_it_bold(visitor)
    keep_a_draft(visitor, rejection)
    mark_a_sentence(visitor, rejection)
    go_by_the_palette(visitor)
    write_code(visitor, live_server.url, robin)
    assert refused == []


def sign_in(visitor: Visitor, url: str) -> None:
    visitor.open(url)
    visitor.fill("E-mail address", "robin@example.org")
    visitor.fill("Password", PASSWORD)
    visitor.click("Sign in")
    visitor.sees("This journal is empty, and yours.")


def write_it_down(visitor: Visitor) -> Rejection:
    visitor.click_on(f"//main{named('They said no')}")
    visitor.fill("Employer", "Fernwood Robotics")
    visitor.click("Write it down")
    visitor.sees("It is written down")
    return Rejection.objects.get()


def words() -> str:
    return Perspective.objects.get().words


def save(visitor: Visitor, text: str) -> None:
    visitor.fill("In words", text)
    visitor.has(SAVED)
    wait_until(lambda: words() == text, words())


def save_and_go_back(visitor: Visitor, rejection: Rejection) -> None:
    """Back shows pages with the fields as they were left: that is not typing."""
    site = visitor.address.split("/path/")[0]
    step = site + reverse("perspective:page", args=[rejection.pk])
    visitor.open(step)
    save(visitor, "first draft")
    visitor.open(site + reverse("interviews:list"))
    visitor.open(step)
    save(visitor, "second, better and longer text")
    visitor.open(site + reverse("path:page", args=[rejection.pk]))
    for _ in range(3):
        visitor.back()
    visitor.holds("In words", "second, better and longer text")
    visitor.reload()
    visitor.holds("In words", "second, better and longer text")
    assert words() == "second, better and longer text"


def meet_another_text(visitor: Visitor, rejection: Rejection) -> None:
    """Stored by another browser meanwhile: both are offered."""
    visitor.press("Control", "a")
    Perspective.objects.get().store(words="from the phone")
    visitor.fill("In words", "from the desk")
    visitor.sees("from the phone")
    visitor.click("Keep mine")
    visitor.has(SAVED)
    wait_until(lambda: words() == "from the desk", words())


def make_it_bold(visitor: Visitor) -> None:
    visitor.put_caret_in("In words")
    visitor.press("Control", "a")
    visitor.press("Control", "b")
    visitor.holds("In words", "**from the desk**")
    wait_until(lambda: words() == "**from the desk**", words())


def keep_a_draft(visitor: Visitor, rejection: Rejection) -> None:
    """A form with a button: left and come back to, it holds what was typed."""
    site = visitor.address.split("/perspective/")[0]
    address = site + reverse("feedback:add", args=[rejection.pk])
    visitor.open(address)
    visitor.has("//*[@role='status']")
    visitor.fill("What they said", "They said I drew too early.")
    wait_until(lambda: visitor.run(DRAFTS) > 0, "no draft is kept")
    visitor.open(site + reverse("path:page", args=[rejection.pk]))
    visitor.open(address)
    visitor.holds("What they said", "They said I drew too early.")
    visitor.click("Start afresh")
    visitor.holds("What they said", "")


def mark_a_sentence(visitor: Visitor, rejection: Rejection) -> None:
    make_feedback(rejection.interview, FEEDBACK)
    site = visitor.address.split("/feedback/")[0]
    visitor.open(site + reverse("gaps:learn", args=[rejection.pk]))
    visitor.select_words(FEEDBACK, PROMPT)
    visitor.click_on("//*[@aria-label='What are these words to you?']//button[contains(., 'Gap')]")
    visitor.fill_in("//dialog[@open]//input[@name='name']", "Clarify before drawing")
    visitor.click_on(f"//dialog[@open]{named('Mark it')}")
    visitor.has("//mark")
    assert Evidence.objects.get().quote == PROMPT


def go_by_the_palette(visitor: Visitor) -> None:
    visitor.press("Control", "k")
    visitor.has("//dialog[@open]//*[@role='combobox']")
    visitor.type("Practice")
    visitor.has("//*[@role='option'][@aria-selected='true'][contains(., 'Practice')]")
    visitor.press("Enter")
    visitor.has("//h1[normalize-space()='Practice']")


def write_code(visitor: Visitor, url: str, robin) -> None:
    problem = make_problem(robin, kind="coding")
    visitor.open(url + reverse("practice:solve", args=[problem.pk]))
    visitor.has("//*[contains(@class, 'prism-code-editor')]//textarea")
    visitor.has("//*[contains(@class, 'said-of-saving')]")
    visitor.put_caret_in("Mine, now")
    visitor.type(CODE)
    visitor.has(SAVED)
    assert visitor.run(LINES) == CODE
    wait_until(lambda: Attempt.objects.get().text == CODE, "the code is not stored")
