"""Letters are text in, text out: no database here."""

from email import message_from_bytes
from email.policy import default
from itertools import product
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.feedback.letters import (
    LINKEDIN_LIMIT,
    SUBJECT_LIMIT,
    Letter,
    LetterFacts,
    Mailbox,
    Occasion,
    Tone,
    called,
    draft,
    eml,
    mailto,
    offers_a_call,
    people,
)
from journal.feedback.wording import ROUNDS
from journal.interviews.models import Contact, Round

KNOWN = LetterFacts(
    to="Maria Ortega",
    part="interviewer",
    round="system_design",
    employer="Fernwood Robotics",
    role="Senior Backend Engineer",
    sender="Alice Moreau",
    asked="18 November",
)
names = st.text(max_size=200)
every_kind = st.builds(
    LetterFacts,
    to=names,
    part=st.sampled_from([*Contact.Part.values, ""]),
    round=st.sampled_from([*Round.Kind.values, "", "?"]),
    employer=names,
    role=names,
    sender=names,
    tone=st.sampled_from(Tone),
    occasion=st.sampled_from(Occasion),
    short=st.booleans(),
    call_offered=st.booleans(),
    silent=st.booleans(),
    asked=st.sampled_from(["", "18 November"]),
    earlier_subject=names,
)
EVERY_COMBINATION = [
    {
        "part": part,
        "tone": tone,
        "occasion": occasion,
        "short": short,
        "call_offered": call,
        "silent": silent,
    }
    for part, tone, occasion, short, call, silent in product(
        Contact.Part.values, Tone, Occasion, *[[False, True]] * 3
    )
]


def with_facts(**fields) -> LetterFacts:
    return LetterFacts(**{**vars(KNOWN), **fields})


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("part", Contact.Part.values)
@pytest.mark.parametrize("call", [False, True])
def test_asks_three_concrete_things_in_writing(tone, part, call):
    body = draft(with_facts(tone=tone, part=part, call_offered=call)).body
    assert "1. What went well?\n2. What should I change?\n3. What were you looking for" in body
    assert "at this level?" in body
    assert body.startswith(("Hi Maria,\n\n", "Hello Maria,\n\n"))
    assert body.endswith(",\nAlice Moreau")


def test_an_interviewer_is_asked_about_their_round():
    letter = draft(KNOWN)
    assert letter.subject == "A few lines of feedback on the system design round?"
    assert (
        "the system design round for the Senior Backend Engineer role at Fernwood Robotics."
        in letter.body
    )


@pytest.mark.parametrize("tone", Tone)
def test_a_recruiter_is_asked_to_pass_the_questions_on(tone):
    letter = draft(with_facts(part="recruiter", tone=tone))
    assert "questions on to" in letter.body
    assert "the people who interviewed me" in letter.body
    assert letter.subject == (
        "Feedback on my interviews for the Senior Backend Engineer role at Fernwood Robotics"
    )


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("part", ["interviewer", "recruiter"])
@pytest.mark.parametrize("short", [False, True])
def test_a_call_is_taken_and_its_points_asked_for_in_writing(tone, part, short):
    body = draft(with_facts(part=part, tone=tone, call_offered=True, short=short)).body
    assert "call" in body
    assert "Yes" in body
    assert "main points in writing" in body


def test_every_round_has_a_name_in_a_letter():
    assert set(ROUNDS) == set(Round.Kind.values)


def test_after_silence_nobody_is_thanked_for_letting_me_know():
    for tone, part in product(Tone, Contact.Part.values):
        body = draft(with_facts(tone=tone, part=part, silent=True)).body
        assert "letting me know" not in body
        assert "answer was no" not in body


def test_the_tones_differ_and_brief_is_the_shortest():
    warm, plain, brief = (draft(with_facts(tone=tone)).body for tone in Tone)
    assert len(warm) > len(plain) > len(brief)


