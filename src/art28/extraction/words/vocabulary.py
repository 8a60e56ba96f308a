"""The words of a text, each once -> whether a phrase can stand in it at all, told without searching the text.

Rules ask for words in four languages, and a text holds a few of them: what it doesn't hold is told by pieces of four letters.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from art28.extraction.words.folding import folded

_PIECE = 4
_PHRASES = 8192


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are asked for together, by a piece of each; those too short for one stand under the empty piece."""

    pieces: frozenset[str]
    words: Mapping[str, tuple[str, ...]]


class Vocabulary:
    """The words of some texts, in whatever case, in pieces."""

    __slots__ = ("_pieces",)

    def __init__(self, texts: Iterable[str]) -> None:
        words = "\n".join({word for text in texts for word in folded(text).split()})
        self._pieces = frozenset(("", *map("".join, zip(*(words[at:] for at in range(_PIECE)), strict=False))))

    def may_hold(self, phrase: str) -> bool:
        """False where one of the texts can't hold `phrase`, also within longer words; a word of few letters always may."""
        return self._pieces.issuperset(_pieces_of(phrase))

    def among(self, asked: Asked) -> tuple[str, ...]:
        """Those of the words that one of the texts may hold."""
        return tuple([word for piece in self._pieces & asked.pieces for word in asked.words[piece]])


def asked_for(words: Iterable[str]) -> Asked:
    """`words`, to be asked for together."""
    by_piece: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        longest = max(folded(word).split(), key=len, default="")
        middle = max(len(longest) - _PIECE, 0) // 2
        piece = longest[middle : middle + _PIECE] if len(longest) >= _PIECE else ""
        by_piece[piece] = (*by_piece.get(piece, ()), word)
    return Asked(frozenset(by_piece), by_piece)


@lru_cache(maxsize=_PHRASES)
def _pieces_of(phrase: str) -> frozenset[str]:
    words = folded(phrase).split()
    return frozenset(word[at : at + _PIECE] for word in words for at in range(len(word) - _PIECE + 1))
