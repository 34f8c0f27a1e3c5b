"""Which employer a mail is from: names are gathered where mails put them, and weighed together."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product

from journal.ownership.text import name_key
from journal.rejections.mail.agencies import CLIENT, is_an_agency, of_the_client
from journal.rejections.mail.names import (
    GROUP,
    NAME,
    Weighed,
    cleaned,
    is_no_name,
    reads_as,
    squeezed,
)
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.role_words import ROLE_NOUN
from journal.rejections.mail.senders import (
    TELLING,
    behind_workday,
    in_small_letters,
    in_the_senders_name,
    is_a_person,
    of_their_domain,
    own_label,
)
from journal.rejections.mail.signature import in_the_signature
from journal.rejections.mail.titles import FRAME

ENOUGH = 3
OWN_DOMAIN = 5
LONG_LINE = 55
NO_PART = (" global", " corporate")
MOST = 400  # names that are weighed
BEFORE_IT = 40  # letters
OF_OTHERS = re.compile(
    r"\b(?:(?<!for )your (?:time|stint|tenure|projects?|internship|roles?)|friends?|someone"
    r"|somebody|colleagues?|people|contacts?|previous\w*|former\w*|earlier"
    r"|your (?:own )?(?:work|experience|years?|background|current \w+|job|days)|built|did|done"
    r"|freund\w*|ami[es]*|amig[oa]s?|vrienden|jemand\w*|erfahrung\w*|expérience|experiencia"
    r"|quelqu['’]un|alguien|trayectoria|iemand|qualcuno|alguém) $",
    re.IGNORECASE,
)
TWO_PEOPLE = re.compile(r"\w+ (?:and|und|et|y|e|en) \w+")  # who have decided
BEFORE = [
    (
        3,
        r"\b(?:[Aa]t|[Jj]oin|[Jj]oining|[Bb]ehalf of|[Ii]nterest in|[Ii]nterested in"
        r"|[Aa]pplication to|[Aa]pplication with|[Aa]pplying to|[Aa]pplying at|[Aa]pplied to"
        r"|[Ii]nterviewing with|[Ww]ith us at|[Cc]areers? (?:at|with)|[Oo]pportunit(?:y"
        r"|ies) (?:at|with)|[Pp]rocess with|[Tt]ime with|here at|[Tt]hank you from"
        r"|[Uu]pdate from|[Hh]eard (?:back )?from|[Ww]ord (?:back )?from|[Mm]essage from"
        r"|[Gg]reetings from|[Tt]hank you for (?:choosing|considering)|working (?:at|for)) ",
    ),
    (3, r"\b(?:[Dd]esde|[Cc]all with|phone with) "),
    (3, r"\b(?:[Bb]eim?|[Bb]ei der|[Ii]nteresse an(?: der)?|[Tt]eam (?:von|der)) "),
    (3, r"\b(?:[Cc]hez|[Rr]ejoindre|[Aa]u sein (?:de |d['’]|du groupe )|[Ii]ntérêt pour) ?"),
    (
        3,
        r"\b(?:[Bb]ij|[Pp]resso|[Ii]nteresse in|[Uu]nirte a|[Ii]nterés (?:en|por)"
        r"|[Ff]ormar parte de|[Tt]rabajar en|[Ii]nteresse (?:em|na|no|pela|pelo)"
        r"|[Jj]untar-se à|[Ff]azer parte d[aoe]|[Ff]ar parte di|[Cc]andidatura (?:en|na|no|em)"
        r"|[Hh]os|[Aa]nsökan till|[Ii]ntresse (?:för|av)|[Ee]quipo de \w+ de|[Tt]ime de \w+ d[aoe]"
        r"|[Ii]m (?:Auftrag|Namen) (?:de[rs]|von)|(?:[Uu]nser|[Oo]ur) [Pp]artner,?(?: die| der)?"
        r"|[Dd](?:ie|er) Firma|[Rr]etour de|[Rr]espuesta de|[Rr]ückmeldung von|[Rr]iscontro da"
        r"|[Ll]a (?:société|empresa|ditta)|[Aa] empresa|[Ll]['’](?:entreprise|azienda)"
        r"|[Ff]öretaget) ",
    ),
    (
        2,
        r"\b(?:[Ww]ith|[Ff]rom|[Vv]on|[Tt]eam (?:at|de)|[Éé]quipes?(?: [a-zà-ÿ]+)? (?:de |d['’])?"
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
    (1, r"(?= here\b)"),
    (3, r"(?= (?:is|are) (?:growing|hiring)\b)"),
    (3, r"(?= (?:have (?:decided|chosen|opted|gone|offered|selected|filled)|haben sich)\b)"),
    (
        2,
        r"(?= (?:thanks you|thank you for|appreciates|regrets|would like to thank|bedankt sich"
        r"|dankt|bedauert|vous remercie|te agradece|le agradece|ringrazia|tackar)\b)",
    ),
    (
        2,
        r"(?= (?:has (?:been through|decided|chosen|opted|gone|given|offered|selected|filled)"
        r"|have (?:been through|given)|went with"
        r"|chose|decided|ne souhaite|souhaite|a (?:décidé|choisi|retenu|préféré)"
        r"|hat sich|ha (?:decidido|elegido|optado|scelto|deciso)"
        r"|heeft (?:gekozen|besloten))\b)",
    ),
    (
        3,
        r"(?=[- ](?:Recruiting-?Team|Recruiting|Personalteam|Personalabteilung|Karriere-?Team"
        r"|HR-Team|Bewerbermanagement|Talent-Team|team\b))",
    ),
]
NAMED_AFTER = [(weight, re.compile(words + NAME)) for weight, words in BEFORE]
NAMED_BEFORE = [(weight, re.compile(rf"(?<!\w){NAME}{words}")) for weight, words in AFTER]


def employer_in(mail: Mail) -> str:
    """As it is written there; "" where it is not plain."""
    if CLIENT.search(mail.text):
        return of_the_client(mail)
    weights: dict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    own, found = own_label(mail.address), _candidates(mail)
    agencies = {
        cleaned(each.name)
        for each in found
        if own and is_an_agency(cleaned(each.name), own, mail.text)
    }
    if agencies:
        signed = in_the_signature(mail)
        found = [each for each in found if each not in signed]
    for each in found:
        name = cleaned(each.name)
        theirs = len(own) >= TELLING and squeezed(name_key(name)).startswith(own)
        if not is_no_name(name, theirs) and not _is_the_person(name, mail) and name not in agencies:
            weights[name_key(name)] += each.weight
            names.setdefault(name_key(name), name)
    for key in names:
        if own and reads_as(own, squeezed(key)):
            weights[key] += OWN_DOMAIN
    return _plainest(weights, names)


def _is_the_person(name: str, mail: Mail) -> bool:
    return name_key(name) == name_key(mail.name) and is_a_person(mail)


def _plainest(weights: dict[str, int], names: dict[str, str]) -> str:
    """A longer form of the same name is the name; of two that weigh the same, neither is."""
    whole = dict(weights)
    for (key, weight), other in product(weights.items(), weights):
        if other.startswith(f"{key} ") and not other.endswith(NO_PART):
            whole[other] += weight
    first = max(whole, key=lambda key: (whole[key], len(key)), default="")
    if not first or whole[first] < ENOUGH:
        return ""
    rivals = [key for key in whole if whole[key] == whole[first] and not first.startswith(key)]
    return "" if rivals else names[first]


def _candidates(mail: Mail) -> list[Weighed]:
    found = [
        *in_the_senders_name(mail),
        *_by_words(mail.subject, 1),
        *_by_words(mail.text, 0),
        *in_the_signature(mail),
        *behind_workday(mail),
        *of_their_domain(mail),
        *in_small_letters(mail),
        *_alone_in_the_subject(mail),
    ]
    said = f"{mail.name}\n{mail.subject}\n{mail.text}"
    return [replace(each, name=_less_article(each.name, said)) for each in found[:MOST]]


def _less_article(name: str, said: str) -> str:
    """ "The Pellucid Team" of Pellucid: the article is the team's."""
    bare = name.removeprefix("The ")
    if bare == name or f"The {bare}" == said.partition("\n")[0]:
        return name
    is_a_name = re.search(rf"[Tt]he {re.escape(bare)}\b(?! (?:{GROUP})\b)", said)
    is_bare = re.search(rf"(?<![Tt]he ){re.escape(bare)}\b", said)
    return bare if is_bare and not is_a_name else name


