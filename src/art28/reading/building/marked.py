"""Text with marks on it: which ranges were inserted, where something was deleted, what a comment is about.

The marks move with the text while a paragraph gets its number, is stripped and joined to others in a cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from art28.document.model import ChangeKind


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change before it has its place in the document; `gone` is the text that a deletion took out."""

    kind: ChangeKind
    author: str = ""
    when: str = ""
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The address that a link leads to."""

    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of the range `start:end`: a revision, the id of the comment on it, or where it leads as a link."""

    start: int
    end: int
    what: Revision | Target | str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def stripped(self) -> "Marked":
        """Without white space at both ends; marks shrink with the text."""
        stripped = self.text.strip()
        if not self.marks:
            return Marked(stripped)
        lead = len(self.text) - len(self.text.lstrip()) if stripped else 0
        return Marked(stripped, _moved(self.marks, -lead, len(stripped)))

    def after(self, prefix: str) -> "Marked":
        """With `prefix`, which is unmarked, before it."""
        return Marked(prefix + self.text, _moved(self.marks, len(prefix), len(prefix) + len(self.text)))


def joined(separator: str, parts: Sequence[Marked]) -> Marked:
    """The parts one after the other, `separator` between those that hold text."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = 0
    for part in parts:
        if part.text and length:
            pieces.append(separator)
            length += len(separator)
        pieces.append(part.text)
        marks.extend(_moved(part.marks, length, length + len(part.text)))
        length += len(part.text)
    return Marked("".join(pieces), tuple(marks))


class MarkedWriter:
    """Collects a text from first to last, with marks on what was written since a place."""

    __slots__ = ("_marks", "_pieces", "_solid", "length")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._solid = 0
        self.length = 0

    def put(self, text: str) -> None:
        """Write `text` at the end."""
        if text:
            self._pieces.append(text)
            self.length += len(text)
            if not text.isspace():
                self._solid = self.length

    def is_blank_since(self, start: int) -> bool:
        """Whether nothing but white space was written since the place `start`."""
        return self._solid <= start

    def mark(self, start: int, what: Revision | Target | str) -> None:
        """Mark what was written since the place `start`; two revisions of one person that touch become one."""
        last = self._marks[-1] if self._marks else None
        if last is not None and last.end == start and isinstance(what, Revision) and isinstance(last.what, Revision):
            before = last.what
            if (before.kind, before.author, before.when) == (what.kind, what.author, what.when):
                whole = Revision(what.kind, what.author, what.when, before.gone + what.gone)
                self._marks[-1] = Mark(last.start, self.length, whole)
                return
        self._marks.append(Mark(start, self.length, what))

    def finish(self) -> Marked:
        """The text and its marks; the writer is empty again."""
        found = Marked("".join(self._pieces), tuple(self._marks))
        self._pieces, self._marks, self._solid, self.length = [], [], 0, 0
        return found


def _moved(marks: Sequence[Mark], by: int, length: int) -> tuple[Mark, ...]:
    """The marks moved, and kept within a text of `length`."""
    if not marks:
        return ()
    return tuple(
        Mark(min(max(mark.start + by, 0), length), min(max(mark.end + by, 0), length), mark.what) for mark in marks
    )
