"""Adequacy decisions (Art. 45 GDPR): whether a transfer to a country rests on one on a given day, and how far it reaches."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from art28.law.places import country_code
from art28.law.provision import Status, holds, interval, refuse_overlap
from art28.law.tables import Row, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class AdequacyDecision:
    """A decision between two days; `scope` says for whom or what it holds, None where it covers every transfer.

    A decision with a scope answers nothing by itself: whether the recipient falls under it is a fact to record.
    """

    code: str
    territory: str
    decision: str
    decided_on: date
    valid_from: date
    valid_to: date | None
    scope: str | None
    source: str
    checked_on: date
    status: Status
    note: str | None


def adequacy(country: str, on: date) -> AdequacyDecision | None:
    """The decision that holds on that day, None where there is none; `X-EPO` is the European Patent Organisation.

    Raises `InvalidCountry`.
    """
    code = country_code(country)
    for item in adequacy_decisions():
        if item.code == code and holds(item.valid_from, item.valid_to, on):
            return item
    return None


@cache
def adequacy_decisions() -> tuple[AdequacyDecision, ...]:
    """Every decision, those that ended or were annulled included."""
    keys = (
        "code", "territory", "decision", "decided_on", "valid_from", "valid_to", "scope", "source", "checked_on",
        "status", "note",
    )  # fmt: skip
    found: list[AdequacyDecision] = []
    intervals: dict[str, list[tuple[date, date | None]]] = {}
    for row in rows("adequacy.toml", "decision", keys=keys):
        item = _decision(row)
        refuse_overlap(row, intervals.setdefault(item.code, []), item.valid_from, item.valid_to)
        found.append(item)
    return tuple(found)


def _decision(row: Row) -> AdequacyDecision:
    first, last = interval(row)
    return AdequacyDecision(
        code=row.text("code"),
        territory=row.text("territory"),
        decision=row.text("decision"),
        decided_on=row.day("decided_on"),
        valid_from=first,
        valid_to=last,
        scope=row.optional_text("scope"),
        source=row.text("source"),
        checked_on=row.day("checked_on"),
        status=row.choice("status", Status),
        note=row.optional_text("note"),
    )
