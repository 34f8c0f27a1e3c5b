"""How far a title goes on behind its noun: "Chef de projet", "Software Engineer, Payments"."""

import re

from journal.rejections.mail.lists import BESIDE_A_NOUN, TRADES
from journal.rejections.mail.role_words import PLACES, ROLE_NOUN
from journal.rejections.mail.tokens import Tokens, begins_the_name, is_stop

TRADE = re.compile(r"\.?[^\W_][\w+#.-]*")
# "Ingeniero Sr. (Pagos)", "Desenvolvedor(a) Back-end".
SHORT_FORM = re.compile(r"[SJ]r\.|Ssr\.|\w+\((?:a|e|o|in|ne|ère|ice|rice|euse|se)\)", re.IGNORECASE)
LEVEL = re.compile(r"\b(?:tier|level|niveau|nivel|stufe|grade|L|IC|T) ?\d\b", re.IGNORECASE)
LONGEST = 8  # words of a title behind its noun
LONGEST_TAIL = 5  # words of what follows a bracket or a dash
OF = {"of", "de", "d'", "di", "del", "des", "du", "en", "dei"}
CAREER = re.compile(r"(?:New Grad|Early Career|Entry Level|University Grad)\w*\b")
CAREER_ENDS = {"Grad", "Career", "Level"}
# "(client in trading)"
CLIENTS = re.compile(r"\b(?:client|kunde|cliente|klant)", re.IGNORECASE)
DASHES = {"-", "–", "—"}
JOINING = OF | {"&", "/", "et", "und", "y", "and", "für", "in", "por"}
BESIDE_AFTER = re.compile(
    r"^\W*(?:role|position|opening|opportunity|vacancy|job|post|search|seat|hire|stelle|rolle"
    r"|functie|positie|vacature|spot|slot|gig|posting|listing|advert|requisition)\b",
    re.IGNORECASE,
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
    r"^(?:member|ing[ée]ni|dévelop|archit|arquit|anali|respons|chef|admin|analist|analyste"
    r"|direct|tech"
    r"|desarr|progr|cient|jef|líder|técn|consult|diseñ|ingegn|svilupp|sistem|engenh|desenv"
    r"|gerente|head|director|vp|stagiaire|alternance|praktik|leiter|gestion|charg|assist|achet"
    r"|conduct|rédact|concept|coord"
    r"|gestor|especialista|specialist|redact|investig|delinean|addett|progettist|respons|ricerc"
    r"|kierow|pesquis|projet|comptable|contable|conseill|contr[ôo]l|prépar|animat|format|vend"
    r"|asesor"
    r"|auxil|profes|infirm|enferm|contad|asist)",
    re.IGNORECASE,
)
ADJECTIVE = re.compile(
    r"^\w+(?:if|ive|ique|iques|el|elle|els|al|ale|ico|ica|ivo|iva|nal|aire|ier|ière)$"
)


def end_of_title(tokens: Tokens, at: int, employer: str) -> int:
    """At which word the title ends whose noun is `at`."""
    last = at
    while last + 1 < len(tokens) and last - at < LONGEST:
        step = _goes_right(tokens, last, employer)
        if not step:
            break
        last += step
    return last


def _goes_right(tokens: Tokens, last: int, employer: str) -> int:
    """How many more words belong to it."""
    here, after = tokens[last][0], tokens[last + 1][0]
    if here.endswith(")") and after in DASHES:
        return _after_dash(tokens, last, employer)
    if _is_over(here):
        return 0
    if here.endswith(","):
        return _after_comma(tokens, last, employer)
    if after[0] in "|–—-:":
        return _after_dash(tokens, last, employer) if after in DASHES else 0
    if after.lower() in JOINING and last + 2 < len(tokens):
        return _after_joining(tokens, last, employer)
    return _in_brackets(tokens, last) if after[0] == "(" else _follows(tokens, last, employer)


def _is_over(here: str) -> bool:
    ends = here.endswith((*".;:!?)|", "),")) and not SHORT_FORM.fullmatch(here)
    return ends or here in CAREER_ENDS


def _after_joining(tokens: Tokens, last: int, employer: str) -> int:
    here, joining, further = (token for token, _, _ in tokens[last : last + 3])
    if joining.lower() in OF:
        return _after_of(tokens, last, employer)
    if (joining, further.strip(".,;:!?")) in {("in", "Test"), ("por", "Computador")}:
        return 2
    if joining in {"für", "in"}:
        return 2 * _is_for_a_trade(tokens, last, employer)
    if is_stop(further):
        return 0
    is_beside = joining in {"&", "/"} and not (here[0].isupper() and _is_any_word(further))
    return 2 * (is_beside or _are_two(here, further))


def _is_any_word(token: str) -> bool:
    """In small letters, and of no trade: "Site Reliability Engineer / team matching"."""
    bare = token.strip(".,;:!?").lower()
    return token[0].islower() and bare not in TRADES | BESIDE_A_NOUN


def _is_for_a_trade(tokens: Tokens, last: int, employer: str) -> bool:
    here, after, further = (token for token, _, _ in tokens[last : last + 3])
    may_follow = FOR_MAY_FOLLOW if after == "für" else IN_MAY_FOLLOW
    is_one = bool(may_follow.match(here)) and further[0].isupper() and not is_stop(further)
    is_place = PLACES.match(f", {further}")
    return is_one and not is_place and not begins_the_name(tokens, last + 2, employer)


