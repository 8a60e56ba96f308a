"""How text in an RTF file is set, and what ends a paragraph, a cell, a row -> what is written to the streams.

Rich Text Format 1.9.1. Where the text goes is for `rtfreader.py`, which knows the groups.
"""

from collections.abc import Callable

from art28.document.model import ChangeKind
from art28.reading.building.marked import Revision
from art28.reading.office.remarks import Losses
from art28.reading.office.stylenames import heading_depth, is_contents
from art28.reading.office.symbols import shown
from art28.reading.rtf.fonts import Font, Fonts
from art28.reading.rtf.lists import RtfLists
from art28.reading.rtf.state import Row, State
from art28.reading.rtf.stream import CellPlace, Stream

_NO_OUTLINE = 9
GONE = frozenset({ChangeKind.DELETED, ChangeKind.MOVED_AWAY})
SIGNS = {
    "tab": "\t", "line": "\n", "softline": "\n", "page": " ", "column": " ", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "endash": "–", "emdash": "—", "enspace": "\u2002",
    "emspace": "\u2003", "qmspace": "\u2005", "~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip


class RtfText:
    """The text that is being written, as it is set where it stands.

    `writes_numbers` tells that the file holds the numbers before its paragraphs; else they are counted by its lists.
    """

    def __init__(self, *, writes_numbers: bool) -> None:
        self.body = Stream()
        self.seen = Losses()
        self.fonts = Fonts()
        self._writes_numbers = writes_numbers
        self._lists = RtfLists()
        self._state = State(self.body)
        self._pending: list[str] = []
        self._skip = 0
        self._high = 0
        self._was_hidden = False
        self._styles: dict[int, list[str]] = {}
        self._outlines: dict[int, int] = {}
        self._defined: int | None = None
        self._font = Font()
        self._authors: list[str] = []
        self._row, self._nested_row = Row(), Row()
        self._default_font: int | None = None
        self._words = self._handlers()

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
        if state.change in GONE:
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
        elif state.change in GONE:
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
        if not self._writes_numbers and state.list_number and not state.stream.label:
            state.stream.label, state.stream.after = self._lists.next(state.list_number, state.level) or ("", "")
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
            "ls": self._use_list,
            **self._lists.words(),
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
        state.nesting, state.style, state.outline, state.level, state.list_number = 0, None, None, 0, 0

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

    def _use_list(self, number: int | None) -> None:
        if self._state.destination == "listoverride":
            self._lists.number(number)
        elif self._state.destination != "stylesheet":
            self._state.list_number = number or 0

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


def moment(number: int) -> str:
    """A moment as RTF and Word's older formats pack it into 32 bits, in ISO 8601; empty where it is none."""
    number &= 0xFFFFFFFF
    minute, hour, day = number & 0x3F, number >> 6 & 0x1F, number >> 11 & 0x1F
    month, year = number >> 16 & 0xF, 1900 + (number >> 20 & 0x1FF)
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60):
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:00"
