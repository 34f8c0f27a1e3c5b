"""A first sentence, as one line can hold it. Pure."""

import re

MARKERS = re.compile(r"^[\s>#*+-]+")
SENTENCE = re.compile(r".+?[.!?…](?=\s|$)")


def quote(text: str, most: int = 90) -> str:
    """ "“I keep replaying the whiteboard.”", or "" where there is no text."""
    line = next((plain for line in text.splitlines() if (plain := _plain(line))), "")
    if not line:
        return ""
    found = SENTENCE.match(line)
    sentence = found.group() if found else line
    if len(sentence) > most:
        sentence = sentence[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return f"“{sentence}”"


def _plain(line: str) -> str:
    return " ".join(re.sub(r"[*_`]+(?=\S)|(?<=\S)[*_`]+", "", MARKERS.sub("", line)).split())
