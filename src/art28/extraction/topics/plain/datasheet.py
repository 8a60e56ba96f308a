"""Reading -> what a data sheet says behind its labels: "Meldtermijn datalek: 24 uur", "Looptijd | gelijk aan de Hoofdovereenkomst".

A label stands before a colon, a question mark, the edge of a cell or a gap of three spaces. What it says gives way to a clause.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from art28.agreement.model import Value
from art28.agreement.passages import Reading, ReadingLine
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.values.durations import durations
from art28.extraction.values.references import MAIN
from art28.extraction.words.statements import lowered

_ENTRY = lasting(
    r"^[\s|*_•·▪–-]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|[a-z][.)]\s+)?(?P<label>[^\W\d_][^:\t|?]{2,75}?)"
    r"[\s*_]*(?::|\?|\t| \| |\s{3,}(?=\S))[\s*_|:]*(?P<said>\S[^\t|]{0,159})$"
)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label by its words, and what is read of the words behind it: values by key."""

    names: re.Pattern[str]
    read: Callable[[str, str], Iterator[tuple[str, Value]]]


def _one_of(key: str, *choices: tuple[Value, str]) -> Callable[[str, str], Iterator[tuple[str, Value]]]:
    """The first of `choices` of which the words stand behind the label."""
    patterns = tuple((value, lasting(words)) for value, words in choices)

    def read(said: str, _label: str) -> Iterator[tuple[str, Value]]:
        found = next((value for value, words in patterns if words.search(said)), None)
        if found is not None:
            yield key, found

    return read


def _period(key: str) -> Callable[[str, str], Iterator[tuple[str, Value]]]:
    """The one period behind the label."""

    def read(said: str, _label: str) -> Iterator[tuple[str, Value]]:
        named = tuple(durations(said))
        if len(named) == 1:
            yield key, named[0].iso

    return read


_CLOCKS = (
    ("discovery", lasting(r"ontdek|vaststel|vastgesteld|discover|entdeck")),
    ("awareness", lasting(r"kennis(?:name|neming)|bekend|bewust|aware|bekanntwerden|connaissance")),
    ("observation", lasting(r"constat|waarnem|geconstateerd")),
)
_AT_ONCE = lasting(r"onverwijld|onmiddellijk|direct|meteen|zo (?:snel|spoedig) mogelijk|immediately|unverzüglich")
_UNDUE = lasting(r"zonder (?:onredelijke|onnodige) vertraging|without undue delay")
# "Meldpunt: 24 uur per dag, 010 555 01 12" says when somebody can be reached.
_REACHED = lasting(r"meldpunt|bereikba|uur per dag|dagelijks|24/7|\d{3}[\d –-]{6,}")
_TO_OTHERS = lasting(r"autoriteit|\bap\b|toezichthouder|authority|betrokkene|autorité|behörde")


_OF_DATA = lasting(r"datalek|persoonsgegevens|personal data|data breach")


def _notice(said: str, label: str) -> Iterator[tuple[str, Value]]:
    if _TO_OTHERS.search(said) or _TO_OTHERS.search(label) or _REACHED.search(f"{label} {said}"):
        return
    named = tuple(durations(said))
    if named:
        yield "breach.deadline", named[0].iso
        yield "breach.wording", "fixed"
        if _OF_DATA.search(label):
            yield "breach.covers", ("personal_data_breach",)
    elif _UNDUE.search(said) or _AT_ONCE.search(said):
        yield "breach.wording", "without_undue_delay" if _UNDUE.search(said) else "immediately"
    clocks = tuple(name for name, words in _CLOCKS if words.search(said))
    if clocks:
        yield "breach.clock_starts", clocks


_CHANNELS = (
    ("phone", lasting(r"telefo|\bbel(?:len)?\b|phone")),
    ("email", lasting(r"e-?mail")),
    ("portal", lasting(r"porta(?:l|al)|meldformulier")),
    ("post", lasting(r"\b(?:per|by) (?:aangetekende )?(?:post|brief)\b")),
)


def _channel(said: str, _label: str) -> Iterator[tuple[str, Value]]:
    found = tuple(name for name, words in _CHANNELS if words.search(said))
    if found:
        yield "breach.channel", found


