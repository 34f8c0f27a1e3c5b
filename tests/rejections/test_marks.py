"""What was read off a mail is marked where it stands."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from journal.dates import day
from journal.rejections.intake import Intake, read
from journal.rejections.marks import Piece, marked, with_marks
from tests.browser.fernwood import MESSAGE
from tests.hanging import hang_guard
from tests.rejections.test_intake import EXPECTED, MAILS

URL = reverse("rejections:read_mail")
MOST = 0.9


def marks(text: str, **fields) -> dict[str, str]:
    pieces = with_marks(Intake(text=text, **fields))
    assert "".join(piece.text for piece in pieces) == text
    return {piece.says: piece.text for piece in pieces if piece.says}


@pytest.mark.parametrize(
    ("text", "stage", "words"),
    [
        (MESSAGE, "Onsite or final rounds", "for coming in"),
        ("After the final\nround we chose another.", "Onsite or final rounds", "final\nround"),
        ("We read your application.", "Application", "read your application"),
        (
            "We will not invite you to an interview.",
            "Application",
            "not invite you to an interview",
        ),
        (
            "We invite others to a tech screen. Yours, the tech screen, was good.",
            "Technical screen",
            "tech screen",
        ),
        ("No.", "Offer stage", None),
        ("", "Application", None),
    ],
)
def test_the_words_that_say_how_far_it_went(text, stage, words):
    assert marks(text, stage=stage).get("how far it went") == words


@pytest.mark.parametrize(
    ("text", "spans", "pieces"),
    [
        ("", {}, []),
        ("at A.", {"employer": (3, 4)}, [Piece("at "), Piece("A", "employer"), Piece(".")]),
        ("AB", {"employer": (0, 2), "role": (1, 2)}, [Piece("AB", "employer")]),
    ],
)
def test_what_was_read_is_cut_out(text, spans, pieces):
    assert marked(text, spans) == pieces


def test_words_without_end_are_marked_in_time():
    with hang_guard():
        marks("not " * 9000 + "x" * 500_000, stage="Application")


def test_most_stages_that_were_read_are_marked():
    read_off = [read((MAILS / name).read_bytes()) for name in EXPECTED]
    told = [intake for intake in read_off if intake.stage]
    marked = [each for each in told if "how far it went" in {p.says for p in with_marks(each)}]
    assert len(marked) / len(told) >= MOST


def test_the_page_marks_all_that_was_read(alice_client):
    file = SimpleUploadedFile("no.eml", (MAILS / "greenhouse-onsite.eml").read_bytes())
    html = alice_client.post(URL, {"mail": file}, follow=True).content.decode()
    for what in ("employer", "role", "sender", "day"):
        assert f'class="read"><span class="visually-hidden">The {what}: </span>' in html
    assert '<span class="visually-hidden">How far it went: </span>' in html
    assert "no-reply@greenhouse-mail.io</mark>" in html
    assert f"{day(date(2026, 11, 18))}</mark>" in html
