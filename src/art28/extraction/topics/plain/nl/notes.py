"""What agreements that are typed in a quarter of an hour say, as speech.py reads it: bullets, notes, an answer under a question.

A bullet leaves out who does it ("geheimhouding, ook door personeel"), a note leaves out the verb ("na afloop alles wissen").
"""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_OPENS = r"^[\W\d]*(?:\w[.)] )?"
_SUBS = r"SUBPROCESSOR|anderen|andere bedrijven|leveranciers|onderaannem|hulp van|inschakel"
_NO_HEADING_OR_SUBS = rf"^$|{_SUBS}"
_YES = (
    r"(?:goed ?vindt?|goedkeurt|toestemming (?:geeft|heeft gegeven)|akkoord (?:is|geeft|gaat)|ja zegt|ja heeft gezegd)"
)

NOTES = (
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
            rf"{_OPENS}(?:gegevens |data |persoonsgegevens )?(?:(?:alleen|uitsluitend|enkel|slechts) )?(?:verwerken|werken) (?:(?:alleen|uitsluitend|enkel|slechts) )?"
            r"(?:in opdracht|op (?:schriftelijke |gedocumenteerde )?(?:instructie|aanwijzing|opdracht|verzoek))",
            r"\b(?:alleen|uitsluitend|enkel|slechts)\b",
        ),
        unless=(r"\b(?:niet|geen)\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "processing.own_purposes",
        ("eigen doel", "eigen gebruik", "reclame"),
        (rf"{_OPENS}(?:en )?niet voor (?:eigen (?:doel\w*|gebruik)|reclame)\b",),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("geanonimiseerde", "anonieme"),
        (
            r"\bPROCESSOR (?:mag|mogen)\b[^.;]{0,20}\b(?:geanonimiseerde|anonieme) (?:\w*gegevens|data)\b[^.;]{0,20}\bgebruiken\b[^.;]{0,20}\bom\b[^.;]{0,60}\bte (?:verbeteren|ontwikkelen|onderzoeken|verkopen)\b|"
            r"\bPROCESSOR (?:mag|mogen)\b[^.;]{0,20}\b(?:geanonimiseerde|anonieme) (?:\w*gegevens|data)\b[^.;]{0,20}\bgebruiken\b[^.;]{0,20}\bvoor (?:eigen|statisti\w+|onderzoek|benchmark\w*|verbetering)\b",
        ),
    ),
    Plain(
        "confidentiality.duty",
        ("geheimhouding",),
        (rf"{_OPENS}(?:strikte |volledige )?geheimhouding(?=\W*$|,| (?:voor|door|van|ook)\b)",),
        unless=(r"\b(?:geen|niet|zie|paragraaf)\b", r"\b\w+\t"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("geheimhouding",),
        (
            rf"{_OPENS}(?:strikte |volledige )?geheimhouding\b[^.;]{{0,20}}\b(?:door|voor|van)\b[^.;]{{0,30}}(?:{{staff}}|\biedereen\b|\bmensen\b)",
        ),
        unless=(r"\b(?:geen|niet)\b",),
    ),
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
        "subprocessors.authorisation",
        ("alleen als", "alleen na", "pas als", "pas na", "alleen wanneer"),
        (
            rf"\b(?:alleen|pas|slechts) (?:als|wanneer|nadat) CONTROLLER\b[^.;]{{0,40}}\b{_YES}\b|\bnieuwe?\b[^.;]{{0,20}}\b(?:alleen|pas|slechts) na (?:\w+ )?(?:akkoord|toestemming|goedkeuring)\b",
        ),
        value="specific",
        under=_SUBS,
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("geen SUBPROCESSOR", "SUBPROCESSOR"),
        (
            rf"{_OPENS}geen (?:andere |nieuwe )?SUBPROCESSOR (?:\w+ )?zonder\b[^.;:]{{0,30}}\b(?:toestemming|akkoord|goedkeuring)\b|"
            r"SUBPROCESSOR:[^;]{3,90}\bnieuwe?\b[^.;]{0,20}\b(?:alleen|pas|slechts) na (?:\w+ )?(?:akkoord|toestemming|goedkeuring)\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.change_notice",
        ("overstap", "komt er", "wil"),
        (
            r"\b(?:wil|willen|gaat|gaan|stapt|stappen) PROCESSOR\b[^.;]{0,20}\b(?:over(?:stappen)? (?:op|naar)|gebruik maken van|werken met|inschakelen)\b[^.;]{0,20}\b(?:ander\w*|nieuwe?)\b|"
            r"\bkomt er (?:nog )?een (?:nieuwe |andere )?(?:leverancier|SUBPROCESSOR|partij|bedrijf)\b[^.;,]{0,12}\bbij\b",
            r"\b(?:laat|laten|hoort|horen|krijgt|krijgen|mailt|mailen|meldt|melden)\b",
            r"\b(?:vooraf|van ?tevoren|eerst)\b",
        ),
        under=_NO_HEADING_OR_SUBS,
    ),
    Plain(
        "subprocessors.objection",
        ("nee zeg", "bezwaar", "niet mee eens"),
        (
            r"\bkomt er (?:nog )?een (?:nieuwe |andere )?(?:leverancier|SUBPROCESSOR|partij|bedrijf)\b[^;]{0,160}\bCONTROLLER (?:\w+ )?(?:nee zeggen|bezwaar maken)\b",
        ),
        under=_NO_HEADING_OR_SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("nee zeg", "bezwaar"),
        (
            r"\bkomt er (?:nog )?een (?:nieuwe |andere )?(?:leverancier|SUBPROCESSOR|partij|bedrijf)\b[^;]{0,160}\bCONTROLLER (?:\w+ )?(?:nee zeggen|bezwaar maken)\b",
        ),
        under=_NO_HEADING_OR_SUBS,
        value="general",
    ),
    Plain(
        "subprocessors.authorisation",
        ("general authorisation", "general consent", "algemene toestemming"),
        (r"SUBPROCESSOR[^.;]{0,40}\((?:general (?:authorisation|consent)|algemene toestemming)\)",),
        value="general",
    ),
    Plain(
        "subprocessors.flow_down",
        ("zelfde", "dezelfde"),
        (
            rf"{_OPENS}(?:de)?zelfde (?:verplichtingen|plichten|afspraken|eisen|regels) (?:\w+ )?(?:opleggen aan|voor|gelden voor|doorleggen aan)[^.;]{{0,12}}SUBPROCESSOR",
        ),
    ),
    Plain(
        "transfers.rule",
        ("buiten de", "buiten eer", "buiten eu"),
        (
            r"\bgegevens (?:worden|gaan|komen|blijven) (?:\w+ )?niet (?:naar )?buiten (?:de )?(?:europese unie|eu|eer|europese economische ruimte)\b[^.;]{0,12}$|"
            r"\bgegevens (?:worden|gaan|komen) (?:\w+ )?niet (?:naar )?buiten (?:de )?(?:europese unie|eu|eer|europese economische ruimte) (?:gebracht|opgeslagen|verwerkt|verplaatst)[\W]*$",
        ),
        value="not_outside_eea",
    ),
    Plain(
        "transfers.region",
        ("buiten de europese unie", "buiten de eu", "buiten eu"),
        (r"\bgegevens (?:worden|gaan|komen|blijven) (?:\w+ )?niet (?:naar )?buiten (?:de )?(?:europese unie|eu)\b",),
        value="EU",
    ),
    Plain(
        "requests.costs",
        ("uurtarief", "kost niets", "kost niks", "kosteloos", "gratis"),
        (r"(?:{rights})[^.;]{0,30}\((?:tegen (?:het |ons )?uurtarief|op nacalculatie|tegen betaling)\)",),
        value="controller",
    ),
    Plain(
        "requests.costs",
        ("kost niets", "kost niks", "kosteloos", "gratis"),
        (
            r"^\W*(?:dat|dit|die hulp) (?:is gratis|kost (?:CONTROLLER )?(?:niets|niks))\b|\bverzoek\w*\b[^.;]{0,60}\b(?:kosteloos|gratis) (?:mee|meewerken)|\bverzoek\w*\b[^.;]{0,60}\bmeewerken (?:kosteloos|gratis)",
        ),
        value="processor",
        unless=(r"{audit}", r"{breach}", r"{dpia}"),
    ),
    Plain(
        "end.certificate",
        ("verklaring", "bevestig", "bewijs"),
        (
            r"(?:{delete})[^.;]{0,40}(?:\+|\ben\b) (?:een |daarvan een )?(?:schriftelijke )?(?:verklaring|bevestiging|bewijs) (?:sturen|geven|mailen|afgeven)",
        ),
    ),
    Plain(
        "liability.insurance",
        ("verzekering", "verzekerd"),
        (
            r"\b(?:hiervoor|daarvoor|voor deze schade) (?:is|heeft PROCESSOR|hebben PROCESSOR) (?:een )?(?:\w*verzekering )?(?:afgesloten|verzekerd)\b|\bhiervoor is een verzekering\b",
        ),
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "term.lasts",
        ("gelijk met", "gelijk aan", "zolang", "even lang"),
        (
            r"\b(?:looptijd|duur|overeenkomst|afspraken)\b[^.;]{0,20}\b(?:gelijk (?:met|aan)|even lang als|zolang)\b[^.;]{0,12}\b(?:offerte|opdracht|order|hoofdovereenkomst|\w*contract|\w*overeenkomst|abonnement)\b",
        ),
        value="main_agreement",
        unless=(r"{secrecy}", r"{breach}", r"{delete}"),
    ),
    Plain(
        "term.precedence",
        ("gaat", "geldt"),
        (
            r"\bbij (?:strijd|verschil|tegenstrijdigheid|conflict) met (?:de |het )?(?:offerte|opdracht|order|hoofdovereenkomst|contract|\w+overeenkomst|algemene voorwaarden)\b[^.;]{0,12}\b(?:gaat|gaan|geldt|gelden)\b[^.;]{0,12}\b(?:deze|dit)\b[^.;]{0,30}\b(?:voor|voorgaan)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.amendment_notice",
        ("opzegtermijn", "aankondig"),
        (
            r"\bPROCESSOR (?:mag|kan)\b[^.;]{0,30}\b(?:overeenkomst|afspraken|voorwaarden)\b[^.;]{0,12}\b(?:wijzigen|aanpassen)\b[^.;]{0,20}\b(?:opzegtermijn|aankondig\w*|van tevoren|vooraf)\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "term.amendment",
        ("opzegtermijn", "aankondig"),
        (
            r"\bPROCESSOR (?:mag|kan)\b[^.;]{0,30}\b(?:overeenkomst|afspraken|voorwaarden)\b[^.;]{0,12}\b(?:wijzigen|aanpassen)\b[^.;]{0,20}\b(?:opzegtermijn|aankondig\w*|van tevoren|vooraf)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "audit.right",
        ("meewerken aan",),
        (rf"{_OPENS}meewerken aan (?:een )?(?:audits?|controles?|inspecties?)\b",),
        unless=(r"\b(?:niet|geen)\b",),
    ),
)
