"""Turns of Dutch on instructions, as speech.py reads them."""

from art28.extraction.topics.plain.nl.words import A_BREACH, OPENS, THE_LAW
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "instructions.only_on_instruction",
        ("wat CONTROLLER",),
        (
            r"\bdoe[nt]? (?:\w+ ){0,4}?(?:alleen|uitsluitend|niets anders|enkel) (?:\w+ ){0,2}?(?:dan )?wat CONTROLLER\b",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR", r"{rights}", r"{audit}", r"{delete}"),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("verwerken", "werken"),
        (
            rf"{OPENS}(?:gegevens |data |persoonsgegevens )?(?:(?:alleen|uitsluitend|enkel|slechts) )?(?:verwerken|werken) (?:(?:alleen|uitsluitend|enkel|slechts) )?"
            r"(?:in opdracht|op (?:schriftelijke |gedocumenteerde )?(?:instructie|aanwijzing|opdracht|verzoek))",
            r"\b(?:alleen|uitsluitend|enkel|slechts)\b",
        ),
        unless=(r"\b(?:niet|geen)\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("ten behoeve van", "ten dienste van"),
        (
            r"(?:{only})[^.;]{0,40}\bten (?:behoeve|dienste) van CONTROLLER\b[^.;]{0,20}\b(?:naar|volgens|conform|op) (?:diens|haar|zijn|hun) (?:\w+ )?(?:{an_instruction})",
            r"{processes}",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("niet anders", "buiten", "alleen aan"),
        (
            r"\bniet anders\b[^.;]{0,12}\bdan CONTROLLER\b[^.;]{0,30}\b(?:voorgeschreven|voorschrijft|opgedragen|opdraagt|gevraagd|vraagt)\b|"
            r"\bbuiten (?:hetgeen|wat) CONTROLLER\b[^.;]{0,40}\b(?:opgedragen|gevraagd|voorgeschreven|opdraagt)\b[^.;]{0,40}\b(?:geen|niets|niet)\b|"
            r"\b(?:raakt?|raken)\b[^.;]{0,12}(?:{data})[^.;]{0,12}(?:{only}) aan\b[^.;]{0,12}\b(?:als|wanneer|indien) CONTROLLER (?:daar|er)om (?:vraagt|verzoekt)\b",
            r"{data}",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}", r"{breach}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("uitzondering",),
        (
            r"^[\W\d]*(?:de |een )?(?:enige )?uitzondering (?:daarop |hierop )?(?:is|vormt|geldt voor)\b[^.;]{0,60}\b(?:verplichting|plicht|voorschrift)\b[^.;]{0,40}\b\w*(?:recht|wet)\b",
        ),
        after=r"{instruction}|{an_instruction}",
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("daarbuiten", "in de wet"),
        (
            r"\bdaarbuiten\b[^.;]{0,40}(?:{processes})[^.;]{0,40}(?:{only})[^.;]{0,40}\bwettelijk\w*|"
            r"\bin de wet\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,60}\bmoet(?:en)?\b[^.;]{0,60}\bCONTROLLER (?:niet|geen)\b[^.;]{0,30}\b(?:gevraagd|opdracht|opgedragen)\b",
        ),
        after=r"{instruction}|{an_instruction}|\bgevraagd\b",
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("twijfel", "ter sprake"),
        (
            r"\btwijfel\w*\b[^.;]{0,30}(?:{an_instruction})[^.;]{0,40}\b(?:rechtmatig|geoorloofd|toegestaan|toelaatbaar|mag)\b|(?:{an_instruction})[^.;]{0,60}(?:{infringes})",
            r"\bleg(?:t|gen) PROCESSOR\b[^.;]{0,40}\bvoor aan CONTROLLER\b|\bPROCESSOR (?:brengt|brengen) (?:het|dit|dat)\b[^.;]{0,30}\bter sprake\b|\b(?:brengt|brengen) PROCESSOR (?:het|dit|dat)\b[^.;]{0,30}\bter sprake\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("legt een", "schrijft een", "eist een", "verlangt een", "legt de", "schrijft de", "eist de"),
        (
            r"^[\W\d]*(?:legt|schrijft|eist|verlangt) (?:een|de|enige) (?:\w+ )?(?:wet\w*|voorschrift|regeling) (?:van )?PROCESSOR\b[^.;]{0,90}\b(?:iets anders|anders|andere)\b",
            r"{data}",
        ),
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("attent", "wijst CONTROLLER", "wijzen CONTROLLER", "wijst PROCESSOR"),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:maakt|maken) CONTROLLER (?:er|erop|daarop)? ?(?:op )?attent\b|\bPROCESSOR\b[^.;]{0,40}\bCONTROLLER (?:erop|er) (?:op )?attent (?:te )?maken\b|"
            r"\b(?:PROCESSOR (?:wijst|wijzen) CONTROLLER|(?:wijst|wijzen) PROCESSOR CONTROLLER) (?:er|erop|daarop)\b",
            r"(?:{an_instruction})[^.;]{0,60}(?:{infringes}|\bstrijdt\b)",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("niet meer dan", "zonder opdracht"),
        (
            r"\bPROCESSOR (?:doet|doen) met (?:de )?(?:{data}) niet meer dan\b[^.;]{0,30}\b(?:{an_instruction}) van CONTROLLER\b|"
            r"\bzonder (?:\w+ )?(?:{an_instruction}) van CONTROLLER\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,30}(?:{data}) niet\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("uitgezonderd", "daargelaten", "voorbehouden"),
        (
            r"\bwettelijke (?:verplichtingen|plichten|voorschriften)\b[^.;]{0,30}\b(?:uitgezonderd|daargelaten|voorbehouden)\b",
        ),
        after=r"{instruction}|{an_instruction}",
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("komt een", "lijkt een"),
        (
            r"\b(?:komt|lijkt) een (?:\w+ )?(?:{an_instruction})[^.;]{0,30}\bPROCESSOR\b[^.;]{0,60}\bdan (?:vraagt|meldt|zegt|waarschuwt|overlegt) PROCESSOR\b",
            r"{infringes}",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("geen opdracht", "achterwege", "zonder opdracht", "zonder een opdracht"),
        (
            r"\b(?:verwerking|handeling)\w*\b[^.;]{0,20}\bwaar(?:toe|voor)\b[^.;]{0,40}\bgeen opdracht\b[^.;]{0,40}\b(?:achterwege|slechts|alleen|niet)\b|"
            r"\bandere (?:handeling|verwerking)\w* dan\b[^.;]{0,50}\bopdracht\b[^.;]{0,50}\b(?:achterwege|niet|geen)\b|"
            r"\bzonder (?:een )?opdracht\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,20}\bPROCESSOR (?:geen|niets)\b",
        ),
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("aanwijzing", "instructies", "opdracht", "opgedragen", "opdraagt"),
        (
            r"\b(?:{an_instruction}) van CONTROLLER zijn (?:leidend|bepalend|beslissend|doorslaggevend)\b|"
            r"\b(?:leidend|bepalend|beslissend|doorslaggevend) zijn (?:de )?(?:\w+ )?(?:{an_instruction})[^.;]{0,12}\bCONTROLLER\b|"
            r"\bniet toegestaan\b[^.;]{0,20}\b{data}[^.;]{0,20}\bzonder (?:\w+ ){0,3}opdracht van CONTROLLER\b|"
            r"\bniet bevoegd\b[^.;]{0,30}\b{data} anders te verwerken dan CONTROLLER\b[^.;]{0,20}\b(?:opgedragen|opdraagt|voorschrijft)\b|"
            r"\b(?:{an_instruction})[^.;]{0,30}\b(?:enige|uitsluitende) (?:grond|grondslag|basis) (?:waarop|op grond waarvan)\b|"
            r"\bPROCESSOR (?:handelt|handelen)\b[^.;]{0,40}\b(?:naar|volgens|overeenkomstig|conform) (?:de )?(?:\w+ )?(?:{an_instruction})[^.;]{0,12}\bCONTROLLER\b[^.;]{0,60}\b(?:geen|niets|niet|uitsluitend)\b|"
            r"\bvolgt PROCESSOR\b[^.;]{0,30}\b(?:{an_instruction})[^.;]{0,12}\bCONTROLLER\b[^.;]{0,30}\b(?:niets|niet)\b",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}"),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("niets mee", " aan", "daaraan"),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\bdo(?:et|en) (?:er|daar) (?:verder|anders|zelf)? ?niets mee\b|\bdaar houd(?:t|en) PROCESSOR (?:zich |PROCESSOR )?aan\b|\bdaaraan houdt PROCESSOR zich\b|"
            r"\bPROCESSOR houd(?:t|en) zich aan (?:hetgeen|wat) CONTROLLER (?:voorschrijft|opdraagt|bepaalt|vraagt)\b",
        ),
        after=r"\bCONTROLLER (?:bepaalt|beslist|geeft|schrijft|voorschrijft|opdraagt|vraagt)\b",
    ),
    Plain(
        "instructions.infringement_warning",
        ("vraag",),
        (
            r"\bvraagt? CONTROLLER PROCESSOR (?:iets |om )?[^.;]{0,50}(?:\bniet mag\b|{infringes})|\bCONTROLLER PROCESSOR vraagt\b[^.;]{0,50}(?:\bniet mag\b|{infringes})",
            r"{inform}|\b(?:zeg|meld|waarschuw)\w*\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("twijfel",),
        (
            r"\btwijfel\w*\b[^.;]{0,20}\bof (?:een|de) (?:\w+ )?(?:{an_instruction}) (?:wel )?(?:rechtmatig|geoorloofd|toegestaan|wettig) is\b|\btwijfel\w*\b[^.;]{0,30}\b(?:rechtmatigheid|wettigheid) van (?:een|de) (?:{an_instruction})",
            r"{inform}|{announce}",
        ),
    ),
    # What CONTROLLER has said is the measure of what is done.
    Plain(
        "instructions.only_on_instruction",
        ("opdracht", "instructie", "aanwijzing", "opgedragen", "opdraagt", "voorschrijft", "voorgeschreven"),
        (
            r"\bCONTROLLER\b",
            r"{an_instruction}|\b(?:opgedragen|opdraagt|voorschrijft|voorgeschreven)\b",
            r"\b(?:bepalend|leidend|leidraad|maatgevend|beslissend|doorslaggevend|richtsnoer|grens|grenzen|kader|begrenz\w+)\b",
            r"{processes}|{data}|\bPROCESSOR\b",
        ),
        unless=(
            r"{audit}",
            r"SUBPROCESSOR",
            A_BREACH,
            r"{costs}",
            r"\bPROCESSOR (?:geeft|voorschrijft)\b",
            r"\bovereenkomst\w* (?:\w+ )?(?:gaat|prevaleert)\b",
        ),
    ),
    # "Verder gaat hij niet", behind what CONTROLLER has said.
    Plain(
        "instructions.only_on_instruction",
        ("verder", "wijkt", "wijken", "afwij", "af te wijken", "daarbuiten", "anders", "meer"),
        (
            r"\b(?:verder|daarbuiten|daarnaast|anders|meer)\b[^.;]{0,30}\b(?:niet|niets)\b|\b(?:niet|niets|geen)\b[^.;]{0,16}\b(?:verder|daarbuiten|anders|meer)\b|\b(?:daar|hier|waar)van\b[^.;]{0,20}\b(?:wijk(?:t|en)|afwij\w+)\b[^.;]{0,20}|\bniet\b[^.;]{0,12}\b(?:afwij\w+|af te wijken|\baf\b)",
            r"\bPROCESSOR\b|\b(?:hij|zij|deze)\b",
            r"\b(?:niet|niets|geen)\b",
        ),
        after=r"\bCONTROLLER\b[^.;]{0,60}\b(?:bepaalt|bepaald|beslist|opgedragen|opdraagt|voorschrijft|voorgeschreven|aanwijzing\w*|instructies?)\b|(?:{an_instruction})[^.;]{0,20}\bCONTROLLER\b|\b(?:bepaalt|beslist) CONTROLLER\b",
        unless=(
            r"{audit}",
            r"SUBPROCESSOR",
            A_BREACH,
            r"{costs}",
            r"{secrecy}",
            r"{delete}",
            r"{rights}",
            r"\bCONTROLLER (?:mag|kan|zal)\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("wet", "recht", "voorschrift"),
        (
            r"\b(?:een |de )?(?:\w*wet|wetten|wettelijk\w*|wetgeving|recht|unierecht\w*|\w*voorschrift\w*)\b[^.;]{0,60}\b(?:nop\w+|noopt|dwing\w*|gedwongen|verplicht\w*|gebied\w*|oplegt|opleggen|vereis\w*|geen keuze|geen andere keuze|eist|vergt|vordert|voorschrijft|verlangt|gaat verder|verder gaat)\b|"
            r"\b(?:dwingt|noopt|verplicht|gebiedt|vergt|eist|vereist|verlangt)\b[^.;]{0,30}\b(?:\w*wet|wetten|wettelijk\w*|wetgeving|recht|unierecht\w*|\w*voorschrift\w*)\b|\b(?:plicht|wet)\b[^.;]{0,30}\bverder\b[^.;]{0,40}\bgaat (?:de|die) (?:wet|plicht) voor\b",
            r"\b(?:anders|afwij\w+|af te wijken|wijkt|verder|meer|uitzondering|tenzij|behalve|behoudens|alleen|slechts|daarbuiten)\b",
        ),
        after=r"{instruction}|{an_instruction}|\b(?:opgedragen|opdraagt|voorschrijft|schrijft)\b",
        unless=(
            r"{secrecy}",
            r"{delete}",
            r"{keep}",
            A_BREACH,
            r"{rights}",
            r"{audit}",
            r"\bverstrek\w*",
            r"\bdoorgifte\b",
            r"SUBPROCESSOR",
            r"\bCONTROLLER (?:moet|zal|dient|verplicht)\b",
            r"{assist}",
            r"{costs}",
            r"{infringes}",
        ),
    ),
    # An instruction, the law that it is against, and somebody who is told.
    Plain(
        "instructions.infringement_warning",
        ("instructie", "opdracht", "aanwijzing", "opgedragen", "vraagt CONTROLLER", "vraag CONTROLLER"),
        (
            r"{an_instruction}|\bopgedragen\b|\bvraagt? CONTROLLER PROCESSOR\b",
            r"{infringes}|\b(?:onrechtmatig\w*|ongeoorloofd\w*|onwettig\w*|ontoelaatbaar)\b|\bniet\b[^.;]{0,40}\b(?:mag|toegestaan|geoorloofd|rechtmatig|verdraagt|strookt|klopt|past|rijmt|verenigbaar|zou mogen)\b|\b(?:verdraagt|strookt|rijmt)\b[^.;]{0,20}\bniet\b|\btwijfel\w*\b[^.;]{0,60}\b(?:rechtmatig\w*|geoorloofd|toegestaan|mag|wettig\w*)\b",
            THE_LAW + r"|\b(?:on)?rechtmatig\w*|\bonwettig\w*|\bprivacy\w*",
            r"{inform}|\b(?:gewezen|wijst|wijzen|wijs|te horen|waarschuwing|aan de bel|kenbaar|signaal|signaleert|opmerkzaam|attent|deelt)\b|\bspre(?:ekt|ken)\b[^.;]{0,50}\baan\b",
            r"\bPROCESSOR\b",
        ),
        unless=(
            r"{audit}",
            r"SUBPROCESSOR",
            r"\bdata-?lek\w*|\binbreuk in verband\b|\bbeveiligingsincident",
            r"\bCONTROLLER (?:garandeert|zorgt|verplicht|dient|waarborgt|vrijwaart)\b",
            r"\bniet (?:verplicht|gehouden|aansprakelijk)\b",
            r"\bbuiten de (?:eer|eu|europese)\b",
            r"{costs}",
        ),
    ),
)
