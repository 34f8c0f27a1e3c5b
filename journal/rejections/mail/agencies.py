"""Who finds people for others: the employer is the client, where the mail names one."""

import re

from journal.ownership.text import name_key
from journal.rejections.mail.names import NAME, cleaned, is_no_name, reads_as, squeezed
from journal.rejections.mail.parts import Mail

CLIENT = re.compile(
    r"\b(?:(?:our|my|the) client(?! (?:services?|success|side))|unser(?:en?|em)? (?:kunde"
    r"|auftraggeber|mandant)\w*|(?:onze|mijn) (?:klant|opdrachtgever)|notre client"
    r"|nuestro cliente|(?:il )?nostro cliente|nosso cliente|meu cliente|mon client|mi cliente)\b",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\b(?:the|an?|das|ein\w*|une?|una?|uma?|um|een)\s$", re.IGNORECASE)
AGENCY = re.compile(
    r"\b(?:executive search|staffing|recruitment|recruiting|recruiters|resourcing|headhunt\w*"
    r"|talent (?:partners|solutions)|personal(?:beratung|vermittlung|dienst\w*)|selección"
    r"|recrutement|selezione|recrutamento|rekruttering|rekrytering)$",
    re.IGNORECASE,
)
MAY_BE_AN_AGENCY = re.compile(r"\b(?:search|talent|consulting|partners|people)$", re.IGNORECASE)
SENT_BY_OTHERS = re.compile(
    r"\b(?:(?:heard|word|hear|news) (?:back )?from(?! (?:the|our|my|them|you|us))"
    r"|their (?:words|feedback|answer)"
    r"|put(?:ting)? you forward|(?:sent|sending|passed) your (?:cv|profile))\b",
    re.IGNORECASE,
)


def of_the_client(mail: Mail) -> str:
    """An agency writes: the employer is the client it names, and nobody where it names none."""
    for found in CLIENT.finditer(mail.text):
        after = mail.text[found.end() : found.end() + 100].replace("\n", " ")
        named = re.match(
            rf"[^.!?A-ZÀ-Þ]{{0,25}},? (?:a |o |la |il |de |het |die |der )?{NAME}", after
        )
        if named and _is_its_name(named) and not is_no_name(cleaned(named[1])):
            return cleaned(named[1])
    return ""


def _is_its_name(named: re.Match) -> bool:
    """And no description: "our client, the Series B fintech in Leeds"."""
    described = re.match(r" [a-zà-þ]+", named.string[named.end() :])
    return not (ARTICLE.search(named.string[: named.start(1)]) and described)


def is_an_agency(name: str, own: str, text: str) -> bool:
    """Who writes finds people for others: whoever else the mail names is the employer."""
    may_be = MAY_BE_AN_AGENCY.search(name) and SENT_BY_OTHERS.search(text)
    return bool(AGENCY.search(name) or may_be) and reads_as(own, squeezed(name_key(name)))
