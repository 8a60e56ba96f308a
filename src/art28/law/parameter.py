"""Dated numbers of the law: `parameter("gdpr.breach.authority", on=...)` is 72 hours with its provision and source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from art28.law.provision import Provision, Status, UnknownProvision, holds, interval, provision, refuse_overlap
from art28.law.tables import Row, rows


class Unit(StrEnum):
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class UnknownParameter(ValueError):
    """No parameter carries this id, or none holds on that date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number of the law between two dates; `valid_to` is the last day it holds, None where no end is known.

    `names` says what it is for, by language.
    """

    id: str
    names: Mapping[str, str]
    value: int
    unit: Unit
    provision: Provision
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date
    status: Status
    note: str | None


def parameter(id_: str, on: date) -> Parameter:
    """The value that holds on that date.

    Raises `UnknownParameter`: an id that doesn't exist and a date before its law are both a mistake of the caller.
    """
    versions = parameters().get(id_, ())
    for version in versions:
        if holds(version.valid_from, version.valid_to, on):
            return version
    if not versions:
        raise UnknownParameter(f"no parameter {id_!r} in law/parameters/periods.toml")
    known = ", ".join(f"{item.valid_from} to {item.valid_to or 'now'}" for item in versions)
    raise UnknownParameter(f"parameter {id_!r} doesn't hold on {on}; it is known for {known}")


@cache
def parameters() -> Mapping[str, tuple[Parameter, ...]]:
    """Every version of every parameter, by id."""
    keys = (
        "id",
        "name_nl",
        "name_en",
        "value",
        "unit",
        "provision",
        "valid_from",
        "valid_to",
        "source",
        "checked_on",
        "status",
        "note",
    )
    found: dict[str, tuple[Parameter, ...]] = {}
    intervals: dict[str, list[tuple[date, date | None]]] = {}
    for row in rows("periods.toml", "period", keys=keys):
        item = _parameter(row)
        refuse_overlap(row, intervals.setdefault(item.id, []), item.valid_from, item.valid_to)
        found[item.id] = (*found.get(item.id, ()), item)
    return MappingProxyType(found)


def _parameter(row: Row) -> Parameter:
    first, last = interval(row)
    value = row.integer("value")
    if value < 1:
        raise row.wrong(f"value must be at least 1, found {value}")
    try:
        origin = provision(row.text("provision"))
    except UnknownProvision as error:
        raise row.wrong(str(error)) from error
    return Parameter(
        id=row.text("id"),
        names=MappingProxyType({language: row.text(f"name_{language}") for language in ("nl", "en")}),
        value=value,
        unit=row.choice("unit", Unit),
        provision=origin,
        valid_from=first,
        valid_to=last,
        source=row.text("source"),
        checked_on=row.day("checked_on"),
        status=row.choice("status", Status),
        note=row.optional_text("note"),
    )
