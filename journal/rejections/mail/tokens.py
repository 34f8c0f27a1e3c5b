"""The words of a line, and which of them end a title or name the employer."""

import re

from journal.ownership.text import name_key
from journal.rejections.mail.lists import STOPS

TOKEN = re.compile(r"\S+")
LONGEST_LINE = 4_000  # letters

Tokens = list[tuple[str, int, int]]


def tokens_of(line: str) -> Tokens:
    """Each word, where it begins and where it ends."""
    return [(found[0], found.start(), found.end()) for found in TOKEN.finditer(line[:LONGEST_LINE])]


def is_stop(token: str) -> bool:
    """ "IT" is a trade, and no "it"."""
    bare = token.strip(".,;:!?()[]'’")
    if bare == "IT":
        return False
    bare = bare.lower()
    return not bare or bare in STOPS or bare in {"d", "l"}


def begins_the_name(tokens: Tokens, begin: int, employer: str) -> bool:
    count = len(employer.split())
    said = " ".join(token for token, _, _ in tokens[begin : begin + count])
    return bool(employer) and _bare(said).startswith(_bare(employer))


def ends_the_name(tokens: Tokens, end: int, employer: str) -> bool:
    """The words just before `end` are the employer's name: "Kiln's Security Engineer" too."""
    count = len(employer.split())
    said = " ".join(token for token, _, _ in tokens[max(0, end - count) : end])
    return bool(employer) and re.sub(r"['’]s?$", "", _bare(said)) == _bare(employer)


def _bare(words: str) -> str:
    return name_key(words.strip(".,;:!?()[]'’"))
