"""Agreement -> text: its statements, as the rules of checking search them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Protocol

from art28.agreement.model import Agreement
from art28.checking.words.known import EVERY, Memory, Statements, indexes
from art28.checking.words.phrases import folded
from art28.checking.words.statements import Spelled, Statement, read_back, statements_of
from art28.checking.words.vocabulary import Vocabulary
from art28.document.model import Citation
from art28.document.outline import Part


@dataclass(frozen=True, slots=True)
class Cue:
    """What a statement says: every phrase of `says`, in any order, and none of `unless`.

    A statement that completes a lead-in says at least half of it in words of its own.
    """

    says: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def meets(self, statement: Statement) -> bool:
        """Whether `statement` says so; remembered, for the same is asked of all that read the same."""
        if not statement.vocabulary.may_say(self.says) >> statement.index & 1:
            return False
        known = statement.known.meets.get(self)
        if known is None:
            known = statement.known.meets[self] = self._meets(statement)
        return known

    def _meets(self, statement: Statement) -> bool:
        for phrase in self.says:
            if not statement.says(phrase):
                return False
        if statement.own_at and 2 * sum(statement.says_itself(phrase) for phrase in self.says) < len(self.says):
            return False
        return not any(statement.says(phrase) for phrase in self.unless)


def cue(*says: str, unless: Iterable[str] = ()) -> Cue:
    """The cue that all of `says` make together, unless one of `unless` occurs."""
    return Cue(says, tuple(unless))


Condition = Callable[..., bool]
"""What may hold of one statement: told of its words, heading and part, and of what else is given, alone."""


class Questioned(Protocol):
    """All that a rule on a requirement may ask of a text. What it is answered settles what it judges."""

    def about(self, *words: str, defined: bool = False) -> tuple[Statement, ...]:
        """The statements that hold one of `words` (as `plain` writes them); definitions only if `defined`."""

    def under(self, *words: str) -> tuple[Statement, ...]:
        """The statements under a heading that holds one of `words`, outside the annexes."""

    def around(self, statement: Statement, *, before: int = 0, after: int = 0) -> tuple[Statement, ...]:
        """The neighbours of `statement` under the same heading, itself left out."""

    def meeting(self, *cues: Cue) -> tuple[Statement, ...]:
        """Those of all statements that meet one of `cues`."""

    def where(self, condition: Condition, *given: Hashable, most: int | None = None) -> tuple[Statement, ...]:
        """Those of all statements of which `condition` holds, the first `most` of them."""


@dataclass(frozen=True, slots=True)
class Text:
    """What an agreement says, statement by statement, and what stands in which of them."""

    agreement: Agreement
    statements: tuple[Statement, ...]
    vocabulary: Vocabulary
    headings: Mapping[str, Sequence[int]]
    """The statements under each heading outside the annexes, by index."""
    all_headings: str
    """The headings, one a line."""
    memory: Memory | None = None
    """What is known from other texts."""
    kinds: Sequence[int] = ()
    """A number for each statement, the same for all of which words, heading and part are; none without `memory`."""

    def about(self, *words: str, defined: bool = False) -> tuple[Statement, ...]:
        """The statements that hold one of `words` (as `plain` writes them); definitions only if `defined`."""
        found = self.vocabulary.any_of(_folded(words))
        statements = self.statements
        return tuple([statements[index] for index in indexes(found) if defined or not statements[index].defines])

    def may_say(self, phrases: tuple[str, ...]) -> tuple[Statement, ...]:
        """The statements in which every one of `phrases` may occur, in order, definitions too."""
        among = self.vocabulary.may_say(phrases)
        return self.statements if among == EVERY else tuple([self.statements[index] for index in indexes(among)])

    def under(self, *words: str) -> tuple[Statement, ...]:
        """The statements under a heading that holds one of `words`, outside the annexes."""
        standing = [word for word in _folded(words) if word in self.all_headings]
        if not standing:
            return ()
        under = [
            index
            for heading, indexes in self.headings.items()
            if any([word in heading for word in standing])  # noqa: C419
            for index in indexes
        ]
        return tuple([self.statements[index] for index in sorted(under)])

    def around(self, statement: Statement, *, before: int = 0, after: int = 0) -> tuple[Statement, ...]:
        """The neighbours of `statement` under the same heading, itself left out."""
        near = self.statements[max(0, statement.index - before) : statement.index + after + 1]
        return tuple(other for other in near if other is not statement and other.article == statement.article)

    def meeting(self, *cues: Cue) -> tuple[Statement, ...]:
        """The statements that meet one of `cues`."""
        return meeting(self.statements, *cues)

    def where(self, condition: Condition, *given: Hashable, most: int | None = None) -> tuple[Statement, ...]:
        """The statements of which `condition` holds, the first `most` of them."""
        return tuple(islice(self.among(self.statements, condition, *given), most))

    def among(self, statements: Iterable[Statement], condition: Condition, *given: Hashable) -> Iterator[Statement]:
        """Those of `statements` of which `condition` holds; asked once of all of which words, heading and part are the same."""
        if self.memory is None:
            yield from (one for one in statements if condition(one, *given))
            return
        holding, kinds = self.memory.asks.holding((condition, *given)), self.kinds
        for one in statements:
            holds = holding.get(kinds[one.index])
            if holds is None:
                holds = holding[kinds[one.index]] = condition(one, *given)
            if holds:
                yield one

    def reading(self, otherwise: Mapping[int, Statement], vocabulary: Vocabulary) -> "Text":
        """The same text in which some statements, by index, read `otherwise`; `vocabulary` tells what then stands in which.

        They stand under the headings that they stood under.
        """
        statements = tuple([otherwise.get(one.index) or one.among(vocabulary) for one in self.statements])
        kinds = list(self.kinds)
        if self.memory is not None:
            for index, kind in zip(otherwise, _kinds(otherwise.values(), self.memory), strict=True):
                kinds[index] = kind
        return replace(self, statements=statements, vocabulary=vocabulary, kinds=kinds)

    def citations(self, statements: Iterable[Statement]) -> tuple[Citation, ...]:
        """The document's own words behind `statements`, with the lead-ins they complete, in order and once each."""
        ranges = {span for one in statements for span in ((one.start, one.end), one.lead) if span is not None}
        found = {
            (citation.start, citation.end): citation
            for start, end in sorted(ranges)
            for citation in self.agreement.reading.citations(start, end)
        }
        return tuple(found[span] for span in sorted(found))


