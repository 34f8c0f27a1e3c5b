"""The visible headers above a quoted or forwarded mail: "From: …", "Gesendet: …"."""

import re
from dataclasses import dataclass

LONGEST = 400  # letters of a line that are looked at
MOST_LINES = 30  # some programs put two blank ones between the fields
NAMES = {
    "from": "from von de da van desde remitente expéditeur mittente afzender",
    "date": "date sent datum gesendet envoyé enviado data inviato verzonden fecha",
    "subject": "subject betreff objet sujet asunto assunto oggetto onderwerp",
    "to": "to an à a para pour per aan cc cci kopie reply-to répondre-à répondre responder rispondi"
    " antwort",
}
MEANS = {word: name for name, words in NAMES.items() for word in words.split()}
FIELD = re.compile(r"^\*?([^\W\d_][\w-]{0,20})(?: el| à| an)?\s?\*?\s?:\*?\s*(.*)$")
_FORWARDED = (
    r"begin forwarded message|forwarded message"
    r"|weitergeleitete nachricht|anfang der weitergeleiteten nachricht"
    r"|message transféré|début du message (?:transféré|réexpédié)"
    r"|mensaje reenviado|inicio del mensaje reenviado"
    r"|doorgestuurd bericht|begin doorgestuurd bericht"
    r"|messaggio inoltrato|inizio messaggio inoltrato|mensagem (?:re)?encaminhada"
)
# Above what is answered as well as above what is forwarded.
_ORIGINAL = (
    r"original message|ursprüngliche nachricht|originalnachricht|message d['’]origine"
    r"|message original|mensaje original|oorspronkelijk bericht|messaggio originale"
    r"|mensagem original"
)
_DASHES = r"^[\s>*_-]*"
FORWARDED = re.compile(rf"{_DASHES}(?:{_FORWARDED})\b", re.IGNORECASE)
FORWARDED_OR_ANSWERED = re.compile(rf"{_DASHES}(?:{_FORWARDED}|{_ORIGINAL})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """The visible headers above a quoted mail: where they end, and what they say."""

    end: int
    said: dict[str, str]


def block(lines: list[str], at: int) -> Block | None:
    """A run of visible headers that begins here, with who sent it and when or about what."""
    said: dict[str, str] = {}
    last, end = "", at
    for here, line in enumerate(lines[at : at + MOST_LINES], at):
        field = field_of(line)
        if field:
            last, end = field[0], here + 1
            said.setdefault(*field)
        elif line.strip() and last and not said[last]:
            said[last] = line.strip()[:LONGEST]  # on a line of its own
            end = here + 1
        elif line.strip() or not last:
            break
    is_one = "from" in said and ("date" in said or "subject" in said)
    return Block(end, said) if is_one else None


def field_of(line: str) -> tuple[str, str] | None:
    """Which of the visible headers a line is, and what it says."""
    found = FIELD.match(line[:LONGEST].strip())
    name = MEANS.get(found[1].lower()) if found else None
    return (name, found[2].strip("* ")) if found and name else None