_YES = r"^(?:ja|yes|toegestaan|oui)\b"
_NO = r"^(?:nee\b|neen\b|no\b|niet (?:toegestaan|van toepassing|mogelijk)|geen\b|n\.?v\.?t|nooit|uitgesloten|verboden|non\b|nein\b)"
_BY_CONTROLLER = r"^(?:(?:door|voor|voor rekening van|ten laste van|is aan|by|borne by|for) )?(?:de |het |the )?CONTROLLER\b(?=[\s.;,*_]*$|,? (?:zelf|tenzij|behalve|draagt|betaalt|doet|pays|bears))"
_BY_PROCESSOR = r"^(?:(?:door|voor|voor rekening van|ten laste van|by|borne by|for) )?(?:de |het |the )?PROCESSOR\b(?=[\s.;,*_]*$|,? (?:zelf|tenzij|behalve|draagt|betaalt|doet|pays|bears))|^(?:geen|gratis|kosteloos|free of charge|none)\b"
_OFTEN = r"jaarlijks|maandelijks|kwartaal|periodiek|regelmatig|doorlopend|per (?:half)?jaar|(?:elke?|ieder[e]?|om de) (?:\w+ )?(?:half ?jaar|jaar|maand|kwartaal)|annual|yearly|quarterly|monthly|per year"


def _once_a(said: str, _label: str) -> Iterator[tuple[str, Value]]:
    if re.search(
        r"\b(?:1|één|een|eens)(?: ?(?:x|keer|maal)|maal)? per (?:kalender)?jaar\b|\bonce (?:a|per) (?:calendar )?year\b|jaarlijks",
        said,
    ):
        yield "audit.max_frequency", "P1Y"
        yield "audit.frequency_basis", "calendar_year" if "kalenderjaar" in said or "calendar" in said else "rolling"


def _region(said: str, _label: str) -> Iterator[tuple[str, Value]]:
    named = tuple(
        region
        for region, words in (
            ("NL", r"\bnederland\b|\bthe netherlands\b"),
            ("EEA", r"\b(?:eer|eea)\b|europese economische ruimte|european economic area"),
            ("EU", r"\beu\b|europese unie|european union"),
        )
        if re.search(words, said)
    )
    if len(named) == 1 and not re.search(r"\b(?:buiten|outside|en|and|of|or)\b", said):
        yield "transfers.region", named[0]
        if re.search(r"^\W*(?:uitsluitend|alleen|enkel|slechts|only|exclusively)\b", said):
            yield "transfers.rule", "not_outside_eea"


