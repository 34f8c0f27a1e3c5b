"""Only a mail server that is asked about an address says that it takes no mail."""

import hashlib
import hmac
import logging
import os
import subprocess
import sys

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from django.test import override_settings

from config import env
from journal.models import Delivery
from journal.reminders.delivering import deliver
from journal.reminders.mails import trial
from journal.reminders.posting import Post
from journal.reminders.watch import told_to_staff
from tests.factories import make_delivery, make_person
from tests.faulty_mail_server import FAULTS, STAGES, faulty
from tests.mail_server import Mailbox, free_port, served_at
from tests.reminders.test_delivering import now, with_a_problem

State = Delivery.State
USER, PASSWORD = "zoë@bücher.example", "pässwörd€"


@pytest.fixture
def delivery(alice, problem):
    return make_delivery(alice)


def send():
    with Post() as post:
        return deliver(post)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("stage", STAGES)
def test_whatever_a_server_does_at_any_stage(alice, delivery, settings, stage, fault):
    options = {"timeout": 0.3, "use_tls": stage == "starttls"}
    signs_in = {"username": "me", "password": "mine"} if stage == "auth" else {}
    with faulty(stage, FAULTS[fault]) as port:
        settings.MAILERS = served_at(port, **options, **signs_in)
        send()
    alice.refresh_from_db()
    row = now(delivery)
    if (stage, fault) == ("rcpt", "5xx"):
        assert alice.mail_refused.startswith("The mail server does not take this address: 550")
        assert row.state == State.DEAD
        return
    assert alice.mail_refused == ""
    assert row.state == (State.SENT if stage == "quit" else State.QUEUED)
    if stage != "quit":
        assert row.answer.endswith((".", "x")), row.answer
        assert told_to_staff()["Why the last of them failed"] == row.answer


class Guarded(Mailbox):
    """Whoever signs in by CRAM-MD5, too."""

    async def auth_CRAM__MD5(self, server, args):  # noqa: N802
        challenge = b"<1896.697170952@here.example>"
        answer = await server.challenge_auth(challenge)
        user, _, digest = answer.decode().rpartition(" ")
        wanted = hmac.new(PASSWORD.encode(), challenge, hashlib.md5).hexdigest()
        return AuthResult(success=(user, digest) == (USER, wanted))


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_a_name_and_a_password_sign_in_in_any_letters(alice, delivery, settings, mechanism):
    """RFC 4616: in UTF-8."""

    def knows(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()))

    others = {"PLAIN", "LOGIN", "CRAM-MD5"} - {mechanism}
    controller = Controller(
        Guarded(),
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=knows,
        auth_require_tls=False,
        auth_required=True,
        auth_exclude_mechanism=others,
    )
    controller.start()
    settings.MAILERS = served_at(controller.port, username=USER, password=PASSWORD)
    try:
        send()
    finally:
        controller.stop()
    assert now(delivery).state == State.SENT, now(delivery).answer


def test_a_password_in_other_letters_strikes_nobody(alice, delivery, settings, mailbox):
    """The server here offers no sign-in at all: that is no fault of hers."""
    settings.MAILERS["default"]["OPTIONS"] |= {"username": "u", "password": "pässwort"}
    send()
    alice.refresh_from_db()
    assert (alice.mail_refused, now(delivery).state) == ("", State.QUEUED)
    assert "leave user name and password out of MAIL_URL" in now(delivery).answer


@pytest.mark.parametrize("host", ["a..example", "x" * 80, ".example", "\u200b.example"])
def test_a_host_that_is_no_name_strikes_nobody(alice, delivery, settings, host):
    settings.MAILERS = served_at(25, host=host)
    send()
    alice.refresh_from_db()
    assert (alice.mail_refused, now(delivery).state) == ("", State.QUEUED)
    assert "MAIL_URL" in now(delivery).answer


@pytest.mark.parametrize("sender", ["upturn@::1", "Upturn <upturn@>", "ü@example.org", "a@b, c@d"])
def test_a_sender_that_is_none_strikes_nobody(alice, delivery, settings, mailbox, sender):
    settings.DEFAULT_FROM_EMAIL = sender
    send()
    alice.refresh_from_db()
    assert (alice.mail_refused, now(delivery).state) == ("", State.QUEUED)
    assert not mailbox.mails


@pytest.mark.parametrize("address", ["ü@example.org", "a..b@example.org", "a b@example.org"])
def test_an_address_that_few_servers_carry_keeps_no_other_back(alice, delivery, mailbox, address):
    """Another server may carry it: it is tried again tomorrow."""
    bob = with_a_problem("bob@example.org")
    make_delivery(bob)
    type(alice).objects.filter(pk=alice.pk).update(email=address)
    send()
    alice.refresh_from_db()
    assert (alice.mail_refused, now(delivery).state) == ("", State.QUEUED)
    assert "Upturn could not write this mail" in now(delivery).answer
    assert len(mailbox.to(bob.email)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "550 Requested action not taken: mailbox unavailable. Reject due to policy restrictions",
        "550 5.1.1 No such domain: your host has no reverse DNS",
        "550 mailbox unavailable, blocked using dnsbl.example",
        "530 5.1.1 Must issue a STARTTLS command first",
        "554 5.7.1 Recipient address rejected: Access denied",
        "503 5.5.1 Bad sequence of commands",
    ],
)
def test_a_refusal_that_blames_this_server_strikes_nobody(alice, delivery, mailbox, answer):
    mailbox.refuses = {"alice@": answer}
    send()
    alice.refresh_from_db()
    assert (alice.mail_refused, now(delivery).state) == ("", State.QUEUED)


def test_what_does_not_go_is_told_to_whoever_runs_the_server(alice, delivery, settings, caplog):
    settings.MAILERS = served_at(free_port())
    with caplog.at_level(logging.WARNING):
        send()
    assert "Nothing listens at the mail server's port." in caplog.text
    assert told_to_staff()["Why the last of them failed"] == now(delivery).answer


@pytest.mark.parametrize("host", ["::1", "::", "2001:db8::1"])
def test_the_settings_know_such_an_address(host, tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", "from config import settings as s; print(s.DEFAULT_FROM_EMAIL)"],
        env=os.environ | {"HOST": host, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.strip() == "Upturn <upturn@localhost>"


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("::1", "localhost"),
        ("2001:db8::1", "localhost"),
        ("fe80::1%eth0", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("journal.example.org", "journal.example.org"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("my_host", "my_host"),
        ("a b", "localhost"),
        ("", "localhost"),
    ],
)
def test_a_mail_is_from_an_address_wherever_the_server_listens(db, host, domain, mailbox):
    assert env.mail_domain(host) == domain
    person = make_person("carol@example.org")
    with override_settings(DEFAULT_FROM_EMAIL=f"Upturn <upturn@{domain}>"):
        trial(person.email).send()
    ((_, mail),) = mailbox.mails
    assert mail["From"].addresses[0].addr_spec == f"upturn@{domain}"
