"""A paragraph of a Word document -> the text that its reader sees, with tracked insertions in and deletions out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from art28.document.model import ChangeKind
from art28.reading.building.marked import Marked, MarkedWriter, Revision, Target
from art28.reading.office.package import attribute, child, local
from art28.reading.office.remarks import Losses
from art28.reading.office.symbols import is_symbol_font, shown, symbol
from art28.reading.word.fields import Field, address_in, bracketed, form_data, standing_in
from art28.reading.word.styles import Styles, is_on

_OPENED = frozenset({"smartTag", "sdtContent", "customXml", "dir", "bdo", "ruby", "rubyBase", "oMath", "oMathPara"})
_TRACKED = {
    "ins": ChangeKind.INSERTED,
    "moveTo": ChangeKind.MOVED_HERE,
    "del": ChangeKind.DELETED,
    "moveFrom": ChangeKind.MOVED_AWAY,
}
_GONE = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PICTURED = frozenset({"blip", "imagedata", "relIds", "chart"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
# Formulas nest their signs in elements of many names; their text is read in order.
_FORMULA = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)


@dataclass(slots=True)
class ParagraphText:
    """The text of a paragraph, the notes it refers to, and the text boxes anchored in it, words drawn as a shape too."""

    said: Marked
    notes: tuple[tuple[str, str], ...]
    boxes: tuple[etree._Element, ...]
    drawn: tuple[str, ...] = ()


@dataclass(slots=True)
class _Anchored:
    """What a paragraph carries besides its text."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)


