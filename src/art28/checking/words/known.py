"""What is known of statements by their words: where patterns occur in them and which cues they meet.

Agreements on one template share most of their statements, so what was found in one is kept for those that read the same. It
is kept under a digest, as places and answers. Of the words of agreements only single ones are kept, in no order, beside the words that
rules look for within them.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import count
from typing import Any

from art28.checking.words.asking import Asks

_MOST = 12_000
_MOST_WORDS = 40_000
_PIECE = 3
_DIGEST = 16

Statements = int
"""Some statements of a document: the bit of each that is meant, by its index."""

EVERY: Statements = -1
_NUMBERS = count()


def indexes(statements: Statements) -> list[int]:
    """The indexes of some statements, in order; not of `EVERY`, which has no end."""
    bits = f"{statements:b}"[::-1]
    found, at = [], bits.find("1")
    while at >= 0:
        found.append(at)
        at = bits.find("1", at + 1)
    return found


class Known:
    """What was found in one statement so far: places of patterns, ends of phrases, cues met, what was `told` of its words, and
    which that rules look for are `held`, of so many. Patterns go by their text: to hash one costs as much as to search a sentence
    for it. No two have the same `number`."""

    __slots__ = ("ends", "found", "held", "meets", "number", "told")

    def __init__(self) -> None:
        self.number = next(_NUMBERS)
        self.found: dict[str, tuple[tuple[int, int], ...]] = {}
        self.ends: dict[str, Sequence[int]] = {}
        self.meets: dict[object, bool] = {}
        self.told: dict[object, object] = {}
        self.held: tuple[int, tuple[str, ...]] = (0, ())


class Memory:
    """The statements and lines seen last, as many as `most`, all words that rules have looked for, and words that hold them."""

    __slots__ = ("_by_piece", "_held", "_known", "_latest", "_most", "_number", "_short", "_spaced", "_words", "asks")

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Known] = OrderedDict()
        self._words: list[str] = []
        self._number: dict[str, int] = {}
        self._latest: dict[frozenset[str], int] = {}
        self._by_piece: dict[str, list[str]] = defaultdict(list)
        self._short: list[str] = []
        self._spaced: dict[str, list[str]] = defaultdict(list)
        self._held: dict[str, tuple[int, tuple[str, ...]]] = {}
        self.asks: Asks[Any] = Asks()

    def __len__(self) -> int:
        return len(self._known)

    def clear(self) -> None:
        """Forget every statement and every word of one; the words that rules look for stay."""
        self._known.clear()
        self._held.clear()
        self.asks.clear()

    def words(self) -> frozenset[str]:
        """The words of statements that are kept, in no order."""
        return frozenset(self._held)

    def of(self, language: str, own_at: int, text: str) -> Known:
        """What is known of a statement: the same object for every one that reads the same in that language."""
        key = blake2b(f"{language} {own_at} {text}".encode(), digest_size=_DIGEST).digest()
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        known = self._known[key] = Known()
        if len(self._known) > self._most:
            self._known.popitem(last=False)
        return known

    def standing(self, statements: Iterable[tuple[str, Known]]) -> "Standing":
        """Where the words that were looked for before stand in the statements of a document, each with what is known of it."""
        until = len(self._words)
        if len(self._held) > _MOST_WORDS:
            self._held.clear()
        found: defaultdict[str, Statements] = defaultdict(int)
        bit = 1
        for text, known in statements:
            if known.held[0] < until:
                known.held = until, self._held_by(text, until)
            for word in known.held[1]:
                found[word] |= bit
            bit <<= 1
        return Standing(self, found, until)

    def _held_by(self, text: str, until: int) -> tuple[str, ...]:
        """The words that rules look for and a statement holds, also of several that must stand together."""
        held = {word for token in set(text.split()) for word in self._within(token, until)}
        held.update([phrase for part in self._spaced.keys() & held for phrase in self._spaced[part] if phrase in text])
        return tuple(held)

    def asked_before(self, words: frozenset[str], until: int) -> bool:
        """Whether all of `words` are among the first `until` that were looked for; those that never were are counted now."""
        latest = self._latest.get(words)
        if latest is None:
            latest = self._latest[words] = max(map(self._number_of, words), default=0)
        return latest < until

    def _number_of(self, word: str) -> int:
        """The number of `word`, or of the longest of several that must stand together, whichever is looked for later."""
        if word not in self._number:
            longest = max(word.split(), key=len, default="")
            if longest != word:
                self._spaced[longest].append(word)
            self._number[word] = self._number_of(longest) if longest != word else len(self._words)
            if longest == word:
                self._add(word)
        return self._number[word]

    def _within(self, token: str, until: int) -> tuple[str, ...]:
        """The words that rules look for and `token` holds."""
        asked, held = self._held.get(token, (0, ()))
        if asked < until:
            held = (*held, *(word for word in self._worth(token, asked) if word in token))
            self._held[token] = until, held
        return held

    def _worth(self, token: str, asked: int) -> Iterable[str]:
        """The words that `token` may hold, of those that weren't asked for when it was seen last."""
        if asked:
            return self._words[asked:]
        return self._likely(token)

    def _likely(self, token: str) -> Iterator[str]:
        yield from self._short
        for piece in pieces_of((token,)):
            yield from self._by_piece.get(piece, ())

    def _add(self, word: str) -> None:
        self._words.append(word)
        if len(word) < _PIECE:
            self._short.append(word)
        else:
            middle = (len(word) - _PIECE) // 2
            self._by_piece[word[middle : middle + _PIECE]].append(word)


def pieces_of(words: Iterable[str]) -> frozenset[str]:
    """Every run of three letters in some words."""
    joined = "\n".join(set(words))
    return frozenset(map("".join, zip(joined, joined[1:], joined[2:], strict=False)))


class Standing:
    """Where words stand in the statements of one document, for those that were looked for in others."""

    __slots__ = ("_found", "_memory", "_until")

    def __init__(self, memory: Memory, found: Mapping[str, Statements], until: int) -> None:
        self._memory, self._found, self._until = memory, found, until

    def any_of(self, words: frozenset[str]) -> Statements | None:
        """The statements that hold one of `words`; None where one of them was never looked for before."""
        if not self._memory.asked_before(words, self._until):
            return None
        found, statements = self._found, 0
        for word in found.keys() & words:
            statements |= found[word]
        return statements
