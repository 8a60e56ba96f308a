"""Reading -> audits: the right and on what ground (Art. 28(3)(h)); auditors.py has by whom, audit_terms.py how it is used."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.audit.intervals import ANNOUNCED, AT_LEAST_SELF, interval_of
from art28.extraction.words.cues import cue, phrase, reads, settled
from art28.extraction.words.statements import Statement, every_statement, statements
from art28.terms import Role

_WORDS = (
    *("audit", "toezicht", "naleving", "nakoming", "naleeft", "nakomt", "voldoe", "inspect", "controle", "controleren"),
    *(
        "onderzoek",
        "administratie",
        "nagaan",
        "na kan gaan",
        "na te gaan",
        "toets",
        "verifi",
        "vaststellen",
        "langs",
        "vergewis",
    ),
    *("kijken", "overtuigen", "examin", "verify", "complian", "premises", "visit"),
    *("prüf", "kontroll", "überzeug", "besichtig", "betriebsstätte", "vor ort", "nachschauen"),
    *("contrôle", "vérif", "sur site", "sur place"),
)
HEADING = re.compile(
    r"demonstrating compliance|\baantonen\b|nagaan|controleren|meekijken|\bcheck|audit|inspecti|controle|toezicht\b|naleving|verantwoording|meekijken|prüfung|kontroll|überprüf|nachweis|"
    r"contrôle|vérification"
)
_NOT_THE_CONTROLLERS = (
    r"\bPROCESSOR (?:laat|doet|voert|shall (?:have|conduct|carry)|conducts|engages)\b(?! … CONTROLLER)",
    r"\b(?:interne?|internal|interne[rs]?) audits?\b",
    r"\baudit[- ]?(?:log|trail)\w*",
    r"\bSUBPROCESSOR (?:zal|shall|verleent)\b",
    r"{rights}",
    r"\bbeveiligingsaudits\b",
    r"\b(?:is|are|wordt|worden) (?:\w+ )?(?:audited|assessed|geaudit|getoetst)\b",
    r"^\W*+(?:\d[\d.]*\W+)?(?:de |the )?PROCESSOR (?:mag|kan|is gerechtigd|heeft het recht|may|is entitled|can) … \b(?:of|whether|dat) (?:de |the )?CONTROLLER\b",
)
_DENIED = r"\b(?:geen|niet|no|not|kein\w*|nicht|aucun|pas) (?:\S+ ){0,4}(?:recht|gerechtigd|entitled|right|berechtigt|droit)\b"
_NO_GRANT = (
    *_NOT_THE_CONTROLLERS,
    _DENIED,
    r"\b\w*(?:toegangscontrole|access control|zutrittskontrolle|zugangskontrolle)\w*",
    r"\bonder controle\b",
    r"\bkosten\b … \b(?:gedragen|rekening)",
    r"\b(?:controleren|nagaan|bekijken|check|see) (?:welke|which|what) (?:\w*gegevens|data)\b",
    # What takes the place of an audit grants none, nor does what rules one out.
    r"\b(?:hiermee|daarmee|hierdoor|daardoor|thereby|in this way|hiermit|damit|ainsi)\b … \b(?:recht|right|droit)\b … \b(?:uitoefent|uitgeoefend|exercises?|exercised|ausgeübt|exerce|exercé)\b",
    r"(?:{audit}|\b(?:onderzoek|controle|kontrolle|contrôle)\b)[^.;,]{0,60}\b(?:is|zijn|are|ist|sind|est|sont) (?:uitgesloten|excluded|ausgeschlossen|exclue?s?)\b",
    # "Langskomen kan niet."
    r"^\W*(?:\d[\d.]*\W+)?(?:een |zelf |an? )?(?:\w+ )?(?:{audit}|{examine}) (?:\w+ ){0,3}(?:kan|mag|kunnen|mogen) (?:\w+ ){0,2}niet\W*$|\b(?:visits?|audits?|inspections?) (?:\w+ ){0,3}(?:are|is) not possible\W*$",
    r"^(?:(?!{audit}).)*\b(?:data-?lek|data breach)\w* … {inform}",
    r"^\W*(?:\d[\d.]*\W+)?(?:de |the )?(?:autoriteit|toezichthouder|ap|supervisory)\b",
    r"\bPROCESSOR (?:kan|mag|may|kann|darf|peut) (?:\w+ ){0,3}(?:weiger|refus|object|ablehn|verweiger)\w*",
)
# A word that may speak of any examination does so of the processor's compliance, not of a breach, a request or an impact.
_ANOTHER_MATTER = (
    r"SUBPROCESSOR",
    r"{breach}(?! … {suspicion})",
    r"{dpia}",
    r"{authority}",
    r"^(?!.*\b(?:astreint|tenu|soumis|bound|subject|verpflichtete[nr]?|gebonden|gehouden)\b.{0,30}(?:{secrecy})).*(?:{secrecy})",
    r"\bCONTROLLER (?:\w+ ){0,3}(?:controleert|verantwoordelijk|responsible|verantwortlich)\b",
)
_CHECKS = (
    r"{audit}|\bonderzoek (?:\w+ )?(?:laten )?(?:doen|uitvoeren|instellen|verrichten)\b|\bkomen kijken\b|"
    r"\bna (?:kan|kunnen) gaan\b|\bnagaan\b|\bcontrole\b|\b(?:über)?prüf\w*|\büberprüf\w*|\bonaangekondigd\w*"
)
_RIGHT = (
    reads(
        "audit.right",
        cue(r"CONTROLLER", r"{entitled}", _CHECKS, unless=_NO_GRANT),
        cue(r"CONTROLLER", r"{entitled}", r"{examine}", unless=(*_NO_GRANT, *_ANOTHER_MATTER), by=Role.CONTROLLER),
        cue(r"\bCONTROLLER überzeugt sich\b", r"{compliance}"),
        cue(
            r"\bPROCESSOR (?:zal|zullen)\b[^.;]{0,80}\bCONTROLLER … \btoestaan\b",
            _CHECKS,
            unless=(*_NO_GRANT, r"\b(?:geen|niet)\b … \btoestaan\b"),
        ),
        cue(
            r"\bma(?:akt|ken) {audit}[^.;]{0,60}\bmogelijk\b|"
            r"\b(?:stel(?:t|len) CONTROLLER in (?:de gelegenheid|staat)|staa[tn] toe dat CONTROLLER)\b … (?:{examine}|{check})",
            unless=(*_NO_GRANT, *_ANOTHER_MATTER),
        ),
        cue(
            r"CONTROLLER",
            r"\b(?:verleent|verschaft|geeft|biedt|stelt|grants?|gives?|makes?|make|gewährt|donne)\b … "
            r"\b(?:toegang|inzage|open|access|available|zugang|accès)\b",
            r"{examine}",
            unless=(*_NO_GRANT, *_ANOTHER_MATTER),
        ),
    ),
    reads(
        "audit.right",
        cue(
            r"CONTROLLER",
            rf"{_DENIED} … (?:{{audit}})",
        ),
        value=False,
    ),
)
_POSSIBLE = reads(
    "audit.right",
    cue(
        r"{audit}",
        r"\b(?:mogelijk|toegestaan|plaatsvinden|aan de orde|possible|permitted|take place|möglich|zulässig|stattfinden|autorisé)\b",
        unless=(
            *_NO_GRANT,
            *(r"SUBPROCESSOR", r"{costs}", r"\bPROCESSOR … {audit}", r"\bbackup\w*"),
            r"\b(?:niet|not|nicht|pas)\b (?:\w+ )?(?:mogelijk|toegestaan|possible|permitted|möglich|zulässig|autorisé)\b(?! … \b(?:dan|tenzij|unless|es sei denn|sauf)\b)",
        ),
    ),
    strength=Strength.PASSING,
)
_UNDER_ITS_HEADING = reads(
    "audit.right",
    cue(
        r"{audit}|{examine}|\bdeskundige\b|\bexpert\b", r"{entitled}", unless=(*_NO_GRANT, r"SUBPROCESSOR", r"{costs}")
    ),
    strength=Strength.PASSING,
)
FIRST = (
    r"\b(?:pas(?: \w+){0,3} nadat|daarna (?:nog|alsnog)|eerst|alvorens|voordat|in (?:de )?plaats (?:van|daarvan)|ter vervanging|volstaa\w*|genoegen|"
    r"als alternatief|af(?: te |)doen met|instead|first|before|prior to (?:any|the) audit|in lieu|satisf\w+|in (?:the )?first instance|"
    r"in eerste instantie|in case this information is not sufficient|if … not sufficient|alternativ\w*|zunächst|"
    r"zie(?:t|n) … van een (?:eigen )?(?:audit|toetsing|controle|onderzoek) af|(?:audit|controle|onderzoek)\w* … achterwege|achterwege … (?:audit|controle|onderzoek)\w*|vorrangig|in erster linie|anstelle|statt(?:dessen)?|d'abord|dans un premier temps|en premier lieu|en priorité|"
    r"voldoende uitsluitsel)\b"
)
"""That something comes before an audit, or in its place."""
NOT_ENOUGH = (
    r"\b(?:niet (?:genoeg|voldoende|volstaa\w*|toereikend)|onvoldoende|ontoereikend|(?:do|does|is|are) not (?:suffic\w+|adequate|answer|satisfy|address|cover)|insufficient|"
    r"(?:do|does|is|are) not (?:provide|offer|give) (?:sufficient|enough|adequate)|(?:bieden|biedt|geven|geeft) (?:\w+ ){0,3}?(?:onvoldoende|geen|niet voldoende)|"
    r"should (?:that|this|the|these|those) (?:reports?|documents?|information)|que si (?:ce|le|ces|les) (?:rapports?|attestations?|certificats?)|nur (?:wenn|soweit|sofern) (?:diese\w?|der|die) (?:bericht|nachweis|zertifikat)\w*|"
    r"cannot reasonably be satisfied|nicht (?:aus(?:reich\w*)?|genüg\w*)|ne (?:suffi\w+|suffisent) pas|insuffisant\w*)\b"
)
"""That what was shown before an audit doesn't suffice."""
REPORTS = (
    r"\b(?:\w*rapport(?:en|ages?|age|s)?|\w*certifica\w*|certificering\w*|reports?|keurmerk\w*|\w*verslag(?:en)?|"
    r"certifications?|verklaring\w*|samenvatting|tpm|statements?|soc 2|isae|\w*testat\w*|\w*zertifi\w*|assurance|\w*bericht\w*|attestations?)\b"
)
"""What an independent body has already written on the processor's compliance."""


