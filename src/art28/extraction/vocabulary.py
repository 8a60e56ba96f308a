"""The words of a text, each once -> whether a phrase can stand in it at all, told without searching the text.

Rules ask for words in four languages, and a text holds a few of them: what it doesn't hold is told by pieces of four letters.
"""

from collections.abc import Iterable
from functools import lru_cache

_PIECE = 4
_PHRASES = 8192


class Vocabulary:
    """The words of some texts, in pieces."""

    __slots__ = ("_pieces",)

    def __init__(self, texts: Iterable[str]) -> None:
        words = "\n".join({word for text in texts for word in text.split()})
        self._pieces = frozenset(map("".join, zip(*(words[at:] for at in range(_PIECE)), strict=False)))

    def may_hold(self, phrase: str) -> bool:
        """False where one of the texts can't hold `phrase`, also within longer words; a word of few letters always may."""
        return self._pieces.issuperset(_pieces_of(phrase))


@lru_cache(maxsize=_PHRASES)
def _pieces_of(phrase: str) -> frozenset[str]:
    return frozenset(word[at : at + _PIECE] for word in phrase.split() for at in range(len(word) - _PIECE + 1))
