"""Provisions: which article of which source says something, and between which dates it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from art28.law.tables import InvalidTable, Row, rows


class Status(StrEnum):
    """How far a fact of the law was checked."""

    CONFIRMED = "confirmed"  # read in the legal text or a faithful copy of it
    SECONDARY = "secondary"  # read in a source about the text
    UNCONFIRMED = "unconfirmed"  # read in no source; check it before it decides anything


class UnknownProvision(ValueError):
    """No provision carries this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """An article of a source; `in_force_until` is the last day it holds, None where no end is known."""

    id: str
    source: str
    article: str
    in_force_from: date
    in_force_until: date | None
    status: Status

    def is_in_force(self, on: date) -> bool:
        return holds(self.in_force_from, self.in_force_until, on)


def holds(first: date, last: date | None, on: date) -> bool:
    """Whether `on` lies in the closed interval; None as `last` means without end."""
    return first <= on and (last is None or on <= last)


def provision(id_: str) -> Provision:
    """The provision with this id, such as `gdpr/33/1` or the counting rule `T-10`.

    Raises `UnknownProvision`.
    """
    try:
        return provisions()[id_]
    except KeyError:
        raise UnknownProvision(f"no provision {id_!r} in law/parameters/provisions.toml") from None


@cache
def provisions() -> Mapping[str, Provision]:
    """Every provision by id, in the order of the file."""
    keys = ("id", "source", "article", "in_force_from", "in_force_until", "status")
    found: dict[str, Provision] = {}
    for row in rows("provisions.toml", "provision", keys=keys):
        item = _provision(row)
        if item.id in found:
            raise row.wrong("this id was given before")
        found[item.id] = item
    return MappingProxyType(found)


def _provision(row: Row) -> Provision:
    first, last = interval(row, "in_force_from", "in_force_until")
    return Provision(
        id=row.text("id"),
        source=row.text("source"),
        article=row.text("article"),
        in_force_from=first,
        in_force_until=last,
        status=row.choice("status", Status),
    )


def interval(row: Row, first_key: str = "valid_from", last_key: str = "valid_to") -> tuple[date, date | None]:
    """First and last day of a row; raises `InvalidTable` where the last comes before the first."""
    first, last = row.day(first_key), row.optional_day(last_key)
    if last is not None and last < first:
        raise row.wrong(f"{last_key} {last} comes before {first_key} {first}")
    return first, last


def refuse_overlap(row: Row, earlier: list[tuple[date, date | None]], first: date, last: date | None) -> None:
    """Raise `InvalidTable` where the interval shares a day with one before it: a date must have one answer."""
    for begin, end in earlier:
        if (end is None or first <= end) and (last is None or begin <= last):
            raise InvalidTable(f"{row.place}: {first} to {last or 'now'} overlaps an earlier row of the same id")
    earlier.append((first, last))
