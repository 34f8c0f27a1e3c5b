"""What is the same name, and the same text, whoever typed it. Pure."""

import unicodedata
from hashlib import sha256

from accounts.one_line import BLANK, UNDRAWN, one_line

A_LINE = 60
LONGEST_KEY = 600


def name_key(name: str) -> str:
    """The key by which names are compared: databases disagree on case, so Python folds it.

    Wide letters are as good as narrow ones, and what is not drawn makes no other name.
    """
    key = ""
    while key != (folded := _folded(key or name)):
        key = folded
    if len(key) <= LONGEST_KEY:
        return key
    rest = sha256(key.encode()).hexdigest()
    return key[: LONGEST_KEY - len(rest)] + rest


def _folded(name: str) -> str:
    folded = unicodedata.normalize("NFKC", _drawn(name)).casefold()
    return unicodedata.normalize("NFKC", " ".join(_drawn(folded).split()))


def _drawn(name: str) -> str:
    return UNDRAWN.sub("", one_line(name)).replace(BLANK, " ")


def quoted(text: str) -> str:
    """Its first words, to know it by: “Wrote clean code. Drew…”."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= A_LINE else f"“{words[:A_LINE].rstrip(' .,;:')}…”"


def with_lf(text: str) -> str:
    """The text with LF newlines; a browser sends CRLF or LF as it likes."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
