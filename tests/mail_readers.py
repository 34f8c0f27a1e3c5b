"""A mail as others read it: by both readers of the standard library, and line by line."""

import re
import unicodedata
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import getaddresses

ENCODED_WORD = re.compile(rb"=\?[\w-]+\?[QqBb]\?[^? ]*\?=")
ADDRESSES = ("From", "To", "Cc", "Reply-To", "Sender")


def meant(text):
    """What a person meant who typed it: no header holds a line break or half a character."""
    kinds = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "\ufffd"}
    return "".join(kinds.get(unicodedata.category(sign), sign) for sign in text)


def assert_sound(raw):
    """What RFC 5322 and RFC 2047 ask of the lines of a header."""
    head, _, _ = raw.partition(b"\r\n\r\n")
    assert raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert not re.search(rb"[^\x20-\x7e]", head.replace(b"\r\n", b""))
    for line in head.split(b"\r\n"):
        words = ENCODED_WORD.findall(line)
        assert all(len(word) <= 75 for word in words), line
        assert b"=?" not in ENCODED_WORD.sub(b"", line), line
        assert not words or len(line) <= 76, line
        assert line.strip(), head


def subject(raw):
    """By both, which agree."""
    old = message_from_bytes(raw)["Subject"]
    old = str(make_header(decode_header(re.sub(r"\r?\n(?=[ \t])", "", old))))
    assert message_from_bytes(raw, policy=default)["Subject"] == old
    return old


def mailboxes(raw, header):
    """Names and addresses by both, which agree; but for the spaces that Python before 3.13.2 puts
    between the encoded words of a name."""
    old = message_from_bytes(raw).get_all(header, [])
    old = [(_decoded(name), spec) for name, spec in getaddresses(old, strict=True)]
    new = message_from_bytes(raw, policy=default)[header]
    new = [(each.display_name, each.addr_spec) for each in new.addresses] if new else []
    assert [(_packed(name), spec) for name, spec in new] == [
        (_packed(name), spec) for name, spec in old
    ]
    return old


def exact_name(raw, header="From"):
    """As the newer reader has it, spaces and all."""
    (one,) = message_from_bytes(raw, policy=default)[header].addresses
    return one.display_name


def _decoded(name):
    return str(make_header(decode_header(name)))


def _packed(name):
    return "".join(name.split())
