"""Which role a mail is about: each title in it is weighed by what stands around."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from journal.ownership.text import name_key
from journal.rejections.mail.role_score import ELSEWHERE, is_at, plainness
from journal.rejections.mail.role_words import GENDERS, NUMBER, PLACES
from journal.rejections.mail.titles import spans

ENOUGH = 3
ENOUGH_ALONE = 1
MOST = 200  # titles that are weighed
SHORTEST = 3  # letters
SEVERAL = re.compile(r"\b(?:engineers|developers|managers)$", re.IGNORECASE)
LABELLED = re.compile(
    r"\s*(?:(?:job|position|role|posting)[ -]?title|title|post|position|role|job|requisition"
    r"|vacancy|re|regarding|betreff|betrifft|objet|concerne|asunto"
    r"|stelle"
    r"|stellentitel|poste|intitulé|offre|puesto|vacante|cargo|oferta|vaga|functie|vacature|ruolo"
    r"|posizione|tjänst|stanowisko)(?: [\w./-]{1,20})?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
A_LABEL = re.compile(r"\s*[\w /-]{2,25}:(?:\s|$)")
BEFORE_WORDS = re.compile(r"^(?:(?!\.net\b)[ .,;:!?|–—'’/&(-])+", re.IGNORECASE)
SENTENCES = re.compile(r"\w \w{1,30} \w{1,30}[.!?] \w")
NOT_TITLES = {"hiring manager", "hiring lead", "engineering team", "hiring head", "case manager"}
LEADS_ON = re.compile(
    r"(?::|\b(?:position|role|stelle|position|poste|puesto|vacante|vaga|functie)"
    r"(?: (?:of|as|als|de|van))?)$",
    re.IGNORECASE,
)
BEFORE_LINES = 90
SHORT_LINE = 50  # letters
STOP = (".", "!", "?", ":", ";")


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
        best[key] = max(best.get(key, title.words), title.words, key=_capitals)
    return _plainest(scores, best)


def _capitals(words: str) -> tuple[bool, int]:
    """As a title is written, and not as a heading is."""
    return not words.isupper(), sum(letter.isupper() for letter in words)


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
    is_plain = is_one and len(longest.split()) > 1 and best[longest] != best[longest].lower()
    return best[longest] if is_plain else ""


def _titles(text: str, employer: str, *, is_subject: bool = False) -> list[Title]:
    titles: list[Title] = []
    introduced = ""
    for paragraph in re.split(r"\n\s*\n", text.replace("\t", ": ")):
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
    """What leads to the lines below: "We have an answer on this position:", "für die Stelle"."""
    if not LEADS_ON.search(paragraph.rstrip()[-BEFORE_LINES:]):
        return ""
    return "another position: " if ELSEWHERE.search(paragraph[-BEFORE_LINES:]) else "position: "


def _plain(text: str) -> str:
    text = GENDERS.sub(" ", text)
    text = re.sub(r"[\"“”„«»‘]|(?<!\w)[*_]|[*_](?!\w)", " ", text)
    text = re.sub(r"\b([dl])[’'](?=\w)", r"\1' ", text)
    return " ".join(NUMBER.sub(" | ", text).split())


def _in_line(flat: str, employer: str, *, is_subject: bool, is_prose: bool) -> list[Title]:
    titles = []
    for begin, end in spans(flat, employer):
        words = _trimmed(flat[begin:end])
        if words and name_key(words) not in {*NOT_TITLES, name_key(employer)}:
            around = flat[:begin], flat[end:]
            score = plainness(words, *around, is_subject=is_subject, is_prose=is_prose)
            titles.append(Title(words, score + 2 * is_at(employer, flat[end:])))
    return titles


def _trimmed(words: str) -> str:
    words = BEFORE_WORDS.sub("", PLACES.sub("", words)).rstrip(" .,;:!?|-–—'’/&(")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "").strip(" ,")
    return "" if len(words) < SHORTEST or SEVERAL.search(words) else words
