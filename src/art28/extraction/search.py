"""Reading -> the sentences worth a closer look: a cheap search before an exact one."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from art28.agreement.passages import Reading, Sentence
from art28.extraction.folding import folded as folded
from art28.extraction.hastening import hastened
from art28.extraction.literals import all_needed_by
from art28.extraction.trace import Look, looks_noted
from art28.extraction.vocabulary import Asked, Vocabulary, asked_for

# So many words are looked for faster than a pattern is tried, and so many sets of them.
_FEW = 64
_SETS = 2
# Lists of words that rules ask for: some hundreds, and names besides.
_ASKED = 2048
# Escapes and the names of groups stay as they are; all else in a pattern may be written in lower case.
_NOT_LETTERS = re.compile(r"(?P<kept>\\.|\(\?P[<=]\w+[>)])|[^\\(]+|\(", re.DOTALL)


class Haystack:
    """Many texts, each on one line, searched for a word at once; what was found for a word is remembered.

    `vocabulary` has all words of the texts, in whatever case, and maybe others.
    """

    __slots__ = ("_found", "_starts", "_text", "_vocabulary")

    def __init__(self, texts: Sequence[str], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._text = "\n".join(texts)
        self._starts = (0, *accumulate(len(text) + 1 for text in texts))
        self._found: dict[str, frozenset[int]] = {}

    def holding(self, words: Sequence[str]) -> set[int]:
        """Which of the texts hold one of `words`, by index."""
        return set().union(*map(self._with, self._vocabulary.among(_asked(tuple(words)))))

    def _with(self, word: str) -> frozenset[int]:
        known = self._found.get(word)
        if known is None:
            places = self._places(word) if self._vocabulary.may_hold(word) else ()
            known = self._found[word] = frozenset(places)
        return known

    def _places(self, word: str) -> Iterator[int]:
        at = self._text.find(word) if len(self._starts) > 1 else -1
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            yield index
            at = self._text.find(word, self._starts[index + 1])


def sentences_with(reading: Reading, *words: str) -> Iterator[Sentence]:
    """The sentences that hold one of `words`, which are in lower case, anywhere, also within a longer word."""
    found = sorted(_sentences_of(reading).holding(words))
    looks = looks_noted()
    if looks is not None:
        looks += (Look(reading.sentences[index].start, reading.sentences[index].end) for index in found)
    return (reading.sentences[index] for index in found)


def places_of(word: str, text: str) -> Iterator[int]:
    """Where `word` stands in `text`, also within a longer word."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


class AnyCase:
    """A pattern that minds no case.

    It is sought, written in lower case, in the folded text: an engine that may not mind the case itself tries every
    alternative at every letter. Where it needs one of some words, they are looked for first. Places in a match are those of
    the text; its groups are in lower case.
    """

    __slots__ = ("_needed", "_pattern", "_written")

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._needed: tuple[tuple[str, ...], ...] = ()
        self._written: re.Pattern[str] | None = None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place in `start:end` of `text`."""
        written = self._written or self._write()
        lower = folded(text)
        holds = lower.__contains__
        for words in self._needed:
            if not any(map(holds, words)):
                return None
        return written.search(lower, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The place at `start` of `text`."""
        return (self._written or self._write()).match(folded(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Each place in `start:end` of `text`, in order."""
        return (self._written or self._write()).finditer(folded(text), start, end)

    def _write(self) -> re.Pattern[str]:
        """The pattern as it is sought, made when it is first asked for: many never are."""
        lower = _NOT_LETTERS.sub(lambda m: m[0] if m["kept"] else m[0].lower(), self._pattern)
        self._needed = tuple(tuple(words) for words in all_needed_by(lower)[:_SETS] if len(words) <= _FEW)
        self._written = re.compile(hastened(lower))
        return self._written


@lru_cache(maxsize=_ASKED)
def _asked(words: tuple[str, ...]) -> Asked:
    return asked_for(words)


@lru_cache(maxsize=1)
def vocabulary_of(reading: Reading) -> Vocabulary:
    """The words of the sentences of `reading` and of the headings over them."""
    return Vocabulary((*(s.text for s in reading.sentences), *{s.clause.heading for s in reading.sentences}))


@lru_cache(maxsize=1)
def _sentences_of(reading: Reading) -> Haystack:
    return Haystack([folded(sentence.text) for sentence in reading.sentences], vocabulary_of(reading))


def word_set(words: str) -> frozenset[str]:
    """The words of a text that lists them between white space."""
    return frozenset(words.split())
