"""A rule reads passages and proposes values; resolving picks one per fact, or leaves the fact open."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from art28.agreement.model import Strength as Strength
from art28.agreement.model import Value
from art28.agreement.passages import Reading
from art28.document.model import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a rule proposes for `key`, with the ranges of the reading text that say so (at least one).

    What stands outside that text, as page headers and footers do, is cited by its spans of the document, `outside`.
    """

    key: str
    value: Value
    passages: tuple[tuple[int, int], ...]
    strength: Strength = Strength.EXPRESS
    outside: tuple[Span, ...] = ()


def proposed(key: str, *by: "Passage", value: Value, strength: Strength = Strength.EXPRESS) -> Candidate:
    """The candidate that the whole of each passage in `by` settles `key` as `value`."""
    return Candidate(key, value, tuple((passage.start, passage.end) for passage in by), strength)


class Passage(Protocol):
    """A range of the reading text: a sentence, a line, a statement."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named reader of one fact or a few that are settled together."""

    name: str
    keys: tuple[str, ...]
    read: Callable[[Reading], Iterable[Candidate]]
