"""Bytes of a text file -> the text, and a note where the encoding had to be guessed."""

import re

from art28.document.model import NoteCode, ReadingNote
from art28.reading.errors import Unreadable, UnreadableFile

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
# More than this share of control characters, and the file is no text in any encoding.
_CONTROLS_AT_MOST = 0.002
# The C1 controls, which cp1252 leaves undefined or which nobody types.
_UNDEFINED_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decoded(data: bytes, *, name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    """The text of `data` without its byte order mark, line ends untouched; raises UnreadableFile(ENCODING)."""
    text, notes = _decode(data, name)
    controls = len(_CONTROLS.findall(text))
    if controls > max(2, len(text) * _CONTROLS_AT_MOST):
        raise _no_text(name)
    return text, notes


def _decode(data: bytes, name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    for mark, encoding in _UTF16_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError:
                raise _no_text(name) from None
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return data.decode(unmarked), (ReadingNote(NoteCode.ENCODING_GUESSED, unmarked),)
    try:
        return data.removeprefix(_UTF8_MARK).decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.end == len(data) and not data.isascii():
            whole = data.removeprefix(_UTF8_MARK)
            return whole.decode("utf-8", "ignore"), (ReadingNote(NoteCode.ENCODING_GUESSED, "utf-8"),)
    if b"\x00" in data or len(_UNDEFINED_IN_CP1252.intersection(data)) > 0:
        raise _no_text(name)
    return data.decode("cp1252"), (ReadingNote(NoteCode.ENCODING_GUESSED, "cp1252"),)


def _unmarked_utf16(data: bytes) -> str | None:
    """The UTF-16 that `data` is in without a mark: every other byte of Latin text is then zero."""
    if len(data) % 2 or b"\x00" not in data:
        return None
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2].count(0)), ("utf-16-be", data[::2].count(0))):
        if zeros > 0.8 * half:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return encoding
    return None


def _no_text(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        Unreadable.ENCODING,
        "these bytes are no text in UTF-8, UTF-16 or Windows-1252: save the file as UTF-8 text, PDF or DOCX and send that",
    )
