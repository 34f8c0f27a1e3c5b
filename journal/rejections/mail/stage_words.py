"""How a rejection says how far it went, in the languages rejections come in."""

import re

from journal.rejections.mail.wordings import one_of

STAGES = (
    (
        "Offer stage",
        one_of(r"""
        offer stage
        offer letter
        offer discussion
        (?:withdr[ae]w\w*|rescind\w*|retract\w*
            |revok\w*)(?: \w+){0,2} (?:job |written |verbal )?offer
        offer (?:we|that we) (?:made|sent|extended|gave)(?: to)? you
        offer (?!you )(?:\w+ ){1,2}made you
        (?:written|verbal|contingent|conditional) offer
        offer of employment (?:that )?we
        offer (?:has been|is|was) (?:withdrawn|rescinded)
        (?:reference checks?|references) (?:and|we)
        (?:checking|checked|taking up|took up|calling|speaking (?:to
            |with)) your (?:references|referees)
        counter-?offer
        contrapropuesta
        contraoferta
        contre-?proposition
        gegenangebot
        ofertas? (?:\w+ ){0,7}sin efecto
        oferta que te (?:hicimos|enviamos|mandamos|extendimos)
        offre que nous (?:vous|t['’]) ?av\w+ faite
        angebot,? das wir (?:ihnen|dir|euch) (?:gemacht|geschickt|unterbreitet)
        proposta que (?:te |lhe )?(?:fizemos|enviámos|enviamos)
        proposta che (?:ti|le) abbiamo (?:fatto|inviato)
        promesse d'embauche
        lettre d'engagement
        vertragsangebot
        arbeitsvertrag
        angebot\w* (?:\w+ ){0,3}zurück\w*
        oferta (?:\w+ ){0,3}(?:retir\w*|firme)
        carta (?:de )?oferta
        lettera d'impegno
        proposta de contrato
        arbeidsvoorwaarden\w*
        anställningsavtal
    """),
    ),
    (
        "Team match",
        one_of(r"""
        team[- ](?:match(?:ing)?|selection)
        (?:looking for|match\w* you with|find\w*) a team(?: for you)?\b
    """),
    ),
    (
        "Onsite or final rounds",
        one_of(r"""
        on-?site
        (?:whole|day|\w+day|us|came|come|were|visit) on site\b
        (?:second|third|fourth) and last (?:interview|round)
        final[- ](?:round|interview|stage|conversation|panel)s?
        (?:two|three|both|whole|full) full days
        travell?ing (?:all the way )?to [A-ZÀ-Þ]
        weg (?:\w+ )?zu uns (?:nach|in)
        last round
        present\w*[^.!?]{0,30} to (?:the|our|a) panel
        spen\w+ [^.!?]{0,25}(?:day|morning|afternoon) with us\b
        panel (?:interview|discussion|round|session|conversation|stage)s?
        (?:with|before|met|meet|meeting|you gave) (?:the|our|a) (?:(?!selection|hiring)\w+ ){0,2}
            panel\b
        (?:day|loop|round)s? (?:and|with) (?:the )?panel
        (?:your|spen\w+ (?:the|a)|full|whole|half) (?:day|afternoon|morning) with (?:us
            |the team|our)\b
        (?:visit\w*|c[ao]m(?:e|ing)|meet\w*|interview\w*) (?:\w+ ){0,3}(?:at|in|to|by
            |into) (?:our|the) (?:office|headquarters|site)s?\b(?! (?:&|manager|coordinator
            |assistant|administrator))
        (?:an)?other finalist
        (?:com(?:e|ing)|came|fl(?:y|ew|ying)|travel\w*) (?:\w+ ){0,2}to (?:see|meet
            |visit) us\b
        (?:people|candidates) the panel met
        gave us (?:most of |the better part of )?(?:an?|the|your|two|three)(?: \w+)? days?
        (?:second|your) visit
        (?:den|einen) (?:ganzen|halben) (?:tag|vormittag|nachmittag) (?:bei|mit) uns
        (?:la|une|toute la) (?:demi-)?journée (?:chez|avec) nous
        el día (?:entero|completo) con nosotr
        with us for the (?:\w+ )?(?:day|afternoon|morning)
        in[- ]person (?:interview|meeting|conversation|visit)
        assessment[- ]cent(?:re|er)
        assessmentcenter
        probearbeit\w*
        schnuppertag\w*
        hospitation\w*
        bei uns vorbei\w*
        dans nos bureaux
        passage (?:chez nous|dans nos)
        entrevistas? presencial\w*
        reunión presencial
        en nuestra sede
        op kantoor
        meeloopdag
        nella nostra sede
        nei nostri uffici
        di persona\b
        no nosso escritório
        entrevistas? presencia\w*
        på plats
        slutintervju\w*
        hos oss på kontoret
        (?:you|you all|having you|you to|for) (?:come|coming|came) in\b
        (?:interview|full|virtual) loop\b
        super ?day
        (?:letzte[nr]?|finale[nr]?|abschließende[nr]?) (?:runde|gespräch|interview)\w*
        abschlu(?:ss|ß)(?:gespräch|runde|interview)\w*
        final(?:runde|gespräch|interview)\w*
        jury final
        endrunde
        vor ort(?! (?:sein|ist|sind|bist|arbeiten|präsent|tätig|anwesend|zu sein))
        bei uns im büro
        probetag
        (?:dernier|ultime)s? (?:tour|entretien|échange)s?
        entretien final
        entretiens finaux
        (?:dernière|ultime) étape
        dans nos locaux
        journée d'entretiens
        última ronda
        ronda final
        entrevista(?:s)? final(?:es)?
        fase final
        última entrevista
        (?:en|a|por) nuestras oficinas
        laatste (?:ronde|gesprek)
        eindgesprek
        colloquio finale
        ultimo colloquio
        entrevista final
        última fase
        última etapa
    """),
    ),
    (
        "Take-home",
        one_of(r"""
        take[- ]?home
        (?:coding|programming|technical|home|writing|design) (?:exercise|challenge|assignment
            |task|project|homework|test(?! strateg| case| plan| cover))
        homework
        (?:built|wrote|made|did) for (?:our|the) (?:exercise|task|assignment|challenge)
        (?:of|in|for|with) the assignment
        mini[- ]?projects?
        projet (?:rendu|que (?:tu|vous))
        case study
        (?<!status of )(?<!you for )(?<!taking )your submission(?! (?:to|for|further)\b)
        (?:project|exercise|task|test|assignment|solution|case) (?:that )?you (?:sent|handed
            |turned|submitted)
        your (?:solution|answers?|code) (?:to|for) the (?:exercise|task|assignment|challenge
            |project)
        (?:art|skills|sample) test
        (?:your|sending (?:back|in|over) the|sent (?:back|in|over) the
            |completed the) (?:\w+ )?(?:exercise|assignment)
        probeaufgabe
        \w*aufgabe,? die (?:sie|du)\b
        (?<!live-)coding[- ]?(?:aufgabe|challenge)
        programmieraufgabe
        testaufgabe
        hausaufgabe
        fallstudie
        arbeitsprobe
        (?:test|exercice|cas) (?:technique|pratique)
        étude de cas
        (?:exercice|test|travail) (?:\w+ ){1,6}chez vous
        exercice (?:(?:à faire )?(?:chez|à la maison)|de code)
        (?:ejercicio|prueba|reto|challenge) (?:\w+ ){0,6}(?:para|en|a) casa
        prueba (?:técnica(?! en (?:directo|vivo))|de código(?! en (?:directo|vivo))|práctica
            |(?:\w+ ){0,3}en casa)
        reto (?:técnico|de código)
        ejercicio (?:técnico|de código|práctico)(?! en (?:directo|vivo))
        progett\w+ (?:\w+ ){0,5}a casa
        technische (?:opdracht|case)\b
        (?:thuis|case|code)?opdracht\b
        lavoro fatto a casa
        test (?:tecnico|pratico)
        progetto di prova
        prova (?:tecnica|pratica)
        esercizio (?:tecnico|di codice)
        desafio (?:técnico|de código)
        teste (?:técnico|prático)
        (?:code|hem)uppgift\w*
        arbetsprov\w*
        testuppgift\w*
        caso práctico
        cas pratique
        prova técnica
    """),
    ),
    (
        "Technical screen",
        one_of(r"""
        (?:technical|tech|coding|engineering|live[- ]coding|pair[- ]programming
            |system design)[- ](?:phone[- ])?(?:screen(?:ing)?|interview|call|conversation|session
            |round|discussion|hour|deep[- ]?dive)s?
        pair(?:ing)? (?:session|interview|exercise)
        phone screen with (?:one of )?(?:our |the |an? |your )?(?:\w+ )?(?:engineer|developer
            |tech|cto|backend|frontend|platform)\w*
        (?:prueba|ejercicio|sesión) (?:\w+ ){0,2}en (?:directo|vivo)
        coder ?pad
        programmierstunde
        código en (?:vivo|directo)
        coding (?:question|problem)s?
        (?:system design|whiteboard\w*) (?:problem|question|session|part|exercise)
        (?:pairing|pair[- ]programming|live[- ]coding) with
        (?:interview|gespräch|austausch) mit (?:unserem |dem )?(?:tech|entwickl
            |engineering)\w*
        entretien avec (?:l['’]équipe|notre équipe) technique
        entretiens? techniques?
        (?:entrevista|llamada|charla) con (?:el|nuestro) equipo técnico
        colloquio con (?:il|il nostro) team tecnico
        teknisk\w* intervju\w*
        entrevista com a equip[ae] técnica
        technische\w* (?:telefon\w*|\w*gespräch\w*|interview|video\w*|runde|austausch)\w*
        fachgespräch
        fachinterview
        tech-interview
        coding-interview
        live-coding
        entretien technique
        échange technique
        entrevista técnica
        technisch (?:gesprek|interview)
        colloquio tecnico
        intervista tecnica
    """),
    ),
    (
        "Recruiter screen",
        one_of(r"""
        (?:recruiter|recruiting|phone|initial|intro(?:ductory)?|first|screening|hr
            |talent) (?:screen(?:ing)?\b(?! of\b)|call|conversation|chat|interview|discussion
            |round)
        screening[- ](?:gespräch\w*|interview|call|gesprek)
        phone call
        on the phone
        telephone interview
        (?:sp[eo]\w+|talk\w+|chat\w+|met|meeting) (?:with |to )?(?:\w+ )?(?:from|of|in
            |on) (?:our|the) (?:recruit\w+|hr|talent|people)\b
        (?:call|chat|conversation|interview) with (?:our |the )?(?:\w+ )?(?:recruiters?|hr
            |talent team|people team)\b
        (?:gespräch|telefonat|austausch) mit (?:der |unserer )?(?:hr|personalabteilung)\b
        entretien avec (?:les |le service |notre )rh\b
        (?:llamada|videollamada|entrevista|charla) con (?:rr\.?hh|recursos humanos)
        (?:primo|breve) (?:contatto|colloquio) (?:telefonico|con (?:le )?(?:hr|risorse))
        telefonintervju\w*
        första (?:intervju|samtal)\w*
        erstgespräch
        erstes gespräch
        kennenlerngespräch
        ersten (?:telefonat|gespräch|kennenlernen)
        telefoninterview
        telefongespräch
        telefonat\b
        (?:premier|entretien|échange|appel) (?:échange|entretien|appel|téléphonique
            |rh)(?: téléphonique)?
        préqualification
        (?:avec vous|échang\w*|entretien\w*|parl\w*|eu) (?:\w+ ){0,2}au téléphone
        primera (?:llamada|entrevista|conversación)
        entrevista telefónica
        llamada telefónica
        (?:entrevista|llamada|conversación) inicial
        (?:por|al) teléfono
        eerste (?:gesprek|kennismaking)
        kennismakingsgesprek
        telefonisch
        primo colloquio
        (?:colloquio|chiamata) (?:telefonic[oa]|conoscitiv[oa]|iniziale)
        primeira (?:conversa|entrevista)
        conversa inicial
        entrevista telefônica
        (?:papo|conversa) (?:\w+ )?(?:por|ao) telefone
    """),
    ),
)
STAGE = [(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern in STAGES]

# What is only to come, or was not to come, says nothing about how far it went.
NOT_REACHED = re.compile(
    r"\b(?:"
    + one_of(r"""
    to (?:the|our|an?) (?:next|final)
    invit\w*
    move (?:you )?(?:forward|on|ahead) (?:to|with|into)
    moving (?:you )?(?:(?:forward|on|ahead|through) )?(?:in)?to
    proceed(?:ing)? (?:to|with)
    progress(?:ing)? (?:you )?to
    advanc\w+ (?:you )?to
    take you (?:to|into)
    happy to
    glad to
    chosen for
    selected for
    shortlist\w* for
    asking (?:\w+ )?in
    offer(?:ing)? (?:you )?(?:some )?feedback
    feedback (?:in|on|by|over)
    next step
    (?:bring|tak|go|carry|put)\w* (?:you )?(?:forward|on|through|further|ahead) (?:to
        |into)
    (?:arrang|schedul|plann)\w*
    would have (?:been|loved|liked)
    (?:you|he) (?:can|could|may)
    set(?:ting)? up
    bring\w* you (?:in|on|back)
    feel free
    laden (?:wir )?(?:sie|dich|euch)(?: \w+)? nicht
    normally
    put(?:ting)? you through
    anderen? (?:personen|bewerber\w*|kandidat\w*)
    (?:other|(?<!one of )(?:several|two|three|four)) (?:candidates|people|applicants)
    there['’]d be
    vidare till
    door naar
    avançar para
    passare all?[ao]?
    in die nächste
    you wish
    skip\w*
    continu\w+ (?:you )?(?:on )?(?:to|into)
    instead of
    before (?:the|an?|our)
    without an?
    einladen
    einzuladen
    gerne
    nächste[nr]? (?:schritt|runde)
    passer à
    inviter
    prochaine étape
    avanzar a
    invitar
    siguiente
    pas(?:ar|an|amos|arán) a
    uitnodigen
    prossim\w
    próxim\w
""")
    + r")\b[^.!?\n]{0,45}$",
    re.IGNORECASE,
)
# Those who go on, and are others; or what there will not be.
FOR_OTHERS = re.compile(
    r"^[^.!?\n]{0,30}\b(?:verzichten|absehen|entfällt)\b"
    r"|^[^.!?\n]{0,30}\b(?:bitten|laden|invit\w*|ask\w*)\b[^.!?]{0,30}\b(?:andere\w*|others?|autres"
    r"|otr[oa]s)\b",
    re.IGNORECASE,
)
