"""Where a role's title begins and ends in a line: "Senior Backend Engineer", "Chef de projet"."""

import re
from collections.abc import Iterator

from journal.ownership.text import name_key
from journal.rejections.mail.lists import BESIDE_A_NOUN, STOPS
from journal.rejections.mail.role_words import PAIR, PLACES, ROLE_NOUN

TOKEN = re.compile(r"\S+")
LONGEST = 8  # words of a title to each side of its noun
LONGEST_LINE = 4_000  # letters
OF = {"of", "de", "d'", "di", "del", "des", "du", "en", "dei"}
JOINING = OF | {"&", "/", "et", "und", "y", "and", "für", "in"}
BESIDE_AFTER = re.compile(
    r"^\W*(?:role|position|opening|opportunity|vacancy|job|post|search|seat|hire|stelle|rolle"
    r"|functie|positie|vacature|spot|slot|gig)\b",
    re.IGNORECASE,
)
# "the position of Warehouse Keeper": a title, whatever its noun.
FRAME = re.compile(
    r"\b(?:(?:position|role|post|job|vacancy|opening) (?:of|as)(?: an?| our| the)?"
    r"|(?:Stelle|Rolle|Position|Bewerbung|Ausschreibung) als(?: eine?n?)?"
    r"|(?:poste|emploi) (?:de|d['’])|(?:puesto|vacante|plaza|oferta|vaga|função|cargo) de"
    r"|(?:posizione|ruolo) di|(?:functie|rol|vacature) van|(?:tjänsten|rollen|stillingen) som)"
    r" (?=[A-ZÀ-Þ][a-zà-ÿ])"
)
# "Elektroniker für Betriebstechnik".
FOR_MAY_FOLLOW = re.compile(
    r"^\w*(?:tronik|technik|informatik|referent|kauf|fachkr|assistent|sachbearbeit|spezialist"
    r"|berat|mitarbeit|mechanik)\w*$",
    re.IGNORECASE,
)
# "Research Associate in Hydrology".
IN_MAY_FOLLOW = re.compile(r"^(?:lecturer|fellow|professor|associate|postdoc\w*)$", re.IGNORECASE)
OF_MAY_FOLLOW = re.compile(
    r"^(?:ing[ée]ni|dévelop|archit|arquit|anali|respons|chef|admin|analist|analyste|direct|tech"
    r"|desarr|progr|cient|jef|líder|técn|consult|diseñ|ingegn|svilupp|sistem|engenh|desenv"
    r"|gerente|head|director|vp|stagiaire|alternance|praktik|leiter|gestion|charg|assist|achet"
    r"|conduct|rédact|concept|coord"
    r"|gestor|especialista|specialist|redact|investig|delinean|addett|progettist|respons|ricerc"
    r"|kierow|pesquis|projet|comptable|contable|conseill|contr[ôo]l|prépar|animat|format|vend"
    r"|asesor"
    r"|auxil|profes|infirm|enferm|contad|asist)",
    re.IGNORECASE,
)
# These come first in their titles: "Analista Funzionale", and nothing before them but a level.
COMES_FIRST = re.compile(
    r"^(?:ing[ée]ni|dévelop|desarroll|svilupp|desenvolv|arquitect[oa]|architecte|anali(?:st[ae]"
    r"|yste)|técnic|technicien|responsable|chef|jef|líder"
    r"|engenheir|cientí|científ|programador|sistemista|ingegn|diseñador|administrador)",
    re.IGNORECASE,
)
# What often stands in brackets: "Software Engineer (Infrastructure)".
TEAMS = {
    *("infrastructure", "platform", "payments", "growth", "data", "security", "search", "identity"),
    *("mobile", "cloud", "analytics", "reliability", "backend", "frontend", "routing", "billing"),
    *("networking", "storage", "compute", "devices", "tooling", "integrations", "robotics"),
}
LEVELS = {"senior", "junior", "lead", "principal", "sr", "jr", "sénior"}
ADJECTIVE = re.compile(
    r"^\w+(?:if|ive|ique|iques|el|elle|els|al|ale|ico|ica|ivo|iva|nal|aire|ier|ière)$"
)


