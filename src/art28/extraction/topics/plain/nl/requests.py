"""Turns of Dutch on requests of data subjects, as speech.py reads them."""

from art28.extraction.topics.plain.nl.words import A_BREACH, CONTROLLER_PAYS, FREE, PROCESSOR_PAYS
from art28.extraction.topics.plain.plain import PERIOD, Plain

_REQUESTS = r"verzoek|rechten|betrokkene|inzage|vragen van|medewerk"

TURNS: tuple[Plain, ...] = (
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
        "requests.handling",
        (
            "gaat dat verzoek naar",
            "gaat het verzoek naar",
            "voor aan",
            "neer",
            "moeten zijn",
            "belanden",
        ),
        (
            r"\bverzoek\w*\b[^.;]{0,160}, dan gaat (?:dat|het|dit) (?:verzoek )?(?:meteen |direct |ongelezen )?naar CONTROLLER\b|"
            r"\bverzoeken\b[^.;]{0,140}\bPROCESSOR (?:binnenkomen|ontvangt|bereiken|krijgt)\b[^.;]{0,12}\bleg(?:t|gen)\b[^.;]{0,40}\bvoor aan CONTROLLER\b|"
            r"\b(?:vraagt|vragen)\b[^.;]{0,40}\b(?:inzage|verbetering|verwijdering|gegevens)\b[^.;]{0,60}\bPROCESSOR (?:die|deze|de) vraag\b[^.;]{0,12}\bbij CONTROLLER neer\b|"
            r"\bverzoek\w*\b[^.;]{0,60}\b(?:belanden|komen terecht) bij CONTROLLER\b|"
            r"\bverzoek\w*\b[^.;]{0,60}\b(?:krijgen|krijgt) te horen\b[^.;]{0,20}\bbij CONTROLLER moet(?:en)? zijn\b",
        ),
        value="forward",
        unless=(r"\boffert\w*", r"{breach}"),
    ),
    Plain(
        "requests.costs",
        ("hoort bij de prijs", "hoort bij de vergoeding", "valt onder de prijs", "valt binnen de vergoeding"),
        (r"^[\W\d]*(?:dat|dit|deze hulp) (?:hoort bij|valt (?:onder|binnen)) de (?:prijs|vergoeding)\b",),
        value="processor",
        after=r"{rights}|\bverzoeken?\b|\bvra(?:ag|gen)\b",
        unless=(r"{audit}", r"{breach}"),
    ),
    Plain(
        "requests.handling",
        ("verwezen naar", "naar"),
        (
            r"\bverzoek\w*\b[^.;]{0,90}\bword(?:t|en) (?:door)?verwezen naar\b[^.;]{0,60}\bvan CONTROLLER\b|"
            r"\bverzoek\w*\b[^.;]{0,60}\b(?:inzage|verwijdering|correctie|betrokkene)\b[^.;]{0,20}\bgaat\b[^.;]{0,30}\bnaar CONTROLLER\b",
        ),
        value="forward",
        unless=(r"{breach}", r"\boffert\w*"),
    ),
    Plain(
        "requests.assist",
        ("beantwoord", "antwoord"),
        (
            r"\b(?:levert|verstrekt|verschaft|geeft) (?:PROCESSOR )?de voor de (?:beantwoording|afhandeling)\b[^.;]{0,40}\b(?:benodigde|nodige)\b|"
            r"\b(?:gegevens|informatie) die CONTROLLER voor (?:het|de) (?:antwoord|beantwoording)\b[^.;]{0,60}\bnodig\b[^.;]{0,20}\b(?:zoekt|levert|geeft|verstrekt) PROCESSOR\b",
        ),
    ),
    Plain(
        "requests.assist",
        ("rekenen", "niet zelf", "nodig"),
        (
            r"\bop (?:\w+ )?(?:medewerking|hulp|steun|bijstand) van PROCESSOR (?:kunnen |mogen )?rekenen\b|"
            r"\bverzoek\w*\b[^.;]{0,30}\bniet zelf\b[^.;]{0,40}\bdan doe(?:t|n) PROCESSOR (?:dat|het)\b|"
            r"\bvoor (?:het|een|zijn|haar) antwoord\b[^.;]{0,60}\bnodig\b[^.;]{0,20}\b(?:levert|verstrekt|geeft|verschaft) PROCESSOR\b",
            r"\bverzoek\w*|{rights}",
        ),
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("ontvangt", "krijgt"),
        (
            r"^[\W\d]*(?:de |het )?(?:\w+ )?voor (?:het|een|de) (?:antwoord|beantwoording|afhandeling) (?:benodigde|nodige|noodzakelijke) \w+ (?:ontvangt|krijgt) CONTROLLER binnen\b",
        ),
        value=PERIOD,
        under=_REQUESTS,
    ),
    Plain(
        "requests.assist",
        ("antwoord", "niet zelf"),
        (
            r"\bvoor (?:het|een|zijn|haar) antwoord\b[^.;]{0,90}\bnodig\b[^.;]{0,60}\bdan (?:levert|verstrekt|geeft|verschaft|zoekt) PROCESSOR\b|"
            r"\bniet zelf aan (?:een|het) verzoek\b[^.;]{0,20}\bvoldoen\b[^.;]{0,20}\bdan \w+ PROCESSOR\b",
        ),
        under=r"verzoek|rechten|betrokkene|inzage|vragen van",
    ),
    *(
        Plain(
            key,
            ("van PROCESSOR",),
            (
                r"\bCONTROLLER (?:krijgt|ontvangt) van PROCESSOR\b[^.;]{0,60}\bnodig\b[^.;]{0,20}\b(?:om te|voor het) (?:antwoord\w*|reageren|voldoen)\b",
            ),
            value=value,
            under=_REQUESTS,
        )
        for key, value in (("requests.assist", True), ("requests.deadline", PERIOD))
    ),
    Plain(
        "requests.assist",
        ("samen met", "beantwoord", "reageren", "verschaft"),
        (
            r"\bweten wat CONTROLLER\b[^.;]{0,20}\b(?:bewaart|heeft|vastlegt)\b[^.;]{0,20}, dan\b[^.;]{0,40}\bsamen met CONTROLLER\b|"
            r"\bom CONTROLLER in staat te stellen\b[^.;]{0,40}\bbetrokkenen\b[^.;]{0,30}\bverscha(?:ft|ffen) PROCESSOR\b",
        ),
        after=r"{rights}|\bbetrokkenen?\b|{data}|\bbewaart\b",
    ),
    Plain(
        "requests.handling",
        ("door",),
        (
            r"\b(?:mailt|schrijft|belt|benadert) een (?:\w+ )?(?:CONTROLLER|klant|betrokkene|leerling|patiënt|cliënt|inwoner|medewerker|deelnemer) (?:van CONTROLLER )?PROCESSOR\b[^.;]{0,40}\b(?:stuurt|sturen|zendt|geeft) PROCESSOR\b[^.;]{0,40}\bdoor\b",
        ),
        value="forward",
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("krijgt", "heeft", "binnen"),
        (
            r"\bdie (?:daarvoor|hiervoor)\b[^.;]{0,30}\b(?:krijgt|heeft)\b|\bdo(?:et|en) dat binnen\b[^.;]{0,40}\b(?:nadat|na)\b",
            r"{assist}",
            r"{rights}",
        ),
        value=PERIOD,
        unless=(r"{breach}", r"{audit}"),
    ),
    # A person's request that reaches PROCESSOR goes to CONTROLLER, whatever carries it there.
    Plain(
        "requests.handling",
        ("CONTROLLER", "daarheen"),
        (
            r"\bPROCESSOR\b",
            r"\b(?:ga(?:at|an)|kom(?:t|en)|beland\w*|word(?:t|en)|zet(?:ten)?|draagt|overdra\w*|over te dragen|leidt|doorgeleid|stuurt|sturen|mailen|geeft|geven|verwe\w+|moet|laat|laten|legt|leggen)\b[^.;]{0,60}\b(?:naar|aan|bij|over aan|tot|op het bureau van|in handen van) CONTROLLER\b|"
            r"\b(?:aan|naar|bij) CONTROLLER (?:\w+ ){0,3}?(?:over ?(?:te )?(?:ge)?dra\w+|door\w+|verwezen|gestuurd|voorgelegd|afgegeven|zijn)\b|\bdaarheen\b",
            r"\b(?:verzoek\w*|bericht\w*|vra(?:ag|gen)|mail|mailtje|betrokkene\w*|iemand|deze|die|hij)\b",
        ),
        value="forward",
        after=r"\b(?:verzoek\w* van (?:een )?betrokkene|betrokkenen?)\b|{rights}|\biemand\b[^.;]{0,60}\bgegevens\b",
        under=r"verzoek|rechten|betrokkene|inzage|vragen|^$|verplicht|bijstand|medewerking|ondersteun|hulp|verwerk",
        unless=(
            A_BREACH,
            r"{audit}",
            r"{dpia}",
            r"{authority}",
            r"SUBPROCESSOR",
            r"\bklacht over PROCESSOR\b",
            r"\bCONTROLLER (?:stuurt|zendt|geeft|verwijst)\b",
            r"{delete} … {end_of_agreement}",
            r"\b(?:niet|nooit) (?:\w+ )?(?:door|doorge\w+|verwezen|overgedragen)\b",
            r"\bvertegenwoordig\w*",
        ),
    ),
    # What PROCESSOR gives or does so that CONTROLLER can answer a person.
    Plain(
        "requests.assist",
        ("nodig", "antwoord", "beroep"),
        (
            r"\bPROCESSOR\b",
            r"\bCONTROLLER\b|\bantwoord\w*",
            r"\b(?:lever(?:t|en)|verscha(?:ft|ffen)|verstrek(?:t|ken)|do(?:et|en)|ge(?:eft|ven)|bied(?:t|en)|zorg(?:t|en)|help(?:t|en)|beroep|hulp|medewerking)\b",
            r"\b(?:nodig|(?:be)?antwoord\w*|beroep (?:te )?doen op PROCESSOR|beroep op PROCESSOR)\b",
        ),
        after=r"\bbetrokkenen?\b|{rights}|\biemand\b[^.;]{0,60}\bgegevens\b",
        under=r"verzoek|rechten|betrokkene|inzage|vragen|^$|verplicht|bijstand|medewerking|ondersteun|hulp|verwerk",
        unless=(
            A_BREACH,
            r"{audit}",
            r"{dpia}",
            r"\bniet (?:verplicht|gehouden)\b",
            r"SUBPROCESSOR",
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:geen|niet) (?:hulp|medewerking|bijstand)\b|\b(?:niet|nooit) zelf\b|\bantwoordt? (?:PROCESSOR )?niet\b",
            r"\bCONTROLLER (?:levert|verstrekt|verschaft) PROCESSOR\b",
        ),
    ),
    Plain(
        "requests.deadline",
        ("binnen",),
        (
            r"\bbinnen\b[^.;]{0,40}\b(?:\w*dag(?:en)?|week|weken|uur|maand)\b",
            r"\b(?:antwoord\w*|reactie|reage\w+|lever(?:t|en)|verscha(?:ft|ffen)|verstrek(?:t|ken)|ge(?:eft|ven)|gegeven|geleverd|doorge\w+)\b",
            r"\b(?:verzoek\w*|betrokkenen?|bijstand|hulp|vraagt)\b",
            r"\bPROCESSOR\b",
        ),
        value=PERIOD,
        after=r"\bbetrokkenen?\b|{rights}|\bbijstand\b",
        under=r"verzoek|rechten|betrokkene|inzage|vragen|^$|verplicht|bijstand|medewerking|ondersteun|hulp|verwerk",
        unless=(
            A_BREACH,
            r"{audit}",
            r"{delete}",
            r"SUBPROCESSOR",
            r"{end_of_agreement}",
            r"\b(?:een|de) maand na ontvangst\b",
            r"\bCONTROLLER (?:antwoordt|reageert|levert|verstrekt)\b",
            r"\bbezwaar te maken\b",
            r"{costs}",
        ),
    ),
    Plain(
        "requests.costs",
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
        (CONTROLLER_PAYS,),
        value="controller",
        under=r"^(?!.*(?:controle|audit|onderzoek|toezicht)).*(?:verzoek|rechten|betrokkene|inzage|vragen)",
        after=r"\bbetrokkenen?\b|{rights}|\bverzoek\w*",
        unless=(
            FREE,
            PROCESSOR_PAYS,
            r"\b(?:tenzij|behalve|behoudens|voor zover|ontoereikend)\b",
            r"\b(?:schade|boete\w*|aansprakelijk\w*)\b",
            r"{audit}",
            r"\b(?:niet|geen)\b",
            A_BREACH,
        ),
    ),
)
