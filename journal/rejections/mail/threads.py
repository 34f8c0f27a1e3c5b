"""Which mail counts: the one that was forwarded, or copied off a screen, else this one."""

import re
from dataclasses import replace
from itertools import takewhile

from journal.rejections.mail.blocks import (
    FORWARDED,
    FORWARDED_OR_ANSWERED,
    LONGEST,
    block,
    field_of,
)
from journal.rejections.mail.days import day_in, day_said
from journal.rejections.mail.parts import ADDRESS, Mail, name_and_address
from journal.rejections.mail.quotes import MOST_LINES, written

ABOVE = 5  # lines
SHOWN = 6  # lines, with the blank one
FORWARD = re.compile(r"^\s*(fwd?|wg|tr|rv|i|enc|doorst|fw)\s*:", re.IGNORECASE)


def theirs(mail: Mail) -> Mail:
    """The mail that counts, with its own text alone."""
    lines = [line.rstrip() for line in mail.text.splitlines()]
    inner = (
        _forwarded(mail, lines)
        or _copied_off_a_screen(mail, lines)
        or _below_its_subject(mail, lines)
    )
    return inner or replace(mail, text=written(lines), thread="\n".join(lines))


def _below_its_subject(mail: Mail, lines: list[str]) -> Mail | None:
    """A letter that was pasted with "Betreff: …" above it, and no more."""
    field = field_of(lines[0]) if lines and not mail.address else None
    if not field or field[0] != "subject" or (lines[1:] and lines[1].strip()):
        return None
    return Mail(written(lines[1:]), subject=field[1], thread="\n".join(lines[1:]))


def _copied_off_a_screen(mail: Mail, lines: list[str]) -> Mail | None:
    """ "Ines Okafor <ines@…>", the day, "to me": what a mail program shows above the text, and
    above that its subject. Words above it are a subject only where a day is said, too: else they
    are a letter's, which names somebody to write to."""
    at = next((at for at, line in enumerate(lines[:ABOVE]) if _is_who_sent_it(line)), None)
    if mail.address or at is None:
        return None
    shown = list(takewhile(str.strip, lines[at : at + SHOWN]))
    end = at + (len(shown) if len(shown) < SHOWN else 1)
    days = [day for line in lines[at:end] if (day := day_in(line.rpartition(">")[2]))]
    subject = next((line for line in lines[:at] if line.strip()), "")
    if subject and not days:
        return None
    name, address = name_and_address(lines[at][:LONGEST])
    return Mail(written(lines[end:]), subject, name, address, days[0] if days else None)


def _is_who_sent_it(line: str) -> bool:
    """With nothing behind it, but for the day."""
    line = line[:LONGEST].strip()
    found = ADDRESS.search(line)
    return bool(found and (found.end() == len(line) or day_in(line[found.end() :])))


def _forwarded(mail: Mail, lines: list[str]) -> Mail | None:
    bare = [line.lstrip("> ") for line in lines]
    for at in range(min(len(bare), MOST_LINES)):
        found = block(bare, at)
        if not found or not _is_forward(mail, bare, at):
            continue
        quoted = lines[found.end :]
        rest = bare[found.end :] if _all_quoted(quoted) else quoted
        name, address = name_and_address(found.said["from"])
        return Mail(
            text=written(rest),
            subject=found.said.get("subject", ""),
            name=name,
            address=address,
            sent_on=day_said(found.said.get("date", "")),
            thread="\n".join(rest),
        )
    return None


def _is_forward(mail: Mail, lines: list[str], at: int) -> bool:
    """By a line that says so, by its subject, or where the block is the first thing there is."""
    above = [line for line in lines[max(0, at - 4) : at] if line.strip()]
    if any(FORWARDED.match(line[:LONGEST]) for line in above) or FORWARD.match(mail.subject):
        return True
    return all(FORWARDED_OR_ANSWERED.match(line[:LONGEST]) for line in lines[:at] if line.strip())


def _all_quoted(lines: list[str]) -> bool:
    marked = [line for line in lines if line.strip()]
    return bool(marked) and all(line.startswith(">") for line in marked)
