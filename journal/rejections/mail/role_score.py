"""How plainly a mail is about a title: by what stands before it, after it, and where."""

import re

from journal.rejections.mail.tails import BESIDE_AFTER
from journal.rejections.mail.titles import FRAME
from journal.rejections.mail.wordings import one_of

A_COMPOUND = 13  # letters of one word that says as much as two
NEAR = 200  # letters before a title
OURS = re.compile(
    r"\b(?:our|my|his|her|their|unser\w*|mein\w*|notre|mon|nuestr[oa]|mi|onze|mijn|nostr[oa]"
    r"|noss[oa]"
    r"|vår|nasz\w*)(?: (?!next )\w+)? $",
    re.IGNORECASE,
)
# "You are a superb engineer."
OF_YOU = re.compile(r"\byou(?:['’]re| are| were)(?: clearly| such)? an? $", re.IGNORECASE)
# "We hired someone else as our Head of Operations."
AS_OURS = re.compile(
    r"\b(?:you|start|hir\w+|someone|somebody|else|candidate|person|join\w*|andere\w*|autre|otr[oa])"
    r"(?: \w+){0,3} (?:as|als|comme|como|come) (?:(?:our|unser\w*|notre|nuestr[oa]|nostr[oa]) )?$",
    re.IGNORECASE,
)
DIRECTLY = re.compile(
    r"\b(?:position|stelle|vakanz|poste|puesto|post|vaga|functie|vacature):? $", re.IGNORECASE
)
# Alone they are less than a title.
TOO_LITTLE = {
    *("lead", "leader", "head", "engineering", "manager", "owner", "fellow", "associate"),
    *("officer", "operator", "specialist", "assistant", "representative", "supervisor", "worker"),
    *("responsable", "technicien", "directeur", "chef", "jefe", "técnico", "analista", "comercial"),
}
BESIDE_BEFORE = re.compile(
    r"\b(?:"
    + one_of(r"""
    role
    position
    post
    opening
    opportunity
    vacancy
    job
    forward for
    appl(?:y|ied|ying|ications?)
    interview\w*
    candidacy
    candidate
    interest(?:ed)?
    consider\w*
    regarding
    re
    update
    hiring
    fill(?:ed|ing)?
    stelle
    position
    rolle
    bewerbung
    beworben
    vakanz
    als
    ausschreibung
    poste
    offre
    candidature
    postul\w*
    puesto
    posición
    vacante
    oferta
    plaza
    candidatura
    proceso
    cargo
    functie
    vacature
    positie
    sollicitatie
    gesolliciteerd
    rol
    posizione
    ruolo
    vaga
    posição
    função
    process
    processus
    tjänst\w*
    roll\w*
    ansök\w*
    sökte
    stilling\w*
    som
""")
    + r")\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:"
    + one_of(r"""
    sister team
    (?:about|going) to (?:post|open)
    what else
    (?:else|also|right now|still|currently) (?:is |are )?open
    open (?:right now|at the moment)
    (?:other|more|further) (?:openings|vacancies|jobs)
    weitere (?:stellen|vakanzen|jobs)
    d['’]autres (?:postes|offres)
    otras (?:vacantes|ofertas|posiciones)
    (?:you|these|this|they)(?: \w+)? (?:may|might|could) (?:like|be|also|suit|fit
        |interest)
    also (?:have|hiring)
    currently (?:hiring|looking)
    suggest
    similar (?:role|position)
    other (?:role|opening|position)s?
    future
    keep an eye
    another (?:role|opening|position)
    friends? (?:at|of)
    (?:are|is|[’']re) (?:\w+ )?looking for(?! (?:more|some|deeper|stronger))
    alternativ\w*
    we are (?:growing|looking)
    (?:are|is|[’']re) (?:also |still |now )?hiring
    would you (?:like|consider)
    one more
    instead
    sister (?:role|position)
    auch (?:noch )?(?:eine[nr]?|die)
    aussi
    también
    otra vacante
    autre poste
    andere stelle
""")
    + r")\b",
    re.IGNORECASE,
)
# "unter den Bewerbern für den Datenbankadministrator"
FOR_ONE = re.compile(
    r"\b(?:for(?: an?| our| the)?|für(?: den| die| eine[nr]?| unsere[nr]?)?|pour(?: le| la| une?)?"
    r"|para(?: el| la| una?)?|per(?: il| la| una?)?) $",
    re.IGNORECASE,
)
AT = re.compile(r" (?:at|bei(?: der)?|chez|en|hos|presso|bij|na|no) ")
# Whose title it may be, unless it goes on: "with Fieldstone for the Actuary position".
OF_SOMEONE = re.compile(
    r"\b(?:colleague|my manager|spoke (?:with|to)|met with|conversation with|call with"
    r"|interview with|reviewed by|signed|kollegin|kollege|collègue|compañer\w+)\b",
    re.IGNORECASE,
)


def plainness(words: str, before: str, after: str, *, is_subject: bool, is_prose: bool) -> int:
    before = before[-NEAR:]
    sentence = re.split(r"[.!?]\s", before)[-1]
    points = 0
    if BESIDE_AFTER.match(after):
        points += 3
    if BESIDE_BEFORE.search(sentence):
        points += 3
    elif FOR_ONE.search(sentence):
        points += 2
    if is_subject:
        points += 3
    if words != words.lower():
        points += 1
    if AS_OURS.search(sentence):
        points += 6
    if len(words.split()) == 1 and not _says_enough(words, before, after):
        points -= 2
    if not is_prose:
        points -= 4
    is_plain = BESIDE_AFTER.match(after) or _is_framed(words, before)
    is_someones = OF_SOMEONE.search(sentence[-80:]) and not is_plain
    if is_someones or OF_YOU.search(before) or ELSEWHERE.search(sentence[-80:]):
        points -= 6
    if OURS.search(before) and not BESIDE_AFTER.match(after):
        points -= 3
    return points


def is_at(employer: str, after: str) -> bool:
    """ "For Design Systems Engineer at Wrenfold"."""
    found = AT.match(after)
    return bool(employer and found and after[found.end() :].startswith(employer))


def _says_enough(word: str, before: str, after: str) -> bool:
    """ "the Accountant opening", "the position of Actuary"; no "the Lead role"."""
    if word.lower() in TOO_LITTLE:
        return False
    framed = BESIDE_AFTER.match(after) or DIRECTLY.search(before) or _is_framed(word, before)
    return len(word) >= A_COMPOUND or bool(framed and word[0].isupper())


def _is_framed(words: str, before: str) -> bool:
    """ "the post of Actuary"."""
    return any(each.end() == len(before) for each in FRAME.finditer(f"{before}{words}"))