_GOES = r"(?:verwijder\w*|vernietig\w*|wis(?:sen|sing|termijn)\b|wistermijn|terugga\w*|teruglever\w*|retour\w*|delet\w+|return|erasure)"
_AT_END = r"(?:einde|afloop|beëindiging|opzegging|termination|end of)"
_LABELS = (
    _Label(
        lasting(
            r"(?:meld(?!punt)\w*|kennisgeving|reactietijd|notif\w+)[^;]{0,40}(?:datalek\w*|inbreuk\w*|incident\w*|breach\w*)|"
            r"(?:datalek\w*|inbreuk\w*|incident\w*|breach)[^;]{0,30}(?:meld\w*|termijn|notif\w+|deadline)"
        ),
        _notice,
    ),
    _Label(
        lasting(r"(?:wijze|kanaal|meldkanaal|manier|hoe)[^;]{0,30}(?:datalek|inbreuk|incident)|meldkanaal|notification channel"),
        _channel,
    ),
    _Label(
        lasting(r"^(?:(?:datalek|incidenten|inbreuken)?register(?: (?:van )?\w+)?|datalek register)$"),
        _one_of("breach.register", (("processor",), r"\bPROCESSOR (?:houdt|houden|heeft|voert|keeps|maintains)\b|^(?:door )?PROCESSOR$")),
    ),
    _Label(
        lasting(r"(?:meld\w*|notif\w+)[^;]{0,40}(?:autoriteit|\bap\b|toezichthouder|authority)"),
        _one_of("breach.authority_notifier", ("controller", _BY_CONTROLLER), ("processor", _BY_PROCESSOR)),
    ),
    _Label(
        lasting(
            r"^(?:looptijd|duur|geldigheidsduur|term|duration)(?: van)?(?: (?:de|deze|this|of this|of the))?(?: (?:verwerkers|bewerkers)?overeenkomst| agreement| dpa)?$"
        ),
        _one_of(
            "term.lasts",
            ("while_processing", r"zolang [^.;]{0,60}(?:verwerk|gegevens)|as long as [^.;]{0,60}(?:process|data)"),
            ("main_agreement", rf"(?:gelijk|zolang|conform|volgt|als|gedurende|dezelfde|same|duration|long as)\b[^.;]{{0,40}}(?:{MAIN})"),
        ),
    ),
    _Label(
        lasting(r"^(?:ingangsdatum|inwerkingtreding|ingang|aanvang|startdatum|effective date|commencement(?: date)?)(?: (?:verwerkers|bewerkers)?overeenkomst)?$"),
        _one_of(
            "term.starts",
            ("on_signature", r"ondertekening|handtekening|getekend|signature|signing"),
            ("on_acceptance", r"acceptatie|akkoord|aanvaard|acceptance"),
            ("with_main_agreement", rf"(?:gelijk|tegelijk|datum|aanvang|ingang\w*|als|conform|zie|same|date of)\b[^.;]{{0,40}}(?:{MAIN})"),
        ),
    ),
    _Label(
        lasting(r"(?:gebruik|verwerking|use|processing)[^;]{0,30}(?:eigen (?:doel\w*|gebruik)|own purposes?)"),
        _one_of("processing.own_purposes", (False, _NO), (True, _YES)),
    ),
    _Label(
        lasting(
            r"^(?:pen(?:etratie)?-?tests?|(?:evaluatie|toetsing|test\w*|controle|review|beoordeling)[^;]{0,20}(?:beveiliging\w*|maatregelen|measures|security)|security review)$"
        ),
        _one_of("security.periodic_review", (True, _OFTEN)),
    ),
    _Label(
        lasting(r"^(?:(?:toestemming|inschakel\w*|gebruik|use of|consent)[^;]{0,25})?SUBPROCESSOR(?: toegestaan| allowed)?$"),
        _one_of(
            "subprocessors.authorisation",
            ("general", r"algemene (?:\w+ ){0,2}?toestemming|general (?:\w+ ){0,2}?authori[sz]ation"),
            ("specific", r"specifiek|per SUBPROCESSOR|(?:alleen|uitsluitend|slechts|pas|only)[^.;]{0,40}(?:toestemming|consent|goedkeuring)|voorafgaande[^.;]{0,25}toestemming|specific|prior (?:written )?consent"),
        ),
    ),
    _Label(
        lasting(r"(?:aankondig\w*|meld\w*|termijn|notice)[^;]{0,30}SUBPROCESSOR|SUBPROCESSOR[^;]{0,20}(?:aankondig\w*|termijn|notice)"),
        _period("subprocessors.notice_period"),
    ),
    _Label(
        lasting(r"(?:doorgifte|verwerking|transfers?|processing)[^;]{0,20}(?:buiten|outside)[^;]{0,20}(?:eer|eea|eu|europ)|^doorgifte$|^transfers$"),
        _one_of(
            "transfers.rule",
            ("with_consent", r"(?:toestemming|instructie|goedkeuring|consent|instructions)\b"),
            ("with_safeguards", r"modelc\w+|scc|adequa\w+|waarborgen|passend|standard contractual|safeguards"),
            ("not_outside_eea", _NO),
        ),
    ),
    _Label(
        lasting(
            r"^(?:opslag ?locatie|(?:locatie|plaats|land|regio|location|place)(?: van| of)?(?: de| het| the)? (?:gegevens|data|opslag|verwerking|servers?|hosting|storage|processing)|"
            r"waar (?:staan|worden)[^;]{0,40}(?:opgeslagen|gegevens|bewaard|verwerkt)|data ?cent(?:er|rum)(?:locatie)?|hostinglocatie)$"
        ),
        _region,
    ),
    _Label(lasting(r"^(?:audits?|auditrecht|(?:frequentie|aantal)[^;]{0,15}audits?|audits? frequen\w+)$"), _once_a),
    _Label(lasting(r"(?:aankondig\w*|notice)[^;]{0,15}audit|audit\w*[^;]{0,15}(?:aankondig\w*|notice)"), _period("audit.notice")),
    _Label(
        lasting(r"^(?:kosten|costs?)[^;]{0,12}audits?$|^audit(?:s|kosten)?[^;]{0,6}(?:kosten|costs?)?$"),
        _one_of("audit.costs", ("controller", _BY_CONTROLLER), ("processor", _BY_PROCESSOR)),
    ),
    _Label(
        lasting(r"^(?:kosten|costs?)[^;]{0,30}(?:verzoek\w*|rechten|requests?)"),
        _one_of("requests.costs", ("controller", _BY_CONTROLLER), ("processor", _BY_PROCESSOR)),
    ),
    _Label(
        lasting(r"^(?:kosten|costs?)[^;]{0,30}(?:dpia|effectbeoordeling)"),
        _one_of("assistance.costs", ("controller", _BY_CONTROLLER), ("processor", _BY_PROCESSOR)),
    ),
    _Label(
        lasting(rf"^(?:kosten|costs?)[^;]{{0,30}}(?:{_GOES}|{_AT_END})"),
        _one_of("end.costs", ("controller", _BY_CONTROLLER), ("processor", _BY_PROCESSOR)),
    ),
    _Label(
        lasting(r"(?:doorst\w+|doorz\w+|reactie\w*|termijn|medewerking|response)[^;]{0,25}(?:verzoek\w*|rechten|requests?)[^;]{0,25}(?:betrokkenen?|subjects?)"),
        _period("requests.deadline"),
    ),
    _Label(
        lasting(rf"{_GOES}[^;]{{0,40}}{_AT_END}|{_AT_END}[^;]{{0,40}}{_GOES}|bewaartermijn na {_AT_END}"),
        _period("end.deadline"),
    ),
    _Label(
        lasting(rf"^(?:(?:gegevens|data) )?(?:(?:na|bij|at|after|on) )?(?:het |de )?{_AT_END}(?: (?:van )?(?:de |deze |the )?(?:overeenkomst|dienst\w*|verwerking|agreement))?$"),
        _one_of(
            "end.data",
            ("controller_chooses", r"\bkeuze\b|\bchoice\b"),
            ("return_then_delete", r"(?:terug|retour|overdra|return)[^.;]{0,60}(?:\bdaarna\b|vervolgens|waarna|en (?:dan|daarna)|then)[^.;]{0,40}(?:wis|verwijder|vernietig|delet)"),
            ("delete_unless_return_agreed", r"^(?:(?!terug|retour|overdra|return|kopie|export)[^.;])*(?:gewist|verwijderd|vernietigd|deleted|vernietiging|verwijdering)(?![^.;]*(?:terug|retour|return))"),
        ),
    ),
    _Label(
        lasting(r"^(?:toepasselijk recht|governing law|anwendbares recht|droit applicable)$"),
        _one_of("law.governing", ("NL", r"nederland|dutch"), ("BE", r"belgi"), ("DE", r"duits|german|deutsch"), ("FR", r"frans|french|français")),
    ),
    _Label(lasting(r"\bvog\b|omtrent (?:het )?gedrag"), _period("confidentiality.screening_interval")),
)  # fmt: skip
_FORMAT = lasting(
    r"^(?:(?:export|bestands|uitwissel)-?formaat|formaat (?:van )?(?:de )?(?:terug\w*|export|overdracht|gegevens)|export format|format of return)$"
)


