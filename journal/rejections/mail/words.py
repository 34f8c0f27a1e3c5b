"""How rejections are worded, in the languages they come in."""

import re

# What a role is called after, at its heart or at its end.
ROLE_NOUNS = (
    r"engineers?|engineering|developer|programmer|architect|scientist|analyst|designer"
    r"|\w*managers?(?:in)?|lead|leader|head"
    r"|director|administrator|admin|consultant|specialist|researcher|technician|tester|intern"
    r"|internship"
    r"|sre|devops|devsecops|qa|cto|vp|officer|advocate|writer|coordinator|associate|trainee"
    r"|apprentice"
    r"|\w*entwickler(?:in)?|\w*ingenieur(?:in)?|\w*architekt(?:in)?|\w*berater(?:in)?"
    r"|leiter(?:in)?|\w*leitung|\w*techniker(?:in)?|praktikant(?:in)?|praktikum"
    r"|werkstudent(?:in)?|\w*administrator(?:in)?|\w*[ck]o[öo]rdinator(?:in)?"
    r"|\w*referent(?:in)?|\w*spezialist(?:in)?|\w*tester(?:in)?"
    r"|ingénieur(?:e)?|développeu(?:r|se)|architecte|responsable|chef(?:fe)?|administrateur"
    r"|administratrice|analyste"
    r"|consultant(?:e)?|alternance|stagiaire|directeur|directrice|technicien(?:ne)?"
    r"|ingenier[oa]|desarrollador(?:a)?|programador(?:a)?|arquitect[oa]|analista|científic[oa]"
    r"|administrador(?:a)?"
    r"|jefe|jefa|líder|técnic[oa]|consultor(?:a)?|diseñador(?:a)?"
    r"|\w*ontwikkelaar|beheerder|onderzoeker|ingegnere|sviluppatore|sviluppatrice"
    r"|sistemista"
    r"|engenheir[oa]|desenvolvedor(?:a)?|arquitet[oa]|cientista|gerente"
)
ROLE_NOUN = re.compile(rf"\b(?:{ROLE_NOUNS})\b", re.IGNORECASE)

NUMBER = re.compile(
    r"[\[(#]*\b(?:req(?:uisition)?|job|id|ref|r|jr|jreq|kennziffer|referenz|nr|réf"
    r"|posting)?[\s.:#_-]*(?:id|no|nr)?[\s.:#_-]*\d{3,}(?:[-_/]\d+)*\b[\])]*"
    r"|\b(?:R|JR|REQ|RQ|J|P)[-_]?\d{3,}\b",
    re.IGNORECASE,
)
GENDERS = re.compile(
    r"[\[(]\s*(?:(?:[mwfhdxi]|gn|div|all genders|alle geschlechter|mwd|mfd|any gender|je?|nb|hf"
    r"|fh)\s*[/|,*\s]?\s*)+[\])]"
    r"|\b[mwf]/[wfm]/[dx]\b|\bH/F\b|\bF/H\b",
    re.IGNORECASE,
)
PLACES = re.compile(
    r"\s*(?:[,(–—|-]\s*)+(?:fully |100 ?% |hybrid |full[- ])?(?:remote|hybrid|on-?site|emea"
    r"|apac|europe|eu|uk|us|usa|germany|deutschland|france|spain|españa"
    r"|berlin|münchen|munich|hamburg|köln|frankfurt|stuttgart|leipzig|wien|vienna|zürich|zurich"
    r"|paris|lyon|nantes|toulouse|lille|bordeaux"
    r"|madrid|barcelona|valencia|sevilla|bilbao|málaga|london|dublin|manchester|edinburgh"
    r"|amsterdam|rotterdam|utrecht|lisbon|lisboa|porto"
    r"|milano|milan|roma|new york|nyc|san francisco|seattle|boston|austin|toronto|remoto"
    r"|télétravail|homeoffice)\b.*$",
    re.IGNORECASE,
)

