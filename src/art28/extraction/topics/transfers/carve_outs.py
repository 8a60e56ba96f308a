"""Reading -> what is carved out of the rule on transfers: in words, and as records that a rule engine can apply."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.model import Record
from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.transfers.transfers import STAYS, TRANSFER_HEADING, weighed
from art28.extraction.values.countries import first_place, places_in
from art28.extraction.words.cues import SPACE, phrase
from art28.extraction.words.statements import Statement, statements

# An exception to the law, which frees no service; one for a service; one that lifts the article for a use.
_FOR_LAW = lasting(
    r"\b(?:behoudens|met uitzondering van|except for|save for|"
    r"subject to)\s+(?P<carved>(?:\w+ ){0,3}(?:wettelijke|mandatory|statutory|"
    r"legal)\s+(?:\w+ ){0,2}(?:verplichting\w*|voorschrift\w*|obligations?|requirements?))"
)
_FOR_SERVICE = lasting(
    r"\b(?:tenzij|unless)\b[^.;]*?,? (?:het|it) (?:een |de |concerns |relates to |"
    r"an? )?(?P<carved>[^.,;]{3,80}?) (?:betreft|betreffen|aangaat)\b|"
    r"\b(?:met uitzondering van|behalve (?:bij|voor(?! zover))|with the exception of|except for)\s+(?:de |het |een |"
    r"the )?(?P<other>[^.,;()]{4,80}?)(?=[.,;(]|$| waarvoor| die\b| which\b| that\b)|"
    r"(?:\bà l'exception (?:de |du |des |d')|\bmit ausnahme (?:von |der |des |vom )|\bausgenommen (?:hiervon |davon )?(?:ist |sind )?)"
    r"(?P<abroad>[^.,;()]{4,120}?)(?=[.,;(]|$)"
)
_SOLE = lasting(
    r"\b(?:(?:enige|enkele|één|een) uitzondering(?: hierop| daarop)? (?:is|vormt|geldt voor)|uitgezonderd (?:is|zijn)|"
    r"(?:only|sole|one) exception(?: to this)? (?:is|concerns)|einzige ausnahme (?:ist|bildet)|seule exception(?: est)?)\s*:?\s+"
    r"(?P<carved>[^.,;:()]{4,120}?)(?=[.,;:(]|$)"
)
_FOLLOW = lasting(
    r"\b(?:following exceptions?|volgende uitzondering(?:en)?|folgenden ausnahmen|exceptions suivantes)\b[^.:]{0,60}:\s*$"
)
# What is said of an exception behind a comma: on what condition it holds.
_CONDITION = lasting(
    r"(?:^|[\s,:])(?P<condition>(?:wanneer|als|mits|indien|zolang|voor zover|provided|as long as|if|where|sans|à condition|"
    r"sofern|solange|wenn|on \w+ that|zonder|without|ohne)\b[^,.;]{4,160})"
)
_RELATIVE = lasting(
    r",\s+(?:which|that|who|on|provided|as long as|if|where|die|dat|waarbij|waarvoor|mits|zolang|wanneer|indien|als|voor zover|laquelle|lequel|qui|"
    r"dont|à condition|sans|welche|wobei|sofern|die|das|der)\b"
)
_LIFTED = lasting(
    r"\b(?:artikel|article|clause|section|"
    r"lid)\s+(?P<number>\d+(?:\.\d+)*)\b[^.;]{0,60}\b(?:niet van toepassing|geldt niet|"
    r"does not apply|shall not apply)\b(?P<rest>.*)$"
)
_USE_OF = lasting(
    r"\b(?:gebruik maakt van|gebruikmaakt van|makes? use of|"
    r"uses?)\s+(?P<carved>[^.;]{3,90}?)(?=\s+(?:en|and)\s+(?:de |the )?(?:PROCESSOR|CONTROLLER)|"
    r"[.;]|\s+ten behoeve\b|$)"
)
_LIFTED_FOR = lasting(
    r"\s*(?:voor|op|to)\s+(?:de |het |the )?(?P<carved>[^.;]{4,160}?)(?=,\s+(?:waarbij|noch|which|nor|where)\b|[.;]|$)"
)
_NOR_FOR = lasting(r"\b(?:noch|nor)\s+(?:voor|op|for|to)\s+(?:de |het |the )?(?P<carved>[^.;,]{4,160})")
_NO_SERVICE = lasting(
    r"\b(?:toestemming|instemming|consent|adequa\w+|waarborg\w*|safeguard\w*|wettelijke|"
    r"verplichting\w*|legal|SUBPROCESSOR|landen|countries|bepaalde in|onderdoorgifte)\b"
)
_OUTSIDE = lasting(
    r"\b(?:buiten|outside)(?: of)?(?: de| the)? (?:europese economische ruimte|"
    r"european economic area|europese unie|european union|eer|eea|eu)\b"
)


# "Het voorgaande geldt niet voor X en evenmin voor Y": the rule of the sentence before, lifted for each.
_FOREGOING_LIFTED = lasting(
    r"\b(?:het (?:voorgaande|bovenstaande)|het hiervoor bepaalde|dit verbod|deze (?:bepaling|beperking|eis)|dit|dat|the foregoing|this(?: restriction)?)\s+"
    r"(?:geldt niet|is niet van toepassing|does not apply|shall not apply)\s+(?:voor|op|to|for)\s+(?P<carved>[^.;]{4,240})"
)
_NEXT_CARVED = lasting(
    r"(?:,? (?:en|noch|of|and|nor|or))? (?:evenmin|ook niet|noch|nor) (?:voor|op|to|for) |(?:,|,? (?:en|noch|and|nor)) (?:voor|op|to|for) (?=(?:de|het|een|the|an?|\w{4,})\b)|"
    r"(?:,? (?:en|alsmede|evenals|and|as well as)) (?:van |of )?(?=(?:de|het|the) )"
)


def exception_in(rest: str) -> Record | None:
    """The exception that a clause opens with "except" and goes on with `rest`, as "a service (a place), if so": None where
    it isn't read as one."""
    match = re.match(r"(?P<carved>[^.,;:()]{4,120}?)(?=[.,;:(]|$)", rest)
    if match is None or _NO_SERVICE.search(match["carved"].lower()):
        return None
    return _exception(match["carved"].strip(), rest[match.end() :])


