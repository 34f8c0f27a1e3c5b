"""Which employer a mail is from: names are gathered where mails put them, and weighed together."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product

from journal.ownership.text import name_key
from journal.rejections.mail.addresses import own_label_of
from journal.rejections.mail.agencies import CLIENT, is_an_agency, of_the_client
from journal.rejections.mail.lists import TRADES
from journal.rejections.mail.names import (
    GROUP,
    NAME,
    OF_A_KIND,
    TELLING,
    Weighed,
    begins_as,
    cleaned,
    is_no_name,
    reads_as,
    shares_a_word,
    squeezed,
)
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.phrases import by_words
from journal.rejections.mail.role_words import ROLE_NOUN
from journal.rejections.mail.senders import (
    behind_a_system,
    in_small_letters,
    in_the_senders_name,
    is_a_person,
    of_their_domain,
)
from journal.rejections.mail.signature import in_the_signature

ENOUGH = 3
ENOUGH_BESIDE_A_DOMAIN = 4  # that reads otherwise: named in two places
OWN_DOMAIN = 5
NO_PART = (" global", " corporate")
GREETING = 40  # letters
MOST = 400  # names that are weighed


def employer_in(mail: Mail) -> str:
    """As it is written there; "" where it is not plain."""
    if CLIENT.search(mail.text):
        return of_the_client(mail) or _named_twice(mail)
    weights: dict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    own, found = own_label_of(mail), _candidates(mail)
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
        theirs = len(own) >= TELLING and begins_as(own, name)
        if not is_no_name(name, theirs) and not _is_the_person(name, mail) and name not in agencies:
            weights[name_key(name)] += each.weight
            names.setdefault(name_key(name), name)
    for key in names:
        if own and reads_as(own, key):
            weights[key] += OWN_DOMAIN
    _join_domains(weights)
    is_other = own and not agencies and not any(_is_of_the_domain(own, key) for key in names)
    return _plainest(weights, names, ENOUGH_BESIDE_A_DOMAIN if is_other else ENOUGH)


def _join_domains(weights: dict[str, int]) -> None:
    """ "rookandtether.com" in small print is Rook & Tether, where that is said too."""
    for key in [key for key in weights if "." in key]:
        bare = squeezed(key.rpartition(".")[0])
        same = [other for other in weights if other != key and squeezed(other) == bare]
        if same:
            weights[same[0]] += weights.pop(key)


def _is_of_the_domain(own: str, name: str) -> bool:
    return reads_as(own, name) or shares_a_word(own, name)


def _is_the_person(name: str, mail: Mail) -> bool:
    """By the first name alone too, unless the firm is called so."""
    key = name_key(name)
    if squeezed(key) == squeezed(own_label_of(mail)) and key != name_key(mail.name):
        return False
    return f"{name_key(mail.name)} ".startswith(f"{key} ") and is_a_person(mail)


def _plainest(weights: dict[str, int], names: dict[str, str], enough: int) -> str:
    """A longer form of the same name is the name; of two that weigh the same, neither is."""
    whole = dict(weights)
    for (key, weight), other in product(weights.items(), weights):
        if (other.startswith((f"{key} ", f"{key}, ")) and not other.endswith(NO_PART)) or (
            other.endswith(f" {key}") and OF_A_KIND.match(names[other])
        ):
            whole[other] += weight
    first = max(whole, key=lambda key: (whole[key], len(key)), default="")
    if not first or whole[first] < enough:
        return ""
    rivals = [key for key in whole if whole[key] == whole[first] and not first.startswith(key)]
    return "" if rivals else names[first]


def _named_twice(mail: Mail) -> str:
    """Above an agency's mail and in it: the client, where it is not said to be one."""
    own = own_label_of(mail)
    above = [*by_words(mail.subject, 0), *_alone_in_the_subject(mail)]
    within = {name_key(cleaned(each.name)) for each in by_words(mail.text, 0) if each.weight > 1}
    named = {
        name
        for name in (cleaned(each.name) for each in above)
        if name_key(name) in within and not is_no_name(name) and not (own and reads_as(own, name))
    }
    return named.pop() if len(named) == 1 else ""


def _candidates(mail: Mail) -> list[Weighed]:
    found = [
        *in_the_senders_name(mail),
        *by_words(mail.subject, 1),
        *by_words(mail.text, 0),
        *in_the_signature(mail),
        *behind_a_system(mail),
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


def _alone_in_the_subject(mail: Mail) -> list[Weighed]:
    pieces = re.split(r"\s+(?:[|–—+/-]|<>|x)\s+|:\s+", mail.subject)
    greeting = mail.text.lstrip().partition("\n")[0][:GREETING]
    last = mail.text.rstrip().rpartition("\n")[2].strip()
    return [
        Weighed(each, 1 + (each == last) + 2 * _is_said_within(each, mail.text))
        for each in pieces
        if (re.fullmatch(NAME, each.strip()) or _is_in_small_letters(each, mail.text))
        and not ROLE_NOUN.search(each)
        and not re.search(rf"\b{re.escape(each)}\b", greeting)
    ]


def _is_in_small_letters(piece: str, text: str) -> bool:
    """ "parcelbird | Staff Software Engineer": a word of no list, that signs or is thanked."""
    is_word = re.fullmatch(r"[a-z][a-z0-9]{3,}", piece)
    return bool(is_word and re.search(rf"(?:\b(?:at|giving|to|from) |^){piece}\b", text, re.M))


def _is_said_within(name: str, text: str) -> bool:
    """As a name, and as what nobody works on or with: "the Payments team"."""
    words = {word.lower() for word in name.split()}
    return not words <= TRADES and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
