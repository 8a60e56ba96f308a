"""What every document of ours holds, whatever it is of: a head, parts with paragraphs or questions, a signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from art28.notices.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question with its answer; None where there is none yet, and `why`. `note` stands under the question."""

    number: str
    question: str
    answer: str | None
    why: str = ""
    note: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, which may be empty, with paragraphs or with questions; `is_small` for what stands in small print."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    is_small: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document. `margin` pairs what stands beside it: label and value. `mark` is the word across its pages, empty for none.

    `standing` is what the running head says of it, `about` and `reference` go into the file's own properties. `words` are the
    standing words: "unknown", "changed", "page", "number", "question", "answer".
    """

    language: Language
    title: str
    sender: str
    about: str
    reference: str
    standing: str
    dated: datetime
    margin: tuple[tuple[str, str], ...]
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    signature: tuple[str, ...]
    mark: str
    words: Mapping[str, str]
