"""Who signs: a person, and often the firm on a line below."""

import re
from itertools import pairwise

from journal.rejections.mail.lists import FIRMS, TRADES
from journal.rejections.mail.names import (
    GROUP,
    LEGAL,
    NAME,
    OF_A_KIND,
    OFFICE,
    PLURAL,
    Weighed,
)
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.role_words import ROLE_NOUN
from journal.rejections.mail.wordings import one_of

LONGEST_LINE = 70
PARAGRAPHS = 5
AFTER_A_TITLE = re.compile(
    rf"(?:,|\||@| at| bei| chez| en| von| de| del| van| di| da| of|–|-|·) {NAME}$"
)
# "Philippa (Wickerlight Studios)"
IN_BRACKETS = re.compile(rf"[A-ZÀ-Þ]\w+ \({NAME}\)")
FOR_THEM = re.compile(r"^(?:i\. ?[AV]\.|ppa\.|p\. ?[op]\.)\s+")
# Whoever stands below, without a comma too, may be a person.
SIGN_OFF = re.compile(
    r"^(?:"
    + one_of(r"""
    (?:with |my )?(?:kind|best|warm|many|very|all the best|every good)\b
    regards
    thanks
    thank you
    cheers
    sincerely
    yours
    respectfully
    take care
    good luck
    im auftrag
    i\. ?[av]\.$
    (?:mit )?\w+ grü(?:ß|ss)
    mfg
    [lv]g$
    hochachtungsvoll
    bis bald
    alles gute
    ciao
    (?:bien )?(?:cordialement|sincèrement|amicalement)
    bien à
    (?:sincères )?salutations
    (?:un |atentos )?(?:cordial )?saludos?
    atentamente
    cordialmente
    (?:un )?abrazo
    met \w+ groet
    (?:cordiali|distinti|cari) saluti
    atenciosamente
    (?:um )?abraço
    \w+ hälsning
    hilsen
""")
    + r")",
    re.IGNORECASE,
)
TITLE_WORDS = re.compile(
    r"\b(?:"
    + one_of(rf"""
    {GROUP}
    recruiter(?:in)?
    recrutement
    recruteur
    recruteuse
    talent\w*
    sourcer
    selección
    selezione
    recrutadora?
    personal\w*
    \w*founder
    \w*gründer(?:in)?
    co-?fond\w*
    fond\w*
    ceo
    geschäftsführer\w*
    direct\w+
    recursos humanos
    risorse umane
    ressources humaines
    rh
    drh
    seleção
    bewerb\w*
    werving\w*
    gente
    personas
""")
    + r")\b",
    re.IGNORECASE,
)


def _signed(line: str) -> str:
    """ "i. A. Heike Wernicke" signs as herself."""
    return FOR_THEM.sub("", line.strip(" *_"))


def signs(name: str, text: str) -> bool:
    """A person has the sign-off above, or a title below; a firm comes last of several lines."""
    for paragraph in text.split("\n\n"):
        lines = [_signed(line) for line in paragraph.strip().split("\n")]
        signed = [line.split(",")[0] for line in lines]
        if name in signed:
            at = signed.index(name)
            is_last = at == len(lines) - 1
            return " " in name and not (is_last and at and not _is_sign_off(lines[at - 1]))
    return False


def signs_with_more(name: str, text: str) -> bool:
    """A person has a title or a firm below, or signs with the first name alone."""
    first = name.partition(" ")[0]
    for paragraph in text.split("\n\n")[1:]:
        lines = [_signed(line) for line in paragraph.strip().split("\n")]
        signed = [line.split(",")[0] for line in lines]
        if first != name and (name in signed[:-1] or first in lines):
            return True
    return False


def signs_in_full(first: str, text: str) -> bool:
    """ "Karoliina" as "Karoliina Mäkelä"."""
    lines = [_signed(line).strip(",") for line in text.split("\n")]
    full = [line for line in lines if re.fullmatch(rf"{re.escape(first)} [A-ZÀ-Þ][\w-]+", line)]
    return " " not in first and any(not is_called_a_firm(line) for line in full)


def is_titled(name: str, text: str) -> bool:
    """ "Bianca Bank" above "Recruiter"."""
    lines = [_signed(line).strip(",") for line in text.split("\n")]
    return any(one == name and ROLE_NOUN.search(other) for one, other in pairwise(lines))


def is_called_a_firm(name: str) -> bool:
    """ "Brújula Labs": what people are not called."""
    words = re.findall(r"\w+", name.lower())
    if not FIRMS.isdisjoint(words[1:]) or OF_A_KIND.match(name):
        return True
    return bool(LEGAL.search(name) or re.search(r"\d|&", name))


def in_the_signature(mail: Mail) -> list[Weighed]:
    """Below the sign-off: a line that is a name alone, or that ends with one after a title."""
    found = []
    for paragraph in mail.text.rstrip().split("\n\n")[-PARAGRAPHS:]:
        lines = [line.strip() for line in paragraph.strip().split("\n")]
        found += [Weighed(each, 3) for line in lines for each in _after_a_title(line)]
        found += [Weighed(each[1], 3) for line in lines if (each := IN_BRACKETS.fullmatch(line))]
        found += _alone(lines)
    return found


def _after_a_title(line: str) -> list[str]:
    """And no trade: "Principal Recruiter, Infrastructure"."""
    if not _is_title(line) or len(line) >= LONGEST_LINE:
        return []
    return [
        each for each in AFTER_A_TITLE.findall(line) if not TRADES.issuperset(each.lower().split())
    ]


def _alone(lines: list[str]) -> list[Weighed]:
    """The last of the names below a person or a title is the firm's."""
    lines = [_less_place(line) for line in lines]
    names = [at for at, line in enumerate(lines) if _may_sign(line)]
    last = names[-1] if names else 0
    is_firm = last and not _is_sign_off(lines[last - 1]) and not _is_titled(lines, last)
    return [
        Weighed(lines[at], 3 if (at == last and is_firm) or _says_a_firm(lines[at]) else 1)
        for at in names
    ]


def _less_place(line: str) -> str:
    """ "Skogsbo Oy, Tampere"."""
    firm = line.partition(", ")[0]
    return firm if LEGAL.search(firm) else line


def _is_sign_off(line: str) -> bool:
    return line.endswith(",") or bool(SIGN_OFF.match(line))


def _says_a_firm(line: str) -> bool:
    return bool(LEGAL.search(line)) or " & " in line


def _is_titled(lines: list[str], at: int) -> bool:
    """ "Joan Marsh" above "Recruitment Officer": who has an office is a person."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    has_one = bool(ROLE_NOUN.search(below) or OFFICE.search(below))
    return has_one and not LEGAL.search(lines[at])


def _is_title(line: str) -> bool:
    return any(pattern.search(line) for pattern in (ROLE_NOUN, TITLE_WORDS, OFFICE))


def _may_sign(line: str) -> bool:
    if len(line) >= LONGEST_LINE or (_is_title(line) and not PLURAL.search(line)):
        return False
    is_street = re.search(r"\s\d+ ?[a-z]?$", line)
    return not is_street and bool(re.fullmatch(NAME, LEGAL.sub("", line)))
