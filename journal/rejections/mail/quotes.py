"""What in a text was written, and what is quoted: below it, above it, or in between.

Line by line, each cut to an honest length, so that no pattern meets a text of a million letters.
"""

import re

from journal.rejections.mail.blocks import FORWARDED_OR_ANSWERED, LONGEST, block, field_of

MOST_LINES = 2_000
_WROTE = r"\b(?:wrote|schrieb|a écrit|escribió|schreef|geschreven|ha scritto|escreveu)\b"
WROTE = re.compile(_WROTE, re.IGNORECASE)
WHEN = re.compile(r"\d{4}|\d{1,2}[:.]\d{2}")
RULE = re.compile(r"^[\s_-]{10,}$|^-{3,}\s*\w.{0,40}-{3,}$")
ATTRIBUTION_LINES = 3
# "On Tue, …", "Am 3. März …", "2026-03-03 …", "Bilal <bilal@…>": no line of the letter above it.
BEGINS_SO = re.compile(
    rf"^\W*(?:(?:on|am|le|el|op|il|em|den|på|w dniu|dnia)\b.*\d|\d|.*<\S+@|.*{_WROTE})",
    re.IGNORECASE,
)


def written(lines: list[str]) -> str:
    """Up to where a thread is quoted, and what was written below what it answers."""
    lines = _without_answered(lines)
    quoted_from = _quoted_to_the_end(lines)
    for at in range(min(len(lines), MOST_LINES)):
        begins = at >= quoted_from or _begins_a_quote(lines, at)
        if begins and any(each.strip() for each in lines[:at]):
            lines = lines[:at]
            break
    while lines and (not lines[-1].strip() or RULE.match(lines[-1][:LONGEST])):
        lines = lines[:-1]
    return "\n".join(lines).strip("\n")


def answered(text: str, thread: str) -> str:
    """What a text answers: below it in its thread, or marked as quoted around it."""
    lines = thread.partition(text)[2].splitlines() if text else []
    if not lines:
        lines = [line for line in thread.splitlines() if line.startswith(">")]
    return "\n".join(line.lstrip("> ") for line in lines)


def _quoted_to_the_end(lines: list[str]) -> int:
    """From which line on all is marked as quoted, or blank."""
    at = len(lines)
    while at and (not lines[at - 1].strip() or lines[at - 1].startswith(">")):
        at -= 1
    return at


def _without_answered(lines: list[str]) -> list[str]:
    """Without "On …, X wrote:" and the marked lines below it, wherever an answer follows them."""
    at, kept = 0, []
    while at < min(len(lines), MOST_LINES):
        end = _end_of_quoted(lines, at)
        if end and any(line.strip() for line in lines[end:]):
            at = end
        else:
            kept.append(lines[at])
            at += 1
    return kept + lines[at:]


def _end_of_quoted(lines: list[str], at: int) -> int:
    """Where a quote that has its attribution ends; 0 where none begins."""
    if not _is_attribution(lines, at):
        return 0
    first = next(
        (here for here in range(at, min(at + 5, len(lines))) if lines[here].startswith(">")), 0
    )
    return first and next(
        (
            here
            for here in range(first, len(lines))
            if lines[here].strip() and not lines[here].startswith(">")
        ),
        len(lines),
    )


def _begins_a_quote(lines: list[str], at: int) -> bool:
    line = lines[at][:LONGEST].strip()
    if FORWARDED_OR_ANSWERED.match(line) and not line.endswith((".", ",")):
        return True
    if _is_attribution(lines, at):
        return True
    field = field_of(line)
    return bool(field and field[0] == "from" and block(lines, at))


def _is_attribution(lines: list[str], at: int) -> bool:
    """ "On …, X wrote:", which programs break over up to three lines."""
    said = ""
    if not BEGINS_SO.match(lines[at][:LONGEST]):
        return False
    for line in lines[at : at + ATTRIBUTION_LINES]:
        said = f"{said} {line.strip()}".strip()[:LONGEST]
        if not line.strip():
            return False
        if said.endswith(":") and WROTE.search(said) and WHEN.search(said):
            return True
    return False
