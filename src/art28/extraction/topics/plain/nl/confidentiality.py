"""Turns of Dutch on confidentiality, as speech.py reads them."""

from art28.extraction.topics.plain.nl.words import A_BREACH, OPENS
from art28.extraction.topics.plain.plain import Plain

_KEPT_QUIET = r"(?:{secrecy}|\bzwijgen\b)"
_SECRECY_ALONE = r"^[\W\d]*(?:artikel \d+\W*)?(?:geheimhouding|vertrouwelijkheid|geheimhoudingsplicht)\W*$"

TURNS: tuple[Plain, ...] = (
    Plain(
        "confidentiality.duty",
        ("geheimhouding",),
        (rf"{OPENS}(?:strikte |volledige )?geheimhouding(?=\W*$|,| (?:voor|door|van|ook)\b)",),
        unless=(r"\b(?:geen|niet|zie|paragraaf)\b", r"\b\w+\t"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("geheimhouding",),
        (
            rf"{OPENS}(?:strikte |volledige )?geheimhouding\b[^.;]{{0,20}}\b(?:door|voor|van)\b[^.;]{{0,30}}(?:{{staff}}|\biedereen\b|\bmensen\b)",
        ),
        unless=(r"\b(?:geen|niet)\b",),
    ),
    Plain(
        "confidentiality.duty",
        ("niemand", "binnenskamers", "laat zich", "laten zich"),
        (
            r"\bPROCESSOR (?:vertelt|vertellen|zegt|zeggen) niemand (?:\w+ )?(?:iets|wat)\b[^.;]{0,12}\bover\b[^.;]{0,12}(?:{data})|"
            r"\bPROCESSOR\b[^.;]{0,60}\bblij(?:ft|ven) binnenskamers\b|"
            r"\bPROCESSOR (?:geeft|geven) (?:de )?(?:{data}) aan niemand (?:anders )?(?:door|af|prijs)\b|"
            r"\bPROCESSOR (?:laat|laten) zich\b[^.;]{0,40}\bniet uit over\b[^.;]{0,12}(?:{data})",
        ),
    ),
    Plain(
        "confidentiality.duty",
        ("als bedrijf ook", "ook voor", "zelf ook", "als organisatie ook"),
        (
            r"^[\W\d]*(?:dat|dit|hetzelfde) (?:doet?|doen|geldt|gelden)\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,12}\b(?:als bedrijf |als organisatie |zelf )?ook\b",
        ),
        after=r"{secrecy}",
    ),
    Plain(
        "confidentiality.staff_bound",
        ("deze plicht", "die plicht", "dezelfde plicht", "geheimhouding"),
        (
            r"\bleg(?:t|gen) (?:PROCESSOR )?(?:deze|die|dezelfde) (?:\w*plicht|verplichting) (?:ook |eveneens )?op aan\b|\bleg(?:t|gen) (?:PROCESSOR )?(?:deze|die|dezelfde) (?:\w*plicht|verplichting) (?:ook |eveneens )?aan\b[^.;]{0,90}\bop\b|"
            r"\b(?:deze|die|de) (?:geheimhouding|plicht|\w+plicht)\b[^.;]{0,30}\b(?:strekt|strekken) zich\b[^.;]{0,12}\buit tot\b",
        ),
        after=r"{secrecy}",
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:legt|leggen)\b", r"\b(?:legt|leggen) CONTROLLER\b"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("zwijg", "zwijgen", "geheim", "naar buiten"),
        (
            r"\b(?:in hun (?:\w+ )?contract|in hun arbeidsovereenkomst) staan\b[^.;]{0,30}(?:{secrecy})|"
            r"\bwie (?:bij|voor|namens) PROCESSOR werk(?:t|en)\b[^.;]{0,30}\b(?:beloofd|getekend|toegezegd)\b[^.;]{0,40}\b(?:niets|niet|naar buiten|geheim\w*)\b|"
            r"\bdraag(?:t|en) (?:PROCESSOR )?(?:zijn|haar|hun|PROCESSOR) (?!CONTROLLER)\w+ op\b[^.;]{0,40}(?:{secrecy})|"
            r"\bPROCESSOR (?:verlangt|verlangen|eist|eisen) van\b[^.;]{0,60}\b(?:tekenen|ondertekenen|zwijgen|geheim\w*)\b",
        ),
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:draagt|verlangt|eist)\b"),
    ),
    Plain(
        "confidentiality.duty",
        ("PROCESSOR en", "PROCESSOR zelf", "voor PROCESSOR", "PROCESSOR noch"),
        (
            rf"\bPROCESSOR (?:en|noch) (?:iedereen|ieder|eenieder|al|alle|zijn|haar|hun|PROCESSOR)\b[^.;]{{0,90}}{_KEPT_QUIET}|"
            r"\bPROCESSOR zelf\b[^.;]{0,70}\btot (?:geheimhouding|vertrouwelijkheid) (?:gehouden|verplicht)\b|"
            r"\bPROCESSOR noch\b[^.;]{0,30}\b(?:personeel|medewerkers)\b[^.;]{0,60}\baan (?:anderen|derden) bekend\b",
        ),
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:en|noch)\b"),
    ),
    Plain(
        "confidentiality.duty",
        ("personeel", "medewerkers", "voor"),
        (
            r"^[\W\d]*(?:hij|zij|PROCESSOR), (?:zijn|haar) (?:personeel|medewerkers)\b[^.;]{0,60}(?:{secrecy})|"
            r"\bPROCESSOR houd(?:t|en) (?:alles|wat|hetgeen)\b[^.;]{0,90}\bvoor (?:PROCESSOR|ons|zich)\b",
        ),
        after=r"{secrecy}|{data}|\bte weten kom",
        unless=(r"{breach}",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("contract",),
        (r"\b(?:arbeids)?contract(?:en)?\b[^.;]{0,90}\b(?:zwijgen|geheim\w*|vertrouwelijk\w*)\b",),
        under=r"toegang|geheim|vertrouwelijk|zwijg|wie kan",
        unless=(r"\bCONTROLLER\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "confidentiality.duty",
        ("zelf zwijgt", "zelf zwijgen", "zelf houdt", "zelf houden"),
        (r"\bPROCESSOR zelf (?:zwijg(?:t|en)|houd(?:t|en)\b[^.;]{0,40}\b(?:geheim|vertrouwelijk|voor))",),
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
        "confidentiality.duty",
        ("derden", "anderen", "buitenstaanders"),
        (
            r"^[\W\d]*(?:derden|anderen|buitenstaanders)\b[^.;]{0,20}\b(?:krijgen|komen|hebben)\b[^.;]{0,40}\b(?:niet|niets|geen)\b[^.;]{0,30}\b(?:zien|weten|inzage|toegang)\b",
        ),
        after=r"\bvertrouwelijk\b|{secrecy}",
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:zorgt|mag)\b", A_BREACH),
    ),
    # Access is for those alone who are bound to secrecy.
    Plain(
        "confidentiality.staff_bound",
        ("geheim", "vertrouwelijk", "zwijg"),
        (
            r"\b(?:toegang|inzage|bij (?:de |het )?(?:\w*gegevens)|werk\w*|praten|spreken)\b",
            r"{secrecy}",
            r"\b(?:voorbehouden|pas|alleen|uitsluitend|slechts|nadat|niemand|enkel|moet\w*|wie|iedere?|elke)\b",
            r"\b(?:rust|gebonden|verplicht|getekend|ondertekend|tekenen|teken(?:t|en)|verklaring\w*|beding\w*|beloofd|plicht|geheimhoudingsplicht)\b",
        ),
        under=r"geheim|vertrouw|personeel|medewerk|zwijg|^$|verplichting|beveilig|toegang",
        unless=(
            r"{audit}",
            r"\bauditors?\b",
            r"\bCONTROLLER (?:zorgt|laat|verplicht|moet)\b",
            r"SUBPROCESSOR",
            r"\bniet (?:verplicht|gebonden|gehouden)\b",
        ),
    ),
)