def _carve_outs(reading: Reading) -> Iterator[Candidate]:
    texts: list[str] = []
    records: list[Record] = []
    passages: list[tuple[int, int]] = []
    among = tuple(statement for group, _ in weighed(reading) for statement in group)
    found = (*_allowed(reading, among), *_by_exception(reading, among), *_named(reading, among))
    for carved, record, statement in found:
        if carved not in texts:
            texts.append(carved)
            records.append(record)
            passages += statement.passages
    for carved, for_service, statement in (*_exceptions(reading, among), *_lifted(reading, among)):
        if carved in texts:
            continue
        region = _region(reading, carved, statement) if for_service else None
        texts.append(carved)
        records.append(
            {"service": carved, "region": region, "condition": None}
            if for_service
            else {"service": None, "region": None, "condition": carved}
        )
        passages += statement.passages
    if texts:
        cited = tuple(dict.fromkeys(passages))
        yield Candidate("transfers.exceptions", tuple(texts), cited)
        yield Candidate("transfers.carve_outs", tuple(records), cited)


def _exceptions(reading: Reading, among: Sequence[Statement]) -> Iterator[tuple[str, bool, Statement]]:
    for statement in among:
        for pattern, for_service in ((_FOR_SERVICE, True), (_FOR_LAW, False)):
            for match in pattern.finditer(statement.own):
                group = next(name for name, said in match.groupdict().items() if said)
                if group == "abroad":
                    continue
                if for_service and _NO_SERVICE.search(match[group]):
                    continue
                for span in _apart(statement.own, match.span(group)) if for_service else (match.span(group),):
                    yield _written(reading, statement, span), for_service, statement


