"""Reading -> what terms in note form say under their labels: "Onderaannemers | Alleen na akkoord. Zelfde plichten doorleggen."

Such a row has no sentences with a subject and a verb; its label says what it is about. What a clause says outranks it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from art28.agreement.model import Value
from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.values.durations import durations
from art28.extraction.words.statements import lowered

_LABELLED = lasting(
    r"^[\s|*_•·▪–-]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|[a-z][.)]\s+)?(?P<label>[^\W\d_][^:\t|?.;]{1,60}?)[\s*_]*(?:\t|:\s)[\s*_|]*(?P<said>\S[^\t]*)$",
    re.DOTALL,
)
_LONGEST_NOTE = 420


@dataclass(frozen=True, slots=True)
class _Says:
    """That the words of `pattern` settle `key` at `value`, unless those of `unless` stand there too."""

    key: str
    value: Value
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic by the words of its label, what is read there, and the key of the period before an event or after it."""

    names: re.Pattern[str]
    says: tuple[_Says, ...]
    periods: tuple[tuple[str, re.Pattern[str]], ...] = ()


def _says(key: str, pattern: str, value: Value | None = None, unless: str = "") -> _Says:
    return _Says(key, True if value is None else value, lasting(pattern), lasting(unless) if unless else None)


_NO = r"\b(?:niet|geen|nooit|not|no|never|nicht|kein\w*|pas|aucun\w*)\b"
_CONSENT = r"(?:akkoord|toestemming|instemming|goedkeuring|consent|approval|zustimmung|genehmigung|accord|autorisation)"
_AHEAD = lasting(r"vooraf|(?:van )?tevoren|aankondig\w*|\bin advance\b|\bnotice\b|im voraus|vorher|à l'avance|préavis")
_ONCE_A_YEAR = r"\b(?:1|één|een|eens|once|einmal|une fois)(?: ?(?:x|×|keer|maal))? (?:per|a|im|pro|par) (?P<which>kalenderjaar|calendar year|jaar|year|jahr|kalenderjahr|an)\b"
_BOTH = r"(?:beide|both|beider|deux|alle) (?:partijen|parties|parteien)"
_TOPICS = (
    _Topic(
        lasting(r"^(?:\w+ )?(?:SUBPROCESSOR|onderaannemers?|hulppartijen|ingeschakelde derden)(?: \w+)?$"),
        (
            _says(
                "subprocessors.authorisation",
                rf"\b(?:alleen|slechts|pas|uitsluitend|niet zonder|only|not without|nur|uniquement)\b[^.;]{{0,60}}\b{_CONSENT}\b|\bvooraf\w*[^.;]{{0,30}} {_CONSENT}\b(?: [^.;]{{0,20}})?(?:nodig|vereist|required)",
                "specific",
                rf"\b(?:algemene|general|allgemeine|générale)\b[^.;]{{0,20}}{_CONSENT}",
            ),
            _says("subprocessors.authorisation", rf"\b(?:algemene|general|allgemeine|générale)\b[^.;]{{0,20}}{_CONSENT}", "general"),
            _says(
                "subprocessors.flow_down",
                r"\b(?:zelfde|gelijke|dezelfde|same|gleiche\w*|dieselben|mêmes) (?:\w+ )?(?:verplichtingen|plichten|afspraken|eisen|voorwaarden|obligations|terms|duties|pflichten)\b",
                unless=_NO,
            ),
            _says(
                "subprocessors.processor_liable",
                r"\bPROCESSOR (?:is|blijft|remains|bleibt|reste)\b[^.;]{0,30}\b(?:aansprakelijk|verantwoordelijk|liable|responsible|haftbar|verantwortlich|responsable)\b",
                unless=rf"{_NO}[^.;]{{0,20}}\b(?:aansprakelijk|verantwoordelijk|liable|responsible)",
            ),
            _says("subprocessors.objection", r"\bbezwaar(?:recht)?\b|\bobjections?\b|\bobject\b|\bwiderspruch\w*|\bopposition\b", unless=_NO),
        ),
        (("subprocessors.notice_period", _AHEAD),),
    ),
    _Topic(
        lasting(r"^(?:doorgifte|opslag|verwerking|transfers?|gegevens)?[^.;]{0,20}\b(?:buiten|outside)\b[^.;]{0,12}(?:eer|eea|eu|europa|europese)\b|^(?:doorgifte|transfers?)(?: naar derde landen)?$"),
        (
            _says("transfers.rule", rf"\b(?:zonder|tenzij|alleen|slechts|mits|without|unless|only|nur|sauf)\b[^.;]{{0,40}}{_CONSENT}", "with_consent"),
        ),
    ),
    _Topic(
        lasting(r"^(?:controle|audits?|controlerecht|auditrecht|toezicht|kontrollen?|contrôle)$"),
        (
            _says("audit.right", rf"^(?:jaarlijks|op verzoek|eenmaal|tweejaarlijks|annually|yearly|(?:up)?on request)\b|{_ONCE_A_YEAR}|\baudits?\b[^.;]{{0,40}}\b(?:toegestaan|mogelijk|allowed|permitted)|\bCONTROLLER (?:mag|kan|may)\b", unless=rf"\bgeen (?:audit|controle)|^{_NO}|\bPROCESSOR (?:laat|doet|voert)\b"),
            _says("audit.right", r"^(?:geen\b|nee\b|uitgesloten|niet (?:toegestaan|mogelijk)|none\b|not (?:permitted|allowed))(?![^;]*\b(?:tenzij|behalve|anders dan|dan (?:met|na)|unless|except)\b)", value=False),
            _says("audit.auditor", r"\bdoor (?:een )?(?:derde|derden)\b|\bby a third party\b", "any_third_party", r"\bonafhankelijk\w*|\bexterne?\b|\bindependent\b|\bzelf of\b|\bCONTROLLER of\b"),
            _says("audit.costs", r"\b(?:kosten|costs?)(?:: ?| (?:\w+ )?(?:voor|ten laste van|for|borne by) )(?:rekening van )?(?:CONTROLLER|wie (?:\w+ ){0,2}(?:aan)?vraagt|de (?:aan)?vrager|wie (?:\w+ ){0,2}verlangt|whoever asks)\b", "controller", r"\b(?:tenzij|behalve|behoudens|unless|except)\b"),
            _says("audit.costs", r"\b(?:kosten|costs?)(?:: ?| (?:\w+ )?(?:voor|ten laste van|for|borne by) )(?:rekening van )?PROCESSOR\b", "processor", r"\b(?:tenzij|behalve|behoudens|indien|als|unless|except|if)\b"),
            _says("audit.auditor", r"\b(?:door|by|durch|par)\b[^.;]{0,20}\b(?:onafhankelijke?|externe|independent|external|unabhängige\w*|indépendant\w*)\b[^.;]{0,30}", "independent_third_party", r"\bCONTROLLER (?:zelf )?of\b|\bzelf of\b"),
            _says(
                "audit.costs",
                r"\bkosten\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,30}\b(?:tenzij|behalve|behoudens|unless|except)\b[^.;]{0,60}(?:gebrek|tekort|afwijking|schending|fout|non-compl|breach|failure)|\bcosts?\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,30}\b(?:unless|except)\b",
                "processor_if_noncompliant",
            ),
        ),
        (("audit.notice", _AHEAD),),
    ),
    _Topic(
        lasting(r"^(?:(?:na |bij )?(?:het )?einde|beëindiging|exit|afloop|termination|end|ende)(?: (?:van )?(?:de )?(?:overeenkomst|dienst\w*|agreement))?$"),
        (
            _says("end.legal_retention_exception", r"\b(?:wettelijke?|legal|statutory|gesetzliche)\b[^.;]{0,20}(?:bewaar\w+|retention|aufbewahr\w*)[^.;]{0,20}\b(?:uitgezonderd|excepted|ausgenommen)|\b(?:behalve|uitgezonderd|tenzij|except|unless)\b[^.;]{0,40}\b(?:wettelijke?|wet|law|legal)\b"),
            _says("end.certificate", r"\bschriftelijke? (?:bevestig\w+|verklaring)|\b(?:bewijs|certificaat|protocol)\b[^.;]{0,20}\b(?:vernietig|verwijder)|\bwritten confirmation\b"),
        ),
    ),
    _Topic(
        lasting(r"^(?:aansprakelijkheid|liability|haftung|responsabilité)$"),
        (_says("liability.indirect_excluded", r"\b(?:geen|no|keine)\b[^.;]{0,20}\b(?:indirecte|gevolg|indirect|consequential|mittelbare)\b|\b(?:indirecte|gevolg|indirect|consequential)\w*(?: schade| damages?| loss)?\b[^.;]{0,20}\b(?:uitgesloten|excluded|niet)\b"),),
    ),
    _Topic(
        lasting(r"^(?:wijzig(?:en|ing(?:en)?)|aanpassing(?:en)?|amendments?|variation|änderungen|modifications?)$"),
        (_says("term.amendment", rf"\b(?:schriftelijk|in writing|written|schriftlich|écrit)\b[^.;]{{0,40}}{_BOTH}|{_BOTH}[^.;]{{0,40}}\b(?:schriftelijk|getekend|in writing|signed|written)", "mutual_written"),),
    ),
    _Topic(
        lasting(r"^(?:voorrang|rangorde|tegenstrijdigheid|precedence|order of precedence|conflict|vorrang)$"),
        (_says("term.precedence", r"\b(?:deze|this|diese) (?:overeenkomst|verwerkersovereenkomst|agreement|dpa|vereinbarung)\b[^.;]{0,20}\b(?:gaat (?:vóór|voor|boven)|heeft voorrang|prevaleert|prevails|takes precedence|geht vor)", "this_agreement"),),
    ),
    _Topic(
        lasting(r"^rechtskeuze$|^(?:toepasselijk )?recht(?: en (?:rechter|geschillen|forum))?$|^(?:governing )?law(?: and (?:courts?|jurisdiction))?$"),
        (
            _says("law.governing", r"^(?:nederlands|nederland|dutch)(?:\W*$|[;,])", "NL"),
            _says("law.governing", r"^(?:belgisch|belgië|belgian)(?:\W*$|[;,])", "BE"),
            _says("law.governing", r"\b(?:nederlands recht|dutch law|laws? of the netherlands)\b", "NL"),
            _says("law.governing", r"\b(?:belgisch recht|belgian law)\b", "BE"),
        ),
    ),
    _Topic(
        lasting(r"^(?:opdracht|instructies?|instructions?|gebruik(?: van gegevens)?|doelbinding|use(?: of data)?)$"),
        (
            _says(
                "instructions.only_on_instruction",
                r"\b(?:alleen|uitsluitend|slechts|enkel|only|solely)\b[^.;]{0,60}\b(?:zoals CONTROLLER\b[^.;]{0,20}(?:aangeeft|opdraagt|vraagt|wil|bepaalt)|(?:in|op|volgens|na) (?:\w+ )?(?:opdracht|instructies?|aanwijzing\w*)|on (?:\w+ )?instructions?|as instructed)",
                unless=r"\bniet (?:alleen|uitsluitend)\b",
            ),
            _says("instructions.legal_exception", r"\b(?:uitzondering|behalve|tenzij|exception|unless|except)\b[^.;]{0,30}\b(?:wettelijke?|wet|legal|law)\b"),
            _says("processing.own_purposes", r"\b(?:geen|niet|no|not)\b[^.;]{0,30}\b(?:eigen (?:doel\w*|gebruik)|own (?:purposes?|use))\b", value=False),
        ),
    ),
    _Topic(
        lasting(r"^(?:geheimhouding|vertrouwelijkheid|confidentiality|vertraulichkeit|confidentialité)$"),
        (_says("confidentiality.duty", r"\b(?:geldt|rust|verplicht|applies|binds|gilt)\b[^.;]{0,30}\bPROCESSOR\b|\bPROCESSOR\b[^.;]{0,20}\b(?:zwijgt|houdt|bewaart|keeps|wahrt)\b", unless=_NO),),
    ),
    _Topic(
        lasting(r"^(?:(?:(?:meld)?termijn|melding(?:stermijn)?)(?: (?:voor|van|bij))? (?:een )?)?(?:datalek(?:ken)?|inbreuk(?:en)?|incidenten|meldplicht(?: datalekken)?|(?:data |personal data )?breach(?:es)?)$"),
        (
            _says("breach.authority_notifier", r"\bmeld\w*\b[^.;]{0,30}\b(?:ap|autoriteit\w*|toezichthouder)\b[^.;]{0,40}\b(?:door|is aan) CONTROLLER\b|\b(?:ap|authority)\b[^.;]{0,30}\bby CONTROLLER\b", "controller"),
            _says("breach.channel", r"\btelefonisch\b|\b(?:by|per) (?:tele)?(?:phone|foon)\b", ("phone",), rf"{_NO}[^.;]{{0,20}}telefonisch"),
            _says("breach.channel", r"\b(?:per|via|by) e-?mail\b|\bper mail\b", ("email",)),
            _says("breach.costs", r"\bkosten: ?(?:voor |zijn voor |draagt )?PROCESSOR\b|\bcosts?: ?(?:for |borne by )?PROCESSOR\b", "processor"),
            _says("breach.costs", r"\bkosten: ?(?:voor |zijn voor |draagt )?CONTROLLER\b|\bcosts?: ?(?:for |borne by )?CONTROLLER\b", "controller"),
        ),
    ),
)  # fmt: skip


