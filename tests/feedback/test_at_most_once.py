"""A letter goes at most once: pressed at once, answered too late, with workers that are killed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from journal.feedback.delivery_models import LONGEST_SENDING, LONGEST_WAITING
from journal.feedback.letters import Occasion
from journal.models import FeedbackRequest, LetterDelivery, MailQuotaSlot
from journal.ownership.trash import move_to_trash, restore
from journal.reminders.worker import Worker
from tests.factories import make_contact, make_person, make_rejection, make_request
from tests.mail_server import free_port, served_at

ADDRESS = "maria@fernwood.example"
WORDS = {"send": "ask", "subject": "The coding round", "letter": "Hi Maria,\n\nwhat now?"}
STATE = LetterDelivery.State
DAYS = {"asked_on": "2026-11-01", "answered_on": "2026-11-09"}
# In which state each letter is due.
OCCASIONS = {"ask": "drafted", "nudge": "asked", "thanks": "received"}
IT_MAY_HAVE_GONE = "It may have gone: look for your copy before sending it again."
SECONDS_TOO_LATE = 1.5


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def contact(rejection):
    return make_contact(rejection.interview, address=ADDRESS)


@pytest.fixture
def letter(rejection, contact):
    return draft(rejection, contact)


@pytest.fixture
def impatient(mailbox, settings):
    settings.MAILERS["default"]["OPTIONS"]["timeout"] = 0.5
    return mailbox


def draft(rejection, contact):
    words = {"subject": WORDS["subject"], "letter": WORDS["letter"]}
    return make_request(rejection.interview, contact=contact, **words)


def url(name, row):
    return reverse(f"feedback:{name}", args=[row.pk])


def work():
    Worker().drain()


def press_at_once(person, letters, words=WORDS):
    """Each of the letters, in a browser tab of its own."""

    def press(letter):
        client = Client()
        client.cookies = cookies
        try:
            return client.post(url("post", letter), words).status_code
        finally:
            connection.close()

    first = Client()
    first.force_login(person)
    cookies = first.cookies
    with ThreadPoolExecutor(len(letters)) as pool:
        return list(pool.map(press, letters))


@pytest.mark.django_db(transaction=True)
def test_sixteen_presses_at_once_send_one(mailbox):
    person = make_person()
    rejection = make_rejection(person)
    letter = draft(rejection, make_contact(rejection.interview, address=ADDRESS))
    press_at_once(person, [letter] * 16)
    work()
    assert len(mailbox.to(ADDRESS)) == 1


@pytest.mark.django_db(transaction=True)
def test_sixteen_letters_at_once_do_not_get_past_the_limit(mailbox, settings):
    settings.LETTERS_A_DAY = 3
    person = make_person()
    rejection = make_rejection(person)
    interview = rejection.interview
    contacts = [make_contact(interview, address=f"m{one}@x.example") for one in range(16)]
    press_at_once(person, [draft(rejection, contact) for contact in contacts])
    work()
    assert len([to for to, _ in mailbox.mails if person.email not in to[:1]]) == 3


def test_a_press_keeps_no_thread_waiting_for_the_mail_server(alice_client, letter, mailbox):
    assert alice_client.post(url("post", letter), WORDS).status_code == 302
    assert mailbox.connections == 0
    work()
    assert len(mailbox.to(ADDRESS)) == 1


@pytest.mark.parametrize("trouble", ["late", "before", "after"])
def test_where_nobody_knows_it_says_so_and_does_not_go_by_itself(
    alice_client, letter, impatient, trouble
):
    mailbox = impatient
    if trouble == "late":
        mailbox.answers_after = SECONDS_TOO_LATE
    else:
        mailbox.hangs_up = trouble
    alice_client.post(url("post", letter), WORDS)
    work()
    mailbox.hangs_up, mailbox.answers_after = "", 0.0
    before = len(mailbox.to(ADDRESS))
    assert IT_MAY_HAVE_GONE in alice_client.get(url("letter", letter)).text
    for _ in range(2):
        alice_client.post(url("post", letter), WORDS)
        work()
    assert len(mailbox.to(ADDRESS)) == before
    letter.refresh_from_db()
    assert letter.is_draft


def test_neither_the_trash_nor_its_emptying_makes_room(alice_client, rejection, mailbox, settings):
    settings.LETTERS_A_DAY = 2
    for place in range(4):
        contact = make_contact(rejection.interview, address=f"m{place}@fernwood.example")
        letter = draft(rejection, contact)
        alice_client.post(url("post", letter), WORDS)
        work()
        alice_client.post(url("drop", letter))
        if place % 2:
            FeedbackRequest.with_trash.filter(pk=letter.pk).delete()
    assert len([to for to, _ in mailbox.mails if to[0].startswith("m")]) == 2


def test_a_dead_server_is_a_proven_refusal(alice_client, letter, mailbox, settings):
    alive, settings.MAILERS = settings.MAILERS, served_at(free_port())
    alice_client.post(url("post", letter), WORDS)
    work()
    assert "The letter is kept here." in alice_client.get(url("letter", letter)).text
    settings.MAILERS = alive
    alice_client.post(url("post", letter), WORDS)
    work()
    assert len(mailbox.to(ADDRESS)) == 1


def page(client, letter):
    return client.get(url("letter", letter)).text


def become_due(letter, occasion):
    """Its state is that in which this letter goes; the words to post with it."""
    days = {} if occasion == "ask" else DAYS
    FeedbackRequest.objects.filter(pk=letter.pk).update(state=OCCASIONS[occasion], **days)
    return WORDS if occasion == "ask" else {"send": occasion, f"{occasion}_letter": "A word."}


def press_and_be_killed(client, letter, words=WORDS):
    """The worker takes it and ends, before the mail server has it or after: nothing tells."""
    client.post(url("post", letter), words)
    assert LetterDelivery.objects.take()


@pytest.mark.parametrize("occasion", Occasion)
def test_killed_between_claim_and_smtp_it_never_goes_by_itself(
    alice_client, letter, mailbox, occasion
):
    words = become_due(letter, occasion)
    with time_machine.travel(timezone.now()) as clock:
        press_and_be_killed(alice_client, letter, words)
        assert "It is being given to the mail server." in page(alice_client, letter)
        clock.shift(LONGEST_SENDING + timedelta(seconds=1))
        assert IT_MAY_HAVE_GONE in page(alice_client, letter)  # with no worker to say so
        work()
        alice_client.post(url("post", letter), words)
        work()
        assert IT_MAY_HAVE_GONE in page(alice_client, letter)
        assert not mailbox.mails


@pytest.mark.parametrize("occasion", Occasion)
def test_again_knowingly_it_goes_once_under_the_same_message_id(
    alice_client, letter, mailbox, occasion
):
    words = become_due(letter, occasion)
    mailbox.hangs_up = "after"
    alice_client.post(url("post", letter), words)
    work()
    mailbox.hangs_up = ""
    assert "?again=1" in page(alice_client, letter)
    for _ in range(3):
        alice_client.post(url("post", letter) + "?again=1", words)
        work()
    first, second = mailbox.to(ADDRESS)
    assert first["Message-ID"] == second["Message-ID"]
    assert "Sent to" in page(alice_client, letter)


def test_an_old_page_does_not_send_again_what_was_sent_again(alice_client, letter, mailbox):
    """Both went, and of both nobody knows: the page of the first knows nothing of the second."""
    mailbox.hangs_up = "after"
    alice_client.post(url("post", letter), WORDS)
    work()
    for _ in range(3):
        alice_client.post(url("post", letter) + "?again=1", WORDS)
        work()
    assert len(mailbox.to(ADDRESS)) == 2
    assert "?again=2" in page(alice_client, letter)


@pytest.mark.parametrize("again", ["0", "-1", "x", "1e3", "９", "99999999999999999999"])
def test_what_is_no_attempt_sends_nothing_again(alice_client, letter, mailbox, again):
    mailbox.hangs_up = "before"
    alice_client.post(url("post", letter), WORDS)
    work()
    mailbox.hangs_up = ""
    alice_client.post(url("post", letter), WORDS, query_params={"again": again})
    work()
    assert not mailbox.mails


@pytest.mark.parametrize(
    ("answer", "is_proven"),
    [
        ("554 5.7.1 Spam", True),
        ("451 4.3.0 Later", True),
        ("421 4.3.2 Closing", True),
        ("299 Something else", False),
        ("354 Go on", False),
        ("nonsense", False),
        ("5", False),
        ("550-Half of it", False),
    ],
)
def test_only_a_no_is_a_no(alice_client, letter, impatient, answer, is_proven):
    impatient.refuses_data = answer
    alice_client.post(url("post", letter), WORDS)
    work()
    assert (IT_MAY_HAVE_GONE in page(alice_client, letter)) is not is_proven
    assert ("It did not go." in page(alice_client, letter)) is is_proven
    assert MailQuotaSlot.objects.exists() is not is_proven


def test_a_copy_that_was_refused_is_not_looked_for(alice, alice_client, letter, mailbox):
    mailbox.refuses[alice.email] = "550 5.1.1 No such person"
    mailbox.hangs_up = "after"
    alice_client.post(url("post", letter), WORDS)
    work()
    assert "Your copy was refused beforehand" in page(alice_client, letter)


CHANGES = {
    "words": lambda letter: FeedbackRequest.objects.update(letter="Half a sen"),
    "address": lambda letter: type(letter.contact).objects.update(address="x@x.example"),
    "trash": move_to_trash,
    "interview in the trash": lambda letter: move_to_trash(letter.interview),
    "contact in the trash": lambda letter: move_to_trash(letter.contact),
    "noted as sent": lambda letter: letter.ask(letter.owner.today()),
    "deleted": lambda letter: letter.delete(),
    "person gone": lambda letter: letter.owner.delete(),
    "person locked out": lambda letter: type(letter.owner).objects.update(is_active=False),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_while_it_waited_keeps_it_here(alice_client, letter, mailbox, change):
    alice_client.post(url("post", letter), WORDS)
    CHANGES[change](letter)
    work()
    assert not mailbox.mails
    assert not LetterDelivery.objects.exclude(state=STATE.REFUSED).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", ["trash", "noted as sent", "deleted", "person gone"])
def test_what_happens_while_it_goes_stops_no_worker(alice_client, letter, mailbox, change):
    def meanwhile():
        CHANGES[change](FeedbackRequest.objects.get(pk=letter.pk))
        connection.close()

    mailbox.meanwhile = meanwhile
    alice_client.post(url("post", letter), WORDS)
    for _ in range(2):
        work()
    assert len(mailbox.to(ADDRESS)) == 1
    assert not LetterDelivery.objects.exclude(state=STATE.SENT).exists()


def test_put_back_from_the_trash_it_has_not_gone_and_can_go(alice, alice_client, letter, mailbox):
    alice_client.post(url("post", letter), WORDS)
    batch = move_to_trash(letter)
    work()
    restore(alice, batch)
    work()
    assert not mailbox.mails
    assert "It was in the trash when its turn came." in page(alice_client, letter)
    alice_client.post(url("post", letter), WORDS)
    work()
    assert len(mailbox.to(ADDRESS)) == 1


def test_after_a_day_without_a_worker_it_is_left_to_its_writer(alice_client, letter, mailbox):
    with time_machine.travel(timezone.now()) as clock:
        alice_client.post(url("post", letter), WORDS)
        assert "It is on its way to" in page(alice_client, letter)
        clock.shift(timedelta(minutes=5))
        assert "It waits longer than usual" in page(alice_client, letter)
        clock.shift(LONGEST_WAITING)
        work()
        assert not mailbox.mails
        assert "It had waited for a day" in page(alice_client, letter)


def test_taken_back_before_its_turn_it_stays_here(alice_client, letter, mailbox):
    alice_client.post(url("post", letter), WORDS)
    alice_client.post(url("take_back", letter), {"send": "ask"})
    work()
    assert not mailbox.mails
    assert not MailQuotaSlot.objects.exists()
    assert "Send it from here" in page(alice_client, letter)


def test_taken_back_too_late_it_says_so(alice_client, letter, mailbox):
    press_and_be_killed(alice_client, letter)
    told = alice_client.post(url("take_back", letter), {"send": "ask"}, follow=True).text
    assert "It was too late for that." in told
    assert LetterDelivery.objects.get().state == STATE.SENDING


def test_late_news_of_an_earlier_attempt_change_nothing(alice_client, letter, mailbox):
    press_and_be_killed(alice_client, letter)
    earlier = LetterDelivery.objects.get()
    LetterDelivery.objects.update(state=STATE.UNKNOWN)
    assert earlier.finish(STATE.SENT)
    LetterDelivery.objects.update(state=STATE.UNKNOWN)
    alice_client.post(url("post", letter) + "?again=1", WORDS)
    assert not earlier.finish(STATE.REFUSED)
    assert LetterDelivery.objects.get().state == STATE.QUEUED


def test_to_one_address_go_few_a_day(alice_client, bob_client, letter, mailbox, settings):
    settings.MAILS_A_DAY_PER_ADDRESS = 1
    alice_client.post(url("post", letter), WORDS)
    rejection = make_rejection(User.objects.get(email="bob@example.org"))
    theirs = draft(rejection, make_contact(rejection.interview, address=ADDRESS.upper()))
    told = bob_client.post(url("post", theirs), WORDS, follow=True).text
    assert "This server sends one mail a day to one address at most." in told
    work()
    assert len(mailbox.mails) == 1


def test_a_day_later_letters_go_again(alice_client, rejection, contact, mailbox, settings):
    settings.LETTERS_A_DAY = 1
    with time_machine.travel(timezone.now()) as clock:
        for hours in (0, 23, 2):
            clock.shift(timedelta(hours=hours))
            alice_client.post(url("post", draft(rejection, contact)), WORDS)
            work()
    assert len(mailbox.to(ADDRESS)) == 2
    assert MailQuotaSlot.objects.count() == 2


def test_a_slow_server_is_cut_off_in_all(alice_client, letter, mailbox, monkeypatch):
    monkeypatch.setattr("config.mail.LONGEST_SECONDS", 0.5)
    mailbox.answers_after = SECONDS_TOO_LATE
    alice_client.post(url("post", letter), WORDS)
    work()
    assert IT_MAY_HAVE_GONE in page(alice_client, letter)


def test_the_list_of_requests_says_how_it_goes(alice_client, rejection, letter, mailbox):
    requests = reverse("feedback:ask", args=[rejection.pk])
    alice_client.post(url("post", letter), WORDS)
    assert "On its way from here" in alice_client.get(requests).text
    mailbox.refuses_data = "554 5.7.1 Spam"
    work()
    assert "It did not go: open it to see why" in alice_client.get(requests).text
