"""What in a text is theirs: a forward's inner mail, and no thread quoted below it.

Line by line, each cut to an honest length, so that no pattern meets a text of a million letters.
"""

import re
from dataclasses import dataclass, replace

from journal.rejections.mail.days import day_in, day_said
from journal.rejections.mail.parts import ADDRESS, Mail, name_and_address

LONGEST = 400
MOST_LINES = 2_000
MOST_FIELDS = 12
NAMES = {
    "from": "from von de da van desde remitente expéditeur mittente afzender",
    "date": "date sent datum gesendet envoyé enviado data inviato verzonden fecha",
    "subject": "subject betreff objet asunto assunto oggetto onderwerp",
    "to": "to an à a para aan cc cci kopie reply-to répondre-à antwort",
}
MEANS = {word: name for name, words in NAMES.items() for word in words.split()}
FIELD = re.compile(r"^\*?([^\W\d_][\w-]{0,20})(?: el| à)?\s?\*?\s?:\*?\s*(.*)$")
FORWARDED = re.compile(
    r"^[\s>*_-]*(begin forwarded message|forwarded message|original message"
    r"|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|ursprüngliche nachricht"
    r"|message transféré|début du message (transféré|réexpédié)|message d'origine"
    r"|mensaje reenviado|inicio del mensaje reenviado|mensaje original"
    r"|doorgestuurd bericht|begin doorgestuurd bericht|oorspronkelijk bericht"
    r"|messaggio inoltrato|inizio messaggio inoltrato|messaggio originale"
    r"|mensagem (re)?encaminhada|mensagem original)\b",
    re.IGNORECASE,
)
FORWARD = re.compile(r"^\s*(fwd?|wg|tr|rv|i|enc|doorst|fw)\s*:", re.IGNORECASE)
WROTE = re.compile(
    r"\b(wrote|schrieb|a écrit|escribió|schreef|geschreven|ha scritto|escreveu)\b", re.IGNORECASE
)
WHEN = re.compile(r"\d{4}|\d{1,2}[:.]\d{2}")
RULE = re.compile(r"^[\s_-]{10,}$|^-{3,}\s*\w.{0,40}-{3,}$")
ATTRIBUTION_LINES = 3


@dataclass(frozen=True)
class Block:
    """The visible headers above a quoted mail: where they end, and what they say."""

    end: int
    said: dict[str, str]


def theirs(mail: Mail) -> Mail:
    """The mail that counts, with its own text alone."""
    lines = [line.rstrip() for line in mail.text.splitlines()]
    inner = _forwarded(mail, lines) or _copied_off_a_screen(mail, lines)
    return inner or replace(mail, text=_own(lines))


def _copied_off_a_screen(mail: Mail, lines: list[str]) -> Mail | None:
    """ "Ines Okafor <ines@…>", the day, "to me": what a mail program shows above the text."""
    first = lines[0][:LONGEST].strip() if lines else ""
    found = ADDRESS.search(first)
    if mail.address or not found or found.end() != len(first):
        return None
    end = next((at for at, line in enumerate(lines[:6]) if not line.strip()), 1)
    name, address = name_and_address(first)
    days = [day for line in lines[1:end] if (day := day_in(line))]
    return Mail(_own(lines[end:]), "", name, address, days[0] if days else None)


def _forwarded(mail: Mail, lines: list[str]) -> Mail | None:
    bare = [line.lstrip("> ") for line in lines]
    for at in range(min(len(bare), MOST_LINES)):
        block = _block(bare, at)
        if not block or not _is_forward(mail, bare, at):
            continue
        quoted = lines[block.end :]
        rest = bare[block.end :] if _all_quoted(quoted) else quoted
        name, address = name_and_address(block.said["from"])
        return Mail(
            text=_own(rest),
            subject=block.said.get("subject", ""),
            name=name,
            address=address,
            sent_on=day_said(block.said.get("date", "")),
        )
    return None


def _is_forward(mail: Mail, lines: list[str], at: int) -> bool:
    """By a line that says so, by its subject, or where the block is the first thing there is."""
    above = [line for line in lines[max(0, at - 4) : at] if line.strip()]
    said = any(FORWARDED.match(line[:LONGEST]) for line in above)
    if said and "original" not in " ".join(above).lower():
        return True
    return bool(FORWARD.match(mail.subject)) or not any(line.strip() for line in lines[:at])


def _all_quoted(lines: list[str]) -> bool:
    written = [line for line in lines if line.strip()]
    return bool(written) and all(line.startswith(">") for line in written)


def _block(lines: list[str], at: int) -> Block | None:
    """A run of visible headers that begins here, with who sent it and when or about what."""
    said: dict[str, str] = {}
    last, end = "", at
    for line in lines[at : at + MOST_FIELDS]:
        field = _field(line)
        if field:
            last = field[0]
            said.setdefault(*field)
        elif line.strip() and last and not said[last]:
            said[last] = line.strip()[:LONGEST]  # on a line of its own
        else:
            break
        end += 1
    is_one = "from" in said and ("date" in said or "subject" in said)
    return Block(end, said) if is_one else None


def _field(line: str) -> tuple[str, str] | None:
    """Which of the visible headers a line is, and what it says."""
    found = FIELD.match(line[:LONGEST].strip())
    name = MEANS.get(found[1].lower()) if found else None
    return (name, found[2].strip("* ")) if found and name else None


def _own(lines: list[str]) -> str:
    """Up to where a thread is quoted."""
    for at in range(min(len(lines), MOST_LINES)):
        if _begins_a_quote(lines, at) and any(each.strip() for each in lines[:at]):
            lines = lines[:at]
            break
    while lines and (not lines[-1].strip() or RULE.match(lines[-1][:LONGEST])):
        lines = lines[:-1]
    return "\n".join(lines).strip("\n")


def _begins_a_quote(lines: list[str], at: int) -> bool:
    line = lines[at][:LONGEST].strip()
    if FORWARDED.match(line) and not line.endswith((".", ",")):
        return True
    if _is_attribution(lines, at):
        return True
    if line.startswith(">"):
        return all(not each.strip() or each.startswith(">") for each in lines[at : at + 5])
    field = _field(line)
    return bool(field and field[0] == "from" and _block(lines, at))


def _is_attribution(lines: list[str], at: int) -> bool:
    """ "On …, X wrote:", which programs break over up to three lines."""
    said = ""
    for line in lines[at : at + ATTRIBUTION_LINES]:
        said = f"{said} {line.strip()}".strip()[:LONGEST]
        if not line.strip():
            return False
        if said.endswith(":") and WROTE.search(said) and WHEN.search(said):
            return True
    return False
