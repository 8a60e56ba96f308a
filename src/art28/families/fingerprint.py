"""Agreement -> fingerprint: a sketch of the whole text and a mark for each clause, alike for agreements on one template.

The sketch is a one-permutation MinHash over runs of five words of the template (Li, Owen and Zhang, 2012; empty bins are
filled from their neighbour, Shrivastava and Li, 2014): the share of bins in which two sketches agree estimates the share
of runs that two texts have in common. It costs one pass over the text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from sys import intern

from art28.document.outline import Part
from art28.families.words import FILLED, Worded, Wording

VERSION = "1"
"""The version of the method: fingerprints of different versions are never compared."""

_RUN = 5
_BINS = 256
_ROWS = 3
_PRIME = (1 << 61) - 1
_BASE = 0x1_9E37_79B9_7F4A_7C15 % _PRIME
_LEADING = pow(_BASE, _RUN - 1, _PRIME)
_SHORTEST_MARK = 4
# The articles carry a template; a text of which they are no more than this share of the words is taken whole.
_LEAST_BODY = 0.3


@dataclass(frozen=True, slots=True)
class ClauseMark:
    """One clause of an agreement: `mark` is equal for clauses whose template words are the same, `exact` for those with the
    same numbers too.

    `start:end` is its place in the reading text, `words` how many it has; `part` is where in the agreement it stands.
    """

    mark: str
    exact: str
    part: Part
    provision: str
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of an agreement's clauses, those of its template words and those with its numbers."""

    clauses: tuple[str, ...]
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an agreement's text is recognised by. `sketch` and `bands` are comparable within a language only."""

    version: str
    language: str
    sketch: tuple[int, ...]
    clauses: tuple[ClauseMark, ...]

    @property
    def carrying(self) -> tuple[ClauseMark, ...]:
        """The clauses that carry the template, without the annexes that each customer fills in."""
        found = tuple(clause for clause in self.clauses if clause.part is Part.BODY)
        total = sum(clause.words for clause in self.clauses)
        return found if sum(clause.words for clause in found) >= _LEAST_BODY * total else self.clauses

    @property
    def marks(self) -> Marks:
        """The marks of all clauses, in order."""
        return Marks(
            tuple(intern(clause.mark) for clause in self.clauses),
            tuple(intern(clause.exact) for clause in self.clauses),
        )

    def bands(self) -> tuple[str, ...]:
        """Keys for an index: two texts half of whose runs are the same share one with a probability above 0.99999."""
        return tuple(
            _digest(f"{self.version} {self.language} {at} {self.sketch[at : at + _ROWS]}")
            for at in range(0, _BINS - _ROWS + 1, _ROWS)
        )

    def packed(self) -> str:
        """The sketch as text to store, eight hexadecimal digits a bin."""
        return "".join(f"{value:08x}" for value in self.sketch)


def unpacked(text: str) -> tuple[int, ...]:
    """The sketch behind `Fingerprint.packed`."""
    return tuple(int(text[at : at + 8], 16) for at in range(0, len(text), 8))


def fingerprint(text: Worded) -> Fingerprint:
    """The fingerprint of an agreement's text."""
    body = [wording for wording in text.wordings if wording.part is Part.BODY]
    total = sum(len(wording.words) for wording in text.wordings)
    enough = sum(len(wording.words) for wording in body) >= _LEAST_BODY * total
    clauses = (
        ClauseMark(mark_of(words), mark_of(each.exact), each.part, each.provision, each.start, each.end, len(words))
        for each in text.wordings
        if len(words := each.text) >= _SHORTEST_MARK
    )
    runs = _runs(body if enough else text.wordings)
    return Fingerprint(VERSION, text.reading.language, _sketch(runs), tuple(clauses))


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated share of runs of words that two texts have in common, 0 to 1; 0 across languages and methods."""
    if one.version != other.version or one.language != other.language:
        return 0.0
    return sum(a == b for a, b in zip(one.sketch, other.sketch, strict=True)) / _BINS


def closeness(one: Fingerprint, other: Fingerprint) -> float:
    """The share of the words of two texts that stand in clauses that both have, 0 to 1; annexes left out."""
    ours = {clause.mark: clause.words for clause in one.carrying}
    theirs = {clause.mark: clause.words for clause in other.carrying}
    shared = sum(words for mark, words in ours.items() if mark in theirs)
    union = sum((ours | theirs).values())
    return shared / union if union else 0.0


def mark_of(words: Iterable[str]) -> str:
    """The mark of a clause by its words."""
    return _digest(" ".join(words))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=65_536)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") % _PRIME


def _runs(wordings: Iterable[Wording]) -> Iterator[int]:
    """A hash of every run of words, over the ends of clauses too, so that cutting clauses otherwise changes nothing."""
    hashes = [_hash(word.text) for wording in wordings for word in wording.words if word.text != FILLED]
    value = 0
    for index, each in enumerate(hashes):
        if index >= _RUN:
            value -= hashes[index - _RUN] * _LEADING
        value = (value * _BASE + each) % _PRIME
        if index >= _RUN - 1:
            yield value
    if 0 < len(hashes) < _RUN:
        yield value


def _sketch(runs: Iterable[int]) -> tuple[int, ...]:
    """The least hash in each bin; an empty bin takes that of the next bin that has one, told apart by the distance."""
    least: list[int | None] = [None] * _BINS
    for run in set(runs):
        mixed = _mixed(run)
        bin_, value = mixed >> 56, mixed & 0xFFFF_FFFF
        held = least[bin_]
        if held is None or value < held:
            least[bin_] = value
    if not any(value is not None for value in least):
        return (0,) * _BINS
    return tuple(_filled(least))


def _filled(least: list[int | None]) -> Iterator[int]:
    for at in range(_BINS):
        for distance in range(_BINS):
            value = least[(at + distance) % _BINS]
            if value is not None:
                yield (value + distance * 0x9E37_79B1) & 0xFFFF_FFFF
                break


def _mixed(value: int) -> int:
    """Spreads a hash over 64 bits (the finaliser of SplitMix64)."""
    value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9 & 0xFFFF_FFFF_FFFF_FFFF
    value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB & 0xFFFF_FFFF_FFFF_FFFF
    return value ^ (value >> 31)
