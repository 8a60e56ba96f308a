"""The facts of a family's members -> the decisions that a person has to take: one for many members where it can be.

One decision settles a fact for all members with one value on the same passage. What each member fills in into the same blank
(a name, a date) is looked through as one list. What is left are deviations: each is decided by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from art28.families.passages import PassageMark


class Decision(StrEnum):
    """How a decision is taken: once for all, looking through a list, or on one agreement."""

    ONCE = "once"
    LISTED = "listed"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class FactGroup:
    """A decision on one fact: which members it settles. `mark` is what their passages have in common, empty for a single."""

    key: str
    decision: Decision
    mark: str
    members: tuple[str, ...]


def decisions(members: Mapping[str, Iterable[PassageMark]]) -> tuple[FactGroup, ...]:
    """The decisions on the facts of a family's members, by member; each fact is in one of them."""
    same = _together((mark, mark.same, member) for member, marks in members.items() for mark in marks)
    once = tuple(_group(Decision.ONCE, key, at, held) for (key, at), held in same.items() if len(held) > 1)
    rest = [(mark, mark.blank, member) for held in same.values() if len(held) == 1 for mark, member in held]
    blank = _together(rest)
    listed = tuple(_group(Decision.LISTED, key, at, held) for (key, at), held in blank.items() if len(held) > 1)
    single = tuple(
        FactGroup(key, Decision.SINGLE, "", (held[0][1],)) for (key, _), held in blank.items() if len(held) == 1
    )
    return once + listed + single


def _together(
    marks: Iterable[tuple[PassageMark, str, str]],
) -> dict[tuple[str, str], list[tuple[PassageMark, str]]]:
    """Facts by key and mark; one without a mark stands by itself."""
    found: dict[tuple[str, str], list[tuple[PassageMark, str]]] = defaultdict(list)
    for mark, at, member in marks:
        found[mark.key, at or f"of {member}"].append((mark, member))
    return found


def _group(decision: Decision, key: str, at: str, held: list[tuple[PassageMark, str]]) -> FactGroup:
    return FactGroup(key, decision, at, tuple(member for _, member in held))
