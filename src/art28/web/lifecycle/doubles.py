"""Agreements with the same party that say the same, put in twice: as Word and as PDF, or scanned once more."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FactVersion, State

_ALIKE = 0.9
"""Which part of all that either says both must say alike."""
_LEAST = 10
"""With fewer facts than this nothing is said of two agreements."""
_MOST = 20
"""How many agreements of a party are compared with one."""


@dataclass(frozen=True, slots=True)
class Double:
    """Another agreement that says the same: how many facts are alike, of all that either states."""

    agreement: Agreement
    alike: int
    facts: int


def doubles(agreement: Agreement) -> tuple[Double, ...]:
    """The agreements with the same party that say the same as this one, most alike first; at most two queries."""
    return doubles_of(agreement.organisation, (agreement,)).get(agreement.pk, ())


def doubles_of(organisation: Organisation, those: Collection[Agreement]) -> dict[UUID, tuple[Double, ...]]:
    """The same for several agreements, those left out that have none; at most two queries."""
    asked = [each for each in those if each.state == State.READ and each.counterparty_id is not None]
    if not asked:
        return {}
    rows = agreements.agreements(organisation).filter(
        counterparty__in={each.counterparty_id for each in asked}, state=State.READ
    )
    of_party: dict[tuple[UUID | None, str], list[Agreement]] = defaultdict(list)
    for row in rows.select_related("source"):
        of_party[row.counterparty_id, row.direction].append(row)
    beside = {each.pk: _beside(each, of_party[each.counterparty_id, each.direction]) for each in asked}
    compared = {key for key, others in beside.items() if others} | {row.pk for each in beside.values() for row in each}
    if not compared:
        return {}
    said = _said(organisation, compared)
    found = {key: _same(said[key], others, said) for key, others in beside.items() if others}
    return {key: same for key, same in found.items() if same}


def _beside(agreement: Agreement, of_party: list[Agreement]) -> list[Agreement]:
    return [row for row in of_party if row.pk != agreement.pk][:_MOST]


def _same(
    mine: Mapping[str, object], others: Collection[Agreement], said: Mapping[UUID, Mapping[str, object]]
) -> tuple[Double, ...]:
    alike = [Double(each, *_alike(mine, said[each.pk])) for each in others]
    same = [each for each in alike if each.facts >= _LEAST and each.alike >= _ALIKE * each.facts]
    return tuple(sorted(same, key=lambda each: -each.alike))


def _said(organisation: Organisation, ids: Collection[UUID]) -> Mapping[UUID, Mapping[str, object]]:
    rows = FactVersion.objects.filter(organisation=organisation, agreement__in=ids, current=True).exclude(value=None)
    said: dict[UUID, dict[str, object]] = defaultdict(dict)
    for agreement_id, key, value in rows.values_list("agreement_id", "key", "value"):
        said[agreement_id][key] = value
    return said


def _alike(mine: Mapping[str, object], theirs: Mapping[str, object]) -> tuple[int, int]:
    both = mine.keys() & theirs.keys()
    return sum(mine[key] == theirs[key] for key in both), len(mine.keys() | theirs.keys())
