"""A Word file and its places -> copies with words put in; every other byte of the file stays as it is.

Nothing is parsed here: the places were found in confinement, and a copy is the pieces between them with words in between.
The same words give the same bytes.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from art28.drafting.house.behind import with_annex
from art28.drafting.values import writable_text
from art28.reading.formats import ARCHIVE_DAMAGE
from art28.reading.places import Edit, Form, Places

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED, _STORED = 8, 0
_FLAG_UTF8 = 0x800
_NAME_AT, _NAME_LENGTHS = 26, struct.Struct("<2H")
_LOCAL_SIZE = 30
_MAIN = "word/document.xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MOST_BYTES = 200 * 1024 * 1024


class NotAForm(ValueError):
    """The file isn't the one in which the places were found."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the archive as it stands, packed."""

    name: bytes
    flags: int
    method: int
    moment: tuple[int, int]
    checksum: int
    size: int
    packed: bytes
    version: int
    attributes: tuple[int, int]
    part: str


class WordForm:
    """A Word file that copies are made of. Raises `NotAForm` where the places don't lie in it."""

    def __init__(self, data: bytes, places: Places) -> None:
        self._places = places.places
        edits: dict[str, list[tuple[Edit, int]]] = {}
        for number, place in enumerate(places.places):
            for edit in place.edits:
                edits.setdefault(place.part.lstrip("/"), []).append((edit, number))
        for part, edit in places.always:
            edits.setdefault(part.lstrip("/"), []).append((edit, -1))
        self._edits = {
            part: sorted(found, key=lambda each: (each[0].start, each[0].end)) for part, found in edits.items()
        }
        self._entries, self._raw = _entries(data, frozenset({*edits, _MAIN}))
        for part, found in self._edits.items():
            if part not in self._raw or any(edit.end > len(self._raw[part]) for edit, _ in found):
                raise NotAForm(part)

    def filled(self, words: Mapping[int, str], behind: Sequence[str] = ()) -> bytes:
        """A copy with `words` by the number of their place; a place without any stays to the byte as it is.

        What comes `behind` the rest, on a page of its own, is a heading, a paragraph, and items that are numbered.
        """
        said = {number: _xml(text) for number, text in words.items()}
        parts = {part: self._part(part, edits, said) for part, edits in self._edits.items()}
        if behind:
            parts[_MAIN] = with_annex(parts.get(_MAIN) or self._raw[_MAIN], behind)
        return _archive(self._entries, parts)

    def _part(self, part: str, edits: Sequence[tuple[Edit, int]], said: Mapping[int, str]) -> bytes:
        raw, done, pieces = self._raw[part], 0, []
        for edit, number in edits:
            if number >= 0 and number not in said:
                continue
            pieces.append(raw[done : edit.start])
            pieces.append(_put(edit, said.get(number, "")))
            done = edit.end
        pieces.append(raw[done:])
        return b"".join(pieces)


def _put(edit: Edit, said: str) -> bytes:
    if edit.form is Form.CUT:
        return b""
    if edit.form is Form.DOCUMENT:
        return _DOCUMENT
    name = f"{edit.prefix}:" if edit.prefix else ""
    opened, closed = f'<{name}t xml:space="preserve">', f"</{name}t>"
    words = said.replace("\n", f"{closed}<{name}br/>{opened}")
    if edit.form is Form.WORDS:
        return words.encode()
    text = f"{opened}{words}{closed}"
    return (text if edit.form is Form.TEXT else f"<{name}r>{text}</{name}r>").encode()


def _xml(text: str) -> str:
    return writable_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _entries(data: bytes, changing: frozenset[str]) -> tuple[tuple[_Entry, ...], dict[str, bytes]]:
    """The entries as they are packed, and the parts that change unpacked."""
    entries, raw = [], {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            if len({each.filename for each in listed}) != len(listed):
                raise NotAForm("a name stands twice in it")
            if sum(each.file_size for each in listed if each.filename in changing) > _MOST_BYTES:
                raise NotAForm("it is too large unpacked")
            for each in listed:
                if each.filename in changing:
                    raw[each.filename] = archive.read(each)
                entries.append(_entry(data, each))
    except (*ARCHIVE_DAMAGE, struct.error) as error:
        raise NotAForm(type(error).__name__) from error
    return tuple(entries), raw


def _entry(data: bytes, each: zipfile.ZipInfo) -> _Entry:
    named, extra = _NAME_LENGTHS.unpack_from(data, each.header_offset + _NAME_AT)
    begins = each.header_offset + _LOCAL_SIZE + named + extra
    year, month, day, hour, minute, second = each.date_time
    moment = (hour << 11 | minute << 5 | second // 2, max(0, year - 1980) << 9 | month << 5 | day)
    return _Entry(
        data[each.header_offset + _LOCAL_SIZE : each.header_offset + _LOCAL_SIZE + named],
        each.flag_bits & _FLAG_UTF8,
        each.compress_type,
        moment,
        each.CRC,
        each.file_size,
        data[begins : begins + each.compress_size],
        each.create_version,
        (each.internal_attr, each.external_attr),
        each.filename,
    )


def _archive(entries: Sequence[_Entry], parts: Mapping[str, bytes]) -> bytes:
    """The archive with its entries in their order, those in `parts` packed anew."""
    written, directory, at = [], [], 0
    for each in entries:
        method, checksum, size, packed = each.method, each.checksum, each.size, each.packed
        if each.part in parts:
            raw = parts[each.part]
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed, method = packer.compress(raw) + packer.flush(), _DEFLATED
            checksum, size = zlib.crc32(raw), len(raw)
        need = 20
        common = (each.flags, method, *each.moment, checksum, len(packed), size, len(each.name), 0)
        written += [_LOCAL.pack(b"PK\x03\x04", need, *common), each.name, packed]
        directory += [
            _CENTRAL.pack(b"PK\x01\x02", max(each.version, need), need, *common, 0, 0, *each.attributes, at),
            each.name,
        ]
        at += _LOCAL_SIZE + len(each.name) + len(packed)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(listed), at, 0)
    return b"".join((*written, listed, end))
