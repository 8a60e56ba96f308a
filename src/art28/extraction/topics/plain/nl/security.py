"""Turns of Dutch on security measures, as speech.py reads them."""

from art28.extraction.topics.plain.nl.words import A_BREACH
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
    Plain(
        "security.periodic_review",
        ("jaar", "kwartaal", "maand", "regelmatig", "periodiek", "geregeld"),
        (
            r"{regularly}|\b(?:twee|drie|vier|een|één|2|3|4) ?(?:keer|maal) (?:per|in het|in een|in de) (?:\w+ )?jaar\b|\b(?:elk|ieder|om het) (?:half ?)?(?:jaar|kwartaal)\b|\b(?:half)?jaarlijks\w*\b|\bgeregeld\b",
            r"\b(?:bekeken|bekijkt|nagegaan|nagelopen|na of|lopen\b[^.;]{0,40}\bna|doorgelicht|gekeken|kijk(?:t|en)\b[^.;]{0,20}\bof|onderzocht|toets\w*|getoetst|beoordeel\w*|beoordeling|evalu\w*|geëvalueerd|controle\w*|gecontroleerd|test\w*|getest|herzien)\b",
            r"\b(?:werking|werk(?:en|t)|effectie\w*|doeltreffend\w*|voldoe\w*|actueel|toereikend|doen wat|nog goed|passend|afdoende)\b",
            r"\b(?:\w*maatregel\w*|beveiliging\w*|procedures?|\w*beleid|security\w*)\b",
        ),
        unless=(
            r"SUBPROCESSOR",
            r"\bCONTROLLER\b[^.;]{0,30}\b(?:mag|kan|recht|gerechtigd|evalueert)\b",
            r"\b(?:training|opleiding)\b",
        ),
    ),
    Plain(
        "security.measures_change",
        ("maatregel", "beveiliging"),
        (
            r"\b\w*maatregel\w*|\bbeveiliging\w*",
            r"{change}|\b(?:verander\w+|wijzig\w+|aanpassing\w*|verlag\w+)\b",
            r"\b(?:eens (?:zijn|worden|te zijn)|overeenstemming|overeengekomen|gezamenlijk|instemming|toestemming|akkoord|goedkeuring|goedvinden)\b",
            r"\bCONTROLLER\b|\bpartijen\b",
        ),
        value="mutual",
        unless=(
            r"\b(?:geen|niet|zonder)\b",
            r"SUBPROCESSOR",
            r"{inform}",
            r"{an_instruction}",
            r"{audit}",
            A_BREACH,
            r"\b(?:verwerkers)?overeenkomst (?:kan|mag|wordt)\b",
        ),
    ),
    Plain(
        "security.measures_change",
        ("maatregel",),
        (
            r"\b(?:vervang\w*|pas\b|past|passen|wijzig\w*|verander\w*|vernieuw\w*|aan te passen|aanpassen)\b[^.;]{0,40}\b\w*maatregel\w*|\b\w*maatregel\w*\b[^.;]{0,40}\b(?:vervang\w*|aan ?(?:te )?pas\w*|wijzig\w*|verander\w*|vernieuw\w*)\b",
            r"\bPROCESSOR\b",
            r"\b(?:niveau|(?:nooit|niet) minder|niet (?:lager|omlaag)|gelijk\w*|ten minste|beter\w*|even (?:goed|veilig)|mits)\b",
        ),
        value="processor_alone",
        unless=(
            r"{inform}",
            r"{consent}",
            r"\bakkoord\b",
            r"\bCONTROLLER (?:mag|kan|wijzigt)\b",
            r"SUBPROCESSOR",
            r"\bniet zonder\b",
        ),
    ),
    Plain(
        "security.measures_change",
        ("aanpassing", "wijziging", "verander", "vernieuw"),
        (
            r"\b(?:aanpassing|wijziging|verandering|vernieuwing)\w*\b",
            r"\bCONTROLLER\b",
            r"{inform}|\b(?:hoort|verneemt|krijgt|ontvangt|weet)\b",
        ),
        value="processor_with_notice",
        under=r"beveilig|veilig|maatregel|technische",
        after=r"\b\w*maatregel\w*",
        unless=(
            r"{consent}",
            r"\bakkoord\b",
            r"\b(?:niet|geen)\b",
            r"SUBPROCESSOR",
            A_BREACH,
            r"\bCONTROLLER (?:meldt|informeert|stelt)\b",
            r"\b(?:\w*overeenkomst|voorwaarden|tekst|tarieven)\b",
        ),
    ),
    Plain(
        "security.effectiveness_disclaimed",
        ("garan", "belo", "toezeg", "instaan", "waarborg", "zekerheid", "uitsluiten", "uitgesloten"),
        (
            r"\b(?:kan|kunnen|ge(?:eft|ven)|bied(?:t|en)|is|zijn|sta(?:at|an))\b",
            r"\b(?:niet|geen|nooit|nimmer)\b",
            r"\b(?:garan\w+|belo\w+|toezeg\w*|toe te zeggen|in(?:staan)?|waarborgen|zekerheid|uitsluiten|uit te sluiten|uitgesloten)\b",
            r"\b(?:(?:volledige|volkomen|absolute|totale|honderd procent|100%|waterdichte) (?:beveiliging|veiligheid|bescherming)|(?:beveiliging|veiligheid|maatregelen)\b[^.;]{0,40}\b(?:ieder\w*|elke?|alle|nooit|steeds|altijd|voorkom\w*|uitsluit\w*|onder alle)|(?:ieder|elk|alle) (?:\w*lek\w*|inbreuk\w*|incident\w*|aanval\w*))\b",
        ),
        unless=(
            r"\bSUBPROCESSOR\b",
            r"\b(?:beschikbaar\w*|datum|tijdig|levering)\b",
            r"\bCONTROLLER (?:garandeert|waarborgt|kan niet)\b",
        ),
    ),
)
