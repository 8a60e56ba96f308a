"""Promises held against each other -> gathered by kind of duty, the worst first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from art28.agreement.model import Fact
from art28.comparing.chain import Standing, strictness


@dataclass(frozen=True, slots=True)
class Kind:
    """What is promised on one fact: `standings` with the worst first, and to how many customers more was promised.

    A customer counts once for each supplier that falls short of what it was promised. `promised` is the strictest promise.
    """

    key: str
    promised: Fact
    standings: tuple[Standing, ...]
    promises: int


def kinds(standings: Iterable[Standing]) -> tuple[Kind, ...]:
    """The kinds of duty, the worst first; those that are as bad in the order that a chain is read in."""
    by_key: dict[str, list[Standing]] = {}
    for each in standings:
        by_key.setdefault(each.key, []).append(each)
    found = (
        Kind(key, _strictest(rows), worst_first(rows), sum(each.customers for each in rows))
        for key, rows in by_key.items()
    )
    return tuple(sorted(found, key=lambda kind: -kind.promises))


def _strictest(standings: Sequence[Standing]) -> Fact:
    return min((each.promised for each in standings), key=lambda fact: strictness(fact) or 0.0)


def worst_first(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Standings by how many customers were promised more, then by how much; of periods with slack, the tightest first."""
    return tuple(sorted(standings, key=lambda each: (-each.customers, each.slack or timedelta(), each.supplier.name)))
