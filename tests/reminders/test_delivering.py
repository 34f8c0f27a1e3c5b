"""From the ledger to a real mail server: what goes, what is dropped, what is tried again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from journal.models import Delivery
from journal.path.owed import owed
from journal.reminders import delivering, digest
from journal.reminders.delivering import Outcome, deliver
from journal.reminders.mails import reminder
from journal.reminders.models import LEASE, MOST_ATTEMPTS, wait_after
from journal.reminders.planning import plan
from journal.reminders.posting import Post
from tests.factories import make_delivery, make_person, make_problem
from tests.mail_server import free_port, served_at

State = Delivery.State


@pytest.fixture
def delivery(alice, problem):
    return make_delivery(alice)


def with_a_problem(address):
    person = make_person(address)
    make_problem(person, due=person.today())
    return person


def send():
    with Post() as post:
        return deliver(post)


def now(delivery):
    return Delivery.objects.get(pk=delivery.pk)


def test_it_goes_once_and_what_the_mail_server_said_is_kept(alice, delivery, mailbox):
    assert send() is Outcome.SOME
    assert send() is Outcome.NOTHING
    (mail,) = mailbox.to(alice.email)
    assert mail["Message-ID"] == delivery.message_id
    sent = now(delivery)
    assert (sent.state, sent.kinds, sent.attempts) == (State.SENT, ["problems"], 1)
    assert sent.answer == "250 2.0.0 OK: queued as 4Fq2"
    assert (sent.lease_until, sent.lease_token) == (None, None)


def test_one_connection_carries_many(mailbox, alice, delivery):
    for place in range(30):
        make_delivery(with_a_problem(f"p{place}@example.org"))
    with Post() as post:
        while deliver(post) is Outcome.SOME:
            pass
    assert len(mailbox.mails) == 31
    assert mailbox.connections == 1


def test_what_another_worker_holds_is_left_alone(delivery, mailbox):
    Delivery.objects.claim(1)
    assert send() is Outcome.NOTHING
    assert not mailbox.mails


def test_what_a_killed_worker_held_goes_when_its_lease_ends(delivery, mailbox, clock):
    Delivery.objects.claim(1)
    clock.shift(LEASE + timedelta(seconds=1))
    send()
    assert len(mailbox.mails) == 1


def test_who_was_away_longer_than_the_lease_neither_sends_nor_says_a_word(delivery, mailbox, clock):
    """A laptop that slept, or a process that was stopped."""
    (mine,) = Delivery.objects.claim(1)
    clock.shift(LEASE + timedelta(seconds=1))
    (theirs,) = Delivery.objects.claim(1)
    assert not mine.still_held()
    mine.sent("250 OK", ["problems"])
    assert now(delivery).lease_token == theirs.lease_token
    assert now(delivery).state == State.QUEUED


def test_a_lease_is_renewed_while_the_mail_server_is_slow(delivery, clock):
    (mine,) = Delivery.objects.claim(1)
    clock.shift(timedelta(seconds=90))
    assert mine.still_held()
    assert now(delivery).lease_until == timezone.now() + LEASE


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda alice: alice.problems.update(paused=True), "Nothing was left"),
        (lambda alice: alice.problems.all().delete(), "Nothing was left"),
        (lambda alice: alice.problems.update(due=alice.today() + timedelta(2)), "Nothing was left"),
        (lambda alice: alice.stop_mail(), "Mails were stopped"),
        (lambda alice: alice.refuse_mail("550"), "Mails were stopped"),
        (lambda alice: type(alice).objects.update(is_active=False), "Mails were stopped"),
        (
            lambda alice: type(alice).objects.update(break_until=alice.today() + timedelta(2)),
            "wanted no mail",
        ),
        (lambda alice: alice.keep_quiet_on({alice.today()}), "wanted no mail"),
        (lambda alice: type(alice).objects.update(mail_weekdays=[0]), "wanted no mail"),
    ],
)
def test_what_is_not_owed_any_more_does_not_go(alice, delivery, mailbox, change, why):
    change(alice)
    send()
    assert not mailbox.mails
    assert now(delivery).state == State.DROPPED
    assert why in now(delivery).answer


def test_a_mail_that_is_a_day_late_does_not_go(delivery, mailbox, clock):
    clock.shift(timedelta(hours=19))
    send()
    assert not mailbox.mails
    assert "too late" in now(delivery).answer


def test_after_three_days_without_a_worker_one_mail_goes(alice, problem, mailbox, clock):
    plan(timezone.now())
    clock.shift(timedelta(hours=72))
    plan(timezone.now())
    send()
    assert len(mailbox.mails) == 1
    assert sorted(alice.deliveries.values_list("state", flat=True)) == ["dropped", "sent"]


def test_the_account_goes_and_its_mail_with_it(alice, delivery, mailbox):
    (mine,) = Delivery.objects.claim(1)
    alice.delete()
    assert send() is Outcome.NOTHING
    mine.sent("250 OK", [])
    assert not Delivery.objects.exists()


def test_a_dead_mail_server_is_tried_again_ever_later_and_given_up_visibly(
    delivery, settings, clock
):
    settings.MAILERS = served_at(free_port())
    Delivery.objects.update(until=timezone.now() + timedelta(days=9))
    for attempt in range(1, MOST_ATTEMPTS):
        assert send() is Outcome.NO_SERVER
        row = now(delivery)
        assert (row.state, row.attempts) == (State.QUEUED, attempt)
        assert row.not_before == timezone.now() + wait_after(attempt)
        assert "Nothing listens" in row.answer
        assert send() is Outcome.NOTHING
        clock.shift(wait_after(attempt))
    send()
    assert (now(delivery).state, now(delivery).attempts) == (State.DEAD, MOST_ATTEMPTS)


def test_the_wait_doubles_from_half_a_minute_to_six_hours():
    waits = [wait_after(attempts).total_seconds() for attempts in range(1, 13)]
    assert waits[:4] == [30, 60, 120, 240]
    assert waits[-1] == 6 * 60 * 60


def test_a_dead_mail_server_is_not_knocked_at_for_each_mail(alice, delivery, settings):
    settings.MAILERS = served_at(free_port())
    other = make_delivery(make_person("other@example.org"))
    assert send() is Outcome.NO_SERVER
    assert {now(row).attempts for row in (delivery, other)} == {1}


def test_a_refusal_for_now_is_tried_again(alice, delivery, mailbox, clock):
    mailbox.refuses = {"alice@": "450 4.2.1 Greylisted, try again"}
    send()
    alice.refresh_from_db()
    assert (now(delivery).state, alice.mail_refused) == (State.QUEUED, "")
    mailbox.refuses = {}
    clock.shift(timedelta(seconds=31))
    send()
    assert len(mailbox.mails) == 1


@pytest.mark.parametrize("answer", ["550 5.1.1 No such person here", "550 unknown user"])
def test_a_refusal_for_good_stops_mail_to_that_address(alice, delivery, mailbox, answer):
    mailbox.refuses = {"alice@": answer}
    send()
    alice.refresh_from_db()
    assert answer in alice.mail_refused
    assert now(delivery).state == State.DEAD
    assert not alice.gets_mail


@pytest.mark.parametrize(
    "answer",
    [
        "550 5.7.1 Relaying denied",
        "553 5.1.8 Sender address rejected",
        "550 relay not permitted",
        "552 5.2.2 Mailbox full",
        "550 who?",
    ],
)
def test_a_refusal_that_may_end_is_not_held_against_the_address(alice, delivery, mailbox, answer):
    mailbox.refuses = {"alice@": answer}
    send()
    alice.refresh_from_db()
    assert (alice.mail_refused, now(delivery).state) == ("", State.QUEUED)


def test_one_refusal_keeps_no_other_mail_back(alice, delivery, mailbox):
    mailbox.refuses = {"alice@": "550 5.1.1 No such person"}
    make_delivery(with_a_problem("bob@example.org"))
    send()
    assert len(mailbox.to("bob@example.org")) == 1


def test_a_mail_that_cannot_be_made_keeps_no_other_back(alice, delivery, mailbox, monkeypatch):
    def trip(digest, message_id):
        if digest.person == alice:
            raise KeyError
        return reminder(digest, message_id)

    monkeypatch.setattr(delivering, "reminder", trip)
    make_delivery(with_a_problem("bob@example.org"))
    send()
    assert len(mailbox.to("bob@example.org")) == 1
    assert now(delivery).answer == "Upturn could not make this mail (KeyError)."


def test_a_journal_that_trips_the_look_keeps_no_other_mail_back(
    alice, delivery, mailbox, monkeypatch
):
    def trip(people, today):
        if alice in people:
            raise KeyError
        return owed(people, today)

    monkeypatch.setattr(digest, "owed", trip)
    make_delivery(with_a_problem("bob@example.org"))
    send()
    assert len(mailbox.to("bob@example.org")) == 1
    assert now(delivery).state == State.DROPPED


def test_an_address_with_letters_of_its_own_is_reached(alice, delivery, mailbox):
    type(alice).objects.update(email="alice@bücher.example")
    send()
    assert len(mailbox.to("alice@xn--bcher-kva.example")) == 1


def test_told_to_stop_the_rest_is_given_back(delivery, mailbox):
    make_delivery(make_person("other@example.org"))
    with Post() as post:
        deliver(post, lambda: False)
    assert not mailbox.mails
    assert len(Delivery.objects.claim(9)) == 2


def test_with_no_mail_server_it_is_written_to_a_folder(alice, delivery, settings, tmp_path):
    backend = "django.core.mail.backends.filebased.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(tmp_path)}}}
    send()
    (file,) = tmp_path.iterdir()
    assert alice.email in file.read_text()
    assert now(delivery).state == State.WRITTEN
