"""What the terms on a supplier's own page say of sub-processors, transfers, audits, the end and liability, as speech.py reads it."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_AUDIT = r"audit|controle|inspecti|toezicht"
_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process|contract)|derden|anderen|onderaannem|third part|subcontract"

TERMS = (
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
            r"^[\W\d]*(?:daarbij |hierbij |daarvoor |hiervoor |de |het |the )?(?:PROCESSOR (?:blijft|blijven|blijf|is|zijn|remains?|is)|(?:blijft|blijven|blijf) PROCESSOR)(?: (?!niet|geen|not)\w+){0,4} (?:aansprakelijk|verantwoordelijk|responsible|liable)\b(?! voor (?:de |het )?(?:inhoud|juistheid|beveiliging))",
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
        ("in werking met", "gaat in met", "ingang van", "in werking bij", "gelijktijdig met", "tegelijk met"),
        (
            r"\b(?:treedt|treden|gaat|gaan)\b[^.;]{0,20}\b(?:in werking|in)\b[^.;]{0,12}\b(?:met|bij|gelijktijdig met|tegelijk met|met ingang van)\b[^.;]{0,40}\b(?:opdracht\w*|hoofdovereenkomst|abonnement|(?:dienstverlenings|licentie|raam)overeenkomst|offerte)\b",
        ),
        value="with_main_agreement",
        unless=(r"\b(?:ondertekening|handtekening|wijziging\w*)\b",),
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
    Plain(
        "subprocessors.authorisation",
        ("stemt hiermee", "stemt daarmee", "gaat hiermee", "gaat daarmee"),
        (r"^[\W\d]*(?:de |het |the )?CONTROLLER (?:stemt (?:hiermee|daarmee) in|gaat (?:hiermee|daarmee) akkoord)\b",),
        value="general",
        under=_SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("voor andere", "voor een nieuwe", "voor elke", "voor overige"),
        (
            r"\bvoor (?:andere|overige|nieuwe|elke (?:andere|nieuwe)) SUBPROCESSOR\b[^.;]{0,20}\b(?:voorafgaande?|vooraf)\b[^.;]{0,20}\btoestemming\b[^.;]{0,30}\b(?:nodig|vereist)\b",
        ),
        value="specific",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("bedingt", "legt"),
        (
            r"\bPROCESSOR (?:bedingt van|legt)\b[^.;]{0,30}\bSUBPROCESSOR\b[^.;]{0,20}\b(?:hetgeen|wat|datgene waartoe) (?:hij|zij|PROCESSOR) (?:zelf |op grond van \w+ \w+ )?verplicht is\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aansprakelijk", "verantwoordelijk"),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,80}\ben (?:blijft|is)\b[^.;]{0,50}\b(?:aansprakelijk|verantwoordelijk)\b|^[\W\d]*(?:de |het )?PROCESSOR blij(?:ft|ven) voor (?:hen|haar|deze bedrijven|hun werk) verantwoordelijk\b",
        ),
        under=_SUBS + r"|schakelen|inschakel",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "transfers.region",
        ("europese economische", "eer", "european economic", "eea"),
        (r"^[\W\d]*(?:ja\W+)?(?:alleen |uitsluitend )?(?:binnen|in) de (?:eer|europese economische ruimte)\W*$",),
        value="EEA",
        under=r"waar|doorgifte|locatie|plaats|buiten",
    ),
    Plain(
        "transfers.rule",
        ("daarbuiten",),
        (
            r"\bdaarbuiten\b[^.;]{0,20}\b(?:alleen|slechts|uitsluitend|enkel)\b[^.;]{0,40}\b(?:adequa\w+|standaard\w*|modelc\w+|passende waarborgen)\b",
        ),
        value="with_safeguards",
        under=r"waar|doorgifte|locatie|plaats|buiten",
    ),
    Plain(
        "end.withheld_until_payment",
        ("schort",),
        (r"\bPROCESSOR schort\b[^.;]{0,40}\b(?:in geen geval|niet|nooit)\b[^.;]{0,12}\bop\b",),
        value=False,
        under=r"einde|beëindig|verwijder|teruggave",
    ),
    Plain(
        "term.lasts",
        ("abonnement", "account", "licentie"),
        (
            r"\bovereenkomst (?:loopt|geldt|duurt) zolang (?:het|de|CONTROLLER) (?:abonnement|account|licentie|contract)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.amendment",
        ("schriftelijk",),
        (
            r"^[\W\d]*(?:zij|deze overeenkomst|deze verwerkersovereenkomst|ze) kan (?:slechts|alleen|uitsluitend) schriftelijk\b[^.;]{0,40}\b(?:beide partijen|instemming|door partijen)\b[^.;]{0,30}\bgewijzigd\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "liability.fines_on_processor",
        ("boetes", "boete"),
        (
            r"\bboetes?\b[^.;]{0,60}\b(?:tekortkoming|toedoen|handelen|schuld|nalatigheid)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,30}\bkom(?:t|en) voor (?:diens|zijn|haar|PROCESSOR) rekening\b",
        ),
        value="if_attributable",
    ),
    Plain(
        "end.data",
        ("mee", "terug"),
        (
            r"\b(?:krijgt?|ontvangt?) CONTROLLER\b[^.;]{0,60}\b(?:gegevens|administratie|data|bestanden)\b[^.;]{0,30}\b(?:mee|terug)\b",
        ),
        value="return_then_delete",
        under=r"einde|stopt?|weggaa|opzeg|beëindig",
        unless=(r"\bniet\b",),
    ),
    Plain(
        "subprocessors.authorisation",
        ("bezwaar",),
        (
            r"\b(?:gaan|gaat|willen|wil|schakelen|schakelt|kiezen|kiest) PROCESSOR\b[^.;]{0,40}\b(?:ander|andere|nieuw|nieuwe) (?:bedrijf|partij|leverancier|SUBPROCESSOR)\b[^.;]{0,120}\bbezwaar\b",
        ),
        value="general",
        unless=(r"\b(?:toestemming|akkoord)\b",),
    ),
    Plain(
        "transfers.rule",
        ("standard contractual clauses", "sccs"),
        (
            r"\btransfers?\b",
            r"\b(?:enter into|incorporated|shall apply|will apply|applies|apply)\b",
            r"\bstandard contractual clauses\b|\bsccs\b",
        ),
        value="with_safeguards",
        unless=(r"\bclause \d+\b", r"\b(?:consent|approval|authorisation)\b"),
    ),
    Plain(
        "audit.costs",
        ("terecht", "gegrond"),
        (
            r"\bblijkt\b[^.;]{0,60}\b(?:terecht|gegrond)\b[^.;]{0,20}\bdan (?:betaalt|betalen|draagt|dragen|vergoedt) PROCESSOR\b",
        ),
        value="processor_if_noncompliant",
        under=_AUDIT,
        strength=Strength.PASSING,
    ),
)
