"""Turns of Dutch clauses on instructions, secrecy, security and sub-processors that say the usual in another order, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.reworded_duties import REWORDED_DUTIES
from art28.extraction.topics.plain.nl.reworded_terms import REWORDED_TERMS
from art28.extraction.topics.plain.plain import PERIOD, Plain

_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere (?:bedrijven|organisaties)|onderaannem|schakel|leverancier"
_OTHERS = r"SUBPROCESSOR|\b(?:derden?|ander(?:e|en) (?:bedrij\w+|organisaties?|partij\w*|leveranciers?)|ingeschakelde \w+|onderaannemers?)\b"
_SECRECY_ALONE = r"^[\W\d]*(?:artikel \d+\W*)?(?:geheimhouding|vertrouwelijkheid|geheimhoudingsplicht)\W*$"
_APPROVED = (
    r"(?:goedgekeurd|goedgevonden|goed (?:heeft )?gevonden|ingestemd|toegestemd|bewilligd|akkoord|toestemming|instemt)"
)
_NEW = r"(?:een|elke|iedere|de) (?:nieuwe|andere) SUBPROCESSOR"

_CLAUSES = (
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
    # Under "Geheimhouding": "De leverancier en zijn medewerkers zijn daartoe verplicht."
    Plain(
        "confidentiality.duty",
        ("daartoe", "hiertoe"),
        (r"\bPROCESSOR\b", r"\b(?:daartoe|hiertoe) (?:verplicht|gehouden)\b"),
        under=_SECRECY_ALONE,
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("daartoe", "hiertoe"),
        (r"{staff}", r"\b(?:daartoe|hiertoe) (?:verplicht|gehouden)\b"),
        under=_SECRECY_ALONE,
        unless=(r"\b(?:niet|geen)\b", r"\bCONTROLLER\b"),
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
            rf"(?:SUBPROCESSOR\b[^.;]{{0,20}}\bniet|\bgeen SUBPROCESSOR)\b[^.;]{{0,30}}\bvoordat CONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
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
        (
            "bericht",
            "e-mail",
            "mail",
            "gemeld",
            "bekendgemaakt",
            "hoort",
            "verneemt",
            "aangekondigd",
            "geïnformeerd",
            "ingelicht",
        ),
        (
            rf"\bhoort CONTROLLER het\b[^.;]{{0,60}}SUBPROCESSOR bij komt|\bCONTROLLER hoort het\b[^.;]{{0,60}}SUBPROCESSOR bij komt|"
            rf"\bvoordat {_NEW}\b[^.;]{{0,40}}\b(?:ontvangt|krijgt?) CONTROLLER\b|"
            r"^[\W\d]*nieuwe SUBPROCESSOR worden\b[^.;]{0,20}\b(?:vooraf|van tevoren)\b[^.;]{0,12}\b(?:gemeld|aangekondigd|bekendgemaakt)\b|"
            r"\b(?:CONTROLLER verneemt|verneemt CONTROLLER) van een wijziging\b|\bwijzigt de lijst, dan krijgt? CONTROLLER\b|"
            r"\been wijziging wordt\b[^.;]{0,40}\bvoordat (?:zij|die|deze|hij) ingaat aangekondigd\b|"
            r"\bover (?:elke|iedere|een) (?:nieuwe|andere) SUBPROCESSOR wordt (?:hij|zij|deze|CONTROLLER)\b[^.;]{0,30}\b(?:geïnformeerd|ingelicht)\b",
        ),
        under=_SUBS,
        unless=(r"{breach}", r"{audit}", r"\b(?:niet|geen)\b"),
    ),
    Plain(
        "subprocessors.change_notice",
        ("gemeld", "aangekondigd", "bekendgemaakt", "hoort", "voordat"),
        (
            r"^[\W\d]*nieuwe SUBPROCESSOR worden\b[^.;]{0,20}\b(?:vooraf|van tevoren)\b[^.;]{0,12}\b(?:gemeld|aangekondigd|bekendgemaakt)\b|"
            r"\bCONTROLLER hoort het\b[^.;]{0,60}SUBPROCESSOR bij komt",
        ),
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
        ("als ware", "alsof", "niet af aan", "onverlet", "aan te spreken", "aanspreekbaar"),
        (
            r"\b(?:schiet een SUBPROCESSOR tekort|SUBPROCESSOR\b[^.;]{0,30}\btekort\w*)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,20}\b(?:aan te spreken|aanspreekbaar)\b|"
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
)
REWORDED = (*_CLAUSES, *REWORDED_DUTIES, *REWORDED_TERMS)
"""What such a clause settles, with those of the other two files."""
