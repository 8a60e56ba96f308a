"""Turns of Dutch on what binds sub-processors and who answers for them, as speech.py reads them."""

from art28.extraction.topics.plain.nl.words import A_BREACH, ANOTHER, OPENS, OTHERS, SUBS
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.flow_down",
        ("zelfde", "dezelfde"),
        (
            rf"{OPENS}(?:de)?zelfde (?:verplichtingen|plichten|afspraken|eisen|regels) (?:\w+ )?(?:opleggen aan|voor|gelden voor|doorleggen aan)[^.;]{{0,12}}SUBPROCESSOR",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        (
            "niet minder streng",
            "even streng",
            "minstens zo streng",
            "in zijn contracten",
            "in haar contracten",
            "over in",
            "voor hetzelfde",
        ),
        (
            r"\bmet (?:al )?(?:deze|die|ieder\w*|elk\w*|al)\b[^.;]{0,40}\b(?:\w*overeenkomst|contract|afspraken)\b[^.;]{0,20}\b(?:die|dat|waarin)\b[^.;]{0,20}\b(?:niet minder streng|even streng|minstens (?:zo|even) streng)\b|"
            r"\bbepalingen\b[^.;]{0,30}\bneemt PROCESSOR over in\b[^.;]{0,30}\bSUBPROCESSOR\b|"
            r"\bSUBPROCESSOR teken(?:t|en)\b[^.;]{0,20}\bvoor hetzelfde\b",
        ),
        after=r"SUBPROCESSOR|\bbedrijven\b|\bpartijen\b",
    ),
    Plain(
        "subprocessors.flow_down",
        ("dezelfde", "gelijke"),
        (
            r"\b(?:ingeschakelde|deze|die|zulke) (?:ondernemingen|bedrijven|partijen|derden|organisaties)\b[^.;]{0,30}\baan (?:dezelfde|gelijke)\b[^.;]{0,30}\b(?:gebonden|houden)\b",
        ),
        under=SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("alsof",),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,40}\b(?:mis|fout|tekort|verkeerd)\b[^.;]{0,40}\b(?:spreekt CONTROLLER|houdt CONTROLLER|kan CONTROLLER) PROCESSOR\b[^.;]{0,40}\balsof (?:zij|hij|PROCESSOR|deze) (?:het|dat) zelf\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("evenveel bescherming", "dezelfde bescherming", "gelijke bescherming", "minder ver"),
        (
            r"\b\w*(?:overeenkomst|contract)(?:en)?\b[^.;]{0,40}\b(?:evenveel|dezelfde|gelijke) bescherming\b[^.;]{0,30}\bals\b|"
            r"\bgeen (?:verplichting|overeenkomst|contract)\b[^.;]{0,30}\bSUBPROCESSOR\b[^.;]{0,30}\bminder ver\b",
        ),
        after=r"SUBPROCESSOR|\bleveranciers\b",
    ),
    Plain(
        "subprocessors.flow_down",
        ("opgelegd", "bedingt"),
        (
            r"verplichtingen\b[^.;]{0,90}\baan (?:de |iedere |elke |alle )?SUBPROCESSOR (?:worden|wordt) opgelegd\b|"
            r"\bbedingt (?:bij|van) (?:iedere |elke |alle )?SUBPROCESSOR\b[^.;]{0,20}\b(?:hetzelfde|dezelfde)\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("dezelfde", "legt derden", "legt deze derden"),
        (
            r"\bmet (?:hen|hun|ieder van hen|elk van hen|(?:deze|die) (?:bedrijven|partijen|leveranciers))\b[^.;]{0,30}\bdezelfde (?:afspraken|verplichtingen|regels)\b|"
            r"\bPROCESSOR legt (?:deze |die |alle )?(?:derden|partijen|bedrijven|leveranciers) (?:\w+ ){0,2}?(?:verplichtingen|plichten|bepalingen)\b[^.;]{0,60}\bop\b",
        ),
        under=SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aanspreken", "aansprakelijk", "fouten", "gevolgen"),
        (
            r"\b(?:maken|maakt) (?:zij|ze|hij|deze|een van hen|SUBPROCESSOR)\b[^.;]{0,20}\bfout(?:en)?\b[^.;]{0,20}\b(?:mag|kan|kunt?) CONTROLLER PROCESSOR\b[^.;]{0,20}\baanspreken\b|"
            r"\bfouten van (?:de |PROCESSOR )?SUBPROCESSOR\b[^.;]{0,30}\b(?:PROCESSOR (?:eigen )?fouten|voor rekening van PROCESSOR|als fouten van PROCESSOR)\b|"
            r"\bPROCESSOR\b[^.;]{0,90}\bis voor (?:hun|diens) (?:handelen|doen en laten|fouten)\b[^.;]{0,12}\baansprakelijk\b|"
            rf"\bmis bij (?:een|zo'n) {ANOTHER}\b[^.;]{{0,60}}\bPROCESSOR\b[^.;]{{0,40}}\b(?:de gevolgen|verantwoordelijk|aansprakelijk)\b",
        ),
        under=SUBS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("met hen", "met hun", "met deze bedrijven", "met ieder van hen"),
        (
            r"\bPROCESSOR (?:spreekt|spreken) met (?:hen|hun|ieder van hen|(?:deze|die) bedrijven)\b[^.;]{0,20}\baf wat (?:hier|in deze \w+)\b",
        ),
        under=SUBS,
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
        after=rf"{OTHERS}|\been van hen\b",
    ),
    Plain(
        "subprocessors.contracts_inspectable",
        ("kennisnemen", "kennis nemen"),
        (
            r"\bCONTROLLER (?:mag|kan)\b[^.;]{0,12}\b(?:kennisnemen|kennis nemen) van\b[^.;]{0,60}\b(?:afgesproken|overeengekomen|contract\w*|overeenkomst\w*)\b",
            OTHERS,
        ),
    ),
    # What those engaged do or leave undone, laid to PROCESSOR.
    Plain(
        "subprocessors.processor_liable",
        (
            "fout",
            "doen en laten",
            "tekort",
            "handelen",
            "nalaten",
            "nakom",
            "schend",
            "schuld",
            "misgaat",
            "aansprakelijkheid",
        ),
        (
            r"\b(?:fout\w*|doen en (?:na)?laten|tekort\w*|handelen|handelingen|nalaten|nakom\w*|nalev\w*|schend\w*|schuld|mis(?:gaat)?|inschakel\w*|inzet)\b",
            r"\brekent\b[^.;]{0,30}\bPROCESSOR\b[^.;]{0,12}\b(?:aan|toe)\b|\b(?:geld\w*|telt) als (?:een |de )?(?:\w+ )?(?:van|door) PROCESSOR\b|\b(?:sta(?:at|an)|instaan|garant)\b[^.;]{0,40}\b(?:garant|in|borg)\b|\bPROCESSOR\b[^.;]{0,30}\b(?:aan(?:ge)?spr\w+|aan te spreken|aansprakelijk|verantwoordelijk|toegerekend)\b|\b(?:komt?|komen|is|zijn|blijft|blijven) voor (?:rekening|risico|verantwoordelijkheid) van PROCESSOR\b|\bals (?:betrof|was|waren|had)\b[^.;]{0,30}\b(?:eigen|zelf)\b|\baansprakelijkheid van PROCESSOR\b[^.;]{0,30}\b(?:niets|niet|geen)\b[^.;]{0,12}\baf\b",
        ),
        after=OTHERS + r"|\bandere organisaties\b",
        under=SUBS + r"|^$|aansprakelijk|verwerk",
        unless=(
            r"\b(?:niet|geen|nooit) (?:\w+ )?(?:aansprakelijk|verantwoordelijk|in voor)\b",
            r"\bCONTROLLER (?:is|blijft|staat)\b[^.;]{0,20}\b(?:aansprakelijk|verantwoordelijk|in voor)\b",
            r"{audit}",
            A_BREACH,
            r"\baansprakelijkheid\b[^.;]{0,40}\bbeperkt\b",
            r"SUBPROCESSOR (?:is|zijn|blijft|blijven)\b[^.;]{0,40}\b(?:aansprakelijk|verantwoordelijk)\b",
            r"\bsta(?:at|an) CONTROLLER\b|\bCONTROLLER zelf (?:aanwijst|kiest|voorschrijft)\b",
        ),
    ),
    # A contract with those engaged, and what PROCESSOR itself is bound to.
    Plain(
        "subprocessors.flow_down",
        ("contract", "overeenkomst", "schriftelijk", "teken", "afspraken", "gehouden", "verplicht"),
        (
            r"\b(?:contract\w*|\w*overeenkomst\w*|schriftelijk\w*|(?:onder)?teken(?:t|en)|afspraken|vast|vastgelegd)\b",
            r"{same}|\b(?:even ver|net zo|net als|ook|hetzelfde|voortvloei\w*|ten minste|gelijk\w*|die (?:uit|op|voor) (?:\w+ ){0,4}PROCESSOR|op zich heeft genomen)\b",
            r"{duties}|\b(?:wat|hetgeen) PROCESSOR\b|\bgehouden\b|\b(?:deze|dit) (?:\w*overeenkomst|addendum|bijlage)\b",
            r"\bPROCESSOR\b|\b(?:deze|dit) \w*overeenkomst\b",
        ),
        after=OTHERS,
        under=SUBS + r"|^$|verwerk",
        unless=(
            r"\bniet (?:verplicht|gehouden)\b",
            r"\bCONTROLLER (?:mag|kan|heeft het recht|geeft|verleent)\b|\b(?:mag|kan|krijgt) CONTROLLER\b",
            r"{inspect}",
            r"{liable}",
            r"{audit}",
            r"{delete}",
            A_BREACH,
            r"\b(?:toestemming|bezwaar|akkoord|goedkeuring)\b",
            r"{inform}",
            r"\bonder (?:de )?(?:verantwoordelijkheid|zeggenschap)\b",
        ),
    ),
)
