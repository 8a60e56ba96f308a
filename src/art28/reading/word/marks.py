"""A part of a Word file as bytes -> its paragraphs as texts that know their bytes, its fields and its controls.

The tree is never built: what is filled in later is put between the bytes that are there, so they are what is kept.
"""

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from art28.reading.word.pieces import Control, FoundField, Marked, Paragraph, Piece

_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_DEEPEST = 200


class Declared(ValueError):
    """The part declares a document type, which no office suite writes."""


class Broken(ValueError):
    """The part is no XML."""


_GONE = frozenset({"del", "moveFrom"})
_CONTROL_KINDS = frozenset(
    {
        "text", "date", "dropDownList", "comboBox", "picture", "docPartObj", "docPartList", "group", "equation", "citation",
        "bibliography", "checkbox", "repeatingSection", "repeatingSectionItem",
    }
)  # fmt: skip
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}


def marked(raw: bytes, *, only: str = "") -> Marked:
    """What a part holds; with `only`, just the `spans` of the elements of that name. Raises `Broken` and `Declared`."""
    walker = _Walker(raw, only)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.namespace_prefixes = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.words
    parser.StartDoctypeDeclHandler = _declared
    walker.parser = parser
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - expat takes no name for it
    except expat.ExpatError as error:
        raise Broken(str(error)) from None
    walker.found.unended = walker.fields
    return walker.found


def _named(name: str) -> tuple[str, str, str]:
    """The namespace, the name and the prefix of an element or attribute."""
    uri, _, rest = name.rpartition(" ") if name.count(" ") == 1 else name.partition(" ")
    if not rest:
        return "", uri, ""
    local, _, prefix = rest.partition(" ")
    return uri, local, prefix


def _is_word(uri: str) -> bool:
    return "wordprocessingml" in uri or "office/word/" in uri


def _declared(*_: object) -> None:
    raise Declared