STAGES = (
    (
        "Offer stage",
        r"offer stage|withdraw\w* (?:that|the|our|this) offer|offer we (?:made|sent|extended)"
        r"|(?:reference checks?|references) (?:and|we)|offer discussion",
    ),
    ("Team match", r"team[- ]match(?:ing)?"),
    (
        "Onsite or final rounds",
        r"on-?site|final (?:round|interview|stage|conversation|panel)s?|last round|panel"
        r"|coming in\b|came in\b|(?:interview|full|virtual) loop\b|super ?day"
        r"|(?:letzte[nr]?|finale[nr]?|abschließende[nr]?) (?:runde|gespräch|interview)\w*"
        r"|finalrunde|endrunde|vor ort|bei uns im büro|probetag"
        r"|(?:dernier|ultime)s? (?:tour|entretien|échange)s?|entretien final|entretiens finaux"
        r"|(?:dernière|ultime) étape|dans nos locaux|journée d'entretiens"
        r"|última ronda|ronda final|entrevista(?:s)? final(?:es)?|fase final|última entrevista"
        r"|en nuestras oficinas"
        r"|laatste (?:ronde|gesprek)|eindgesprek|colloquio finale|ultimo colloquio"
        r"|entrevista final|última fase|última etapa",
    ),
    (
        "Take-home",
        r"take[- ]?home|(?:coding|programming|technical|home) (?:exercise|challenge|assignment"
        r"|task|project|homework)|homework|case study|your submission"
        r"|probeaufgabe|coding[- ]?(?:aufgabe|challenge)|programmieraufgabe|testaufgabe"
        r"|hausaufgabe|fallstudie|arbeitsprobe"
        r"|(?:test|exercice|cas) (?:technique|pratique)|étude de cas"
        r"|exercice (?:(?:à faire )?(?:chez|à la maison)|de code)"
        r"|prueba (?:técnica|de código|práctica|(?:\w+ ){0,3}en casa)|reto (?:técnico"
        r"|de código)|ejercicio (?:técnico|de código|práctico)"
        r"|technische (?:opdracht|case)\b|(?:thuis|case|code)?opdracht\b|lavoro fatto a casa"
        r"|progetto di prova|prova (?:tecnica|pratica)|esercizio (?:tecnico|di codice)"
        r"|desafio (?:técnico|de código)|teste técnico",
    ),
    (
        "Technical screen",
        r"(?:technical|tech|coding|engineering|live coding|pair[- ]programming"
        r"|system design) (?:phone )?(?:screen(?:ing)?|interview|call|conversation|session"
        r"|round|discussion)s?|phone screen with"
        r"|technische\w* (?:telefon\w*|\w*gespräch\w*|interview|video\w*|runde"
        r"|austausch)\w*|fachgespräch|fachinterview|tech-interview|coding-interview|live-coding"
        r"|entretien technique|échange technique|entrevista técnica|technisch (?:gesprek"
        r"|interview)|colloquio tecnico|intervista tecnica",
    ),
    (
        "Recruiter screen",
        r"(?:recruiter|recruiting|phone|initial|intro(?:ductory)?|first|screening|hr"
        r"|talent) (?:screen(?:ing)?|call|conversation|chat|interview|discussion|round)"
        r"|screening|phone call|on the phone|telephone interview"
        r"|erstgespräch|erstes gespräch|kennenlerngespräch|ersten (?:telefonat|gespräch"
        r"|kennenlernen)|telefoninterview|telefongespräch|telefonat\b"
        r"|(?:premier|entretien|échange|appel) (?:échange|entretien|appel|téléphonique"
        r"|rh)(?: téléphonique)?|préqualification|au téléphone"
        r"|primera (?:llamada|entrevista|conversación)|entrevista telefónica|llamada telefónica"
        r"|entrevista inicial|por teléfono"
        r"|eerste (?:gesprek|kennismaking)|kennismakingsgesprek|telefonisch|primo colloquio"
        r"|colloquio (?:telefonico|conoscitivo)|primeira (?:conversa|entrevista)"
        r"|entrevista telefônica",
    ),
)
STAGE = [(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern in STAGES]

# What is only to come, or was not to come, says nothing about how far it went.
NOT_REACHED = re.compile(
    r"\b(?:to (?:the|our|an?) (?:next|final)|invit\w*|move (?:you )?(?:forward|on|ahead) (?:to"
    r"|with|into)|moving (?:you )?(?:forward|on) to|proceed(?:ing)? (?:to|with)"
    r"|progress(?:ing)? (?:you )?to|advanc\w+ (?:you )?to|take you (?:to|into)|happy to|glad to"
    r"|offer(?:ing)? (?:you )?(?:some )?feedback|feedback (?:in|on|by|over)|next step"
    r"|would have been|instead of|before (?:the|an?|our)|without an?"
    r"|einladen|einzuladen|gerne|nächste[nr]? (?:schritt|runde)|passer à|inviter"
    r"|prochaine étape|avanzar a|invitar|siguiente|pasar a|uitnodigen|prossim\w"
    r"|próxim\w)\b[^.!?\n]{0,45}$",
    re.IGNORECASE,
)
MET = re.compile(
    r"\b(?:interview\w*|conversation\w*|spoke|speaking|spoken|talk(?:ed|ing)?|(?:we|you|i|team"
    r"|having|panel|everyone you) met|met (?:with|you)|meeting|to meet you|chat(?:ted|ting)?"
    r"|call|gespräch\w*|kennen\w*|telefon\w*|unterh\w+|austausch\w*|entretien\w*|échang\w*"
    r"|rencontr\w*"
    r"|entrevist\w*|conversaci\w*|convers\w*|hablar|conocerte|llamada|gesprek\w*|kennismak\w*"
    r"|colloqui\w*|incontr\w*)\b",
    re.IGNORECASE,
)
APPLICATION = re.compile(
    r"\b(?:(?:your|all|every|each|the|of) applications?|your (?:resume|résumé|cv|profile"
    r"|background|qualifications)|(?:ihre?[rn]?|aller|eingegangenen) (?:bewerbung\w*|unterlagen"
    r"|profil)|deine?[rn]? (?:bewerbung|unterlagen)"
    r"|votre (?:candidature|cv|profil|dossier)|ta candidature|tu (?:candidatura|cv|perfil"
    r"|solicitud)|su (?:candidatura|cv|perfil|solicitud)|je (?:sollicitatie|cv)"
    r"|uw (?:sollicitatie|cv)"
    r"|(?:tua|sua) candidatura|seu (?:currículo|perfil))\b",
    re.IGNORECASE,
)
REVIEWED = re.compile(
    r"\b(?:review\w*|consider\w*|evaluat\w*|assess\w*|read|looked (?:at|through)|gone through"
    r"|going through|geprüft|prüfung|sichtung|gesichtet|durchgesehen|angesehen|étud\w*|exam\w*"
    r"|analys\w*|attention"
    r"|revis\w*|evalua\w*|analiz\w*|valorad\w*|estudiad\w*|bekeken|bekijk\w*|beoordeel\w*"
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
NOT_INVITED = re.compile(
    r"\b(?:not|n['’]t|nicht|pas|no|non|niet|não)\b[^.!?]{0,80}\b(?:invit\w*|select\w*"
    r"|contact\w*|einlad\w*|einzuladen|eingeladen|uitnodig\w*|convoca\w*"
    r"|convid\w*)\b[^.!?]{0,40}\b(?:interview|gespräch\w*|entretien|entrevista|gesprek"
    r"|colloquio)"
    r"|\bniet uit voor (?:een )?\w*gesprek|\b(?:nicht|not)\b[^.!?]{0,60}\b(?:gespräch"
    r"|interview)\w*\b[^.!?]{0,20}\b(?:einladen|invite)",
    re.IGNORECASE,
)