class ParagraphReader:
    """Reads paragraphs one after the other; a field or a comment may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self.seen = Losses()
        # Where links lead, by the ids of the part that is being read.
        self.addresses: Mapping[str, str] = {}
        self._styles = styles
        self._writer = MarkedWriter()
        self._fields: list[Field] = []
        self._showing = True
        self._commented: dict[str, int] = {}
        self._anchored = _Anchored()
        self._hides = False
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            "r": self._run,
            "hyperlink": self._link,
            "t": self._text,
            "sdt": self._control,
            "AlternateContent": lambda part: self._inside(chosen(part)),
            "fldSimple": self._simple_field,
            "fldChar": self._field,
            "instrText": self._code,
            "commentRangeStart": self.comment,
            "commentRangeEnd": self.comment,
            "commentReference": self.comment,
            "sym": self._symbol,
            **dict.fromkeys(_OPENED, self._inside),
            **dict.fromkeys(_TRACKED, self._tracked),
            **dict.fromkeys(_DRAWN, self._drawing),
            **dict.fromkeys(_NOTES, self._note),
            **dict.fromkeys(("tab", "ptab", "br", "cr", "noBreakHyphen"), self._sign),
        }

    def read(self, paragraph: etree._Element, *, style: str | None = None, unfilled: bool = False) -> ParagraphText:
        """The text of one paragraph; `unfilled` where it stands in a control that still shows its prompt."""
        self._anchored = _Anchored()
        self._hides = style in self._styles.hidden
        self._commented = dict.fromkeys(self._commented, 0)
        for begun in self._fields:
            begun.crosses = True
        self._inside(paragraph)
        for comment, start in self._commented.items():
            self._writer.mark(start, comment)
        said = self._writer.finish()
        if unfilled and said.text.strip():
            said = Marked(bracketed(said.text))
        anchored = self._anchored
        return ParagraphText(said, tuple(anchored.notes), tuple(anchored.boxes), tuple(anchored.drawn))

    def comment(self, part: etree._Element) -> None:
        """Begin or end the range of a comment; a reference without a range marks its place alone."""
        number, name = attribute(part, "id") or "", local(part)
        if name == "commentRangeStart":
            self._commented[number] = self._writer.length
        elif name == "commentRangeEnd":
            self._writer.mark(self._commented.pop(number, self._writer.length), number)
        else:
            self._writer.mark(self._writer.length, number)

    def end_comment(self, part: etree._Element) -> None:
        """End the range of a comment between two paragraphs."""
        self._commented.pop(attribute(part, "id") or "", None)

    def _put(self, text: str) -> None:
        if self._showing:
            self._writer.put(text)

    def _inside(self, element: etree._Element | None) -> None:
        for part in () if element is None else element:
            name = local(part)
            handler = self._handlers.get(name)
            if handler is not None:
                handler(part)
            elif str(part.tag).startswith(_FORMULA):
                self._inside(part)

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        if self._is_hidden(properties):
            if any(local(part) in ("t", "sym") and (part.text or "").strip() for part in run):
                self.seen.hidden += 1
            for part in run:
                if local(part) in ("fldChar", "instrText"):
                    self._handlers[local(part)](part)
            return
        fonts = child(properties, "rFonts")
        font = (attribute(fonts, "ascii") or attribute(fonts, "hAnsi")) if fonts is not None else None
        if is_symbol_font(font):
            for part in run:
                if local(part) == "t":
                    self._put(shown(part.text or "", font))
                elif local(part) in self._handlers:
                    self._handlers[local(part)](part)
            return
        self._inside(run)

    def _is_hidden(self, properties: etree._Element | None) -> bool:
        if properties is None:
            return self._hides
        vanish = child(properties, "vanish")
        if vanish is not None:
            return is_on(vanish)
        return self._hides or (
            bool(self._styles.hidden) and attribute(child(properties, "rStyle"), "val") in self._styles.hidden
        )

    def _link(self, part: etree._Element) -> None:
        start = self._writer.length
        self._inside(part)
        address = self.addresses.get(attribute(part, "id") or "")
        if address is not None:
            self._writer.mark(start, Target(address))

    def _text(self, part: etree._Element) -> None:
        if part.text:
            self._put(shown(part.text, None))

    def _sign(self, part: etree._Element) -> None:
        self._put(_sign(part))

    def _symbol(self, part: etree._Element) -> None:
        try:
            code = int(attribute(part, "char") or "", 16)
        except ValueError:
            return
        self._put(symbol(code, attribute(part, "font")))

    def _tracked(self, part: etree._Element) -> None:
        name = local(part)
        author, when = attribute(part, "author") or "", attribute(part, "date") or ""
        if name in _GONE:
            self._writer.mark(self._writer.length, Revision(_TRACKED[name], author, when, gone_text(part)))
            for comment in part.iter("{*}commentRangeStart", "{*}commentRangeEnd"):
                self.comment(comment)
            return
        start = self._writer.length
        self._inside(part)
        if self._writer.length > start:
            self._writer.mark(start, Revision(_TRACKED[name], author, when))

    def _control(self, control: etree._Element) -> None:
        properties, content = child(control, "sdtPr"), child(control, "sdtContent")
        if not is_on(child(properties, "showingPlcHdr")):
            self._inside(content)
            return
        prompt = "".join(str(text.text or "") for text in ([] if content is None else content.iter("{*}t")))
        self._put(bracketed(prompt))

    def _simple_field(self, part: etree._Element) -> None:
        begun = Field([attribute(part, "instr") or ""], separated=True, start=self._writer.length)
        self._inside(part)
        self._close(begun)

    def _field(self, part: etree._Element) -> None:
        kind = attribute(part, "fldCharType")
        if kind == "begin":
            self._fields.append(Field(data=form_data(child(part, "ffData"))))
        elif kind == "separate" and self._fields:
            self._fields[-1].separated, self._fields[-1].start = True, self._writer.length
            self._fields[-1].crosses = False
        elif kind == "end" and self._fields:
            begun = self._fields.pop()
            self._showing = all(open_field.separated for open_field in self._fields)
            self._close(begun)
            return
        self._showing = all(open_field.separated for open_field in self._fields)

    def _close(self, begun: Field) -> None:
        """Put what stands in for a field's result where it shows none."""
        code = "".join(begun.code)
        shows = begun.separated and (begun.crosses or not self._writer.is_blank_since(begun.start))
        if shows or not self._showing:
            if self._showing and not begun.crosses:
                self._writer.mark(begun.start, Target(address_in(code)))
            return
        substitute = standing_in(code, begun.data)
        if substitute is None:
            self.seen.empty_fields += 1
        elif substitute:
            self._put(substitute)

    def _code(self, part: etree._Element) -> None:
        if self._fields and not self._fields[-1].separated:
            self._fields[-1].code.append(part.text or "")

    def _note(self, part: etree._Element) -> None:
        self._anchored.notes.append((local(part).removesuffix("Reference"), attribute(part, "id") or ""))

    def _drawing(self, part: etree._Element) -> None:
        boxes = list(_boxes(part))
        self._anchored.boxes.extend(boxes)
        drawn = [text for shape in part.iter("{*}textpath") if (text := attribute(shape, "string"))]
        self._anchored.drawn.extend(drawn)
        if local(part) == "object" and next(part.iter("{*}OLEObject"), None) is not None:
            self.seen.embedded += 1
        elif not boxes and not drawn and any(local(shape) in _PICTURED for shape in part.iter()):
            self.seen.pictures += 1


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one of several versions that is read: the first with text, else the first. A text box is written twice."""
    versions = [part for part in alternatives if local(part) in ("Choice", "Fallback")]
    return next(
        (each for each in versions if any(t.text for t in each.iter("{*}t"))), versions[0] if versions else None
    )


def gone_text(part: etree._Element) -> str:
    """The text inside what was deleted or moved away."""
    pieces: list[str] = []
    for each in part.iter("{*}delText", "{*}t", "{*}tab", "{*}br", "{*}noBreakHyphen"):
        pieces.append((each.text or "") if local(each) in ("t", "delText") else _sign(each))
    return "".join(pieces)


def _sign(part: etree._Element) -> str:
    name = local(part)
    if name == "br" and attribute(part, "type") not in (None, "textWrapping"):
        return " "
    return _SIGNS[name]


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The outermost text boxes in a drawing, each once."""
    found: list[etree._Element] = []
    for part in element:
        name = local(part)
        if name == "txbxContent":
            found.append(part)
        elif name == "AlternateContent":
            version = chosen(part)
            found.extend(() if version is None else _boxes(version))
        else:
            found.extend(_boxes(part))
    return found
