"""Reading -> which of its statements a pattern need not be tried on, since what it can't match without doesn't stand there.

A pattern needs one of many words, in four languages; which of them the agreement holds at all is found out once, and few
are left to look for in each statement.
"""

from functools import cache

from art28.extraction.words.lasting import needed_by
from art28.extraction.words.vocabulary import Asked, Vocabulary, asked_for


class Sieve:
    """Passes over texts whose words are all among those of `vocabulary`."""

    __slots__ = ("_left", "_vocabulary")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._left: dict[tuple[str, int], tuple[str, ...]] = {}

    def may_match(self, pattern: tuple[str, int], text: str) -> bool:
        """False where `pattern`, as it is written and with its flags, can't match `text`."""
        return any(map(text.__contains__, self.left_of(pattern)))

    def left_of(self, pattern: tuple[str, int]) -> tuple[str, ...]:
        """The words without one of which `pattern` can't match one of the texts; the empty one where nothing is known."""
        words = self._left.get(pattern)
        if words is None:
            words = self._left[pattern] = self._vocabulary.among(_asked_by(*pattern))
        return words


@cache
def _asked_by(pattern: str, flags: int) -> Asked:
    """What is needed; the empty word, which every text holds, where nothing is known to be."""
    return asked_for(needed_by(pattern, flags) or ("",))
