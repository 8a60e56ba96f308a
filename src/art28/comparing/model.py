"""What a comparison of two agreements holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from art28.agreement.model import Agreement, Fact
from art28.families.alignment import Aligned
from art28.families.words import Worded
from art28.terms import Role


@dataclass(frozen=True, slots=True)
class FactDifference:
    """A fact on which two agreements differ. The one that is silent on it is None; a list shows what it lost and gained.

    `gains` is who gains by the other agreement's value, None where that can't be told of the values alone; `is_open` says
    that one of the two contradicts itself here, so that its strictest passage stands for it.
    """

    key: str
    one: Fact | None
    other: Fact | None
    gains: Role | None
    is_open: bool = False
    lost: tuple[object, ...] = ()
    gained: tuple[object, ...] = ()


class NotCompared(StrEnum):
    """What was left out of a comparison, and why."""

    LANGUAGES = "languages"
    RUNNING_HEADS = "running_heads"
    PICTURES = "pictures"
    EMBEDDED_FILES = "embedded_files"
    COMMENTS = "comments"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two agreements side by side: facts that differ, keys of those that are the same, clauses, and what wasn't compared.

    `clauses` is empty where the texts are in different languages; `not_compared` gives each reason with its detail, which
    may be empty.
    """

    one: Agreement
    other: Agreement
    texts: tuple[Worded, Worded]
    facts: tuple[FactDifference, ...]
    same: tuple[str, ...]
    clauses: tuple[Aligned, ...]
    not_compared: Mapping[NotCompared, str]
