"""Turns of several languages on requests of data subjects, as speech.py reads them."""

from art28.extraction.topics.plain.plain import PERIOD, Plain
from art28.extraction.topics.plain.several.words import FREE, FREE_WORDS

_RIGHTS = r"recht|betroffen|droits|personnes|rights|request|unterstütz|assist"

TURNS: tuple[Plain, ...] = (
    Plain(
        "requests.handling",
        ("stuur", "sturen", "zend", "doorsturen"),
        (
            r"\b(?:stuurt|sturen|zendt|zenden|geeft|geven) (?:PROCESSOR )?(?:dat|die|dit|deze|het|zo'n)? ?(?:vraag |verzoek )?(?:\S+ ){0,4}?(?:door naar CONTROLLER|naar CONTROLLER door|door aan CONTROLLER|aan CONTROLLER door)\b|\bdoorsturen\b",
            r"\b(?:inzage|verwijdering|gewist|verbeterd|gegevens … van hem|verzoek(?:en)?)\b",
        ),
        value="forward",
        under=r"verzoek|vragen van|rechten|betrokkenen|inzage",
    ),
    Plain(
        "requests.assist",
        ("help", "medewerking", "medewerk"),
        (
            r"\bPROCESSOR (?:helpt|helpen)\b|(?<!CONTROLLER.)\b(?:helpt|helpen) PROCESSOR\b|\b(?:verleent|verlenen|verleen) (?:zij |hij |PROCESSOR )?[^.;]{0,60}\bmedewerking\b",
        ),
        under=r"verzoek|vragen van|rechten|betrokkenen|inzage",
        unless=(r"{dpia}", r"{audit}", r"{breach}", r"\b(?:niet|geen)\b"),
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
        "requests.handling",
        ("direct", "refer", "redirect"),
        (
            r"\bPROCESSOR (?:will |shall |must )?(?:promptly )?(?:direct|redirect|refer)s? (?:the |such |that |any )?(?:person|individual|data subject|requester|requestor|them|him or her)\b[^.;]{0,20}\bto (?:the )?CONTROLLER\b",
            r"\brequests?\b|{rights}",
        ),
        value="forward",
    ),
    Plain(
        "requests.costs",
        FREE_WORDS,
        (FREE,),
        value="processor",
        under=_RIGHTS,
    ),
)
