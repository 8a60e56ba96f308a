"""Texts of statements -> in which of them a word, a pattern or a phrase can stand at all, told without searching each.

Rules ask for words in several languages and of many matters; a document holds few of them. A word is looked for once in all
statements together, a pattern's words once for the pattern, and the sets that come of it once for the phrases of a cue.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from art28.checking.phrases import parts_of
from art28.checking.probes import probes_of

PIECE = 3
_NOWHERE: frozenset[int] = frozenset()
_WORDS = 16_384

AnyOf = Callable[[frozenset[str]], frozenset[int] | None]
"""In which statements one of some words stands, as it is known from other documents; None where it isn't."""


class Vocabulary:
    """What stands in which of the statements, by their index; `before` knows some words from other documents."""

    __slots__ = ("_before", "_held", "_joined", "_may_say", "_pieces", "_starts", "_with", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._joined = ""
        self._starts: tuple[int, ...] = (0,)
        self._before: AnyOf | None = None
        self._pieces: frozenset[str] | None = None
        self._with: dict[str, frozenset[int]] = {}
        self._held: dict[re.Pattern[str], frozenset[int] | None] = {}
        self._may_say: dict[tuple[str, ...], frozenset[int] | None] = {}

    def fill(self, texts: Sequence[str], before: AnyOf | None = None) -> None:
        """Take the texts of all statements; nothing can be asked before."""
        self._joined = "\n".join(texts)
        self._starts = (0, *accumulate(len(text) + 1 for text in texts))
        self._before = before

    def any_of(self, words: frozenset[str]) -> frozenset[int]:
        """The statements that hold one of `words`, also within longer words."""
        found = self._before(words) if self._before is not None else None
        return frozenset[int]().union(*map(self._holding, words)) if found is None else found

    def _holding(self, word: str) -> frozenset[int]:
        found = self._with.get(word)
        if found is None:
            found = self._with[word] = frozenset(self._places(word)) if self._may_hold(word) else _NOWHERE
        return found

    def holding(self, expression: re.Pattern[str]) -> frozenset[int] | None:
        """The statements in which `expression` may occur; None where all have to be tried."""
        try:
            return self._held[expression]
        except KeyError:
            probes = _probes_of(expression.pattern)
            held = self._held[expression] = self.any_of(probes) if probes else None
            return held

    def may_say(self, phrases: tuple[str, ...]) -> frozenset[int] | None:
        """The statements in which every one of `phrases` may occur; None where all have to be tried."""
        try:
            return self._may_say[phrases]
        except KeyError:
            among = self._may_say[phrases] = self._intersection(phrases)
            return among

    def _intersection(self, phrases: tuple[str, ...]) -> frozenset[int] | None:
        among: frozenset[int] | None = None
        for phrase in phrases:
            for part in parts_of(phrase, self.language):
                held = self.holding(part)
                if held is None:
                    continue
                among = held if among is None else among & held
                if not among:
                    return _NOWHERE
        return among

    def _places(self, word: str) -> Iterator[int]:
        at = self._joined.find(word) if len(self._starts) > 1 else -1
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            yield index
            at = self._joined.find(word, self._starts[index + 1])

    def _may_hold(self, word: str) -> bool:
        if self._pieces is None:
            self._pieces = pieces_of(self._joined.split())
        return self._pieces.issuperset(_pieces_of(word))


@cache
def _probes_of(pattern: str) -> frozenset[str]:
    return frozenset(probes_of(pattern))


def pieces_of(words: Iterable[str]) -> frozenset[str]:
    """Every run of three letters in some words."""
    joined = "\n".join(set(words))
    return frozenset(map("".join, zip(joined, joined[1:], joined[2:], strict=False)))


@lru_cache(maxsize=_WORDS)
def _pieces_of(phrase: str) -> frozenset[str]:
    return frozenset(word[at : at + PIECE] for word in phrase.split() for at in range(len(word) - PIECE + 1))
