"""A Word file -> the places in it that wait to be filled in, and what stands in the way of filling it.

Merge fields, content controls, form fields of the old kind, placeholders in brackets, braces or guillemets, and lines of
dots or underscores, also where Word cut them over runs.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.office.package import Package
from art28.reading.places import Edit, Form, Place, PlaceKind, Places, Trouble, TroubleCode
from art28.reading.word.marks import Broken, Declared, marked
from art28.reading.word.pieces import Control, FoundField, Marked, Paragraph, Piece
from art28.reading.word.tokens import Token, tokens

_HELD = "\ufffc"
_MOST = 3_000
_AROUND = 200
_SHORT = 25
_PARTS = ("header", "footer", "footnotes", "endnotes")
_INSTRUCTION = re.compile(r"\s*([A-Za-z]+)")
_ARGUMENT = re.compile(r'\s*(?:"([^"]*)"|(\S+))')
_SWITCH = re.compile(r'\\([*bfmv@#])\s*(?:"([^"]*)"|([^\s\\]+))?')
_COMPUTED = frozenset({"ADDRESSBLOCK", "GREETINGLINE", "NEXT", "NEXTIF", "SKIPIF", "ASK", "FILLIN", "SET"})
_FILLED = frozenset({"MERGEFIELD", "FORMTEXT", "FORMDROPDOWN"})
_FREE = frozenset({"text", "date", "dropDownList", "comboBox"})
_TEMPLATE = re.compile(rb"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml")


def word_places(data: bytes, *, name: str, limits: Limits) -> Places:
    """The places of a Word file; raises UnreadableFile where it can't be read at all."""
    package = Package(data, name=name, limits=limits)
    main = next((path for kind, path in package.related("").values() if kind == "officeDocument"), "")
    if not main or not package.bytes_of(main):
        return Places((), (Trouble(TroubleCode.NOT_WORD, ""),))
    related = package.related(main)
    parts = [main, *dict.fromkeys(path for kind, path in related.values() if kind in _PARTS)]
    places: list[Place] = []
    troubles = list(_of_package(package, related))
    for part in parts:
        raw = package.bytes_of(part)
        if raw is None:
            continue
        try:
            if raw.lstrip(b"\xef\xbb\xbf")[:1] != b"<" or _encoded(raw):
                troubles.append(Trouble(TroubleCode.ENCODING, posixpath.basename(part)))
                continue
            found = marked(raw)
        except (Broken, Declared):
            raise UnreadableFile(
                name, Unreadable.DAMAGED, "a part of the Word document is damaged: open it in Word, save it anew"
            ) from None
        reader = _PartReader(part, found)
        places.extend(reader.places())
        troubles.extend(reader.troubles)
        if len(places) > _MOST:
            return Places((), (Trouble(TroubleCode.TOO_MANY, ""),))
    return Places(tuple(places), tuple(dict.fromkeys(troubles)), tuple(_always(package, related)))


