"""What an address says: who sends for others, and whose domain it is."""

import re

from journal.rejections.mail.names import squeezed
from journal.rejections.mail.parts import Mail
from journal.rejections.mail.wordings import one_of

SYSTEMS = re.compile(
    r"(?:^|\.)(?:"
    + one_of(r"""
    greenhouse(?:-mail)?\.io
    lever\.co
    ashbyhq\.com
    myworkday(?:jobs)?\.com
    workday\.com
    smartrecruiters\.com
    icims\.(?:com|eu|email)
    teamtailor(?:-mail)?\.com
    personio\.(?:de|com|es)
    workable(?:mail)?\.com
    bamboohr\.com
    recruitee(?:-mail)?\.com
    jobvite\.com
    successfactors\.\w+
    sapsf\.\w+
    breezy(?:mail)?\.\w+
    breezy-mail\.com
    join\.com
    softgarden\.\w+
    hire\.\w+\.co
    gupy\.(?:io|com\.br)
    taleo\.net
    oraclecloud\.com
    avature\.net
    phenom(?:people)?\.com
    eightfold\.ai
    csod\.com
    cornerstoneondemand\.com
    ultipro\.com
    ukg\.com
    paylocity\.com
    rippling\.com
    gem\.com
    dover\.(?:io|com)
    wellfound\.com
    homerun\.co
    hibob\.com
    pinpointhq\.com
    comeet\.(?:co|com)
    applytojob\.com
    jazz(?:hr|\.co)\S*
    zohorecruit\.\w+
    rexx-systems\.com
    dvinci\S*
    onlyfy\.\w+
    prescreen\.io
    jobylon\.com
    varbi\.com
    reachmee\.com
    welcomekit\.co
    welcometothejungle\.\w+
    flatchr\.io
    taleez\.com
    softy\.pro
    digitalrecruiters\.com
    infojobs\.\w+
    bizneo\.\w+
    viterbit\.com
    factorial(?:hr)?\.\w+
    kenjo\.io
    erecruiter\.\w+
    traffit\.com
    elementapp\.ai
    kula\.ai
    recruiterbox\.com
    loxo\.co
    bullhorn\S*
    talentlyft\.com
    manatal\.com
    polymer\.co
    hackerrank\.com
    codility\.com
    linkedin\.com
    indeed(?:email)?\.com
    xing\.com
    stepstone\.\w+
""")
    + r")$",
)
OPEN_TO_ALL = re.compile(
    r"^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|t-online|proton"
    r"|protonmail|pm|aol|orange|free|laposte|linkedin|mail|posteo)\b"
)
# What systems call anybody's mailbox.
ANYBODYS = re.compile(
    r"(?:no-?reply|do-?not-?reply|notifications?|candidates?|applicants?|mail(?:er)?|e?mails?|jobs?"
    r"|careers?|talent|recruit\w*|hiring|hr|system|support|hello|info|team|app|apply|us|eu|hire"
    r"|messages?|autoreply|donotreply)$"
)


def is_a_system(address: str) -> bool:
    return bool(SYSTEMS.search(address.lower().partition("@")[2]))


def tenants(address: str) -> set[str]:
    local, _, domain = address.partition("@")
    said = [*local.split("+"), *domain.split(".")[:-2]]
    own = {each for each in said if len(each) > 3 and not ANYBODYS.match(each)}
    return {squeezed(each) for each in own - {label_of(domain)}}


def own_label(address: str) -> str:
    """What a sender's own domain calls the firm: fernwood of ines@mail.fernwood.example."""
    domain = address.lower().partition("@")[2]
    if not domain or is_a_system(address) or OPEN_TO_ALL.match(domain):
        return ""
    return label_of(domain)


def own_label_of(mail: Mail) -> str:
    """Of a system's mail: where an answer goes."""
    is_theirs = is_a_system(mail.address) and mail.reply_to
    return own_label(mail.reply_to if is_theirs else mail.address)


def label_of(domain: str) -> str:
    labels = domain.split(".")
    if len(labels) > 2 and labels[-2] in {"co", "com", "org", "ac"}:
        labels = labels[:-1]
    return re.sub(r"[^a-z0-9]", "", labels[-2]) if len(labels) > 1 else ""
