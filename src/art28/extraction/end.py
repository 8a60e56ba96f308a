"""Reading -> the end: what becomes of the data, who chooses, within what time, with what proof (Art. 28(3)(g)).

The sentences of one provision are weighed together: return in one and deletion in the next is a return before deletion.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from art28.agreement.passages import Reading
from art28.extraction.bearing import CONTROLLER, IF_AT_FAULT, PROCESSOR, bearer
from art28.extraction.cues import flag, phrase
from art28.extraction.durations import Duration, durations
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "verwijder",
    "vernietig",
    "wissen",
    "wist",
    "gewist",
    "retourn",
    "terug",
    "overdra",
    "overgedragen",
    "export",
    "bewaar",
    "delet",
    "destr",
    "return",
    "eras",
    "retriev",
    "lösch",
    "rückgabe",
    "zurück",
    "supprim",
    "suppression",
    "restitu",
    "détrui",
    "openstaande",
    "download",
    "kosten",
    "retentie",
    "keus",
    "onverlet",
    "langer",
    "opschort",
    "betaling",
    "withhold",
    "bewaren",
    "keuze",
    "formaat",
    "format",
    "op te slaan",
    "opslaan",
    "afwijken",
    "gegevens",
    "data",
    "daten",
    "données",
    "verzoek",
    "keus",
    "einde",
    "eindig",
    "terminat",
)
_HEADING = re.compile(
    r"\beinde?\b|beëindig|teruggave|verwijder|vernietig|retour|terminat|deletion|return|end of|"
    r"expir|löschung|rückgabe|beendigung|sort des|suppression|restitution"
)
_NEAR = 700
_NOT_THE_END = (
    r"{rights}|\brecht op (?:verwijdering|gegevenswissing|inzage)|\bright to erasure\b|{breach}|"
    r"{audit}|\b(?:verlies|loss)\b[^.]{0,40}(?:vernietig|destruction)|\bleidt tot\b|"
    r"\bleading to\b|\bmeans\b|\bwordt verstaan\b|"
    r"\b(?:clause|article|artikel|section|clausule) \d+ \(|\bduring the term\b|\bgedurende de looptijd\b|"
    r"\bback-?ups? (?:gemaakt|worden gemaakt)\b|\btoevoeg\w*"
)


@lru_cache(maxsize=1)
def _end_statements(reading: Reading) -> tuple[Statement, ...]:
    found: list[Statement] = []
    for statement in statements(reading, *_WORDS):
        if _at_the_end(statement, reading.language) or (found and _goes_on(found[-1], statement, reading.language)):
            found.append(statement)
    return tuple(found)


def _goes_on(before: Statement, statement: Statement, language: str) -> bool:
    """Whether `statement` still speaks of the data that `before` does, close after it in the same clause."""
    return (
        statement.clause is before.clause
        and statement.start - before.end < _NEAR
        and statement.search(
            phrase(r"{delete}|{return}|{keep_by_law}|{choose}|{confirm}|{payment}|\b\w*kosten\b|\bcosts\b", language)
        )
        is not None
        and statement.search(phrase(_NOT_THE_END, language)) is None
    )


def _at_the_end(statement: Statement, language: str) -> bool:
    if statement.search(phrase(_NOT_THE_END, language)) or "SUBPROCESSOR" in statement.heading:
        return False
    if _HEADING.search(statement.heading):
        return True
    return statement.search(phrase(r"{end_of_agreement}", language)) is not None and bool(
        statement.search(phrase(r"(?:{delete}|{return}) … {data}|{data} … (?:{delete}|{return})", language))
    )


def _data(reading: Reading) -> Iterator[Candidate]:
    for _, group in groupby(_end_statements(reading), key=lambda s: (s.clause.article, s.clause.heading)):
        yield from _fate(tuple(group), reading.language)


_RETURNS = r"{return}|\bwil CONTROLLER (?:\S+ ){0,3}kopie\b"
_DELETES = r"{delete}"
_REQUESTED = (
    r"\b(?:op (?:\S+ ){0,4}verzoek|verzoek(?:t)?|desgevraagd|upon (?:\S+ ){0,3}request|"
    r"on (?:\S+ ){0,3}request|at (?:\S+ ){0,3}request|requests?|requested|auf verlangen|"
    r"auf anforderung|export\w*|retriev\w*|download\w*)\b"
)
_RETURN_REQUESTED = (
    rf"{_REQUESTED}[^.;]{{0,220}}(?:{{return}})|(?:{{return}})[^.;]{{0,60}}{_REQUESTED}|"
    rf"\bexport\w*|\bretriev\w*|\bdownload\w*|\bwil CONTROLLER\b"
)
_EITHER = (
    r"(?:{delete}|{return})[^.;]{0,40}\b(?:of|or|dan wel|oder|ou|en/of|and/or|"
    r"c\.q\.)\b[^.;]{0,60}(?:{delete}|{return})"
)
_AGREED = r"\b(?:tenzij|unless)\b[^.;]{0,90}\b(?:afspreekt|overeenkomt|agrees)\b|\bpartijen (?:\w+ ){0,2}(?:afspreken|overeenkomen)\b|\bparties (?:have )?agree\w*|\b(?:indien|als|voor zover|if|where|unless|tenzij) (?:\S+ ){0,3}?(?:overeengekomen|agreed)\b"
_BACKUP = re.compile(r"\bback-?ups?\b|\breservekopie\w*")


def _fate(group: Sequence[Statement], language: str) -> Iterator[Candidate]:
    def saying(*patterns: str) -> tuple[Statement, ...]:
        return tuple(
            s for s in group if all(s.search(phrase(p, language)) for p in patterns) and not _BACKUP.search(s.own[:40])
        )

    group = tuple(
        s for s in group if not s.search(phrase(r"{confirm}", language)) or s.search(phrase(r"{choose}", language))
    )
    both = saying(_RETURNS, _DELETES)
    chosen = [s for s in saying(r"{choose}") if s in both or s.search(phrase(f"{_RETURNS}|{_DELETES}", language))]
    if chosen and (saying(_RETURNS) and saying(_DELETES)):
        yield Candidate("end.data", "controller_chooses", _cited(chosen[:1]))
        return
    agreed = [s for s in both if s.search(phrase(_AGREED, language))]
    if agreed:
        yield Candidate("end.data", "delete_unless_return_agreed", _cited(agreed[:1]))
        return
    returning, deleting = saying(_RETURNS), saying(_DELETES)
    if not returning or not deleting:
        return
    requested = [s for s in returning if s.search(phrase(_RETURN_REQUESTED, language))]
    if requested:
        yield Candidate(
            "end.data", "return_on_request_then_delete", _cited((requested[0], deleting[0])), Strength.PASSING
        )
    elif (
        all(s.search(phrase(_EITHER, language)) is None for s in both)
        and any(s.subject is not Role.CONTROLLER for s in returning)
        and saying(r"{end_of_agreement}")
    ):
        yield Candidate("end.data", "return_then_delete", _cited((returning[0], deleting[0])), Strength.PASSING)


def _cited(among: Sequence[Statement]) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys(p for s in among for p in s.passages))


_LIMIT = re.compile(
    r"\b(?:binnen|uiterlijk|maximaal|gedurende|tot|within|no later than|not later than|"
    r"for a period of|for|during|innerhalb|spätestens|dans un délai de|sous|na|"
    r"after)\b[^.;]{0,35}$|\b(?:heeft|has|have)[^.;]{0,30}$"
)
_CHOOSES = (
    r"\b(?:afspreekt|afspreken|laten weten|keuze|keus|kiezen|kiest|kenbaar|verzoek(?:t|en)?|export\w*|retriev\w*|download\w*|choose|"
    r"choice|elect\w*|request\w*|gelegenheid|opportunity|exercised)\b"
)
_CLAUSES = re.compile(r";|,? \b(?:tenzij|behoudens|unless|except|mits|provided that|met dien verstande)\b")


_BEFORE_THEN = r"\b(?:vóór|voor|binnen) die (?:tijd|termijn|datum)\b|\b(?:before|within) that (?:time|period|date)\b"


def _periods(reading: Reading) -> Iterator[Candidate]:
    for statement in _end_statements(reading):
        if _BACKUP.search(statement.own):
            continue
        yield from _until_then(statement, reading.language)
        at = statement.offset
        for part in _CLAUSES.split(statement.own):
            at = statement.text.index(part, at)
            for duration in durations(part):
                key = _period_of(part, duration, reading.language)
                if key:
                    yield Candidate(key, duration.iso, statement.passages)
                    break


def _until_then(statement: Statement, language: str) -> Iterator[Candidate]:
    """A choice to be made "before that time": within the period that the sentence before it names."""
    then = statement.search(phrase(_BEFORE_THEN, language))
    if then is None:
        return
    within = [d for d in durations(statement.text[: then.start()]) if _LIMIT.search(statement.text[: d.start])]
    asks = phrase(_BY_CONTROLLER.replace("{choosing}", _CHOOSES), language).search(
        statement.text[max(0, then.start() - 40) :]
    )
    if within and asks:
        yield Candidate("end.choice_window", within[-1].iso, statement.passages)
    before = statement.before
    if before is None or within:
        return
    if statement.search(phrase(_BY_CONTROLLER.replace("{choosing}", _CHOOSES), language)):
        for duration in durations(before.own):
            if _LIMIT.search(before.own[: duration.start]):
                passages = (*before.passages, *statement.passages)
                yield Candidate("end.choice_window", duration.iso, passages)
                return


_BY_CONTROLLER = (
    r"\bCONTROLLER\b[^.;]{0,90}(?:{choosing})|\bwelk verzoek\b|(?:{choosing}) … \b(?:van|of|by|"
    r"door) (?:de |the )?CONTROLLER\b"
)
_KEPT = re.compile(r"\b(?:bewaart|bewaren|bewaard|retained?|kept|aufbewahr\w*|opgeslagen|stored)\b[^.;]{0,40}$")
_CHOICE_OF_ITS_OWN = (
    r"\b(?:zijn|haar|its|their) (?:keu[sz]e?|choice|election|verzoek|request)\b|\bverzoek dient\b|\brequest must\b"
)
_ACTS_AFTER = (
    r"{on_request}(?![^.;]{0,60}\b(?:gedaan|ingediend|made|submitted)\b) … \b(?:binnen|"
    r"within)\b[^.;]{0,30}$"
)


def _period_of(part: str, duration: Duration, language: str) -> str | None:
    """The fact that a period in `part` belongs to: the controller's time to choose, or the processor's to act."""
    before = part[: duration.start]
    if not _LIMIT.search(before) or _KEPT.search(before):
        return None
    choosing = phrase(_BY_CONTROLLER.replace("{choosing}", _CHOOSES), language).search(part) or phrase(
        _CHOICE_OF_ITS_OWN, language
    ).search(part)
    acts = phrase(
        r"{delete}|\bretourne\w*|\bgeretourneerd\b|\breturn(?:s|ed)?\b|\bzurück\w*|\brestitu\w*|"
        r"\bovergedragen\b|\boverdragen\b|\bdraagt … \bover\b|\bgeeft … \bterug\b|\bvoert … \buit\b|\bcarr(?:y|ies) out\b",
        language,
    ).search(part)
    if (
        choosing
        and not (acts and phrase(_ACTS_AFTER, language).search(before))
        and not phrase(r"PROCESSOR (?:\w+ ){0,3}(?:{delete})|(?:{delete}) (?:de )?PROCESSOR", language).search(before)
    ):
        return "end.choice_window"
    if acts and not phrase(r"{keep_by_law}[^.;]{0,20}$", language).search(before):
        return "end.deadline"
    return None


def _proof(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    for statement in _end_statements(reading):
        if (
            statement.subject in (None, Role.PROCESSOR)
            and statement.search(phrase(r"{confirm}", language))
            and statement.search(phrase(r"{delete}|\bniet langer aanwezig\b", language))
            and not statement.search(phrase(r"{costs}|\bwettelijk", language))
        ):
            yield flag("end.certificate", statement)
        if _withholds(statement, language):
            yield flag("end.withheld_until_payment", statement)
        elif statement.search(phrase(_NEVER_WITHHELD, language)):
            yield Candidate("end.withheld_until_payment", value=False, passages=statement.passages)


_NEVER_WITHHELD = (
    r"\b(?:opschorting|opschort\w*|retentierecht|withhold|lien|right of retention)\b[^.;]{0,110}\b(?:niet|geen|not|no)\b|"
    r"\b(?:niet|geen|not|no)\b[^.;]{0,60}\b(?:opschort\w*|retentierecht|withhold|lien)\b"
)


def _withholds(statement: Statement, language: str) -> bool:
    return bool(
        statement.search(phrase(r"{payment}", language))
        and statement.search(phrase(r"{before}", language))
        and (statement.near(phrase(r"{return}|{delete}", language)) or statement.search(phrase(r"{data}", language)))
        and statement.subject in (None, Role.PROCESSOR)
        and not statement.search(phrase(_NEVER_WITHHELD, language))
    )


_FORMAT = re.compile(
    r"\bin (?:een |het |a |an |the |einem )?(?P<format>(?!welk|dit|dat|hetzelfde|deze|een ander|ander|this|that|which|any|another|other|elk)"
    r"(?:[\w/-]+(?:, | en | and | of | or | )){0,7}?[\w/-]*(?:formaat|format)(?: \([^()]{2,60}\))?)(?!\w)"
)


def _format(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, "formaat", "format", headings=False):
        match = _FORMAT.search(statement.own)
        returned = statement.search(
            phrase(
                r"{return}|\bgeleverd\b|\bdelivered\b|\bter beschikking\b|\baan CONTROLLER\b|\bprovide\w*|\bmake available\b",
                reading.language,
            )
        )
        if match and returned and not statement.search(phrase(r"{rights}", reading.language)):
            start = statement.start + match.start("format")
            end = statement.start + match.end("format")
            strength = Strength.EXPRESS if _at_the_end(statement, reading.language) else Strength.PASSING
            yield Candidate("end.return_format", reading.original(start, end), ((start, end),), strength)


def _costs(reading: Reading) -> Iterator[Candidate]:
    for statement in _end_statements(reading):
        if not statement.near(
            phrase(r"{return}|{delete}|\bartikel \d+(?:\.\d+)? gestelde\b|\bexport", reading.language)
        ):
            continue
        who = bearer(statement, reading.language)
        if who in (CONTROLLER, PROCESSOR, IF_AT_FAULT):
            yield Candidate("end.costs", PROCESSOR if who == PROCESSOR else CONTROLLER, statement.passages)


def _kept(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    for statement in _end_statements(reading):
        if (
            statement.search(phrase(r"{keep_by_law}", language))
            and statement.search(
                phrase(
                    r"{unless}|\bvoor zover\b|\bna verstrijken\b|\bto the extent\b|\bprovided that no\b|"
                    r"\bsofern\b|\bonly to the extent\b|\bvan afwijken\b|\bafwijken\b|\bonverlet\b|\blanger\b|\blonger\b|\bunaffected\b|"
                    r"\balleen\b|\bniet in strijd\b|\bmust (?:retain|keep)\b|\bmoet\w* bewaren\b",
                    language,
                )
            )
            and statement.search(
                phrase(
                    r"{delete}|{return}|\bbewa\w+|\bopslaan\b|\bop te slaan\b|\bretain\w*|\bstor\w+|\bkop\w+|"
                    r"\bkeep\b",
                    language,
                )
            )
        ) or statement.search(phrase(r"\btenzij … verplichting … (?:op te slaan|te bewaren)\b", language)):
            yield flag("end.legal_retention_exception", statement)


RULES = (
    Rule("end-data", ("end.data",), _data),
    Rule("end-periods", ("end.choice_window", "end.deadline"), _periods),
    Rule("end-proof", ("end.certificate", "end.withheld_until_payment"), _proof),
    Rule("end-format", ("end.return_format",), _format),
    Rule("end-costs", ("end.costs",), _costs),
    Rule("end-retention", ("end.legal_retention_exception",), _kept),
)
