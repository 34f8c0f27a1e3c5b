"""Each mail this site can send, given to a real mail server by somebody with a difficult name."""

from pathlib import Path

import allauth
import pytest
from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from django.conf import settings as site
from django.core.mail import mail_admins
from django.test import RequestFactory
from django.urls import reverse

from journal.feedback.letters import Letter
from journal.feedback.posting import as_mail
from journal.mail_transfer import transfer
from journal.models import Delivery
from journal.reminders import mails
from journal.reminders.delivering import deliver
from journal.reminders.models import new_message_id
from journal.reminders.posting import Post
from tests.factories import (
    make_contact,
    make_delivery,
    make_employer,
    make_interview,
    make_rejection,
    make_request,
)
from tests.mail_readers import assert_sound, mailboxes, subject

NAME = "Nora Vey, ceo@evil.example, Chief Executive Officer of Fernwood Robotics, Incorporated"
EMPLOYER = "Ä" * 30
ADDRESS = "maria@fernwood.example"
UPTURN = ("Upturn", "upturn@127.0.0.1")
OURS = sorted(path.name.split(".")[0] for path in Path("templates/emails").glob("*.subject.txt"))
FOLDERS = [*site.TEMPLATES[0]["DIRS"], Path(allauth.__file__).parent / "templates"]
THEIRS = sorted(
    {
        str(path.relative_to(folder)).removesuffix("_subject.txt")
        for folder in FOLDERS
        for path in Path(folder).glob("*/email/*_subject.txt")
    }
)


@pytest.fixture
def nora(alice):
    alice.sign_as(NAME)
    alice.mail_subject_tells = True
    alice.save()
    return alice


@pytest.fixture
def letter(nora):
    rejection = make_rejection(nora)
    contact = make_contact(rejection.interview, name=NAME, address=ADDRESS)
    return make_request(rejection.interview, contact=contact, subject=EMPLOYER, letter="Hi.")


def test_a_letter(nora, letter, mailbox):
    words = Letter(f"{EMPLOYER} =?utf-8?q?hi?=", "Hi.")
    transfer(as_mail(letter, words, new_message_id()))
    (raw,) = mailbox.raw
    assert_sound(raw)
    assert subject(raw) == f"{EMPLOYER} =?utf-8?q?hi?="
    assert mailboxes(raw, "From") == [(f"{NAME} via Upturn", "upturn@127.0.0.1")]
    assert mailboxes(raw, "To") == [("", ADDRESS)]
    assert mailboxes(raw, "Cc") == mailboxes(raw, "Reply-To") == [("", nora.email)]


def test_a_letter_as_a_file(nora, letter, alice_client):
    raw = alice_client.get(reverse("feedback:eml", args=[letter.pk])).content
    assert_sound(raw)
    assert subject(raw) == EMPLOYER
    assert mailboxes(raw, "From") == [(NAME, nora.email)]
    assert mailboxes(raw, "To") == [(NAME, ADDRESS)]


def test_a_reminder_that_names_the_employer(nora, mailbox, a_weekday):
    told_on = nora.today().replace(day=20)
    make_rejection(nora, make_interview(nora, make_employer(nora, EMPLOYER)), told_on=told_on)
    make_delivery(nora)
    with Post() as connection:
        deliver(connection)
    (raw,) = mailbox.raw
    assert_sound(raw)
    assert EMPLOYER in subject(raw)
    assert mailboxes(raw, "To") == [("", nora.email)]
    assert Delivery.objects.get().message_id.encode() in raw


@pytest.mark.parametrize("name", OURS)
def test_every_mail_of_ours(nora, mailbox, name):
    context = {"subject": f"{EMPLOYER} {NAME}", "lines": [], "number": 0}
    mails._make(name, nora.email, context, {}).send()
    (raw,) = mailbox.raw
    assert_sound(raw)
    assert mailboxes(raw, "To") == [("", nora.email)]
    assert mailboxes(raw, "From") == [UPTURN]


@pytest.mark.parametrize("name", THEIRS)
def test_every_mail_of_an_account(nora, mailbox, name):
    request = RequestFactory().get("/")
    with request_context(request):
        get_adapter().send_mail(name, nora.email, {"user": nora, "code": EMPLOYER})
    (raw,) = mailbox.raw
    assert_sound(raw)
    assert mailboxes(raw, "To") == [("", nora.email)]
    assert mailboxes(raw, "From") == [UPTURN]


def test_an_error_for_whoever_runs_the_server(mailbox, settings):
    settings.ADMINS = ["grace@example.org"]
    mail_admins(f"Internal server error: /{EMPLOYER}/\x0b\u2028{NAME}", "It broke.")
    (raw,) = mailbox.raw
    assert_sound(raw)
    assert EMPLOYER in subject(raw)
    assert mailboxes(raw, "To") == [("", "grace@example.org")]


def test_a_link_to_an_address_adds_nobody(nora, letter, alice_client):
    """EmailField takes it, and to a mail program what follows the ? is more recipients."""
    interview = letter.interview
    make_contact(interview, address="maria?bcc=eve@evil.example")
    page = alice_client.get(reverse("interviews:detail", args=[interview.pk])).text
    assert 'href="mailto:maria%3Fbcc%3Deve@evil.example"' in page
