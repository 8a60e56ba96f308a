"""The members of a version -> what they have in common, and where each deviates."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from art28.document.outline import Part
from art28.families.alignment import Aligned, Change, align
from art28.families.fingerprint import Marks, mark_of
from art28.families.words import Worded

_OF_EACH = frozenset({Part.PREAMBLE, Part.SIGNATURES})


@dataclass(frozen=True, slots=True)
class Common:
    """What more than half of a version's members have: the marks of clauses, and of clauses with their numbers."""

    clauses: frozenset[str]
    exact: frozenset[str]


def common_to(members: Iterable[Marks]) -> Common:
    """What the members of a version have in common."""
    clauses: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    total = 0
    for marks in members:
        clauses.update(set(marks.clauses))
        exact.update(set(marks.exact))
        total += 1
    return Common(
        frozenset(mark for mark, count in clauses.items() if 2 * count > total),
        frozenset(mark for mark, count in exact.items() if 2 * count > total),
    )


def typical(members: Mapping[str, Marks], common: Common) -> str:
    """The member that lacks fewest of the common clauses and has fewest of its own; the first of equals."""
    return min(members, key=lambda name: distance(members[name], common))


def may_deviate(marks: Marks, common: Common) -> bool:
    """Whether a member lacks anything common or has a clause of its own, so that it is worth a look."""
    return distance(marks, common) > (0, 0)


def distance(marks: Marks, common: Common) -> tuple[int, int]:
    """How many common clauses a member lacks, by their words or by their numbers, and how many it has of its own."""
    clauses, exact = frozenset(marks.clauses), frozenset(marks.exact)
    return max(len(common.clauses - clauses), len(common.exact - exact)), len(clauses - common.clauses)


def deviations(model: Worded, member: Worded, common: Common) -> tuple[Aligned, ...]:
    """Where `member` says otherwise than its version, of which `model` is the typical member: common clauses changed, missing
    or filled in otherwise, and articles added. What each member fills in by itself is none: its parties, its signatures,
    most of an annex."""
    return tuple(each for each in align(model, member) if _deviates(each, common))


def _deviates(each: Aligned, common: Common) -> bool:
    wording = each.one or each.other
    if each.change is Change.SAME or wording is None or wording.part in _OF_EACH:
        return False
    if each.one is None:
        return each.other is not None and each.other.part is Part.BODY
    if each.change is Change.FILLED_IN:
        return mark_of(each.one.exact) in common.exact
    return mark_of(each.one.text) in common.clauses
