"""Which role a mail is about: each title in it is weighed by what stands around."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from journal.ownership.text import name_key
from journal.rejections.mail.role_words import GENDERS, NUMBER, PLACES
from journal.rejections.mail.titles import BESIDE_AFTER, FRAME, spans

ENOUGH = 3
ENOUGH_ALONE = 1
MOST = 200  # titles that are weighed
A_COMPOUND = 13  # letters of one word that says as much as two
SHORTEST = 3  # letters
NEAR = 200  # letters before a title
SEVERAL = re.compile(r"\b(?:engineers|developers|managers)$", re.IGNORECASE)
LABELLED = re.compile(
    r"\s*(?:(?:job|position|role|posting)[ -]?title|title|post|position|role|job|requisition"
    r"|vacancy"
    r"|stelle"
    r"|stellentitel|poste|intitulé|offre|puesto|vacante|cargo|oferta|vaga|functie|vacature|ruolo"
    r"|posizione|tjänst|stanowisko)(?: \w+)?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
A_LABEL = re.compile(r"\s*[\w /-]{2,25}:(?:\s|$)")
OURS = re.compile(
    r"\b(?:our|my|his|her|their|unser\w*|mein\w*|notre|mon|nuestr[oa]|mi|onze|mijn|nostr[oa]"
    r"|noss[oa]"
    r"|vår|nasz\w*)(?: (?!next )\w+)? $",
    re.IGNORECASE,
)
# "We hired someone else as our Head of Operations."
AS_OURS = re.compile(
    r"\b(?:hir\w+|someone|somebody|else|candidate|person|join\w*|andere\w*|autre|otr[oa])"
    r"(?: \w+){0,3} (?:as|als|comme|como) (?:our|unser\w*|notre|nuestr[oa]) $",
    re.IGNORECASE,
)
DIRECTLY = re.compile(
    r"\b(?:position|stelle|vakanz|poste|puesto|post|vaga|functie|vacature):? $", re.IGNORECASE
)
SENTENCES = re.compile(r"\w \w{1,30} \w{1,30}[.!?] \w")
# Alone they are less than a title.
TOO_LITTLE = {
    *("lead", "leader", "head", "engineering", "manager", "owner", "fellow", "associate"),
    *("officer", "operator", "specialist", "assistant", "representative", "supervisor", "worker"),
    *("responsable", "technicien", "directeur", "chef", "jefe", "técnico", "analista", "comercial"),
}
NOT_TITLES = {"hiring manager", "hiring lead", "engineering team", "hiring head", "case manager"}
BESIDE_BEFORE = re.compile(
    r"\b(?:role|position|post|opening|opportunity|vacancy|job|forward for|appl(?:y|ied|ying"
    r"|ications?)"
    r"|interview\w*|candidacy|candidate|interest(?:ed)?"
    r"|consider\w*|regarding|re|update|hiring|fill(?:ed|ing)?"
    r"|stelle|position|rolle|bewerbung|beworben|vakanz|als|ausschreibung|poste|offre"
    r"|candidature|postul\w*"
    r"|puesto|posición|vacante|oferta|plaza|candidatura|proceso|cargo|functie|vacature|positie"
    r"|sollicitatie|gesolliciteerd|rol"
    r"|posizione|ruolo|vaga|posição|função|process|processus|tjänst\w*|roll\w*|ansök\w*|sökte"
    r"|stilling\w*|som)\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:(?:you|these|this|they)(?: \w+)? (?:may|might|could) (?:like|be|also|suit|fit"
    r"|interest)|also (?:have|hiring)|currently (?:hiring|looking)"
    r"|suggest|similar (?:role|position)|other (?:role|opening|position)s?|future|keep an eye"
    r"|another (?:role|opening|position)|friends? (?:at|of)|(?:are|is"
    r"|[’']re) (?:\w+ )?looking for(?! (?:more|some|deeper|stronger))|alternativ\w*"
    r"|we are (?:growing|looking)|(?:are|is|[’']re) (?:also |still |now )?hiring"
    r"|would you (?:like|consider)|one more|instead|sister (?:role|position)"
    r"|auch (?:noch )?(?:eine[nr]?|die)|aussi|también|otra vacante|autre poste|andere stelle)\b",
    re.IGNORECASE,
)
SHORT_LINE = 50  # letters
STOP = (".", "!", "?", ":", ";")


# Whose title it may be, unless it goes on: "with Fieldstone for the Actuary position".
OF_SOMEONE = re.compile(
    r"\b(?:colleague|my manager|spoke (?:with|to)|met with|conversation with|call with"
    r"|interview with|reviewed by|signed|kollegin|kollege|collègue|compañer\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Title:
    words: str
    score: int


def role_in(subject: str, text: str, employer: str = "") -> str:
    """As it is written, without number, place and genders; "" where it is not plain."""
    found = [*_titles(subject, employer, is_subject=True), *_titles(text, employer)]
    scores: dict[str, int] = defaultdict(int)
    best: dict[str, str] = {}
    for title in found[:MOST]:
        key = name_key(title.words)
        scores[key] += title.score
        best.setdefault(key, title.words)
    return _plainest(scores, best)


def _plainest(scores: dict[str, int], best: dict[str, str]) -> str:
    """A longer form of the same title is the title."""
    whole = dict(scores)
    for (key, score), (other, at_all) in product(scores.items(), scores.items()):
        if key != other and at_all > 0 and re.search(rf"\b{re.escape(key)}\b", other):
            whole[other] += score
    first = max(whole, key=lambda key: (whole[key], len(key)), default="")
    if first and whole[first] >= ENOUGH:
        return best[first]
    return _alone(whole, best)


def _alone(scores: dict[str, int], best: dict[str, str]) -> str:
    """The only title of a mail is the one it is about, when it is written as titles are."""
    named = [key for key, score in scores.items() if score >= ENOUGH_ALONE]
    longest = max(named, key=len, default="")
    is_one = bool(longest) and all(key in longest for key in named)
    return best[longest] if is_one and len(longest.split()) > 1 else ""


def _titles(text: str, employer: str, *, is_subject: bool = False) -> list[Title]:
    titles: list[Title] = []
    introduced = ""
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.strip().split("\n")
        is_prose = is_subject or _is_prose(paragraph, lines)
        for flat in [" ".join(lines)] if is_prose else lines:
            lead = introduced or ("position: " if LABELLED.match(flat) else "")
            titles += _in_line(
                lead + _plain(flat),
                employer,
                is_subject=is_subject,
                is_prose=is_prose or bool(lead),
            )
        introduced = _introduction(paragraph)
    return titles


def _is_prose(paragraph: str, lines: list[str]) -> bool:
    if len(lines) > 1 and (all(A_LABEL.match(line) for line in lines) or _is_sign_off(lines)):
        return False
    is_long = len(paragraph) > 80 or bool(SENTENCES.search(paragraph))
    return is_long or paragraph.rstrip().endswith((".", "!", ":"))


def _is_sign_off(lines: list[str]) -> bool:
    """Short lines that end in no stop: who signs, as what, of which firm."""
    return all(len(line) < SHORT_LINE and not line.rstrip().endswith(STOP) for line in lines)


def _introduction(paragraph: str) -> str:
    """What leads to the lines below: "We have an answer on this position:" """
    if not paragraph.rstrip().endswith(":"):
        return ""
    return "another position: " if ELSEWHERE.search(paragraph[-90:]) else "position: "


def _plain(text: str) -> str:
    text = GENDERS.sub(" ", text)
    text = re.sub(r"[\"“”„«»*_‘]", " ", text)
    text = re.sub(r"(?<=[a-z])[·.](?:se|e|ne|rice|euse)\b", "", text)
    text = re.sub(r"\b([dl])[’'](?=\w)", r"\1' ", text)
    return " ".join(NUMBER.sub(" | ", text).split())


def _in_line(flat: str, employer: str, *, is_subject: bool, is_prose: bool) -> list[Title]:
    titles = []
    for begin, end in spans(flat, employer):
        words = _trimmed(flat[begin:end])
        if words and name_key(words) not in {*NOT_TITLES, name_key(employer)}:
            around = flat[:begin], flat[end:]
            titles.append(
                Title(words, _score(words, *around, is_subject=is_subject, is_prose=is_prose))
            )
    return titles


def _trimmed(words: str) -> str:
    words = PLACES.sub("", words).strip(" .,;:!?|-–—'’/&(")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "").strip(" ,")
    return "" if len(words) < SHORTEST or SEVERAL.search(words) else words


def _score(words: str, before: str, after: str, *, is_subject: bool, is_prose: bool) -> int:
    before = before[-NEAR:]
    sentence = re.split(r"[.!?]\s", before)[-1]
    score = 0
    if BESIDE_AFTER.match(after):
        score += 3
    if BESIDE_BEFORE.search(sentence):
        score += 3
    if is_subject:
        score += 3
    if words != words.lower():
        score += 1
    if AS_OURS.search(sentence):
        score += 6
    if len(words.split()) == 1 and not _says_enough(words, before, after):
        score -= 2
    if not is_prose:
        score -= 4
    is_someones = OF_SOMEONE.search(sentence[-80:]) and not BESIDE_AFTER.match(after)
    if is_someones or ELSEWHERE.search(sentence[-80:]):
        score -= 6
    if OURS.search(before) and not BESIDE_AFTER.match(after):
        score -= 3
    return score


def _says_enough(word: str, before: str, after: str) -> bool:
    """ "the Accountant opening", "the position of Actuary"; no "the Lead role"."""
    if word.lower() in TOO_LITTLE:
        return False
    framed = (
        BESIDE_AFTER.match(after)
        or DIRECTLY.search(before)
        or any(each.end() == len(before) for each in FRAME.finditer(f"{before}{word}"))
    )
    return len(word) >= A_COMPOUND or bool(framed and word[0].isupper())
