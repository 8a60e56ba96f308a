"""A change of sub-processor, held against what one agreement says -> what it asks first: notice, consent, or not at all.

Silence is read as the law has it: without authorisation in writing there is none (Art. 28(2) GDPR). What only a person can
say, such as whether an exception of the agreement applies, is left to a person and shown as such.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from art28.law.destinations import Level, destination, is_within


class Kind(StrEnum):
    """What is to change."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"
    MOVE = "move"


class Need(IntEnum):
    """What an agreement asks before the change, the least first."""

    NOTHING = 0
    NOTICE = 1
    CONSENT = 2
    FORBIDDEN = 3


class Ground(StrEnum):
    """Why an agreement asks that."""

    GENERAL = "general"
    SPECIFIC = "specific"
    SILENT = "silent"
    OUTSIDE = "outside"
    OUTSIDE_CONSENT = "outside_consent"
    OUTSIDE_SILENT = "outside_silent"
    NO_SAFEGUARD = "no_safeguard"
    NO_BASIS = "no_basis"
    COUNTRY_UNKNOWN = "country_unknown"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class CarveOut:
    """An exception to the agreement's rule on countries, in its own words."""

    service: str
    region: str
    condition: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says on sub-processors and transfers; None or empty where it is silent.

    `period` is how long before the change it wants notice, ISO 8601. `provisional` names the keys that rest on the strictest
    candidate of an open question.
    """

    authorisation: str | None = None
    period: str | None = None
    working_days: bool = False
    objection: bool = False
    rule: str | None = None
    region: str | None = None
    carve_outs: tuple[CarveOut, ...] = ()
    provisional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """The change: from `on`, data are processed in `countries`; `safeguarded` are those for which safeguards are on file."""

    kind: Kind
    countries: tuple[str, ...]
    on: date
    safeguarded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground; `key` is the fact whose passage carries it, empty where the law alone does; `countries` those at issue."""

    ground: Ground
    need: Need
    key: str
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Impact:
    """What an agreement asks before a change, the weightiest reason first; a person says whether an exception lifts it."""

    need: Need
    reasons: tuple[Reason, ...]
    exceptions: tuple[CarveOut, ...] = ()


def impact(terms: Terms, planned: Planned) -> Impact:
    """What `terms` ask before `planned`; a move is taken like an addition, since customers were told of a country."""
    if planned.kind is Kind.REMOVE:
        return Impact(Need.NOTHING, (Reason(Ground.REMOVED, Need.NOTHING, ""),))
    reasons = (*_of_countries(terms, planned), _of_authorisation(terms))
    ordered = tuple(sorted(reasons, key=lambda reason: -reason.need))
    forbidden = any(reason.ground in _LIFTED_BY_EXCEPTION for reason in ordered)
    return Impact(ordered[0].need, ordered, terms.carve_outs if forbidden else ())


_LIFTED_BY_EXCEPTION = frozenset({Ground.OUTSIDE, Ground.OUTSIDE_CONSENT, Ground.NO_SAFEGUARD})


def _of_authorisation(terms: Terms) -> Reason:
    key = "subprocessors.authorisation"
    if terms.authorisation == "general":
        return Reason(Ground.GENERAL, Need.NOTICE, key)
    if terms.authorisation == "specific":
        return Reason(Ground.SPECIFIC, Need.CONSENT, key)
    return Reason(Ground.SILENT, Need.CONSENT, "")


def _of_countries(terms: Terms, planned: Planned) -> tuple[Reason, ...]:
    found = []
    unknown = tuple(each for each in planned.countries if destination(each, planned.on).level is Level.UNKNOWN)
    if unknown or not planned.countries:
        found.append(Reason(Ground.COUNTRY_UNKNOWN, Need.FORBIDDEN, "", unknown))
    region = terms.region or "EEA"
    outside = tuple(
        each for each in planned.countries if each not in unknown and not is_within(each, region, planned.on)
    )
    bare = tuple(each for each in planned.countries if each not in unknown and not _has_basis(each, planned))
    if outside:
        found += _by_rule(terms, outside, bare)
    if bare and not any(reason.ground is Ground.NO_SAFEGUARD for reason in found):
        found.append(Reason(Ground.NO_BASIS, Need.FORBIDDEN, "", bare))
    return tuple(found)


def _by_rule(terms: Terms, outside: tuple[str, ...], bare: tuple[str, ...]) -> list[Reason]:
    key = "transfers.rule"
    match terms.rule:
        case "not_outside_eea":
            return [Reason(Ground.OUTSIDE, Need.FORBIDDEN, key, outside)]
        case "with_consent":
            return [Reason(Ground.OUTSIDE_CONSENT, Need.CONSENT, key, outside)]
        case "with_safeguards":
            return [Reason(Ground.NO_SAFEGUARD, Need.FORBIDDEN, key, bare)] if bare else []
        case "free":
            return []
        case _:
            # Data leave the EEA on the controller's documented instructions only (Art. 28(3)(a)).
            return [Reason(Ground.OUTSIDE_SILENT, Need.CONSENT, "", outside)]


def _has_basis(country: str, planned: Planned) -> bool:
    """Whether chapter V lets data go there: the EEA, an adequacy decision, or safeguards on file."""
    level = destination(country, planned.on).level
    return level in (Level.EEA, Level.ADEQUATE) or country in planned.safeguarded
