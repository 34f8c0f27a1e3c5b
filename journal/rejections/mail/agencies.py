"""Who finds people for others: the employer is the client, where the mail names one."""

import re

from journal.rejections.mail.names import NAME, begins_as, cleaned, is_no_name, reads_as
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.wordings import one_of

SHORTEST = 2  # letters of what a firm is called for short
CLIENT = re.compile(
    r"\b(?:"
    + one_of(r"""
    (?:our|my|the) client(?! (?:services?|success|side|program\w*|project|team|account
        |base|work\b|contract|relations|portal|app\b|onboarding|engagement))
    (?:unser|mein)(?:en?|em)? (?:kunde|auftraggeber|mandant)\w*
    (?:onze|mijn) (?:klant|opdrachtgever)
    notre client
    nuestro cliente
    (?:il )?nostro cliente
    nosso cliente
    meu cliente
    mon client
    mi cliente
    (?:the|der|le|el|il|o) (?:client[eo]?|kunde|auftraggeber) (?:has|have|had|is|went
        |chose|decided|hat|möchte|a|ne|n['’]a|souhaite|se ha|ha|no|ha|decidiu|não)
""")
    + r")\b",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"\b(?:an?|ein\w*|une?|una?|uma?|um|een) [a-zà-þ-]{3,}\s", re.IGNORECASE)
ARTICLE = re.compile(r"\b(?:the|an?|das|ein\w*|une?|una?|uma?|um|een)\s$", re.IGNORECASE)
# "mein Auftraggeber, der Versicherer".
NOUN = re.compile(r"[,(–—] ?d(?:er|ie|as|en|em) [A-ZÄÖÜ][a-zäöüß]+$")
# "unser Kunde, Hersteller von Pumpen".
OF_A_KIND = re.compile(r" (?:in der|im bereich|von|für|aus)\b", re.IGNORECASE)
AGENCY = re.compile(
    r"\b(?:executive search|staffing|recruitment|recruiting|recruiters|resourcing|headhunt\w*"
    r"|talent (?:partners|solutions)|personal(?:beratung|vermittlung|dienst\w*)|s[eé]lec(?:ción"
    r"|tion)"
    r"|recrutement|selezione|recrutamento|rekruttering|rekrytering)$|^cabinet\b"
    r"|^(?:randstad|adecco|manpower|hays|michael page|page (?:personnel|executive)|robert (?:half"
    r"|walters)"
    r"|korn ferry|gi group|experis|academic work|tempo-team|amadeus fire|expectra)\b",
    re.IGNORECASE,
)
MAY_BE_AN_AGENCY = re.compile(
    r"\b(?:search|talent|consulting|partners|people|personal|associates)$", re.IGNORECASE
)
# "our client, Fernwood", "our client Fernwood", "onze klant gesproken, Fernwood".
BESIDE_CLIENT = re.compile(
    rf"(?:[^.!?A-ZÀ-Þ]{{0,25}}(?:[,:(–—-]| at| bei| chez| presso))? ?"
    rf"(?:(?:the|a|o|la|il|de|het|die|der) )?"
    rf"(?:(?:company|firm|startup|société|entreprise|empresa|ditta|azienda|Firma) )?{NAME}"
)
# What a domain is called by those who find people: brightmast-talent.com
THEIR_DOMAIN = re.compile(
    r"(?:recruit(?:ment|ing|ers?)?|staffing|headhunt\w*|resourcing|executivesearch"
    r"|personal(?:beratung|vermittlung|dienst\w*)|seleccion|recrutement|recrutamento|rekrytering"
    r"|selection"
    r"|selezione)$"
    r"|^cabinet"
)
MAY_BE_THEIR_DOMAIN = re.compile(r"^talent|(?:talents?|search|personal|consulting|people)$")
# How they sign.
AGENT = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:(?:recruitment|search|talent|resourcing) consultant"
    r"|(?:principal|managing) consultant|consultante? (?:senior|en recrutement)"
    r"|personalberater(?:in)?|resourcer|headhunter(?:in)?|consultora? de selección"
    r"|(?:partner|director), executive search)\b",
    re.IGNORECASE | re.MULTILINE,
)
SENT_BY_OTHERS = re.compile(
    r"\b(?:"
    + one_of(r"""
    (?:couple|few|number) of clients
    (?:heard|word|hear|news|feedback|answer|reply) (?:back )?from(?! (?:the|our|my|them|you|us))
    (?:on behalf of|im (?:auftrag|namen) (?:de[rs]|von)|pour le compte de|en nombre de
        |namens|por encargo de|per conto di|em nome d[aoe]) (?!the|our|my|us|every\w*|all
        |(?:hiring|whole)\b)
    the (?:company|business) (?:has|have|is|was|went|decided|felt|chose)
    (?:das unternehmen|die firma) (?:hat|ist|möchte|wird)
    la empresa (?:ha|no|se)
    (?:l['’]entreprise|la société) (?:a|n['’]a|ne)
    l['’]azienda (?:ha|non)
    a empresa (?:não|decidiu)
    (?:von|bei|mit) der firma
    rückmeldung von(?! (?:uns|mir|ihnen|dir))
    (?:eu|reçu) (?:un |le )?retour de
    me (?:acaban de|han) \w+ (?:de|desde) [A-ZÀ-Þ]
    te vieron
    les (?:caíste|gustaste)
    ils ne souhaitent
    me han? (?:comunicado|informado)
    mi ha(?:nno)? (?:comunicato|detto)
    (?:rang|called|phoned) me\b
    (?:came|got|have got|come) back to me\b
    they (?:were (?:very )?impressed|felt|(?:have )?decided|loved|liked|are going with
        |went with)
    sp[eo]\w+ (?:to|with) the (?:board|team|hiring manager) at (?!our|the)
    their (?:words|feedback|answer)
    off the phone with
    roles? on my desk
    put(?:ting)? you forward
    (?:sent|sending|passed) your (?:cv|profile)
""")
    + r")\b",
    re.IGNORECASE,
)


