"""What an agreement says of how long data are kept, in the words of its table -> rules; a rule + a day -> the last day.

A table says it shortly: "until cancellation + 1 month", "6 months, then overwritten", "for the term". What these words don't
settle gives no rule, and a person says how long: nothing is guessed. That a statutory term overrides is Art. 28(3)(g) GDPR.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.law.parameter import Parameter, Unit, UnknownParameter, parameter, parameters
from art28.obligations.settled import Wording
from art28.terms import Role
from art28.timelimits.compute import compute_limit
from art28.timelimits.instants import AMSTERDAM, end_of_day
from art28.timelimits.limit import Limit, Regime
from art28.timelimits.period import InvalidPeriod, parse_period


class Basis(StrEnum):
    """From when a retention term counts: the end of the agreement, or the day on which each piece came to be."""

    END = "end"
    ROLLING = "rolling"


@dataclass(frozen=True, slots=True)
class Rule:
    """How long something is kept: `period` after the end (P0D: until it), or from when each piece came to be."""

    basis: Basis
    period: str


_WORDS: Mapping[str, int] = {
    word: number
    for number, several in enumerate(
        (
            "een één one a an",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
            "elf eleven",
            "twaalf twelve",
        ),
        start=1,
    )
    for word in several.split()
}
_UNITS: Mapping[str, str] = {"d": "D", "w": "W", "m": "M", "j": "Y", "y": "Y"}
_TERM = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_WORDS)})\s?(?:\((?:\d{{1,3}}|{'|'.join(_WORDS)})\)\s?)?"
    r"(dag|dagen|days?|week|weken|weeks|maand|maanden|months?|mnd|jaar|jaren|years?)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:opzegging|beëindig\w*|einde|eindigt|looptijd|duur|zolang|terminat\w*|cancellation|end|ends|term|duration|expiry)\b",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:wettelijk\w*|fisca\w*|statutory|legal|law)\b", re.IGNORECASE)
_OR = re.compile(r"(?:;|,?\s*\b(?:dan wel|or|of(?=\s(?:tot|na|bij|maximaal|\d)))\b)", re.IGNORECASE)


def rules_of(text: str) -> tuple[Rule, ...]:
    """The rules that `text` sets, each alternative by itself; empty where any of them can't be told.

    >>> [(rule.basis.value, rule.period) for rule in rules_of("6 maanden, daarna overschreven, of tot opzegging + 1 maand")]
    [('rolling', 'P6M'), ('end', 'P1M')]
    >>> rules_of("zolang de wet dat voorschrijft"), rules_of("for the term of the agreement")
    ((), (Rule(basis=<Basis.END: 'end'>, period='P0D'),))
    """
    found: list[Rule] = []
    for part in filter(None, _OR.split(text[:500])):
        rule = _rule(part)
        if rule is None:
            return ()
        found.append(rule)
    return tuple(dict.fromkeys(found))


def _rule(part: str) -> Rule | None:
    terms = _TERM.findall(part)
    if len(terms) > 1 or _LAW.search(part) or " wet " in f" {part.lower()} ":
        return None
    period = _period(*terms[0]) if terms else "P0D"
    if _END.search(part):
        return Rule(Basis.END, period)
    return Rule(Basis.ROLLING, period) if terms else None


def _period(number: str, unit: str) -> str:
    amount = int(number) if number.isdigit() else _WORDS[number.lower()]
    return f"P{amount}{_UNITS[unit[0].lower()]}"


def kept_until(since: datetime, period: str, zone: ZoneInfo = AMSTERDAM) -> Limit | None:
    """When a term of an agreement that counts from `since` has run out; None where that can't be counted."""
    try:
        return compute_limit(since, parse_period(period), regime=Regime.CONTRACT, zone=zone)
    except InvalidPeriod:
        return None


@dataclass(frozen=True, slots=True)
class Ground:
    """A term of the law that overrides an agreement: the parameter in force, and the last day on which it holds."""

    parameter: Parameter
    until: date


def grounds(on: date) -> tuple[Parameter, ...]:
    """The statutory retention terms known on that day."""
    found = (_known(id_, on) for id_ in parameters() if id_.startswith("retention."))
    return tuple(each for each in found if each is not None)


def _known(id_: str, on: date) -> Parameter | None:
    try:
        return parameter(id_, on)
    except UnknownParameter:
        return None


_ISO = {Unit.DAYS: "D", Unit.WEEKS: "W", Unit.MONTHS: "M", Unit.YEARS: "Y"}


def statutory(id_: str, since: date, zone: ZoneInfo = AMSTERDAM) -> Ground:
    """The term `id_` counted from the day on which it begins. Raises `UnknownParameter`."""
    found = parameter(id_, since)
    limit = compute_limit(
        end_of_day(since, zone) - timedelta(minutes=1),
        parse_period(f"P{found.value}{_ISO[found.unit]}"),
        regime=Regime.CONTRACT,
        zone=zone,
        shift=False,
    )
    last = limit.last_day or limit.ends_at.astimezone(zone).date()
    return Ground(found, last)


def duty_to_delete(period: str, *, provision: str, on: str, law: str = "") -> Duty:
    """The promise to delete once `period` has run out, on the day `on`: by a clause, or by the `law` that overrides.

    The day is part of its id, since the same thing may fall due again: each month, or later than agreed.
    """
    return Duty(
        id=f"{Trigger.RETENTION}.{Role.PROCESSOR}.{Action.DELETE_RETAINED}.{on}",
        action=Action.DELETE_RETAINED,
        trigger=Trigger.RETENTION,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=DutyLimit(period, Wording.FIXED, "contract", LimitSource.LAW if law else LimitSource.AGREEMENT),
        channels=(),
        content=(),
        citations=(),
        provision=law or provision,
        facts=(),
        gdpr="" if law or provision else "28(3)(g)",
    )
