"""What an employer's name looks like, and when two are the same."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from journal.ownership.text import name_key
from journal.rejections.mail.lists import MAY_BEGIN_A_NAME, NOT_NAMES, PRODUCTS
from journal.rejections.mail.role_words import ROLE_NOUN

WORD = r"[\w’'&+-]*(?:/\d\w*)?(?:\.\w[\w’'&+-]*)*"
NAME = (
    rf"((?:The |St\. |Mt\. )?(?:[A-ZÀ-ÖØ-Þ]{WORD}|\d+[A-Za-z]\w*"
    r"|[a-z]\w*\.(?:dev|io|ai|app|com|co|org|net))"
    rf"(?: (?:&|\+|and|und|of|et|y|e|en|de la|de|del|du|des|da|do|dos|di|van|von"
    rf")(?= [A-ZÀ-Þ0-9]))?(?: (?:(?:du|des|del) )?[A-ZÀ-ÖØ-Þ0-9&]{WORD}(?: &(?= [A-Z]))?){{0,4}}"
    r"(?: (?:kommune?|universitet|sjukhus)\b)?)"
)
GROUP = (
    r"(?:Talent(?: Acquisition| Team| Partners?)?|Recruit(?:ing|ment|er)|Staffing|Hiring|Careers?"
    r"|People(?: Operations| Ops| (?:&|and) Culture)?|HR|Human Resources|Engineering"
    r"|Candidate Experience|Team)"
)
# "Talento de Cordal Seguros": the team that signs stands first.
TEAM_OF = re.compile(
    r"^(?:Talento|Selección|Seleção|Selezione|Gente|Personas|Pessoas|Recrutement|Recrutamento"
    r"|Recruiting|Recursos Humanos|Risorse Umane|Talent|People|Careers|RR\.?HH\.?|RH|HR)"
    r" (?:de la|del|de|da|do|di|du|van|von|der|at|hos|en|em|bei|chez|@) (?=[A-ZÀ-Þ])"
)
# Of what kind it is: "Institut Belmontet".
OF_A_KIND = re.compile(
    r"(?:Institut[eo]?|Universit\w+|Université|Hochschule|Klinikum|Stiftung|Verlag|Groupe?|Grupo"
    r"|Gruppo|Banco|Banque|Bank|Laboratoires?|Labor|Atelier|Maison|Clínica|Clinique|Fundación"
    r"|Fondation|Fondazione|Editorial|Éditions|Studio|Estudio|Agence|Casa|Haus|Museum|Musée|Centre"
    r"|Centro|Stadtwerke|Sparkasse|Volksbank|Brauerei|Caja|Hotel|Hospital|Collège|Laboratorios"
    r"|Transports|Bodegas|Cooperativa|Seguros) "
)
LONGEST_NAME = 60
FEWEST_INITIALS = 3
TELLING = 6  # letters of a domain that a longer name may begin with, or of a word that is in it
# Who leads a firm is not the firm: "Fundador de Tramontana".
OFFICE = re.compile(
    r"\b(?:\w*founder|\w*gründer(?:in)?|fundador(?:a)?|co-?fondat\w*|fondat\w*|ceo|inhaber(?:in)?"
    r"|geschäftsführ\w*|gesellschafter(?:in)?|gérante?|director[ae]?|directeur|directrice"
    r"|dueñ[oa])\b",
    re.IGNORECASE,
)
NOT_FIRST = NOT_NAMES - MAY_BEGIN_A_NAME
# "La Ruche Numérique".
ARTICLES = {"la", "le", "les", "el", "los", "las", "il", "lo"}
# Firms are called so, and nobody's role is: "Gable Row Architects".
PLURAL = re.compile(r"\w+ (?:Architects|Engineers|Designers|Planners|Surveyors|Consultants)$")
FORM = (
    r"(?:,? (?:g?GmbH|mbH|AG|SE|KGa?A?|OHG|UG|GbR|e\. ?V\.?|e\. ?G\.?|eG"
    r"|[Ii]nc\.?|(?:Private|Pte\.?) (?=Limited|Ltd)|DAC|Teo\.?|Ltd\.?|Limited|LLC|LLP|Corp\.?"
    r"|Corporation|P\.?L\.?C\.?|plc|Pty|Pvt\.?"
    r"|S\.? ?L\.? ?U?\.?|S\.? ?A\.? ?S?\.?(?: de C\.?V\.?)?|SARL|SASU|B\.? ?V\.?|N\.? ?V\.?"
    r"|S\.? ?r\.? ?l\.?|S\.? ?p\.? ?A\.?|Oyj?|AB|A/S|AS|ApS|Lda\.?|Ltda\.?|Sp\. z o\. ?o\.?)"
    r"(?: & Co\.?)?)+"
)
LEGAL = re.compile(rf"{FORM}$")


# What the mail is about: "Pemberton Mutual Application Status".
ABOUT = re.compile(
    r"(?: (?:Job|Your))?(?: (?:Application|Interview|Candidacy|Recruitment)"
    r"(?: (?:Process|Status|Update|Outcome|Decision|Feedback|Result|Notification))*)$"
)

LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "a", "œ": "o", "ł": "l"})


@dataclass(frozen=True)
class Weighed:
    name: str
    weight: int


def cleaned(name: str) -> str:
    """Without a genitive, a legal form, or the team that signs."""
    name = re.sub(r"[’']s?$", "", name.strip(" .,;:!?'’\"()-–|"))
    name = TEAM_OF.sub("", LEGAL.sub("", ABOUT.sub("", name)))
    return re.sub(rf"(?: (?:Global |Corporate )?(?:{GROUP}|Team))+$", "", name).strip(" ,-")


def is_no_name(name: str, is_theirs: bool = False) -> bool:
    """`is_theirs`: the sender's domain reads so, and a word of a role may stand in it."""
    words = [word.strip(".,") for word in name_key(name).split()]
    if not words or not 2 <= len(name) <= LONGEST_NAME or re.search(r"\d{3}", name):
        return True
    if NOT_NAMES.issuperset(words):
        return True
    is_common = words[0] in NOT_FIRST and not (words[0] in ARTICLES and len(words) > 2)
    if not is_theirs and (is_common or words[0] in PRODUCTS):
        return True
    is_theirs = is_theirs or bool(PLURAL.search(name))
    return not is_theirs and bool(ROLE_NOUN.search(name) or OFFICE.search(name))


@lru_cache(maxsize=512)
def squeezed(name: str) -> str:
    """As in a domain, however that spells it: letters alone, no accent, "ue" as "ü", no "and"."""
    plain = name_key(name).translate(LETTERS)
    plain = re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", plain))
    return re.sub(r"(?<=[aou])e|and|und", "", plain)


def reads_as(own: str, name: str) -> bool:
    """What the domain says and what the words say: one is in the other, and neither is trifling."""
    initials = "".join(word[0] for word in name_key(name).split())
    if len(initials) >= FEWEST_INITIALS and initials == own:
        return True
    own, name = squeezed(own), squeezed(name)
    is_most_of_it = name in own and len(name) * 2 > len(own)
    return min(len(own), len(name)) > 2 and (own in name or is_most_of_it)


def shares_a_word(own: str, name: str) -> bool:
    """ "Universität Wolfenau", of uni-wolfenau.example."""
    own = squeezed(own)
    words = re.findall(r"[^\W\d_]+", name)
    return any(len(word) >= TELLING and squeezed(word) in own for word in words)


def begins_as(own: str, name: str) -> bool:
    """What the words say begins with what the domain says."""
    return bool(own) and squeezed(name).startswith(squeezed(own))
