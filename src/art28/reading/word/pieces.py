"""What a part of a Word file is made of, as far as filling it in goes: texts that know their bytes, fields, controls."""

import re
from dataclasses import dataclass, field

_ENTITY = re.compile(rb"&(?:#x[0-9a-fA-F]+|#[0-9]+|[a-z]+);|\r\n?")
_ENTITIES = {b"&amp;": "&", b"&lt;": "<", b"&gt;": ">", b"&quot;": '"', b"&apos;": "'", b"\r\n": "\n", b"\r": "\n"}


@dataclass(eq=False, slots=True)
class Piece:
    """The words of one text element: bytes `start` to `end`."""

    raw: bytes
    start: int
    end: int
    prefix: str
    run_style: tuple[int, int] | None
    owner: "FoundField | Control | None" = None
    text: str = ""
    _at: list[int] | None = None

    def __post_init__(self) -> None:
        if b"<" in self.raw:  # a comment or CDATA within it: left as it is
            self.text = "\ufffc"
            return
        if not _ENTITY.search(self.raw):
            self.text = self.raw.decode()
            return
        parts: list[str] = []
        self._at, done = [], 0
        for found in _ENTITY.finditer(self.raw):
            self._plain(parts, done, found.start())
            self._at.append(found.start())
            parts.append(_ENTITIES.get(found[0]) or _character(found[0]))
            done = found.end()
        self._plain(parts, done, len(self.raw))
        self._at.append(len(self.raw))
        self.text = "".join(parts)

    def _plain(self, parts: list[str], start: int, end: int) -> None:
        text = self.raw[start:end].decode()
        assert self._at is not None  # noqa: S101 - only called while they are gathered
        for each in text:
            self._at.append(start)
            start += len(each.encode())
        parts.append(text)

    def at(self, index: int) -> int:
        """The byte in the part at which character `index` of the text begins."""
        return self.start + (self._at[index] if self._at is not None else len(self.text[:index].encode()))


def _character(entity: bytes) -> str:
    number = entity[2:-1]
    return chr(int(number[1:], 16) if number[:1] == b"x" else int(number))


@dataclass(eq=False, slots=True)
class FoundField:
    """A field: its instruction, its results, the bytes of its marks; `inner` are the fields in it, `spread` is whether it
    goes on beyond its paragraph."""

    instruction: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    results: list[Piece] = field(default_factory=list)
    separated: bool = False
    inner: list["FoundField"] = field(default_factory=list)
    within: bool = False
    ended: bool = False
    spread: bool = False
    form_name: str = ""
    form_kind: str = ""
    options: list[str] = field(default_factory=list)
    last: tuple[int, int] = (0, 0)
    prefix: str = "w"
    simple: bool = False
    copy: bool = False


@dataclass(eq=False, slots=True)
class Control:
    """A content control. `kind` is its type, empty for rich text; `cuts` what goes once it is filled in."""

    alias: str = ""
    tag: str = ""
    kind: str = ""
    showing: bool = False
    cuts: list[tuple[int, int]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    paragraphs: int = 0
    holds_others: bool = False
    into: int = -1
    in_run: bool = False
    prefix: str = "w"
    copy: bool = False


@dataclass(eq=False, slots=True)
class Paragraph:
    """A paragraph: pieces of text, other marks as characters of their own, and owners without any text."""

    items: list["Piece | str | FoundField | Control"] = field(default_factory=list)
    copy: bool = False


@dataclass(slots=True)
class Marked:
    """What was found in a part."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    fields: list[FoundField] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    unended: list[FoundField] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