def spans(line: str, employer: str) -> Iterator[tuple[int, int]]:
    """Where each title begins and ends: around a noun that titles have, up to what ends them."""
    tokens = [
        (found[0], found.start(), found.end()) for found in TOKEN.finditer(line[:LONGEST_LINE])
    ]
    last = -1
    named = {found.end() for found in FRAME.finditer(line[:LONGEST_LINE])}
    for at, (token, begin, _) in enumerate(tokens):
        word = token.strip(".,;:!?()")
        pair = f"{tokens[at - 1][0]} {word}" if at else word
        is_noun = begin in named or ROLE_NOUN.search(word) or PAIR.match(pair)
        if at > last and is_noun and not _begins_the_name(tokens, at, employer):
            first, last = _reach(tokens, at, employer)
            yield tokens[first][1], tokens[last][2]


def _reach(tokens, at: int, employer: str) -> tuple[int, int]:
    first = last = at
    while first and at - first < LONGEST and _goes_left(tokens, first, employer):
        first -= 1
    while last + 1 < len(tokens) and last - at < LONGEST:
        step = _goes_right(tokens, last, employer)
        if not step:
            break
        last += step
    return first, last


def _goes_left(tokens, first: int, employer: str) -> bool:
    here, before = tokens[first][0], tokens[first - 1][0]
    if COMES_FIRST.match(here):
        return before.lower().strip(".") in LEVELS
    if here[0].islower() and _is_a_title_already(before):
        return False
    if before in {"and", "und", "&"}:
        return first > 1 and _joins(tokens[first - 2][0], here)
    if before[-1] in ".,;:!?)|–—-" or here[0] in "([":
        return False
    is_word = before == "/" or (not _is_stop(before) and bool(re.match(r"[\w(/&+#.]", before)))
    is_word = is_word or _is_a_kind(tokens, first - 1)
    return is_word and not _ends_the_name(tokens, first, employer)


def _is_a_title_already(word: str) -> bool:
    """ "die Position als Controller intern besetzt"."""
    return word[0].isupper() and word.lower() not in LEVELS and bool(ROLE_NOUN.fullmatch(word))


def _is_a_kind(tokens, at: int) -> bool:
    """ "the Application Security Engineer", and not "your Application Security Engineer"."""
    is_title = (
        tokens[at][0] in {"Application", "Applications", "Applied"}
        and tokens[at + 1][0][0].isupper()
    )
    return is_title and at > 0 and tokens[at - 1][0].lower() not in {"your", "my", "votre"}


def _joins(one: str, other: str) -> bool:
    """ "Build and Release Engineer"."""
    both = one[0].isupper() and other[0].isupper()
    return both and not _is_stop(one) and one[-1] not in ".,;:!?"


def _is_stop(token: str) -> bool:
    bare = token.strip(".,;:!?()[]'’").lower()
    return not bare or bare in STOPS or bare in {"d", "l"}


def _ends_the_name(tokens, end: int, employer: str) -> bool:
    """The words just before `end` are the employer's name."""
    count = len(employer.split())
    said = " ".join(token for token, _, _ in tokens[max(0, end - count) : end])
    return bool(employer) and _bare(said) == _bare(employer)


def _begins_the_name(tokens, begin: int, employer: str) -> bool:
    count = len(employer.split())
    said = " ".join(token for token, _, _ in tokens[begin : begin + count])
    return bool(employer) and _bare(said).startswith(_bare(employer))


def _bare(words: str) -> str:
    return name_key(words.strip(".,;:!?()[]'’"))


def _goes_right(tokens, last: int, employer: str) -> int:
    """How many more words belong to it."""
    here, after = tokens[last][0], tokens[last + 1][0]
    if here[-1] in ".;:!?)|" or after[0] in "|–—-:":
        return 0
    if here.endswith(","):
        return _after_comma(tokens, last, employer)
    if after.lower() in JOINING and last + 2 < len(tokens):
        return _after_joining(tokens, last, employer)
    if after[0] == "(":
        return int(after[-1] in ").," and _is_of_the_trade(after))
    return int(_follows(tokens, last, employer))


