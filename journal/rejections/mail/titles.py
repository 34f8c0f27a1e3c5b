"""Where a role's title begins and ends in a line: "Senior Backend Engineer", "Chef de projet"."""

import re
from collections.abc import Iterator

from journal.rejections.mail.lists import BESIDE_A_NOUN, TRADES
from journal.rejections.mail.role_words import PAIR, ROLE_NOUN
from journal.rejections.mail.tails import end_of_title
from journal.rejections.mail.tokens import (
    LONGEST_LINE,
    Tokens,
    begins_the_name,
    ends_the_name,
    is_stop,
    tokens_of,
)

LONGEST = 8  # words of a title before its noun
# "the position of Warehouse Keeper": a title, whatever its noun.
FRAME = re.compile(
    r"\b(?:(?:position|role|post|job|vacancy|opening) (?:of|as)(?: an?| our| the)?"
    r"|(?:Stelle|Rolle|Position|Bewerbung|Ausschreibung) als(?: eine?n?)?"
    r"|(?:poste|emploi) (?:de|d['’])|(?:puesto|vacante|plaza|oferta|vaga|função|cargo) de"
    r"|(?:posizione|ruolo) di|(?:functie|rol|vacature) van|(?:tjänsten|rollen|stillingen) som)"
    r" (?=[A-ZÀ-Þ][a-zà-ÿ]|\.NET\b)"
)
# A title that has no noun of one.
OF_STAFF = re.compile(r"\bMember of (?:the )?Technical Staff\b")
# These come first in their titles: "Analista Funzionale", and nothing before them but a level.
COMES_FIRST = re.compile(
    r"^(?:ing[ée]ni|dévelop|desarroll|svilupp|desenvolv|arquitect[oa]|architecte|anali(?:st[ae]"
    r"|yste)|técnic|technicien|responsable|chef|jef|líder"
    r"|engenheir|cientí|científ|programador|sistemista|ingegn|diseñador|administrador)",
    re.IGNORECASE,
)
SHORT_LEVEL = re.compile(r"(?:Sr|Jr|Snr)\.", re.IGNORECASE)
MAY_LEAD = TRADES | {"of", "de", "und", "and", "d", "/", "on"} | BESIDE_A_NOUN
LEVELS = {"senior", "junior", "lead", "principal", "sr", "jr", "sénior"}


def spans(line: str, employer: str) -> Iterator[tuple[int, int]]:
    """Where each title begins and ends: around a noun that titles have, up to what ends them."""
    tokens = tokens_of(line)
    last = -1
    named = {found.end() for found in FRAME.finditer(line[:LONGEST_LINE])}
    named |= {found.start() for found in OF_STAFF.finditer(line[:LONGEST_LINE])}
    for at, (token, begin, _) in enumerate(tokens):
        word = token.strip(".,;:!?()")
        pair = f"{tokens[at - 1][0]} {word}" if at else word
        is_noun = begin in named or ROLE_NOUN.search(word) or PAIR.match(pair)
        if at > last and is_noun and not begins_the_name(tokens, at, employer):
            first, last = _begin(tokens, at, employer), end_of_title(tokens, at, employer)
            yield tokens[first][1], tokens[last][2]


def _begin(tokens: Tokens, at: int, employer: str) -> int:
    first = at
    while first and at - first < LONGEST and _goes_left(tokens, first, employer):
        first -= 1
    return first


def _goes_left(tokens: Tokens, first: int, employer: str) -> bool:
    here, before = tokens[first][0], tokens[first - 1][0]
    if COMES_FIRST.match(here):
        return before.lower().strip(".") in LEVELS
    if _is_outside(before, here):
        return False
    if before in {"and", "und", "&"}:
        return first > 1 and _joins(tokens[first - 2][0], here)
    if SHORT_LEVEL.fullmatch(before) or (before == "on" and here.startswith("Rails")):
        return True
    if before[-1] in ".,;:!?)|–—-" or here[0] in "([":
        return False
    is_word = before == "/" or (not is_stop(before) and bool(re.match(r"[\w(/&+#.]", before)))
    is_word = is_word or _is_a_kind(tokens, first - 1)
    return is_word and not ends_the_name(tokens, first, employer)


def _is_outside(before: str, here: str) -> bool:
    """ "offered QA Lead": what is in small letters belongs to no title in capitals."""
    if here[0].islower():
        return _is_a_title_already(before)
    return before.islower() and before not in MAY_LEAD


def _is_a_title_already(word: str) -> bool:
    """ "die Position als Controller intern besetzt"."""
    return word[0].isupper() and word.lower() not in LEVELS and bool(ROLE_NOUN.fullmatch(word))


def _is_a_kind(tokens: Tokens, at: int) -> bool:
    """ "the Application Security Engineer", and not "your Application Security Engineer"."""
    is_title = (
        tokens[at][0] in {"Application", "Applications", "Applied"}
        and tokens[at + 1][0][0].isupper()
    )
    return is_title and at > 0 and tokens[at - 1][0].lower() not in {"your", "my", "votre"}


def _joins(one: str, other: str) -> bool:
    """ "Build and Release Engineer"."""
    both = one[0].isupper() and other[0].isupper()
    return both and not is_stop(one) and one[-1] not in ".,;:!?"
