"""What a sender's name and address say about the employer."""

import re

from journal.rejections.mail.addresses import (
    is_a_system,
    label_of,
    own_label,
    own_label_of,
    tenants,
)
from journal.rejections.mail.names import (
    FORM,
    GROUP,
    NAME,
    OF_A_KIND,
    TELLING,
    Weighed,
    begins_as,
    cleaned,
    reads_as,
    squeezed,
)
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.signature import (
    is_called_a_firm,
    is_titled,
    signs,
    signs_in_full,
    signs_with_more,
)
from journal.rejections.mail.wordings import one_of

NO_PERSON = re.compile(r" (?:of|for|and|&|\+|und|et) ")
SIGNS_FOR_THEM = one_of(rf"""
    no[- ]?reply
    do not reply
    notifications?
    {GROUP}
    Jobs?
    Empleos?
    Emplois?
    (?:HR |Job |Candidate )?Portal
    Carrières
    Recruiting-?Team
    Recrutement
    RH
    Personal\w*
    Karriere
    Bewerb\w*
    Selección
    Talento
    Talents
    Personas
    Workday
    Werving
    Selezione
    Recrutamento
    Human Resources
    Hiring Team
    Acquisition(?: des? talents?)?
    (?:Adquisición|Atracción|Gestión|Aquisição) de (?:talentos?|personas|pessoas)
    Capital Humano
    Ressources humaines
    Recursos Humanos
    Talentgewinnung
    Talentmanagement
""")
DISPLAY = re.compile(
    rf"\s*(?:\bvia\b.*|\bthrough\b.*|[-|–@,(·•]?\s*\b(?:{SIGNS_FOR_THEM})\b\)?)+\s*$",
    re.IGNORECASE,
)
NOT_OF_IT = re.compile(
    r"\b(?:[dlDL][’']|(?:En|At|Bei|Chez|From|Von|Em|In|Für|For|Para|Pour|With|Per|Bij|Voor|Mit|By"
    r"|Con|Avec|Com|Hos|Presso) (?=[A-ZÀ-Þ]))"
)
STANDS_FIRST = one_of(r"""
    (?:L['’]|La |El |Das |The )?[ÉéEe]quip[eo]
    Service
    (?:The )?Team
    Dpto\.?
    [Tt]alentos?
    [Tt]alents?
    [Rr]ecrutement
    Recruiting
    RH
    HR
    RR\.?HH\.?
    Karriere
    Bewerbermanagement
    Bewerber\w+
    Personal\w*
    [Ss]elección
    Careers?
    People
    Jobs
""")
LEADING_GROUP = re.compile(
    rf"^(?:(?:{STANDS_FIRST})(?: (?:de la|del|de|bei|der|von|at|@|-|–))? (?:d[’'])?)+(?=\w)"
)
MOST_WORDS = 6  # of a firm's name
# Parts of people's names, too: "Joris van Dam".
PARTICLE = re.compile(r"\b(?:v[ao]n|d[aei]) ", re.IGNORECASE)
BEFORE_A_FIRM = (
    r"\b(?:[Aa]t|[Jj]oin(?:ing)?|[Tt]eam(?: von| at)?|[Bb]ei(?: der)?|[Cc]hez|[Éé]quipe(?: de)?"
    r"|[Ee]quipo(?: de)?) "
)
PERSON_AT = re.compile(
    rf"(?:\bfrom|\bat|@|\bvon|\bvan|\bde|\bda|\bdi|\bbei|\bchez|\(|\||[-–]\s)\s*{NAME}\)?\s*$"
)


def in_the_senders_name(mail: Mail) -> list[Weighed]:
    """ "Fernwood Robotics Hiring Team", "Ines from Fernwood"; a person's own name is none."""
    bare = _as_registered(_bare(mail.name), mail.text)
    if found := PERSON_AT.search(bare):
        is_surname = PARTICLE.match(found[0]) and not _is_said_beside(found[1], bare, mail)
        return [] if is_surname else [Weighed(found[1], 4)]
    bare = _less_group(bare.strip(" -|–@,()·•"), mail)
    person, _, firm = bare.partition(", ")
    if firm and _signs_alone(person, mail.text):
        return [Weighed(firm, 4)]
    if not bare or _is_the_system(bare, mail.address) or is_a_person(mail):
        return []
    return [] if _signs_for_a_person(bare, mail) else [Weighed(bare, 4)]


def _as_registered(name: str, text: str) -> str:
    """ "Mossgrove Bank Early Careers", where the small print says "Mossgrove Bank plc"."""
    words = name.split()
    for count in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        begin = " ".join(words[:count])
        if re.search(rf"\b{re.escape(begin)}{FORM}(?!\w)", text):
            return begin
    return name


def _less_group(name: str, mail: Mail) -> str:
    """ "Équipe recrutement Lumière", where the rest is said by itself too, or is the domain."""
    rest = LEADING_GROUP.sub("", name)
    is_said = not rest[:1].islower() and _is_said_beside(rest, name, mail)
    is_one = is_said or squeezed(rest) in {own_label_of(mail), *_tenants(mail)}
    return rest if rest != name and is_one else name


def _signs_alone(name: str, text: str) -> bool:
    lines = {line.strip(" *_,") for line in text.splitlines()}
    return name in lines or name.partition(" ")[0] in lines


