"""A compressed folder of agreements, as a file share gives it, or a mail -> the files in it, one at a time."""

import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from art28.reading.formats import ARCHIVE_DAMAGE
from art28.web.agreements.actions import Upload
from art28.web.agreements.mails import NothingAttached, attached, is_mail

_START = (b"PK\x03\x04", b"PK\x05\x06")
_END, _LONG_END = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_END = 22 + 65_535
_OF_AN_ENTRY = 2_000
"""More than what the table of contents says of one file; a longer table is not read at all."""
_OFFICE = ("[Content_Types].xml", "mimetype")
_CHUNK = 1 << 20


class NotUnpacked(Exception):
    """A folder that is damaged or locked, or that holds more than is taken at once."""


def files_in(upload: Upload, *, most: int, largest_bytes: int) -> Iterator[Upload]:
    """The files of a compressed folder or attached to a mail, also of one within the other; any other file as it is.

    Raises `NotUnpacked` or `NothingAttached` before the first. A mail among others of which nothing can be read is left as
    it is.
    """
    if is_mail(upload):
        for each in attached(upload, most=most):
            yield from _of_folder(each, most=most, largest_bytes=largest_bytes)
        return
    for each in _of_folder(upload, most=most, largest_bytes=largest_bytes):
        yield from _of_mail(each, most=most) if is_mail(each) else (each,)


def _of_mail(upload: Upload, *, most: int) -> list[Upload]:
    try:
        return attached(upload, most=most)
    except NothingAttached:
        return [upload]


def _of_folder(upload: Upload, *, most: int, largest_bytes: int) -> Iterator[Upload]:
    """The files of a compressed folder; a file that is none is given as it is. Raises `NotUnpacked`, before the first.

    None is read beyond `largest_bytes` by more than one byte, whatever the folder says of its size, so that what takes it in
    refuses it; and all together not beyond twice that: documents hardly shrink, and a folder is no larger than one file.
    """
    if not upload.data.startswith(_START) or not upload.name.lower().endswith(".zip"):
        yield upload
        return
    try:
        entries = _entries(upload.data, most)
    except ARCHIVE_DAMAGE as error:
        raise NotUnpacked(str(error)) from error
    if entries is None:  # a document that somebody called a folder
        yield upload
        return
    if not entries:
        raise NotUnpacked("an empty folder")
    left = 2 * largest_bytes + 1
    found = []
    try:
        with zipfile.ZipFile(io.BytesIO(upload.data)) as folder:
            for entry in entries:
                data = _read(folder, entry, min(largest_bytes + 1, left + 1))
                left -= len(data)
                if left < 0:
                    raise NotUnpacked("more than is taken at once")
                found.append(Upload(PurePosixPath(entry.filename).name, "", data))
    except ARCHIVE_DAMAGE as error:
        raise NotUnpacked(str(error)) from error
    yield from found


def _entries(data: bytes, most: int) -> list[zipfile.ZipInfo] | None:
    """What is listed in the folder but for what systems put there themselves; None where it is an office document."""
    end = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    if end < 0 or end + 22 > len(data) or _LONG_END in data[max(0, end - 40) : end]:
        raise zipfile.BadZipFile("no table of contents, or one for folders beyond 4 GB")
    count, length = struct.unpack_from("<HL", data, end + 10)
    if count > 10 * most or length > 10 * most * _OF_AN_ENTRY:
        raise zipfile.BadZipFile("too many files")
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        listed = [entry for entry in folder.infolist() if not entry.is_dir()]
    if any(entry.filename in _OFFICE for entry in listed):
        return None
    found = [entry for entry in listed if not _of_a_system(entry.filename)]
    if len(found) > most:
        raise zipfile.BadZipFile("too many files")
    if any(entry.flag_bits & 1 for entry in found):
        raise zipfile.BadZipFile("locked with a password")
    return found


def _of_a_system(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return "__MACOSX" in parts or parts[-1].startswith(".") or parts[-1].lower() in ("thumbs.db", "desktop.ini")


def _read(folder: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    with folder.open(entry) as file:
        found = bytearray()
        while len(found) < most and (part := file.read(min(_CHUNK, most - len(found)))):
            found += part
    return bytes(found)
