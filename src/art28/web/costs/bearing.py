"""What an agreement says of the costs of a breach -> who may charge them to whom, or why nobody may."""

from dataclasses import dataclass
from enum import StrEnum

from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, FactVersion
from art28.web.costs.models import Incurred

FACT = "breach.costs"


class Why(StrEnum):
    """Why costs aren't charged on."""

    SILENT = "silent"
    EACH_ITS_OWN = "each_own"
    OURS_TO_BEAR = "ours"
    ROLE_UNKNOWN = "role"


@dataclass(frozen=True, slots=True)
class Bearing:
    """Who bears the costs under one agreement: `refused` is None where we may charge ours to the other side."""

    agreement: Agreement
    ours: Incurred | None
    said: str
    clause: str
    passage: str
    refused: Why | None


def bearing(agreement: Agreement) -> Bearing:
    """Read it from the agreement's fact; one query."""
    found = agreements.facts_in(agreement.organisation, {agreement.pk}, (FACT,)).get(agreement.pk, {}).get(FACT)
    return bearing_of(agreement, found)


def bearing_of(agreement: Agreement, fact: FactVersion | None) -> Bearing:
    """The same from the fact that was read before."""
    said = fact.value if fact is not None and isinstance(fact.value, str) else ""
    passage = str(fact.citations[0].get("text", "")) if fact is not None and fact.citations else ""
    ours = _ours(agreement)
    return Bearing(agreement, ours, said, fact.provision if fact else "", passage, _refused(said, ours))


def _ours(agreement: Agreement) -> Incurred | None:
    match agreement.direction:
        case Direction.PROCESSOR:
            return Incurred.PROCESSOR
        case Direction.CONTROLLER:
            return Incurred.CONTROLLER
        case _:
            return None


def _refused(said: str, ours: Incurred | None) -> Why | None:
    if ours is None:
        return Why.ROLE_UNKNOWN
    if not said:
        return Why.SILENT
    if said == "each_own":
        return Why.EACH_ITS_OWN
    return Why.OURS_TO_BEAR if said == ours.value else None
