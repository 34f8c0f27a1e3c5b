"""All that a mail says, with every part of it, quoted and forwarded ones too.

Reading looks for the one letter that counts, and may take another for it; what is kept is this.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.message import Message

from journal.rejections.mail.html import as_text
from journal.rejections.mail.parts import (
    MOST_PARTS,
    Short,
    content,
    decoded,
    has_headers,
    header,
    storable,
    trimmed,
    with_few_parts,
)

# What stands above a mail that lies in another one.
SHOWN = ("From", "Date", "To", "Subject")
ENCODED = re.compile(
    rb"^content-(?:transfer-encoding:\s*(?:base64|quoted-printable)|type:\s*(?:multipart|message|text/html))",
    re.IGNORECASE | re.MULTILINE,
)
DEEPEST = 20
# An alternative with so many times the words of the one before it says something more.
SAYS_MORE = 1.2


def whole(raw: bytes, *, pasted: bool) -> str:
    """Never raises. What was pasted stays as it is, unless nobody could read it so."""
    return storable(_whole(raw, pasted=pasted))


def _whole(raw: bytes, *, pasted: bool) -> str:
    as_it_is = decoded(raw)
    if pasted and not ENCODED.search(raw):
        return as_it_is
    with suppress(Exception):
        raw = trimmed(raw)
        if has_headers(raw):
            mail = message_from_bytes(with_few_parts(raw), policy=Short())
            return _joined(_texts(mail, iter(range(MOST_PARTS)))) or as_it_is
    return as_it_is


def _joined(texts: Iterator[str]) -> str:
    return "\n\n".join(text.strip("\n") for text in texts if text.strip())


def _texts(part: Message, budget: Iterator[int], depth: int = 0) -> Iterator[str]:
    """Of a part and of all in it, in their order; of alternatives one is enough."""
    if depth > DEEPEST or next(budget, None) is None:
        return
    inner = _within(part)
    if not inner:
        yield from _text(part)
    elif part.get_content_type() == "multipart/alternative":
        yield _best([_joined(_texts(each, budget, depth + 1)) for each in inner])
    else:
        for each in inner:
            if part.get_content_type() == "message/rfc822":
                yield _shown(each)
            yield from _texts(each, budget, depth + 1)


def _within(part: Message) -> list[Message]:
    inner = part.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _text(part: Message) -> Iterator[str]:
    kind = part.get_content_type()
    if kind == "text/plain":
        yield content(part)
    elif kind == "text/html":
        yield as_text(content(part))


def _best(texts: list[str]) -> str:
    """The first is the plain one, and may be a stub: "This message contains HTML"."""
    best = ""
    for text in texts:
        if len(text.split()) > len(best.split()) * SAYS_MORE:
            best = text
    return best


def _shown(mail: Message) -> str:
    said = ((name, header(mail, name.lower())) for name in SHOWN)
    return "\n".join(f"{name}: {value}" for name, value in said if value)
