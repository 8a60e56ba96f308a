"""The tokens of an RTF file -> its streams of paragraphs and rows: the body, headers and footers; its comments.

Rich Text Format 1.9.1. What a group marked with * is for that isn't known here is stepped over, as the format asks.
"""

from collections.abc import Callable, Iterable
from functools import partial

from art28.reading.building.composing import Remark
from art28.reading.building.marked import Target
from art28.reading.rtf.state import FieldBegun, State
from art28.reading.rtf.stream import RtfNote, Stream
from art28.reading.rtf.text import GONE, SIGNS, RtfText, moment
from art28.reading.rtf.tokens import Token
from art28.reading.word.fields import address_in, standing_in

_DEEPEST = 1000
_UNREAD_NAMES = """
    colortbl info generator listname liststylename levelnumbers listpicture rsidtbl themedata colorschememapping
    latentstyles datastore xmlnstbl mmathPr filetbl tc tcn xe rxe txe nonesttables shprslt nonshppict fontemb fontfile
    datafield fldtype private1 atnid template
"""
_UNREAD = frozenset(_UNREAD_NAMES.split())
# What stands in these is not read, but for what they hold in groups of its own: the text of a shape, a text in Unicode.
_HALF_READ = frozenset({"shpinst", "do", "upr"})
_MARGINS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})


class TooDeep(Exception):
    """Groups are nested deeper than any document needs."""


class CutOff(Exception):
    """The file ends before its groups do."""


class RtfReader(RtfText):
    """Reads the tokens of one file."""

    def __init__(self, *, writes_numbers: bool) -> None:
        super().__init__(writes_numbers=writes_numbers)
        self.margins: list[tuple[str, Stream]] = []
        self.remarks: dict[str, Remark] = {}
        self._stack: list[State] = []
        self._commenter = ""
        self._reference = ""
        self._commented_at = ""
        self._shape_property = ""
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

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.starred = True
        elif sign in "\r\n":
            self._word("par", None)
        elif sign in SIGNS:
            self._emit(SIGNS[sign])

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
        elif word in SIGNS:
            self._emit(SIGNS[word])
        else:
            handler = self._words.get(word)
            if handler is not None:
                handler(number)

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
            "listtable": lambda: self._enter("listtable", buffer=[]),
            "list": lambda: self._open_list("list", self._lists.open_list),
            "listlevel": lambda: self._open_list("listlevel", self._lists.open_level),
            "leveltext": self._open_level_text,
            "listoverridetable": lambda: self._enter("listoverridetable", buffer=[]),
            "listoverride": lambda: self._open_list("listoverride", self._lists.open_override),
            "lfolevel": lambda: self._open_list("lfolevel", self._lists.open_overridden),
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

    def _open_list(self, destination: str, opened: Callable[[], None]) -> None:
        if self._state.buffer is not None:  # within the tables, where no text is shown
            self._enter(destination, buffer=[])
            opened()

    def _open_level_text(self) -> None:
        """What a level prints; unlike other text that is kept aside, white space at its ends counts."""
        buffer: list[str] = []
        self._enter("leveltext", buffer=buffer)
        self._state.ends = lambda: self._lists.text("".join(buffer))

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
        if state.change not in GONE:
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
