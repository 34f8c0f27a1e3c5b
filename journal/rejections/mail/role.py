"""Which role a mail is about: each title in it is weighed by what stands around."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from journal.ownership.text import name_key
from journal.rejections.mail.titles import BESIDE_AFTER, spans
from journal.rejections.mail.words import GENDERS, NUMBER, PLACES

ENOUGH = 3
A_COMPOUND = 13  # letters of one word that says as much as two
SHORTEST = 3  # letters
SEVERAL = re.compile(r"\b(?:engineers|developers|managers)$", re.IGNORECASE)
NOT_TITLES = {"hiring manager", "hiring lead", "engineering team", "hiring head", "case manager"}
BESIDE_BEFORE = re.compile(
    r"\b(?:role|position|post|opening|opportunity|vacancy|job|appl(?:y|ied|ying|ications?)"
    r"|interview\w*|candidacy|candidate|interest(?:ed)?"
    r"|consider\w*|regarding|re|update|hiring|fill(?:ed|ing)?"
    r"|stelle|position|rolle|bewerbung|beworben|vakanz|als|ausschreibung|poste|offre"
    r"|candidature|postul\w*"
    r"|puesto|posición|vacante|oferta|plaza|candidatura|proceso|cargo|functie|vacature|positie"
    r"|sollicitatie|gesolliciteerd|rol"
    r"|posizione|ruolo|vaga|posição|função|process|processus)\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:you (?:may|might) (?:like|be|also)|also (?:have|hiring)|currently (?:hiring|looking)"
    r"|suggest|similar (?:role|position)|other (?:role|opening|position)s?|future|keep an eye"
    r"|another (?:role|opening)|alternativ\w*|we are (?:hiring|growing|looking)"
    r"|would you (?:like|consider)|one more|instead"
    r"|colleague|my manager|spoke (?:with|to)|met with|conversation with|call with"
    r"|interview with|reviewed by|signed|kollegin|kollege|collègue|compañer\w+"
    r"|auch (?:noch )?(?:eine|die)|aussi|también|otra vacante|autre poste|andere stelle)\b",
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
    for title in found:
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
    return best[first] if first and whole[first] >= ENOUGH else ""


def _titles(text: str, employer: str, *, is_subject: bool = False) -> list[Title]:
    titles, introduced = [], False
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.strip().split("\n")
        is_prose = is_subject or len(paragraph) > 80 or paragraph.rstrip().endswith((".", "!", ":"))
        for flat in [" ".join(lines)] if is_prose else lines:
            lead = "position: " if introduced else ""
            titles += _in_line(
                lead + _plain(flat),
                employer,
                is_subject=is_subject,
                is_prose=is_prose or introduced,
            )
        introduced = paragraph.rstrip().endswith(":")
    return titles


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
    words = PLACES.sub("", words).strip(" .,;:!?|-–—'’/&")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "").strip(" ,")
    return "" if len(words) < SHORTEST or SEVERAL.search(words) else words


def _score(words: str, before: str, after: str, *, is_subject: bool, is_prose: bool) -> int:
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
    if len(words.split()) == 1 and len(words) < A_COMPOUND:
        score -= 2
    if not is_prose:
        score -= 4
    if ELSEWHERE.search(sentence[-80:]):
        score -= 6
    return score
