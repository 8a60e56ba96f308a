"""What rules look at on their way to a fact: noted only while somebody asks for an explanation."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a passage that was looked at settles nothing, weakest reason first."""

    SAYS_NOTHING = "says_nothing"
    OTHER_PARTY = "other_party"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Look:
    """A look at `start:end` of the reading text.

    `words` are those that withdraw it, or the party it speaks of; `key` is the fact it nearly settled, empty where it
    settles none.
    """

    start: int
    end: int
    why: Why = Why.SAYS_NOTHING
    words: str = ""
    key: str = ""


_LOOKS: ContextVar[list[Look] | None] = ContextVar("looks", default=None)


@contextmanager
def watched() -> Iterator[list[Look]]:
    """The looks that rules take within the block, in order."""
    looks: list[Look] = []
    token = _LOOKS.set(looks)
    try:
        yield looks
    finally:
        _LOOKS.reset(token)


def looks_noted() -> list[Look] | None:
    """Where to note looks; None where nobody watches, which is the rule."""
    return _LOOKS.get()
