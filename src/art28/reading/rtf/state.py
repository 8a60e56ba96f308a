"""What an RTF group knows: where its text goes and how it is set. A group starts with what the one around it knows."""

from collections.abc import Callable
from dataclasses import dataclass, field

from art28.document.model import ChangeKind
from art28.reading.rtf.stream import CellPlace, Stream
from art28.reading.word.fields import FormData

_EMPTY_ANSWER = 25


@dataclass(slots=True)
class FieldBegun:
    """A field whose group is open: where its result starts, its code, the data of a form field."""

    stream: Stream
    start: int
    paragraphs: int
    code: list[str] = field(default_factory=list)
    answer: int | None = None
    default: int = 0
    entries: list[str] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """Whether the field shows no result."""
        return len(self.stream.parts) == self.paragraphs and self.stream.writer.is_blank_since(self.start)

    @property
    def data(self) -> FormData:
        """The answer in a form field."""
        answer = self.default if self.answer in (None, _EMPTY_ANSWER) else self.answer or 0
        choice = self.entries[answer] if 0 <= answer < len(self.entries) else ""
        return FormData(answer == 1, choice)


@dataclass(slots=True)
class Row:
    """The definition of a table's row, as far as it was read."""

    places: list[CellPlace] = field(default_factory=list)
    follows_left: bool = False
    follows_above: bool = False


@dataclass(slots=True)
class State:
    """The state of one group. `buffer` takes the text of a group that isn't shown; `ends` is done when the group ends."""

    stream: Stream
    destination: str = ""
    # Whether text is stepped over, and whether that holds for all that stands in the group.
    skipped: bool = False
    sealed: bool = False
    buffer: list[str] | None = None
    ends: Callable[[], None] | None = None
    field: FieldBegun | None = None
    hidden: bool = False
    change: ChangeKind | None = None
    author: int = 0
    moment: int = 0
    font: int | None = None
    fallback: int = 1
    nesting: int = 0
    style: int | None = None
    outline: int | None = None
    level: int = 0
    list_number: int = 0
    starred: bool = False

    def inner(self) -> "State":
        """The state of a group inside this one."""
        # Positions, since there are as many groups as words: `replace` takes three times as long.
        return State(
            self.stream, self.destination, self.skipped, self.sealed, self.buffer, None, self.field, self.hidden,
            self.change, self.author, self.moment, self.font, self.fallback, self.nesting, self.style, self.outline,
            self.level, self.list_number,
        )  # fmt: skip
