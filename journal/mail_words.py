"""The words of a mail's header: what must be encoded is, and no line is longer than it may be."""

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import groupby

LINE = 76  # RFC 2047, of a line with an encoded word; RFC 5322 wishes for 78 elsewhere
LONGEST_QUOTED = 900  # RFC 5322: no line has more than 998
ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+")
VISIBLE = re.compile(r"[!-~]+")
ENCODED = "=?"  # as what was typed may look, too
PLAIN_IN_Q = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")


def clean(text: str) -> str:
    """With no control character and no line break, and nothing that has no encoding."""
    return "".join(_legible(sign) for sign in text)


def quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def of_a_text(text: str, room: int) -> list[str]:
    return list(_words(text.split(" "), VISIBLE, room))


def of_a_mailbox(name: str, address: str, room: int) -> list[str]:
    if not name:
        return [address]
    return [*_of_a_name(name, room), f"<{address}>"]


def folded(header: str, words: Iterable[str], linesep: str) -> str:
    """With one space between the words, or a new line."""
    lines = [f"{header}:"]
    for number, word in enumerate(words):
        if number and len(lines[-1]) + 1 + len(word) > LINE:
            lines.append("")
        lines[-1] += f" {word}"
    return linesep.join(lines) + linesep


def room(header: str) -> int:
    """How long a word may be beside the name of its header."""
    return max(LINE - len(f"{header}: "), LINE // 2)


def _legible(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"
    return sign


def _of_a_name(name: str, room: int) -> list[str]:
    words = name.split(" ")
    if not _can_be_quoted(name):
        return list(_words(words, ATOM, room))
    return words if all(ATOM.fullmatch(word) for word in words) else [quoted(name)]


def _can_be_quoted(name: str) -> bool:
    is_plain = name.isascii() and ENCODED not in name and "" not in name.split(" ")
    return is_plain and len(quoted(name)) <= LONGEST_QUOTED


def _words(words: list[str], plain: re.Pattern[str], room: int) -> Iterator[str]:
    """The same words, to have one space between them: those that are not plain in encoded ones."""
    has_gaps = "" in words

    def is_plain(word: str) -> bool:
        is_short = len(word) <= room
        return not has_gaps and is_short and ENCODED not in word and bool(plain.fullmatch(word))

    for are_plain, group in groupby(words, is_plain):
        run = list(group)
        yield from run if are_plain else _encoded(" ".join(run), room)


def _encoded(text: str, room: int) -> Iterator[str]:
    """In as many encoded words as it takes. The next one begins at a space, if there is one."""
    piece = ""
    for part in re.split(r"(?<= )(?=[^ ])", text):
        for unit in [part] if len(_encoded_word(part)) <= room else part:
            if len(_encoded_word(piece + unit)) > room:
                yield _encoded_word(piece)
                piece = ""
            piece += unit
    if piece:
        yield _encoded_word(piece)


def _encoded_word(text: str) -> str:
    raw = text.encode()
    by_sign = "".join(_in_q(byte) for byte in raw)
    by_bits = b64encode(raw).decode()
    kind, payload = ("q", by_sign) if len(by_sign) <= len(by_bits) else ("b", by_bits)
    return f"=?utf-8?{kind}?{payload}?="


def _in_q(byte: int) -> str:
    if byte in PLAIN_IN_Q:
        return chr(byte)
    return "_" if byte == ord(" ") else f"={byte:02X}"
