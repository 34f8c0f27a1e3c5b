"""What only a browser shows: the letter leaves as it was typed."""

import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from journal.models import Contact, FeedbackRequest
from journal.reminders.worker import Worker
from tests.factories import make_contact, make_rejection, make_request

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_typed_is_saved_before_it_is_downloaded(alice, sign_in, live_server):
    page = sign_in(alice)
    request = make_request(make_rejection(alice).interview, subject="S", letter="Hi")
    page.goto(live_server.url + reverse("feedback:letter", args=[request.pk]))
    for words in ("First wording", "Second wording"):
        page.get_by_label("Letter").fill(words)
        with page.expect_download() as download:
            page.get_by_role("link", name="Download as .eml").click()
        raw = Path(download.value.path()).read_bytes()
        assert message_from_bytes(raw, policy=default).get_content().strip() == words
    request.refresh_from_db()
    assert request.letter == "Second wording"
    page.get_by_role("button", name="I sent it").click()
    expect(page.get_by_role("status")).to_contain_text("Asked on")


def test_the_mail_program_gets_what_was_typed(alice, sign_in, live_server):
    page = sign_in(alice)
    request = make_request(make_rejection(alice).interview, subject="S", letter="Hi")
    page.goto(live_server.url + reverse("feedback:letter", args=[request.pk]))
    page.get_by_label("Letter").fill("My own\nwording")
    link = page.get_by_role("link", name="Open in my mail program")
    link.click()
    expect(link).to_have_attribute("href", re.compile("wording"))
    href = link.get_attribute("href")
    assert parse_qs(urlsplit(href).query)["body"] == ["My own\r\nwording"]
    request.refresh_from_db()
    assert request.letter == "My own\nwording"


SLOW_DRAFTS = """Object.defineProperty(IDBOpenDBRequest.prototype, "onsuccess", {
  set(act) { this.addEventListener("success", () => setTimeout(act, 700)); },
});"""


def test_the_mail_program_waits_for_a_page_that_is_still_getting_ready(alice, sign_in, live_server):
    page = sign_in(alice)
    request = make_request(make_rejection(alice).interview, subject="S", letter="Hi")
    page.add_init_script(SLOW_DRAFTS)
    page.goto(live_server.url + reverse("feedback:letter", args=[request.pk]))
    page.get_by_label("Letter").fill("My own wording")
    link = page.get_by_role("link", name="Open in my mail program")
    link.click()
    expect(link).to_have_attribute("href", re.compile("wording"))


def test_the_mail_program_waits_for_a_script_that_is_still_on_its_way(alice, sign_in, live_server):
    page = sign_in(alice)
    request = make_request(make_rejection(alice).interview, subject="S", letter="Hi")
    page.route("**/keep*.js", lambda route: (page.wait_for_timeout(700), route.continue_()))
    page.goto(live_server.url + reverse("feedback:letter", args=[request.pk]))
    page.get_by_label("Letter").fill("My own wording")
    link = page.get_by_role("link", name="Open in my mail program")
    link.click()
    expect(link).to_have_attribute("href", re.compile("wording"))


def test_what_cannot_be_saved_says_why(alice, sign_in, live_server):
    page = sign_in(alice)
    request = make_request(make_rejection(alice).interview, subject="S", letter="Hi")
    page.goto(live_server.url + reverse("feedback:letter", args=[request.pk]))
    FeedbackRequest.objects.update(version=2, letter="From another tab")
    page.get_by_label("Letter").fill("Typed here")
    page.get_by_role("link", name="Download as .eml").click()
    expect(page.get_by_role("region", name="Two texts")).to_contain_text("From another tab")
    expect(page.get_by_label("Letter")).to_have_value("Typed here")


def test_the_fields_for_somebody_else_show_when_that_is_chosen(alice, sign_in, live_server):
    page = sign_in(alice)
    rejection = make_rejection(alice)
    make_contact(rejection.interview, address="maria@fernwood.example")
    page.goto(live_server.url + reverse("feedback:ask", args=[rejection.pk]))
    expect(page.get_by_label("Their name")).to_be_hidden()
    page.get_by_text("Somebody else", exact=True).click()
    page.get_by_label("Their name").fill("Jonas Weber")
    page.get_by_role("button", name="Draft the letter").click()
    expect(page.get_by_label("Letter")).to_have_value(re.compile("^Hi Jonas,"))


