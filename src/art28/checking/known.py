"""What is known of statements by their words: where patterns occur in them and which cues they meet.

Agreements on one template share most of their statements, so what was found in one is kept for those that read the same. It
is kept under a digest, as places and answers: the words themselves, but for those that rules look for, are not.
"""

import re
from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from art28.checking.vocabulary import PIECE, pieces_of

_MOST = 6_000
_DIGEST = 16


class Known:
    """What was found in one statement so far: places of patterns, ends of phrases, cues met, and which of the words that
    rules look for it holds, of the first `asked` of them."""

    __slots__ = ("asked", "ends", "found", "meets", "words")

    def __init__(self) -> None:
        self.found: dict[re.Pattern[str], tuple[tuple[int, int], ...]] = {}
        self.ends: dict[str, Sequence[int]] = {}
        self.meets: dict[object, bool] = {}
        self.words: list[str] = []
        self.asked = 0


class Memory:
    """The statements seen last, as many as `most`, and all words that rules have looked for."""

    __slots__ = ("_by_piece", "_known", "_latest", "_most", "_number", "_short", "_words")

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Known] = OrderedDict()
        self._words: list[str] = []
        self._number: dict[str, int] = {}
        self._latest: dict[frozenset[str], int] = {}
        self._by_piece: dict[str, list[str]] = defaultdict(list)
        self._short: list[str] = []

    def __len__(self) -> int:
        return len(self._known)

    def clear(self) -> None:
        """Forget every statement; the words that rules look for stay."""
        self._known.clear()

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

    def standing(self, known: Sequence[Known], texts: Sequence[str]) -> "Standing":
        """Where the words that were looked for before stand in the statements of a document."""
        until = len(self._words)
        found: dict[str, list[int]] = defaultdict(list)
        for index, (one, text) in enumerate(zip(known, texts, strict=True)):
            if one.asked < until:
                self._learn(one, text)
            for word in one.words:
                found[word].append(index)
        return Standing(self, found, until)

    def asked_before(self, words: frozenset[str], until: int) -> bool:
        """Whether all of `words` are among the first `until` that were looked for; those that never were are counted now."""
        latest = self._latest.get(words)
        if latest is None:
            latest = self._latest[words] = max(map(self._number_of, words), default=0)
        return latest < until

    def _number_of(self, word: str) -> int:
        if word not in self._number:
            self._add(word)
        return self._number[word]

    def _learn(self, known: Known, text: str) -> None:
        """Look for the words that weren't asked for when the statement was seen last."""
        if known.asked:
            asked: Sequence[str] = self._words[known.asked :]
        else:
            pieces = self._by_piece.keys() & pieces_of(text.split())
            asked = [*self._short, *(word for piece in pieces for word in self._by_piece[piece])]
        known.words += [word for word in asked if word in text]
        known.asked = len(self._words)

    def _add(self, word: str) -> None:
        self._number[word] = len(self._words)
        self._words.append(word)
        longest = max(word.split(), key=len, default="")
        if len(longest) < PIECE:
            self._short.append(word)
        else:
            middle = (len(longest) - PIECE) // 2
            self._by_piece[longest[middle : middle + PIECE]].append(word)


class Standing:
    """Where words stand in the statements of one document, for those that were looked for in others."""

    __slots__ = ("_found", "_memory", "_until")

    def __init__(self, memory: Memory, found: Mapping[str, Sequence[int]], until: int) -> None:
        self._memory, self._found, self._until = memory, found, until

    def any_of(self, words: frozenset[str]) -> frozenset[int] | None:
        """The statements that hold one of `words`; None where one of them was never looked for before."""
        if not self._memory.asked_before(words, self._until):
            return None
        found = self._found
        return frozenset[int]().union(*[found[word] for word in found.keys() & words])
