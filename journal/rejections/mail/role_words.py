"""How roles are named, in the languages rejections come in, and what stands beside their names."""

import re

# What a role is called after, at its heart or at its end.
ROLE_NOUNS = (
    # English
    r"engineers?|engineering|developers?|programmers?|architects?|scientists?|analysts?|designers?"
    r"|managers?|lead|leader|head|director|administrator|admin|consultant|specialist|researcher"
    r"|technician|tester|intern|internship|sre|sdet?(?:[- ]?(?:\d|i{1,3}))?|swe|dba|devops"
    r"|devsecops|qa|cto|vp|officer|advocate"
    r"|evangelist|writer|editor|associate|trainee|apprentice|planner|scheduler|strategist"
    r"|statistician|economist|actuary|accountant|auditor|controller|buyer|chemist|physicist"
    r"|geologist|biologist|machinist|mechanic|electrician|operator|surveyor|estimator"
    r"|inspector|animator|producer|illustrator|copywriter|translator|owner|(?<!\.)dev"
    r"|assistant|representative|counsel|fellow|postdoc|lecturer|librarian|modeller|modeler"
    r"|contractor|drafter|draftsperson|recruiter|sourcer|generalist|integrator"
    r"|supervisor|coordinator|advis[eo]r|nurse|teacher|tutor|professor|trainer|driver|clerk"
    r"|cashier|barista|\w*therapist|\w*ologist|pharmacist|\w*worker|paralegal|solicitor|attorney"
    r"|underwriter|trader|broker|secretary|receptionist|merchandiser|marketer|bookkeeper"
    r"|welder|fitter|foreman|superintendent|optician|dentist|veterinarian"
    r"|operative|baker|\w+developer|radiographer|paramedic|carer|caseworker|journalist"
    r"|photographer|dispatcher|cook"
    # German
    r"|\w*managerin|\w*entwickler(?:in)?|\w*ingenieur(?:in)?|\w*architekt(?:in)?"
    r"|\w*berater(?:in)?|\w*leiter(?:in)?|\w*leitung|\w*techniker(?:in)?|praktikant(?:in)?"
    r"|praktikum|werkstudent(?:in)?|\w*administrator(?:in)?|\w*[ck]o[öo]rdinator(?:in)?"
    r"|\w*referent(?:in)?|\w*spezialist(?:in)?|\w*tester(?:in)?|\w*redakteur(?:in)?"
    r"|\w*sachbearbeiter(?:in)?|\w*kauf(?:mann|frau)|\w*mechatroniker(?:in)?"
    r"|\w*elektroniker(?:in)?|\w*konstrukteur(?:in)?|\w*informatiker(?:in)?"
    r"|\w*wissenschaftler(?:in)?|\w*planer(?:in)?|\w*einkäufer(?:in)?|\w*analyst(?:in)?"
    r"|\w*assistent(?:in)?|\w*mitarbeiter(?:in)?|\w*prüfer(?:in)?|\w*buchhalter(?:in)?"
    r"|\w*programmierer(?:in)?|\w*mechaniker(?:in)?|\w*manager|\w*designerin"
    r"|\w*automatisierer(?:in)?|\w*betreuer(?:in)?"
    r"|aktuar(?:in)?|disponent(?:in)?|controllerin|\w*verkäufer(?:in)?|erzieher(?:in)?"
    r"|\w*pfleger(?:in)?|\w*fachkraft|\w*monteur(?:in)?|\w*lehrer(?:in)?|\w*jurist(?:in)?"
    # French
    r"|ingénieur(?:e)?|développeu(?:r|se)|architecte|responsable|chef(?:fe)?|administrateur"
    r"|administratrice|analyste|consultante|alternance|stagiaire|directeur|directrice"
    r"|technicien(?:ne)?|gestionnaire|chargée?|assistante?|acheteu(?:r|se)|comptable"
    r"|concepteur|conceptrice|rédacteur|rédactrice|chercheu(?:r|se)|électronicien(?:ne)?"
    r"|automaticien(?:ne)?|dessinateur|dessinatrice|statisticien(?:ne)?|chimiste|testeu(?:r|se)"
    r"|intégrateur|intégratrice|coordinateur|coordinatrice|conseill(?:er|ère)"
    r"|contrôleu(?:r|se)|animateur|animatrice|vendeu(?:r|se)|infirmi(?:er|ère)|juriste|formateur"
    r"|formatrice|graphiste|préparateur|préparatrice|conducteur|conductrice|électricien(?:ne)?"
    r"|mécanicien(?:ne)?|éducateur|éducatrice|enseignante?"
    # Spanish
    r"|ingenier[oa]|desarrollador(?:a)?|programador(?:a)?|arquitect[oa]|analista|científic[oa]"
    r"|administrador(?:a)?|jefe|jefa|líder|técnic[oa]|consultor(?:a)?|diseñador(?:a)?"
    r"|gestor(?:a)?|redactor(?:a)?|investigador(?:a)?|operador(?:a)?|delineante|coordinador(?:a)?"
    r"|enfermer[oa]|profesor(?:a)?|abogad[oa]|electricista|mecánic[oa]|dependient[ae]|auxiliar"
    r"|asesor(?:a)?|comercial|contador(?:a)?|asistente|soldador(?:a)?"
    r"|contable|comprador(?:a)?|especialista|responsable|probador(?:a)?|directora"
    # Dutch, Italian, Portuguese
    r"|\w*ontwikkelaar|\w*beheerder|\w*onderzoeker|\w*medewerker|\w*adviseur|\w*-?analist"
    r"|\w*ontwerper|\w*monteur|inkoper|\w*verkoper|verpleegkundige|\w*leraar|\w*begeleider"
    r"|ingegnere|sviluppatore|sviluppatrice|sistemista|progettista|ricercatore|ricercatrice"
    r"|direttore|direttrice|diretor(?:a)?|specialista|addett[oa]|disegnatore|disegnatrice"
    r"|collaudatore"
    r"|engenheir[oa]|desenvolvedor(?:a)?|arquitet[oa]|cientista|gerente|projetista"
    r"|pesquisador(?:a)?|coordenador(?:a)?|programador(?:a)?|projetista"
    # Scandinavian, Polish
    r"|\w*utvecklare|\w*utvikler|\w*udvikler|\w*ingenjör|\w*ingeniør|\w*arkitekt|\w*konsult"
    r"|\w*ledare|\w*leder|\w*säljare|\w*handläggare|\w*sköterska|\w*lärare|\w*rådgivare|\w+ägare"
    r"|\w*tekniker|\w*testare|\w*chef|\w*samordnare"
    r"|inżynier(?:ka)?|programist(?:a|ka)|analityk|analityczka|projektant(?:ka)?|kierowni(?:k|czka)"
    r"|specjalist(?:a|ka)|administratorka|testerka"
)
# Of two words, where neither alone is one.
PAIR = re.compile(r"(?:scrum master|business partner)$", re.IGNORECASE)
ROLE_NOUN = re.compile(rf"\b(?:{ROLE_NOUNS})\b", re.IGNORECASE)

NUMBER = re.compile(
    r"\b(?:kennziffer|referenz|référence)[\s.:#_-]*[\w-]*\d[\w/-]*"
    r"|[\[(#]*\b(?:req(?:uisition)?|job|id|ref|r|jr|jreq|kennziffer|referenz|nr|réf"
    r"|posting)?[\s.:#_-]*(?:id|no|nr)?[\s.:#_-]*\d{3,}(?:[-_/]\d+)*\b[\])]*"
    r"|\b(?:R|JR|REQ|RQ|J|P)[-_]?\d{3,}\b",
    re.IGNORECASE,
)
GENDERS = re.compile(
    r"[\[(]\s*(?:(?:[mwfhdxivkn]|gn|div\.?|all genders|alle geschlechter|mwd|mfd|any gender|je?|nb"
    r"|hf|fh)\s*[/|,*\s]?\s*)+[\])]"
    r"|\b[mwf]/[wfvk]/[dx]\b|\b[mwf]/[wfm]/[dx]\b|\bH/F\b|\bF/H\b",
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
