"""What a header says is what was meant: of every mail that goes through this site's backends."""

import ast
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives
from hypothesis import example, given, settings
from hypothesis import strategies as st

from config import env
from config.mail import EmailBackend, FileBackend, written
from journal.feedback.letters import Letter, Mailbox, eml, one_line
from journal.mail_headers import mailbox, only_address
from tests.mail_readers import assert_sound, exact_name, mailboxes, meant, subject

NORA = "Nora Vey, ceo@evil.example, Chief Executive Officer of Fernwood Robotics, Incorporated"
HOSTILE = [
    NORA,
    "Ä" * 30,
    "x" * 300,
    "word " * 60,
    "Älpha, Ünder “Ö” " * 9,
    "=?utf-8?q?hi?=",
    "=?utf-8?b?aGk=?= =?utf-8?b?aGk=?=",
    "a =?utf-8?q?hi",
    "?=",
    'Zoë "Z" O\'Hara',
    "back\\slash \\",
    '"',
    "<eve@evil.example>",
    "a@b.example, c@d.example",
    "group: a@b.example;",
    f"{'“Ö” ' * 11}group: a@b.example;",
    "(comment",
    "Dr. J. R.",
    "👩‍👩‍👧‍👦" * 20,
    "\u202eגבריאל\u202c שלום",
    "e\u0301" * 40,
    "two  spaces",
    " around ",
    "\u00a0",
    "\r\nBcc: eve@evil.example",
    "a\x0bb\x00c\x85d\u2028e\u2029f\x1cg",
    "\ud800 half",
    "",
]
signs = st.characters(exclude_categories=())
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(signs, max_size=40),
    st.lists(st.sampled_from(HOSTILE) | st.text(signs, max_size=9), max_size=5).map("".join),
)
names = texts.map(meant).filter(lambda name: name.strip(" "))
addresses = st.sampled_from(
    [
        "maria@fernwood.example",
        "maria+jobs&x@fernwood.example",
        f"{'a' * 64}@{'b' * 60}.{'c' * 60}.example",
        '"a, b"@fernwood.example',
        '"a@b > \\"c"@fernwood.example',
        "root@localhost",
    ]
)