def _are_two(one: str, other: str) -> bool:
    """ "Systèmes et Réseaux", "systèmes et réseaux", and no "Engineer and Maria"."""
    if {one.lower(), other.strip(".,;:!?").lower()} <= TRADES | BESIDE_A_NOUN:
        return True
    return one[0].isupper() and other[0].isupper() and not ROLE_NOUN.search(one)


def _in_brackets(tokens: Tokens, last: int) -> int:
    """ "(React Native)", and no "(Go, Berlin)" or "(Tallinn)"."""
    for at in range(last + 1, min(last + 1 + LONGEST_TAIL, len(tokens))):
        if ")" in tokens[at][0]:
            said = " ".join(token for token, _, _ in tokens[last + 1 : at + 1])
            is_part = bool(LEVEL.search(said)) or _is_of_the_trade(said)
            is_part = is_part and not (PLACES.search(said) or CLIENTS.search(said))
            return at - last if is_part else 0
    return 0


def _is_of_the_trade(words: str) -> bool:
    said = [word.rstrip(".") for word in TRADE.findall(words.lower())]
    return not TRADES.isdisjoint(said)


def _after_dash(tokens: Tokens, last: int, employer: str) -> int:
    """ "Staff Engineer - Infrastructure", and no "Staff Engineer - Berlin".

    Of an employer that is not known it may be the name.
    """
    end = last + 1
    while end + 1 < len(tokens) and end - last < LONGEST_TAIL:
        token = tokens[end + 1][0]
        if not _goes_on(tokens, end + 1, employer):
            break
        end += 1
        if token[-1] in ".,;:!?":
            break
    said = " ".join(token for token, _, _ in tokens[last + 1 : end + 1])
    is_title = ROLE_NOUN.search(said) and not _is_of_the_trade(ROLE_NOUN.sub("", said))
    if PLACES.search(f", {said}") or is_title:
        return 0
    is_role = end + 1 < len(tokens) and BESIDE_AFTER.match(tokens[end + 1][0])
    return end - last if is_role or (employer and _is_of_the_trade(said)) else 0


def _after_of(tokens: Tokens, last: int, employer: str) -> int:
    """ "Chef de projet", "Head of Data": after a noun that is read so, and before no employer."""
    of, further = tokens[last + 1][0].lower(), tokens[last + 2][0]
    is_unknown = of == "de" and not ROLE_NOUN.search(tokens[last][0]) and further[0].islower()
    is_read_so = (
        is_unknown
        or OF_MAY_FOLLOW.match(tokens[last][0])
        or OF_MAY_FOLLOW.match(tokens[last - 1][0])
    )
    if not is_read_so or is_stop(further) or (of == "en" and not further[0].islower()):
        return 0
    return 0 if begins_the_name(tokens, last + 2, employer) else 2


def _follows(tokens: Tokens, last: int, employer: str) -> int:
    here, after = tokens[last][0], tokens[last + 1][0]
    if is_stop(after) or begins_the_name(tokens, last + 1, employer):
        return 0
    bare = after.strip(".,")
    is_one = after[0].isupper() or bare.lower() in BESIDE_A_NOUN or after.startswith(".NET")
    is_one = is_one or bool(OF_MAY_FOLLOW.match(here) and ADJECTIVE.match(bare))
    return int(is_one and bool(re.match(r"\.?[\w/]", after)))


def _after_comma(tokens: Tokens, last: int, employer: str) -> int:
    """ "Software Engineer, Payments role": as many words as are plainly part of it."""
    if CAREER.match(" ".join(token for token, _, _ in tokens[last + 1 : last + 3])):
        return 2
    for at in range(last + 1, min(last + 5, len(tokens))):
        token = tokens[at][0]
        if not _goes_on(tokens, at, employer):
            return 0
        if at + 1 == len(tokens) or token[-1] in ".;:!?" or _closes(tokens[at + 1][0]):
            return at - last
        if token.endswith(",") or not _goes_on(tokens, at + 1, employer):
            return at - last if tokens[at + 1][0][0].islower() else 0
    return 0


def _goes_on(tokens: Tokens, at: int, employer: str) -> bool:
    token = tokens[at][0]
    if at + 1 < len(tokens) and LEVEL.match(f"{token} {tokens[at + 1][0]}"):
        return True
    if token in {"&", "and"}:
        return at + 1 < len(tokens) and bool(re.match(r"[A-ZÀ-Þ]\w", tokens[at + 1][0]))
    if token.lower() in OF and at + 1 < len(tokens):
        return tokens[at + 1][0][0].isupper()
    is_name = begins_the_name(tokens, at, employer) or PLACES.match(f", {token}")
    return (token[0].isupper() or token[0].isdigit()) and not is_name and not is_stop(token)


def _closes(token: str) -> bool:
    return (
        bool(BESIDE_AFTER.match(token))
        or token[0] in "|–—-("
        or token.lower().strip(".,") in {"at", "bei", "with", "team", "chez"}
    )