@pytest.mark.parametrize("fields", EVERY_COMBINATION)
def test_an_ordinary_letter_fits_where_it_goes(fields):
    letter = draft(with_facts(**fields))
    assert len(mailto(letter, Mailbox("Maria", "maria@fernwood.example"))) < 2000
    assert bool(letter.subject) is not fields["short"]
    if fields["occasion"] is not Occasion.THANKS:
        assert "the Senior Backend Engineer role at Fernwood Robotics" in letter.body


@pytest.mark.parametrize("fields", EVERY_COMBINATION)
def test_a_letter_names_the_round(fields):
    """Also where neither role nor employer is known, and to a recruiter who passes it on."""
    rounds = ("system_design", "coding")
    letter = draft(with_facts(**fields, rounds=rounds, employer="", role=""))
    if fields["occasion"] is not Occasion.THANKS:
        assert "the system design round" in letter.body


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("part", Contact.Part.values)
def test_the_subject_of_a_call_says_what_it_is_about(tone, part):
    subject = draft(with_facts(tone=tone, part=part, call_offered=True)).subject
    assert subject in {
        "Yes to a call about the system design round, and a small request",
        "Yes to a call about my interviews for the Senior Backend Engineer role at "
        "Fernwood Robotics, and a small request",
    }


@pytest.mark.parametrize(
    ("rounds", "said"),
    [
        (("coding",), "the people who interviewed me in the coding round"),
        (
            ("recruiter", "technical", "hiring_manager", "take_home", "other"),
            "the people who interviewed me in the technical screen and the hiring manager round",
        ),
        (("technical", "coding", "domain", "team"), "the people who interviewed me"),
        ((), "the people who interviewed me"),
    ],
)
def test_who_interviewed_me_is_told_by_the_rounds(rounds, said):
    assert people((), rounds) == said


@pytest.mark.parametrize("fields", EVERY_COMBINATION)
def test_reads_well_with_nothing_known(fields):
    letter = draft(LetterFacts(**fields))
    for text in (letter.subject, letter.body):
        assert "  " not in text
        assert not [mark for mark in (" .", " ,", " ?", "{", "}", "()", "None") if mark in text]
    assert letter.body.startswith(("Hi,\n\n", "Hello,\n\n"))
    assert not letter.body.endswith(",")


@settings(deadline=None)
@given(every_kind)
def test_never_raises_and_leaves_no_gap(facts):
    subject, body = draft(facts)
    assert "\n" not in subject
    assert "\n\n\n" not in body
    assert "  " not in body
    assert body == body.strip()
    assert len(subject) <= SUBJECT_LIMIT
    assert not facts.short or len(body) <= LINKEDIN_LIMIT


@settings(deadline=None)
@given(names, names)
def test_a_name_never_breaks_a_line(name, employer):
    letter = draft(with_facts(to=name, employer=employer))
    assert letter.body.count("\n") == draft(KNOWN).body.count("\n")


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Maria Ortega", "Maria"),
        ("Ortega, Maria", "Maria"),
        ("Dr. Weber", "Dr. Weber"),
        ("Talent Team", "Talent Team"),
        ("maria@fernwood.example", ""),
        ("  ", ""),
        (",", ""),
        ("李", "李"),
        ("J. Park", "J. Park"),
        ("J Park", "J Park"),
        ("J.P. Morgan", "J.P. Morgan"),
        ("Park, J.", "J. Park"),
        ("van der Berg", "van der Berg"),
        ("d'Angelo Rossi", "d'Angelo Rossi"),
        ("Øystein Å.", "Øystein"),
        ("Jo Park", "Jo"),
    ],
)
def test_greets_people_as_they_are_called(name, greeted):
    assert called(name) == greeted


