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
# "Everyone we are talking to now".
OTHERS_WHO = re.compile(
    r"\b(?:everyone|everybody|people|those|others|candidates) (?:we|who|that)(?: \w+|['’]re)? ?$",
    re.IGNORECASE,
)
STOP = re.compile(r"(?=[.!?\n])")
BEFORE = 90


def stage_in(text: str) -> str:
    """The furthest that was reached; only the papers where nobody ever met; else nothing."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    reached = _less_invitations(flat)
    for name, pattern in STAGE:
        if any(_is_reached(reached, found) for found in pattern.finditer(reached)):
            return name
    if any(_have_met(reached, found) for found in MET.finditer(reached)):
        return ""
    return "Application" if reached != flat or _papers_were_read(reached) else ""


def _less_invitations(text: str) -> str:
    """Without what says that one was not invited: the interview it names never was."""
    said = [*NEVER_SEEN.finditer(text)]
    if INTERVIEW.search(text):
        said += NOT_INVITED.finditer(text)
    for found in sorted(said, key=re.Match.start, reverse=True):
        rest = STOP.split(text[found.end() :], maxsplit=1)
        text = text[: found.start()] + "".join(rest[1:])
    return text


def _is_reached(text: str, found: re.Match) -> bool:
    before, after = text[max(0, found.start() - BEFORE) : found.start()], text[found.end() :]
    return not NOT_REACHED.search(before) and not FOR_OTHERS.match(after[:BEFORE])


def _papers_were_read(text: str) -> bool:
    return any(
        APPLICATION.search(sentence) and REVIEWED.search(sentence)
        for sentence in SENTENCE.findall(text)
    )


def _have_met(text: str, found: re.Match) -> bool:
    before = re.split(r"[.!?\n]", text[max(0, found.start() - BEFORE) : found.start()])[-1]
    if NOT_REACHED.search(before) or OTHERS_WHO.search(before):
        return False
    return bool(AFTER_MEETING.search(before)) or not NOT_MET.search(before)


def said_at(text: str, stage: str) -> tuple[int, int] | None:
    """Where the words stand from which this stage is read; None where they are not in the text."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    reached = _less_invitations(flat)
    patterns = [pattern for name, pattern in STAGE if name == stage]
    for found in (each for pattern in patterns for each in pattern.finditer(reached)):
        at = flat.find(found[0], found.start())
        if at >= 0 and _is_reached(reached, found):
            return at, at + len(found[0])
    if stage != "Application":
        return None
    if not_met := NEVER_SEEN.search(flat) or (INTERVIEW.search(flat) and NOT_INVITED.search(flat)):
        return not_met.span()
    for sentence in SENTENCE.finditer(flat):
        papers, read = APPLICATION.search(sentence[0]), REVIEWED.search(sentence[0])
        if papers and read:
            begin, end = min(papers.start(), read.start()), max(papers.end(), read.end())
            return sentence.start() + begin, sentence.start() + end
    return None
