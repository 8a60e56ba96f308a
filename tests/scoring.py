"""How well facts that were read agree with those that a careful reader found.

A key counts once, whatever its type: a single value scores 0 or 1, a list the share of its items that match. An expected
fact with "also" accepts any of those values; an "optional" one may be absent.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from art28.agreement.catalogue import FactSpec, FactType, catalogue

_SAME_TEXT = 0.85


@dataclass(frozen=True, slots=True)
class Score:
    """Sums over keys; precision is over those that were read, recall over those that were expected."""

    hits_of_read: float
    read: int
    hits_of_expected: float
    expected: int

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.hits_of_read + other.hits_of_read,
            self.read + other.read,
            self.hits_of_expected + other.hits_of_expected,
            self.expected + other.expected,
        )

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.hits_of_read / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was read."""
        return self.hits_of_expected / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(expected: Mapping[str, Any], read: Mapping[str, Any]) -> Score:
    """Compare values by key: `expected` as in samples/facts, `read` as key -> value."""
    total = Score(0, 0, 0, 0)
    for key in expected.keys() | read.keys():
        wanted = expected.get(key)
        if wanted is None:
            total += Score(0, 1, 0, 0)
        elif key not in read:
            total += Score(0, 0, 0, 0 if wanted.get("optional") else 1)
        else:
            precision, recall = max(_agreement(catalogue()[key], v, read[key]) for v in _accepted(wanted))
            total += Score(precision, 1, recall, 1)
    return total


def _accepted(wanted: Mapping[str, Any]) -> list[Any]:
    return [wanted["value"], *wanted.get("also", [])]


def _agreement(spec: FactSpec, wanted: Any, found: Any) -> tuple[float, float]:
    if spec.type is FactType.TEXT:
        hit = float(_same_text(wanted, found))
        return hit, hit
    if spec.type not in (FactType.TEXTS, FactType.CHOICES, FactType.RECORDS):
        hit = float(wanted == found)
        return hit, hit
    likeness = {
        FactType.TEXTS: lambda a, b: float(_same_text(a, b)),
        FactType.CHOICES: lambda a, b: float(a == b),
        FactType.RECORDS: lambda a, b: _record_likeness(spec.fields, a, b),
    }[spec.type]
    matched = _pair_up(list(wanted), list(found), likeness)
    return matched / max(len(found), 1), matched / max(len(wanted), 1)


def _pair_up(wanted: Sequence[Any], found: Sequence[Any], likeness: Callable[[Any, Any], float]) -> float:
    pairs = sorted(((likeness(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)), reverse=True)
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    total = 0.0
    for value, i, j in pairs:
        if value > 0 and i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
            total += value
    return total


def _record_likeness(fields: Sequence[str], wanted: Mapping[str, Any], found: Mapping[str, Any]) -> float:
    if not _same_field(wanted.get(fields[0]), found.get(fields[0])):
        return 0.0
    return sum(_same_field(wanted.get(name), found.get(name)) for name in fields) / len(fields)


def _same_field(a: Any, b: Any) -> bool:
    if a in (None, "", [], ()) or b in (None, "", [], ()):
        return a in (None, "", [], ()) and b in (None, "", [], ())
    if isinstance(a, list | tuple) or isinstance(b, list | tuple):
        a, b = (x if isinstance(x, list | tuple) else [x] for x in (a, b))
        return {_bare(x) for x in a} == {_bare(x) for x in b}
    return _same_text(a, b)


def _same_text(a: Any, b: Any) -> bool:
    a, b = _bare(a), _bare(b)
    if not a or not b:
        return bool(a == b)
    close = SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME_TEXT
    return close or a.replace(" ", "") == b.replace(" ", "")


def _bare(text: Any) -> str:
    return re.sub(r"[^\w]+", " ", unicodedata.normalize("NFKC", str(text)).casefold()).strip()