class _Walker:
    def __init__(self, raw: bytes, only: str) -> None:
        self.raw = raw
        self.only = only
        self.found = Marked()
        self.fields: list[FoundField] = []
        self.parser: expat.XMLParserType
        self._path: list[tuple[str, int, str]] = []
        self._paragraphs: list[Paragraph] = []
        self._controls: list[Control] = []
        self._texts: list[int] = []  # where the words of the open text or instruction began
        self._run_style: tuple[int, int] | None = None
        self._copies = 0
        self._gone = 0
        self._mark = ""
        self._starts: Mapping[str, Callable[[int, Mapping[str, str], str], None]] = {
            "p": self._start_p, "r": self._start_r, "t": self._start_t, "rStyle": self._start_r_style,
            "instrText": self._start_t, "fldChar": self._start_fld_char, "fldSimple": self._start_fld_simple,
            "name": self._start_name, "textInput": self._start_text_input, "ddList": self._start_dd_list,
            "listEntry": self._start_list_entry, "sdt": self._start_sdt, "sdtContent": self._start_sdt_content,
        }  # fmt: skip
        self._ends: Mapping[str, Callable[[int, int, str], None]] = {
            "p": self._end_p, "t": self._end_t, "instrText": self._end_instr_text, "fldChar": self._end_fld_char,
            "fldSimple": self._end_fld_simple, "showingPlcHdr": self._end_cut, "dataBinding": self._end_cut,
            "sdtContent": self._end_sdt_content, "sdt": self._end_sdt,
        }  # fmt: skip

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        at = self.parser.CurrentByteIndex
        uri, local, prefix = _named(name)
        if len(self._path) >= _DEEPEST:
            raise Broken("nested without end")
        self._path.append((local, at, prefix))
        if self.only:
            return
        if local == "Fallback":
            self._copies += 1
        if not _is_word(uri):
            return
        if local in _GONE:
            self._gone += 1
        values = {_named(key)[1]: value for key, value in attributes.items()}
        begun = self._starts.get(local)
        if begun is not None:
            begun(at, values, prefix)
        elif local in _BREAKS and self._paragraphs and not self._gone and self._parent() == "r":
            self._paragraphs[-1].items.append(_BREAKS[local])
        elif self._controls and self._parent() == "sdtPr":
            self._property(local, at, values)
        elif local == "listItem" and self._controls:
            self._controls[-1].options.append(values.get("displayText") or values.get("value", ""))

    def words(self, _text: str) -> None:
        """Words; where the first of an element begin is remembered."""
        if self._texts and self._texts[-1] < 0:
            self._texts[-1] = self.parser.CurrentByteIndex

    def end(self, name: str) -> None:
        """An element ends."""
        local, began, prefix = self._path.pop()
        at = self.parser.CurrentByteIndex
        if self.only:
            if local == self.only:
                self.found.spans.append((began, self._after(began, at)))
            return
        if local == "Fallback":
            self._copies -= 1
        if not _is_word(name):
            return
        ended = self._ends.get(local)
        if ended is not None:
            ended(began, at, prefix)
        if local in _GONE:
            self._gone -= 1

    def _parent(self) -> str:
        return self._path[-2][0] if len(self._path) > 1 else ""

    def _is_empty(self, began: int) -> bool:
        """Whether the element that begins there is a tag by itself."""
        return self.raw.startswith(b"/>", self._opened(began) - 2)

    def _after(self, began: int, at: int) -> int:
        """Where an element ends that begins at `began`, and whose end is at `at`."""
        return self._opened(began) if self._is_empty(began) else self.raw.index(b">", at) + 1

    def _opened(self, at: int) -> int:
        """Where the start tag at `at` ends."""
        found = _TAG.match(self.raw, at)
        return found.end() if found else at

    def _start_p(self, _at: int, _values: Mapping[str, str], _prefix: str) -> None:
        self._paragraphs.append(Paragraph(copy=self._copies > 0))
        self.found.paragraphs.append(self._paragraphs[-1])
        for each in self._controls:
            each.paragraphs += 1

    def _end_p(self, began: int, at: int, prefix: str) -> None:
        self._paragraphs.pop()
        control = self._controls[-1] if self._controls else None
        if control is not None and control.into < 0 and not control.in_run and not self._is_empty(began):
            control.into, control.prefix = at, prefix
        for each in self.fields:
            each.spread = True

    def _start_r_style(self, at: int, _values: Mapping[str, str], _prefix: str) -> None:
        self._run_style = (at, self._opened(at))

    def _start_r(self, _at: int, _values: Mapping[str, str], _prefix: str) -> None:
        self._run_style = None

    def _start_t(self, _at: int, _values: Mapping[str, str], _prefix: str) -> None:
        self._texts.append(-1)

    def _end_t(self, _began: int, at: int, prefix: str) -> None:
        began = self._texts.pop()
        if began < 0 or self._gone or not self._paragraphs:
            return
        top = self.fields[-1] if self.fields else None
        if top is not None and not top.separated:
            return
        piece = Piece(self.raw[began:at], began, at, prefix, self._run_style)
        self._paragraphs[-1].items.append(piece)
        for each in self.fields:
            if each.separated:
                each.results.append(piece)
        for control in self._controls:
            control.pieces.append(piece)

    def _end_instr_text(self, began: int, at: int, _prefix: str) -> None:
        words = self._texts.pop()
        if self._gone or not self.fields:
            return
        if words >= 0:
            self.fields[-1].instruction += Piece(self.raw[words:at], words, at, "", None).text
        self.fields[-1].marks.append((began, self._after(began, at)))

    def _start_fld_char(self, _at: int, values: Mapping[str, str], prefix: str) -> None:
        if self._gone:
            return
        self._mark = values.get("fldCharType", "")
        if self._mark == "begin":
            self._begin(prefix)
        elif self.fields and self._mark == "separate":
            self.fields[-1].separated = True

    def _begin(self, prefix: str) -> FoundField:
        found = FoundField(prefix=prefix, copy=self._copies > 0)
        if self.fields:
            self.fields[-1].inner.append(found)
            found.within = True
        self.fields.append(found)
        self.found.fields.append(found)
        if self._paragraphs:
            self._paragraphs[-1].items.append(found)
        return found

    def _end_fld_char(self, began: int, at: int, _prefix: str) -> None:
        if self._gone or not self.fields:
            return
        top, span = self.fields[-1], (began, self._after(began, at))
        top.marks.append(span)
        if self._mark == "end":
            self.fields.pop()
            top.ended, top.last = True, span

    def _start_fld_simple(self, _at: int, values: Mapping[str, str], prefix: str) -> None:
        found = self._begin(prefix)
        found.instruction, found.separated, found.simple = values.get("instr", ""), True, True

    def _end_fld_simple(self, began: int, at: int, _prefix: str) -> None:
        top = self.fields.pop()
        top.ended = True
        opened, after = self._opened(began), self._after(began, at)
        top.marks.extend([(began, opened)] if after == opened else [(began, opened), (at, after)])
        top.last = (at, after) if after != opened else (began, opened)

    def _start_name(self, _at: int, values: Mapping[str, str], _prefix: str) -> None:
        if self.fields and self._parent() == "ffData":
            self.fields[-1].form_name = values.get("val", "")

    def _start_text_input(self, _at: int, _values: Mapping[str, str], _prefix: str) -> None:
        if self.fields:
            self.fields[-1].form_kind = "text"

    def _start_dd_list(self, _at: int, _values: Mapping[str, str], _prefix: str) -> None:
        if self.fields:
            self.fields[-1].form_kind = "list"

    def _start_list_entry(self, _at: int, values: Mapping[str, str], _prefix: str) -> None:
        if self.fields:
            self.fields[-1].options.append(values.get("val", ""))

    def _start_sdt(self, _at: int, _values: Mapping[str, str], _prefix: str) -> None:
        for each in self._controls:
            each.holds_others = True
        control = Control(copy=self._copies > 0)
        self._controls.append(control)
        self.found.controls.append(control)
        if self._paragraphs:
            self._paragraphs[-1].items.append(control)

    def _property(self, local: str, at: int, values: Mapping[str, str]) -> None:
        control = self._controls[-1]
        if local == "alias":
            control.alias = values.get("val", "")
        elif local == "tag":
            control.tag = values.get("val", "")
        elif local == "showingPlcHdr" and values.get("val", "1") not in ("0", "false", "off"):
            control.showing = True
            control.cuts.append((at, -1))
        elif local == "dataBinding":
            control.cuts.append((at, -1))
        elif local in _CONTROL_KINDS:
            control.kind = local

    def _end_cut(self, began: int, at: int, _prefix: str) -> None:
        if self._controls:
            cuts = self._controls[-1].cuts
            cuts[:] = [(start, self._after(began, at)) if start == began else (start, end) for start, end in cuts]

    def _start_sdt_content(self, _at: int, _values: Mapping[str, str], _prefix: str) -> None:
        if self._controls:
            self._controls[-1].in_run = self._parent_of_control() in ("p", "hyperlink", "ins", "smartTag", "fldSimple")

    def _parent_of_control(self) -> str:
        return self._path[-3][0] if len(self._path) > 2 else ""

    def _end_sdt_content(self, began: int, at: int, prefix: str) -> None:
        if self._controls and self._controls[-1].in_run and not self._is_empty(began):
            self._controls[-1].into, self._controls[-1].prefix = at, prefix

    def _end_sdt(self, _began: int, _at: int, _prefix: str) -> None:
        self._controls.pop()
