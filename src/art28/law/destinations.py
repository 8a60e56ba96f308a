"""A country on a day -> what the Regulation says of transfers to it: within the EEA, adequate, adequate in part or neither.

Besides ISO codes, agreements name "EU", "EEA" and "worldwide"; what is none of these is unknown, which is not free.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from art28.law.adequacy import AdequacyDecision, adequacy, adequacy_decisions
from art28.law.places import InvalidCountry, country_code, is_eea, is_eu

WORLDWIDE = "worldwide"
_UNION, _AREA = "EU", "EEA"


class Level(StrEnum):
    """How data are protected in a country, by chapter V of the Regulation."""

    EEA = "eea"
    ADEQUATE = "adequate"
    IN_PART = "in_part"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Destination:
    """A country as a recipient of data on a day. `decision` is the adequacy decision that holds, `lapsed` one that did.

    `IN_PART` is a decision that holds for some recipients only: that this one falls under it is a fact to keep on file.
    """

    country: str
    level: Level
    decision: AdequacyDecision | None = None
    lapsed: AdequacyDecision | None = None


@lru_cache(maxsize=2_000)
def destination(country: str, on: date) -> Destination:
    """What holds for `country` on that day; never raises, what is no country is unknown."""
    if country in (_UNION, _AREA):
        return Destination(country, Level.EEA)
    if country == WORLDWIDE:
        return Destination(country, Level.NONE)
    try:
        code = country_code(country)
    except InvalidCountry:
        return Destination(country, Level.UNKNOWN)
    if is_eea(code, on):
        return Destination(code, Level.EEA)
    found = adequacy(code, on)
    if found is not None:
        return Destination(code, Level.IN_PART if found.scope else Level.ADEQUATE, decision=found)
    ended = [each for each in adequacy_decisions() if each.code == code and each.valid_to and each.valid_to < on]
    return Destination(code, Level.NONE, lapsed=max(ended, key=lambda each: each.valid_from, default=None))


def is_within(country: str, region: str, on: date) -> bool:
    """Whether `country` lies within `region` (NL, EU or EEA) on that day; what isn't known doesn't."""
    if region == _UNION:
        return country == _UNION or (_is_country(country) and is_eu(country, on))
    if region == _AREA:
        return country in (_UNION, _AREA) or (_is_country(country) and is_eea(country, on))
    return country == region


def _is_country(country: str) -> bool:
    try:
        country_code(country)
    except InvalidCountry:
        return False
    return True
