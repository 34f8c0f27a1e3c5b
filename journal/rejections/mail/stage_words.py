"""How a rejection says how far it went, in the languages rejections come in."""

import re

STAGES = (
    (
        "Offer stage",
        r"offer stage|offer letter|offer discussion|(?:withdr[ae]w\w*|rescind\w*|retract\w*"
        r"|revok\w*)"
        r"(?: \w+){0,2} (?:job |written |verbal )?offer|offer (?:we|that we) (?:made|sent"
        r"|extended|gave)"
        r"|offer (?!you )(?:\w+ ){1,2}made you|(?:written|verbal) offer"
        r"|offer (?:has been|is|was) (?:withdrawn|rescinded)"
        r"|(?:reference checks?|references) (?:and|we)|(?:checking|checked|taking up|took up"
        r"|calling"
        r"|speaking (?:to|with)) your (?:references|referees)"
        r"|ofertas? (?:\w+ ){0,7}sin efecto|oferta que te (?:hicimos|enviamos|mandamos|extendimos)"
        r"|offre que nous (?:vous|t['’]) ?av\w+ faite"
        r"|angebot,? das wir (?:ihnen|dir|euch) (?:gemacht|geschickt|unterbreitet)"
        r"|proposta que (?:te |lhe )?(?:fizemos|enviámos|enviamos)"
        r"|proposta che (?:ti|le) abbiamo (?:fatto|inviato)"
        r"|promesse d'embauche|lettre d'engagement|vertragsangebot|arbeitsvertrag"
        r"|angebot\w* (?:\w+ ){0,3}"
        r"zurück\w*|oferta (?:\w+ ){0,3}(?:retir\w*|firme)|carta (?:de )?oferta|lettera d'impegno"
        r"|proposta de contrato|arbeidsvoorwaarden\w*|anställningsavtal",
    ),
    ("Team match", r"team[- ]match(?:ing)?"),
    (
        "Onsite or final rounds",
        r"on-?site|(?:second|third|fourth) and last (?:interview|round)"
        r"|final (?:round|interview|stage|conversation|panel)s?|last round"
        r"|panel(?! (?:met\b(?! you)|sat|has met|(?:has )?(?:reviewed|considered|read|shortlisted"
        r"|assessed)))"
        r"|(?:your|spen\w+ (?:the|a)|full|whole|half) (?:day|afternoon|morning) with (?:us"
        r"|the team|our)\b"
        r"|(?:visit\w*|c[ao]m(?:e|ing)|meet\w*"
        r"|interview\w*) (?:\w+ ){0,3}(?:at|in|to|by|into) (?:our|the) (?:office|headquarters"
        r"|site)s?\b"
        r"(?! (?:&|manager|coordinator|assistant|administrator))|(?:an)?other finalist"
        r"|with us for the (?:\w+ )?(?:day|afternoon|morning)"
        r"|in[- ]person (?:interview|meeting|conversation|visit)|assessment[- ]cent(?:re|er)"
        r"|assessmentcenter|probearbeit\w*|schnuppertag\w*|hospitation\w*|bei uns vorbei\w*"
        r"|dans nos bureaux|passage (?:chez nous|dans nos)|entrevistas? presencial\w*"
        r"|reunión presencial|en nuestra sede|op kantoor|meeloopdag|nella nostra sede"
        r"|nei nostri uffici|di persona\b|no nosso escritório|entrevistas? presencia\w*|på plats"
        r"|slutintervju\w*|hos oss på kontoret"
        r"|coming in\b|came in\b|(?:interview|full|virtual) loop\b|super ?day"
        r"|(?:letzte[nr]?|finale[nr]?|abschließende[nr]?) (?:runde|gespräch|interview)\w*"
        r"|finalrunde|endrunde|vor ort|bei uns im büro|probetag"
        r"|(?:dernier|ultime)s? (?:tour|entretien|échange)s?|entretien final|entretiens finaux"
        r"|(?:dernière|ultime) étape|dans nos locaux|journée d'entretiens"
        r"|última ronda|ronda final|entrevista(?:s)? final(?:es)?|fase final|última entrevista"
        r"|(?:en|a|por) nuestras oficinas"
        r"|laatste (?:ronde|gesprek)|eindgesprek|colloquio finale|ultimo colloquio"
        r"|entrevista final|última fase|última etapa",
    ),
    (
        "Take-home",
        r"take[- ]?home|(?:coding|programming|technical|home|writing|design) (?:exercise"
        r"|challenge|assignment"
        r"|task|project|homework|test)|homework|case study|your submission"
        r"|(?:project|exercise|task|test|assignment|solution) (?:that )?you (?:sent|handed|turned"
        r"|submitted)|your (?:solution|answers?|code) (?:to|for) the (?:exercise|task|assignment"
        r"|challenge|project)|(?:art|skills|sample) test"
        r"|(?:your|sending (?:back|in|over) the|sent (?:back|in|over) the|completed the)"
        r" (?:\w+ )?(?:exercise|assignment)"
        r"|probeaufgabe|coding[- ]?(?:aufgabe|challenge)|programmieraufgabe|testaufgabe"
        r"|hausaufgabe|fallstudie|arbeitsprobe"
        r"|(?:test|exercice|cas) (?:technique|pratique)|étude de cas"
        r"|(?:exercice|test|travail) (?:\w+ ){1,6}chez vous"
        r"|exercice (?:(?:à faire )?(?:chez|à la maison)|de code)"
        r"|prueba (?:técnica|de código|práctica|(?:\w+ ){0,3}en casa)|reto (?:técnico"
        r"|de código)|ejercicio (?:técnico|de código|práctico)"
        r"|progett\w+ (?:\w+ ){0,5}a casa|technische (?:opdracht|case)\b|(?:thuis|case"
        r"|code)?opdracht\b|lavoro fatto a casa"
        r"|test (?:tecnico|pratico)|progetto di prova|prova (?:tecnica|pratica)"
        r"|esercizio (?:tecnico|di codice)"
        r"|desafio (?:técnico|de código)|teste (?:técnico|prático)|(?:code|hem)uppgift\w*"
        r"|arbetsprov\w*|testuppgift\w*|caso práctico|cas pratique|prova técnica",
    ),
    (
        "Technical screen",
        r"(?:technical|tech|coding|engineering|live coding|pair[- ]programming"
        r"|system design) (?:phone )?(?:screen(?:ing)?|interview|call|conversation|session"
        r"|round|discussion)s?|pair(?:ing)? (?:session|interview|exercise)"
        r"|phone screen with (?!(?:our |the |a )?(?:\w+ )?(?:recruiter|hr|talent|people))"
        r"|(?:system design|whiteboard\w*) (?:problem|question|session|part|exercise)"
        r"|(?:pairing|pair[- ]programming|live[- ]coding) with"
        r"|(?:interview|gespräch|austausch) mit (?:unserem |dem )?(?:tech|entwickl|engineering)\w*"
        r"|entretien avec (?:l['’]équipe|notre équipe) technique|entretiens? techniques?"
        r"|(?:entrevista|llamada|charla) con (?:el|nuestro) equipo técnico"
        r"|colloquio con (?:il|il nostro) team tecnico|teknisk\w* intervju\w*"
        r"|entrevista com a equip[ae] técnica"
        r"|technische\w* (?:telefon\w*|\w*gespräch\w*|interview|video\w*|runde"
        r"|austausch)\w*|fachgespräch|fachinterview|tech-interview|coding-interview|live-coding"
        r"|entretien technique|échange technique|entrevista técnica|technisch (?:gesprek"
        r"|interview)|colloquio tecnico|intervista tecnica",
    ),
    (
        "Recruiter screen",
        r"(?:recruiter|recruiting|phone|initial|intro(?:ductory)?|first|screening|hr"
        r"|talent) (?:screen(?:ing)?|call|conversation|chat|interview|discussion|round)"
        r"|screening[- ](?:gespräch\w*|interview|call|gesprek)|phone call|on the phone"
        r"|telephone interview|(?:sp[eo]\w+|talk\w+|chat\w+|met|meeting) (?:with |to )?(?:\w+ )?"
        r"(?:from|of|in|on) (?:our|the) (?:recruit\w+|hr|talent|people)\b|(?:call|chat"
        r"|conversation|interview) with (?:our |the )?(?:\w+ )?"
        r"(?:recruiters?|hr|talent team|people team)\b|(?:gespräch|telefonat|austausch) mit"
        r" (?:der |unserer )?(?:hr|personalabteilung)\b|entretien avec (?:les |le service "
        r"|notre )rh\b"
        r"|(?:llamada|videollamada|entrevista|charla) con (?:rr\.?hh|recursos humanos)"
        r"|(?:primo|breve) (?:contatto|colloquio) (?:telefonico|con (?:le )?(?:hr|risorse))"
        r"|telefonintervju\w*|första (?:intervju|samtal)\w*"
        r"|erstgespräch|erstes gespräch|kennenlerngespräch|ersten (?:telefonat|gespräch"
        r"|kennenlernen)|telefoninterview|telefongespräch|telefonat\b"
        r"|(?:premier|entretien|échange|appel) (?:échange|entretien|appel|téléphonique"
        r"|rh)(?: téléphonique)?|préqualification|au téléphone"
        r"|primera (?:llamada|entrevista|conversación)|entrevista telefónica|llamada telefónica"
        r"|(?:entrevista|llamada|conversación) inicial|por teléfono"
        r"|eerste (?:gesprek|kennismaking)|kennismakingsgesprek|telefonisch|primo colloquio"
        r"|(?:colloquio|chiamata) (?:telefonic[oa]|conoscitiv[oa]|iniziale)|primeira (?:conversa"
        r"|entrevista)|conversa inicial"
        r"|entrevista telefônica",
    ),
)
STAGE = [(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern in STAGES]

# What is only to come, or was not to come, says nothing about how far it went.
NOT_REACHED = re.compile(
    r"\b(?:to (?:the|our|an?) (?:next|final)|invit\w*|move (?:you )?(?:forward|on|ahead) (?:to"
    r"|with|into)|moving (?:you )?(?:forward|on) to|proceed(?:ing)? (?:to|with)"
    r"|progress(?:ing)? (?:you )?to|advanc\w+ (?:you )?to|take you (?:to|into)|happy to|glad to"
    r"|chosen for|selected for|shortlist\w* for|offer(?:ing)? (?:you )?(?:some )?feedback"
    r"|feedback (?:in|on|by|over)|next step"
    r"|(?:bring|tak|go|carry|put)\w* (?:you )?(?:forward|on|through|further|ahead) (?:to|into)"
    r"|(?:arrang|schedul|plann)\w*|would have (?:been|loved|liked)|(?:you|he) (?:can|could|may)"
    r"|feel free|vidare till|door naar|avançar para|passare all?[ao]?|in die nächste|you wish"
    r"|skip\w*"
    r"|continu\w+ (?:you )?(?:on )?(?:to|into)|instead of|before (?:the|an?|our)|without an?"
    r"|einladen|einzuladen|gerne|nächste[nr]? (?:schritt|runde)|passer à|inviter"
    r"|prochaine étape|avanzar a|invitar|siguiente|pasar a|uitnodigen|prossim\w"
    r"|próxim\w)\b[^.!?\n]{0,45}$",
    re.IGNORECASE,
)
# Those who go on, and are others.
FOR_OTHERS = re.compile(
    r"^[^.!?\n]{0,30}\b(?:bitten|laden|invit\w*|ask\w*)\b[^.!?]{0,30}\b(?:andere\w*|others?|autres"
    r"|otr[oa]s)\b",
    re.IGNORECASE,
)
MET = re.compile(
    r"\b(?:interview\w*|conversation\w*|spoke|speaking|spoken|talk(?:ed|ing)?|(?:we|you|i|team"
    r"|having|everyone you) met|panel met you|met (?:with|you)|meeting|to meet you|chat(?:ted"
    r"|ting)?"
    r"|call(?! (?:opens|for))|gespräch\w*|kennen\w*|telefon\w*|unterh\w+|austausch\w*"
    r"|entretien\w*|échang\w*"
    r"|(?:vous|te|t['’]|nous|avoir|notre) ?rencontr\w*"
    r"|entrevist\w*|conversaci\w*|convers\w*|hablar|conocerte|llamada|gesprek\w*|kennismak\w*"
    r"|colloqui\w*|incontr\w*|intervju\w*|samtal\w*|träffa\w*|reuni\w*|conocernos)\b",
    re.IGNORECASE,
)
APPLICATION = re.compile(
    r"\b(?:applications?|resumes?|résumés?|cvs?|portfolios?|profiles?|background|qualifications"
    r"|bewerbung\w*|unterlagen|lebensl[aä]uf\w*|profilo?|candidatures?|dossiers?|candidaturas?"
    r"|solicitud(?:es)?|currícul\w*|perfil|sollicitaties?|ansökan|ansökningar\w*|candidac(?:y"
    r"|ies)|antecedentes|curricul\w*|zgłosze\w*|aplikacj\w*)\b",
    re.IGNORECASE,
)
REVIEWED = re.compile(
    r"\b(?:review\w*|consider\w*|evaluat\w*|assess\w*|read(?:ing)?|looked (?:at|through)|(?:gone"
    r"|been"
    r"|went|going) through|screen\w*|sifted|triag\w*|lue?s?|leíd\w*"
    r"|letto|letta|lido|lemos|läst|g[åi]tt igenom|granska\w*|abgeglichen|gelesen|durchsicht"
    r"|pris connaissance"
    r"|suite favorable|przejrz\w*|geprüft|prüfung|sichtung|gesichtet|durchgesehen|angesehen"
    r"|étud\w*|exam\w*"
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
_NO = (
    r"\b(?:not|won['’]?t|nicht|dagegen|kein\w*|pas|no|non|niet|geen|não|inte|nie|unable"
    r"|among)\b|n['’]t\b"
)
_INVITE = (
    r"\b(?:invit\w*|select\w*|selec\w*|sélection\w*|shortlist\w*|contact\w*|call\w*|meet\w*"
    r"|offer\w*|propos\w*|llam\w*|convoca\w*|convoqu\w*|convid\w*|einlad\w*|einzuladen"
    r"|eingeladen|auswähl\w*|ausgewählt|bitten|uitnodig\w*|uitgenodigd|zaprosi\w*|bjud\w*"
    r"|kalla\w*|mov\w+|progress\w*|proceed\w*|advanc\w*|pasar\w*|chiam\w*|seguir|avanç\w*"
    r"|take|taking|bring\w*)\b"
)
_NOT_THE_FIRST = "second next final further last zweiten letzten nächsten weiteren segunda dernier"
_INTERVIEW = "".join(rf"(?<!{each} )" for each in _NOT_THE_FIRST.split()) + (
    r"\b(?:interviews?|interviewing|(?:vorstellungs|kennenlern|bewerbungs|erst)?gespräch\w*"
    r"|entretiens?|entrevistas?|gesprek\w*|colloqui\w*|intervju\w*|rozmow\w*)\b"
)
INTERVIEW = re.compile(_INTERVIEW, re.IGNORECASE)
# Looked for only where there is an interview: it is slow.
NOT_INVITED = re.compile(
    rf"(?:{_NO})[^.!?]{{0,80}}{_INVITE}[^.!?]{{0,50}}{_INTERVIEW}"
    rf"|(?:{_NO})[^.!?]{{0,60}}{_INTERVIEW}[^.!?]{{0,30}}{_INVITE}",
    re.IGNORECASE,
)
NEVER_SEEN = re.compile(
    r"\bniet uit voor (?:een )?\w*gesprek"
    r"|\b(?:not|won['’]?t|n['’]t) (?:\w+ ){0,2}(?:chosen|picked|chose) for an? (?:first )?interview"
    r"|(?:\bnot\b|\bwon['’]?t|n['’]t) (?:\w+ ){0,2}(?:set(?:ting)? up|arrang\w+|schedul\w+) an?"
    r" (?:first |initial |phone )?(?:call|interview|meeting)\b"
    r"|\bnot (?:\w+ ){0,2}inviting you to (?:meet|interview|an)|\bcompleted the short-?listing"
    r"|\b(?:not|n['’]t) (?:\w+ ){0,3}(?:on|to) (?:the|our|a) short-?list"
    r"|\bshort-?list\b[^.!?]{0,80}(?:\bnot\b|n['’]t) on it\b"
    r"|\b(?:not|n['’]t) (?:\w+ ){0,2}(?:on|among) the (?:\w+ )?(?:list|ones|people|candidates"
    r"|applicants)\b"
    r"[^.!?]{0,40}\b(?:meet|meeting|interview\w*|tak\w+ forward|invit\w+)\b"
    r"|\b(?:could|can|are|were) only (?:able to )?(?:interview|invite|meet|interviewing|inviting)\b"
    r"|\bnot been short-?listed|\bnot short-?listed"
    r"|\bnicht in die engere (?:aus)?wahl|\b(?:cvs?|applications|profiles)\b[^.!?]{0,40}\bpicked"
    r" \w+ to (?:meet|see|interview)\b|\bbelow the threshold\b",
    re.IGNORECASE,
)
