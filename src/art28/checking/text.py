"""Agreement -> text: its statements, as the rules of checking search them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from art28.agreement.model import Agreement
from art28.checking.phrases import folded
from art28.checking.statements import Statement, statements_of
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
        """Whether `statement` says so."""
        if not all(statement.says(phrase) for phrase in self.says):
            return False
        if statement.own_at and 2 * sum(statement.says_itself(phrase) for phrase in self.says) < len(self.says):
            return False
        return not any(statement.says(phrase) for phrase in self.unless)


def cue(*says: str, unless: Iterable[str] = ()) -> Cue:
    """The cue that all of `says` make together, unless one of `unless` occurs."""
    return Cue(says, tuple(unless))


@dataclass(frozen=True, slots=True)
class Text:
    """What an agreement says, statement by statement; `joined` is all their texts, statement i from `starts[i]` on."""

    agreement: Agreement
    statements: tuple[Statement, ...]
    joined: str
    starts: tuple[int, ...]
    held: dict[re.Pattern[str], tuple[Statement, ...] | None] = field(default_factory=dict, repr=False)

    def about(self, *words: str, defined: bool = False) -> tuple[Statement, ...]:
        """The statements that hold one of `words` (as `plain` writes them); definitions only if `defined`."""
        found: set[int] = set()
        for word in words:
            probe = folded(word)
            at = self.joined.find(probe)
            while at >= 0:
                index = bisect_right(self.starts, at) - 1
                found.add(index)
                following = index + 1
                at = self.joined.find(probe, self.starts[following]) if following < len(self.starts) else -1
        return tuple(
            [self.statements[index] for index in sorted(found) if defined or not self.statements[index].defines]
        )

    def holding(self, expression: re.Pattern[str]) -> tuple[Statement, ...] | None:
        """The statements in which `expression` may occur, definitions too; None where all have to be tried."""
        if expression not in self.held:
            probes = self.statements[0].vocabulary.live(expression) if self.statements else ()
            self.held[expression] = None if probes is None else self.about(*probes, defined=True)
        return self.held[expression]

    def under(self, *words: str) -> tuple[Statement, ...]:
        """The statements under a heading that holds one of `words`, outside the annexes."""
        plainly = tuple(folded(word) for word in words)
        return tuple(
            statement
            for statement in self.statements
            if statement.part is not Part.ANNEX and any([word in statement.heading for word in plainly])  # noqa: C419
        )

    def around(self, statement: Statement, *, before: int = 0, after: int = 0) -> tuple[Statement, ...]:
        """The neighbours of `statement` under the same heading, itself left out."""
        near = self.statements[max(0, statement.index - before) : statement.index + after + 1]
        return tuple(other for other in near if other is not statement and other.heading == statement.heading)

    def citations(self, statements: Iterable[Statement]) -> tuple[Citation, ...]:
        """The document's own words behind `statements`, with the lead-ins they complete, in order and once each."""
        ranges = {span for one in statements for span in ((one.start, one.end), one.lead) if span is not None}
        found = {
            (citation.start, citation.end): citation
            for start, end in sorted(ranges)
            for citation in self.agreement.reading.citations(start, end)
        }
        return tuple(found[span] for span in sorted(found))


def text_of(agreement: Agreement) -> Text:
    """The text of `agreement`, prepared once for every rule."""
    statements = statements_of(agreement.reading)
    lengths = [len(statement.text) + 1 for statement in statements]
    starts = tuple(accumulate(lengths[:-1], initial=0)) if statements else ()
    return Text(agreement, statements, "\n".join([statement.text for statement in statements]), starts)


def meeting(statements: Iterable[Statement], *cues: Cue) -> tuple[Statement, ...]:
    """The statements that meet one of `cues`, in order."""
    return tuple(statement for statement in statements if any(one.meets(statement) for one in cues))
