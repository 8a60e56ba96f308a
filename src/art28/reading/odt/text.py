"""A paragraph of an OpenDocument text -> the text that its reader sees, with tracked insertions in and deletions out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from art28.document.model import ChangeKind
from art28.reading.building.composing import Remark
from art28.reading.building.marked import Marked, MarkedWriter, Revision, Target
from art28.reading.odt.styles import OdtStyles, whole
from art28.reading.office.package import attribute, child, children, local
from art28.reading.office.remarks import Losses
from art28.reading.office.symbols import shown
from art28.reading.word.fields import bracketed

_WHITE = re.compile(r"[ \t\r\n]+")
_BOXES = frozenset({"text-box", "custom-shape", "rect", "ellipse", "polygon", "path", "caption", "line", "connector"})
_UNREAD = frozenset({"ruby-text", "forms", "event-listeners", "soft-page-break", "tracked-changes", "sequence-decls"})
_MOST_SPACES = 1000


@dataclass(slots=True)
class Anchored:
    """What a paragraph carries besides its text: notes, and the boxes anchored in it."""

    notes: list[etree._Element] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class OdtParagraphReader:
    """Reads paragraphs one after the other; a change or a comment may begin in one and end in another."""

    def __init__(self, styles: OdtStyles, revisions: Mapping[str, Revision]) -> None:
        self.seen = Losses()
        self.remarks: dict[str, Remark] = {}
        self._styles = styles
        self._revisions = revisions
        self._writer = MarkedWriter()
        self._open: dict[str, int] = {}
        self._commented: dict[str, int] = {}
        self._anchored = Anchored()
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            "s": lambda part: self._put(" " * min(whole(attribute(part, "c"), 1), _MOST_SPACES)),
            "tab": lambda _: self._put("\t"),
            "line-break": lambda _: self._put("\n"),
            "span": self._span,
            "a": self._link,
            "note": lambda part: self._anchored.notes.append(part),
            "annotation": self._annotation,
            "annotation-end": self._annotation_end,
            "change": self.change,
            "change-start": self.change,
            "change-end": self.change,
            "frame": self._frame,
            "g": self._frame,
            "content-control": self._control,
            "hidden-text": self._hidden,
            "fieldmark": self._checkbox,
            **dict.fromkeys(_BOXES, self._box),
            **dict.fromkeys(_UNREAD, lambda _: None),
        }

    def read(self, paragraph: etree._Element) -> tuple[Marked, Anchored]:
        """The text of one paragraph and what is anchored in it."""
        self._anchored = Anchored()
        self._open = dict.fromkeys(self._open, 0)
        self._commented = dict.fromkeys(self._commented, 0)
        if self._styles.hides("paragraph", attribute(paragraph, "style-name")):
            self.seen.hidden += bool("".join(str(text) for text in paragraph.itertext()).strip())
        else:
            self._inside(paragraph)
        for change, start in self._open.items():
            self._end_change(change, start)
        for comment, start in self._commented.items():
            self._writer.mark(start, comment)
        return self._writer.finish(), self._anchored

    def shape(self, shape: etree._Element) -> Anchored:
        """What a shape holds that stands in no paragraph."""
        self._anchored = Anchored()
        self._handlers[local(shape)](shape)
        return self._anchored

    def change(self, part: etree._Element) -> None:
        """The start or end of an insertion, or the place of a deletion."""
        number, name = attribute(part, "change-id") or "", local(part)
        if name == "change-start":
            self._open[number] = self._writer.length
        elif name == "change-end":
            self._end_change(number, self._open.pop(number, self._writer.length))
        elif number in self._revisions:
            self._writer.mark(self._writer.length, self._revisions[number])

    def _end_change(self, number: str, start: int) -> None:
        revision = self._revisions.get(number)
        if revision is not None and revision.kind is ChangeKind.INSERTED and self._writer.length > start:
            self._writer.mark(start, revision)

    def _put(self, text: str) -> None:
        self._writer.put(text)

    def _say(self, text: str | None, font: str | None = None) -> None:
        if text:
            self._writer.put(shown(_WHITE.sub(" ", text), font))

    def _inside(self, element: etree._Element, font: str | None = None) -> None:
        self._say(element.text, font)
        for part in element:
            name = local(part)
            handler = self._handlers.get(name)
            if handler is not None:
                handler(part)
            elif name:
                self._inside(part, font)
            self._say(part.tail, font)

    def _span(self, part: etree._Element) -> None:
        style = attribute(part, "style-name")
        if self._styles.hides("text", style):
            self.seen.hidden += bool("".join(str(text) for text in part.itertext()).strip())
        else:
            self._inside(part, self._styles.font(style))

    def _link(self, part: etree._Element) -> None:
        start = self._writer.length
        self._inside(part)
        self._writer.mark(start, Target(attribute(part, "href") or ""))

    def _hidden(self, part: etree._Element) -> None:
        if attribute(part, "is-hidden") == "true":
            self.seen.hidden += 1
        else:
            self._inside(part)

    def _control(self, part: etree._Element) -> None:
        if attribute(part, "showing-place-holder") == "true":
            self._put(bracketed("".join(str(text) for text in part.itertext())))
            return
        start = self._writer.length
        self._inside(part)
        if attribute(part, "checkbox") == "true" and self._writer.is_blank_since(start):
            self._put("☒" if attribute(part, "checked") == "true" else "☐")

    def _checkbox(self, part: etree._Element) -> None:
        if not (attribute(part, "type") or "").endswith("FORMCHECKBOX"):
            self._inside(part)
            return
        stated = {attribute(each, "name"): attribute(each, "value") for each in children(part, "param")}
        self._put("☒" if stated.get("Checkbox_Checked") == "true" else "☐")

    def _annotation(self, part: etree._Element) -> None:
        number = attribute(part, "name") or f"#{len(self.remarks)}"
        lines = ("".join(str(text) for text in line.itertext()).strip() for line in part.iter("{*}p"))
        text = "\n".join(line for line in lines if line)
        self.remarks[number] = Remark(text, text_of(part, "creator"), text_of(part, "date"))
        self._writer.mark(self._writer.length, number)
        if attribute(part, "name") is not None:
            self._commented[number] = self._writer.length

    def _annotation_end(self, part: etree._Element) -> None:
        number = attribute(part, "name") or ""
        if number in self._commented:
            self._writer.mark(self._commented.pop(number), number)

    def _box(self, part: etree._Element) -> None:
        self._anchored.boxes.append(part)

    def _frame(self, part: etree._Element) -> None:
        """A frame holds a box, a picture or another file, a group several; a picture may stand in for what it holds."""
        for each in part:
            name = local(each)
            if name in _BOXES:
                self._anchored.boxes.append(each)
            elif name in ("frame", "g"):
                self._frame(each)
            elif name in ("object", "object-ole", "plugin", "applet", "floating-frame"):
                self.seen.embedded += 1
                return
            elif name == "image":
                self.seen.pictures += 1
                return


def text_of(element: etree._Element, name: str) -> str:
    """The text of the child of that name, empty where there is none."""
    found = child(element, name)
    return "" if found is None else (found.text or "").strip()


def revisions_of(tracked: etree._Element | None) -> dict[str, Revision]:
    """The tracked changes of a document by their ids; a deletion holds the text that it took out."""
    found: dict[str, Revision] = {}
    for region in children(tracked, "changed-region"):
        for change in region:
            kind = {"insertion": ChangeKind.INSERTED, "deletion": ChangeKind.DELETED}.get(local(change))
            information = child(change, "change-info")
            if kind is None or information is None:
                continue
            lines = (
                _WHITE.sub(" ", "".join(str(text) for text in line.itertext()))
                for line in change.iter("{*}p", "{*}h")
                if not any(local(above) == "change-info" for above in line.iterancestors())
            )
            revision = Revision(kind, text_of(information, "creator"), text_of(information, "date"), "\n".join(lines))
            for key in {attribute(region, "id"), region.get("{http://www.w3.org/XML/1998/namespace}id")}:
                if key is not None:
                    found[key] = revision
    return found