def _entries(reading: Reading) -> Iterator[tuple[ReadingLine, str, str, int]]:
    """Each line with a label: the line, the label and what is said behind it in lower case, and where that begins."""
    for line in reading.lines:
        match = _ENTRY.match(line.text)
        if match:
            yield line, lowered(match["label"]).strip(" *_"), lowered(match["said"]).strip(), match.start("said")


# What labels that name no topic are about, by the heading over them: "Termijn | 24 uur" under "Datalekken".
_BARE = lasting(
    r"^(?:(?:uiterste |maximale )?(?:meld)?termijn|deadline|time ?limit|timing|frist|wanneer|hoe snel|when|(?:meld)?kanaal|channel|wijze|hoe|how|"
    r"aankondiging(?:stermijn)?|notice(?: period)?|vooraankondiging|kosten|costs?|frequentie|frequency)$"
)
_HEADED = (
    (lasting(r"data-?lek|inbreuk|breach|meldplicht|incident"), "datalek"),
    (lasting(r"\baudit|controle"), "audit"),
    (lasting(r"SUBPROCESSOR|sub-?(?:verwerk|process)|onderaannem"), "SUBPROCESSOR"),
)


def _names_of(label: str, line: ReadingLine) -> tuple[str, ...]:
    """The label, or with the topic of its heading before it and behind it where it names none itself."""
    heading = lowered(line.clause.heading)
    topic = next((topic for words, topic in _HEADED if words.search(heading)), None)
    return (f"{topic} {label}", f"{label} {topic}") if topic and _BARE.match(label) else (label,)


def _read(reading: Reading) -> Iterator[Candidate]:
    for line, label, said, at in _entries(reading):
        names = _names_of(label, line)
        for one in _LABELS:
            if any(one.names.search(name) for name in names):
                for key, value in one.read(said, names[0]):
                    yield Candidate(key, value, ((line.start, line.end),), Strength.PASSING)
        if _FORMAT.match(label):
            text = line.text[at:].strip(" .*_")
            yield Candidate("end.return_format", text, ((line.start, line.end),), Strength.PASSING)


RULES = (
    Rule(
        "datasheet",
        (
            "breach.deadline", "breach.wording", "breach.covers", "breach.register", "breach.clock_starts", "breach.channel", "breach.authority_notifier",
            "term.lasts", "term.starts", "processing.own_purposes", "security.periodic_review", "subprocessors.authorisation",
            "subprocessors.notice_period", "transfers.rule", "transfers.region", "audit.max_frequency",
            "audit.frequency_basis", "audit.notice", "audit.costs", "requests.costs", "requests.deadline", "assistance.costs",
            "end.costs", "end.deadline", "end.data", "end.return_format", "law.governing",
            "confidentiality.screening_interval",
        ),
        _read,
    ),
)  # fmt: skip
