"""What the terms on a supplier's own page say of the processing, as speech.py reads it; terms.py has the rest.

Such pages are short: one sentence settles a fact that a contract takes a paragraph for, and the heading tells what it is about.
"""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

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
        "security.measures_change",
        ("änderungen",),
        (r"\b(?:wesentliche )?änderungen teil(?:t|en) PROCESSOR\b[^.;]{0,20}\bCONTROLLER mit\b",),
        value="processor_with_notice",
        under=_SECURITY,
        strength=Strength.EXPRESS,
    ),
    Plain(
        "processing.special_categories",
        ("medisch", "gevoelig", "bijzonder", "gezondheid"),
        (
            r"\bCONTROLLER (?:legt|leg|zet|voert|plaatst|bewaart|slaat)\b[^.;]{0,60}\bgeen\b[^.;]{0,40}\b(?:medische|gevoelige|bijzondere|gezondheids)\w*\b|"
            r"\b(?:leg|zet|voer|plaats|bewaar)\b[^.;]{0,60}\bgeen (?:medische|gevoelige|bijzondere|gezondheids)\w*\b",
        ),
        value="excluded_unless_agreed",
    ),
    Plain(
        "instructions.legal_exception",
        ("uitzondering",),
        (
            r"\b(?:daarop|hierop|het voorgaande|dit|deze verplichting)\b[^.;]{0,40}\b(?:alleen|slechts|uitsluitend)?\b[^.;]{0,20}\buitzondering\b[^.;]{0,90}\b(?:wet\w*|bepaling|recht)\b[^.;]{0,40}\b(?:voorschrijft|verplicht|eist|dwingt|voorgeschreven)\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{breach}", r"{secrecy}"),
    ),
    Plain(
        "requests.handling",
        ("doorverwezen", "verwijzen", "verwijst"),
        (
            r"\b(?:klant|leerling|medewerker|werknemer|gebruiker|patiënt|cliënt|huurder|lid|betrokkene|persoon|iemand)\b[^.;]{0,80}\bPROCESSOR\b[^.;]{0,60}\bword(?:t|en)? doorverwezen naar CONTROLLER\b|"
            r"\b(?:werknemers|medewerkers|klanten|cliënten|leerlingen)\b[^.;]{0,60}\bPROCESSOR\b[^.;]{0,60}\bgegevens\b[^.;]{0,60}\bverwij(?:zen|st) PROCESSOR\b[^.;]{0,20}\bnaar CONTROLLER\b|\bverzoek\w* van (?:de )?(?:cliënten|patiënten|leerlingen|medewerkers|klanten)\b[^.;]{0,20}\bdoor\b",
        ),
        value="forward",
        under=r"recht|verzoek|vragen|medewerking|bijstand",
    ),
    Plain(
        "requests.handling",
        ("verzoeken van",),
        (
            r"\bPROCESSOR (?:stuurt|zendt|geleidt|leidt)\b[^.;]{0,20}\bverzoeken van (?:de )?(?:cliënten|patiënten|leerlingen|medewerkers|klanten|gebruikers|inwoners)\b[^.;]{0,40}\bdoor\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.assist",
        ("helpt", "helpen"),
        (r"\b(?:lukt|gaat) (?:dat|dit|het)\b[^.;]{0,20}\bniet\b[^.;]{0,20}\bdan help(?:t|en) PROCESSOR\b",),
        under=r"recht|verzoek|vragen",
    ),
    Plain(
        "requests.deadline",
        ("helpt", "helpen"),
        (
            r"\b(?:lukt|gaat) (?:dat|dit|het)\b[^.;]{0,20}\bniet\b[^.;]{0,20}\bdan help(?:t|en) PROCESSOR\b[^.;]{0,20}\bbinnen\b",
        ),
        value=PERIOD,
        under=r"recht|verzoek|vragen",
    ),
    Plain(
        "requests.costs",
        (
            "zonder kosten",
            "kosteloos",
            "gratis",
            "kwijt zijn",
            "kosten in rekening",
            "at CONTROLLER request and expense",
        ),
        (r"\bhelp(?:t|en) PROCESSOR\b[^.;]{0,40}\b(?:zonder kosten|kosteloos|gratis)\b",),
        value="processor",
        under=r"recht|verzoek|vragen",
    ),
    Plain(
        "requests.costs",
        ("expense", "cost"),
        (
            r"\bPROCESSOR (?:shall|will)\b[^.;]{0,20}\bat CONTROLLER (?:request and |sole |own )?(?:expense|cost)\b[^.;]{0,80}\bassist\w*\b",
        ),
        value="controller",
        unless=(r"{dpia}", r"{audit}"),
    ),
    Plain(
        "breach.covers",
        ("gegevens kwijt", "verkeerde handen", "in handen"),
        (
            r"\bgegevens kwijt\b|\bin (?:verkeerde )?handen\b",
            r"\bdan (?:bel\w*|mail\w*|hoort|meld\w*)\b",
            r"\bCONTROLLER\b",
        ),
        value=("personal_data_breach",),
        under=_BREACH,
    ),
    Plain(
        "security.measures_described",
        ("beveiligd", "versleuteld", "wachtwoord", "https", "back-up"),
        (
            r"\b(?:alarm|wachtwoord\w*|versleuteld|https|tls|back-ups?|tweestaps\w*|tweefactor\w*|firewall\w*|hardwaresleutel)\b",
        ),
        under=r"beveilig",
        unless=(r"\bCONTROLLER\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "security.periodic_review",
        ("ieder jaar", "elk jaar", "jaarlijks"),
        (
            r"\b(?:ieder jaar|elk jaar|jaarlijks) (?:kijken|kijkt|bekijken|bekijkt|gaan|gaat|controleren|controleert) PROCESSOR\b[^.;]{0,40}\bof\b",
        ),
        under=r"beveilig",
    ),
)
