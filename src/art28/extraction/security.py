"""Reading -> security: where the measures are described, whose standards are held, who may change them, review, disclaimer."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading
from art28.extraction.cues import cue, flag, phrase, reads, settled, topic
from art28.extraction.rule import Candidate, Rule
from art28.extraction.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "maatregel",
    "beveilig",
    "veiligheid",
    "measures",
    "security",
    "toms",
    "safeguard",
    "maßnahmen",
    "sicherheit",
    "mesures",
    "sécurité",
)
_SECURITY = re.compile(r"beveilig|veiligheid|security|maatregel|measures|sicherheit|sécurité|\btoms?\b")
_SECURITY_MEASURES = (
    r"\b(?:technische|organisatorische|beveiligings?|passende|getroffen|genomen|technical|"
    r"organi[sz]ational|security|appropriate|"
    r"technischen?|organisatorischen?|techniques) … (?:{measures})|\bbeveiligingsmaatregel\w*|\btoms\b"
)
_ON_BREACH = r"\b(?:gevolgen|datalek\w*|incident\w*|breach)\b"

_DESCRIBED_IN = (
    r"(?:{described}) .{0,160}?(?:{annex})|(?:{annex}) .{0,160}?(?:{described})|\b(?:uit|in|van|of|from) (?:de |the )?\W{0,3}"
    r"(?:bijlage|aanhangsel|annex|appendix|schedule) \w+"
)
_LISTED = (
    r"\b(?:volgende|following|folgenden?|suivantes|waaronder(?: \S+){0,4}|including(?: \S+){0,4}|te weten)\b"
    r"(?:[^.;]{0,90}:\s*(?:\*\*)?$|: ?[^.;]{5,120},[^.;]{5,120}(?:,| en | and ))"
)
_IN_ANNEX = cue(_DESCRIBED_IN, unless=(_ON_BREACH, r"\b(?:geen|no)\b .{0,60}(?:{described})", r"{change}"))
_BY_LIST = cue(_LISTED, unless=(_ON_BREACH, r"\bkan worden\b"), by=Role.PROCESSOR)


def _described(reading: Reading) -> Iterator[Candidate]:
    """Where the measures are told: in an annex that is named, or in a list that follows."""
    for statement in statements(reading, *_WORDS):
        about = statement.search(phrase(_SECURITY_MEASURES, reading.language)) is not None or (
            _SECURITY.search(statement.heading) is not None and statement.near(phrase(r"{measures}", reading.language))
        )
        if about and (_IN_ANNEX.meets(statement, reading.language) or _BY_LIST.meets(statement, reading.language)):
            yield flag("security.measures_described", statement)


REVIEW = topic(
    "security-review",
    _WORDS,
    reads(
        "security.periodic_review",
        cue(
            r"{security_object}",
            r"(?:{regularly}) .{0,70}?(?:{review})|(?:{review}) .{0,70}?(?:{regularly})",
            unless=(
                r"\b(?:toegangsrecht|autorisatie|wachtwoord|patch|back-?up|training|opleiding|bewustwording|"
                r"leverancier)\w*",
                r"\b(?:access rights|passwords?|patches|back-?ups?|training|awareness|vendor)\b",
                r"SUBPROCESSOR",
                r"\b(?:reserve|verzoek|request)\w*\b",
                r"\b(?:CONTROLLER) … (?:recht|right|may|mag|kan)\b",
            ),
            by=Role.PROCESSOR,
        ),
    ),
)
DISCLAIMED = topic(
    "security-effectiveness-disclaimed",
    _WORDS,
    reads(
        "security.effectiveness_disclaimed",
        cue(
            r"{no_warranty}",
            r"\bbeveiliging\w*|\b(?:\w*maatregelen)\b|\bsecurity\b|\bmeasures\b",
            r"\b(?:altijd|elke dreiging|nooit|doeltreffend|effectief|afdoende|in alle gevallen|never occur|infallible|unauthori[sz]ed|alle omstandigheden|te allen tijde|volledig|absoluut|"
            r"effective|all circumstances|secure|prevent|unbreakable|waterdicht|onder alle)\b",
            by=Role.PROCESSOR,
        ),
    ),
)

_ALONE = (
    cue(
        r"(?:{may}) .{0,160}?(?:{change})|(?:{change}) .{0,40}?(?:{may})",
        r"\b(?:\w*maatregel(?:en)?|beveiliging\w*|measures?|security|toms|maßnahmen)\b",
        unless=(
            r"CONTROLLER (?:kan|mag|may|can)\b",
            r"{agreed}",
            r"\bin rekening\b",
            r"{processes} … {change}",
            r"\bverzoek\w*|\brequest\w*",
            _ON_BREACH,
            r"\b(?:deze|this) (?:\w*overeenkomst|agreement|dpa)\b … {change}",
            r"{change} (?:in |of |to )?(?:de |the )?(?:\w+ )?(?:overeenkomst|agreement|terms)",
        ),
        by=Role.PROCESSOR,
    ),
)
_ADAPTS = cue(
    r"\bPROCESSOR\b … \b(?:past|passen) (?:ze|deze|zij|de maatregelen)\b (?:\w+ ){0,3}?aan\b|\bPROCESSOR\b … \b(?:adapts|adjusts|updates) (?:them|the measures)\b",
    r"{measures}",
    unless=(r"{agreed}", _ON_BREACH),
    by=Role.PROCESSOR,
)
_MUTUAL = (
    reads(
        "security.measures_change",
        cue(
            r"{change}",
            r"\b(?:\w*maatregelen|daarin|security measures|technical and organi[sz]ational measures)\b",
            r"\b(?:alleen|uitsluitend|slechts|only|niets?|not|na|behoeft|behoeven|vereist|requires?|with)\b .{0,140}(?:{agreed})",
            unless=(r"\b(?:verzoek|gewenste|verzochte|request)\w*", _ON_BREACH),
        ),
        value="mutual",
    ),
)
_TELLS = r"(?:{inform}) .{0,160}?(?:{change})|(?:{change}) .{0,160}?(?:{inform})"
_LOWERED = r"\b(?:verlag\w*|afbreuk|reduc\w+|material(?:ly)?)\b"


def _change(reading: Reading) -> Iterator[Candidate]:
    among = statements(reading, *_WORDS)
    yield from settled(reading, among, _MUTUAL)
    told = tuple(
        s
        for s in among
        if "CONTROLLER" in s.text and _told(s, reading.language) and s.search(phrase(r"{measures}", reading.language))
    )
    changes = tuple(s for s in among if any(one.meets(s, reading.language) for one in (*_ALONE, _ADAPTS)))
    for change in changes:
        notice = _notice_of(change, told, reading.language)
        if notice is None:
            yield Candidate("security.measures_change", "processor_alone", change.passages)
        else:
            passages = tuple(dict.fromkeys((*change.passages, *notice.passages)))
            yield Candidate("security.measures_change", "processor_with_notice", passages)
    if not changes:
        lowered = [s for s in told if s.search(phrase(_LOWERED, reading.language))]
        yield from (Candidate("security.measures_change", "processor_with_notice", s.passages) for s in lowered)


def _told(statement: Statement, language: str) -> bool:
    """Whether the processor tells the controller of a change."""
    return (
        statement.subject in (None, Role.PROCESSOR)
        and statement.search(phrase(_TELLS, language)) is not None
        and statement.search(phrase(_ON_BREACH, language)) is None
    )


def _notice_of(change: Statement, told: Sequence[Statement], language: str) -> Statement | None:
    """The statement that has the controller told of `change`: itself, the next one, or one on the measures close by."""
    for near in (change, change.following):
        if near is not None and _told(near, language):
            return near
    return next((s for s in told if s.clause is change.clause), None)


STANDARDS = {
    "ISO27001": r"\biso[\s/-]*(?:iec)?[\s/-]*27001\b|\biso[^.;]{0,30}[ ,]27001\b",
    "ISO27701": r"\biso[\s/-]*(?:iec)?[\s/-]*27701\b|\biso[^.;]{0,40}[ ,]27701\b",
    "ISO9001": r"\biso[\s/-]*9001\b",
    "NEN7510": r"\bnen[\s-]*7510\b",
    "SOC2": r"\bsoc[\s-]*(?:2|ii)\b",
    "ISAE3402": r"\bisae[\s-]*3402\b",
    "BIO": r"\bbaseline informatiebeveiliging overheid\b|\bde bio\b|\bbio-norm\w*|\(bio\)",
    "PCI-DSS": r"\bpci[\s-]*dss\b",
}
# One of these is in every name of a standard.
_PROBES = ("27001", "27701", "9001", "7510", "soc", "3402", "bio", "baseline informatiebeveiliging", "pci")
_STANDARD = {name: re.compile(pattern) for name, pattern in STANDARDS.items()}
_CLAIMED = re.compile(
    r"\bgecertificeerd\b|\bvolgt\b|\bcertific\w*|\bin (?:het )?bezit\b|\bbeschikt over\b|\bvoldoe[tn]\b|"
    r"\bconform\b|\bvolgens\b|\bnormen?\b|\bverklaring van toepasselijkheid\b|"
    r"\bwerkt\b|\bhanteert\b|\bcompl(?:y|ies|iant)\b|\baligned?\b|\bmaintain\w*|\baccredit\w*|"
    r"\bfollows\b|\bin accordance with\b|\bholds?\b|\bzertifizi\w*|"
    r"\bstatement of applicability\b|\baudited\b|\breports?\b"
)
_NOT_ITS_OWN = re.compile(
    r"\bdata-?cent(?:er|re|ra)s?\b|\brekencentr\w+|\bhosting(?:partij|provider|leverancier)\w*|"
    r"\bcloud ?(?:provider|leverancier)s?\b|SUBPROCESSOR|\b(?:amazon|aws|azure|microsoft|google|"
    r"hetzner|equinix)\b|"
    r"\brechenzentr\w+|\bzoals\b|\bsuch as\b|\bbijvoorbeeld\b|\be\.g\b|\bz\.? ?b\b|\bbijv\b|"
    r"\{\{|\bof vergelijkbaar\b|\bor (?:similar|equivalent)\b|\b(?:nog niet|geen|not yet|no|"
    r"niet)\b (?:\S+ ){0,5}(?:iso|soc|nen|certif)|\bleveranciers?\b|"
    r"\bCONTROLLER (?:is|beschikt|voldoet|holds)\b|\bwenst\b|\bstreeft\b|\bnastree\w*|\baims?\b"
)


def _standards(reading: Reading) -> Iterator[Candidate]:
    before: Statement | None = None
    for statement in statements(reading, ""):
        found: tuple[str, ...] = ()
        if any(probe in statement.text for probe in _PROBES):
            found = tuple(name for name, pattern in _STANDARD.items() if pattern.search(statement.text))
        if found and not _NOT_ITS_OWN.search(statement.text):
            if _CLAIMED.search(statement.text):
                yield Candidate("security.standards", found, statement.passages)
            elif before and _CLAIMED.search(before.text) and "certific" in before.text:
                yield Candidate("security.standards", found, (*before.passages, *statement.passages))
        before = statement


RULES = (
    Rule("security-measures-described", ("security.measures_described",), _described),
    Rule("security-standards", ("security.standards",), _standards),
    Rule("security-measures-change", ("security.measures_change",), _change),
    REVIEW,
    DISCLAIMED,
)