def text_of(agreement: Agreement, memory: Memory | None = None, kept: Sequence[Spelled] | None = None) -> Text:
    """The text of `agreement`, prepared once for every rule.

    `memory` knows what was found in the texts before it; `kept` are its statements, where they were spelled before.
    """
    reading = agreement.reading
    statements = statements_of(reading, memory) if kept is None else read_back(kept, reading, memory)
    vocabulary = statements[0].vocabulary if statements else Vocabulary(reading.language)
    return _text_with(agreement, statements, vocabulary, memory)


def _text_with(
    agreement: Agreement, statements: tuple[Statement, ...], vocabulary: Vocabulary, memory: Memory | None
) -> Text:
    headings: dict[str, list[int]] = {}
    for statement in statements:
        if statement.part is not Part.ANNEX:
            headings.setdefault(statement.heading, []).append(statement.index)
    kinds = () if memory is None else _kinds(statements, memory)
    return Text(agreement, statements, vocabulary, headings, "\n".join(headings), memory, kinds)


def _kinds(statements: Iterable[Statement], memory: Memory) -> Sequence[int]:
    return memory.asks.kinds((one.known.number, one.heading, one.article, one.part, one.defines) for one in statements)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, words))


def meeting(statements: Iterable[Statement], *cues: Cue) -> tuple[Statement, ...]:
    """The statements that meet one of `cues`, in order."""
    among = tuple(statements)
    if not among:
        return ()
    vocabulary = among[0].vocabulary
    worth = [(one, held) for one in cues if (held := vocabulary.may_say(one.says))]
    together = 0
    for _, held in worth:
        together |= held
    return tuple(
        [
            statement
            for statement in among
            if together >> statement.index & 1 and any(_met(statement, one, held) for one, held in worth)
        ]
    )


def _met(statement: Statement, one: Cue, held: Statements) -> bool:
    return bool(held >> statement.index & 1) and one.meets(statement)
