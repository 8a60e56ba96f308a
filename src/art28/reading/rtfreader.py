"""The tokens of an RTF file -> its streams of paragraphs and rows: the body, headers and footers; its comments.

Rich Text Format 1.9.1. What a group marked with * is for that isn't known here is stepped over, as the format asks.
"""

from collections.abc import Callable, Iterable
from functools import partial

from art28.document.model import ChangeKind
from art28.reading.composing import Remark
from art28.reading.marked import Revision, Target
from art28.reading.remarks import Losses
from art28.reading.rtffonts import Font, Fonts
from art28.reading.rtfstate import FieldBegun, Row, State
from art28.reading.rtfstream import CellPlace, RtfNote, Stream
from art28.reading.rtftokens import Token
from art28.reading.stylenames import heading_depth, is_contents
from art28.reading.symbols import shown
from art28.reading.wordfields import address_in, standing_in

_DEEPEST = 1000
_NO_OUTLINE = 9
_SIGNS = {
    "tab": "\t", "line": "\n", "softline": "\n", "page": " ", "column": " ", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "endash": "–", "emdash": "—", "enspace": "\u2002",
    "emspace": "\u2003", "qmspace": "\u2005", "~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
_UNREAD_NAMES = """
    colortbl info generator listtable listoverridetable rsidtbl themedata colorschememapping latentstyles datastore xmlnstbl
    mmathPr filetbl tc tcn xe rxe txe nonesttables shprslt nonshppict fontemb fontfile datafield fldtype private1 atnid
    template
"""
_UNREAD = frozenset(_UNREAD_NAMES.split())
# What stands in these is not read, but for what they hold in groups of its own: the text of a shape, a text in Unicode.
_HALF_READ = frozenset({"shpinst", "do", "upr"})
_GONE = frozenset({ChangeKind.DELETED, ChangeKind.MOVED_AWAY})
_MARGINS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})


class TooDeep(Exception):
    """Groups are nested deeper than any document needs."""


class CutOff(Exception):
    """The file ends before its groups do."""