def _by_words(text: str, more: int) -> list[Weighed]:
    text = _unwrapped(text)
    titles = {each.end() for each in FRAME.finditer(text)}
    found = []
    for weight, pattern in NAMED_AFTER:
        found += [
            Weighed(each[1], weight + more)
            for each in pattern.finditer(text)
            if each.start(1) not in titles
            and not OF_OTHERS.search(text[max(0, each.start() - BEFORE_IT) : each.start()])
        ]
    for weight, pattern in NAMED_BEFORE:
        found += [
            Weighed(each, weight + more)
            for each in pattern.findall(text)
            if not TWO_PEOPLE.fullmatch(each)
        ]
    return found


def _unwrapped(text: str) -> str:
    """Long lines run on into the next; short ones are lines of their own."""
    lines = text.split("\n")
    return "".join(f"{line}{' ' if len(line) > LONG_LINE else '\n'}" for line in lines)


def _alone_in_the_subject(mail: Mail) -> list[Weighed]:
    pieces = re.split(r"\s+[|–—-]\s+|:\s+", mail.subject)
    last = mail.text.rstrip().rpartition("\n")[2].strip()
    return [
        Weighed(each, 2 if each == last else 1)
        for each in pieces
        if re.fullmatch(NAME, each.strip()) and not ROLE_NOUN.search(each)
    ]
