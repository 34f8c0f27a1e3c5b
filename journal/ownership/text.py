"""What is the same name, and the same text, whoever typed it. Pure."""

import unicodedata

A_LINE = 60


def name_key(name: str) -> str:
    """The key by which names are compared: databases disagree on case, so Python folds it."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def quoted(text: str) -> str:
    """Its first words, to know it by: “Wrote clean code. Drew…”."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= A_LINE else f"“{words[:A_LINE].rstrip(' .,;:')}…”"


def with_lf(text: str) -> str:
    """The text with LF newlines; a browser sends CRLF or LF as it likes."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