class RtfReader:
    """Reads the tokens of one file."""

    def __init__(self) -> None:
        self.body = Stream()
        self.margins: list[tuple[str, Stream]] = []
        self.remarks: dict[str, Remark] = {}
        self.seen = Losses()
        self.fonts = Fonts()
        self._state = State(self.body)
        self._stack: list[State] = []
        self._pending: list[str] = []
        self._skip = 0
        self._high = 0
        self._was_hidden = False
        self._styles: dict[int, list[str]] = {}
        self._outlines: dict[int, int] = {}
        self._defined: int | None = None
        self._font = Font()
        self._authors: list[str] = []
        self._commenter = ""
        self._reference = ""
        self._commented_at = ""
        self._shape_property = ""
        self._row, self._nested_row = Row(), Row()
        self._default_font: int | None = None
        self._words = self._handlers()
        self._groups = self._destinations()

    def read(self, tokens: Iterable[Token]) -> None:
        """Read the whole file; raises TooDeep or CutOff."""
        for token in tokens:
            kind = token.kind
            if kind == "text" or kind == "hex":
                self._bytes(token.text)
                continue
            self._flush()
            if kind == "{":
                if len(self._stack) >= _DEEPEST:
                    raise TooDeep
                self._stack.append(self._state)
                self._state = self._state.inner()
            elif kind == "}":
                self._skip = 0
                if self._close():
                    break
            elif kind == "word":
                self._word(token.text, token.number)
            else:
                self._sign(token.text)
        else:
            if self._stack:
                raise CutOff
        self._flush()
        self.body.finish()

    def _close(self) -> bool:
        """End a group; true where it was the outermost."""
        if self._state.ends is not None:
            self._state.ends()
        if not self._stack:
            return True
        self._state = self._stack.pop()
        return not self._stack

    def _bytes(self, text: str) -> None:
        if self._skip:
            dropped = min(self._skip, len(text))
            self._skip -= dropped
            text = text[dropped:]
        if text:
            self._pending.append(text)

    def _flush(self) -> None:
        if self._pending:
            text = "".join(self._pending)
            self._pending = []
            if not self._state.skipped or self._state.buffer is not None:
                self._emit(self.fonts.decoded(text, self._state.font))

    def _emit(self, text: str) -> None:
        state = self._state
        if state.buffer is not None:
            state.buffer.append(text)
            return
        if state.skipped:
            return
        if state.hidden:
            self.seen.hidden += not self._was_hidden and bool(text.strip())
            self._was_hidden = True
            return
        self._was_hidden = False
        writer = state.stream.writer
        if state.change in _GONE:
            writer.mark(writer.length, self._revision(text))
            return
        start = writer.length
        writer.put(text)
        if state.change is not None:
            writer.mark(start, self._revision())

    def _revision(self, gone: str = "") -> Revision:
        state = self._state
        author = self._authors[state.author] if 0 <= state.author < len(self._authors) else ""
        return Revision(state.change or ChangeKind.INSERTED, author, moment(state.moment), gone)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.starred = True
        elif sign in "\r\n":
            self._word("par", None)
        elif sign in _SIGNS:
            self._emit(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        starred, state.starred = state.starred, False
        if word == "u" and number is not None:
            self._unicode(number)
            return
        self._skip = 0
        group = self._groups.get(word)
        if state.sealed:
            return
        if group is not None:
            group()
        elif word in _HALF_READ:
            state.destination, state.skipped, state.buffer = word, True, None
        elif starred or word in _UNREAD:
            state.destination, state.skipped, state.sealed, state.buffer = word, True, True, None
        elif word in _SIGNS:
            self._emit(_SIGNS[word])
        else:
            handler = self._words.get(word)
            if handler is not None:
                handler(number)

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                self._emit(chr(0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)))
            self._high = 0
        elif 0x20 <= code <= 0x10FFFF:
            self._emit(shown(chr(code), None))
        self._skip = self._state.fallback

    # What ends a paragraph, a cell, a row.

    def _paragraph(self, _: int | None) -> None:
        state = self._state
        if state.skipped:
            return
        if state.buffer is not None:
            state.buffer.append("\n")
        elif state.change in _GONE:
            self._emit("\n")
        else:
            self._end(state.nesting)

    def _end(self, nesting: int) -> None:
        state = self._state
        outline = state.outline
        name = "".join(self._styles.get(state.style if state.style is not None else -1, ())).strip(" ;")
        if outline is None and state.style is not None:
            outline = self._outlines.get(state.style, heading_depth(name))
        heading = outline if outline is not None and outline < _NO_OUTLINE else None
        state.stream.end_paragraph(nesting=nesting, heading=heading, level=state.level, is_contents=is_contents(name))

    def _cell(self, _: int | None) -> None:
        if not self._state.skipped:
            self._end(1)
            self._state.stream.end_cell(1)

    def _nested_cell(self, _: int | None) -> None:
        if not self._state.skipped:
            nesting = max(self._state.nesting, 2)
            self._end(nesting)
            self._state.stream.end_cell(nesting)

    def _end_row(self, _: int | None) -> None:
        if not self._state.skipped:
            self._state.stream.end_row(1, self._row.places)

    def _end_nested_row(self, _: int | None) -> None:
        if not self._state.skipped:
            self._state.stream.end_row(max(self._state.nesting, 2), self._nested_row.places)

    def _defining(self) -> Row:
        return self._nested_row if self._state.destination == "nesttableprops" else self._row

    def _new_row(self, _: int | None) -> None:
        if self._state.destination == "nesttableprops":
            self._nested_row = Row()
        else:
            self._row = Row()

    def _cell_edge(self, number: int | None) -> None:
        row = self._defining()
        row.places.append(CellPlace(number or 0, row.follows_left, row.follows_above))
        row.follows_left = row.follows_above = False

    # How text is set.

    def _handlers(self) -> dict[str, Callable[[int | None], None]]:
        return {
            "par": self._paragraph,
            "sect": self._paragraph,
            "cell": self._cell,
            "nestcell": self._nested_cell,
            "row": self._end_row,
            "nestrow": self._end_nested_row,
            "trowd": self._new_row,
            "cellx": self._cell_edge,
            "clmrg": lambda _: setattr(self._defining(), "follows_left", True),
            "clvmrg": lambda _: setattr(self._defining(), "follows_above", True),
            "pard": self._plain_paragraph,
            "plain": self._plain,
            "intbl": lambda _: self._set("nesting", max(self._state.nesting, 1)),
            "itap": lambda n: self._set("nesting", max(0, min(n or 0, 20))),
            "s": self._style,
            "cs": self._other_style,
            "ds": self._other_style,
            "ts": self._other_style,
            "outlinelevel": self._outline,
            "ilvl": lambda n: self._set("level", max(n or 0, 0)),
            "v": lambda n: self._set("hidden", n != 0),
            "f": self._use_font,
            "fcharset": self._charset,
            "uc": lambda n: self._set("fallback", max(0, min(1 if n is None else n, 20))),
            "ansicpg": lambda n: self._code_page(f"cp{n}"),
            "mac": lambda _: self._code_page("mac-roman"),
            "pc": lambda _: self._code_page("cp437"),
            "pca": lambda _: self._code_page("cp850"),
            "deff": self._use_default,
            "revised": lambda n: self._change(ChangeKind.INSERTED, n),
            "deleted": lambda n: self._change(ChangeKind.DELETED, n),
            "mvt": lambda n: self._change(ChangeKind.MOVED_HERE, n),
            "mvf": lambda n: self._change(ChangeKind.MOVED_AWAY, n),
            **dict.fromkeys(("revauth", "revauthdel", "mvauth"), lambda n: self._set("author", n or 0)),
            **dict.fromkeys(("revdttm", "revdttmdel", "mvdate"), lambda n: self._set("moment", n or 0)),
            "ftnalt": lambda _: self._set("destination", "endnote"),
            "ffres": lambda n: self._answer("answer", n),
            "ffdefres": lambda n: self._answer("default", n or 0),
        }

    def _set(self, name: str, value: object) -> None:
        setattr(self._state, name, value)

    def _answer(self, name: str, value: int | None) -> None:
        if self._state.field is not None:
            setattr(self._state.field, name, value)

    def _plain_paragraph(self, _: int | None) -> None:
        state = self._state
        state.nesting, state.style, state.outline, state.level = 0, None, None, 0

    def _plain(self, _: int | None) -> None:
        state = self._state
        state.hidden, state.change, state.font = False, None, self._default_font

    def _style(self, number: int | None) -> None:
        if self._state.destination == "stylesheet":
            self._defined = number
            self._state.buffer = self._styles.setdefault(number or 0, [])
        else:
            self._state.style = number

    def _other_style(self, _: int | None) -> None:
        if self._state.destination == "stylesheet":
            self._defined = None
            self._state.buffer = []

    def _outline(self, number: int | None) -> None:
        if self._state.destination != "stylesheet":
            self._state.outline = number
        elif self._defined is not None and number is not None:
            self._outlines[self._defined] = number

    def _use_font(self, number: int | None) -> None:
        if self._state.destination != "fonttbl":
            self._state.font = number
            return
        self._font = Font()
        self.fonts.fonts[number or 0] = self._font
        self._state.buffer = self._font.pieces

    def _charset(self, number: int | None) -> None:
        if self._state.destination == "fonttbl":
            self._font.charset = number

    def _code_page(self, name: str) -> None:
        self.fonts.code_page = "utf-8" if name == "cp65001" else self.fonts.usable(name)

    def _use_default(self, number: int | None) -> None:
        self._default_font = number
        self._state.font = number

    def _change(self, kind: ChangeKind, number: int | None) -> None:
        if number != 0:
            self._state.change = kind
        elif self._state.change is kind:
            self._state.change = None

    # Where text goes.

    def _destinations(self) -> dict[str, Callable[[], None]]:
        return {
            "fonttbl": lambda: self._enter("fonttbl", buffer=[]),
            "stylesheet": lambda: self._enter("stylesheet", buffer=[]),
            "revtbl": lambda: self._collect("revtbl", self._name_authors),
            "footnote": self._open_note,
            "annotation": self._open_comment,
            "atnauthor": lambda: self._collect("atnauthor", lambda text: setattr(self, "_commenter", text)),
            "atnref": lambda: self._collect("atnref", lambda text: setattr(self, "_reference", text)),
            "atndate": lambda: self._collect("atndate", lambda text: setattr(self, "_commented_at", text)),
            "atrfstart": lambda: self._collect("atrfstart", self._begin_range),
            "atrfend": lambda: self._collect("atrfend", self._end_range),
            "listtext": lambda: self._collect("listtext", self._label),
            "pntext": lambda: self._collect("pntext", self._label),
            "field": self._open_field,
            "fldinst": self._open_code,
            "fldrslt": lambda: self._enter("fldrslt", buffer=None),
            "formfield": lambda: self._enter("formfield", buffer=[]),
            "ffl": lambda: self._collect("ffl", self._entry),
            "shptxt": self._open_box,
            "dptxbxtext": self._open_box,
            "sn": lambda: self._collect("sn", lambda text: setattr(self, "_shape_property", text)),
            "sv": lambda: self._collect("sv", self._drawn),
            "pict": self._picture,
            "object": self._object,
            "shppict": lambda: None,
            "ud": self._unicode_again,
            "nesttableprops": lambda: self._set("destination", "nesttableprops"),
            **{name: partial(self._open_margin, name) for name in _MARGINS},
        }

    def _enter(self, destination: str, *, buffer: list[str] | None) -> None:
        self._state.destination, self._state.buffer = destination, buffer

    def _collect(self, destination: str, done: Callable[[str], None]) -> None:
        """Keep the text of this group aside, and hand it over when the group ends."""
        buffer: list[str] = []
        self._enter(destination, buffer=buffer)
        self._state.ends = lambda: done("".join(buffer).strip(" \r\n"))

    def _open(self, destination: str) -> Stream:
        """A stream of its own for this group, set plainly."""
        stream = Stream()
        state = self._state
        state.stream, state.destination, state.skipped, state.buffer = stream, destination, False, None
        state.nesting = 0
        self._plain_paragraph(None)
        self._plain(None)
        return stream

    def _open_note(self) -> None:
        state, around = self._state, self._state.stream
        if state.skipped or state.buffer is not None:
            state.skipped, state.buffer = True, None
            return
        stream = self._open("footnote")

        def done() -> None:
            stream.finish()
            around.notes.append(RtfNote(state.destination == "endnote", stream))

        state.ends = done

    def _open_comment(self) -> None:
        around = self._state.stream
        self._reference = self._commented_at = ""
        stream = self._open("annotation")

        def done() -> None:
            stream.finish()
            text = "\n".join(line.text.strip() for line in stream.lines() if line.text.strip())
            known = self._reference or f"#{len(self.remarks)}"
            stated = self._commented_at
            at = moment(int(stated)) if stated.isascii() and stated.isdigit() and len(stated) < 12 else ""
            self.remarks[known] = Remark(text, self._commenter, at)
            around.writer.mark(around.writer.length, known)

        self._state.ends = done

    def _begin_range(self, number: str) -> None:
        stream = self._state.stream
        stream.commented[number] = stream.writer.length

    def _end_range(self, number: str) -> None:
        stream = self._state.stream
        if number in stream.commented:
            stream.writer.mark(stream.commented.pop(number), number)

    def _label(self, text: str) -> None:
        state = self._state
        if state.change not in _GONE:
            state.stream.label = text.strip()
            state.stream.after = " " if text != text.rstrip("\t ") else ""

    def _open_field(self) -> None:
        state = self._state
        if state.skipped or state.buffer is not None:
            return
        stream = state.stream
        begun = FieldBegun(stream, stream.writer.length, len(stream.parts))
        state.field = begun

        def done() -> None:
            code = "".join(begun.code)
            if not begun.is_blank:
                if len(stream.parts) == begun.paragraphs:
                    stream.writer.mark(begun.start, Target(address_in(code)))
                return
            substitute = standing_in(code, begun.data)
            if substitute is None:
                self.seen.empty_fields += 1
            elif substitute:
                self._emit(substitute)

        state.ends = done

    def _open_code(self) -> None:
        begun = self._state.field
        self._enter("fldinst", buffer=[] if begun is None else begun.code)

    def _entry(self, text: str) -> None:
        if self._state.field is not None:
            self._state.field.entries.append(text)

    def _open_box(self) -> None:
        around = self._state.stream
        stream = self._open("shptxt")

        def done() -> None:
            stream.finish()
            around.boxes.append(stream)

        self._state.ends = done

    def _drawn(self, text: str) -> None:
        """Words drawn as a shape, such as a watermark."""
        if self._shape_property == "gtextUNICODE" and text:
            box = Stream()
            box.writer.put(text)
            box.finish()
            self._state.stream.boxes.append(box)

    def _picture(self) -> None:
        state = self._state
        self.seen.pictures += not state.skipped or state.destination == "sv"
        state.destination, state.skipped, state.sealed, state.buffer = "pict", True, True, None

    def _object(self) -> None:
        self.seen.embedded += not self._state.skipped
        self._state.destination = "object"

    def _unicode_again(self) -> None:
        """The Unicode half of a text that is given twice: what is around it was stepped over, this is read."""
        self._state.skipped = any(state.skipped and state.destination != "upr" for state in self._stack)
        self._state.buffer = self._stack[-2].buffer if len(self._stack) > 1 else None

    def _name_authors(self, text: str) -> None:
        self._authors = [author.strip() for author in text.split(";")]

    def _open_margin(self, name: str) -> None:
        stream = self._open(name)

        def done() -> None:
            stream.finish()
            self.margins.append((name, stream))

        self._state.ends = done


def moment(number: int) -> str:
    """A moment as RTF and Word's older formats pack it into 32 bits, in ISO 8601; empty where it is none."""
    number &= 0xFFFFFFFF
    minute, hour, day = number & 0x3F, number >> 6 & 0x1F, number >> 11 & 0x1F
    month, year = number >> 16 & 0xF, 1900 + (number >> 20 & 0x1FF)
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60):
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:00"
