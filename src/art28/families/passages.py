"""Facts -> marks of the passages that settle them: which facts of a family's members one decision can settle.

Two facts rest on the same passage where the words cited are the same, numbers and all, in clauses that are the same but for
what is filled in there. They come out of the same blank where the words cited are the same but for what is filled in.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from art28.agreement.model import Fact
from art28.document.model import Citation
from art28.families.fingerprint import mark_of
from art28.families.words import Word, Worded, Wording, filled_once


@dataclass(frozen=True, slots=True)
class PassageMark:
    """What a fact rests on. `same` is equal for facts of one value on the same passage, `blank` for facts out of the same
    blank; both are empty where the passage has no words of its own."""

    key: str
    same: str
    blank: str


def passage_marks(text: Worded, facts: Iterable[Fact]) -> tuple[PassageMark, ...]:
    """The mark of the passage of each of an agreement's `facts`."""
    places = _Places(text)
    return tuple(_mark(fact, places) for fact in facts)


class _Places:
    """The words of an agreement by their offsets in the reading text."""

    def __init__(self, text: Worded) -> None:
        self._reading = text.reading
        self._wordings = text.wordings
        self._starts = [wording.start for wording in text.wordings]

    def within(self, citation: Citation) -> tuple[tuple[Wording, tuple[Word, ...]], ...]:
        """Each clause that a passage touches, with the words that stand there."""
        start, end = self._in_reading(citation)
        first = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for wording in self._wordings[first:]:
            if wording.start >= end:
                break
            words = tuple(word for word in wording.words if word.start < end and word.end > start)
            if words:
                found.append((wording, words))
        return tuple(found)

    def _in_reading(self, citation: Citation) -> tuple[int, int]:
        flow = self._reading.flow
        start = flow.layer.above(citation.start)
        end = max(start + 1, flow.layer.above(max(citation.start, citation.end - 1)) + 1)
        return self._reading.over(start, min(end, len(flow.text)))


def _mark(fact: Fact, places: _Places) -> PassageMark:
    touched = [each for citation in fact.citations for each in places.within(citation)]
    if not touched:
        return PassageMark(fact.key, "", "")
    clauses = [" ".join(wording.text) for wording, _ in touched]
    exact = [" ".join(word.exact for word in words) for _, words in touched]
    blank = [" ".join(filled_once(words)) for _, words in touched]
    return PassageMark(
        fact.key,
        mark_of((fact.key, json.dumps(_plain(fact.value), sort_keys=True), *exact, "|", *clauses)),
        mark_of((fact.key, *blank, "|", *clauses)),
    )


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
