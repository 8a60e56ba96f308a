"""Where data are processed along a chain, and which places lie outside the region that a customer was promised."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from art28.agreement.model import Fact
from art28.law.destinations import Level, destination, is_within
from art28.obligations.settled import Said, settled

LIST = "subprocessors.list"
_RULE, _REGION = "transfers.rule", "transfers.region"
_NOT_OUTSIDE, _AREA = "not_outside_eea", "EEA"
_REGIONS = ("NL", "EU", _AREA)
"""From the narrowest to the widest, so that what lies outside one lies outside those before it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country in which data are processed at a supplier, or at one of its own sub-processors (`via`)."""

    supplier: str
    via: str
    country: str
    in_eea: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """The region that an agreement keeps data within, whatever safeguards there are, and the fact that says so.

    `width` ranks it: the narrower the lower.
    """

    width: int
    region: str
    fact: Fact


def bound(said: Said) -> Bound | None:
    """The region that data may not leave. None where transfers are allowed with consent, with safeguards or freely."""
    rule, region = settled(said, _RULE), settled(said, _REGION)
    if rule is not None and rule.value != _NOT_OUTSIDE:
        return None
    if region is not None and region.value in _REGIONS and (rule is None or region.value != _AREA):
        return Bound(_REGIONS.index(str(region.value)), str(region.value), region.fact)
    return Bound(_REGIONS.index(_AREA), _AREA, rule.fact) if rule is not None else None


def region_of(promised: Fact) -> str:
    """The region that a promise about transfers keeps data within."""
    return str(promised.value) if promised.key == _REGION else _AREA


def left(places: Iterable[Place], on: date) -> tuple[tuple[int, Place], ...]:
    """Of places those outside a region, each with the width of the widest region that it is outside of.

    What is no country that can be told is left out: nobody knows where it lies.
    """
    return tuple((max(widths), place) for place in places if (widths := tuple(_outside_of(place.country, on))))


def _outside_of(country: str, on: date) -> Iterator[int]:
    if destination(country, on).level is Level.UNKNOWN:
        return
    for width, region in enumerate(_REGIONS):
        if not is_within(country, region, on):
            yield width


def places(told: Iterable[Said], own: Iterable[tuple[str, Said]], on: date) -> Iterator[Place]:
    """Where data are processed: as customers were told of each sub-processor, and as each supplier's own agreement lists."""
    found = {(name, name, country) for said in told for name, country in _countries(said)}
    found |= {(supplier, name, country) for supplier, said in own for name, country in _countries(said)}
    for supplier, via, country in sorted(found):
        in_eea = destination(country, on).level is Level.EEA
        yield Place(supplier, "" if via == supplier else via, country, in_eea)


def listed(said: Said) -> Iterator[Mapping[str, object]]:
    """The sub-processors that an agreement lists, as records."""
    fact = said.facts.get(LIST)
    if fact is not None and isinstance(fact.value, tuple):
        yield from (record for record in fact.value if isinstance(record, Mapping))


def countries_of(record: Mapping[str, object]) -> tuple[str, ...]:
    """Where a listed sub-processor processes; where it is established, if its agreement says no more."""
    processing = record.get("processing_in")
    where = processing if isinstance(processing, tuple) and processing else (record.get("established_in"),)
    return tuple(country for country in where if isinstance(country, str))


def _countries(said: Said) -> Iterator[tuple[str, str]]:
    for record in listed(said):
        if name := str(record.get("name") or ""):
            yield from ((name, country) for country in countries_of(record))