def _encoded(raw: bytes) -> bool:
    """Whether a part says that it is in another encoding than UTF-8."""
    found = re.match(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([^"']*)["']""", raw[:200])
    return found is not None and found[1].lower() not in (b"utf-8", b"us-ascii")


def _of_package(package: Package, related: Mapping[str, tuple[str, str]]) -> Iterator[Trouble]:
    if any(kind == "vbaProject" for kind, _ in related.values()):
        yield Trouble(TroubleCode.MACROS, "")
    if any(kind.startswith("digital-signature") for kind, _ in package.related("").values()):
        yield Trouble(TroubleCode.SIGNED, "")


def _always(package: Package, related: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Edit]]:
    """A filled copy has no tie to a source of merge data, and is a document where the file is a template."""
    for kind, path in related.values():
        raw = package.bytes_of(path) if kind == "settings" else None
        if raw is not None and b"mailMerge" in raw:
            for start, end in marked(raw, only="mailMerge").spans:
                yield path, Edit(start, end, Form.CUT)
    types = package.bytes_of("[Content_Types].xml") or b""
    for found in _TEMPLATE.finditer(types):
        yield "[Content_Types].xml", Edit(found.start(), found.end(), Form.DOCUMENT)


class _PartReader:
    """The places of one part."""

    def __init__(self, part: str, found: Marked) -> None:
        self._part = part
        self._found = found
        self._owned: dict[int, Place] = {}
        self.troubles: list[Trouble] = []

    def places(self) -> Iterator[Place]:
        """In the order of reading."""
        for each in self._found.unended:
            if _keyword(each) in _FILLED:
                self._trouble(TroubleCode.BROKEN_FIELD, each.instruction)
        for each in self._found.fields:
            self._field(each)
        for control in self._found.controls:
            self._control(control)
        above = ""
        for paragraph in self._found.paragraphs:
            for found in self._of(paragraph, above):
                if isinstance(found, Place):
                    yield found
                else:
                    above = found.strip() or above

    def _trouble(self, code: TroubleCode, shown: str) -> None:
        self.troubles.append(Trouble(code, posixpath.basename(self._part), " ".join(shown.split())[:120]))

    def _field(self, found: FoundField) -> None:
        keyword = _keyword(found)
        if keyword in _COMPUTED:
            self._trouble(TroubleCode.COMPUTED_FIELD, found.instruction)
        if keyword not in _FILLED or not found.ended:
            return
        if found.within or found.inner:
            self._trouble(TroubleCode.NESTED_FIELD, found.instruction)
            return
        argument = _ARGUMENT.match(found.instruction, _INSTRUCTION.match(found.instruction).end())  # type: ignore[union-attr]
        merged = keyword == "MERGEFIELD"
        name = ((argument[1] or argument[2] or "") if argument else "").strip() if merged else found.form_name
        if found.spread or (merged and (not name or name.startswith("\\"))):
            self._trouble(TroubleCode.BROKEN_FIELD, found.instruction)
            return
        unlinked = merged or keyword == "FORMDROPDOWN"
        cuts = [Edit(*span, Form.CUT) for span in found.marks] if unlinked else []
        words = _into(found.results, found.prefix)
        if not words:
            at = found.last if unlinked else (found.last[0], found.last[0])
            form = Form.RUN if found.simple else Form.TEXT
            cuts = [each for each in cuts if (each.start, each.end) != at]
            words = [Edit(*at, form, found.prefix)]
        switches = {each[1]: each[2] or each[3] or "" for each in _SWITCH.finditer(found.instruction)} if merged else {}
        place = Place(
            PlaceKind.MERGE_FIELD if merged else PlaceKind.FORM_FIELD,
            name,
            self._part,
            "".join(each.text for each in found.results).strip(),
            "",
            "",
            tuple(sorted((*cuts, *words), key=lambda each: each.start)),
            tuple(found.options),
            switches.get("*", "").lower() if switches.get("*", "").lower() in _CASINGS else "",
            switches.get("b", ""),
            switches.get("f", ""),
            found.copy,
        )
        self._own(found, found.results, place)

    def _control(self, control: Control) -> None:
        named = control.alias or control.tag
        is_one = control.kind in _FREE or (not control.kind and control.showing)
        if (
            not is_one
            or control.holds_others
            or control.paragraphs > 1
            or any(id(p) in self._owned for p in control.pieces)
        ):
            return
        words = _into(control.pieces, control.prefix)
        if not words:
            if control.into < 0:
                return
            words = [Edit(control.into, control.into, Form.RUN, control.prefix)]
        cuts = [Edit(*span, Form.CUT) for span in control.cuts]
        if control.showing:
            styles = {each.run_style for each in control.pieces if each.run_style}
            cuts.extend(Edit(*span, Form.CUT) for span in styles)
        place = Place(
            PlaceKind.CONTROL,
            named,
            self._part,
            "".join(each.text for each in control.pieces).strip(),
            "",
            "",
            tuple(sorted((*cuts, *words), key=lambda each: each.start)),
            tuple(control.options) if control.kind == "dropDownList" else (),
            copy=control.copy,
        )
        self._own(control, control.pieces, place)

    def _own(self, holder: FoundField | Control, pieces: list[Piece], place: Place) -> None:
        self._owned.update(dict.fromkeys(map(id, pieces or (holder,)), place))

    def _of(self, paragraph: Paragraph, above: str) -> Iterator[Place | str]:
        """The places of a paragraph, and at last its words."""
        found: list[tuple[int, int, Place]] = []
        parts: list[str] = []
        free: list[tuple[int, Piece]] = []
        seen: set[int] = set()
        length = 0
        for item in paragraph.items:
            place = self._owned.get(id(item))
            said = item if isinstance(item, str) else item.text if isinstance(item, Piece) and place is None else ""
            if isinstance(item, Piece) and place is None:
                free.append((length, item))
            elif place is not None and id(place) not in seen:
                seen.add(id(place))
                said = _HELD
                found.append((length, length + 1, place))
            parts.append(said)
            length += len(said)
        text = "".join(parts)
        read = tokens(text)
        for wrong, shown in read.wrong:
            self._trouble(wrong, shown)
        for token in read.tokens:
            if edits := _over(token, free):
                found.append((token.start, token.end, self._placed(token, edits, copy=paragraph.copy)))
        for start, end, place in sorted(found, key=lambda each: each[0]):
            before, after = text[:start].replace(_HELD, "…"), text[end:].replace(_HELD, "…")
            if len(before.strip()) < _SHORT and above:
                before = f"{above[-_AROUND:]}\n{before}"
            yield replace(place, before=before[-_AROUND:], after=after[:_AROUND])
        yield text.replace(_HELD, "")

    def _placed(self, token: Token, edits: tuple[Edit, ...], *, copy: bool) -> Place:
        kind = PlaceKind.NAMED if token.name else PlaceKind.OPEN
        return Place(kind, token.name, self._part, token.shown, "", "", edits, copy=copy)


_CASINGS = frozenset({"upper", "lower", "firstcap", "caps"})


def _keyword(found: FoundField) -> str:
    keyword = _INSTRUCTION.match(found.instruction)
    return keyword[1].upper() if keyword else ""


def _into(pieces: list[Piece], _prefix: str) -> list[Edit]:
    """The first piece takes the words, the others go."""
    return [Edit(each.start, each.end, Form.CUT if at else Form.WORDS, each.prefix) for at, each in enumerate(pieces)]


def _over(token: Token, free: list[tuple[int, Piece]]) -> tuple[Edit, ...]:
    """What putting words in place of a placeholder alters: the piece in which it begins takes them."""
    edits: list[Edit] = []
    for begins, piece in free:
        start, end = max(token.start, begins), min(token.end, begins + len(piece.text))
        if start < end:
            span = piece.at(start - begins), piece.at(end - begins)
            edits.append(Edit(*span, Form.CUT if edits else Form.WORDS, piece.prefix))
    return tuple(edits)
