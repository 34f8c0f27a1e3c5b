"""Whether all words of a text are shown: the net under whatever Markdown may drop. Pure."""

import re
from collections import Counter
from html import unescape

TAG = re.compile(r'<(?:[^">]|"[^"]*")*>')
KEPT = re.compile(r'\s(?:href|title|start|value)="([^"]*)"')
BETWEEN_WORDS = re.compile(r"[\W_]+")


def has_all_words(html: str, text: str, marks: list[str]) -> bool:
    """By the letters and figures, as colours and emphasis divide words; `marks` are shown too."""
    kept = " ".join(KEPT.findall(html))
    shown = [unescape(TAG.sub(" ", html)), kept, unescape(kept), *marks]
    return not _letters(text) - _letters(" ".join(shown))


def _letters(text: str) -> Counter[str]:
    return Counter(BETWEEN_WORDS.sub("", text.casefold()))
