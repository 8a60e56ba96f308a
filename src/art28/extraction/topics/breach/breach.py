"""Reading -> breaches: what the processor must report, within what time, to whom, and who tells the authority (Art. 33).

The processor's limit for telling the controller is told apart from the authority's seventy-two hours, from a later full
report and from what a sub-processor owes.
"""

from collections.abc import Iterator
from functools import lru_cache

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.breach.limit import BEFORE_A_LIMIT, PARTS, TO_AUTHORITY, own_limit, wording_of
from art28.extraction.values.durations import Duration, durations
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

WORDS = (
    "lek",
    "leak",
    "op straat",
    "misga",
    "misgeg",
    "iets mis",
    "iets fout",
    "mis met",
    "fout ga",
    "fout geg",
    "inbreuk",
    "voorval",
    "incident",
    "doorbroken",
    "geschonden",
    "breach",
    "verletzung",
    "vorfall",
    "vorfälle",
    "violation",
    "datenpanne",
    "zwischenf",
    "verloren",
)
_HEADING = lasting(
    r"(?:data-?|gegevens)lek|\bleak|\bmis ?ga(?:at|an)\b|\blek(?:t|ken)\b|inbreuk|incident|voorval|breach|meldplicht|verletzung|violation|datenpanne|(?:sicherheits|daten\w*)vorf[aä]ll|zwischenf[aä]ll|\bgo(?:es)? wrong\b"
)
_LAW_BROKEN = (
    r"\binbreuk (?:op|maakt op|oplevert op) (?:de |het )?(?:avg|privacy\w*|wet\w*|recht\w*|"
    r"enig recht)\b|\binbreuk\w* (?:op enig|op enige|op het) \w+|\b(?:material|in|of|"
    r"any) breach of (?:this|the|its|these|any) (?:\w+ )?(?:agreement|dpa|terms|obligation|"
    r"clause|addendum|contract)|\b(?:breach|violation) of (?:the |any |applicable |other )*(?:gdpr|laws?|data protection (?:laws?|legislation)|union)\b|"
    r"\binstructions?\b[^.;]{0,60}\b(?:breaches|would breach|(?:that|which|or that) breach)\b|\bbreach(?:es)? (?:other |any |the |applicable |european |union )*(?:data protection )?(?:laws?|legislation|rules|provisions)\b|"
    r"\bverletzung (?:der|des|dieser|dieses|von) (?:\w+ )?(?:dsgvo|vertrag\w*|vereinbarung|pflicht\w*|recht\w*|gesetz\w*)\b|"
    r"\bviolation (?:du|de la|des) (?:rgpd|contrat|loi|règlement|dispositions|obligations)\b"
)
_OFFERS = (
    r"\b(?:meld|inform|kennis|notif|report|hoogte|waarschuw|inlicht|licht|bericht|unterricht|"
    r"teilt|mitteil|avert|aangekondigd|benachrichtig)\w*"
)
_ELSEWHERE = (
    r"\b(?:after|nadat|na) (?:the |de )?CONTROLLER\b|\b(?:notification|notice|melding) (?:by|"
    r"door|van) (?:the |de )?CONTROLLER\b|\baudits?\b|\binspecti\w*|{rights}|{dpia}"
)


def about_breach(statement: Statement, language: str) -> bool:
    """Whether `statement` speaks of a breach of personal data or of security, not of a breach of law or contract."""
    if _HEADING.search(statement.heading):
        return True
    if not statement.search(phrase(r"{breach}", language)):
        return False
    return not statement.search(phrase(_LAW_BROKEN, language))


def on_breach(statement: Statement, reading: Reading) -> bool:
    """Whether `statement` speaks of a breach or stands in an article that is about breaches, whatever its heading."""
    return about_breach(statement, reading.language) or statement.heading in _articles_on_breaches(reading)


@lru_cache(maxsize=1)
def _articles_on_breaches(reading: Reading) -> frozenset[str]:
    """The headings of the articles with a notice in them that speak of breaches or of reporting half the time."""
    found = set()
    for heading in {s.heading for s in notices(reading) if s.heading and not s.in_annex}:
        own = [s for s in statements(reading, "") if s.heading == heading]
        if own[0] in notices(reading):
            found.add(heading)
        about = sum(
            s.search(phrase(rf"{{breach}}|{{authority}}|{_REPORT.pattern}", reading.language)) is not None for s in own
        )
        if 2 * about >= len(own):
            found.add(heading)
    return frozenset(found)