def _is_said_beside(name: str, whole: str, mail: Mail) -> bool:
    return name in f"{mail.subject}\n{mail.text}".replace(whole, "")


def _signs_for_a_person(name: str, mail: Mail) -> bool:
    """A firm signs in its own name too, through an applicant system."""
    if is_titled(name, mail.text):
        return True
    if signs_in_full(name, mail.text) and not _is_a_firm_elsewhere(name, mail):
        return True
    if is_called_a_firm(name) or _is_a_firm_elsewhere(name, mail):
        return False
    is_a_group = is_a_system(mail.address) and _bare(mail.name) != mail.name
    return signs_with_more(name, mail.text) or (not is_a_group and signs(name, mail.text))


def _is_a_firm_elsewhere(name: str, mail: Mail) -> bool:
    called = re.escape(name)
    said = rf"{BEFORE_A_FIRM}{called}\b(?! {GROUP})|\b{called} [Tt]eam\b|\b{called}{FORM}(?!\w)"
    return name in mail.subject or name in mail.pictured or bool(re.search(said, mail.text))


def is_a_person(mail: Mail) -> bool:
    """Of what is plain: neither a system writes nor a team, nor is it the name of the domain."""
    is_a_group = _less_group(_bare(mail.name), mail) != mail.name
    if is_a_group or (is_a_system(mail.address) and not (_answers(mail) or _is_their_box(mail))):
        return False
    own = own_label_of(mail)
    is_a_firm = NO_PERSON.search(mail.name) or (own and begins_as(own, mail.name))
    return bool(mail.name) and not is_a_firm


def _answers(mail: Mail) -> bool:
    """ "Keisha Bramwell", who is answered at keisha@glasswright.example."""
    first = squeezed(mail.name.partition(" ")[0])
    local = re.split(r"[._+@-]", mail.reply_to.lower())[0]
    return len(first) > 1 and squeezed(local) == first and bool(own_label(mail.reply_to))


def _is_their_box(mail: Mail) -> bool:
    """ "Freja Nyholm", who writes from freja.nyholm@saltbox.teamtailor-mail.com."""
    local, _, domain = mail.address.lower().partition("@")
    words = [squeezed(each) for each in mail.name.split()]
    return len(words) > 1 and words == re.split(r"[._-]", local) and bool(tenants(f"@{domain}"))


def _bare(name: str) -> str:
    return DISPLAY.sub(" ", name).strip()


def of_their_domain(mail: Mail) -> list[Weighed]:
    """A name that reads as the domain does, in what they answer too: mina@nightjar.example."""
    own = own_label_of(mail)
    said = f"{mail.subject}\n{mail.thread or mail.text}"
    found = re.findall(NAME, NOT_OF_IT.sub(" ", said)) if own else []
    parts = {each for name in found for each in (*_endings(name), *name.split())}
    theirs = [each for each in parts if _begins_with(own, cleaned(each))]
    kinds = [Weighed(each, 1) for each in _of_a_kind(found, theirs)]
    return kinds + [Weighed(each, 0) for each in theirs]


def _endings(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[at:]) for at in range(len(words))]


def _of_a_kind(found: list[str], theirs: list[str]) -> list[str]:
    """ "Institut Belmontet", of belmontet.example: the kind belongs to the name."""
    return [name for name in found if OF_A_KIND.match(name) and name.partition(" ")[2] in theirs]


def in_small_letters(mail: Mail) -> list[Weighed]:
    """What the domain says, as a word that is written so: "co-founder, quillfeather"."""
    own = own_label_of(mail)
    where = f"{mail.subject}\n{mail.text}"
    said = re.search(rf"(?<![\w@./-]){own}(?![\w@./-]*\w)", where) if len(own) > 3 else None
    return [Weighed(said[0], 0)] if said else []


def _begins_with(own: str, name: str) -> bool:
    """ "Fernwood + Ondrej" is the firm and whom it writes to."""
    may_be_longer = len(own) >= TELLING and " + " not in name
    return squeezed(name) == squeezed(own) or (may_be_longer and begins_as(own, name))


def behind_a_system(mail: Mail) -> list[Weighed]:
    """Of fernwoodrobotics@myworkday.com or jobs@fernwood.recruitee.com: the name that reads so."""
    wanted = _tenants(mail)
    if not wanted:
        return []
    found = re.findall(NAME, NOT_OF_IT.sub(" ", f"{mail.name}\n{mail.subject}\n{mail.text}"))
    parts = {each for name in found for each in _endings(name)}
    return [Weighed(each, 5) for each in parts if squeezed(cleaned(each)) in wanted]


def _tenants(mail: Mail) -> set[str]:
    """Of "Nele Overbeck (Kessler & Voss)" the box at a system is hers, and says nothing of them."""
    if not is_a_system(mail.address):
        return set()
    local, _, domain = mail.address.lower().partition("@")
    person = PERSON_AT.sub("", mail.name) if PERSON_AT.search(mail.name) else ""
    is_hers = squeezed(person) == squeezed(local)
    return tenants(f"@{domain}" if person and is_hers else mail.address.lower())


def _is_the_system(name: str, address: str) -> bool:
    """ "Gupy <no-reply@gupy.com.br>" writes for whoever uses it."""
    label = label_of(address.lower().partition("@")[2])
    return is_a_system(address) and reads_as(label, name)
