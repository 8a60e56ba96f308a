"""Turns of Dutch on personal data breaches, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import A_BREACH, CONTROLLER_PAYS, FREE, NOT_FREE, PROCESSOR_PAYS
from art28.extraction.topics.plain.plain import PERIOD, Plain

_BREACH = r"lek|inbreuk|incident|misga|meld"
_LOST = r"\b(?:raakt|raken)\b[^.;]{0,30}\bgegevens\b[^.;]{0,20}\b(?:zoek|kwijt|op straat)\b|\bgegevens\b[^.;]{0,20}\b(?:zoekgeraakt|kwijtgeraakt|zoek|kwijt|in verkeerde handen)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "breach.authority_notifier",
        ("zelf", "beslist", "bepaalt"),
        (
            r"\bCONTROLLER (?:doe[nt]?|meld(?:t|en)?|regel(?:t|en)|verzorg(?:t|en)) (?:dat |dit |het |zo nodig )?zelf\b[^.;]{0,60}?(?:{authority})|"
            r"\bCONTROLLER (?:beslist|bepaalt|beslissen|bepalen) of\b[^.;]{0,40}(?:{authority})[^.;]{0,20}\b(?:gemeld|meldt?)\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("niks", "niets", "niet zelf"),
        (
            r"\bPROCESSOR (?:meld(?:t|en)?|doe[nt]?|zegt|zeggen) (?:zelf )?(?:niks|niets|nooit iets|niet zelf)\b[^.;]{0,40}(?:{authority})",
        ),
        value=False,
        unless=(r"\b(?:zonder|tenzij|behalve)\b",),
    ),
    Plain(
        "breach.costs",
        ("ieder zelf", "elk zelf", "partij die ze maakt", "partij die deze maakt"),
        (
            r"\b(?:betaalt|draagt|betalen|dragen) (?:ieder|elk|iedere partij)(?: van (?:de )?partijen)? zelf\b|\b(?:voor rekening van|gedragen door) de partij die (?:ze|deze|die) maakt\b",
        ),
        value="each_own",
        under=_BREACH,
    ),
    Plain(
        "breach.costs",
        ("betaalt", "betalen"),
        (
            r"\b(?:lek|inbreuk|incident|dat)\b[^.;,]{0,12}\b(?:aan PROCESSOR te wijten|door PROCESSOR (?:toedoen|schuld)|PROCESSOR (?:schuld|fout))\b[^.;]{0,12}, dan betaal(?:t|en) PROCESSOR\b[^.;]{0,60}",
        ),
        value="processor",
        under=_BREACH,
    ),
    Plain(
        "breach.register",
        ("register", "logboek"),
        (r"^[\W\d]*(?:ieder|elk|alle) (?:{breach}) kom(?:t|en)\b[^.;]{0,20}\bin een (?:register|logboek)\b",),
        value=("processor",),
        unless=(r"\bbij CONTROLLER\b",),
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("uitlating", "benadert", "zelf meldt", "meldt hij", "melden wij"),
        (
            r"\bPROCESSOR (?:laat|laten) (?:elke|iedere) uitlating\b[^.;]{0,40}\bachterwege\b|"
            r"\bPROCESSOR (?:benadert|benaderen) (?:de )?(?:{authority})[^.;]{0,40}\bniet\b|"
            r"{authority}[^.;]{0,40}\blaat PROCESSOR\b[^.;]{0,12}\bover aan CONTROLLER\b",
        ),
        value=False,
        under=_BREACH,
        after=r"{authority}",
    ),
    Plain(
        "breach.follow_up",
        ("de rest", "volgt dat", "volgen die", "volgt die"),
        (
            r"\b(?:niet|nog niet|nog geen)\b[^.;]{0,40}, dan\b[^.;]{0,40}\b(?:krijgt?|ontvangt?|hoort?) CONTROLLER (?:de rest|het overige|meer|dat)\b[^.;]{0,12}\b(?:zodra|later|als)\b|"
            r"\b(?:nog )?niet\b[^.;]{0,20}, dan volg(?:t|en) (?:dat|die|deze)\b[^.;]{0,20}\b(?:later|zodra|nog)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("licht hen niet", "licht ze niet", "informeert hen niet", "informeert ze niet"),
        (r"^[\W\d]*PROCESSOR (?:licht|informeert) (?:hen|ze|deze) (?:zelf )?niet\b",),
        value=False,
        after=r"{authority}",
    ),
    # "De beoordeling of een datalek meldingsplichtig is, en de melding zelf, liggen bij CONTROLLER."
    Plain(
        "breach.authority_notifier",
        ("meldingsplichtig", "meldplichtig", "meldingswaardig"),
        (
            r"\b(?:meldingsplichtig|meldplichtig|meldingswaardig)\b[^.;]{0,60}\bmelding\b[^.;]{0,20}\b(?:ligt|liggen|berust|berusten|rust|rusten|is|zijn|blijft|blijven) (?:\w+ ){0,2}?(?:bij|aan|voor) CONTROLLER\b",
        ),
        value="controller",
        after=r"{breach}",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("geen melding", "niets", "verricht deze", "verricht die", "doet deze", "doet die"),
        (
            r"\bPROCESSOR (?:doet|doen|verricht) (?:zelf )?geen (?:\w+ )?melding(?:en)?(?: (?:uit naam van|namens) CONTROLLER| uit CONTROLLER naam| bij (?:de )?(?:ap|autoriteit|toezichthouder)\b| daar\b)|"
            r"\bPROCESSOR (?:meldt?|melden) (?:daar|er) (?:zelf )?niets\b|\bPROCESSOR (?:verricht|doet) (?:deze|die) (?:zelf )?niet\b",
        ),
        value=False,
        under=_BREACH,
        after=r"{authority}",
    ),
    Plain(
        "breach.early_warning",
        ("volgt", "hoofdlijnen"),
        (
            r"^[\W\d]*(?:binnen|uiterlijk)\b[^.;:]{0,30}\bvolgt\b[^.;:]{0,30}\b(?:verslag|rapport|rapportage|volledige melding)\b|"
            r"\b(?:op|in) hoofdlijnen\b[^.;]{0,90}\bvolledige?\b",
        ),
        under=_BREACH,
        after=r"{breach}",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("niets",),
        (r"\bPROCESSOR (?:meldt?|melden) (?:zelf |hierover )niets\b",),
        value=False,
        after=r"{authority}",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("achterwege",),
        (
            r"\bPROCESSOR laat (?:het doen van )?(?:een |de |dergelijke |zulke )?melding(?:en)?\b[^.;]{0,30}\bachterwege\b",
        ),
        value=False,
        after=r"{authority}",
    ),
    Plain(
        "breach.clock_starts",
        ("op de hoogte is", "op de hoogte raakt", "op de hoogte kwam"),
        (r"\bnadat (?:PROCESSOR|hij|zij|ze) (?:er|daar|hier)van op de hoogte (?:is|raakt|kwam|is geraakt)\b",),
        value=("awareness",),
        under=_BREACH,
    ),
    Plain(
        "breach.covers",
        ("gegevens",),
        (_LOST, r"\bPROCESSOR\b"),
        value=("personal_data_breach",),
        under=_BREACH,
    ),
    Plain(
        "breach.early_warning",
        ("volgt",),
        (
            r"^[\W\d]*(?:de volgende (?:werk)?dag|daarna|binnen [^.;:]{3,20}|uiterlijk [^.;:]{3,20}) volgt\b[^.;:]{0,20}\b(?:verslag|rapport|rapportage)\b",
        ),
        under=_BREACH,
        after=rf"{{breach}}|{_LOST}|\bmisgegaan\b",
    ),
    Plain(
        "breach.authority_notifier",
        ("maakt uit of", "maken uit of"),
        (r"\bCONTROLLER maakt uit of\b", r"{authority}"),
        value="controller",
    ),
    Plain(
        "breach.register",
        ("lijst", "overzicht", "logboek"),
        (
            r"\bPROCESSOR (?:houdt|houden) (?:een|van [^.;]{3,40} een) (?:lijst|overzicht|logboek)\b[^.;]{0,40}\bbij\b",
            r"\b(?:misgegaan|misgaat|datalekken|lekken|incidenten|inbreuken|datalek)\b",
        ),
        value=("processor",),
        under=_BREACH,
    ),
    Plain(
        "breach.deadline",
        ("te melden", "dan weet"),
        (
            r"^[\W\d]*(?:elk|ieder|een)? ?(?:{breach})\W{0,3}: ?(?:binnen|uiterlijk)\b[^.;]{0,40}\bte melden\b|(?:{breach})[^.;]{0,40}\bdan weet CONTROLLER\b[^.;]{0,20}\b(?:uiterlijk|binnen)\b",
        ),
        value=PERIOD,
        under=_BREACH,
    ),
    Plain(
        "breach.authority_notifier",
        ("namens",),
        (
            r"\bnamens CONTROLLER (?:dient|doet|verzorgt|verricht) PROCESSOR\b[^.;]{0,40}\bmelding\b[^.;]{0,40}(?:{authority})",
        ),
        value="processor",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "breach.authority_notifier",
        ("gaat uit", "gaan uit", "worden door", "wordt door", "melden aan", "melden bij"),
        (
            r"\b(?:melding|bericht|mededeling)\w* (?:aan|bij) (?:de )?(?:{authority})[^.;]{0,40}\b(?:gaat uit van|gaan uit van|(?:worden|wordt) door) CONTROLLER\b|"
            r"\bmelden (?:aan|bij) (?:de )?(?:{authority})[^.;]{0,40}\bdoet (?:alleen|uitsluitend|slechts) CONTROLLER\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("onthoudt",),
        (r"^[\W\d]*(?:de )?PROCESSOR onthoudt zich daarvan\b",),
        value=False,
        after=r"\bmelden\b[^.;]{0,20}(?:{authority})",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("wenden", "wendt", "stapt"),
        (r"\bPROCESSOR (?:mag|kan|zal|wendt) zich\b[^.;]{0,40}\bniet tot (?:de )?(?:{authority})",),
        value=False,
        after=r"{breach}",
    ),
    Plain(
        "breach.duty_to_consult",
        ("alvorens", "voordat", "vooraf"),
        (
            r"\b(?:alvorens|voordat)\b[^.;]{0,90}\b(?:treedt|neemt|overlegt|bespreekt) CONTROLLER\b[^.;]{0,60}\bmet PROCESSOR\b|\b(?:zij|hij|CONTROLLER) stemt de inhoud\b[^.;]{0,30}\bmet PROCESSOR af\b",
            r"{authority}|\bdaarvan\b",
        ),
        after=r"{breach}|{authority}",
        unless=(r"{audit}",),
    ),
    Plain(
        "breach.early_warning",
        ("eerst", "alvast"),
        (
            r"\b(?:allereerst|eerst|alvast)\b[^.;]{0,30}\b(?:kort|voorlopig|summier|beknopt)\w*\b[^.;]{0,40}\b(?:aangekondigd|gemeld|melding|bericht)\b",
        ),
        after=r"{breach}",
        unless=(r"{audit}",),
    ),
    Plain(
        "breach.controller_silence",
        ("mededeling", "naar buiten", "ruchtbaarheid", "publiciteit", "pers", "zwijg", "openbaar", "bekend", "media"),
        (
            r"\b(?:doet|geeft|brengt|maakt|zal|mag|laat|zwijgt|onthoudt|verplicht|moet|houdt|spreekt|verstrekt|zoekt) CONTROLLER\b|\bCONTROLLER (?:doet|geeft|brengt|maakt|zal|mag|laat|zwijgt|onthoudt|verplicht|moet|houdt|spreekt|verstrekt|zoekt)\b",
            r"\b(?:geen|niet|niets|zwijgt|zwijgen|onthoudt|geheim)\b",
            r"\b(?:mededeling\w*|naar buiten|ruchtbaarheid|publiciteit|pers\b|media|openbaar\w*|bekend\w*|persbericht\w*|zwijgt|zwijgen|geheim)\b",
        ),
        after=A_BREACH,
        unless=(
            r"\bCONTROLLER (?:toestemming|akkoord)\b|\b(?:toestemming|akkoord|overleg) (?:van|met) CONTROLLER\b",
            r"{audit}",
            r"\bPROCESSOR (?:doet|zal|mag|brengt|maakt|geeft|zwijgt|verstrekt)\b|\b(?:doet|zal|mag|brengt|maakt|zwijgt|verstrekt) PROCESSOR\b",
            r"SUBPROCESSOR",
        ),
    ),
    Plain(
        "breach.register",
        ("aantekening", "administratie", "overzicht", "logboek", "dossier", "lijst", "register"),
        (
            A_BREACH,
            r"\b(?:aantekening\w*|administratie|overzicht|logboek|dossier|lijst|\w*register)\b",
            r"\b(?:maakt|houdt|houden|bijhoud\w*|bijgehouden|legt|krijgt|neemt|opgenomen|noteert|noteren|zet|schrijft)\b",
            r"\bPROCESSOR\b",
        ),
        value=("processor",),
        unless=(
            r"\bCONTROLLER (?:houdt|legt|noteert|maakt|neemt|registreert|blijft|is)\b|\b(?:houdt|legt|noteert|registreert|maakt|neemt) CONTROLLER\b",
            r"\bverwerkings(?:activiteit|register)\w*",
            r"{audit}",
            r"SUBPROCESSOR (?:maakt|houdt)\b",
            r"\b(?:niet|geen)\b",
        ),
    ),
    Plain(
        "breach.costs",
        (
            "vergoed",
            "rekening",
            "factur",
            "gefactureerd",
            "doorbere",
            "doorbelast",
            "berekend",
            "betaalt",
            "tarie",
            "reken",
        ),
        (CONTROLLER_PAYS, r"\bCONTROLLER\b|\bPROCESSOR\b"),
        value="controller",
        under=r"lek|inbreuk|incident|meld",
        after=A_BREACH,
        unless=(
            FREE,
            PROCESSOR_PAYS,
            r"\b(?:tenzij|behalve|behoudens|indien|als|wanneer|voor zover)\b",
            r"\b(?:schade|boete\w*|aansprakelijk\w*|eigen kosten)\b",
            r"{audit}",
            r"\b(?:niet|geen)\b",
        ),
    ),
    Plain(
        "breach.costs",
        ("kost", "gratis", "rekening", "inbegrepen", "betaalt"),
        (
            FREE + "|" + PROCESSOR_PAYS,
            r"\b(?:herstel\w*|werk\w*|kost\w*|uren|tijd|gevolgen|maatregelen|hulp|afhandeling|oplossen|verhelpen)\b",
        ),
        value="processor",
        under=r"lek|inbreuk|incident|meld",
        after=A_BREACH,
        unless=(
            NOT_FREE,
            r"\b(?:schade|boete\w*|aansprakelijk\w*)\b",
            r"\b(?:tenzij|behalve|behoudens|indien|voor zover)\b",
            r"{audit}",
            r"\bCONTROLLER (?:betaalt|draagt|vergoedt)\b(?! niets)",
        ),
    ),
    # "Moet de autoriteit het weten, dan is dat jouw taak": who goes to the authority.
    Plain(
        "breach.authority_notifier",
        ("autoriteit", "toezichthouder", " ap "),
        (
            r"{authority}",
            r"\bCONTROLLER\b",
            r"\b(?:taak|rol|zaak|verantwoordelijkheid|bepaalt|beslist|maakt\b[^.;]{0,20}\buit|beslissing|besluit|oordeel|via|gang|doet|gedaan|zelf|alleen|enkel|uitsluitend)\b",
            r"\b(?:meld\w*|gemeld|weten|gang|contact|inlicht\w*|in te lichten|stap\w*|gaat)\b",
        ),
        value="controller",
        unless=(
            r"\bPROCESSOR (?:meldt|doet de melding|bepaalt|beslist)\b|\b(?:meldt|bepaalt|beslist) PROCESSOR\b|\bdoor PROCESSOR (?:gedaan|gemeld)\b|\bnamens CONTROLLER\b|\bin opdracht van CONTROLLER\b",
            r"{audit}",
            r"{dpia}",
            r"\bniet (?:door )?CONTROLLER\b",
            r"\bboete\w*",
        ),
    ),
)
