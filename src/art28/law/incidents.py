"""When an incident is significant for a managed (security) service provider: criteria as dated data, any one is enough."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from art28.law.provision import Provision, Status, UnknownProvision, holds, interval, provision
from art28.law.tables import Row, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One ground on which an incident is significant, in both languages; `valid_to` is the last day it holds."""

    id: str
    provision: Provision
    nl: str
    en: str
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date
    status: Status

    def text(self, language: str) -> str:
        """The ground in words; any language but Dutch reads English."""
        return self.nl if language == "nl" else self.en


def criteria(on: date) -> tuple[Criterion, ...]:
    """The grounds that hold on that day, in the order of the file."""
    return tuple(row for row in all_criteria() if holds(row.valid_from, row.valid_to, on))


@cache
def all_criteria() -> tuple[Criterion, ...]:
    """Every ground, also those that no longer hold."""
    keys = ("id", "provision", "nl", "en", "valid_from", "valid_to", "source", "checked_on", "status")
    return tuple(_criterion(row) for row in rows("incidents.toml", "criterion", keys=keys))


def _criterion(row: Row) -> Criterion:
    first, last = interval(row)
    try:
        ground = provision(row.text("provision"))
    except UnknownProvision as error:
        raise row.wrong(str(error)) from error
    return Criterion(
        id=row.text("id"),
        provision=ground,
        nl=row.text("nl"),
        en=row.text("en"),
        valid_from=first,
        valid_to=last,
        source=row.text("source"),
        checked_on=row.day("checked_on"),
        status=row.choice("status", Status),
    )
