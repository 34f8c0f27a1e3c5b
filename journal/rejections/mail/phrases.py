"""Where the words of a mail name an employer: "at Fernwood", "Fernwood has decided"."""

import re

from journal.rejections.mail.names import FORM, GROUP, NAME, Weighed
from journal.rejections.mail.titles import FRAME

LONG_LINE = 55
BEFORE_IT = 40  # letters
OF_OTHERS = re.compile(
    r"\b(?:(?<!for )your (?:time|stint|tenure|projects?|internship|roles?)|friends?|someone"
    r"|somebody|colleagues?|people|contacts?|previous\w*|former\w*|earlier"
    r"|(?:your|whose|his|her|their) (?:own )?(?:time|work|experience|years?|background|current \w+"
    r"|job|days)|(?:re)?built|did|done|shipped|launched|created|led|ran|wrote|worked|maintained"
    r"|freund\w*|ami[es]*|amig[oa]s?|vrienden|jemand\w*|erfahrung\w*|expérience|experiencia"
    r"|quelqu['’]un|alguien|trayectoria|iemand|qualcuno|alguém) $",
    re.IGNORECASE,
)
SOMEBODY = re.compile(r" (?:at|from|bei|von|chez|presso) [A-ZÀ-Þ]")  # "with Tamsin at Fernwood"
SOMEONES = re.compile(r"['’]s(?! ?\w)")  # "a beer at Murphy's."
TWO_PEOPLE = re.compile(r"\w+ (?:and|und|et|y|e|en) \w+")  # who have decided
BEFORE = [
    (
        4,
        r"(?:^|\n)(?:Employer|Company|Organi[sz]ation|Unternehmen|Firma|Arbeitgeber|Entreprise"
        r"|Société|Empresa|Azienda|Werkgever): ",
    ),
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
    (
        3,
        r"\b(?:[Bb]eim?|[Bb]ei der|[Aa]n der(?= (?:\w+ )?(?:Universität|Hochschule))"
        r"|[Ii]nteresse an(?: der)?|[Tt]eam (?:von|der)) ",
    ),
    (3, r"\b(?:[Cc]hez|[Rr]ejoindre|[Aa]u sein (?:de |d['’]|du groupe )|[Ii]ntérêt pour) ?"),
    (
        3,
        r"\b(?:[Bb]ij|[Pp]resso|[Ii]nteresse in|[Uu]nirte a|[Ii]nterés (?:en|por)"
        r"|[Ff]ormar parte de|[Tt]rabajar en|[Ii]nteresse (?:em|na|no|pela|pelo)"
        r"|[Jj]untar-se à|[Ff]azer parte d[aoe]|[Ff]ar parte di|[Cc]andidatura (?:en|na|no|em)"
        r"|[Hh]os|[Aa]nsökan till|[Ii]ntresse (?:för|av)|[Ee]quipo de \w+ de|[Tt]ime de \w+ d[aoe]"
        r"|[Ii]m (?:Auftrag|Namen) (?:de[rs]|von)|(?:[Uu]nser|[Oo]ur) [Pp]artner,?(?: die| der)?"
        r"|[Dd](?:ie|er) Firma|[Rr]etour de(?: la)?|[Rr]espuesta de|[Rr]ückmeldung von"
        r"|[Rr]iscontro da"
        r"|[Ll]a (?:société|empresa|ditta)|[Aa] empresa|[Ll]['’](?:entreprise|azienda)"
        r"|[Ff]öretaget) ",
    ),
    (
        2,
        r"\b(?:[Ww]ith|[Ff]rom|[Vv]on|[Tt]eam (?:at|de)"
        r"|(?<!, )[Éé]quipes?(?: [a-zà-ÿ]+)? (?:de |d['’])?"
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
    (3, rf"(?=(?:{FORM})? is an? (?:[Ee]qual|EEO|limited liability)\b)"),
    (2, r"(?= (?:(?:rang|called|phoned) me|(?:came|got) back to me)\b)"),
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


def by_words(text: str, more: int) -> list[Weighed]:
    """What stands where an employer is named; `more` where the place itself says something."""
    text = _unwrapped(text)
    titles = {each.end() for each in FRAME.finditer(text)}
    found = []
    for weight, pattern in NAMED_AFTER:
        found += [
            Weighed(each[1], weight + more)
            for each in pattern.finditer(text)
            if each.start(1) not in titles
            and not SOMEBODY.match(text[each.end(1) : each.end(1) + BEFORE_IT])
            and not SOMEONES.match(text[each.end(1) - 2 : each.end(1) + 2])
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
