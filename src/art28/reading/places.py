"""The places of a Word file that wait to be filled in: what shows there and around it, and which bytes filling alters."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is in the file."""

    MERGE_FIELD = "merge_field"
    CONTROL = "control"
    FORM_FIELD = "form_field"
    NAMED = "named"
    OPEN = "open"


class TroubleCode(StrEnum):
    """Why a file can't be filled in as it is."""

    BROKEN_FIELD = "broken_field"
    NESTED_FIELD = "nested_field"
    COMPUTED_FIELD = "computed_field"
    BROKEN_PLACEHOLDER = "broken_placeholder"
    NESTED_PLACEHOLDER = "nested_placeholder"
    SIGNED = "signed"
    MACROS = "macros"
    ENCODING = "encoding"
    NOT_WORD = "not_word"
    TOO_MANY = "too_many"


class Form(StrEnum):
    """What an edit puts in place of its bytes: nothing, words within a text, a text within a run, a run, the end of an
    element that was empty, or the type of a document where a template's stood."""

    CUT = "cut"
    WORDS = "words"
    TEXT = "text"
    RUN = "run"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes `start` to `end` of a part, and what comes in their place; `prefix` is that of Word's names there."""

    start: int
    end: int
    form: Form
    prefix: str = "w"


@dataclass(frozen=True, slots=True)
class Place:
    """One place to fill in.

    `name` is what the file calls it, empty for dots and the like; `shown` is what stands there now; `before` and `after`
    the words around it; `options` what a list in the file allows. `casing`, `ahead` and `behind` are what a merge field
    asks of its value. `copy` marks what repeats another place for older programs.
    """

    kind: PlaceKind
    name: str
    part: str
    shown: str
    before: str
    after: str
    edits: tuple[Edit, ...]
    options: tuple[str, ...] = ()
    casing: str = ""
    ahead: str = ""
    behind: str = ""
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that stands in the way: where, and the words it is about."""

    code: TroubleCode
    part: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """What a Word file leaves open, part by part in the order of reading; `always` are edits that every filled copy gets."""

    places: tuple[Place, ...]
    troubles: tuple[Trouble, ...]
    always: tuple[tuple[str, Edit], ...] = ()
