"""What is the same name, and the same text, whoever typed it. Pure."""

import unicodedata


def name_key(name: str) -> str:
    """The key by which names are compared: databases disagree on case, so Python folds it."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def with_lf(text: str) -> str:
    """The text with LF newlines; a browser sends CRLF or LF as it likes."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