@lru_cache(maxsize=1)
def notices(reading: Reading) -> tuple[Statement, ...]:
    """The statements in which the processor undertakes to tell the controller of a breach."""
    return tuple(_notices(reading))


def _notices(reading: Reading) -> Iterator[Statement]:
    among = tuple(s for s in statements(reading, *WORDS) if about_breach(s, reading.language))
    for statement in (*among, *_on_what_went_before(reading, frozenset(among))):
        if statement.subject in (Role.CONTROLLER, Role.SUB_PROCESSOR):
            continue
        if any(statement.search(p) for p in (phrase(_ELSEWHERE, reading.language), _TO_PROCESSOR, _DEFERS)):
            continue
        if _tells_controller(statement, reading.language):
            yield statement


def _on_what_went_before(reading: Reading, among: frozenset[Statement]) -> Iterator[Statement]:
    """Statements with a limit from a discovery that the sentences before them say is a breach: "is that so, then ..."."""
    language = reading.language
    for statement in statements(reading, *_COUNTED_IN, headings=False):
        if (
            statement not in among
            and statement.search(phrase(rf"{_AFTER}(?:{{discovery}}|{{awareness}}|{{observation}})", language))
            and statement.near(phrase(r"{breach}", language))
        ):
            yield statement


# What a sub-processor owes the processor: "bedingt dat deze een datalek binnen twaalf uur aan PROCESSOR meldt".
_TO_PROCESSOR = lasting(
    r"\b(?:aan|bij|an) (?:de |het |den )?PROCESSOR (?:\w+ ){0,2}(?:meldt|melden|mitteil\w*|doorgeeft|rapporteert)\b|"
    r"\b(?:notif(?:y|ies)|informs?|reports? (?:\w+ ){0,4}to) (?:the )?PROCESSOR\b"
)
# "in which case the shorter period of paragraph 4.1 applies": another clause says within what time.
_DEFERS = lasting(
    r"\b(?:termijn|period|time limit|frist|délai) (?:of|in|uit|van|under|nach|gemäß|prévue? (?:à|au)) (?:de |het |the |l')?"
    r"(?:paragraph|clause|section|artikel|article|lid|ziffer|absatz|§)"
)
_COUNTED_IN = ("uur", "dag", "uren", "hour", "day", "stunden", "tag", "heures", "jour")


_FIRST_NOTICE = (
    r"\b(?:eerste (?:melding|waarschuwing)|initial (?:notice|notification)|vroegtijdige waarschuwing|early warning)\b"
)
_ADDRESSED = r"\b(?:aan|to|informe\w*|notif\w+|inform\w*|stelt|zal) (?:de |the )?(?:\w+ ){0,3}?CONTROLLER"
_REPORTED_BY = (
    r"\b(?:{breach}) … \bword(?:t|en)\b … \bdoor PROCESSOR (?:\w+ ){0,3}?(?:gemeld|gerapporteerd|doorgegeven)\b|"
    r"\b(?:meldt|rapporteert|meldet|zeigt) (?:der |de |die )?PROCESSOR\b"
)
_MUST_REPORT = r"\b(?:laat|laten|zegt|zeggen|belt|bellen|mailt|mailen) (?:hij|zij|PROCESSOR) (?:\w+ ){0,2}?(?:dat|dit|het)?\b[^.;]{0,40}\b(?:weten|horen|binnen)\b|\bPROCESSOR (?:\w+ ){0,3}?(?:meldet|informiert|unterrichtet|benachrichtigt|notifie|signale)\b|\bPROCESSOR (?:\w+ ){0,3}?(?:meldt|melden|reports?|report|notif\w+)\b|\bPROCESSOR (?:geeft|geven) (?:\w+ ){0,2}?kennis\b|\b(?:geeft|geven) PROCESSOR (?:\w+ ){0,2}?kennis\b|\bPROCESSOR (?:shall |must |will )?(?:tele)?(?:phones?|calls?|rings?|e-?mails?) (?:the |its |that )?(?:\w+ ){0,3}?(?:manager|officer|contact|desk|hotline|person)\b"


# "De melding van een datalek geschiedt binnen 24 uur", "de termijn voor het melden van een datalek".
_NOTICE_IN_TIME = (
    r"\b(?:melding|kennisgeving) … (?:{breach}) … \b(?:geschiedt|gebeurt|vindt|volgt|wordt|moet|dient)\b|"
    r"\b(?:meld|meldings)?termijn\b … (?:\bmeld\w*|\bkennisgeving) … (?:{breach})|\b(?:{breach}) … \bmeldt(?:ermijn|ijd)\b|\bmeldt(?:ermijn|ijd)\b … (?:{breach})|"
    r"\b(?:bij|na) (?:een )?(?:{breach}) … \bbinnen\b … \b(?:bellen|melden|mailen|waarschuwen|informeren)\b|"
    r"\b(?:{breach}) … \bword(?:t|en) … \bbinnen\b … \b(?:gemeld|doorgegeven|gerapporteerd)\b|\b(?:{breach}) … \bword(?:t|en) (?:gemeld|doorgegeven|gerapporteerd) … \bbinnen\b"
)