def _after_joining(tokens, last: int, employer: str) -> int:
    here, joining, further = (token for token, _, _ in tokens[last : last + 3])
    if joining.lower() in OF:
        return _after_of(tokens, last, employer)
    if joining in {"für", "in"}:
        return 2 * _is_for_a_trade(tokens, last, employer)
    return 2 * (joining in {"&", "/"} or _are_two(here, further))


def _is_for_a_trade(tokens, last: int, employer: str) -> bool:
    here, after, further = (token for token, _, _ in tokens[last : last + 3])
    may_follow = FOR_MAY_FOLLOW if after == "für" else IN_MAY_FOLLOW
    is_one = bool(may_follow.match(here)) and further[0].isupper() and not _is_stop(further)
    is_place = PLACES.match(f", {further}")
    return is_one and not is_place and not _begins_the_name(tokens, last + 2, employer)


def _are_two(one: str, other: str) -> bool:
    """ "Systèmes et Réseaux", and no "Engineer and Maria"."""
    return one[0].isupper() and other[0].isupper() and not ROLE_NOUN.search(one)


def _is_of_the_trade(bracket: str) -> bool:
    """ "(Backend)", and no "(Tallinn)"."""
    words = re.findall(r"[\w-]+", bracket.lower())
    return any(word in TEAMS or word in BESIDE_A_NOUN for word in words)


def _after_of(tokens, last: int, employer: str) -> int:
    """ "Chef de projet", "Head of Data": after a noun that is read so, and before no employer."""
    of, further = tokens[last + 1][0].lower(), tokens[last + 2][0]
    is_unknown = of == "de" and not ROLE_NOUN.search(tokens[last][0]) and further[0].islower()
    is_read_so = (
        is_unknown
        or OF_MAY_FOLLOW.match(tokens[last][0])
        or OF_MAY_FOLLOW.match(tokens[last - 1][0])
    )
    if not is_read_so or _is_stop(further) or (of == "en" and not further[0].islower()):
        return 0
    return 0 if _begins_the_name(tokens, last + 2, employer) else 2


def _follows(tokens, last: int, employer: str) -> bool:
    here, after = tokens[last][0], tokens[last + 1][0]
    if _is_stop(after) or _begins_the_name(tokens, last + 1, employer):
        return False
    bare = after.strip(".,")
    is_one = after[0].isupper() or bare.lower() in BESIDE_A_NOUN
    is_one = is_one or bool(OF_MAY_FOLLOW.match(here) and ADJECTIVE.match(bare))
    return is_one and bool(re.match(r"[\w/]", after))


def _after_comma(tokens, last: int, employer: str) -> int:
    """ "Software Engineer, Payments role": as many words as are plainly part of it."""
    for at in range(last + 1, min(last + 5, len(tokens))):
        token = tokens[at][0]
        if not _goes_on(tokens, at, employer):
            return 0
        if at + 1 == len(tokens) or token[-1] in ".;:!?" or _closes(tokens[at + 1][0]):
            return at - last
        if token.endswith(",") or not _goes_on(tokens, at + 1, employer):
            return at - last if tokens[at + 1][0][0].islower() else 0
    return 0


def _goes_on(tokens, at: int, employer: str) -> bool:
    token = tokens[at][0]
    if token in {"&", "and"}:
        return at + 1 < len(tokens) and bool(re.match(r"[A-ZÀ-Þ]\w", tokens[at + 1][0]))
    if token.lower() in OF and at + 1 < len(tokens):
        return tokens[at + 1][0][0].isupper()
    is_name = _begins_the_name(tokens, at, employer) or PLACES.match(f", {token}")
    return (token[0].isupper() or token[0].isdigit()) and not is_name and not _is_stop(token)


def _closes(token: str) -> bool:
    return (
        bool(BESIDE_AFTER.match(token))
        or token[0] in "|–—-("
        or token.lower().strip(".,") in {"at", "bei", "with", "team", "chez"}
    )