def test_a_nudge_saves_by_itself_and_is_handed_over_as_typed(alice, sign_in, live_server):
    interview = make_rejection(alice).interview
    days = {"asked_on": alice.today(), "nudge_on": alice.today()}
    request = make_request(interview, state="asked", subject="Three questions", **days)
    page = sign_in(alice)
    page.goto(live_server.url + reverse("feedback:letter", args=[request.pk]))
    expect(page.get_by_label("Your nudge")).to_have_value(re.compile("short reminder"))
    page.get_by_role("button", name="Brief").click()
    expect(page.get_by_role("button", name="Brief")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Your nudge").fill("Only a word, please.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_label("Your nudge")).to_have_value("Only a word, please.")
    mail = page.get_by_role("link", name="Open in my mail program")
    expect(mail).to_have_attribute("href", re.compile("Only%20a%20word"))
    expect(page.get_by_role("button", name="Brief")).to_have_count(0)


def test_a_second_walk_is_quick(alice, sign_in, live_server):
    """Two taps to have asked, two more when nothing comes."""
    page = sign_in(alice)
    rejection = make_rejection(alice)
    ask = live_server.url + reverse("feedback:ask", args=[rejection.pk])
    page.goto(ask)
    page.get_by_role("button", name="Draft the letter").click()
    page.get_by_role("button", name="I sent it").click()
    page.goto(ask)
    page.get_by_role("button", name="No answer").click()
    assert FeedbackRequest.objects.get().state == FeedbackRequest.State.NO_ANSWER


def test_another_tone_is_two_taps_away(alice, sign_in, live_server):
    page = sign_in(alice)
    rejection = make_rejection(alice)
    for name in ("Maria", "Rosa"):
        make_contact(rejection.interview, name)
    page.goto(live_server.url + reverse("feedback:ask", args=[rejection.pk]))
    page.get_by_role("button", name="Draft the letter").click()
    page.get_by_role("link", name="Draft it in another tone").click()
    page.get_by_label("Plain").check()
    page.get_by_role("button", name="Draft the letter").click()
    expect(page.get_by_label("Letter")).to_have_value(re.compile("^Hello Maria,"))
    assert FeedbackRequest.objects.count() == 1


def test_an_offered_call_is_asked_for_by_whom_it_would_be(alice, sign_in, live_server):
    page = sign_in(alice)
    rejection = make_rejection(alice, message="Happy to give feedback on a call.")
    make_contact(rejection.interview, "Maria")
    make_contact(rejection.interview, "Rosa", Contact.Part.RECRUITER)
    page.goto(live_server.url + reverse("feedback:ask", args=[rejection.pk]))
    theirs, hers = (
        page.get_by_label(name)
        for name in ("They offered a call", "This interviewer offered me a call")
    )
    for whom, part in (("Rosa", None), ("Somebody else", "Recruiter")):
        page.get_by_label(whom).check()
        if part:
            page.get_by_label("Their part").select_option(part)
        expect(theirs).to_be_checked()
        expect(hers).to_be_hidden()
    page.get_by_label("Their part").select_option("Interviewer")
    expect(theirs).to_be_hidden()
    page.get_by_label("Maria").check()
    expect(hers).not_to_be_checked()
    expect(hers).to_be_visible()


def test_the_page_shows_how_a_letter_goes_without_being_asked(alice, sign_in, live_server, mailbox):
    page = sign_in(alice)
    interview = make_rejection(alice).interview
    contact = make_contact(interview, address="maria@fernwood.example")
    request = make_request(interview, contact=contact, subject="S", letter="Hi")
    page.goto(live_server.url + reverse("feedback:letter", args=[request.pk]))
    page.get_by_label("Letter").fill("My own wording")
    page.get_by_role("button", name="Send it from here").click()
    expect(page.get_by_role("status")).to_contain_text("It is on its way")
    Worker().drain()
    expect(page.get_by_text("Sent to Maria Ortega, with a copy to you.")).to_be_visible()
    assert len(mailbox.mails) == 1


SHARES = "navigator.share = async (what) => { window.shared = what; };"


def test_a_phone_that_shares_is_offered_it(alice, sign_in, live_server):
    page = sign_in(alice)
    request = make_request(make_rejection(alice).interview, subject="S", letter="Hi")
    address = live_server.url + reverse("feedback:letter", args=[request.pk])
    page.add_init_script("Object.defineProperty(navigator, 'share', { writable: true })")
    page.goto(address)
    expect(page.get_by_role("button", name="Share…")).to_be_hidden()
    page.add_init_script(SHARES)
    page.goto(address)
    page.get_by_label("Letter").fill("As typed")
    page.get_by_role("button", name="Share…").click()
    assert page.evaluate("window.shared") == {"title": "S", "text": "As typed"}