def _tells_controller(statement: Statement, language: str) -> bool:
    if statement.search(phrase(_FIRST_NOTICE, language)):
        return True
    return any(_tells(part, language) for part in PARTS.split(statement.text)) or _reports_to_nobody(
        statement, language
    )


# "dan mailen PROCESSOR de beheerder van het account": who holds it is told for the controller.
_WHO_HOLDS_THE_ACCOUNT = r"\b(?:beheerder|eigenaar|houder|contactpersoon)s?\b[^.;,]{0,8}\b(?:van|bij|in|op) (?:het |uw |je |CONTROLLER )?account\b|\baccount(?:beheerder|houder|eigenaar)s?\b"


def _tells(part: str, language: str) -> bool:
    """Whether `part` of a sentence has the controller told, and is not about help or the authority."""
    if not phrase(r"{inform}", language).search(part):
        return False
    if "CONTROLLER" not in part and phrase(_WHO_HOLDS_THE_ACCOUNT, language).search(part) is None:
        return False
    if phrase(r"{assist}|\bdocument\w*\b", language).search(part.split("CONTROLLER")[0]):
        return False
    to_authority = phrase(TO_AUTHORITY, language).search(part)
    return to_authority is None or phrase(_ADDRESSED, language).search(part) is not None


def _reports_to_nobody(statement: Statement, language: str) -> bool:
    """A duty to report within a time that leaves out to whom: between the parties that is the controller."""
    if own_limit(statement, language) and statement.search(phrase(_NOTICE_IN_TIME, language)):
        return statement.search(phrase(r"CONTROLLER|{authority}|{people}|{assist}", language)) is None
    return (
        (statement.subject is Role.PROCESSOR or statement.search(phrase(_REPORTED_BY, language)) is not None)
        and "CONTROLLER" not in statement.text
        and statement.search(phrase(f"{_MUST_REPORT}|{_REPORTED_BY}", language)) is not None
        and statement.search(
            phrase(
                rf"{TO_AUTHORITY}|{{authority}}|{{assist}}|\b(?:niet (?!later\b|langer\b)|geen|not (?!later\b)|no (?!later\b))",
                language,
            )
        )
        is None
    )


def _deadline(reading: Reading) -> Iterator[Candidate]:
    for statement in notices(reading):
        duration = own_limit(statement, reading.language)
        if duration:
            strength = Strength.PASSING if statement.in_annex else Strength.EXPRESS
            yield Candidate("breach.deadline", duration.iso, statement.passages, strength)
            yield Candidate("breach.wording", "fixed", statement.passages)
        elif (then := _limited_after(statement, reading.language)) is not None:
            after, duration = then
            passages = (*statement.passages, *after.passages)
            yield Candidate("breach.deadline", duration.iso, passages, Strength.PASSING)
            yield Candidate("breach.wording", "fixed", passages)
        else:
            yield from _report_after(statement, reading)
            wording = wording_of(statement)
            if wording:
                yield Candidate("breach.wording", wording, statement.passages, Strength.PASSING)


