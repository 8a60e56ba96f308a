"""Reading -> the sentences worth a closer look: a cheap search before an exact one."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from art28.agreement.lawsaid import says_what_law_asks
from art28.agreement.passages import Reading, Sentence
from art28.document.pattern import lasting
from art28.extraction.trace import Look, looks_noted
from art28.extraction.words.folding import folded as folded
from art28.extraction.words.lasting import all_needed_by, hastened
from art28.extraction.words.vocabulary import Asked, Vocabulary, asked_for

# So many words are looked for faster than a pattern is tried, and so many sets of them.
_FEW = 128
_SETS = 2
# Lists of words that rules ask for: some hundreds, and names besides.
_ASKED = 2048
_Needed = tuple[tuple[str, ...], ...]
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
    the text; its groups are in lower case. The pattern is one of the rules' own.
    """

    __slots__ = ("_needed", "_pattern", "_written")

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._needed: _Needed | None = None
        self._written: re.Pattern[str] | None = None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place in `start:end` of `text`."""
        lower = folded(text)
        return (self._written or self._write()).search(lower, start, end) if self._may_match(lower) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The place at `start` of `text`."""
        return (self._written or self._write()).match(folded(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Each place in `start:end` of `text`, in order."""
        lower = folded(text)
        return (self._written or self._write()).finditer(lower, start, end) if self._may_match(lower) else iter(())

    def _may_match(self, lower: str) -> bool:
        if self._needed is None:
            self._needed = _needed(_in_lower_case(self._pattern))
        return not _lacks(lower, self._needed)

    def _write(self) -> re.Pattern[str]:
        """The pattern as it is sought, made when it is first tried: many never are."""
        self._written = hastened(_in_lower_case(self._pattern))
        return self._written


class Wanting:
    """A pattern that is tried only on a text that holds what it needs, in whatever case where `flags` mind none.

    Unlike those of `AnyCase`, its groups are as the text writes them. The pattern is one of the rules' own.
    """

    __slots__ = ("_flags", "_needed", "_pattern", "_written")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags
        self._needed: _Needed | None = None
        self._written: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in `text`."""
        return (self._written or self._write()).search(text) if self._may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Each place in `start:end` of `text`, in order."""
        return (self._written or self._write()).finditer(text, start, end) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        if self._needed is None:
            self._needed = _needed(_in_lower_case(self._pattern))
        return not _lacks(folded(text), self._needed)

    def _write(self) -> re.Pattern[str]:
        self._written = lasting(self._pattern, self._flags)
        return self._written


class Led:
    """A pattern of which each match begins with one of `words`, in whatever case: it is tried only where they stand."""

    __slots__ = ("_pattern", "_words")

    def __init__(self, words: Iterable[str], pattern: str, flags: int = 0) -> None:
        self._words = tuple(words)
        self._pattern = re.compile(pattern, flags)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Each place in `start:end` of `text`, in order."""
        lower = folded(text)
        for place in sorted({place for word in self._words for place in places_of(word, lower)}):
            if place >= start and (match := self._pattern.match(text, place, end)):
                yield match
                start = match.end()


def _in_lower_case(pattern: str) -> str:
    """`pattern` as it is sought in a folded text."""
    return _NOT_LETTERS.sub(lambda m: m[0] if m["kept"] else m[0].lower(), pattern)


def _needed(pattern: str) -> _Needed:
    return tuple(tuple(words) for words in all_needed_by(pattern)[:_SETS] if len(words) <= _FEW)


def _lacks(text: str, needed: _Needed) -> bool:
    """Whether `text` holds no word of one of the sets `needed`."""
    holds = text.__contains__
    for words in needed:  # noqa: SIM110 (a generator costs as much as a set's words)
        if not any(map(holds, words)):
            return True
    return False


@lru_cache(maxsize=_ASKED)
def _asked(words: tuple[str, ...]) -> Asked:
    return asked_for(words)


@lru_cache(maxsize=1)
def vocabulary_of(reading: Reading) -> Vocabulary:
    """The words of the sentences of `reading` and of the headings over them."""
    return Vocabulary((*(s.text for s in reading.sentences), *{s.clause.heading for s in reading.sentences}))


@lru_cache(maxsize=1)
def _sentences_of(reading: Reading) -> Haystack:
    texts = ["" if says_what_law_asks(one.text) else folded(one.text) for one in reading.sentences]
    return Haystack(texts, vocabulary_of(reading))


def word_set(words: str) -> frozenset[str]:
    """The words of a text that lists them between white space."""
    return frozenset(words.split())
