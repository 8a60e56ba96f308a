"""What a rule sees: the agreement's text with its parties' names replaced by their roles, sentence by sentence.

Rules read `text`, in which "Klant", "Opdrachtgever" or "the Customer" stand as CONTROLLER, "Leverancier" as PROCESSOR and
"onderaannemer" as SUBPROCESSOR; what they find is cited in the document's own words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from art28.document.flow import Flow
from art28.document.layer import Layer
from art28.document.model import Block, Citation, Span
from art28.document.outline import Clause, Part
from art28.terms import Role


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, item or row: `start:end` of the reading text, with the clause it stands in.

    A sentence that runs over the end of a block has a space in `text` where the reading text has a line end.
    """

    text: str
    start: int
    end: int
    clause: Clause


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A block of the document: `start:end` of the reading text, the clause it stands in, and the block itself.

    The cells of a row are divided by tabs.
    """

    text: str
    start: int
    end: int
    clause: Clause
    block: Block


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document prepared for rules; each is a key of its own, so that what rules share can be made once for it.

    `layer` maps the reading text onto the flow; `lines` and `sentences` are in order and cover it; a clause's offsets are
    those of the flow. `names` maps each term used for a party to its role.
    """

    flow: Flow
    layer: Layer
    clauses: tuple[Clause, ...]
    lines: tuple[ReadingLine, ...]
    sentences: tuple[Sentence, ...]
    language: str
    names: Mapping[str, Role]

    @property
    def text(self) -> str:
        """The reading text."""
        return self.layer.text

    def every_clause(self) -> tuple[Clause, ...]:
        """Its clauses, and after them those that only sentences stand under: rows of a table, by their label."""
        found = {id(one): one for one in (*self.clauses, *(sentence.clause for sentence in self.sentences))}
        return tuple(found.values())

    def citations(self, start: int, end: int) -> tuple[Citation, ...]:
        """The document's own words behind `start:end` of the reading text; none behind an empty range."""
        if start == end:
            return ()
        below: Span = self.layer.below(start, end)
        return self.flow.citations(below.start, below.end)

    def original(self, start: int, end: int) -> str:
        """The flow's words behind `start:end`: mended, with the parties' names as written; none behind an empty range."""
        if start == end:
            return ""
        below = self.layer.below(start, end)
        return self.flow.text[below.start : below.end]

    def over(self, start: int, end: int) -> tuple[int, int]:
        """The range of the reading text over `start:end` of the flow; a party's name is taken whole."""
        first, last = self.layer.above(start), self.layer.above(end - 1) + 1
        while last < len(self.layer.starts) and self.layer.starts[last] < end:
            last += 1
        return first, last

    def within(self, *parts: Part) -> Iterator[Sentence]:
        """The sentences that stand in one of `parts`."""
        return (sentence for sentence in self.sentences if sentence.clause.part in parts)
