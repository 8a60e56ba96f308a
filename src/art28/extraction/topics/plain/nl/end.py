"""Turns of Dutch on data after the end, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import CONTROLLER_PAYS, FREE, NOT_FREE, PROCESSOR_PAYS
from art28.extraction.topics.plain.plain import PERIOD, Plain

_END = r"export|eind|stop|beëindig|afloop|verwijder|opzeg|teruggave|bewaar"
_GONE = r"(?:gewist|verwijderd|vernietigd|weg)"

TURNS: tuple[Plain, ...] = (
    Plain(
        "end.certificate",
        ("verklaring", "bevestig", "bewijs"),
        (
            r"(?:{delete})[^.;]{0,40}(?:\+|\ben\b) (?:een |daarvan een )?(?:schriftelijke )?(?:verklaring|bevestiging|bewijs) (?:sturen|geven|mailen|afgeven)",
        ),
    ),
    Plain(
        "end.data",
        ("welke van de twee",),
        (r"\bCONTROLLER (?:zegt|bepaalt|kiest|beslist|laat weten)\b[^.;]{0,12}\bwelke van de twee\b",),
        value="controller_chooses",
        after=r"(?:{return}|\bteruggegeven\b)[^.;]{0,20}\bof\b[^.;]{0,20}(?:{delete})",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "end.choice_window",
        ("niets", "nog geen keuze", "blijft een keuze", "blijft de keuze"),
        (
            r"^[\W\d]*(?:hoort PROCESSOR|horen PROCESSOR)\b[^.;]{0,30}\bniets\b[^.;]{0,12}, dan\b[^.;]{0,20}(?:{delete}|\bgooi(?:t|en)\b)|"
            r"\bblijft (?:een|de) keuze\b[^.;]{0,90}\buit\b, dan\b[^.;]{0,40}(?:{delete})",
        ),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.choice_window",
        ("opvragen", "aanvragen", "vragen"),
        (
            r"\b(?:CONTROLLER (?:kan|mag)|(?:kan|mag) CONTROLLER)\b[^.;]{0,20}\b(?:tot|gedurende)\b[^.;]{0,40}\b(?:kopie|exemplaar|export)\b[^.;]{0,110}\b(?:opvragen|aanvragen|vragen)\b",
            r"{data}",
        ),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.deadline",
        ("voldaan",),
        (
            r"\bbinnen\b[^.;]{0,30}\bna\b[^.;]{0,40}\b(?:is|wordt) aan (?:de|die|deze) (?:wens|keuze)\b[^.;]{0,20}\bvoldaan\b",
        ),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.data",
        ("alle resterende", "alle overige", "alle overblijvende"),
        (
            r"\bCONTROLLER geeft PROCESSOR (?:hierbij )?opdracht (?:om )?alle (?:resterende|overige|overblijvende)\b[^.;]{0,160}(?:{delete}|\bverwijderen\b)",
        ),
        value="return_on_request_then_delete",
        after=r"{return}|\bretourneren\b",
    ),
    Plain(
        "end.data",
        ("terug wil", "terug wenst"),
        (
            r"\b(?:zegt?|meldt?) CONTROLLER of\b[^.;]{0,40}\bterug (?:wil|wenst)\b[^.;]{0,12}\bof\b[^.;]{0,40}\b(?:weg|gewist|vernietigd|verwijderd)\b",
        ),
        value="controller_chooses",
        under=_END,
    ),
    Plain(
        "end.choice_window",
        ("lang", "exportfunctie", "downloadfunctie"),
        (
            r"\b(?:kan|mag|kunt?) CONTROLLER\b[^.;]{0,40}\b(?:dagen|weken|maanden|maand) lang\b[^.;]{0,60}\b(?:export\w*|download\w*|ophalen|opvragen)\b|"
            r"\btot\b[^.;]{0,40}\bna\b[^.;]{0,40}\b(?:export|download)functie\b[^.;]{0,40}\bbeschikbaar\b|"
            r"\b(?:export|download)functie\b[^.;]{0,60}\b(?:nog|tot|gedurende)\b[^.;]{0,40}\bbeschikbaar\b",
        ),
        value=PERIOD,
        under=_END,
        unless=(r"\btijdens\b",),
    ),
    Plain(
        "end.deadline",
        ("daarna", "ruim"),
        (
            rf"\b(?:dagen|weken|maanden|maand) daarna\b[^.;]{{0,40}}\b{_GONE}\b|"
            r"\bruim(?:t|en) PROCESSOR\b[^.;]{0,60}(?:{data})[^.;]{0,20}\bop\b",
        ),
        value=PERIOD,
        under=_END,
        strength=Strength.PASSING,
    ),
    Plain(
        "end.choice_window",
        ("in de gelegenheid", "de tijd"),
        (
            r"\bstelt PROCESSOR CONTROLLER\b[^.;]{0,30}\bin de gelegenheid\b[^.;]{0,90}\b(?:export\w*|download\w*|kopi\w*|veilig te stellen)|"
            r"\bCONTROLLER (?:krijgt|heeft)\b[^.;]{0,40}\bde tijd om\b[^.;]{0,80}\b(?:export\w*|download\w*|veilig te stellen|over te zetten|op te halen)",
        ),
        value=PERIOD,
        under=_END + r"|bewar|vernietig",
    ),
    Plain(
        "end.certificate",
        ("bevestiging", "bericht", "mail", "weten"),
        (
            r"\bbevestiging\b[^.;]{0,20}\bdan (?:stuurt|sturen|geeft|geven|krijgt?) (?:PROCESSOR|CONTROLLER) die\b|"
            r"\bvan (?:het (?:wissen|verwijderen|vernietigen)|de (?:verwijdering|vernietiging|wissing))\b[^.;]{0,30}\b(?:ontvangt|krijgt?) CONTROLLER\b[^.;]{0,30}\b(?:bericht|bevestiging|verklaring|mail)\b|"
            rf"\b(?:gegevens|alles) {_GONE} (?:is|zijn)\b[^.;]{{0,12}}\b(?:krijgt?|hoort?|ontvangt) CONTROLLER\b[^.;]{{0,40}}\b(?:mail|bericht|bevestiging)\b|"
            rf"\bPROCESSOR (?:laat|laten) CONTROLLER weten (?:wanneer|dat|zodra|als)\b[^.;]{{0,40}}\b{_GONE}\b",
        ),
        under=_END,
        after=r"{delete}|\bgewist\b|\bweg\b",
    ),
    Plain(
        "end.data",
        ("daarna",),
        (r"\bdaarna (?:vernietig(?:t|en)|wist|wissen|verwijder(?:t|en)) PROCESSOR\b",),
        value="return_then_delete",
        under=_END,
        after=r"\b(?:krijgt|ontvangt) CONTROLLER\b[^.;]{0,90}\bgegevens\b",
        unless=(r"\b(?:verzoek|keuze)\b",),
    ),
    Plain(
        "end.certificate",
        ("is gebeurd",),
        (
            r"\bPROCESSOR\b[^.;]{0,50}\bweten dat (?:dit|dat|het) is gebeurd\b|\bPROCESSOR bevestigt\b[^.;]{0,40}\bdat (?:dit|dat|het) is gebeurd\b",
        ),
        under=_END,
        after=r"{delete}",
    ),
    Plain(
        "end.costs",
        ("inbegrepen",),
        (r"^[\W\d]*(?:dit|dat) (?:is|zit) (?:bij|in) de (?:prijs|vergoeding)\b",),
        value="processor",
        under=_END,
    ),
    Plain(
        "end.legal_retention_exception",
        ("moet bewaren", "moeten bewaren"),
        (
            r"\b(?:met uitzondering van|behalve|uitgezonderd)\b[^.;]{0,40}\b(?:stukken|gegevens|documenten|bescheiden)\b[^.;]{0,60}\bmoet(?:en)? bewaren\b",
        ),
        under=_END,
    ),
    Plain(
        "end.data",
        ("laat", "haalt", "ophalen", "op te halen"),
        (
            r"\bCONTROLLER laat\b[^.;]{0,40}\bweten of\b[^.;]{0,60}\bterug\b[^.;]{0,40}\b(?:of|dan wel)\b[^.;]{0,40}\b(?:weg|gewist|vernietigd|verwijderd|wissen)\b",
            r"{data}",
        ),
        value="controller_chooses",
        under=_END,
        strength=Strength.PASSING,
    ),
    Plain(
        "end.data",
        ("weg", "gewist", "wis"),
        (
            r"^[\W\d]*(?:daarna|vervolgens|dan) (?:gooi(?:t|en)|wis(?:t|sen)|verwijder(?:t|en)|vernietig(?:t|en)) PROCESSOR\b",
        ),
        value="return_on_request_then_delete",
        under=_END,
        after=r"\b(?:op te halen|ophalen|te downloaden|te exporteren)\b|\bkan CONTROLLER om (?:overdracht|teruggave|afgifte)\b[^.;]{0,40}\bvragen\b",
        strength=Strength.PASSING,
    ),
    Plain(
        "end.legal_retention_exception",
        ("verlangt", "eist", "schrijft"),
        (
            r"\b(?:verlangt|eist|schrijft) de wet\b[^.;]{0,60}\b(?:bewa\w+|bewaard blijven)\b[^.;]{0,40}\b(?:hoeft|mag|wist|vernietigt|verwijdert)\b",
        ),
    ),
    Plain(
        "end.certificate",
        ("bevestiging", "verklaart"),
        (
            r"\b(?:als|zodra|wanneer|nadat) (?:alles|de \w*gegevens|ze|dat)\b[^.;]{0,12}\b(?:is|zijn) (?:gewist|verwijderd|vernietigd)\b[^.;]{0,20}\b(?:krijgt|ontvangt) CONTROLLER\b[^.;]{0,30}\bbevestiging\b|"
            r"\bdat (?:de \w*gegevens|alles|ze)\b[^.;]{0,20}\b(?:weg|gewist|verwijderd|vernietigd) (?:is|zijn),? verklaart PROCESSOR\b",
        ),
        under=_END,
    ),
    Plain(
        "end.withheld_until_payment",
        ("facturen", "betalingsachterstand", "achterstand", "rekeningen"),
        (
            r"\b(?:overdracht|teruggave|afgifte)\b[^.;]{0,20}\b(?:nadat|pas als|zodra|eerst nadat) CONTROLLER\b[^.;]{0,40}\b(?:facturen|rekeningen)\b[^.;]{0,20}\b(?:voldaan|betaald)\b|"
            r"\bPROCESSOR mag\b[^.;]{0,40}\b(?:onder zich houden|achterhouden|vasthouden)\b[^.;]{0,12}\bzolang CONTROLLER\b[^.;]{0,40}\b(?:achterstand|betalingsachterstand|facturen|rekeningen)\b",
        ),
    ),
    Plain(
        "end.choice_window",
        ("vraagt", "beschikbaar"),
        (
            r"\b(?:vraagt|verzoekt) (?:zij|hij|CONTROLLER|deze) (?:dat|daarom|daar)\b[^.;]{0,12}\bbinnen\b[^.;]{0,40}\bna (?:afloop|het einde|beëindiging)\b|"
            r"^[\W\d]*gedurende\b[^.;]{0,40}\b(?:na|blijven)\b[^.;]{0,40}\b(?:\w*gegevens|data)\b[^.;]{0,40}\bbeschikbaar (?:om te|voor) (?:exporteren|downloaden|export)\b",
        ),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.deadline",
        ("dagen", "weken", "week", "maand", "jaar"),
        (
            r"\b(?:dagen|weken|week|maand\w*|jaar)\b[^.;]{0,12}\b(?:later|daarna|nadien|(?:na|nadat) (?:\w+ ){0,4}?(?:einde|afloop|beëindig\w*|geëindigd|afgelopen|laatste|opzegg\w*|vertrek|ontbinding|export\w*|exportperiode|periode))\b",
            r"\b(?:gewist|verwijderd|vernietigd|weg|verdwenen|(?:niets|geen)\b[^.;]{0,30}\bmeer|niets meer)\b",
        ),
        value=PERIOD,
        under=r"einde|eind|beëindig|afloop|verwijder|vernietig|wissen|teruggave|stop|duur",
        unless=(
            r"\bback-?up\w*",
            r"{rights}",
            r"SUBPROCESSOR",
            r"\b(?:kan|kunt|kunnen|mag|mogen) CONTROLLER\b|\bCONTROLLER (?:kan|kunt|mag)\b",
            r"\blogbestand\w*|\blogs\b",
            r"\bbewaar(?:t|d|termijn)\b",
        ),
    ),
    Plain(
        "end.costs",
        ("kost", "prijs", "gratis", "inbegrepen", "begrepen", "rekening", "vergoed", "doorbere", "betaalt"),
        (FREE, r"{return}|{delete}|\b(?:overdracht|overdragen|wissen|vernietig\w*)\b"),
        value="processor",
        under=r"einde|eind|beëindig|afloop|verwijder|vernietig|teruggave|duur",
        unless=(NOT_FREE, r"\b(?:schade|aansprakelijk\w*|opzegg?en)\b", r"\bkosteloos (?:opzeg|beëindig)\w*"),
    ),
    Plain(
        "end.costs",
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
        (CONTROLLER_PAYS, r"{return}|{delete}|\b(?:overdracht|overdragen|wissen|vernietig\w*)\b"),
        value="controller",
        under=r"einde|eind|beëindig|afloop|verwijder|vernietig|teruggave|duur",
        unless=(FREE, PROCESSOR_PAYS, r"\b(?:schade|aansprakelijk\w*|facturen|openstaande)\b", r"\b(?:niet|geen)\b"),
    ),
    Plain(
        "end.withheld_until_payment",
        ("factu", "betal", "betaald", "openstaan", "rekeningen", "verschuldigd"),
        (
            r"\b(?:zolang|totdat|tot|pas|eerst|voordat|alvorens|nadat)\b",
            r"\b(?:facturen|factuur|betal\w+|betaald|openstaande?|open heeft|rekeningen|verschuldigd\w*)\b",
            r"\bniet\b[^.;]{0,16}\b(?:af|terug|over|uit|vrij)\b|\b(?:achter|vast|onder zich)(?: te)? ?houd\w*|\b(?:pas|eerst)\b[^.;]{0,40}\b(?:af|terug|over|uit)\b|\bop(?: te )?schort\w*",
            r"{data}|\b(?:afgifte|teruggave|overdracht)\b",
        ),
        under=r"einde|eind|beëindig|afloop|verwijder|teruggave|duur|retour",
        unless=(r"\b(?:geen recht|mag niet|nimmer|niet gerechtigd)\b", r"\bschade\b"),
    ),
)