def _notes(reading: Reading) -> Iterator[tuple[ReadingLine, str, str]]:
    """Each line that is a note under a label, with both in lower case."""
    for line in reading.lines:
        if line.clause.part is Part.SIGNATURES or len(line.text) > _LONGEST_NOTE:
            continue
        match = _LABELLED.match(line.text)
        if match:
            yield line, lowered(match["label"]).strip(), lowered(match["said"].replace("\n", " "))


def _read(reading: Reading) -> Iterator[Candidate]:
    for line, label, said in _notes(reading):
        for topic in _TOPICS:
            if topic.names.search(label):
                for key, value in _settled(topic, said):
                    yield Candidate(key, value, ((line.start, line.end),), Strength.PASSING)


def _settled(topic: _Topic, said: str) -> Iterator[tuple[str, Value]]:
    for one in topic.says:
        if one.pattern.search(said) and not (one.unless and one.unless.search(said)):
            yield one.key, one.value
            if one.key == "audit.right":
                yield "audit.trigger", "any"
    for key, words in topic.periods:
        named = [part for part in re.split(r"[,.;]\s", said) if words.search(part)]
        periods = [period for part in named for period in durations(part)]
        if len(periods) == 1:
            yield key, periods[0].iso
            if key == "subprocessors.notice_period":
                yield "subprocessors.change_notice", True
    if any(one.key == "audit.right" for one in topic.says):
        often = re.search(_ONCE_A_YEAR, said)
        if often:
            yield "audit.max_frequency", "P1Y"
            if "alend" in often["which"]:
                yield "audit.frequency_basis", "calendar_year"


RULES = (
    Rule(
        "term-rows",
        tuple(
            dict.fromkeys(
                (
                    *(one.key for topic in _TOPICS for one in topic.says),
                    *(key for topic in _TOPICS for key, _ in topic.periods),
                    *("audit.trigger", "audit.max_frequency", "audit.frequency_basis", "subprocessors.change_notice"),
                )
            )
        ),
        _read,
    ),
)
