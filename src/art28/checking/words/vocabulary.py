"""Texts of statements -> in which of them a word, a pattern or a phrase can stand at all, told without searching each.

Rules ask for words in several languages and of many matters; a document holds few of them. A word is looked for once in all
words of all statements, a pattern's words once for the pattern, and the sets that come of it once for the phrases of a cue.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from art28.checking.words.known import EVERY, Statements
from art28.checking.words.phrases import parts_of
from art28.checking.words.probes import probes_of
from art28.checking.words.tokens import Tokens

AnyOf = Callable[[frozenset[str]], Statements | None]
"""In which statements one of some words stands, as it is known from other documents; None where it isn't."""


class Vocabulary:
    """What stands in which of the statements, by their index; `before` knows some words from other documents."""

    __slots__ = ("_before", "_held", "_may_say", "_saying", "_texts", "_tokens", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: Sequence[str] = ()
        self._tokens: Tokens | None = None
        self._before: AnyOf | None = None
        self._held: dict[str, Statements] = {}
        self._saying: dict[str, Statements] = {}
        self._may_say: dict[tuple[str, ...], Statements] = {}

    def fill(self, texts: Sequence[str], before: AnyOf | None = None) -> None:
        """Take the texts of all statements; nothing can be asked before."""
        self._texts = texts
        self._before = before

    def any_of(self, words: frozenset[str]) -> Statements:
        """The statements that hold one of `words`, also within longer words."""
        found = self._before(words) if self._before is not None else None
        if found is None:
            found = 0
            if self._tokens is None:
                self._tokens = Tokens(self._texts)
            for word in words:
                found |= self._tokens.of(word)
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


class Joined(Vocabulary):
    """What stands in statements of which some have those behind them joined to them: known from the statements as they were.

    `with_next` are those that have one more joined to them, `with_second` those that have two.
    """

    __slots__ = ("_apart", "_with_next", "_with_second")

    def __init__(self, apart: Vocabulary, with_next: Statements, with_second: Statements) -> None:
        super().__init__(apart.language)
        self._apart, self._with_next, self._with_second = apart, with_next, with_second

    def any_of(self, words: frozenset[str]) -> Statements:
        """The statements that hold one of `words`, also within longer words."""
        return self._joined(self._apart.any_of(words))

    def holding(self, expression: re.Pattern[str]) -> Statements:
        """The statements in which `expression` may occur; every one where all have to be tried."""
        return self._joined(self._apart.holding(expression))

    def _joined(self, held: Statements) -> Statements:
        return held | held >> 1 & self._with_next | held >> 2 & self._with_second


@cache
def _probes_of(pattern: str) -> frozenset[str]:
    return frozenset(probes_of(pattern))