# "PROCESSOR meldt een datalek aan CONTROLLER. Dat gebeurt binnen 36 uur."
_HAPPENS = lasting(
    r"^[\s*_]*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:de|the|der|die) (?=PROCESSOR\b))?(?:"
    r"(?:dat|dit|zulks|(?:de|deze|die) (?:melding|kennisgeving|mededeling|waarschuwing)|(?:het|dit|dat) bericht) "
    r"(?:gebeurt|geschiedt|(?:is|zijn) er\b|vindt\b[^.;]{0,90}\bplaats|doet (?:PROCESSOR|hij|zij)|wordt\b[^.;]{0,90}\b(?:gedaan|verstuurd|verzonden))\b|"
    r"voor (?:deze|die|de|een|zo'n) (?:melding|kennisgeving) (?:geldt|heeft PROCESSOR)\b|(?:hier|daar)(?:voor|bij) (?:geldt|hanteert PROCESSOR)\b|de (?:meld)?termijn (?:hier|daar)voor (?:is|bedraagt)\b|"
    r"PROCESSOR doet (?:dat|dit)\b|(?:dat|dit) doe(?:t|n) (?:PROCESSOR|hij|zij|ze)\b|(?:hij|zij|ze) doe(?:t|n) (?:dat|dit)\b|PROCESSOR stre(?:eft|ven) ernaar (?:dat|dit)\b|daarvoor staat\b|"
    r"(?:this|that|it|(?:(?:the|this|that|such) )?(?:notice|notification|report)) (?:is|happens|takes place|(?:shall|will|must) (?:be|happen|take place))\b|"
    r"CONTROLLER (?:(?:will|shall) )?(?:hears?|receives?|gets?|hoort|krijgt|ontvangt) (?:from PROCESSOR|van PROCESSOR|this|that|the notice|dat|dit|deze|het bericht|binnen|within)\b|"
    r"PROCESSOR (?:does|(?:shall|will|must) do) (?:so|this|that)\b|PROCESSOR (?:(?:shall|will|must) )?(?:gives?|makes?|sends?) (?:this|that|such|the) (?:notice|notification|report)\b|"
    r"(?:dies|das|(?:die|diese) (?:meldung|mitteilung|benachrichtigung|information)) (?:erfolgt|geschieht|hat\b[^.;]{0,90}\bzu erfolgen)\b|"
    r"(?:cela|(?:la|cette) (?:notification|information)) (?:se fait|intervient|a lieu|est (?:faite|effectuée|envoyée))\b)"
)


def _limited_after(statement: Statement, language: str) -> tuple[Statement, Duration] | None:
    """The sentence right behind a notice that only says within what time it is given, and that time."""
    after = statement.following
    if after is None or statement.in_annex or not _HAPPENS.search(after.text):
        return None
    limit = own_limit(after, language)
    return (after, limit) if limit else None


_REPORT = lasting(r"\b(?:rapport|verslag|melding|report|notification)\b")


def _report_after(warning: Statement, reading: Reading) -> Iterator[Candidate]:
    """The limit of the report that follows a first warning, where it is counted from the discovery and not from that."""
    if not warning.search(phrase(_FIRST_NOTICE, reading.language)):
        return
    from_discovery = phrase(f"{_AFTER}(?:{{discovery}}|{{awareness}})", reading.language)
    for current in _in_its_article(warning, reading, "rapport", "verslag", "melding", "report", "notification"):
        named = [d for d in durations(current.text) if BEFORE_A_LIMIT.search(current.text[: d.start])]
        if named and _REPORT.search(current.text) and current.search(from_discovery):
            yield Candidate("breach.deadline", named[0].iso, current.passages, Strength.PASSING)
            yield Candidate("breach.wording", "fixed", current.passages, Strength.EXPRESS)
            for one in (current, *_on_its_limit(current, reading)):
                found = tuple(_started_by(one, reading.language))
                if found:
                    yield Candidate("breach.clock_starts", found, one.passages)
            return


def _in_its_article(statement: Statement, reading: Reading, *words: str) -> Iterator[Statement]:
    """The later statements of the same article that hold one of `words`."""
    return (
        s
        for s in statements(reading, *words, headings=False)
        if s.start > statement.start and s.heading and s.heading == statement.heading
    )


_SUPPLIER = r"(?:SUBPROCESSOR|\b(?:\w+)?leveranciers?|\bsuppliers?)\b"
_STARTS = {
    "discovery": r"{discovery}",
    "awareness": r"{awareness}",
    "observation": r"{observation}",
    "report_from_sub_processor": rf"{_SUPPLIER} … (?:geïnformeerd|ingelicht|inlicht|informeert|gemeld|bericht|informed|notified|reported|told|meldt|"
    rf"notifies|gemeldet|mitgeteilt|informiert)\b|\b(?:told|informed|notified|ingelicht|geïnformeerd|informiert)\b[^.;]{{0,30}}\b(?:by|door|von|durch) (?:\w+ )?{_SUPPLIER}|\b(?:melding|bericht|notice|notification|report)\b[^.;]{{0,70}}\b(?:van|from|by) (?:\w+ )?{_SUPPLIER}",
}
# A condition that opens with its verb: "Ontdekt PROCESSOR een datalek, dan ...".
_OPENS_WITH = r"^[\s*_]*(?:\(?\d+(?:\.\d+)*[.)]?\s+|[a-z][.)]\s+)?(?=(?:\w+ ){1,3}PROCESSOR\b)"
_AFTER = (
    rf"(?:{_OPENS_WITH}(?:(?:\w+ ){{1,3}}PROCESSOR\b[^.;,]{{0,90}}?)?|\b(?:als|if) (?:de |the )?(?=PROCESSOR\b)[^.;]{{0,40}}?|"
    r"\b(?:dat|die|which|that) (?:hij|zij|het|de|it|PROCESSOR)\b[^.;]{0,40}?|"
    r"\b(?:na|nadat|vanaf|zodra|op het (?:moment|tijdstip)|in (?:het )?geval van(?: een)?|bij|indien|wanneer|after|upon|"
    r"waarop|once|as soon as(?! possible| reasonably| practicable)|on (?=becoming|learning|obtaining|gaining|discover|detect|first )|of|from|following|nach|nachdem|sobald|ab|après|suivant|suivent|dès|compter de|lorsqu\w*|si|falls|wenn|having)\b[^.;]{0,70}?)"
)
_GOES_ON = lasting(
    r"^[\s*_]*(?:\d+(?:\.\d+)*\.?\s+)?(?:d ?it|deze termijn|de termijn|de meldtermijn|"
    r"this period|the period|the time limit|that period)\b"
)


