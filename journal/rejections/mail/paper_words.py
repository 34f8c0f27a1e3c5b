"""How a rejection says that nobody met, and that only the papers were read."""

import re

MET = re.compile(
    r"\b(?:interview(?! slots?\b)\w*|conversation\w*|spoke(?! about[.,])|(?<!be )speaking"
    r"|spoken|talk(?:ed|ing)?|(?:we|you|i|team"
    r"|having|everyone you) met|panel met you|met (?:with|you)|meeting|to meet you|chat(?:ted"
    r"|ting)?"
    r"|call(?! (?:opens|for|the|us|our|me)\b)|gespräch\w*|kennen\w*|telefon\w*|unterh\w+"
    r"|austausch\w*"
    r"|entretien\w*|échang\w*"
    r"|(?:vous|te|t['’]|nous|avoir|notre) ?rencontr\w*"
    r"|entrevist\w*|conversaci\w*|convers\w*|hablar|conocerte|llamada|gesprek\w*|kennismak\w*"
    r"|colloqui\w*|incontr\w*|intervju\w*|samtal\w*|träffa\w*|reuni\w*|conocernos)\b",
    re.IGNORECASE,
)
APPLICATION = re.compile(
    r"\b(?:applications?|resumes?|résumés?|cvs?|portfolios?|profiles?|background|qualifications"
    r"|(?:ihres|deines) profils"
    r"|bewerbung\w*|unterlagen|lebensl[aä]uf\w*|profilo?|candidatures?|dossiers?|candidaturas?"
    r"|solicitud(?:es)?|currícul\w*|perfil|sollicitaties?|ansökan|ansökningar\w*|candidac(?:y"
    r"|ies)|antecedentes|curricul\w*|zgłosze\w*|aplikacj\w*)\b",
    re.IGNORECASE,
)
REVIEWED = re.compile(
    r"\b(?:review\w*"
    r"|(?<!can['’]t )(?<!cannot )(?<!unable to )(?<!not )(?<!longer )"
    r"consider(?!ation)\w*|evaluat\w*|assess\w*|read(?:ing)?|looked (?:at|through)|(?:gone"
    r"|been"
    r"|went|going) (?:through|over)|screen\w*|sift(?:ed|ing)|compared|vorauswahl|triag\w*"
    r"|lue?s?|leíd\w*"
    r"|letto|letta|lido|lemos|läst|g[åi]tt igenom|granska\w*|abgeglichen|gelesen|durchsicht"
    r"|pris connaissance"
    r"|przejrz\w*|geprüft|prüfung|sichtung|gesichtet|durchgesehen|angesehen"
    r"|étud\w*|exam\w*"
    r"|analys\w*|attention"
    r"|revis\w*|evalua\w*|analiz\w*|valorad\w*|estudiad\w*|bekeken|lezen|bekijk\w*|beoordeel\w*"
    r"|gelezen|esam\w*|valuta\w*|analis\w*|avalia\w*)\b",
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
    r"\b(?:invit\w*|select\w*|selec\w*|sélection\w*|reten\w*|shortlist\w*|contact\w*|call\w*"
    r"|meet\w*"
    r"|offer\w*|propos\w*|llam\w*|convoca\w*|convoqu\w*|convid\w*|einlad\w*|einzuladen"
    r"|eingeladen|auswähl\w*|ausgewählt|bitten|uitnodig\w*|uitgenodigd|uit te nodigen"
    r"|zaprosi\w*|bjud\w*"
    r"|kalla\w*|mov\w+|progress\w*|proceed\w*|advanc\w*|pasar\w*|chiam\w*|seguir|avanç\w*"
    r"|take|taking|bring\w*)\b"
)
_NOT_THE_FIRST = (
    "second next final further last technical onsite zweiten letzten nächsten weiteren segunda"
    " dernier"
)
_INTERVIEW = "".join(rf"(?<!{each} )" for each in _NOT_THE_FIRST.split()) + (
    r"\b(?:interviews?|interviewing|(?:vorstellungs|kennenlern|bewerbungs|erst)?gespräch\w*"
    r"|entretiens?|entrevues?|entrevistas?|gesprek\w*|colloqui\w*|intervju\w*|rozmow\w*)\b"
)
INTERVIEW = re.compile(_INTERVIEW, re.IGNORECASE)
# Looked for only where there is an interview: it is slow.
NOT_INVITED = re.compile(
    rf"(?:{_NO})[^.!?]{{0,80}}{_INVITE}[^.!?]{{0,50}}{_INTERVIEW}"
    rf"|(?:{_NO})[^.!?]{{0,60}}{_INTERVIEW}[^.!?]{{0,30}}{_INVITE}",
    re.IGNORECASE,
)
NEVER_SEEN = re.compile(
    r"\b(?:did not|didn['’]t|never) (?:\w+ )?(?:get|got) (?:to|round to|around to) (?:review"
    r"|read|look)\w*"
    r"|\bniet uit voor (?:een )?\w*gesprek"
    r"|\b(?:not|won['’]?t|n['’]t) (?:\w+ ){0,2}(?:chosen|picked|chose) for an? (?:first )?interview"
    r"|(?:\bnot\b|\bwon['’]?t|n['’]t) (?:\w+ ){0,2}(?:set(?:ting)? up|arrang\w+|schedul\w+) an?"
    r" (?:first |initial |phone )?(?:call|interview|meeting)\b"
    r"|\bnot (?:\w+ ){0,2}inviting you to (?:meet|interview|an)|\bcompleted the short-?listing"
    r"|\b(?:not|n['’]t) (?:\w+ ){0,3}(?:on|to) (?:the|our|a) short-?list"
    r"|\bshort[- ]?list\b[^.!?]{0,80}(?:\bnot\b|n['’]t) on it\b"
    r"|\b(?:not|n['’]t) (?:\w+ ){0,2}(?:on|among) the (?:\w+ )?(?:list|ones|people|candidates"
    r"|applicants)\b"
    r"[^.!?]{0,40}\b(?:meet|meeting|interview\w*|tak\w+ forward|invit\w+)\b"
    r"|\b(?:could|can|are|were) only (?:able to )?(?:interview|invite|meet|interviewing|inviting)\b"
    r"|\bnot been short-?listed|\bnot short-?listed"
    r"|\bnicht in die engere (?:aus)?wahl|\b(?:cvs?|applications|profiles)\b[^.!?]{0,40}\bpicked"
    r" \w+ to (?:meet|see|interview)\b|\bbelow the threshold\b",
    re.IGNORECASE,
)
