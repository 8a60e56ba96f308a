"""Turns of Dutch paper that an office writes by itself, in everyday words under headings, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_SUBS = (
    r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere bedrijven|onderaannem|help|hulp|leverancier|schakel"
)
_BREACH = r"lek|inbreuk|incident|misga"
_END = r"eind|einde|stop|beëindig|afloop|verwijder|opzeg"
_REQUESTS = r"verzoek|rechten|betrokkene|inzage|vragen van"
_LOST = r"\b(?:raakt|raken)\b[^.;]{0,30}\bgegevens\b[^.;]{0,20}\b(?:zoek|kwijt|op straat)\b|\bgegevens\b[^.;]{0,20}\b(?:zoekgeraakt|kwijtgeraakt|zoek|kwijt|in verkeerde handen)\b"

HOMELY = (
    Plain(
        "breach.clock_starts",
        ("op de hoogte is", "op de hoogte raakt", "op de hoogte kwam"),
        (r"\bnadat (?:PROCESSOR|hij|zij|ze) (?:er|daar|hier)van op de hoogte (?:is|raakt|kwam|is geraakt)\b",),
        value=("awareness",),
        under=_BREACH,
    ),
    Plain(
        "assistance.prior_consultation",
        ("overleg met", "afstemming met"),
        (r"\b(?:overleg|afstemming) met (?:de )?(?:{authority})", r"{assist}", r"{dpia}"),
        unless=(r"{breach}",),
    ),
    Plain(
        "subprocessors.objection",
        ("bezwaar maken",),
        (r"^[\W\d]*(?:je|u) (?:kunt|kan|mag)\b[^.;]{0,50}\bbezwaar maken\b",),
        under=_SUBS,
    ),
    Plain(
        "instructions.infringement_warning",
        ("komt een", "lijkt een"),
        (
            r"\b(?:komt|lijkt) een (?:\w+ )?(?:{an_instruction})[^.;]{0,30}\bPROCESSOR\b[^.;]{0,60}\bdan (?:vraagt|meldt|zegt|waarschuwt|overlegt) PROCESSOR\b",
            r"{infringes}",
        ),
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
        "security.measures_change",
        ("zelf welke", "zelf de middelen", "zelf de maatregelen"),
        (r"\bPROCESSOR (?:kiest|kiezen|bepaalt|bepalen) zelf (?:welke|de) (?:\w+ )?(?:middelen|maatregelen)\b",),
        value="processor_alone",
        under=r"beveilig|veilig|maatregel",
    ),
    Plain(
        "breach.covers",
        ("gegevens",),
        (_LOST, r"\bPROCESSOR\b"),
        value=("personal_data_breach",),
        under=_BREACH,
    ),
    Plain(
        "breach.early_warning",
        ("volgt",),
        (
            r"^[\W\d]*(?:de volgende (?:werk)?dag|daarna|binnen [^.;:]{3,20}|uiterlijk [^.;:]{3,20}) volgt\b[^.;:]{0,20}\b(?:verslag|rapport|rapportage)\b",
        ),
        under=_BREACH,
        after=rf"{{breach}}|{_LOST}|\bmisgegaan\b",
    ),
    Plain(
        "breach.authority_notifier",
        ("maakt uit of", "maken uit of"),
        (r"\bCONTROLLER maakt uit of\b", r"{authority}"),
        value="controller",
    ),
    Plain(
        "breach.register",
        ("lijst", "overzicht", "logboek"),
        (
            r"\bPROCESSOR (?:houdt|houden) (?:een|van [^.;]{3,40} een) (?:lijst|overzicht|logboek)\b[^.;]{0,40}\bbij\b",
            r"\b(?:misgegaan|misgaat|datalekken|lekken|incidenten|inbreuken|datalek)\b",
        ),
        value=("processor",),
        under=_BREACH,
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
        "subprocessors.authorisation",
        ("mee eens",),
        (r"\bCONTROLLER is het (?:daar|hier)mee eens\b|\b(?:daar|hier)mee is CONTROLLER het eens\b",),
        value="general",
        under=_SUBS,
    ),
    Plain(
        "subprocessors.objection",
        ("gronden tegen", "bezwaar tegen", "bezwaren tegen"),
        (r"\bCONTROLLER (?:daar|hier|er)\b[^.;]{0,20}\b(?:gronden|bezwaar|bezwaren) tegen\b",),
        under=_SUBS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("met hen", "met hun", "met deze bedrijven", "met ieder van hen"),
        (
            r"\bPROCESSOR (?:spreekt|spreken) met (?:hen|hun|ieder van hen|(?:deze|die) bedrijven)\b[^.;]{0,20}\baf wat (?:hier|in deze \w+)\b",
        ),
        under=_SUBS,
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
        "liability.insurance",
        ("verzekering",),
        (r"\bPROCESSOR (?:heeft|hebben) een \w*(?:aansprakelijkheids|beroeps|cyber)\w*verzekering\b",),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "liability.fines_on_processor",
        ("verwijt",),
        (r"\bboetes?\b[^.;]{0,90}\b(?:mits|als|indien|voor zover)\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,20}\bverwijt\b",),
        value="if_attributable",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "term.amendment",
        ("pas als", "pas wanneer"),
        (
            r"\bgeld(?:t|en) pas (?:als|wanneer) (?:beiden|beide partijen|partijen)\b[^.;]{0,40}\b(?:op papier|schriftelijk|getekend|ondertekend)\b",
        ),
        value="mutual_written",
    ),
)
"""What such a sentence settles."""
