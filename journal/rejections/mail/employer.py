"""Which employer a mail is from: names are gathered where mails put them, and weighed together."""

import re
from collections import defaultdict
from itertools import product

from journal.ownership.text import name_key
from journal.rejections.mail.names import GROUP, NAME, Weighed, cleaned, is_no_name, squeezed
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.senders import (
    behind_workday,
    in_the_senders_name,
    is_a_person,
    own_label,
)
from journal.rejections.mail.signature import in_the_signature
from journal.rejections.mail.words import ROLE_NOUN

ENOUGH = 3
OWN_DOMAIN = 5
LONG_LINE = 55
CLIENT = re.compile(
    r"\b(?:(?:our|my|the) client(?! (?:services?|success|side))|unser(?:en?|em)? (?:kunde"
    r"|auftraggeber|mandant)\w*|(?:onze|mijn) (?:klant|opdrachtgever)|notre client"
    r"|nuestro cliente|(?:il )?nostro cliente|nosso cliente|meu cliente|mon client|mi cliente)\b",
    re.IGNORECASE,
)
BEFORE = [
    (
        3,
        r"\b(?:[Aa]t|[Jj]oin|[Jj]oining|[Bb]ehalf of|[Ii]nterest in|[Ii]nterested in"
        r"|[Aa]pplication to|[Aa]pplication with|[Aa]pplying to|[Aa]pplying at|[Aa]pplied to"
        r"|[Ii]nterviewing with|[Ww]ith us at|[Cc]areers? (?:at|with)|[Oo]pportunit(?:y"
        r"|ies) (?:at|with)|[Pp]rocess with|[Tt]ime with|here at|[Tt]hank you from"
        r"|[Uu]pdate from|[Mm]essage from|working (?:at|for)) ",
    ),
    (3, r"\b(?:[Bb]eim?|[Bb]ei der|[Ii]nteresse an(?: der)?|[Tt]eam (?:von|der)) "),
    (3, r"\b(?:[Cc]hez|[Rr]ejoindre|[Aa]u sein (?:de |d['’]|du groupe )|[Ii]ntérêt pour) ?"),
    (
        3,
        r"\b(?:[Bb]ij|[Pp]resso|[Ii]nteresse in|[Uu]nirte a|[Ii]nterés (?:en|por)"
        r"|[Ff]ormar parte de|[Tt]rabajar en|[Ii]nteresse (?:em|na|no|pela|pelo)"
        r"|[Jj]untar-se à) ",
    ),
    (
        2,
        r"\b(?:[Ww]ith|[Ff]rom|[Vv]on|[Tt]eam (?:at|de)|[Éé]quipe(?: \w+)? (?:de |d['’])?"
        r"|[Ee]quipo (?:de )?(?:\w+ (?:de|en) )?|[Tt]he team at|[Ii]l team (?:di )?"
        r"|[Aa] equipe (?:da|do) ) ?",
    ),
    (1, r"\b(?:[Tt]o|en|in|na|no|da|di|de|um|für|to the) "),
]
AFTER = [
    (
        3,
        rf"(?=[’']s? (?:{GROUP.lower()}|team|mission)|(?:[’']s)? (?:{GROUP})(?: {GROUP})*\b"
        rf"| [Tt]eam\b)",
    ),
    (
        3,
        r"(?=[- ](?:Recruiting-?Team|Recruiting|Personalteam|Personalabteilung|Karriere-?Team"
        r"|HR-Team|Bewerbermanagement|Talent-Team|team\b))",
    ),
]


def employer_in(mail: Mail) -> str:
    """As it is written there; "" where it is not plain."""
    if CLIENT.search(mail.text):
        return _of_the_client(mail)
    weights: dict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    own = own_label(mail.address)
    for each in _candidates(mail):
        name = cleaned(each.name)
        if not is_no_name(name) and not _is_the_person(name, mail):
            weights[name_key(name)] += each.weight
            names.setdefault(name_key(name), name)
    for key in names:
        if own and _is_the_same(own, squeezed(key)):
            weights[key] += OWN_DOMAIN
    return _plainest(weights, names)


def _is_the_person(name: str, mail: Mail) -> bool:
    return name_key(name) == name_key(mail.name) and is_a_person(mail)


def _of_the_client(mail: Mail) -> str:
    """An agency writes: the employer is the client it names, and nobody where it names none."""
    for found in CLIENT.finditer(mail.text):
        after = mail.text[found.end() : found.end() + 100]
        named = re.match(
            rf"[^.!?A-ZÀ-Þ]{{0,25}},? (?:a |o |la |il |de |het |die |der )?{NAME}", after
        )
        if named and not is_no_name(cleaned(named[1])):
            return cleaned(named[1])
    return ""


def _is_the_same(own: str, name: str) -> bool:
    """What the domain says and what the words say: one is in the other, and neither is trifling."""
    is_most_of_it = name in own and len(name) * 2 > len(own)
    return min(len(own), len(name)) > 2 and (own in name or is_most_of_it)


def _plainest(weights: dict[str, int], names: dict[str, str]) -> str:
    """A longer form of the same name is the name; of two that weigh the same, neither is."""
    whole = dict(weights)
    for (key, weight), other in product(weights.items(), weights):
        if other.startswith(f"{key} "):
            whole[other] += weight
    first = max(whole, key=lambda key: (whole[key], len(key)), default="")
    if not first or whole[first] < ENOUGH:
        return ""
    rivals = [key for key in whole if whole[key] == whole[first] and not first.startswith(key)]
    return "" if rivals else names[first]


def _candidates(mail: Mail) -> list[Weighed]:
    return [
        *in_the_senders_name(mail),
        *_by_words(mail.subject, 1),
        *_by_words(mail.text, 0),
        *in_the_signature(mail),
        *behind_workday(mail),
        *_alone_in_the_subject(mail.subject),
    ]


def _by_words(text: str, more: int) -> list[Weighed]:
    text = _unwrapped(text)
    found = []
    for weight, pattern in BEFORE:
        found += [Weighed(each, weight + more) for each in re.findall(pattern + NAME, text)]
    for weight, pattern in AFTER:
        found += [Weighed(each, weight + more) for each in re.findall(NAME + pattern, text)]
    return found


def _unwrapped(text: str) -> str:
    """Long lines run on into the next; short ones are lines of their own."""
    lines = text.split("\n")
    return "".join(f"{line}{' ' if len(line) > LONG_LINE else '\n'}" for line in lines)


def _alone_in_the_subject(subject: str) -> list[Weighed]:
    pieces = re.split(r"\s+[|–—-]\s+|:\s+", subject)
    return [
        Weighed(each, 1)
        for each in pieces
        if re.fullmatch(NAME, each.strip()) and not ROLE_NOUN.search(each)
    ]