_ALLOWED = lasting(
    r"\b(?:toestemming|consent|approval|authori[sz]ation)\b (?:\w+ ){0,5}?(?:gegeven|verleend|given|granted)\s+(?:voor|for)\s+"
    r"(?P<carved>[^.;]{4,200}?)(?:,\s+(?P<condition>(?:zolang|mits|indien|voor zover|as long as|provided|if|where)\b[^.;]{4,160}))?[.;]?$"
)
_IN_A_PLACE = lasting(r"^(?P<service>.+?)\s+(?:in|vanuit|from)\s+(?:het |de |the )?(?P<place>[^,]{2,40})$")
_BY_EXCEPTION = lasting(
    r"\b(?:by way of exception|as an exception|bij wijze van uitzondering|in afwijking hiervan|in afwijking van [^,]{4,60}),?\s+"
    r"(?P<carved>[^.;,]{4,140}?)\s+(?:requires?|involves?|may|can|is allowed|vereist|vergt|mag|kan|brengt)\b"
)
# "In afwijking hiervan mag PROCESSOR gegevens buiten de EER verwerken voor het versturen van e-mail."
_MAY_FOR = lasting(
    r"\bin afwijking (?:hiervan|daarvan|van [^,.;]{4,40}),? (?:mag|mogen|kan|kunnen) (?:de |het )?PROCESSOR\b[^.;]{0,90}\b(?:verwerken|doorgeven|opslaan|overbrengen)\s+(?:voor|ten behoeve van|bij)\s+(?P<carved>[^.;,]{4,140})",
    re.IGNORECASE,
)


def _allowed(reading: Reading, among: Sequence[Statement]) -> Iterator[tuple[str, Record, Statement]]:
    """A service for which the consent that the rule asks is given in the agreement itself."""
    for statement in _on_the_rule(reading, among, "toestemming", "consent", "approval", "authori"):
        match = _ALLOWED.search(statement.own)
        if match is None or _NO_SERVICE.search(match["carved"]):
            continue
        carved = _written(reading, statement, match.span("carved"))
        placed = _IN_A_PLACE.match(carved)
        known = placed is not None and bool(places_in(placed["place"]))
        condition = _written(reading, statement, match.span("condition")) if match["condition"] else None
        service, place = (placed["service"], placed["place"]) if placed and known else (carved, None)
        if place:
            yield carved, {"service": service, "region": place, "condition": condition}, statement


def _by_exception(reading: Reading, among: Sequence[Statement]) -> Iterator[tuple[str, Record, Statement]]:
    """A service that is named as the exception to the rule."""
    for statement in _on_the_rule(reading, among, "exception", "uitzondering", "in afwijking", near=True):
        match = _BY_EXCEPTION.search(statement.own) or _MAY_FOR.search(statement.own)
        if match is None or _NO_SERVICE.search(match["carved"]):
            continue
        carved = _written(reading, statement, match.span("carved"))
        outside = _OUTSIDE.search(statement.own)
        region = _written(reading, statement, outside.span()) if outside else None
        yield carved, {"service": carved, "region": region, "condition": None}, statement


def _named(reading: Reading, among: Sequence[Statement]) -> Iterator[tuple[str, Record, Statement]]:
    """The exceptions that a provision names: in its sentence, in the next, or in a list."""
    for statement in among:
        match = _FOR_SERVICE.search(statement.own)
        if match and match["abroad"] and not _NO_SERVICE.search(match["abroad"]):
            yield *_said(reading, statement, match.span("abroad")), statement
        if _FOLLOW.search(statement.own):
            yield from _items(reading, statement)
    for statement in _on_the_rule(reading, among, "uitzondering", "uitgezonderd", "exception", "ausnahme", near=True):
        match = _SOLE.search(statement.own)
        if match and not _NO_SERVICE.search(match["carved"]):
            yield *_said(reading, statement, match.span("carved")), statement
    for statement in _on_the_rule(reading, among, "geldt niet", "niet van toepassing", "not apply", near=True):
        match = _FOREGOING_LIFTED.search(statement.own)
        if match and not _NO_SERVICE.search(match["carved"]):
            for span in _apart(statement.own, match.span("carved")):
                yield *_said(reading, statement, span), statement


