"""A mail as bytes, taken apart: who sent it, on which day, its subject and its text.

The standard parser hangs or raises on crafted mails (long parameters, deep nests, odd headers), so
each header is cut, parts are counted, and headers are read leniently, one by one.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import Compat32

from journal.rejections.mail.days import day_said
from journal.rejections.mail.html import as_text, pictured

LONGEST_HEADER = 2_000
# "This message contains HTML": so many times shorter than the page is no text of the letter.
MOST_OF_A_STUB = 3
MOST_PARTS = 100
MOST_BOUNDARIES = 2_000
# Of Python's codecs some take minutes (punycode), and some are no charset at all.
CHARSETS = re.compile(
    r"utf-?(?:16|32)(?:[lb]e)?|iso-?8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|latin\d|koi8-[ru]"
    r"|mac-?roman"
    r"|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
# Whoever says Latin-1 writes what Windows does, as browsers know.
LATIN_1 = re.compile(r"iso-?8859-1|latin1", re.IGNORECASE)
CP1252 = "cp1252"
ADDRESS = re.compile(r"[<\[](?:mailto:)?([^\s<>@\[\]]{1,200}@[^\s<>@\[\]]{1,200})[>\]]")
BARE_ADDRESS = re.compile(r"[^\s<>@,;:()]{1,200}@[^\s<>@,;:()]{1,200}")
KNOWN = re.compile(
    rb"^(from|to|subject|date|sent|received|return-path|delivered-to|message-id|mime-version"
    rb"|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n|[ \t][^\n]*\n)*\r?\n")


@dataclass(frozen=True)
class Mail:
    """`address` and `name` are the sender's; each is "" where it is not said.

    `thread` is the text with all it answers, `reply_to` where an answer goes and `pictured` what
    its pictures show: these corroborate, and never tell by themselves.
    """

    text: str
    subject: str = ""
    name: str = ""
    address: str = ""
    sent_on: date | None = None
    thread: str = ""
    reply_to: str = ""
    pictured: tuple[str, ...] = ()


class Short(Compat32):
    """Headers no longer than any honest one."""

    def header_source_parse(self, sourcelines):
        name, value = super().header_source_parse(sourcelines[:50])
        return name[:100], value[:LONGEST_HEADER]


def take_apart(raw: bytes) -> Mail:
    """Of a mail with headers, or of a text that was pasted without."""
    raw = trimmed(raw)
    if not has_headers(raw):
        return Mail(decoded(raw))
    return _mail(_innermost(message_from_bytes(with_few_parts(raw), policy=Short())))


def trimmed(raw: bytes) -> bytes:
    return raw.lstrip(b"\xef\xbb\xbf\r\n\t ").replace(b"\r\n", b"\n")


def with_few_parts(raw: bytes) -> bytes:
    if raw.count(b"\n--") <= MOST_BOUNDARIES:
        return raw
    return b"\n--".join(raw.split(b"\n--", MOST_BOUNDARIES)[:-1])


def has_headers(raw: bytes) -> bool:
    block = HEADER.match(raw[:100_000])
    return bool(block and len(KNOWN.findall(block[0])) > 1)


def _innermost(message: Message) -> Message:
    """A mail that was forwarded as an attachment is the one that counts."""
    for part in _parts(message):
        if part is not message and part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            if isinstance(first, Message) and first.get("from"):
                return first
    return message


def _mail(message: Message) -> Mail:
    name, address = name_and_address(header(message, "from"))
    plain, rich = _texts(message)
    page = as_text(rich)
    return Mail(
        text=page if len(plain) * MOST_OF_A_STUB < len(page) else plain,
        subject=header(message, "subject"),
        name=name,
        address=address,
        sent_on=day_said(header(message, "date") or header(message, "sent") or _came(message)),
        reply_to=name_and_address(header(message, "reply-to"))[1],
        pictured=pictured(rich),
    )


def _came(message: Message) -> str:
    """When it came here, for a mail that does not say when it went: the uppermost of its stamps."""
    return header(message, "received").rpartition(";")[2].strip()


def name_and_address(said: str) -> tuple[str, str]:
    """Of "Okafor, Ines <ines@fernwood.example>" too, which the standard takes for two people."""
    if found := ADDRESS.search(said):
        return said[: found.start()].strip(" \"'*"), found[1]
    found = BARE_ADDRESS.search(said)
    return ("", found[0]) if found else (said.strip(" \"'*"), "")


def header(message: Message, name: str) -> str:
    """In letters, on one line; read raw, as the standard loses the accents of unencoded ones."""
    values = (value for key, value in message.raw_items() if key.lower() == name)
    return " ".join(_unencoded(next(values, "")).split())


def _unencoded(value: str) -> str:
    value = decoded(value.encode("utf-8", "surrogateescape"))
    try:
        pieces = decode_header(value)
    except (ValueError, LookupError):
        return value
    return "".join(
        decoded(each, charset) if isinstance(each, bytes) else each for each, charset in pieces
    )


def _texts(message: Message) -> tuple[str, str]:
    """What is written plainly, and what as a page."""
    plain: list[str] = []
    rich: list[str] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if part.is_multipart() or part.get_filename() or kind not in {"text/plain", "text/html"}:
            continue
        (plain if kind == "text/plain" else rich).append(content(part))
    return "\n".join(plain).strip(), "\n".join(rich)


def content(part: Message) -> str:
    raw = part.get_payload(decode=True)
    charset = ""
    with suppress(LookupError, ValueError):
        charset = part.get_content_charset("")
    return decoded(raw, charset) if isinstance(raw, bytes) else ""


def decoded(raw: bytes, charset: str | None = "") -> str:
    """By what is said where that can be, by what it most likely is where it cannot."""
    said = charset if charset and CHARSETS.fullmatch(charset) else CP1252
    for each in ("utf-8", CP1252 if LATIN_1.fullmatch(said) else said, CP1252):
        with suppress(UnicodeDecodeError, LookupError):
            return raw.decode(each)
    return raw.decode("latin-1")


def storable(text: str) -> str:
    """No database keeps a NUL, and no page half a surrogate."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _parts(message: Message) -> Iterator[Message]:
    """It and all in it, down to a mail inside it, and no more of them than an honest one has."""
    ahead = [message]
    for _ in range(MOST_PARTS):
        if not ahead:
            return
        part = ahead.pop(0)
        yield part
        within = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(within, list):
            ahead[:0] = [each for each in within if isinstance(each, Message)]
