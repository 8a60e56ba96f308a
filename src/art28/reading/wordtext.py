"""A paragraph of a Word document -> the text that its reader sees, with tracked insertions in and deletions out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from art28.reading.package import attribute, child, local

_OPENED = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby"}
)
_LEFT_OUT = frozenset({"del", "moveFrom"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_SYMBOL_FONT_OFFSET = 0xF000


@dataclass(slots=True)
class Seen:
    """What the walk over a document met: how much was inserted, deleted and hidden, and which fields are open."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    comments: int = 0
    # One entry a field that has begun: whether its result has started.
    fields: list[bool] = field(default_factory=list)


@dataclass(slots=True)
class ParagraphText:
    """The text of a paragraph, the notes it refers to, and the text boxes anchored in it."""

    text: str
    notes: tuple[tuple[str, str], ...]
    boxes: tuple[etree._Element, ...]


class ParagraphReader:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self) -> None:
        self.seen = Seen()
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[etree._Element] = []

    def read(self, paragraph: etree._Element) -> ParagraphText:
        """The text of one paragraph."""
        self._notes, self._boxes = [], []
        text = "".join(self._inside(paragraph))
        return ParagraphText(text, tuple(self._notes), tuple(self._boxes))

    def _inside(self, element: etree._Element) -> Iterator[str]:
        for part in element:
            name = local(part)
            if name == "r":
                yield from self._run(part)
            elif name in _LEFT_OUT:
                self.seen.deleted += 1
            elif name in _OPENED:
                if name in ("ins", "moveTo"):
                    self.seen.inserted += 1
                yield from self._inside(part)
            elif name == "AlternateContent":
                yield from self._alternative(part)
            elif name == "commentReference":
                self.seen.comments += 1

    def _alternative(self, element: etree._Element) -> Iterator[str]:
        """The first choice: a text box is written twice, once for old versions of Word."""
        chosen = child(element, "Choice")
        chosen = child(element, "Fallback") if chosen is None else chosen
        if chosen is not None:
            yield from self._run(chosen) if child(chosen, "drawing") is not None else self._inside(chosen)

    def _run(self, run: etree._Element) -> Iterator[str]:
        vanish = child(child(run, "rPr"), "vanish")
        if vanish is not None and attribute(vanish, "val") not in ("0", "false"):
            self.seen.hidden += 1
            return
        for part in run:
            name = local(part)
            if name == "fldChar":
                self._field(attribute(part, "fldCharType"))
            elif name == "AlternateContent":
                yield from self._alternative(part)
            elif name in _DRAWN:
                self._boxes.extend(box for box in part.iter() if local(box) == "txbxContent" and _outermost(box, part))
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name.removesuffix("Reference"), attribute(part, "id") or ""))
            elif name == "commentReference":
                self.seen.comments += 1
            elif all(self.seen.fields):
                yield _character(name, part)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.seen.fields.append(False)
        elif kind == "separate" and self.seen.fields:
            self.seen.fields[-1] = True
        elif kind == "end" and self.seen.fields:
            self.seen.fields.pop()


def _outermost(box: etree._Element, root: etree._Element) -> bool:
    return not any(local(above) == "txbxContent" for above in box.iterancestors() if above is not root)


def _character(name: str, part: etree._Element) -> str:
    if name == "t":
        return part.text or ""
    if name == "tab" or name == "ptab":
        return "\t"
    if name == "br":
        return "\n" if attribute(part, "type") in (None, "textWrapping") else " "
    if name == "cr":
        return "\n"
    if name == "noBreakHyphen":
        return "\u2011"
    if name == "sym":
        return _symbol(attribute(part, "char") or "")
    return ""


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number in (0xF0A8, 0xF06F, 0xF071):
        return "☐"
    if number in (0xF0FE, 0xF0FD, 0xF078):
        return "☒"
    if number >= _SYMBOL_FONT_OFFSET:
        return "•"
    return chr(number) if number >= 0x20 else ""
