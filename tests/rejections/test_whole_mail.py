"""A mail is kept whole, whichever part of it was taken for the letter."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from journal.rejections.intake import read
from journal.rejections.mail.whole import whole
from tests.hanging import hang_guard
from tests.hostile_mails import HOSTILE

MAILS = Path(__file__).parent / "mails"
LETTER = "Dear Sam,\nwe will not be moving forward with your application."
MINE = "Hi Ina,\nis there any news on the Backend Engineer role?"
QUOTED = "> Hi Ina,\n> is there any news on the Backend Engineer role?"
FORWARDED = (
    "FYI, see below.\n\n---------- Forwarded message ---------\n"
    "From: Ina Holm <ina@acme.example>\nDate: Tue, 14 Oct 2025 at 15:12\n"
    f"Subject: Your application\nTo: Sam <sam@sam.example>\n\n{LETTER}"
)
ANSWERED = f"{LETTER}\n\nOn Tue, 14 Oct 2025 at 15:12, Sam wrote:\n{QUOTED}"
PASTED = {
    "forwarded": FORWARDED,
    "answered": ANSWERED,
    "as another program quotes": (
        "> From: a@acme.example\n> Sent: 3 March 2026\n>\n> It is a no.\n\nSo that is that."
    ),
    "with headers": f"From: Ina <ina@acme.example>\nSubject: No\nX-Label: keep\n\n{LETTER}",
    "a signature and a rule": f"{LETTER}\n\n-- \nIna Holm\n__________\nPS. The feedback was kind.",
    "two letters": f"{LETTER}\n\nFrom: b@b.example\nSent: 1 May 2026\nSubject: Re\n\n{MINE}",
}


def kept(client, **sent) -> str:
    answer = client.post(reverse("rejections:read_mail"), sent, follow=True)
    return answer.context["form"]["message"].value()


def as_file(mail: EmailMessage) -> SimpleUploadedFile:
    mail["From"], mail["Subject"] = "Sam <sam@sam.example>", "Fwd: Your application"
    return SimpleUploadedFile("mail.eml", mail.as_bytes())


def letter(text=LETTER) -> EmailMessage:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Ina Holm <ina@acme.example>", "Your application"
    inner.set_content(text)
    return inner


@pytest.mark.parametrize("how", PASTED)
def test_what_is_pasted_is_kept_to_the_letter(alice_client, how):
    assert kept(alice_client, message=PASTED[how]) == PASTED[how]


def test_it_is_shown_whole_before_it_is_written_down(alice_client):
    sent = {"message": ANSWERED}
    answer = alice_client.post(reverse("rejections:read_mail"), sent, follow=True)
    assert "".join(piece.text for piece in answer.context["pieces"]) == ANSWERED


def test_and_so_it_is_written_down(alice, alice_client):
    sent = {"message": FORWARDED, "employer": "Acme"}
    answer = alice_client.post(reverse("rejections:read_mail"), sent, follow=True)
    fields = {**answer.context["form"].initial, "read": answer.context["key"]}
    alice_client.post(reverse("rejections:new"), fields)
    assert alice.rejections.get().message == FORWARDED


def test_a_mail_that_lies_in_another_is_kept_and_so_is_the_other(alice_client):
    outer = EmailMessage()
    outer.set_content("Look what they wrote.")
    outer.add_attachment(letter())
    found = kept(alice_client, mail=as_file(outer))
    for words in ("Look what they wrote.", "From: Ina Holm <ina@acme.example>", LETTER):
        assert words in found


def test_a_letter_in_a_part_beside_the_text_is_kept(alice_client):
    """As programs send it that put a page below a plain text."""
    outer = EmailMessage()
    outer.set_content(
        "This is what they said to me today, and I am sad about it, so very sad.\n" * 4
    )
    outer.add_attachment(f"<p>{LETTER}</p>", subtype="html", disposition="inline")
    outer.add_attachment("And a second one.", filename="second.txt")
    found = kept(alice_client, mail=as_file(outer))
    assert "I am sad about it" in found
    assert "we will not be moving forward" in found
    assert "And a second one." in found


def test_of_a_plain_text_and_its_page_one_is_kept(alice_client):
    outer = EmailMessage()
    outer.set_content(LETTER)
    outer.add_alternative(f"<p>{LETTER}</p>", subtype="html")
    assert kept(alice_client, mail=as_file(outer)).count("Dear Sam") == 1


def test_the_page_is_kept_where_it_says_more(alice_client):
    outer = EmailMessage()
    outer.set_content("See below.")
    outer.add_alternative(f"<p>See below.</p><blockquote>{LETTER}</blockquote>", subtype="html")
    assert "we will not be moving forward" in kept(alice_client, mail=as_file(outer))


def test_a_pasted_source_that_nobody_can_read_is_decoded(alice_client):
    mail = letter("Wir haben uns für andere entschieden. " * 4)
    mail.replace_header("Content-Transfer-Encoding", "base64")
    mail.set_content("Wir haben uns für andere entschieden. " * 4, cte="base64")
    assert "für andere entschieden" in kept(alice_client, message=mail.as_string())


LINES = ["", "> ", "From: a@b.example", "On Tue, 3 Mar 2026, Bilal wrote:", "No.", "-----", "> >x"]


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=12))
def test_no_line_that_was_pasted_is_lost(lines):
    pasted = "\n".join(lines).replace("\0", "").encode("utf-8", "replace").decode()
    if "content-t" not in pasted.lower():
        assert whole(pasted.encode(), pasted=True) == pasted


@given(st.binary(max_size=2000), st.booleans())
def test_anything_may_come(raw, pasted):
    assert "\0" not in whole(raw, pasted=pasted)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_kept(name):
    with hang_guard():
        whole(HOSTILE[name][:500_000], pasted=False).encode()


@pytest.mark.parametrize("path", sorted(MAILS.glob("*.eml")), ids=lambda path: path.name)
def test_all_that_was_read_off_a_mail_is_in_it(path):
    raw = path.read_bytes()
    words = " ".join(whole(raw, pasted=False).replace(">", " ").split())
    missing = [word for word in read(raw).text.replace(">", " ").split() if word not in words]
    assert not missing
