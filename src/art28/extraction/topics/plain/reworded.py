"""Turns of Dutch clauses on instructions, sub-processors, breaches, requests and audits that say the usual in another order, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere (?:bedrijven|organisaties)|onderaannem|schakel|leverancier"
_OTHERS = r"SUBPROCESSOR|\b(?:derden?|ander(?:e|en) (?:bedrij\w+|organisaties?|partij\w*|leveranciers?)|ingeschakelde \w+|onderaannemers?)\b"
_BREACH = r"lek|inbreuk|incident|misga|meld"
_AUDIT = r"audit|controle|inspecti|toezicht|nagaan"
_REQUESTS = r"verzoek|rechten|betrokkene|inzage|medewerk"
_APPROVED = (
    r"(?:goedgekeurd|goedgevonden|goed (?:heeft )?gevonden|ingestemd|toegestemd|bewilligd|akkoord|toestemming|instemt)"
)
_NEW = r"(?:een|elke|iedere|de) (?:nieuwe|andere) SUBPROCESSOR"

REWORDED = (
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
        ("aanwijzing", "instructies", "opdracht"),
        (
            r"\b(?:{an_instruction}) van CONTROLLER zijn (?:leidend|bepalend|beslissend|doorslaggevend)\b|"
            r"\b(?:leidend|bepalend|beslissend|doorslaggevend) zijn (?:de )?(?:\w+ )?(?:{an_instruction})[^.;]{0,12}\bCONTROLLER\b|"
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
        "processing.own_purposes",
        ("beschikken", "benutten", "gebruiken", "samenstellen", "aanwenden"),
        (
            r"\b(?:mag|mogen|kan|vergund|toegestaan|vrij)\b",
            r"\bPROCESSOR\b",
            r"\bvoor (?:het verbeteren|de verbetering|onderzoek)\b[^.;]{0,40}\b(?:zijn|haar|hun|PROCESSOR) (?:eigen )?(?:diensten|dienstverlening|producten|software)\b|"
            r"\bonderzoek naar de kwaliteit van (?:zijn|haar|hun) (?:diensten|dienstverlening)\b|\bstatistieken\b[^.;]{0,90}\b(?:zijn|haar|hun) (?:producten|diensten)\b|"
            r"\bonherkenbaar\b[^.;]{0,60}\bte verbeteren\b",
        ),
        unless=(r"\b(?:niet|geen|evenmin|nimmer|nooit)\b", r"\bCONTROLLER (?:mag|kan)\b"),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "processing.own_purposes",
        ("bedoelingen", "beter van", "kwaliteit"),
        (
            r"\b(?:geen (?:eigen )?bedoelingen|niets mee waar PROCESSOR beter van)\b|"
            r"\bvoor onderzoek\b[^.;]{0,60}\b(?:gebruikt|gebruiken|benut|benutten) PROCESSOR\b[^.;]{0,30}\bniet\b",
            r"{data}",
        ),
        value=False,
    ),
    Plain(
        "processing.special_categories",
        ("bijzondere", "gevoelige"),
        (
            r"\b(?:bijzondere|gevoelige) (?:categorieën )?(?:van )?(?:persoons)?gegevens\b[^.;]{0,20}\b(?:alleen|slechts|pas|uitsluitend) (?:worden )?verwerkt\b[^.;]{0,20}\b(?:nadat|als|indien|wanneer)\b[^.;]{0,60}\b(?:overeengekomen|afgesproken)\b|"
            r"\b(?:bijzondere|gevoelige)\b[^.;]{0,40}\bmag CONTROLLER (?:alleen|slechts|pas|uitsluitend)\b[^.;]{0,30}\b(?:als|indien|nadat|wanneer)\b[^.;]{0,40}\b(?:afgesproken|overeengekomen)\b|"
            r"\bbijzondere categorieën\b[^.;]{0,30}: ?niet, tenzij\b[^.;]{0,60}\b(?:afspraken|overeen)",
        ),
        value="excluded_unless_agreed",
    ),
    Plain(
        "confidentiality.duty",
        ("openbaarmaking", "zwijgt over", "aan niemand"),
        (
            r"\bopenbaarmaking van (?:de )?{data}[^.;]{0,20}\bPROCESSOR is (?:uitgesloten|verboden|niet toegestaan)\b|\bPROCESSOR zwijg(?:t|en) over (?:de )?{data}|"
            r"\bPROCESSOR\b[^.;]{0,40}\bma(?:akt|ken) (?:ze|deze|die|hen) aan niemand bekend\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("eist", "verlangt", "overeengekomen", "niemand"),
        (
            r"\bPROCESSOR\b[^.;]{0,60}\bvertrouwelijk\b[^.;]{0,20}\b(?:eist|verlangt) dat (?:ook )?van (?:zijn|haar|hun|diens) (?:medewerkers|personeel|mensen)\b|"
            r"\b(?:alleen|uitsluitend|slechts) (?:personen|medewerkers|mensen) met wie PROCESSOR (?:een )?geheimhouding\w* (?:is|heeft) (?:overeengekomen|afgesproken|gesloten)\b|"
            r"\bPROCESSOR en (?:zijn|haar|diens) (?:personeel|medewerkers)\b[^.;]{0,30}\baan niemand\b",
        ),
    ),
    Plain(
        "security.measures_described",
        ("opsomming", "staat beschreven", "is beschreven"),
        (
            r"\bbijlage\b[^.;]{0,12}\b(?:geeft|bevat) een (?:opsomming|overzicht|beschrijving) van\b[^.;]{0,40}\b(?:beveilig|bescherm)\w*|\bhoe PROCESSOR\b[^.;]{0,90}\b(?:beveiligt|beschermt|beveiligen|beschermen)\b[^.;]{0,12}\b(?:staat|is) beschreven in (?:de )?bijlage\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("geheimhoudingsverklaring",),
        (
            r"{staff}",
            r"\b(?:leg(?:t|gen) een geheimhoudingsverklaring af|een geheimhoudingsverklaring (?:hebben |heeft )?(?:af(?:ge)?leg\w*|(?:onder)?(?:ge)?teken\w*)|tek(?:ent|enen) (?:\w+ ){0,3}een geheimhoudingsverklaring)\b|\b(?:beschikt|beschikken) PROCESSOR over een (?:ge|onder)tekende geheimhoudingsverklaring\b",
        ),
        unless=(r"{audit}", r"\bCONTROLLER (?:laat|verplicht|zorgt)\b|\blaat CONTROLLER\b"),
    ),
    Plain(
        "security.effectiveness_disclaimed",
        ("waterdicht", "garan", "absolute", "volledige"),
        (
            r"\b(?:waterdichte|absolute|volledige) (?:beveiliging|veiligheid)\b[^.;]{0,40}\bniet\b[^.;]{0,20}\b(?:toezeggen|garanderen|beloven|bieden|toegezegd|geven)\b|"
            r"\bgaranties? dat\b[^.;]{0,60}\b(?:nooit|niet) faalt\b[^.;]{0,60}\b(?:niet|geen)\b|"
            r"\bPROCESSOR (?:kan|kunnen) niet garanderen dat\b[^.;]{0,30}\b(?:maatregelen|beveiliging)\b[^.;]{0,60}\b(?:voorkom\w*|uitsluit\w*|verhinder\w*)\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        ("onder de loep", "tegen het licht"),
        (
            r"\b(?:beveiliging|maatregelen)\b[^.;]{0,60}\b(?:op (?:vaste|gezette|geregelde) (?:momenten|tijden|tijdstippen)|periodiek|regelmatig|jaarlijks|geregeld)\b[^.;]{0,20}\b(?:onder de loep|tegen het licht)\b",
        ),
    ),
    Plain(
        "security.measures_change",
        ("vervangen", "aan te passen", "wijzigen"),
        (
            r"\bstaat (?:het )?(?:de )?PROCESSOR vrij\b[^.;]{0,20}\bmaatregelen\b[^.;]{0,40}\b(?:vervangen|aan te passen|te wijzigen)\b",
        ),
        value="processor_alone",
    ),
    Plain(
        "subprocessors.authorisation",
        ("pas", "verboden", "alleen", "per SUBPROCESSOR", "voordat"),
        (
            rf"\bmogen? (?:pas|alleen|slechts)\b[^.;]{{0,90}}\b(?:als|nadat|wanneer) CONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
            rf"\bverboden (?:zolang|tenzij|totdat)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
            rf"\b(?:alleen|slechts|uitsluitend|enkel) (?:\w+ )?SUBPROCESSOR (?:die|met wie|waarmee) CONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
            r"\b(?:per|voor (?:elke|iedere)) SUBPROCESSOR\b[^.;]{0,30}\b(?:akkoord|instemming|toestemming|goedkeuring)\b[^.;]{0,40}\b(?:vereist|nodig|verlangd)\b|"
            rf"\b{_APPROVED} met (?:een |de )?SUBPROCESSOR voordat PROCESSOR\b",
            _OTHERS,
        ),
        value="specific",
        unless=(r"\bbuiten de (?:eer|eu|europese)\b", r"{audit}", r"\b(?:geen|niet) (?:vereist|nodig)\b"),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("vrij in de keuze", "akkoord", "toestemming", "instemming", "goedkeuring"),
        (
            r"\bPROCESSOR is vrij in de keuze van\b[^.;]{0,20}SUBPROCESSOR|"
            r"\bgeen (?:\w+ ){0,2}(?:toestemming|instemming|goedkeuring) (?:van CONTROLLER )?(?:\w+ )?(?:vereist|nodig|benodigd)\b|"
            r"\b(?:toestemming|instemming|goedkeuring) van CONTROLLER\b[^.;]{0,60}\bniet (?:vereist|nodig)\b|"
            r"\bmogen\b[^.;]{0,20}\bingezet\b[^.;]{0,12}\bzonder dat\b[^.;]{0,40}\b(?:akkoord|toestemming|instemming|goedkeuring)\b",
        ),
        value="general",
        after=r"SUBPROCESSOR|\buit(?: te)?besteden\b",
        unless=(r"\b(?:vermeld|genoemd|opgenomen)\w*\b", r"{breach}", r"{audit}", r"\bbuiten de (?:eer|eu)\b"),
        strength=Strength.PASSING,
    ),
    # Under a heading on sub-processors: "De klant geeft algemene toestemming."
    Plain(
        "subprocessors.authorisation",
        ("algemene",),
        (
            r"\bCONTROLLER (?:\w+ )?(?:geeft|verleent)\b[^.;]{0,20}(?:{general_consent})|\b(?:geeft|verleent) CONTROLLER\b[^.;]{0,20}(?:{general_consent})|^[\W\d]*(?:{general_consent})",
        ),
        value="general",
        under=r"SUBPROCESSOR|sub-? ?(?:verwerk|process)|hulpleverancier|onderaannem",
        unless=(r"\b(?:niet|geen|specifieke)\b", r"{secrecy}", r"\bbuiten de (?:eer|eu|europese)\b", r"{audit}"),
        strength=Strength.PASSING,
    ),
    Plain(
        "subprocessors.change_notice",
        ("bericht", "e-mail", "hoort", "verneemt", "aangekondigd", "geïnformeerd", "ingelicht"),
        (
            rf"\bhoort CONTROLLER het\b[^.;]{{0,60}}SUBPROCESSOR bij komt|\bCONTROLLER hoort het\b[^.;]{{0,60}}SUBPROCESSOR bij komt|"
            rf"\bvoordat {_NEW}\b[^.;]{{0,40}}\b(?:ontvangt|krijgt?) CONTROLLER\b|"
            r"\b(?:CONTROLLER verneemt|verneemt CONTROLLER) van een wijziging\b|\bwijzigt de lijst, dan krijgt? CONTROLLER\b|"
            r"\been wijziging wordt\b[^.;]{0,40}\bvoordat (?:zij|die|deze|hij) ingaat aangekondigd\b|"
            r"\bover (?:elke|iedere|een) (?:nieuwe|andere) SUBPROCESSOR wordt (?:hij|zij|deze|CONTROLLER)\b[^.;]{0,30}\b(?:geïnformeerd|ingelicht)\b",
        ),
        under=_SUBS,
        unless=(r"{breach}", r"{audit}", r"\b(?:niet|geen)\b"),
    ),
    Plain(
        "subprocessors.notice_period",
        ("na ", "bij komt"),
        (
            rf"\bniet eens met {_NEW}\b[^.;]{{0,20}}\bhe(?:eft|b|bt) CONTROLLER\b[^.;]{{0,60}}\bom dat\b|\bhe(?:eft|b|bt) CONTROLLER na\b[^.;]{{0,60}}\bom\b[^.;]{{0,40}}SUBPROCESSOR",
        ),
        value=PERIOD,
        under=_SUBS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("daartoe", "waartoe", "keren", "doorgelegd", "door aan", "terug", "belo", "toezeg", "niveau"),
        (
            r"\bwaartoe PROCESSOR\b[^.;]{0,80}\b(?:gehouden|verplicht|verbonden) is\b[^.;]{0,20}\b(?:verbindt|verplicht|houdt)\b[^.;]{0,20}SUBPROCESSOR|"
            r"\b(?:afgesproken|overeengekomen|verplichtingen|afspraken)\w*\b[^.;]{0,20}\bdoorgelegd\b|\blegt\b[^.;]{0,30}\b(?:verplichtingen|afspraken)\b[^.;]{0,12}\bdoor aan\b|"
            r"\b(?:afspraken|verplichtingen|bepalingen|voorwaarden)\b[^.;]{0,50}\bkeren\b[^.;]{0,40}SUBPROCESSOR terug\b|\bkeren terug in\b[^.;]{0,30}SUBPROCESSOR|"
            r"\bwat PROCESSOR\b[^.;]{0,40}\b(?:belooft|toezegt|afspreekt)\b[^.;]{0,50}SUBPROCESSOR (?:beloven|toezeggen|afspreken)\b|"
            r"SUBPROCESSOR\b[^.;]{0,40}\b(?:beschermingsniveau|niveau van bescherming)\b[^.;]{0,30}\b(?:gelijk|gelijkwaardig|hetzelfde)\b",
        ),
        after=r"SUBPROCESSOR",
        unless=(r"{audit}",),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("als ware", "alsof", "niet af aan", "onverlet"),
        (
            r"\bals ware het (?:zijn|haar|een) eigen (?:fout|tekortkoming|handelen)\b|\balsof (?:PROCESSOR|hij|zij|wij) die (?:fout|zelf)\b[^.;]{0,20}\b(?:gemaakt|begaan)\b|"
            r"\b(?:uitbested\w*|inschakel\w*|inzet\w*)\b[^.;]{0,40}\b(?:doet|laat)\b[^.;]{0,20}\b(?:niet af aan|onverlet)\b[^.;]{0,30}\b(?:aansprakelijkheid|verantwoordelijkheid) van PROCESSOR\b|"
            r"\b(?:uitbested\w*|inschakel\w*|inzet\w*)\b[^.;]{0,40}\b(?:doet|laat)\b[^.;]{0,20}\b(?:aansprakelijkheid|verantwoordelijkheid) van PROCESSOR (?:\w+ )?onverlet\b",
        ),
        after=rf"{_OTHERS}|\been van hen\b",
    ),
    Plain(
        "subprocessors.contracts_inspectable",
        ("kennisnemen", "kennis nemen"),
        (
            r"\bCONTROLLER (?:mag|kan)\b[^.;]{0,12}\b(?:kennisnemen|kennis nemen) van\b[^.;]{0,60}\b(?:afgesproken|overeengekomen|contract\w*|overeenkomst\w*)\b",
            _OTHERS,
        ),
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
        ("krijg",),
        (r"\bkrijgt? CONTROLLER van PROCESSOR\b[^.;]{0,30}\b(?:informatie|gegevens|hulp|medewerking)\b", r"{dpia}"),
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
