"""Bytes -> the format they are in, by their first bytes and structure; a format that isn't read is named in the refusal."""

import io
import re
import zipfile
import zlib
from enum import StrEnum

from art28.reading.errors import Unreadable, UnreadableFile


class Format(StrEnum):
    """A format that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


# The ends of the names of files that can be read, for a chooser of files; what a file is, its bytes tell.
SUFFIXES = (
    ".pdf", ".docx", ".docm", ".dotx", ".odt", ".ott", ".fodt", ".rtf", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt",
)  # fmt: skip
# What stands at the start of files that hold no text, in words for the person who sent one.
_OTHERS = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"BM", "an image (BMP)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"7z\xbc\xaf", "a compressed file (7-Zip)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"SQLite format 3", "a database"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x20ftyp", "a film"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WHAT_TO_DO = "send the agreement as PDF, DOCX, ODT, RTF, HTML, Markdown or plain text"
# What else OpenDocument files hold, by the end of their media type.
_OPEN_DOCUMENTS = {"spreadsheet": "a spreadsheet", "presentation": "a presentation", "graphics": "a drawing"}
_FLAT_TEXT = re.compile(rb"<office:document\b[^>]*application/vnd\.oasis\.opendocument\.text", re.S)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"<(?:div|p|h[1-6]|section|article|main|table|ul|ol)\b[^>]*>", re.I)
_HTML_CLOSING = re.compile(rb"</(?:div|p|h[1-6]|section|article|main|table|ul|ol)>", re.I)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4096
# A program of a few bytes may start with letters too: "BM", "MZ" and "ID3" count where a zero byte follows soon.
_SHORTEST_SURE_SIGN = 4


def format_of(data: bytes, name: str) -> Format:
    """The format of `data`; raises UnreadableFile for an empty file and for what isn't a document."""
    if not data.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(name, Unreadable.EMPTY, "the file is empty: send the file that holds the agreement")
    start = data[:_LOOKED_AT]
    if b"%PDF-" in start[:1024]:
        return Format.PDF
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    if start.startswith(_OLE):
        raise _legacy_office(data, name)
    for sign, what in _OTHERS:
        if start.startswith(sign) and (len(sign) >= _SHORTEST_SURE_SIGN or b"\x00" in start or not start.isascii()):
            raise UnreadableFile(name, Unreadable.UNKNOWN_FORMAT, f"this is {what}, not a document: {_WHAT_TO_DO}")
    if start.lstrip(b"\xef\xbb\xbf\r\n ").startswith(b"{\\rtf"):
        return Format.RTF
    if _FLAT_TEXT.search(start):
        return Format.ODT
    if b'progid="Word.Document"' in start or b"<pkg:package" in start:
        raise UnreadableFile(
            name, Unreadable.UNKNOWN_FORMAT, "this is a Word document saved as XML: save it as DOCX and send that"
        )
    if _is_html(start):
        return Format.HTML
    return Format.MARKDOWN if name.lower().endswith((".md", ".markdown")) else Format.TEXT


def _is_html(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\x00", b"")
    for mark in _BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    if _HTML_START.match(start):
        return True
    return start.lstrip()[:1] == b"<" and len(_HTML_TAG.findall(start)) > 1 and bool(_HTML_CLOSING.search(start))


ARCHIVE_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
"""What the standard library raises for an archive that it can't read; a packing unknown to it is a `RuntimeError` too."""


def _zipped(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            media_type = archive.read("mimetype")[:200].decode("ascii", "replace") if _is_small(archive) else ""
    except ARCHIVE_DAMAGE:
        raise UnreadableFile(
            name,
            Unreadable.DAMAGED,
            "the file starts like a Word or OpenDocument file but is cut off or damaged: "
            "open it in a word processor, save it anew and send that",
        ) from None
    if any(part.endswith("document.xml") or part == "[Content_Types].xml" for part in names):
        if any(part.startswith("xl/") for part in names):
            raise UnreadableFile(name, Unreadable.UNKNOWN_FORMAT, f"this is an Excel workbook: {_WHAT_TO_DO}")
        if any(part.startswith("ppt/") for part in names):
            raise UnreadableFile(name, Unreadable.UNKNOWN_FORMAT, f"this is a PowerPoint presentation: {_WHAT_TO_DO}")
        return Format.DOCX
    if media_type.startswith("application/vnd.oasis.opendocument.text"):
        return Format.ODT
    kind = next((what for end, what in _OPEN_DOCUMENTS.items() if end in media_type), "a file of another kind")
    what = f"{kind} (OpenDocument)" if "opendocument" in media_type else "a compressed folder"
    raise UnreadableFile(name, Unreadable.UNKNOWN_FORMAT, f"this is {what}: {_WHAT_TO_DO}")


def _is_small(archive: zipfile.ZipFile) -> bool:
    """Whether the archive names its media type, in a few bytes."""
    try:
        return archive.getinfo("mimetype").file_size < _LOOKED_AT
    except KeyError:
        return False


def _legacy_office(data: bytes, name: str) -> UnreadableFile:
    if _ENCRYPTED_PACKAGE in data:
        return UnreadableFile(
            name, Unreadable.ENCRYPTED, "the document has a password: open it, remove the password and send it again"
        )
    return UnreadableFile(
        name,
        Unreadable.UNKNOWN_FORMAT,
        "this is a document of Word 2003 or older (DOC), or an Outlook message: "
        "open it in Word or LibreOffice, save it as DOCX or PDF and send that",
    )
