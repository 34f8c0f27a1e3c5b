"""Where the words of a mail name an employer: "at Fernwood", "Fernwood has decided"."""

import re

from journal.rejections.mail.names import FORM, GROUP, NAME, Weighed
from journal.rejections.mail.titles import FRAME
from journal.rejections.mail.wordings import one_of

LONG_LINE = 55
BEFORE_IT = 40  # letters
OF_OTHERS = re.compile(
    r"\b(?:"
    + one_of(r"""
    (?<!for )your (?:time|stint|tenure|projects?|internship|roles?)
    friends?
    someone
    somebody
    colleagues?
    people
    contacts?
    previous\w*
    former\w*
    earlier
    (?:your|whose|his|her|their) (?:own )?(?:time|work|experience|years?|background
        |current \w+|job|days)
    (?:re)?built
    did
    done
    shipped
    launched
    created
    led
    ran
    wrote
    worked
    maintained
    freund\w*
    ami[es]*
    amig[oa]s?
    vrienden
    jemand\w*
    erfahrung\w*
    expérience
    experiencia
    quelqu['’]un
    alguien
    trayectoria
    iemand
    qualcuno
    alguém
""")
    + r") $",
    re.IGNORECASE,
)
SOMEBODY = re.compile(r" (?:at|from|bei|von|chez|presso) [A-ZÀ-Þ]")  # "with Tamsin at Fernwood"
SOMEONES = re.compile(r"['’]s(?! ?\w)")  # "a beer at Murphy's."
TO_THE = re.compile(r"\b(?:to|with|in|for|on) the $")
TWO_PEOPLE = re.compile(r"\w+ (?:and|und|et|y|e|en) \w+")  # who have decided
BEFORE = [
    (
        4,
        r"(?:^|\n)(?:"
        + one_of(r"""
        Employer
        Company
        Organi[sz]ation
        Unternehmen
        Firma
        Arbeitgeber
        Entreprise
        Société
        Empresa
        Azienda
        Werkgever
    """)
        + r"): ",
    ),
    (
        3,
        r"\b(?:"
        + one_of(r"""
        [Aa]t
        [Aa]t the(?= (?:University|Institute|Bank|City|Royal|National)\b)
        [Jj]oin
        [Jj]oining
        [Bb]ehalf of
        [Ii]nterest in
        [Ii]nterested in
        [Aa]pplication to
        [Aa]pplication with
        [Aa]pplying to
        [Aa]pplying at
        [Aa]pplied to
        [Ii]nterviewing with
        [Ww]ith us at
        [Cc]areers? (?:at|with)
        [Oo]pportunit(?:y|ies) (?:at|with)
        [Pp]rocess with
        [Tt]ime with
        here at
        [Tt]hank you from
        [Uu]pdate from
        [Hh]eard (?:back )?from
        [Ww]ord (?:back )?from
        [Mm]essage from
        [Gg]reetings from
        [Tt]hank you for (?:choosing|considering|thinking of)
        working (?:at|for)
        took to tell
    """)
        + r") ",
    ),
    (
        3,
        r"\b(?:"
        + one_of(r"""
        [Dd]esde
        [Cc]all with
        phone with
    """)
        + r") ",
    ),
    (
        3,
        r"\b(?:"
        + one_of(r"""
        [Bb]eim?
        [Bb]ei der
        [Aa]n der(?= (?:\w+ )?(?:Universität|Hochschule))
        [Ii]nteresse an(?: der)?
        [Tt]eam (?:von|der)
    """)
        + r") ",
    ),
    (
        3,
        r"\b(?:"
        + one_of(r"""
        [Cc]hez
        [Cc]andidature (?:à la|à l['’]|à|au|aux)
        [Rr]ejoindre
        [Aa]u sein (?:de l['’]|de la |de |d['’]|du )(?:(?:groupe|société|entreprise|coopérative
            |start-?up|maison) )?
        [Ii]ntérêt pour(?: la| le| l['’])?
    """)
        + r") ?",
    ),
    (
        3,
        r"\b(?:"
        + one_of(r"""
        [Bb]ij
        [Pp]resso
        [Ii]nteresse in
        [Uu]nirte a
        [Ii]nterés (?:en|por)
        [Ff]ormar parte de
        [Tt]rabajar en
        [Ii]nteresse (?:em|na|no|pela|pelo)
        [Jj]untar-se à
        [Ff]azer parte d[aoe]
        [Ff]ar parte di
        [Cc]andidatura (?:en|na|no|em)
        [Hh]os
        [Aa]nsökan till
        [Ii]ntresse (?:för|av)
        [Ee]quipo de \w+ de
        [Tt]ime de \w+ d[aoe]
        [Ii]m (?:Auftrag|Namen) (?:de[rs]|von)
        (?:[Uu]nser|[Oo]ur) [Pp]artner,?(?: die| der)?
        [Dd](?:ie|er) Firma
        [Rr]etour de(?: la)?
        [Rr]espuesta de
        [Rr]ückmeldung von
        [Rr]iscontro da
        [Ll]a (?:société|empresa|ditta)
        [Aa] empresa
        [Ll]['’](?:entreprise|azienda)
        [Ff]öretaget
    """)
        + r") ",
    ),
    (
        2,
        r"\b(?:"
        + one_of(r"""
        [Ww]ith
        [Ff]rom
        [Vv]on
        [Tt]eam (?:at|de)
        (?<!, )[Éé]quipes?(?: [a-zà-ÿ]+)? (?:de |d['’])?
        [Ee]quipo (?:de )?(?:\w+ (?:de|en) )?
        [Tt]he team at
        [Ii]l team (?:di )?
        [Aa] equipe (?:da|do)(?= )
    """)
        + r") ?",
    ),
    (
        1,
        r"\b(?:"
        + one_of(r"""
        [Tt]o
        en
        in
        na
        no
        da
        di
        de
        um
        für
        to the
    """)
        + r") ",
    ),
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
    (2, r"(?= (?:(?:will|can|could|is|are) (?:not|unable)|cannot|won['’]t|can['’]t|isn['’]t)\b)"),
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
            Weighed(each[1], weight + more)
            for each in pattern.finditer(text)
            if not TWO_PEOPLE.fullmatch(each[1]) and not _is_a_team(each)
        ]
    return found


def _is_a_team(named: re.Match) -> bool:
    """ "passed his notes on to the Interfaces team": one word, and no firm's by that."""
    before, after = named.string[: named.start()], named.string[named.end(1) :]
    return " " not in named[1] and after.startswith(" team") and bool(TO_THE.search(before[-9:]))


def _unwrapped(text: str) -> str:
    """Long lines run on into the next; short ones are lines of their own."""
    lines = text.split("\n")
    return "".join(f"{line}{' ' if len(line) > LONG_LINE else '\n'}" for line in lines)