OTHERS_DECIDE = re.compile(
    rf"{NAME}\s(?:(?:has|have)\s(?:gone|decided|chosen|opted|picked|offered|selected)|went\swith"
    r"|(?:hat|haben)\ssich|(?:se\s)?han?\s(?:decidido|decantado|elegido|optado)"
    r"|(?:a|ont)\s(?:choisi|retenu|décidé|préféré))\b"
)


def of_the_client(mail: Mail) -> str:
    """An agency writes: the employer is the client it names, and nobody where it names none."""
    for found in CLIENT.finditer(mail.text):
        after = mail.text[found.end() : found.end() + 100].replace("\n", " ")
        named = BESIDE_CLIENT.match(after)
        if named and _is_its_name(named) and not is_no_name(cleaned(named[1])):
            return cleaned(named[1])
    return ""


def _is_its_name(named: re.Match) -> bool:
    """And no description: "our client, the Series B fintech in Leeds"."""
    between = re.split(r"[,:(–—]", named.string[: named.start(1)])[-1]
    if INDEFINITE.search(between):
        return False
    if NOUN.search(named.string[: named.end()]):
        return False
    after = named.string[named.end() :]
    described = re.match(r" [a-zà-þ]+", after)
    if ARTICLE.search(named.string[: named.start(1)]) and described:
        return False
    return " " in named[1] or not OF_A_KIND.match(after)


def is_an_agency(name: str, own: str, text: str) -> bool:
    """Who writes finds people for others: whoever else the mail names is the employer."""
    if not _is_of(own, name):
        return False
    if AGENCY.search(name) or THEIR_DOMAIN.search(own) or AGENT.search(text):
        return True
    may_be = (
        MAY_BE_AN_AGENCY.search(name)
        or MAY_BE_THEIR_DOMAIN.search(own)
        or any(line.startswith(name) and AGENCY.search(line) for line in text.splitlines())
    )
    return bool(may_be and (SENT_BY_OTHERS.search(text) or _others_decide(own, text)))


def _others_decide(own: str, text: str) -> bool:
    """ "Gannetry have gone with the other finalist", says Harbour Talent."""
    return any(not reads_as(own, found[1]) for found in OTHERS_DECIDE.finditer(text))


def _is_of(own: str, name: str) -> bool:
    """Castlegate too, of castlegate-recruitment.example."""
    return reads_as(own, name) or (len(name) >= SHORTEST and begins_as(name, own))
