"""What a sender's name and address say about the employer."""

import re

from journal.rejections.mail.names import (
    GROUP,
    NAME,
    TELLING,
    Weighed,
    begins_as,
    cleaned,
    reads_as,
    squeezed,
)
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.signature import signs

SYSTEMS = re.compile(
    r"(?:^|\.)(?:greenhouse(?:-mail)?\.io|lever\.co|ashbyhq\.com|myworkday(?:jobs)?\.com"
    r"|workday\.com|smartrecruiters\.com|icims\.(?:com|eu)|teamtailor(?:-mail)?\.com"
    r"|personio\.(?:de|com|es)|workable(?:mail)?\.com|bamboohr\.com|recruitee(?:-mail)?\.com"
    r"|jobvite\.com|successfactors\.\w+|sapsf\.\w+|breezy(?:mail)?\.\w+|breezy-mail\.com"
    r"|join\.com|softgarden\.\w+|hire\.\w+\.co|gupy\.(?:io|com\.br)|taleo\.net|oraclecloud\.com"
    r"|avature\.net|phenom(?:people)?\.com|eightfold\.ai|csod\.com|cornerstoneondemand\.com"
    r"|ultipro\.com|ukg\.com|paylocity\.com|rippling\.com|gem\.com|dover\.(?:io|com)"
    r"|wellfound\.com|homerun\.co|hibob\.com|pinpointhq\.com|comeet\.(?:co|com)|applytojob\.com"
    r"|jazz(?:hr|\.co)\S*|zohorecruit\.\w+|rexx-systems\.com|dvinci\S*|onlyfy\.\w+|prescreen\.io"
    r"|jobylon\.com|varbi\.com|reachmee\.com|welcomekit\.co|welcometothejungle\.\w+|flatchr\.io"
    r"|taleez\.com|softy\.pro|digitalrecruiters\.com|infojobs\.\w+|bizneo\.\w+|viterbit\.com"
    r"|factorial(?:hr)?\.\w+|kenjo\.io|erecruiter\.\w+|traffit\.com|elementapp\.ai|kula\.ai"
    r"|recruiterbox\.com|loxo\.co|bullhorn\S*|talentlyft\.com|manatal\.com|polymer\.co"
    r"|hackerrank\.com|codility\.com|linkedin\.com|indeed(?:email)?\.com|xing\.com|stepstone\.\w+)$"
)
OPEN_TO_ALL = re.compile(
    r"^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|t-online|proton"
    r"|protonmail|pm|aol|orange|free|laposte|linkedin|mail|posteo)\b"
)
NO_PERSON = re.compile(r" (?:of|for|and|&|\+|und|et) ")
DISPLAY = re.compile(
    rf"\s*(?:\bvia\b.*|\bthrough\b.*|[-|–@,(]?\s*\b(?:no[- ]?reply|do not reply|notifications?"
    rf"|{GROUP}|Jobs?|Recruiting-?Team|Recrutement|RH|Personal\w*|Karriere|Bewerb\w*|Selección"
    rf"|Talento|Talents|Personas|Workday|Werving|Selezione|Recrutamento|Human Resources|Hiring Team"
    rf"|Acquisition)\b\)?)+\s*$",
    re.IGNORECASE,
)
NOT_OF_IT = re.compile(r"\b(?:[dlDL][’']|(?:En|At|Bei|Chez|From|Von|Em|In) (?=[A-ZÀ-Þ]))")
PERSON_AT = re.compile(
    rf"(?:\bfrom|\bat|@|\bvon|\bvan|\bde|\bda|\bdi|\bbei|\bchez|\(|\||[-–]\s)\s*{NAME}\)?\s*$"
)


def in_the_senders_name(mail: Mail) -> list[Weighed]:
    """ "Fernwood Robotics Hiring Team", "Ines from Fernwood"; a person's own name is none."""
    bare = _bare(mail.name)
    if found := PERSON_AT.search(bare):
        return [Weighed(found[1], 4)]
    bare = bare.strip(" -|–@,()")
    if (
        not bare
        or _is_the_system(bare, mail.address)
        or (bare not in mail.subject and signs(bare, mail.text))
    ):
        return []
    return [] if is_a_person(mail) else [Weighed(bare, 4)]


def is_a_person(mail: Mail) -> bool:
    """Of what is plain: neither a system writes nor a team, nor is it the name of the domain."""
    if is_a_system(mail.address) or _bare(mail.name) != mail.name:
        return False
    own = own_label(mail.address)
    is_a_firm = NO_PERSON.search(mail.name) or (own and begins_as(own, mail.name))
    return bool(mail.name) and not is_a_firm


def _bare(name: str) -> str:
    return DISPLAY.sub(" ", name).strip()


def of_their_domain(mail: Mail) -> list[Weighed]:
    """A name that reads as the domain does, in what they answer too: mina@nightjar.example."""
    own = own_label(mail.address)
    said = f"{mail.subject}\n{mail.thread or mail.text}"
    found = re.findall(NAME, NOT_OF_IT.sub(" ", said)) if own else []
    parts = {each for name in found for each in (name, *name.split())}
    return [Weighed(each, 0) for each in parts if _begins_with(own, cleaned(each))]


def in_small_letters(mail: Mail) -> list[Weighed]:
    """What the domain says, as a word that is written so: "co-founder, quillfeather"."""
    own = own_label(mail.address)
    where = f"{mail.subject}\n{mail.text}"
    said = re.search(rf"(?<![\w@./-]){own}(?![\w@./-]*\w)", where) if len(own) > 3 else None
    return [Weighed(said[0], 0)] if said else []


def _begins_with(own: str, name: str) -> bool:
    return squeezed(name) == squeezed(own) or (len(own) >= TELLING and begins_as(own, name))


def behind_workday(mail: Mail) -> list[Weighed]:
    """Its addresses are fernwoodrobotics@myworkday.com: the name in the text that reads so."""
    local, _, domain = mail.address.lower().partition("@")
    if not domain.endswith("myworkday.com"):
        return []
    wanted = squeezed(local)
    return [
        Weighed(each, 5) for each in set(re.findall(NAME, mail.text)) if squeezed(each) == wanted
    ]


def is_a_system(address: str) -> bool:
    return bool(SYSTEMS.search(address.lower().partition("@")[2]))


def _is_the_system(name: str, address: str) -> bool:
    """ "Gupy <no-reply@gupy.com.br>" writes for whoever uses it."""
    label = _label(address.lower().partition("@")[2])
    return is_a_system(address) and reads_as(label, name)


def own_label(address: str) -> str:
    """What a sender's own domain calls the firm: fernwood of ines@mail.fernwood.example."""
    domain = address.lower().partition("@")[2]
    if not domain or is_a_system(address) or OPEN_TO_ALL.match(domain):
        return ""
    return _label(domain)


def _label(domain: str) -> str:
    labels = domain.split(".")
    if len(labels) > 2 and labels[-2] in {"co", "com", "org", "ac"}:
        labels = labels[:-1]
    return re.sub(r"[^a-z0-9]", "", labels[-2]) if len(labels) > 1 else ""
