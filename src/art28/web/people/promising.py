"""What agreements promise of the people who carry them out, with the passages; the strictest interval of screening."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from art28.timelimits.period import InvalidPeriod
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, FactVersion
from art28.web.people import terms

SCREENING = "confidentiality.screening_interval"
BOUND = "confidentiality.staff_bound"
KEYS = (BOUND, "confidentiality.duty", SCREENING)
_ANY_DAY = date(2001, 1, 1)


@dataclass(frozen=True, slots=True)
class Interval:
    """At which interval certificates of conduct are renewed, under which agreement, by which provision."""

    period: str
    agreement_id: UUID
    party: str
    provision: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A fact about staff as an agreement has it: its key, value, provision and passages."""

    key: str
    value: object
    provision: str
    passages: tuple[str, ...]


def promises(agreement: Agreement) -> tuple[Promise, ...]:
    """What an agreement says of staff, in the order of the catalogue of facts."""
    found = agreements.facts_in(agreement.organisation, {agreement.pk}, KEYS).get(agreement.pk, {})
    return tuple(_promise(key, found[key]) for key in KEYS if key in found)


def _promise(key: str, row: FactVersion) -> Promise:
    passages = tuple(str(each.get("text", "")) for each in row.citations)
    return Promise(key, row.value, row.provision, passages)


def interval_under(agreement: Agreement) -> Interval | None:
    """The interval that one agreement names; None where it names none that can be counted."""
    found: Mapping[str, Any] = agreements.facts_in(agreement.organisation, {agreement.pk}, (SCREENING,)).get(
        agreement.pk, {}
    )
    row = found.get(SCREENING)
    if row is None or not _days(row.value):
        return None
    return Interval(str(row.value), agreement.pk, agreement.counterparty_name, row.provision)


def strictest(organisation: Organisation) -> Interval | None:
    """The shortest interval among all agreements under which the organisation processes; two queries however many."""
    said = [value for value in agreements.values_of(organisation, SCREENING, Direction.PROCESSOR) if _days(value)]
    if not said:
        return None
    shortest = min(said, key=_days)
    among = agreements.agreements(organisation).filter(direction=Direction.PROCESSOR).order_by().values("pk")
    row = agreements.saying(organisation, SCREENING, value=shortest, among=among).first()
    if row is None:
        return None
    return Interval(str(shortest), row.agreement_id, row.agreement.counterparty_name, row.provision)


@lru_cache(maxsize=64)
def _length(period: str) -> int:
    try:
        return (terms.last_day(_ANY_DAY, period, ZoneInfo("Europe/Amsterdam")) - _ANY_DAY).days
    except InvalidPeriod:
        return 0


def _days(value: object) -> int:
    """About how long it is, to compare by; 0 for what can't be counted."""
    return _length(value) if isinstance(value, str) else 0
