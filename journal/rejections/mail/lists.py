"""Words that end a title, that belong beside one, and that are nobody's name."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before and after these a title ends, whatever the language.
STOPS = _words(
    """
    the a an our your my this that these those for as to in at on with and or but by from within
    about of is was are were be been has have had you we i it us role position post job opening
    opportunity vacancy application applied applying apply interview interviewing interviewed
    interest interested regarding re update fwd becoming new open other another future similar
    suitable thank thanks via per any some such more who whom which while because after since
    one only single next not no will would could can may de d' di del zu zu: der die das den dem des
    ein eine einen
    einem einer als zur zum für bei beim im auf von vom und oder mit ihre ihrer deine deiner
    unsere unserer stelle rolle bewerbung vakanz ausschreibung vakante ist sind wurde wurden
    konnte konnten wird werden inzwischen bereits comme sökte tjänsten rollen som till hos
    stillingen på rückmeldung absage zwischenstand entscheidung antwort réponse respuesta resultado
    esito riscontro terugkoppeling återkoppling outcome proceso processo oggetto selezione haben
    hat sie du
    wir dich dir um nicht offene offenen le la les un une au aux en pour chez et ou avec poste
    offre candidature votre notre ta ton ce cette est été nous vous que sur dans el los las una
    unos para al con y o puesto posición vacante oferta plaza candidatura tu su nuestro nuestra
    standort full-time part-time fulltime parttime vollzeit teilzeit unbefristet befristet
    festanstellung cdi cdd como por hemos ha rol cargo
    het een voor bij op naar van met functie vacature positie
    sollicitatie je jouw uw onze zijn hebben il lo gli presso ruolo posizione tua sua nostro
    nostra come whereas although though unless until when where whether so then than while either
    both instead während dass daß obwohl weil sondern sowie wenn falls sobald jedoch aber alors car
    donc mais quand lorsque puisque tandis qu qu' pero aunque porque mientras cuando sino embora
    porém terwijl omdat maar mentre perché os uma
    na nas nos da do dos vaga função seu nossa nosso em
    """
)

# In small letters they may follow the noun of a title.
BESIDE_A_NOUN = _words(
    """
    ii iii iv v 1 2 3 technique fonctionnel full stack fullstack full-stack backend frontend
    back-end front-end back front logiciel logicielle données data cloud senior sénior junior
    web mobile système systèmes réseau réseaux sécurité produit qualité embarqué software datos
    sistemas seguridad dati end devops java python ruby react android ios plataforma plateforme
    pleno cybersécurité ciberseguridad applicatif applicative électronique mécanique informatique
    informático informática redes réseaux infrastructure infrastructures infraestructura
    validation tests bases développement desarrollo pruebas mobiles électrique bigdata
    embarqués embarquée embarquées industriel industrielle
    machine learning deep confirmé confirmée confirmé·e confirmé(e) ssr
    """
)

# With a capital, and yet no employer.
NOT_NAMES = _words(
    """
    & we i you he she they it us the a an and or if this that there here best kind warm thank
    thanks dear hi hello hey team regards sincerely hiring talent people recruiting recruitment
    careers career hr human engineering unfortunately however please our your all wir sie ihr
    ihre ihren ihrem du dein deine leider vielen mit herzlichen freundlichen viele liebe lieber
    sehr guten hallo das die der den dem ein eine bewerbung stelle position gespräch kontakt
    zukunft nous vous bonjour merci cordialement malheureusement bien le la les hola gracias
    estimado estimada lamentablemente un saludo saludos atentamente el los buenas monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august
    september october november december januar februar märz mai juni juli oktober dezember lundi
    mardi mercredi jeudi vendredi pessoas seleção selección selezione talentos recursos humanos
    servicio setor équipe equipo equipe lunes martes miércoles jueves viernes montag dienstag
    mittwoch donnerstag freitag europe germany france spain berlin
    munich münchen paris madrid barcelona london amsterdam hamburg remote senior junior staff
    principal lead software backend frontend data executive technical corporate global regional
    university head chief vice dr mr ms mrs herr frau monsieur madame candidate candidates
    application update role status onsite regarding re fwd fw aw wg tr rv gdpr dsgvo privacy
    policy equal opportunity ltd inc gmbh personas proceso processo
    candidatura candidature sollicitatie ansökan decision outcome feedback rückmeldung absage
    resultado technology tech talento test acquisition culture
    early
    """
)

# Named in mails of others; the employer only where the mail comes from them.
PRODUCTS = _words(
    """
    linkedin github google zoom teams greenhouse lever ashby workday smartrecruiters icims
    teamtailor personio gmail outlook
    """
)

# What firms are called, and people are not.
FIRMS = _words(
    """
    labs lab systems software studio studios robotics health healthcare press bank banking group
    analytics technologies technology tech solutions services media digital data cloud ai io energy
    power mobility motors automotive aerospace logistics freight shipping capital ventures partners
    insurance mutual foods food retail fashion games gaming interactive pharma biotech bio sciences
    science therapeutics diagnostics medical clinics networks network security cyber semiconductor
    semiconductors electronics instruments industries manufacturing engineering consulting
    consultants associates holdings holding international global institute university college
    foundation trust museum council telecom wireless payments finance financial fintech credit
    travel airlines rail transport transit maritime marine publishing books news music pictures
    entertainment works worldwide company co corporation collective cooperative kitchen coffee
    brewery outdoor home homes water solar wind climate space satellite optics photonics imaging
    platform platforms apps web hosting commerce market marketplace learning education academy
    werke werk verlag versicherung versicherungen klinikum stadtwerke sparkasse maschinenbau technik
    energie logistik informatik mobilität medien systeme gruppe institut stiftung hochschule
    universität banque assurances assurance groupe atelier laboratoire laboratoires édition éditions
    énergie énergies numérique santé conseil banco seguros grupo tecnologías tecnología soluciones
    sistemas energía salud estudio laboratorios editorial fundación universidad instituto
    bakery brewing factory mill works workshop partners bros
    sons hotels resorts hospitality properties realty construction builders chemicals steel
    plastics packaging textiles apparel toys bikes cycles aviation airways marketing advertising
    design creative productions films theatre orchestra charity charities hospital hospitals clinic
    borough county city department ministry agency authority society association federation
    maison clinique clínica klinik kliniken bäckerei brauerei druckerei spedition technologie
    informatique logiciels transports boulangerie bodegas viajes transportes
    """
)

# Some of them begin a name all the same: Hiring Compass, The Lantern Works.
MAY_BEGIN_A_NAME = _words(
    "the hiring talent people team careers human data software best kind bien university"
    " technology tech"
)

# What software people work with and on.
TRADES = _words(
    """
    go golang rust java javascript typescript kotlin swift python django flask fastapi ruby rails
    php laravel symfony scala elixir erlang clojure haskell perl lua julia matlab fortran cobol abap
    c c++ c# .net dotnet asp.net node node.js nodejs react react.js reactjs react-native vue vue.js
    vuejs angular svelte next.js nextjs flutter native spring boot kafka spark airflow dbt snowflake
    databricks hadoop sql postgres postgresql mysql oracle mongodb redis elasticsearch graphql
    aws azure gcp kubernetes k8s docker terraform ansible linux unix windows macos ios android
    embedded firmware fpga rtos ros ros2 rtl asic verilog vhdl cuda gpu unity unreal opengl vulkan
    webgl salesforce sap servicenow wordpress shopify magento drupal hubspot sharepoint dynamics
    infrastructure infra platform platforms payments growth data security search identity mobile
    cloud analytics reliability backend frontend fullstack full-stack back-end front-end routing
    billing networking network storage compute devices tooling integrations integration robotics
    machine learning ml ai nlp llm genai vision perception mlops devops sre devsecops secops appsec
    observability monitoring telemetry logging incident distributed systems databases database
    developer experience productivity devex tools sdk sdks cli api apis microservices web desktop
    server
    banking lending fintech checkout pricing ads advertising marketplace logistics fulfillment
    fulfilment supply safety fraud risk compliance privacy detection response cryptography
    blockchain smart-contract web3 defi trading latency core foundations internal enterprise
    automation testing test qa quality performance simulation controls autonomy navigation mapping
    maps geospatial imaging graphics rendering audio video streaming media messaging
    notifications accessibility design-systems design localization personalization recommendations
    ranking relevance ingestion pipelines warehouse bi etl release build compilers compiler runtime
    kernel virtualization edge iot telecom telco photonics optics speech conversational chat
    onboarding activation retention monetization subscriptions commerce ecommerce e-commerce retail
    datenbanken sicherheit netzwerk netzwerke infrastruktur plattform bildverarbeitung données
    sécurité réseaux datos seguridad redes
    pagos paiements zahlungen uvm
    """
)
