"""Turns of Dutch clauses on breaches, requests, help and audits that say the usual in another order, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_BREACH = r"lek|inbreuk|incident|misga|meld"
_AUDIT = r"audit|controle|inspecti|toezicht|nagaan"
_REQUESTS = r"verzoek|rechten|betrokkene|inzage|medewerk"

REWORDED_DUTIES = (
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
        "requests.assist",
        ("samen met", "beantwoord", "reageren", "verschaft"),
        (
            r"\bweten wat CONTROLLER\b[^.;]{0,20}\b(?:bewaart|heeft|vastlegt)\b[^.;]{0,20}, dan\b[^.;]{0,40}\bsamen met CONTROLLER\b|"
            r"\bom CONTROLLER in staat te stellen\b[^.;]{0,40}\bbetrokkenen\b[^.;]{0,30}\bverscha(?:ft|ffen) PROCESSOR\b",
        ),
        after=r"{rights}|\bbetrokkenen?\b|{data}|\bbewaart\b",
    ),
    Plain(
        "assistance.dpia",
        ("krijg", "verschaft", "levert", "verstrekt", "geeft"),
        (
            r"\bkrijgt? CONTROLLER van PROCESSOR\b[^.;]{0,30}\b(?:informatie|gegevens|hulp|medewerking)\b|"
            r"\bvoor (?:een|de) (?:{dpia}) (?:verschaft|levert|verstrekt|geeft) PROCESSOR\b[^.;]{0,20}\b(?:informatie|gegevens|inlichtingen)\b",
            r"{dpia}",
        ),
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
    Plain(
        "audit.right",
        ("mag dit", "kan dit", "mag die", "kan die"),
        (r"\bCONTROLLER (?:mag|kan) (?:dit|die|deze)\b[^.;]{0,60}\b(?:laten )?(?:doen|uitvoeren|houden)\b",),
        under=r"^[\W\d]*(?:artikel \d+\W*)?(?:audits?|controles?|inspecties?|toezicht)\W*$",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "audit.auditor",
        ("door CONTROLLER", "door de CONTROLLER"),
        (r"\been door CONTROLLER (?:gekozen|aangewezen|aan te wijzen) derde\b[^.;]{0,20}\b(?:voert|doet|verricht)\b",),
        value="any_third_party",
        under=_AUDIT,
    ),
    Plain(
        "audit.evidence_deadline",
        ("de tijd om",),
        (
            r"\bPROCESSOR heeft\b[^.;]{0,20}\bde tijd om\b[^.;]{0,60}\b(?:bescheiden|stukken|informatie|documenten|gegevens)\b[^.;]{0,20}\b(?:overleggen|leveren|verstrekken)\b",
        ),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "audit.existing_reports_first",
        ("volstaat", "neemt"),
        (
            r"\b(?:assurance\w*|rapport\w*|certifica\w+|verklaring\w*)\b[^.;]{0,40}\b(?:volstaat CONTROLLER|neemt CONTROLLER daar eerst)\b",
        ),
        under=_AUDIT,
    ),
)
"""What such a clause settles."""
