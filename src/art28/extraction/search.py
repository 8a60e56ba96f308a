"""Reading -> the sentences worth a closer look: a cheap search before an exact one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from art28.agreement.passages import Reading, Sentence


class Haystack:
    """Many texts, each on one line, searched for a word at once."""

    __slots__ = ("_starts", "_text")

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)
        self._starts = (0, *accumulate(len(text) + 1 for text in texts))

    def holding(self, words: Iterable[str]) -> set[int]:
        """Which of the texts hold one of `words`, by index."""
        found: set[int] = set()
        for word in words:
            at = self._text.find(word)
            while at >= 0:
                index = bisect_right(self._starts, at) - 1
                found.add(index)
                at = self._text.find(word, self._starts[index + 1])
        return found


def sentences_with(reading: Reading, *words: str) -> Iterator[Sentence]:
    """The sentences that hold one of `words`, which are in lower case, anywhere, also within a longer word."""
    return (reading.sentences[index] for index in sorted(_sentences_of(reading).holding(words)))


@lru_cache(maxsize=1)
def _sentences_of(reading: Reading) -> Haystack:
    return Haystack([sentence.text.lower() for sentence in reading.sentences])


def word_set(words: str) -> frozenset[str]:
    """The words of a text that lists them between white space."""
    return frozenset(words.split())
