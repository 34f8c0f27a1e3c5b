"""Letters sent by this server, to a real mail server."""

from datetime import date

import pytest
from django.urls import reverse

from journal.feedback.letters import Letter
from journal.models import FeedbackRequest
from journal.reminders.worker import Worker
from tests.factories import make_contact, make_rejection, make_request
from tests.mail_server import free_port, served_at, text

ADDRESS = "maria@fernwood.example"
LETTER = Letter("The coding round", "Hi Maria,\n\nwhat should I change?")
ROW = {"subject": LETTER.subject, "letter": LETTER.body}
WORDS = {"send": "ask", **ROW}


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def letter(rejection):
    contact = make_contact(rejection.interview, address=ADDRESS)
    return make_request(rejection.interview, contact=contact, **ROW)


def url(name, row):
    return reverse(f"feedback:{name}", args=[row.pk])


def send(client, row, words=WORDS):
    """As a person does, and then a worker; how the page shows it."""
    client.post(url("post", row), words)
    Worker().drain()
    return client.get(url("letter", row)).text


def test_a_letter_goes_with_a_copy_to_me_and_is_recorded(alice, alice_client, letter, mailbox):
    changed = WORDS | {"letter": "Hi Maria,\n\nwhat went well?"}
    page = send(alice_client, letter, changed)
    assert f"Sent to {letter.whom}, with a copy to you." in page
    [(to, mail)] = mailbox.mails
    assert to == [ADDRESS, alice.email]
    assert mail["Message-ID"] == letter.deliveries.get().message_id
    assert mail["Reply-To"] == alice.email
    assert mail["Subject"] == "The coding round"
    assert text(mail) == changed["letter"]
    letter.refresh_from_db()
    assert (letter.state, letter.asked_on) == ("asked", alice.today())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Nora Vey", "Nora Vey via Upturn"),
        ("Zoë “Z” O'Hara, Jr. <z@x.example>", "Zoë “Z” O'Hara, Jr. <z@x.example> via Upturn"),
        ('"\r\nBcc: all@x.example', '" Bcc: all@x.example via Upturn'),
        ("李小龍", "李小龍 via Upturn"),
        ("", "Upturn"),
    ],
)
def test_it_comes_in_my_name_from_this_servers_address(alice_client, letter, mailbox, name, shown):
    letter.owner.sign_as(name)
    send(alice_client, letter)
    for _, mail in mailbox.mails:
        (sender,) = mail["From"].addresses
        assert (sender.display_name, sender.addr_spec) == (shown, "upturn@127.0.0.1")
        assert mail["Reply-To"] == letter.owner.email
        assert mail["Bcc"] is None
    assert len(mailbox.mails) == 1


@pytest.mark.parametrize("sends", [False, True])
def test_the_page_tells_the_ways_there_are(alice_client, letter, mailbox, settings, sends):
    settings.SENDS_MAIL = sends
    page = alice_client.get(url("letter", letter)).text
    assert ("You send it yourself, from your own account." in page) is not sends
    both = "You send it, from your own account or from here in your name."
    assert (both in page) is sends


def test_a_double_click_sends_it_once(alice_client, letter, mailbox):
    for _ in range(2):
        send(alice_client, letter)
    assert len(mailbox.to(ADDRESS)) == 1


def test_a_nudge_and_thanks_go_too(alice, alice_client, letter, mailbox):
    send(alice_client, letter)
    send(alice_client, letter, {"send": "nudge", "nudge_letter": "Only a word, Maria."})
    letter.refresh_from_db()
    assert (letter.state, letter.nudged_on) == ("nudged", alice.today())
    letter.receive(alice.today())
    send(alice_client, letter, {"send": "thanks", "thanks_letter": "Thank you, Maria."})
    assert [text(mail) for mail in mailbox.to(ADDRESS)[1:]] == [
        "Only a word, Maria.",
        "Thank you, Maria.",
    ]
    assert mailbox.to(ADDRESS)[1]["Subject"] == "Re: The coding round"


@pytest.mark.parametrize(("state", "occasion"), [("asked", "nudge"), ("received", "thanks")])
def test_each_of_its_letters_goes_once(alice_client, letter, mailbox, state, occasion):
    """A thank-you twice over, and a nudge again after it was noted as not nudged."""
    days = {"asked_on": date(2026, 11, 1), "answered_on": date(2026, 11, 9)}
    FeedbackRequest.objects.update(state=state, **days)
    words = {"send": occasion, f"{occasion}_letter": "A word, Maria."}
    for _ in range(2):
        send(alice_client, letter, words)
        FeedbackRequest.objects.update(state=state)
    assert len(mailbox.to(ADDRESS)) == 1
    assert "Send it from here" not in alice_client.get(url("letter", letter)).content.decode()


def test_what_is_refused_says_why_and_can_be_sent_again(alice_client, letter, mailbox):
    letter.contact.store(address="unknown@fernwood.example")
    changed = WORDS | {"letter": "Dear Maria."}
    page = send(alice_client, letter, changed)
    assert "No such person here" in page
    assert "The letter is kept here." in page
    letter.refresh_from_db()
    assert (letter.state, letter.letter) == ("drafted", "Dear Maria.")
    assert not mailbox.mails
    letter.contact.store(address=ADDRESS)
    send(alice_client, letter)
    assert len(mailbox.to(ADDRESS)) == 1


def test_a_copy_that_does_not_go_is_told(alice, alice_client, letter, mailbox):
    alice.email = "unknown@example.org"
    alice.save()
    page = send(alice_client, letter)
    assert "but the copy to you did not go." in page
    assert len(mailbox.to(ADDRESS)) == 1
    letter.refresh_from_db()
    assert letter.state == "asked"


def test_a_dead_mail_server_says_so(alice_client, letter, settings):
    settings.MAILERS = served_at(free_port())
    settings.SENDS_MAIL = True
    page = send(alice_client, letter)
    assert "Check the port in MAIL_URL. The letter is kept here." in page
    letter.refresh_from_db()
    assert letter.is_draft


def test_so_many_a_day(alice_client, letter, rejection, mailbox, settings):
    settings.LETTERS_A_DAY = 1
    send(alice_client, letter)
    second = make_request(rejection.interview, contact=letter.contact, **ROW)
    page = alice_client.post(url("post", second), WORDS, follow=True).text
    Worker().drain()
    assert "This server sends one letter a day at most." in page
    assert len(mailbox.to(ADDRESS)) == 1


def test_it_is_offered_only_where_it_can_go(alice_client, letter, mailbox, settings):
    page = url("letter", letter)
    assert "Send it from here" in alice_client.get(page).content.decode()
    settings.SENDS_MAIL = False
    assert "Send it from here" not in alice_client.get(page).content.decode()
    refused = alice_client.post(url("post", letter), WORDS, follow=True).content.decode()
    assert "This server cannot send it" in refused


def test_no_header_is_smuggled_in(alice_client, letter, mailbox):
    send(alice_client, letter, WORDS | {"subject": "Hi\r\nBcc: all@x.example"})
    [(to, mail)] = mailbox.mails
    assert to == [ADDRESS, letter.owner.email]
    assert mail["Bcc"] is None


def test_a_stranger_sends_nothing(bob_client, letter, mailbox):
    assert bob_client.post(url("post", letter), WORDS).status_code == 404
    assert not mailbox.mails


def test_nothing_follows_a_nudge(alice_client, letter, mailbox):
    days = {"asked_on": date(2026, 11, 1), "nudged_on": date(2026, 11, 9)}
    FeedbackRequest.objects.update(state="nudged", **days)
    send(alice_client, letter)
    assert not mailbox.mails