@settings(max_examples=300)
@given(texts, names, addresses, st.lists(st.tuples(names, addresses), max_size=3), texts)
@example(NORA, f"{NORA} via Upturn", "a@b.example", [(NORA, "c@d.example")], "Ä" * 300)
def test_every_mail_says_what_was_meant(typed, name, address, others, note):
    mail = EmailMultiAlternatives(
        typed,
        "Hello.",
        mailbox(name, address),
        [mailbox(*other) for other in others],
        cc=[address],
        reply_to=[mailbox(name, address)],
        headers={"X-Note": note, "Message-ID": f"<{'x' * 90}@fernwood.example>"},
    )
    mail.attach_alternative("<p>Hello.</p>", "text/html")
    raw = written(mail)
    assert_sound(raw)
    assert subject(raw) == meant(typed)
    assert mailboxes(raw, "From") == mailboxes(raw, "Reply-To") == [(name, address)]
    assert mailboxes(raw, "To") == others
    assert mailboxes(raw, "Cc") == [("", address)]
    read = message_from_bytes(raw, policy=default)
    assert read["X-Note"] == meant(note)
    assert set(read.keys()) <= {
        *("Subject", "From", "To", "Cc", "Reply-To", "Date", "X-Note"),
        *("Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
    }


@settings(max_examples=200)
@given(texts, texts, addresses, texts, addresses)
@example("", "", "a@b.example", NORA, "maria@fernwood.example")
def test_every_eml_says_what_was_meant(typed, me, my_address, them, their_address):
    raw = eml(Letter(typed, "Hello."), Mailbox(me, my_address), Mailbox(them, their_address))
    assert_sound(raw)
    assert subject(raw) == meant(one_line(typed))
    assert mailboxes(raw, "From") == [(meant(one_line(me)), my_address)]
    assert mailboxes(raw, "To") == [(meant(one_line(them)), their_address)]
    assert set(message_from_bytes(raw).keys()) == {
        *("X-Unsent", "From", "To", "Subject"),
        *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
    }


@pytest.mark.parametrize("name", [NORA, "Nora Vey", "Zoë Müller", "=?utf-8?q?hi?=", "x" * 300])
def test_a_name_is_read_to_the_letter_where_it_needs_but_one_encoded_word(name):
    raw = written(EmailMultiAlternatives("", "", mailbox(name, "a@b.example"), ["c@d.example"]))
    assert exact_name(raw) == name


@given(texts)
def test_lines_are_short_where_there_is_a_space_to_break_them_at(typed):
    raw = written(EmailMultiAlternatives(typed, "", "a@b.example", ["c@d.example"]))
    assert all(len(line) <= 78 for line in raw.partition(b"\r\n\r\n")[0].split(b"\r\n"))


@pytest.mark.parametrize(
    ("typed", "carried"),
    [
        ("maria@bücher.example", "maria@xn--bcher-kva.example"),
        ("Maria <maria@李.example>", "maria@xn--7qv.example"),
    ],
)
def test_a_domain_is_written_as_dns_has_it(typed, carried):
    raw = written(EmailMultiAlternatives("", "", "a@b.example", [typed]))
    assert_sound(raw)
    assert [address for _, address in mailboxes(raw, "To")] == [carried]
    assert only_address(typed).addr_spec == carried


@pytest.mark.parametrize("address", ["upturn@[192.0.2.1]", "upturn@[IPv6:2001:db8::1]"])
def test_an_address_at_a_number_is_an_address(address):
    """Only the newer of the two readers knows them."""
    raw = written(EmailMultiAlternatives("", "", mailbox(NORA, address), [address]))
    assert_sound(raw)
    assert exact_name(raw) == NORA
    read = message_from_bytes(raw, policy=default)
    assert read["To"].addresses[0].addr_spec == read["From"].addresses[0].addr_spec == address


@pytest.mark.parametrize(
    "value",
    ["", "nobody", "a@", "@b.example", "ü@b.example", "a@b.example, c@d.example", "a b@c", "a@b c"],
)
def test_what_is_no_one_address_is_refused(value):
    with pytest.raises(ValueError, match="addres"):
        only_address(value)


def test_an_address_of_a_page_is_never_broken_or_encoded():
    """A mail program reads it as it is."""
    stop = f"<https://{'journal.' * 12}example.org/stop/{'x' * 300}/>"
    headers = {"List-Unsubscribe": stop, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    raw = written(EmailMultiAlternatives("", "", "a@b.example", ["c@d.example"], headers=headers))
    assert f"\r\nList-Unsubscribe: {stop}\r\n".encode() in raw


@pytest.mark.parametrize(
    ("url", "backend"),
    [
        ("smtp://mail.example.org", EmailBackend),
        ("smtps://mail.example.org", EmailBackend),
        ("file:///tmp/mails", FileBackend),
        ("", FileBackend),
    ],
)
def test_there_is_no_backend_but_those_that_write_so(monkeypatch, tmp_path, url, backend):
    monkeypatch.setenv("MAIL_URL", url)
    mailers = env.mail_server("MAIL_URL", tmp_path)
    assert [each["BACKEND"] for each in mailers.values()] == [f"config.mail.{backend.__name__}"]


def test_nothing_else_writes_a_mail():
    """A file that makes one of its own makes it by the policy of `written`."""
    made_in = set()
    for path in [
        each for top in ("accounts", "config", "journal") for each in Path(top).rglob("*.py")
    ]:
        tree = ast.parse(path.read_text())
        modules = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        if {"email.message", "email.generator", "email.policy"} & modules or any(
            module and module.startswith("email.mime") for module in modules
        ):
            made_in.add(path.as_posix())
    readers = {each for each in made_in if each.startswith("journal/rejections/")}
    assert made_in - readers == {"journal/mail_headers.py", "journal/feedback/letters.py"}
