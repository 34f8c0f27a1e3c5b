"""Mails as people get them, and mails made to break a reader."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.rejections.intake import Intake, read
from journal.rejections.models import Rejection
from tests.hanging import hang_guard
from tests.hostile_mails import HOSTILE

MAILS = Path(__file__).parent / "mails"
EXPECTED = tomllib.loads((MAILS / "expected.toml").read_text())
TOLD = ("employer", "role", "received_on", "sender", "stage")
MOST_WRONG = 0.02


@pytest.fixture(scope="module")
def got():
    return {name: read((MAILS / name).read_bytes()) for name in EXPECTED}


def share(got, field, is_right):
    wanted = {
        name: each.get(field) or ("" if field != "received_on" else None)
        for name, each in EXPECTED.items()
    }
    return sum(is_right(getattr(got[name], field), wanted[name]) for name in wanted) / len(wanted)


def is_same(one, other):
    return one == other


def is_wrong(one, other):
    return bool(one) and one != other


def test_there_are_enough_of_them():
    assert len(EXPECTED) >= 60
    assert {path.name for path in MAILS.iterdir()} - {"expected.toml", ".gitattributes"} == set(
        EXPECTED
    )


@pytest.mark.parametrize(
    ("field", "at_least"),
    [("employer", 0.95), ("role", 0.90), ("received_on", 1), ("sender", 0.95), ("stage", 0.90)],
)
def test_what_they_tell_is_read(got, field, at_least):
    assert share(got, field, is_same) >= at_least


@pytest.mark.parametrize("field", TOLD)
def test_what_they_do_not_tell_stays_empty(got, field):
    assert share(got, field, is_wrong) <= MOST_WRONG


def test_their_words_come_whole_and_without_threads(got):
    for name, wanted in EXPECTED.items():
        text = got[name].text.strip()
        assert text.startswith(wanted["begins"]), name
        assert text.endswith(wanted["ends"]), name
        assert [each for each in wanted.get("without", []) if each in text] == [], name


def test_a_stage_is_one_of_ours(got):
    assert {each.stage for each in got.values()} <= {"", *Rejection.STAGES}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read(name):
    """The first 500 KB of each, where what is quadratic shows; make bench reads them whole."""
    with hang_guard():
        answer = read(HOSTILE[name][:500_000])
    assert isinstance(answer, Intake)
    answer.text.encode()
    assert "\0" not in answer.text


@given(st.binary(max_size=4000))
def test_anything_may_come(raw):
    assert isinstance(read(raw), Intake)


@given(st.lists(st.sampled_from(sorted(EXPECTED)), min_size=2, max_size=2), st.integers(0, 4000))
def test_a_mail_cut_and_joined_with_another(names, at):
    one, other = [(MAILS / name).read_bytes() for name in names]
    assert isinstance(read(one[:at] + other[at:]), Intake)


def test_folded_headers_that_never_end_are_read():
    raw = b"From: a@b.example\nTo: c@d.example\n" + b"        folded\n" * 40 + b"No."
    with hang_guard():
        assert read(raw).text.endswith("No.")


def test_what_cannot_be_taken_apart_is_kept_whole():
    raw = HOSTILE["nested parts"]
    assert read(raw) == Intake(text=raw.decode())


def test_a_mail_without_words_is_kept_whole():
    raw = b"From: a@b.example\nSubject: x\nContent-Type: image/png\n\nnothing to read"
    answer = read(raw)
    assert answer.sender == "a@b.example"
    assert answer.text == raw.decode()


def test_a_charset_that_is_not_the_one_said_loses_no_letter():
    raw = b"From: a@b.example\nSubject: x\n\n" + "Wir haben uns f\u00fcr andere".encode("cp1252")
    assert read(raw).text == "Wir haben uns für andere"


ATTRIBUTION = "On Tue, 3 Mar 2026 at 08:14, Bilal <bilal@example.com> wrote:"
QUOTE = f"{ATTRIBUTION}\n> Any update on the position?\n>\n> Bilal"
LINES = st.sampled_from(["Hello Bilal,", "we have decided not to go on.", "Petra Hajek", ""])
PIECES = st.lists(LINES | st.just(QUOTE) | st.just("> You asked why."), max_size=8)


@given(PIECES)
def test_what_is_written_above_between_and_below_a_quote_is_kept(pieces):
    text = read(f"From: a@b.example\nSubject: x\n\n{'\n'.join(pieces)}".encode()).text
    written = [each for each in pieces if each and each != QUOTE and each[0] != ">"]
    assert [line for line in text.split("\n") if line in written] == written or not written


def test_an_answer_below_what_it_quotes():
    raw = f"From: a@b.example\nSubject: x\n\n{QUOTE}\n\nHello Bilal,\nit is a no.\n"
    assert read(raw.encode()).text == "Hello Bilal,\nit is a no."
    above = f"From: a@b.example\nSubject: x\n\nIt is a no.\n\n{QUOTE}\n"
    assert read(above.encode()).text == "It is a no."


SHOWN = "Backend Engineer\n\nIna Holm <ina@acme.example> Tue, Oct 14, 2025 at 3:12 PM\n"
LETTER = "Hi Sam,\nwe chose another.\nIt was close.\nThanks a lot.\nTake care\nBest,\nIna"


def test_what_a_mail_program_shows_above_a_letter_is_none_of_it():
    got = read(f"{SHOWN}{LETTER}".encode())
    assert (got.sender, got.received_on) == ("ina@acme.example", date(2025, 10, 14))
    assert got.text == LETTER
    assert read(f"{SHOWN}to me\n\n{LETTER}".encode()).text == LETTER


def test_an_address_within_a_letter_begins_no_mail():
    letter = "Hi Sam,\nwe chose another.\nDo write to Ina Holm <ina@acme.example>\n\nBest,\nIna"
    got = read(letter.encode())
    assert (got.sender, got.text) == ("", letter)


def mail_of(sender, subject, text):
    return f"From: {sender}\nSubject: {subject}\n\n{text}\n".encode()


def test_a_header_of_raw_bytes_keeps_its_accents():
    text = "Nous avons étudié votre dossier.\n\nL'équipe Oréade"
    answer = read(mail_of("RH <no-reply@welcomekit.co>", "Votre candidature chez Oréade", text))
    assert answer.employer == "Oréade"


def test_who_lends_the_system_is_not_the_employer():
    text = "Agradecemos seu interesse em fazer parte da Lagoa Tecnologia."
    answer = read(mail_of("Gupy <no-reply@gupy.com.br>", "Sua candidatura", text))
    assert answer.employer == "Lagoa Tecnologia"


@pytest.mark.parametrize(
    ("said", "employer"),
    [
        ("I am writing on behalf of Lumenfield: it is a no.", "Lumenfield"),
        ("Tom and Priya have decided to keep looking. I put you forward.", ""),
        ("The company has decided to go with somebody else.", ""),
    ],
)
def test_an_agency_is_not_the_employer(said, employer):
    text = f"Dear Bilal,\n\n{said}\n\nKim Vale\nHarbor Search"
    assert read(mail_of("Kim Vale <kim@harborsearch.com>", "Update", text)).employer == employer


@pytest.mark.parametrize(
    "said",
    [
        "We would have loved to invite you to a final round.",
        "The role is based in our office in Leeds.",
        "You can visit us at our office on open day.",
        "The next step would have been a take-home.",
    ],
)
def test_what_was_not_reached_is_no_stage(said):
    assert read(mail_of("Ann <ann@mail.com>", "Update", f"Hi Bilal,\n\n{said}\n")).stage == ""
