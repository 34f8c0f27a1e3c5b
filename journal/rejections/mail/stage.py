"""How far it went, where a mail says so."""

import re

from journal.rejections.mail.paper_words import (
    AFTER_MEETING,
    APPLICATION,
    INTERVIEW,
    MET,
    NEVER_SEEN,
    NOT_INVITED,
    NOT_MET,
    REVIEWED,
)
from journal.rejections.mail.stage_words import FOR_OTHERS, NOT_REACHED, STAGE

SENTENCE = re.compile(r"[^.!?\n]+(?:\n(?!\n)[^.!?\n]+)*")
BEFORE = 90


def stage_in(text: str) -> str:
    """The furthest that was reached; only the papers where nobody ever met; else nothing."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    for name, pattern in STAGE:
        if any(_is_reached(flat, found) for found in pattern.finditer(flat)):
            return name
    return "Application" if _only_papers(flat) else ""


def _is_reached(text: str, found: re.Match) -> bool:
    before, after = text[max(0, found.start() - BEFORE) : found.start()], text[found.end() :]
    return not NOT_REACHED.search(before) and not FOR_OTHERS.match(after[:BEFORE])


def _only_papers(text: str) -> bool:
    if any(_have_met(text, found) for found in MET.finditer(text)):
        return False
    if NEVER_SEEN.search(text) or (INTERVIEW.search(text) and NOT_INVITED.search(text)):
        return True
    return any(
        APPLICATION.search(sentence) and REVIEWED.search(sentence)
        for sentence in SENTENCE.findall(text)
    )


def _have_met(text: str, found: re.Match) -> bool:
    before = re.split(r"[.!?\n]", text[max(0, found.start() - BEFORE) : found.start()])[-1]
    if NOT_REACHED.search(before):
        return False
    return bool(AFTER_MEETING.search(before)) or not NOT_MET.search(before)
