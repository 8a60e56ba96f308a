"""An agreement as read: facts with the passages that settle them, open questions, clauses, and what it promises."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from art28.agreement.passages import Reading
from art28.document.model import Citation

Scalar = str | int | bool | None
Record = Mapping[str, "Scalar | tuple[str, ...]"]
Value = str | int | bool | tuple[str, ...] | tuple[Record, ...]
"""A fact's value by its type: text, choice, duration (ISO 8601) and date (YYYY-MM-DD) are str, money is int (euros), a flag
is bool, texts and choices are tuples of str, records are tuples of mappings."""


class Strength(IntEnum):
    """How much a passage settles: an express clause beats a remark in passing, which beats an inference."""

    INFERRED = 1
    PASSING = 2
    EXPRESS = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed value with at least one verbatim passage that settles it, the rule that read it, and how much it settles."""

    key: str
    value: Value
    citations: tuple[Citation, ...]
    rule: str
    provision: str = ""
    strength: Strength = Strength.EXPRESS

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"{self.key}: a fact without a passage does not exist")


class QuestionKind(StrEnum):
    """Why a fact is open: passages that contradict each other, or one that can be read in several ways."""

    CONFLICT = "conflict"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact that the document leaves open, with every candidate; the first is the strictest where one can be named."""

    key: str
    kind: QuestionKind
    candidates: tuple[Fact, ...]


_TOPICS = frozenset(
    {"processing", "instructions", "confidentiality", "security", "breach", "subprocessors", "audit", "end"}
)
"""Groups of facts of which a processor agreement, however short, says something."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A processor agreement: what was read from one document, and the text it was read in."""

    reading: Reading
    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...] = ()

    @property
    def says_what_one_says(self) -> bool:
        """Whether anything is said, or left open, as a processor agreement says it; of an invoice, say, nothing is."""
        keys = (*self.facts, *(question.key for question in self.questions))
        return any(key.partition(".")[0] in _TOPICS for key in keys)

    def value(self, key: str) -> Value | None:
        """The value of `key`; None where the agreement does not settle it."""
        fact = self.facts.get(key)
        return fact.value if fact else None
