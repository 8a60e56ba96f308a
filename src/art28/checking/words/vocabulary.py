"""Texts of statements -> in which of them a word, a pattern or a phrase can stand at all, told without searching each.

Rules ask for words in several languages and of many matters; a document holds few of them. A word is looked for once in all
statements together, a pattern's words once for the pattern, and the sets that come of it once for the phrases of a cue.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from art28.checking.words.known import EVERY, Statements, pieces_in, pieces_of
from art28.checking.words.phrases import parts_of
from art28.checking.words.probes import probes_of

_WORDS = 16_384

AnyOf = Callable[[frozenset[str]], Statements | None]
"""In which statements one of some words stands, as it is known from other documents; None where it isn't."""


class Vocabulary:
    """What stands in which of the statements, by their index; `before` knows some words from other documents."""

    __slots__ = ("_before", "_held", "_joined", "_may_say", "_pieces", "_saying", "_starts", "_with", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._joined = ""
        self._starts: tuple[int, ...] = (0,)
        self._before: AnyOf | None = None
        self._pieces: frozenset[str] | None = None
        self._with: dict[str, Statements] = {}
        self._held: dict[str, Statements] = {}
        self._saying: dict[str, Statements] = {}
        self._may_say: dict[tuple[str, ...], Statements] = {}

    def fill(self, texts: Sequence[str], before: AnyOf | None = None) -> None:
        """Take the texts of all statements; nothing can be asked before."""
        self._joined = "\n".join(texts)
        self._starts = (0, *accumulate(len(text) + 1 for text in texts))
        self._before = before

    def any_of(self, words: frozenset[str]) -> Statements:
        """The statements that hold one of `words`, also within longer words."""
        found = self._before(words) if self._before is not None else None
        if found is None:
            found = 0
            for word in words:
                found |= self._holding(word)
        return found

    def _holding(self, word: str) -> Statements:
        found = self._with.get(word)
        if found is None:
            found = self._with[word] = sum(map(_BIT, self._places(word))) if self._may_hold(word) else 0
        return found

    def holding(self, expression: re.Pattern[str]) -> Statements:
        """The statements in which `expression` may occur; every one where all have to be tried."""
        spelled = expression.pattern
        held = self._held.get(spelled)
        if held is None:
            probes = _probes_of(spelled)
            held = self._held[spelled] = self.any_of(probes) if probes else EVERY
        return held

    def saying(self, phrase: str) -> Statements:
        """The statements in which `phrase` may occur; every one where all have to be tried."""
        held = self._saying.get(phrase)
        if held is None:
            held = EVERY
            for part in parts_of(phrase, self.language):
                held &= self.holding(part)
            self._saying[phrase] = held
        return held

    def may_say(self, phrases: tuple[str, ...]) -> Statements:
        """The statements in which every one of `phrases` may occur; every one where all have to be tried."""
        among = self._may_say.get(phrases)
        if among is None:
            among = self._may_say[phrases] = self._intersection(phrases)
        return among

    def _intersection(self, phrases: tuple[str, ...]) -> Statements:
        among = EVERY
        for phrase in phrases:
            among &= self.saying(phrase)
            if not among:
                return 0
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
        return self._pieces.issuperset(_pieces_in(word))


@cache
def _probes_of(pattern: str) -> frozenset[str]:
    return frozenset(probes_of(pattern))


_BIT = (1).__lshift__
_pieces_in = lru_cache(maxsize=_WORDS)(pieces_in)
