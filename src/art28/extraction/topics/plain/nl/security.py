"""Turns of Dutch on security measures, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

_SECURITY = r"beveilig|veilig|maatregel"

TURNS: tuple[Plain, ...] = (
    Plain(
        "security.measures_change",
        ("behoudt zich het recht", "houdt zich het recht", "momentopname"),
        (
            r"\b(?:houdt|houden|behoudt|behouden) zich het recht voor\b[^.;]{0,40}\b(?:beveiliging|maatregelen)\b[^.;]{0,20}\bte (?:wijzigen|veranderen|vervangen|herzien)\b|"
            r"\b(?:maatregelen|beveiliging)\b[^.;]{0,20}\bmomentopname\b",
        ),
        value="processor_alone",
        unless=(r"\b(?:bericht|meldt|melden|mits hij|in kennis|op de hoogte)\b",),
    ),
    Plain(
        "security.measures_change",
        ("zonder", "pas nadat", "niet dan nadat"),
        (
            r"\bzonder (?:\w+ )?(?:akkoord|instemming|toestemming|goedvinden) van CONTROLLER\b[^.;]{0,40}\b(?:maatregelen|beveiliging)\b[^.;]{0,30}\bgeen (?:verandering\w*|wijziging\w*|aanpassing\w*)\b|"
            r"\b(?:aanpassing|wijziging|vervanging)\w* (?:van|in) (?:de )?(?:\w+ )?\w*(?:maatregelen|beveiliging)\b[^.;]{0,40}\b(?:pas|niet dan) (?:nadat|na)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,40}\b(?:ingestemd|akkoord|goedgekeurd|toegestemd)\b",
        ),
        value="mutual",
    ),
    Plain(
        "security.measures_change",
        ("nieuwe bijlage", "bijgewerkte bijlage"),
        (
            r"\b(?:maatregelen|beveiliging)\b[^.;]{0,20}\bactueel\b[^.;]{0,20}\b(?:stuurt|sturen|zendt|verstrekt)\b[^.;]{0,60}\b(?:nieuwe|bijgewerkte) (?:bijlage|versie|lijst)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "security.measures_change",
        ("verslechtering", "verlaging", "afzwakking", "vermindering", "verzwakking"),
        (
            r"\b(?:verslechtering|verlaging|afzwakking|vermindering|verzwakking)\b[^.;]{0,40}\b(?:alleen|slechts|pas|uitsluitend|enkel)\b[^.;]{0,40}\b(?:CONTROLLER\b[^.;]{0,40}\b(?:akkoord|instemt|ingestemd|goedvindt)|(?:instemming|akkoord|toestemming|goedkeuring) van CONTROLLER)\b",
        ),
        value="mutual",
        after=r"{measures}",
    ),
    Plain(
        "security.periodic_review",
        ("kwartaal", "half", "maand", "tweemaal", "twee keer"),
        (
            r"\b(?:elk|ieder|per) (?:kwartaal|half ?jaar|maand)\b|\b(?:half-?jaarlijkse?|(?:twee|drie|vier)(?:maal| keer) per jaar)\b",
            r"\b(?:loopt|lopen)\b[^.;]{0,60}\bna\b|\btests?\b|\btesten\b|\bcontrole(?:ert|ren|s)?\b|\btoets\w*|\bnagelopen\b|\bherstelproe(?:f|ven)\b",
        ),
        under=_SECURITY,
        unless=(r"\bCONTROLLER (?:mag|kan)\b", r"{staff} … \b(?:training|opleiding)"),
    ),
    Plain(
        "security.measures_change",
        ("zelf welke", "zelf de middelen", "zelf de maatregelen"),
        (r"\bPROCESSOR (?:kiest|kiezen|bepaalt|bepalen) zelf (?:welke|de) (?:\w+ )?(?:middelen|maatregelen)\b",),
        value="processor_alone",
        under=r"beveilig|veilig|maatregel",
    ),
    Plain(
        "security.measures_described",
        ("opsomming", "staat beschreven", "is beschreven"),
        (
            r"\bbijlage\b[^.;]{0,12}\b(?:geeft|bevat) een (?:opsomming|overzicht|beschrijving) van\b[^.;]{0,40}\b(?:beveilig|bescherm)\w*|\bhoe PROCESSOR\b[^.;]{0,90}\b(?:beveiligt|beschermt|beveiligen|beschermen)\b[^.;]{0,12}\b(?:staat|is) beschreven in (?:de )?bijlage\b",
        ),
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
)
