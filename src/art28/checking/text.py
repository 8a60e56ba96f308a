"""Agreement -> text: its statements, as the rules of checking search them."""

from collections.abc import Iterable
from dataclasses import dataclass

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
        if not all([statement.says(phrase) for phrase in self.says]):
            return False
        if statement.own_at and 2 * sum(statement.says_itself(phrase) for phrase in self.says) < len(self.says):
            return False
        return not any(statement.says(phrase) for phrase in self.unless)


def cue(*says: str, unless: Iterable[str] = ()) -> Cue:
    """The cue that all of `says` make together, unless one of `unless` occurs."""
    return Cue(says, tuple(unless))


@dataclass(frozen=True, slots=True)
class Text:
    """What an agreement says, statement by statement."""

    agreement: Agreement
    statements: tuple[Statement, ...]

    def about(self, *words: str, defined: bool = False) -> tuple[Statement, ...]:
        """The statements that hold one of `words` (as `plain` writes them); definitions only if `defined`."""
        plainly = tuple(folded(word) for word in words)
        return tuple(
            statement
            for statement in self.statements
            if (defined or not statement.defines) and any([word in statement.text for word in plainly])  # noqa: C419 - faster
        )

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
    return Text(agreement, statements_of(agreement.reading))


def meeting(statements: Iterable[Statement], *cues: Cue) -> tuple[Statement, ...]:
    """The statements that meet one of `cues`, in order."""
    return tuple(statement for statement in statements if any(one.meets(statement) for one in cues))
