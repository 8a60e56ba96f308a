"""What the terms on a supplier's own page say, in Dutch and in English, as plain_speech.py reads it.

Such pages are short: one sentence settles a fact that a contract takes a paragraph for, and the heading tells what it is about.
"""

from art28.extraction.plain import PERIOD, Plain
from art28.extraction.rule import Strength

_AUDIT = r"audit|controle|inspecti|toezicht"
_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process|contract)|derden|anderen|onderaannem|third part|subcontract"
_SECURITY = r"beveilig|veilig|maatregel|security|sécurité|sicherheit|technische"
_BREACH = r"lek|inbreuk|incident|breach|misga"

PAGES = (
    Plain(
        "processing.special_categories",
        ("gezondheid", "medisch", "bijzondere", "gevoelige", "special categor", "sensitive"),
        (
            r"\b(?:gezondheidsgegevens|medische gegevens|bijzondere (?:persoons)?gegevens|bijzondere categorieën|gevoelige (?:persoons)?gegevens|special categor\w+|sensitive data)\b",
            r"\b(?:horen|hoort|thuishoren) (?:hier |daar )?niet\b|\b(?:leg|zet|voer|upload|sla) (?:CONTROLLER )?[^.;]{0,60}\b(?:niet|geen)\b|\b(?:do not|don't|must not|may not) (?:upload|submit|enter|store|include)\b",
        ),
        value="excluded_unless_agreed",
        unless=(r"{breach}", r"\bPROCESSOR (?:zal|mag|shall|may) "),
    ),
    Plain(
        "breach.authority_notifier",
        ("autoriteit", "toezichthouder", "authorit", "gemeld"),
        (
            r"\bof\b[^.;]{0,120}\b(?:gemeld|melden|meldt|melding)\b[^.;]{0,160}\b(?:bepaalt?|beslist?|beoordeelt?|kiest?) CONTROLLER\b|"
            r"\bCONTROLLER (?:bepaalt?|beslist?|beoordeelt?) (?:zelf )?of\b[^.;]{0,120}\b(?:gemeld|melden|meldt|melding|doorgegeven)\b|"
            r"\bnotif(?:ying|ication (?:of|to))\b[^.;]{0,90}\b(?:is|are|remains?|shall be)\b[^.;]{0,12}\bCONTROLLER (?:\w+ )?(?:responsibility|obligation|duty|decision)\b|"
            r"\bCONTROLLER (?:is|are|remains?) (?:\w+ )?responsible for (?:\w+ )?notif\w+\b",
            r"{authority}|\bsupervisory authorit\w+",
        ),
        value="controller",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("zonder", "without", "niet zelf"),
        (
            r"\bPROCESSOR (?:meldt?|melden|doet|doen|doe) (?:\w+ ){0,2}?(?:niets|niet|geen)\b[^.;]{0,60}\bzonder\b[^.;]{0,40}\b(?:akkoord|toestemming|goedkeuring|opdracht)\b|"
            r"\bPROCESSOR (?:will|shall) not notify\b[^.;]{0,80}\bwithout\b[^.;]{0,40}\b(?:consent|approval|agreement)\b",
        ),
        value=False,
        under=_BREACH,
    ),
    Plain(
        "breach.early_warning",
        ("phases", "stages", "fasen", "gefaseerd", "delen"),
        (
            r"(?:\bnot\b|n't\b|\bniet\b)[^.;]{0,40}\b(?:all|alles|alle|everything|full|complete)\b",
            r"\bin (?:phases|stages|steps|fasen|stappen|delen)\b|\bgefaseerd\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "requests.assist",
        ("help", "assist", "support"),
        (
            r"\bPROCESSOR (?:ll|will|shall) (?:\w+ ){0,2}?(?:provide|give|offer)\b[^.;]{0,40}\b(?:help|assistance|support)\b",
            r"\bCONTROLLER (?:can|may|is able to|to) (?:\w+ )?(?:respond|reply|answer|comply)\b",
        ),
        under=r"request|rights|data subject",
        unless=(r"{dpia}", r"{audit}", r"{breach}"),
    ),
    Plain(
        "assistance.prior_consultation",
        ("raadpleg", "consult"),
        (
            r"\b(?:de ap|autoriteit\w*|toezichthouder)\b[^.;]{0,30}\b(?:raadpleegt?|raadplegen|te raadplegen|geraadpleegd)\b|\braadpleg\w*\b[^.;]{0,30}\b(?:de ap|autoriteit\w*|toezichthouder)\b|"
            r"\bconsult\w*\b[^.;]{0,40}\b(?:supervisory |data protection )?(?:authorit(?:y|ies)|regulator)\b",
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:geeft|geven|geef|levert|leveren|helpt?|helpen|verstrekt|gives?|provides?|helps?|supports?)\b|\b(?:geeft?|geven|levert|leveren|helpt?|helpen|verstrekt) PROCESSOR\b",
        ),
        unless=(r"{breach}", r"\b(?:niet|geen|not)\b"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("toestemming", "akkoord"),
        (
            r"\b(?:geeft?|verleent?) CONTROLLER (?:aan )?PROCESSOR (?:hierbij |daarvoor |daarmee )?(?:toestemming|akkoord)\b|\bCONTROLLER (?:geeft?|verleent?) (?:hiermee |hierbij )?(?:aan )?PROCESSOR (?:hierbij |daarvoor )?toestemming\b",
            r"\b(?:deze|de genoemde|bovenstaande|onderstaande)? ?(?:en )?(?:andere|nieuwe) SUBPROCESSOR\b|\bSUBPROCESSOR in te (?:schakelen|zetten)\b|\bSUBPROCESSOR te (?:gebruiken|betrekken)\b",
        ),
        value="general",
        unless=(
            r"\b(?:telkens|per geval|vooraf\w*|specifieke?|afzonderlijke?|schriftelijke toestemming nodig|geen|niet|eerst|pas)\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\bmits CONTROLLER\b[^.;]{0,40}\b(?:vooraf|van tevoren|tijdig)\b[^.;]{0,30}\b(?:op de hoogte|geïnformeerd|in kennis|ingelicht|bericht)\b|\bmits PROCESSOR CONTROLLER\b[^.;]{0,40}\b(?:vooraf|van tevoren|tijdig)\b[^.;]{0,30}\b(?:informeert|inlicht|meldt|bericht)\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aansprakelijk", "verantwoordelijk", "responsible", "liable"),
        (
            r"^[\W\d]*(?:daarbij |hierbij |daarvoor |hiervoor )?(?:PROCESSOR (?:blijft|blijven|blijf|is|zijn|remains?|is)|(?:blijft|blijven|blijf) PROCESSOR)(?: (?!niet|geen|not)\w+){0,4} (?:aansprakelijk|verantwoordelijk|responsible|liable)\b(?! voor (?:de |het )?(?:inhoud|juistheid|beveiliging))",
        ),
        under=_SUBS,
        unless=(r"\b(?:niet|geen|not|no)\b",),
    ),
    Plain(
        "audit.existing_reports_first",
        (
            "sufficient",
            "enough",
            "suffice",
            "compliance",
            "aanleiding",
            "voldoende",
            "toereikend",
            "volstaat",
            "volstaan",
        ),
        (
            r"\bif (?:that|this|these|those|they|it|the (?:report|information|documentation)\w*)\b[^.;,]{0,20}(?:\bnot\b|n't\b|\bin)[^.;,]{0,20}(?:sufficient|enough|satisf\w+|suffice|demonstrate|show|establish|prove)\b|"
            r"\b(?:verstrekte|ontvangen|die|deze) (?:informatie|stukken|documentatie|rapport\w*|verklaring\w*)\b[^.;,]{0,30}\b(?:aanleiding geeft|onvoldoende|niet (?:voldoende|toereikend|genoeg) (?:is|zijn)|niet (?:toereikend|voldoende|volstaa[nt]))\b",
            r"\bCONTROLLER (?:may|can|mag|kan)\b|\b(?:may|can|mag|kan) CONTROLLER\b",
        ),
        under=_AUDIT,
    ),
    Plain(
        "end.certificate",
        ("bevestiging", "bewijs", "confirmation"),
        (
            r"\b(?:wilt?|vraagt?|wenst) CONTROLLER (?:daar|hier|er)(?:van)?\b[^.;]{0,20}\b(?:bevestiging|bewijs)\b|\b(?:would CONTROLLER like|CONTROLLER wants?)\b[^.;]{0,20}\b(?:confirmation|proof)\b",
        ),
        under=r"einde|stop|beëindig|verwijder|terminat|delet|end\b",
    ),
    Plain(
        "liability.regime",
        ("schade", "aansprakelijk", "liab"),
        (
            r"\b(?:voor|bij|over) (?:schade|(?:PROCESSOR |de |onze )?aansprakelijkheid)\b[^.;]{0,40}\b(?:geldt|gelden|staat|regelen|verwijz\w+|leest)\b[^.;]{0,80}\b\w*(?:voorwaarden|hoofdovereenkomst|dienstverleningsovereenkomst)\b",
        ),
        value="main_agreement_terms",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "term.starts",
        ("account", "akkoord", "accept", "bestel", "offerte", "abonnement"),
        (
            r"\b(?:geldt|gelden|gaat in|in werking|van kracht|van toepassing|ingangsdatum)\b[^.;]{0,60}\b(?:vanaf|zodra|op het moment dat|wanneer|door)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,50}\b(?:account|akkoord|accepteert|aanvaardt|bestelt|abonnement)\b|"
            r"\bby (?:creating|opening|signing up|registering|using|accessing|clicking|accepting|ordering|placing|subscribing)\b[^.;]{0,60}\bCONTROLLER (?:\w+ )?(?:accepts?|agrees? to|enters? into)\b[^.;]{0,20}\b(?:this|the) (?:dpa|agreement|addendum|data processing \w+|terms)\b",
        ),
        value="on_acceptance",
        unless=(r"{breach}", r"SUBPROCESSOR", r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "term.starts",
        ("in werking met", "ingang van", "in werking bij", "gelijktijdig met", "tegelijk met"),
        (
            r"\b(?:treedt|treden|gaat|gaan)\b[^.;]{0,20}\b(?:in werking|in)\b[^.;]{0,12}\b(?:met|bij|gelijktijdig met|tegelijk met|met ingang van)\b[^.;]{0,40}\b(?:opdracht\w*|hoofdovereenkomst|abonnement|(?:dienstverlenings|licentie|raam)overeenkomst|offerte)\b",
        ),
        value="with_main_agreement",
        unless=(r"\b(?:ondertekening|handtekening|wijziging\w*)\b",),
    ),
    Plain(
        "instructions.legal_exception",
        ("wettelijk", "wet ", "recht ", "law"),
        (
            r"\bPROCESSOR\b[^.;]{0,160}\b(?:tenzij|behalve (?:als|wanneer))\b[^.;]{0,60}\b(?:rechter|autoriteit|instantie)\b[^.;]{0,60}\b(?:bevel|vordering|wettelijk\w*)\b|"
            r"\bPROCESSOR (?:kan|mag) (?:daarvan|hiervan|van (?:het|dit) (?:\w+ )?(?:lid|artikel))\b[^.;]{0,30}\b(?:slechts|alleen|uitsluitend)\b[^.;]{0,20}\bafwijken\b[^.;]{0,60}\b(?:recht|wet)\b[^.;]{0,30}\b(?:dwingt|verplicht|voorschrijft|eist)\b|"
            r"\bif (?:a|any|the) law\b[^.;]{0,40}\b(?:obliges?|requires?|forces?|compels?) PROCESSOR to (?:\w+ ){0,3}?(?:something else|otherwise|differently|process\w*)\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{secrecy}", r"{breach}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (
            r"\b(?:halten|hält|sehen|sieht) PROCESSOR\b[^.;]{0,40}\bweisung\b[^.;]{0,60}\b(?:rechtswidrig|unzulässig|verstoß\w*|verstöß\w*)\b",
            r"\b(?:weisen|weist|informieren|informiert|sagen|teilen|teilt|melden)\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("geheimhouding", "vertrouwelijk"),
        (
            r"^[\W\d]*(?:ieder(?:een)?|eenieder|een ieder|wie|degenen?) (?:die |namens |bij |voor )[^.;]{0,100}\b(?:is|zijn)\b[^.;]{0,30}\b(?:verplicht|gehouden|gebonden)\b",
            r"\bPROCESSOR\b",
            r"{secrecy}",
        ),
        unless=(r"\bCONTROLLER\b", r"{audit}"),
    ),
    Plain(
        "breach.early_warning",
        ("nagezonden", "nagestuurd", "nageleverd", "na gezonden"),
        (
            r"\b(?:ontbrekende|overige|nog niet bekende|resterende)\b[^.;]{0,60}\b(?:nagezonden|nagestuurd|nageleverd)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.costs",
        ("kosten",),
        (
            r"\bkosten\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,40}\b(?:maakt|moet maken)\b[^.;]{0,40}\b(?:zijn|haar|voor)\b[^.;]{0,12}\beigen rekening\b",
        ),
        value="controller",
        under=_BREACH,
    ),
    Plain(
        "requests.costs",
        ("hulp", "bijstand", "ondersteuning", "medewerking", "charge"),
        (
            r"\b(?:hulp|bijstand|ondersteuning|medewerking) bij (?:\w+ )?verzoeken\b[^;]{0,160}\b(?:tegen (?:het|de|zijn|haar)\b[^.;]{0,30}\b(?:uur)?tarie(?:f|ven)|in rekening)\b|"
            r"\bPROCESSOR (?:ll |will )?assist\w*\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,20}\b(?:and|but) (?:PROCESSOR )?may charge\b",
        ),
        value="controller",
        under=r"verzoek|rechten|request|individual|data subject",
    ),
    Plain(
        "requests.costs",
        ("niets in rekening", "geen kosten in rekening"),
        (r"\b(?:daarvoor|hiervoor)\b[^.;]{0,12}\b(?:niets|geen kosten) in rekening\b", r"\bverzoek\w*\b|{rights}"),
        value="processor",
        under=r"verzoek|rechten",
    ),
    Plain(
        "requests.assist",
        ("mogelijk",),
        (r"\bPROCESSOR maakt het\b[^.;]{0,40}\bmogelijk\b[^.;]{0,40}\b(?:verzoek\w*|rechten)\b",),
        under=r"verzoek|rechten",
    ),
    Plain(
        "assistance.prior_consultation",
        ("cnil", "autorité"),
        (
            r"\b(?:aide[rs]?|assiste[rs]?)\b[^.;]{0,100}\bconsult\w*\b[^.;]{0,20}\b(?:la cnil|l'autorité)\b",
            r"\bPROCESSOR\b",
        ),
        unless=(r"{breach}",),
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR", "wijzigingen"),
        (
            r"\büber (?:neue|geänderte|weitere)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,20}\binformier\w* PROCESSOR\b[^.;]{0,60}\b(?:vorher|im voraus|vorab)\b|"
            r"^[\W\d]*(?:wijzigingen|nieuwe (?:SUBPROCESSOR|partijen|derden)) (?:staan|worden|maakt PROCESSOR|kondigt PROCESSOR)\b[^.;]{0,60}\b(?:vooraf|van tevoren|eerder)\b",
        ),
        under=_SUBS + r"|unterauftrag|^[\W\d]*derden\W*$",
    ),
    Plain(
        "subprocessors.flow_down",
        ("weitergibt", "weitergeben", "weitergegeben"),
        (
            r"\bSUBPROCESSOR\b",
            r"\bpflichten (?:aus )?(?:dieses|dieser|des|aus diesem)\b[^.;]{0,30}\bweiter(?:gibt|geben|gegeben)\b",
        ),
    ),
    Plain(
        "security.measures_change",
        ("änderungen",),
        (r"\b(?:wesentliche )?änderungen teil(?:t|en) PROCESSOR\b[^.;]{0,20}\bCONTROLLER mit\b",),
        value="processor_with_notice",
        under=_SECURITY,
        strength=Strength.EXPRESS,
    ),
    Plain(
        "transfers.rule",
        ("europese", "eer", "european"),
        (
            r"^[\W\d]*(?:uitsluitend|alleen|slechts|enkel|only|exclusively) (?:in|binnen|within) (?:de |the )?(?:eer|eea|eu|europese (?:economische ruimte|unie)|european (?:economic area|union))\W*$",
        ),
        value="not_outside_eea",
        under=r"waar|doorgifte|locatie|plaats|where|transfer|location",
    ),
    Plain(
        "transfers.region",
        ("europese economische", "eer", "european economic", "eea"),
        (
            r"^[\W\d]*(?:uitsluitend|alleen|slechts|enkel|only|exclusively) (?:in|binnen|within) (?:de |the )?(?:eer|eea|europese economische ruimte|european economic area)\W*$",
        ),
        value="EEA",
        under=r"waar|doorgifte|locatie|plaats|where|transfer|location",
    ),
    Plain(
        "audit.evidence_deadline",
        ("bescheiden", "stukken", "informatie"),
        (
            r"\bPROCESSOR (?:verstrekt|levert|overlegt)\b[^.;]{0,20}\b(?:gevraagde|verzochte|benodigde) (?:bescheiden|stukken|informatie|documenten|gegevens)\b[^.;]{0,12}\bbinnen\b",
        ),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "end.withheld_until_payment",
        ("facturen", "factuur", "betaalt", "betaling"),
        (
            r"\bbetaalt\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,40}\bniet\b|\bCONTROLLER\b[^.;]{0,40}\bniet\b[^.;]{0,20}\bbetaald\b",
            r"\b(?:hoeft|mag|kan) PROCESSOR\b[^.;]{0,50}\b(?:niet (?:vrij|af|terug) te geven|achterhouden|vasthouden|onder zich houden|niet uit te leveren)\b",
        ),
    ),
    Plain(
        "term.survival",
        ("naar hun aard", "naar zijn aard"),
        (
            r"\bnaar (?:hun|zijn) aard\b[^.;]{0,40}\b(?:bestemd|bedoeld)\b[^.;]{0,60}\b(?:gelding|gelden|kracht|voortduren|van kracht)\b",
        ),
    ),
    Plain(
        "term.lasts",
        ("endet mit", "endet zugleich"),
        (
            r"\bbeginnt mit (?:dem )?abschluss (?:des|der) \w*(?:vertrag\w*|vereinbarung)\b[^.;]{0,30}\bendet mit (?:diesem|dieser|ihm|ihr)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.amendment_notice",
        ("aanpassen", "wijzigen"),
        (
            r"\bPROCESSOR (?:kan|mag)\b[^.;]{0,60}(?:verwerkersovereenkomst|overeenkomst|voorwaarden|document)\b[^.;]{0,12}\b(?:aanpassen|wijzigen)\b[^.;]{0,40}\btermijn van\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "term.amendment",
        ("changes to it", "changes to this", "amendments to"),
        (
            r"\b(?:changes|amendments) to (?:it|this (?:dpa|addendum|agreement))\b[^.;]{0,12}\b(?:must|shall|may only) be (?:\w+ )?(?:agreed|made|set out) in writing\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "liability.regime",
        ("responsabilité",),
        (
            r"\bresponsabilité (?:du PROCESSOR|des parties|de chaque partie)\b[^.;]{0,40}\b(?:limitée|régie|encadrée)\b[^.;]{0,60}\b(?:conditions générales|contrat principal|contrat de)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.indirect_excluded",
        ("gederfde", "gevolgschade", "indirecte"),
        (
            r"\b(?:gederfde|indirecte|gevolgschade)\b[^.;]{0,40}\b(?:komt|komen) niet voor (?:vergoeding|schadevergoeding)\b|\b(?:gederfde|indirecte|gevolgschade)\b[^.;]{0,40}\bword(?:t|en) niet vergoed\b",
        ),
    ),
)