@lru_cache(maxsize=1)
def audit_statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements on audits of the processor, and the few that go on right after a right to one."""
    language = reading.language
    among = {
        id(s): s
        for s in statements(reading, *_WORDS)
        if HEADING.search(s.heading) or s.search(phrase(rf"{_CHECKS}|{{examine}}", language))
    }
    everything = every_statement(reading)
    for right in tuple(among.values()):
        if grants(right, language):
            among.update((id(s), s) for s in _after(right, everything) if _goes_on(s, language))
    return tuple(sorted(among.values(), key=lambda s: s.start))


_AFTER = 4
_NOT_HERE = (
    r"{breach} … {inform}|{inform} … {breach}|SUBPROCESSOR|{rights}|{dpia}|{secrecy} … {staff}|{end_of_agreement}"
)


def _goes_on(statement: Statement, language: str) -> bool:
    """Whether `statement` still speaks of the audit before it: "Dat kan eenmaal per jaar, en na een incident" does."""
    bounds = _BOUNDS_IT.match(statement.text) is not None and interval_of(statement, language) is not None
    return bounds or not statement.search(phrase(_NOT_HERE, language))


def _after(right: Statement, everything: Sequence[Statement]) -> Iterator[Statement]:
    """The few sentences after `right` in its clause and the next of its article."""
    first = bisect_right(everything, right.start, key=lambda s: s.start)
    for statement in everything[first : first + _AFTER]:
        if statement.clause.article != right.clause.article or statement.clause.part is not right.clause.part:
            return
        yield statement


def grants(statement: Statement, language: str) -> bool:
    """Whether `statement` gives the controller a right to audits."""
    return any(one.meets(statement, language) for one in (*_RIGHT[0].cues, *_POSSIBLE.cues))


def is_not_an_audit_right(statement: Statement, language: str) -> bool:
    """Whether `statement` speaks of audits that aren't the controller's."""
    return any(statement.search(phrase(p, language)) for p in _NOT_THE_CONTROLLERS)


def on_audits(statement: Statement, language: str) -> bool:
    """Whether `statement` itself, or the heading it stands under, speaks of audits."""
    return bool(statement.search(phrase(r"{audit}|{examine}", language)) or HEADING.search(statement.heading))


@lru_cache(maxsize=1)
def rights(reading: Reading) -> tuple[Candidate, ...]:
    """What is said of the controller's right to audits: that it has it, or in so many words that it hasn't."""
    among = audit_statements(reading)
    said = tuple(settled(reading, among, _RIGHT))
    if not any(c.value is True for c in said):
        headed = tuple(s for s in among if HEADING.search(s.heading))
        body = tuple(s for s in among if not s.in_annex)
        said += tuple(settled(reading, headed, (_UNDER_ITS_HEADING,))) or tuple(settled(reading, body, (_POSSIBLE,)))
    return said


def _right(reading: Reading) -> Iterator[Candidate]:
    yield from rights(reading)
    granted = tuple(c for c in rights(reading) if c.value is True)
    trigger = tuple(_triggers(audit_statements(reading), reading.language))
    yield from trigger
    if granted and not trigger:
        yield Candidate("audit.trigger", "any", granted[0].passages, Strength.INFERRED)


_ONLY = r"\b(?:pas (?:aan de orde|mogelijk|toegestaan)|uitsluitend|alleen|slechts|enkel|only|solely|nur|ausschließlich|uniquement|seulement)\b"
_EXCLUSIVELY = rf"\bzonder\b[^.;,]{{0,40}}(?:{{suspicion}}|\b(?:aanwijzing|vermoeden)\w*)[^.;]{{0,50}}\bgeen\b[^.;]{{0,12}}\b(?:audit|controle|onderzoek)\w*|{_ONLY}[^.;]{{0,100}}(?:{{suspicion}})|(?:{{suspicion}})[^.;]{{0,140}}\b(?:alleen|slechts|only|nur) (?:dan|then|dann)\b"
_OTHERWISE = r"\b(?:of|or|oder|ou)\b[^.;]{0,60}(?:{suspicion})"
_NO_GROUND_NEEDED = (
    r"\b(?:wanneer|zo vaak als) CONTROLLER (?:dat |maar )?(?:wil|wilt|wenst)\b|\bop (?:elk|ieder) (?:gewenst )?moment\b|\b(?:geen|zonder)\b[^.;]{0,40}\b(?:aanleiding|reden(?:en)?|vermoeden|motivering)\b|\b(?:aanleiding|reden)\b[^.;]{0,30}\bniet (?:vereist|nodig)\b|"
    r"\b(?:aanleiding|reden) (?:behoeft|hoeft) (?:niet|geen)\b|\bnot (?:required|necessary)\b[^.;]{0,40}\bsuspect\w*|\b(?:no|without) (?:specific |particular |prior )?(?:reason|suspicion|cause)\b|"
    r"\b(?:ohne|kein\w*) (?:besondere\w* )?(?:anlass|begründung|grund|verdacht)\b|\banlasslos\w*|\bsans (?:motif|justif\w+)\b"
)
# The Commission's own words: "at reasonable intervals or if there are indications of non-compliance".
_AT_INTERVALS = (
    r"\b(?:at (?:reasonable|regular|appropriate) intervals|periodically|met redelijke tussenpozen|periodiek|in angemessenen abständen|regelmäßig|à intervalles (?:raisonnables|réguliers))\b"
    r"[^.;]{0,30}\b(?:or|of|oder|ou|and|en|und|et)\b[^.;]{0,60}(?:{suspicion})"
)
# "CONTROLLER may perform an additional audit following a breach."
_ONE_MORE = r"(?:{suspicion})[^.;]{0,60}\b(?:beschränkung|begrenzung|beperking|limiet|limit|cap|maximum|limitation|limite)\b[^.;]{0,40}\b(?:nicht|niet|not|pas|no longer)\b|(?:{suspicion})[^.;]{0,80}\bno such limit\b|(?:{suspicion}|\bdata-?lek geweest)[^.;]{0,30}, dan mag (?:een|er een) (?:extra|aanvullende|tussentijdse) (?:{audit}|controle)\b|(?:{suspicion})[^.;]{0,30}\b(?:extra|aanvullende|tussentijdse|bijkomende) (?:{audit})|(?:{suspicion})[^.;]{0,30}\b(?:audits?|contrôles?|vérifications?) (?:supplémentaires?|additionnels?|exceptionnels?)\b|(?:{suspicion})[^.;]{0,60}\bmag (?:dat|het|die|zij) (?:\w+ ){0,2}?(?:vaker|tussendoor|tussentijds|nogmaals|eerder|extra)\b|\b(?:additional|further|extra|zusätzliche\w*|weitere\w*|aanvullende|supplémentaires?)\b[^.;]{0,30}(?:{audit})[^.;]{0,60}(?:{suspicion})"
# "More than one audit a year is only permitted where there are indications of a shortcoming."
_MORE_ONLY_ON = r"\b(?:mehr als|öfter als|häufiger als|more than|more often than|meer dan|vaker dan|plus d'|au-delà)\b[^.;]{0,120}\b(?:nur|only|alleen|slechts|uitsluitend|que)\b[^.;]{0,100}(?:{suspicion})"
_ON_SUSPICION = (
    r"^\W*+(?:\d[\d.]*\W+|\(?[a-z]{1,3}[.)]\W+)?(?:twijfelt|vermoedt|denkt?|meent|vindt?) CONTROLLER\b[^.;]{0,140}, dan\b|"
    r"^\W*+(?:\d[\d.]*\W+|\(?[a-z]{1,3}[.)]\W+)?(?:is|zijn|bestaat|bestaan|heeft|hebben|blijkt|rijst|twijfelt|vermoedt|geloof\w*|should|hat|besteht)\b[^.;]{0,80}(?:{suspicion})|"
    r"\b(?:bij|in geval van|in het geval van|indien|wanneer|als|zodra|heeft|na|upon|in case of|in the event|if|where|when|following|after|"
    r"bei|nach|falls|wenn|im falle?|en cas|suite|si)\b[^.;]{0,80}(?:{suspicion})"
)
# "Eén keer per jaar mag CONTROLLER dat laten nagaan, als daarvoor concrete aanleiding is."
_ONLY_IF = r"\b(?:als|indien|mits|wanneer|if|provided)\b[^.;]{0,60}(?:{suspicion})"
_AS_WELL = (
    r"\b(?:alsook|alsmede|tevens|eveneens|ook|voorts|bovendien|daarnaast|daarbuiten|of vaker|vaker|behoudens|tenzij|auch öfter|öfter|häufiger|also|as well as|"
    r"additionally|in addition|or more|more often|except|unless|and|und|sowie|zudem|außerdem|darüber hinaus|es sei denn|sauf|et|également)\b"
)


def _triggers(among: tuple[Statement, ...], language: str) -> Iterator[Candidate]:
    """The ground that an audit needs; nothing where no suspicion is spoken of."""
    own = tuple(
        s
        for s in among
        if not is_not_an_audit_right(s, language)
        and not s.search(phrase(r"{costs}|\bten minste \d+ werkdagen\b", language))
    )
    regular = next((s for s in own if _is_regular(s, language)), None)
    for statement in own:
        value, strength = _ground(statement, regular, language)
        if _only_on_what_went_before(statement, language):
            value, strength = "suspicion_only", Strength.EXPRESS
        if value:
            passages = statement.passages
            if value == "both" and regular is not None and regular is not statement:
                passages = (*regular.passages, *passages)
            yield Candidate("audit.trigger", value, passages, strength)


def _only_on_what_went_before(statement: Statement, language: str) -> bool:
    before = statement.before
    if before is None or not before.search(phrase(r"{suspicion}", language)):
        return False
    return statement.search(phrase(_ONLY_THEN, language)) is not None


def _ground(statement: Statement, regular: Statement | None, language: str) -> tuple[str | None, Strength]:
    """The ground that `statement` asks for where audits also recur by `regular`, and how surely; None where it asks for none."""

    def says(pattern: str) -> bool:
        return statement.search(phrase(pattern, language)) is not None

    if says(_NO_GROUND_NEEDED):
        return "any", Strength.EXPRESS
    if says(_AT_INTERVALS) or says(_ONE_MORE) or says(_MORE_ONLY_ON):
        return "both", Strength.EXPRESS
    if not says(r"{suspicion}"):
        return None, Strength.EXPRESS
    often = _is_regular(statement, language)
    if not often and says(_EXCLUSIVELY):
        if says(NOT_ENOUGH) and says(_OTHERWISE):
            return ("both" if regular else None), Strength.EXPRESS
        return "suspicion_only", Strength.EXPRESS
    if often and says(rf"{_AS_WELL}[^.;]{{0,80}}(?:{{suspicion}})|(?:{{suspicion}})[^.]{{0,120}}{_AS_WELL}"):
        return "both", Strength.EXPRESS
    if often and says(r",? en (?:ook |bovendien )?(?:indien|wanneer|als|bij) [^.;]{0,60}(?:{suspicion})"):
        return "both", Strength.EXPRESS
    if often and says(_ONLY_IF):
        return "suspicion_only", Strength.EXPRESS
    if often or statement.subject is Role.PROCESSOR or not says(_ON_SUSPICION):
        return None, Strength.EXPRESS
    if regular:
        return "both", Strength.EXPRESS
    return (None if says(ANNOUNCED) else "suspicion_only"), Strength.PASSING


# "Zijn er concrete aanwijzingen? Alleen dan mag CONTROLLER een audit laten doen."
_ONLY_THEN = r"^[\W\d]*(?:alleen|slechts|uitsluitend|enkel|only|nur) (?:dan|in dat geval|then|in that case|dann)\b"
# "Dat kan hooguit één keer per jaar": it bounds the audit that the sentence before it allows.
_BOUNDS_IT = re.compile(
    r"^\W*+(?:\d[\d.]*\W+)?(?:dat|deze|dit|die|zo'n|zulk\w*|het onderzoek|de controle|de audit|it|this|such|the audit|diese|dies|celle-ci|cela|elle)\b"
)


def _is_regular(statement: Statement, language: str) -> bool:
    """Whether `statement` lets audits recur at an interval, rather than makes the processor report at one."""
    if statement.search(phrase(AT_LEAST_SELF, language)):
        return False
    before = statement.before
    if _BOUNDS_IT.match(statement.text) and before is not None and before.search(phrase(r"{suspicion}", language)):
        return False
    return interval_of(statement, language) is not None


RULES = (Rule("audit-right", ("audit.right", "audit.trigger"), _right),)