def _apart(words: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts of `words` at `span` that each name an exception: "X en evenmin voor Y"."""
    start, end = span
    for divider in _NEXT_CARVED.finditer(words, *span):
        yield start, divider.start()
        start = divider.end()
    condition = _RELATIVE.search(words, start, end)
    yield start, condition.start() if condition else end


def _items(reading: Reading, lead: Statement) -> Iterator[tuple[str, Record, Statement]]:
    """The items that a provision ends in, by their lead-in or by a number below its own."""
    number = lead.clause.number
    below = tuple(s for s in statements(reading, "", headings=False) if s.start > lead.start)
    for statement in below:
        own = statement.lead_span == (lead.start, lead.end)
        if not own and not (number and statement.clause.number.startswith(f"{number}.")):
            return
        label = _LABEL.match(statement.own)
        start = label.end() if label else 0
        cut = _RELATIVE.search(statement.own, start) or _ITEM_END.search(statement.own, start)
        yield *_said(reading, statement, (start, cut.start() if cut else len(statement.own))), statement


_ITEM_END = lasting(r"[;.](?:\s+(?:and|or|en|of|und|oder|et|ou))?\s*$")
_LABEL = lasting(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]{1,3}[.)])?\s*")


def _said(reading: Reading, statement: Statement, span: tuple[int, int]) -> tuple[str, Record]:
    """An exception as the provision writes it at `span` of the statement's own words, with where and on what condition."""
    carved = _written(reading, statement, span)
    return carved, _exception(carved, _written(reading, statement, (span[1], len(statement.own))))


def _exception(carved: str, rest: str) -> Record:
    place = first_place(carved) or first_place(rest)
    where = (carved if first_place(carved) else rest)[slice(*place)] if place else None
    condition = _CONDITION.search(rest)
    if where and set(places_in(where)) <= {"EU", "EEA"}:
        where = None
    return {
        "service": carved,
        "region": where,
        "condition": condition["condition"].strip() if condition else None,
    }


def _stays(statement: Statement | None, language: str) -> bool:
    """Whether a sentence says that the data stay in the region."""
    return statement is not None and statement.search(phrase(STAYS, language)) is not None


def _on_the_rule(reading: Reading, among: Sequence[Statement], *words: str, near: bool = False) -> Iterator[Statement]:
    """The statements in the articles that hold the rule on transfers; `near` also takes the one that goes on from it."""
    articles = {statement.clause.article for statement in among if statement.clause.article}
    for statement in statements(reading, *words, headings=False):
        goes_on = near and (
            statement in among or statement.before in among or _stays(statement.before, reading.language)
        )
        if goes_on or TRANSFER_HEADING.search(statement.heading) or statement.clause.article in articles:
            yield statement


def _lifted(reading: Reading, among: Sequence[Statement]) -> Iterator[tuple[str, bool, Statement]]:
    """A provision on transfers that is said not to apply to the use of a service."""
    for statement in statements(reading, "niet van toepassing", "geldt niet", "not apply", headings=False):
        lifted = _LIFTED.search(statement.own)
        if lifted is None:
            continue
        ruled = any(s.clause.number == lifted["number"] for s in among)
        if not ruled and not TRANSFER_HEADING.search(statement.heading):
            continue
        if lifted["number"].split(".")[0] != statement.clause.article:
            continue
        used = _USE_OF.search(statement.own, lifted.start("rest"))
        used = used or _LIFTED_FOR.match(statement.own, lifted.start("rest"))
        if used:
            yield _written(reading, statement, used.span("carved")), True, statement
            further = _NOR_FOR.search(statement.own, used.end())
            if further:
                yield _written(reading, statement, further.span("carved")), True, statement


def _written(reading: Reading, statement: Statement, span: tuple[int, int]) -> str:
    return " ".join(reading.original(statement.start + span[0], statement.start + span[1]).split())


_ANYWHERE = lasting(r"\b(?:overal ter wereld|waar ook ter wereld|wereldwijd|worldwide|anywhere in the world)\b")


def _region(reading: Reading, service: str, statement: Statement) -> str | None:
    """Where the carved-out service may process, as the provision writes it."""
    # Made of the agreement's words, so no phrase of a rule.
    named = re.compile(SPACE.join(map(re.escape, service.lower().split())))
    current = statement.following
    anywhere = _ANYWHERE.search(current.own) if current is not None else None
    if current is not None and anywhere:
        return _written(reading, current, anywhere.span())
    while current is not None:
        match = _OUTSIDE.search(current.own)
        if match and named.search(current.text):
            return _written(reading, current, match.span())
        current = current.following
    return None


RULES = (Rule("transfers-carve-outs", ("transfers.exceptions", "transfers.carve_outs"), _carve_outs),)
