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
        r"|(?<!listing )(?<!selection )(?<!recruitment )(?<!hiring )"
        r"panel(?! (?:met\b(?! you)|sat|wished|felt|decided|has not|has decided|has met"
        r"|(?:has )?(?:reviewed|considered|read|shortlisted"
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
        r"|(?:you|you all|having you|you to|for) (?:come|coming|came) in\b|(?:interview|full"
        r"|virtual) loop\b|super ?day"
        r"|(?:letzte[nr]?|finale[nr]?|abschließende[nr]?) (?:runde|gespräch|interview)\w*"
        r"|final(?:runde|gespräch|interview)\w*|jury final|endrunde|vor ort"
        r"(?! (?:sein|arbeiten|präsent|tätig|anwesend|zu sein))|bei uns im büro|probetag"
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
        r"|task|project|homework|test(?! strateg| case| plan| cover))|homework|case study"
        r"|(?<!status of )(?<!you for )(?<!taking )your submission(?! (?:to|for|further)\b)"
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
        r"|(?:ejercicio|prueba|reto|challenge) (?:\w+ ){0,3}(?:para|en|a) casa"
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
        r"|round|discussion|deep[- ]?dive)s?|pair(?:ing)? (?:session|interview|exercise)"
        r"|phone screen with (?:one of )?(?:our |the |an? |your )?(?:\w+ )?"
        r"(?:engineer|developer|tech|cto|backend|frontend|platform)\w*"
        r"|coding (?:question|problem)s?"
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
        r"|entrevista telefônica|(?:papo|conversa) (?:\w+ )?(?:por|ao) telefone",
    ),
)
STAGE = [(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern in STAGES]

# What is only to come, or was not to come, says nothing about how far it went.
NOT_REACHED = re.compile(
    r"\b(?:to (?:the|our|an?) (?:next|final)|invit\w*|move (?:you )?(?:forward|on|ahead) (?:to"
    r"|with|into)|moving (?:you )?(?:(?:forward|on|ahead|through) )?(?:in)?to"
    r"|proceed(?:ing)? (?:to|with)"
    r"|progress(?:ing)? (?:you )?to|advanc\w+ (?:you )?to|take you (?:to|into)|happy to|glad to"
    r"|chosen for|selected for|shortlist\w* for|asking (?:\w+ )?in"
    r"|offer(?:ing)? (?:you )?(?:some )?feedback"
    r"|feedback (?:in|on|by|over)|next step"
    r"|(?:bring|tak|go|carry|put)\w* (?:you )?(?:forward|on|through|further|ahead) (?:to|into)"
    r"|(?:arrang|schedul|plann)\w*|would have (?:been|loved|liked)|(?:you|he) (?:can|could|may)"
    r"|feel free|vidare till|door naar|avançar para|passare all?[ao]?|in die nächste|you wish"
    r"|skip\w*"
    r"|continu\w+ (?:you )?(?:on )?(?:to|into)|instead of|before (?:the|an?|our)|without an?"
    r"|einladen|einzuladen|gerne|nächste[nr]? (?:schritt|runde)|passer à|inviter"
    r"|prochaine étape|avanzar a|invitar|siguiente|pas(?:ar|an|amos|arán) a|uitnodigen|prossim\w"
    r"|próxim\w)\b[^.!?\n]{0,45}$",
    re.IGNORECASE,
)
# Those who go on, and are others.
FOR_OTHERS = re.compile(
    r"^[^.!?\n]{0,30}\b(?:bitten|laden|invit\w*|ask\w*)\b[^.!?]{0,30}\b(?:andere\w*|others?|autres"
    r"|otr[oa]s)\b",
    re.IGNORECASE,
)
