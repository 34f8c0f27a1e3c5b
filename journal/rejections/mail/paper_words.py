"""How a rejection says that nobody met, and that only the papers were read."""

import re

from journal.rejections.mail.wordings import one_of

MET = re.compile(
    r"\b(?:"
    + one_of(r"""
    interview(?! slots?\b)\w*
    conversation\w*
    spoke(?! about[.,])
    (?<!be )speaking
    spoken
    talk(?:ed|ing)?
    (?:we|you|i|team|having|everyone you) met
    panel met you
    met (?:with|you)
    meeting
    to meet you
    chat(?:ted|ting)?
    call(?! (?:opens|for|the|us|our|me)\b| [\d+(])
    gespräch\w*
    kennen\w*
    telefon\w*
    unterh\w+
    austausch\w*
    entretien\w*
    échang\w*
    (?:vous|te|t['’]|nous|avoir|notre) ?rencontr\w*
    entrevist\w*
    conversaci\w*
    convers\w*
    hablar
    conocerte
    llamada
    gesprek\w*
    kennismak\w*
    colloqui\w*
    incontr\w*
    intervju\w*
    samtal\w*
    träffa\w*
    reuni\w*
    conocernos
""")
    + r")\b",
    re.IGNORECASE,
)
APPLICATION = re.compile(
    r"\b(?:"
    + one_of(r"""
    applications?
    resumes?
    résumés?
    cvs?
    portfolios?
    profiles?
    your documents
    pre-?selection
    background
    your qualifications
    (?:ihres|deines) profils
    bewerbung\w*
    unterlagen
    lebensl[aä]uf\w*
    profilo?
    candidatures?
    dossiers?
    candidaturas?
    solicitud(?:es)?
    currícul\w*
    perfil
    sollicitaties?
    ansökan
    ansökningar\w*
    antecedentes
    curricul\w*
    zgłosze\w*
    aplikacj\w*
""")
    + r")\b",
    re.IGNORECASE,
)
REVIEWED = re.compile(
    r"\b(?:"
    + one_of(r"""
    (?<!budget )(?<!performance )review\w*
    (?<!can['’]t )(?<!cannot )(?<!unable to )(?<!not )(?<!longer )(?<!be )consider(?!ation)\w*
    evaluat\w*
    assess\w*
    read(?:ing)?
    looked (?:at|through)
    (?:gone|been|went|going) (?:through|over)
    screen\w*
    sift(?:ed|ing)
    compared
    vorauswahl
    triag\w*
    lue?s?
    leíd\w*
    letto
    letta
    lido
    lemos
    läst
    g[åi]tt igenom
    granska\w*
    abgeglichen
    gelesen
    durchsicht
    pris connaissance
    przejrz\w*
    geprüft
    prüfung
    sichtung
    gesichtet
    durchgesehen
    angesehen
    étud\w*
    exam\w*
    analys(?!t)\w*
    revis\w*
    evalua\w*
    analiz\w*
    valorad\w*
    estudiad\w*
    bekeken
    lezen
    bekijk\w*
    beoordeel\w*
    gelezen
    esam\w*
    valuta\w*
    analis(?!ta)\w*
    avalia\w*
""")
    + r")\b",
    re.IGNORECASE,
)
NOT_MET = re.compile(
    r"\b(?:not|no|only|never|regret|unable|nicht|nur|kein\w*|ne|pas|que|sin|sólo|solo|non|niet"
    r"|geen|não|apenas)\b|n['’]t\b|\bn['’]",
    re.IGNORECASE,
)
AFTER_MEETING = re.compile(
    r"\b(?:after|following|during|since|from|in|at|your|our|nach|im|unser\w*|ihr\w*|dein\w*"
    r"|beim|après|suite à|lors de|votre|notre|tras|después de|en|tu|na|dopo|durante|il tuo"
    r"|após)(?: \w+){0,2} ?$",
    re.IGNORECASE,
)
_NO = (
    r"\b(?:not|won['’]?t|nicht|dagegen|kein\w*|pas|no|non|niet|geen|não|inte|nie|unable"
    r"|among)\b|n['’]t\b"
)
_INVITE = (
    r"\b(?:"
    + one_of(r"""
    invit\w*
    select\w*
    selec\w*
    sélection\w*
    reten\w*
    shortlist\w*
    contact\w*
    call\w*
    meet\w*
    offer\w*
    propos\w*
    llam\w*
    convoca\w*
    convoqu\w*
    convid\w*
    einlad\w*
    einzuladen
    eingeladen
    auswähl\w*
    ausgewählt
    bitten
    uitnodig\w*
    uitgenodigd
    uit te nodigen
    zaprosi\w*
    bjud\w*
    kalla\w*
    mov\w+
    progress\w*
    proceed\w*
    advanc\w*
    pasar\w*
    chiam\w*
    seguir
    avanç\w*
    take
    taking
    bring\w*
""")
    + r")\b"
)
_NOT_THE_FIRST = (
    "second another more next final further last technical onsite zweiten letzten nächsten weiteren"
    " segunda dernier"
)
_INTERVIEW = "".join(rf"(?<!{each} )" for each in _NOT_THE_FIRST.split()) + (
    r"\b(?:interviews?|interviewing|(?:vorstellungs|kennenlern|bewerbungs|erst)?gespräch\w*"
    r"|entretiens?|entrevues?|premier échange|entrevistas?|gesprek\w*|colloqui\w*"
    r"|intervju\w*|rozmow\w*)\b"
)
INTERVIEW = re.compile(_INTERVIEW, re.IGNORECASE)
# Looked for only where there is an interview: it is slow.
NOT_INVITED = re.compile(
    rf"(?:{_NO})[^.!?]{{0,80}}{_INVITE}[^.!?]{{0,50}}{_INTERVIEW}"
    rf"|(?:{_NO})[^.!?]{{0,60}}{_INTERVIEW}[^.!?]{{0,30}}{_INVITE}"
    rf"|{_INVITE}[^.!?]{{0,30}}(?:{_NO})[^.!?]{{0,30}}{_INTERVIEW}"
    rf"|\b(?:zu einem|zum|to an?|à un|pour un|a una) (?:\w+ )?{_INTERVIEW}"
    rf"[^.!?]{{0,50}}(?:{_NO})[^.!?]{{0,20}}{_INVITE}",
    re.IGNORECASE,
)
NEVER_SEEN = re.compile(
    one_of(r"""
    \b(?:did not|didn['’]t|never) (?:\w+ )?(?:get|got) (?:to|round to
        |around to) (?:review|read|look)\w*
    \bniet uit voor (?:een )?\w*gesprek
    \b(?:not|won['’]?t|n['’]t) (?:\w+ ){0,2}(?:chosen|picked
        |chose) for an? (?:first )?interview
    (?:\bnot\b|\bwon['’]?t|n['’]t) (?:\w+ ){0,2}(?:set(?:ting)? up|arrang\w+
        |schedul\w+) an? (?:first |initial |phone )?(?:call|interview|meeting)\b
    \bnot (?:\w+ ){0,3}ask(?:ing)? you (?:in )?(?:for|to) an? (?:first )?interview
    \bnot (?:\w+ ){0,2}inviting you to (?:meet|interview|an)
    \bcompleted the short-?listing
    \b(?:not|n['’]t) (?:\w+ ){0,3}(?:on|to) (?:the|our|a) short-?list
    \bshort[- ]?list\b[^.!?]{0,80}(?:\bnot\b|n['’]t) on it\b
    \b(?:not|n['’]t) (?:\w+ ){0,2}(?:on|among) the (?:\w+ )?(?:list|ones|people
        |candidates|applicants)\b[^.!?]{0,40}\b(?:meet|meeting|interview\w*|tak\w+ forward
        |invit\w+)\b
    \b(?:could|can|are|were|will) only (?:be )?(?:able to )?(?:offer an? (?:first )?(?:\w+ )?(?:call
        |interview)|interview|invite|meet
        |interviewing|inviting)\b
    (?:\bnot|n['’]?t) been short-?listed
    (?:\bnot|n['’]?t) be(?:ing)? (?:inviting|calling|asking) you (?:to|for) (?:an )?interview
    \b(?:people|candidates|ones)\b[^.!?]{0,30}\binterview\w*[^.!?]{0,30}(?:\bnot\b
        |n['’]t)[^.!?]{0,12}\b(?:one of|among) them\b
    \bnot short-?listed
    \bantes de la fase de entrevistas
    \bbefore the interview (?:stage|phase)
    \b(?:zu|unter) den\b[^.!?]{0,80}\b(?:einladen|eingeladen
        |kennenlernen)\b[^.!?]{0,30}\bgehör(?:en sie|st du)\b[^.!?]{0,20}\bnicht\b
    \blad(?:e|en) (?:wir |ich )?(?:sie|dich|euch)\b[^.!?]{0,40}\bnicht\b[^.!?]{0,30}
        \b(?:ersten gespräch|erstgespräch|kennenlern\w*|vorstellungsgespräch|zum gespräch)\b
    \bein gespräch\b[^.!?]{0,40}\bnicht anbieten\b
    (?:\bnot\b|n['’]t) (?:\w+ ){0,3}(?:bring|have|take) you in for (?:that|the|a) first
        (?: \w+)? (?:call|interview)\b
    \bnicht in die engere (?:aus)?wahl
    \b(?:cvs?|applications|profiles)\b[^.!?]{0,40}\bpicked \w+ to (?:meet|see|interview)\b
    \bbelow the threshold\b
"""),
    re.IGNORECASE,
)