_LIMIT_STARTS = lasting(
    r"\b(?:termijn|period|time limit|frist|délai)\b[^.;]{0,60}\b(?:begint|start|loopt|lopen|gaat|vangt|aan|begins?|starts?|runs?|beginnt)\b|"
    r"\b(?:begint|start|loopt|gaat|vangt|beginnt|läuft|runs|starts) (?:de|die|deze|the|that|this) (?:\w+ )?(?:termijn|frist|period|time limit)\b"
)


def _on_its_limit(statement: Statement, reading: Reading) -> Iterator[Statement]:
    """The sentences after a notice, in its clause or its article, that say when its time begins."""
    after = statement.following
    if after is not None and (_GOES_ON.search(after.text) or _LIMIT_STARTS.search(after.text)):
        yield after
    within = _in_its_article(statement, reading, "termijn", "period", "time limit", "frist", "délai")
    yield from (s for s in within if s is not after and _LIMIT_STARTS.search(s.text))


def _clock(reading: Reading) -> Iterator[Candidate]:
    for statement in notices(reading):
        limited_here = own_limit(statement, reading.language)
        if not (limited_here or wording_of(statement) or _limited_after(statement, reading.language)):
            continue
        strength = Strength.EXPRESS if limited_here else Strength.PASSING
        then = None if limited_here else _limited_after(statement, reading.language)
        for one in (statement, *((then[0],) if then else ()), *_on_its_limit(statement, reading)):
            found = _right_behind(one, reading.language) or tuple(_started_by(one, reading.language))
            if found:
                yield Candidate("breach.clock_starts", found, one.passages, strength)


def _right_behind(statement: Statement, language: str) -> tuple[str, ...]:
    """What the limit begins with where that stands right behind it: "within 48 hours after it was discovered"."""
    limit = own_limit(statement, language)
    if limit is None or not _FROM.match(statement.text, limit.end):
        return ()
    said = statement.text[limit.end : limit.end + _REACH]
    return tuple(name for name, words in _STARTS.items() if phrase(words, language).search(said))


_FROM = lasting(r"[\s*_]*(?:na|nadat|after|of|nach|nachdem|après)\b")
_REACH = 110


def _started_by(statement: Statement, language: str) -> Iterator[str]:
    """What `statement` says that a limit begins with."""
    for name, words in _STARTS.items():
        if statement.search(phrase(f"{_AFTER}(?:{words})", language)) or (
            name == "report_from_sub_processor" and statement.search(phrase(_TOLD_BY_SUPPLIER, language))
        ):
            yield name


# The supplier stands before: "bij een SUBPROCESSOR ..., dan loopt de termijn vanaf het moment dat deze PROCESSOR inlicht".
_TOLD_BY_SUPPLIER = (
    rf"{_SUPPLIER}[^.;]{{0,90}}\b(?:termijn|period|limit|frist)\b[^.;]{{0,60}}\b(?:waarop|dat|nadat|zodra|when|which|after|in dem)\b"
    r"[^.;]{0,20}PROCESSOR[^.;]{0,40}\b(?:ingelicht|inlicht|geïnformeerd|informeert|gemeld|meldt|informed|informs|notified|notifies|told|"
    r"informiert|unterrichtet)\b"
)
RULES: tuple[Rule, ...] = (
    Rule("breach-deadline", ("breach.deadline", "breach.wording", "breach.clock_starts"), _deadline),
    Rule("breach-clock", ("breach.clock_starts",), _clock),
)
