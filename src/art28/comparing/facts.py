"""Two agreements -> the facts on which they differ, and who gains by each; `gains.toml` holds what favours whom."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from art28.agreement.catalogue import FactSpec, FactType, catalogue
from art28.agreement.model import Agreement, Fact, Value
from art28.comparing.model import FactDifference
from art28.obligations.settled import length, settled
from art28.terms import Role

_OTHER = {Role.CONTROLLER: Role.PROCESSOR, Role.PROCESSOR: Role.CONTROLLER}


@dataclass(frozen=True, slots=True)
class Gain:
    """Who gains by a value; each None where nobody does by that alone."""

    yes: Role | None = None
    longer: Role | None = None
    more: Role | None = None
    absent: Role | None = None
    order: tuple[str, ...] = ()


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("art28.comparing").joinpath("gains.toml").read_text(encoding="utf-8"))


@cache
def along_a_chain() -> tuple[str, ...]:
    """The facts that a supplier must promise in turn once a customer was promised them."""
    return tuple(_table()["chain"])


@cache
def gains() -> Mapping[str, Gain]:
    """What favours whom, by the key of the fact."""
    entries = _table()["gains"]
    return MappingProxyType(
        {
            key: Gain(
                **{name: Role(entry[name]) for name in ("yes", "longer", "more", "absent") if name in entry},
                order=tuple(entry.get("order", ())),
            )
            for key, entry in entries.items()
        }
    )


def differences(one: Agreement, other: Agreement) -> tuple[tuple[FactDifference, ...], tuple[str, ...]]:
    """The facts on which two agreements differ, in the catalogue's order, and the keys of those that are the same.

    A fact that neither settles is in neither. One that is open counts as its strictest candidate.
    """
    different: list[FactDifference] = []
    same: list[str] = []
    for key, spec in catalogue().items():
        ours, theirs = settled(one, key), settled(other, key)
        before, after = ours.fact if ours else None, theirs.fact if theirs else None
        if before is None and after is None:
            continue
        if before is not None and after is not None and _alike(before.value, after.value):
            same.append(key)
            continue
        is_open = bool((ours and ours.provisional) or (theirs and theirs.provisional))
        different.append(difference(spec, before, after, is_open=is_open))
    return tuple(different), tuple(same)


def difference(spec: FactSpec, before: Fact | None, after: Fact | None, *, is_open: bool = False) -> FactDifference:
    """Two values of one fact side by side, and who gains by the second."""
    lost: tuple[object, ...] = ()
    gained: tuple[object, ...] = ()
    if spec.type in (FactType.TEXTS, FactType.CHOICES, FactType.RECORDS):
        had, has = _items(before), _items(after)
        lost, gained = _without(had, has), _without(has, had)
    return FactDifference(
        spec.key, before, after, _gains(spec, before, after, lost, gained), is_open=is_open, lost=lost, gained=gained
    )


def _items(fact: Fact | None) -> tuple[object, ...]:
    return fact.value if fact is not None and isinstance(fact.value, tuple) else ()


def _without(items: Sequence[object], others: Sequence[object]) -> tuple[object, ...]:
    known = [_folded(item) for item in others]
    return tuple(item for item in items if _folded(item) not in known)


def _alike(one: Value, other: Value) -> bool:
    """Whether two values say the same: a list in any order, a text in any case and spacing."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return not _without(one, other) and not _without(other, one)
    return type(one) is type(other) and _folded(one) == _folded(other)


def _folded(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.casefold().split())
    if isinstance(value, Mapping):
        return {name: _folded(cell) for name, cell in value.items() if cell not in (None, "", ())}
    return value


def _gains(
    spec: FactSpec, before: Fact | None, after: Fact | None, lost: Sequence[object], gained: Sequence[object]
) -> Role | None:
    """Who gains by what stands in the other agreement."""
    gain = gains().get(spec.key)
    if gain is None:
        return None
    if spec.type is FactType.FLAG:
        said, says = _is_raised(before), _is_raised(after)
        return None if said == says else _turned(gain.yes, towards=says)
    if gain.more is not None and spec.type is not FactType.MONEY:
        return None if bool(lost) == bool(gained) else _turned(gain.more, towards=bool(gained))
    if before is None or after is None:
        return _turned(gain.absent, towards=after is None)
    if gain.order:
        return _by_order(gain.order, before.value, after.value)
    ours, theirs = size(before), size(after)
    if ours is None or theirs is None or ours == theirs:
        return None
    return _turned(gain.more if spec.type is FactType.MONEY else gain.longer, towards=ours < theirs)


def _is_raised(fact: Fact | None) -> bool:
    return fact is not None and fact.value is True


def _turned(who: Role | None, *, towards: bool) -> Role | None:
    """`who` where things moved towards what favours them, the other party where they moved away from it."""
    if who is None:
        return None
    return who if towards else _OTHER[who]


def _by_order(order: Sequence[str], before: Value, after: Value) -> Role | None:
    """Who gains by a choice; of several the one that suits the controller most counts."""
    ours, theirs = rank(order, before), rank(order, after)
    if ours is None or theirs is None or ours == theirs:
        return None
    return Role.CONTROLLER if theirs < ours else Role.PROCESSOR


def rank(order: Sequence[str], value: Value) -> int | None:
    """Where a choice stands in an order; of several the first. None where it isn't in it."""
    values = value if isinstance(value, tuple) else (value,)
    return min((order.index(str(each)) for each in values if each in order), default=None)


def size(fact: Fact) -> float | None:
    """How long a period or how much an amount is, to rank two; None where it can't be told."""
    if isinstance(fact.value, int):
        return float(fact.value)
    found: timedelta | None = length(fact)
    return found.total_seconds() if found is not None else None