@pytest.mark.parametrize(
    ("message", "offered"),
    [
        ("Happy to share some feedback on a quick call if helpful.", True),
        ("If you would like feedback, we can talk on the phone.", True),
        ("Thank you for the call last week. We have decided otherwise.", False),
        ("We will call others. Happy holidays.", False),
        ("", False),
    ],
)
def test_notices_an_offered_call(message, offered):
    assert offers_a_call(message) is offered


def test_a_nudge_answers_the_letter_it_reminds_of():
    nudge = draft(with_facts(occasion=Occasion.NUDGE, earlier_subject="Re: A few lines?"))
    assert nudge.subject == "Re: A few lines?"
    assert "my note of 18 November" in nudge.body


@settings(deadline=None)
@given(st.text(), st.text(max_size=200))
def test_mailto_parses_back_to_the_same_text(body, subject):
    link = mailto(Letter(subject, body), Mailbox("Maria", "maria+jobs&x@fernwood.example"))
    assert link.isascii()
    assert not set(link) & set(' "<>\r\n')
    parts = urlsplit(link)
    query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == "maria+jobs&x@fernwood.example"
    expected = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    assert query["body"] == [expected]
    assert set(query) == {"subject", "body"}


def test_mailto_breaks_lines_as_mail_does():
    link = mailto(Letter("Two lines & more", "one\ntwo + 3"), Mailbox("", "m@fernwood.example"))
    assert (
        link
        == "mailto:m@fernwood.example?subject=Two%20lines%20%26%20more&body=one%0D%0Atwo%20%2B%203"
    )


@settings(deadline=None)
@given(st.text(), st.text(max_size=200), names, names)
def test_eml_parses_back_to_the_same_letter(body, subject, sender, to):
    raw = eml(
        Letter(subject, body),
        Mailbox(sender, "alice@example.org"),
        Mailbox(to, "maria@fernwood.example"),
    )
    message = message_from_bytes(raw, policy=default)
    assert set(message.keys()) == {
        "X-Unsent",
        "From",
        "To",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }
    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].addr_spec == "maria@fernwood.example"
    assert len(message["To"].addresses) == 1
    came_back = message.get_content().replace("\r\n", "\n")
    typed = body.replace("\r\n", "\n").replace("\r", "\n")
    assert came_back.removesuffix("\n") == typed.removesuffix("\n")


def test_eml_keeps_what_people_are_called():
    letter = Letter("Grüße, 李 – ein paar Zeilen?", "Hi Øystein,\n\n.\nFrom here on: ñ 😀\n")
    raw = eml(
        letter, Mailbox("Zoë O'Hara", "zoe@example.org"), Mailbox("Øystein, Å.", "o@fjell.example")
    )
    message = message_from_bytes(raw, policy=default)
    assert message["Subject"] == letter.subject
    assert message["To"].addresses[0].display_name == "Øystein, Å."
    assert message.get_content().replace("\r\n", "\n") == letter.body
    assert raw.count(b"\r\n") == raw.count(b"\n")


@pytest.mark.parametrize(
    "evil", ["a\r\nBcc: eve@example.org", "a\nBcc: eve@example.org", "a\rBcc: e@x.org"]
)
def test_no_header_is_smuggled_in(evil):
    raw = eml(
        Letter(evil, "body"), Mailbox(evil, "alice@example.org"), Mailbox(evil, "m@f.example")
    )
    message = message_from_bytes(raw, policy=default)
    assert message["Bcc"] is None
    assert [each.addr_spec for each in message["To"].addresses] == ["m@f.example"]


@pytest.mark.parametrize(
    "address", ["", "nobody", "@x", "a@", "a b@x.org", "ü@x.org", "a@x\r\nBcc: e@x.org"]
)
def test_a_letter_without_a_good_address_is_still_a_letter(address):
    raw = eml(Letter("Hello", "body"), Mailbox("", "alice@example.org"), Mailbox("M", address))
    message = message_from_bytes(raw, policy=default)
    assert message["To"] is None
    assert message["Bcc"] is None
    assert message["Subject"] == "Hello"
