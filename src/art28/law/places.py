"""Which countries belong to the European Economic Area on a given day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from art28.law.provision import Status, holds, interval
from art28.law.tables import Row, rows

_SHAPE = re.compile(r"[A-Z]{2}|X-[A-Z]{2,6}")
_UNION_NOTATION = MappingProxyType({"EL": "GR", "UK": "GB"})


class InvalidCountry(ValueError):
    """Not an ISO 3166-1 alpha-2 code, nor a code of our own such as X-EPO."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A country counted as EEA between two days; `part_of` names the member a territory of its own code belongs to.

    `eea_only` says that it belongs to the EEA and not to the European Union.
    """

    code: str
    name: str
    part_of: str | None
    eea_only: bool
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date
    status: Status
    note: str | None


def country_code(country: str) -> str:
    """The ISO code in capitals; the Union's EL and UK become GR and GB.

    Raises `InvalidCountry` for a name, a three-letter code or anything else.
    """
    code = country.strip().upper()
    if not _SHAPE.fullmatch(code):
        raise InvalidCountry(f"{country!r} is not a two-letter ISO 3166-1 country code, such as NL")
    return _UNION_NOTATION.get(code, code)


def is_eea(country: str, on: date) -> bool:
    """Whether personal data that stay in `country` stay in the EEA on that day.

    Raises `InvalidCountry`.
    """
    membership = memberships().get(country_code(country))
    return membership is not None and holds(membership.valid_from, membership.valid_to, on)


def is_eu(country: str, on: date) -> bool:
    """Whether personal data that stay in `country` stay in the European Union on that day.

    Raises `InvalidCountry`.
    """
    membership = memberships().get(country_code(country))
    return membership is not None and not membership.eea_only and holds(membership.valid_from, membership.valid_to, on)


def eea_members(on: date) -> tuple[str, ...]:
    """The ISO codes of the EEA countries on that day, in alphabetical order, without territories."""
    return tuple(
        sorted(
            item.code
            for item in memberships().values()
            if item.part_of is None and holds(item.valid_from, item.valid_to, on)
        )
    )


@cache
def memberships() -> Mapping[str, Membership]:
    """Every membership by ISO code, those that ended included."""
    keys = ("code", "name", "part_of", "eea_only", "valid_from", "valid_to", "source", "checked_on", "status", "note")
    found: dict[str, Membership] = {}
    for row in rows("eea.toml", "member", keys=keys):
        item = _membership(row)
        if item.code in found:
            raise row.wrong("this country was given before")
        if item.part_of is not None and item.part_of not in found:
            raise row.wrong(f"part_of {item.part_of} must stand above it")
        found[item.code] = item
    return MappingProxyType(found)


def _membership(row: Row) -> Membership:
    first, last = interval(row)
    code = row.text("code")
    if not _SHAPE.fullmatch(code) or code in _UNION_NOTATION:
        raise row.wrong(f"code must be an ISO 3166-1 alpha-2 code, found {code!r}")
    return Membership(
        code=code,
        name=row.text("name"),
        part_of=row.optional_text("part_of"),
        eea_only="eea_only" in row.values and row.boolean("eea_only"),
        valid_from=first,
        valid_to=last,
        source=row.text("source"),
        checked_on=row.day("checked_on"),
        status=row.choice("status", Status),
        note=row.optional_text("note"),
    )
