"""Who wrote the mail becomes a contact of the interview, where it is a person."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from journal.models import Contact
from journal.rejections.writer import Writer, writer_of
from tests.browser.fernwood import EARLIER_MAIL, MAIL
from tests.factories import make_contact, make_employer, make_interview
from tests.hanging import hang_guard
from tests.hostile_mails import HOSTILE
from tests.rejections.test_intake import EXPECTED, MAILS, SHOWN

READ, NEW = reverse("rejections:read_mail"), reverse("rejections:new")
INES = Writer("Ines Okafor", "ines.okafor@fernwoodrobotics.example")


def mail_from(sender, text="We decided otherwise.\n\nBest,\nInes"):
    return f"From: {sender}\nSubject: Your application\nTo: a@b.example\n\n{text}".encode()


@pytest.mark.parametrize(
    ("sender", "writer"),
    [
        ("Ines Okafor <ines.okafor@fernwoodrobotics.example>", INES),
        ('"Okafor, Ines" <ines.okafor@fernwoodrobotics.example>', INES),
        ("Ines from Fernwood <ines@fernwood.example>", Writer("Ines", "ines@fernwood.example")),
        ("Ines Okafor <no-reply@fernwood.example>", None),
        ("Ines Okafor <noreply+17@fernwood.example>", None),
        ("Ines Okafor <talent-team@fernwood.example>", None),
        ("Ines Okafor <ines@greenhouse-mail.io>", None),
        ("Fernwood Recruiting <ines@fernwood.example>", None),
        ("Seleção <naoresponda@vagas.example>", None),
        ("Ne pas répondre <verrazur@vagas.example>", None),
        ("Risorse Umane <risorseumane@ferranti.example>", None),
        ("Reclutamiento Palmera <empleo@palmera.example>", None),
        ("ines@fernwood.example", None),
        ("Ines Okafor", None),
        ("Ines <ines@fern..wood>", None),
    ],
)
def test_a_person_is_told_from_a_system(sender, writer):
    assert writer_of(mail_from(sender)) == writer


def test_of_a_mail_copied_off_a_screen():
    text = f"{SHOWN}Hi Sam,\nwe chose another.\nBest,\nIna"
    assert writer_of(text.encode()) == Writer("Ina Holm", "ina@acme.example")


def test_nobody_stands_in_a_letter_alone():
    assert writer_of(b"We decided otherwise.") is None


def test_whoever_writes_has_a_name_and_an_address():
    for name in EXPECTED:
        found = writer_of((MAILS / name).read_bytes())
        assert found is None or (found.name and "@" in found.address and len(found.name) < 80)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_does_no_harm(name):
    with hang_guard():
        writer_of(HOSTILE[name][:500_000])


def initial(client, mail=MAIL):
    file = SimpleUploadedFile("no.eml", mail.encode())
    return client.post(READ, {"mail": file}, follow=True).context["form"].initial


def test_they_are_shown_and_kept(alice, alice_client):
    found = initial(alice_client)
    assert (found["contact_name"], found["contact_address"]) == (INES.name, INES.address)
    alice_client.post(NEW, found)
    contact = alice.rejections.get().interview.contacts.get()
    assert (contact.name, contact.address) == (INES.name, INES.address)
    assert contact.part == Contact.Part.RECRUITER


def test_what_is_kept_is_said_by_name(alice_client):
    file = SimpleUploadedFile("no.eml", MAIL.encode())
    html = alice_client.post(READ, {"mail": file}, follow=True).content.decode()
    assert "Keep Ines Okafor as a contact of this interview" in html


def test_they_are_corrected(alice, alice_client):
    fields = {"contact_name": "Ines O.", "contact_part": "hiring_manager"}
    alice_client.post(NEW, initial(alice_client) | fields)
    contact = alice.contacts.get()
    assert (contact.name, contact.part) == ("Ines O.", Contact.Part.HIRING_MANAGER)


def test_they_are_left_out(alice, alice_client):
    found = initial(alice_client)
    del found["keep_contact"]
    alice_client.post(NEW, found | {"contact_address": "whatever stands here"})
    assert alice.rejections.exists()
    assert not alice.contacts.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"contact_name": " "}, "Name them, or leave them out."),
        ({"contact_address": "nowhere"}, "Write the address as name@example.org."),
    ],
)
def test_what_is_amiss_is_said(alice, alice_client, fields, said):
    answer = alice_client.post(NEW, initial(alice_client) | fields)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not alice.rejections.exists()


def test_a_system_is_nobody(alice, alice_client):
    found = initial(alice_client, EARLIER_MAIL)
    assert "contact_name" not in found
    alice_client.post(NEW, found)
    assert not alice.contacts.exists()


@pytest.mark.parametrize(
    "known",
    [{"name": "Ines", "address": INES.address.upper()}, {"name": "ines okafor", "address": ""}],
)
def test_who_is_known_is_not_written_down_twice(alice, alice_client, known):
    interview = make_interview(alice, make_employer(alice, "Fernwood Robotics"))
    make_contact(interview, **known)
    alice_client.post(NEW, initial(alice_client) | {"which": interview.pk})
    contact = interview.contacts.get()
    assert contact.name == known["name"]
    assert contact.address.casefold() == INES.address


def test_sent_twice_they_are_kept_once(alice, alice_client):
    found = initial(alice_client) | {"token": "12345678-1234-4234-8234-567812345678"}
    for _ in range(2):
        assert alice_client.post(NEW, found).status_code == 302
    assert alice.contacts.count() == 1
