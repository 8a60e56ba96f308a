"""Bytes -> Document: finds out what a file is from what it holds, not from its name, and reads it."""

import hashlib
from dataclasses import replace

from art28.document.links import note_on
from art28.document.model import Document
from art28.reading.decoding import decoded
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.formats import Format, format_of
from art28.reading.limits import Limits, Progress
from art28.reading.markup.html import read_html
from art28.reading.markup.markdown import looks_like_markdown, read_markdown
from art28.reading.odt.odt import read_odt
from art28.reading.pdf.pdf import read_pdf
from art28.reading.rtf.rtf import read_rtf
from art28.reading.text import read_text
from art28.reading.word.docx import read_docx

_TEXT = "text/1"
_MARKDOWN = "markdown/1"
_MIB = 1024 * 1024


def read_document(data: bytes, *, name: str, limits: Limits, progress: Progress | None = None) -> Document:
    """The document that the bytes of a file make; raises UnreadableFile.

    `name` is only shown, and tells Markdown from plain text where the text itself doesn't. What the file costs in time
    and memory is bounded in the jail, not here. `progress` is called before each page that has to be recognised.
    """
    if len(data) > limits.file_bytes:
        raise UnreadableFile(
            name,
            Unreadable.TOO_LARGE,
            f"the file is {len(data) / _MIB:.0f} MB and at most {limits.file_bytes / _MIB:.0f} MB is read: "
            "split it, or send the agreement without its scans",
        )
    found = format_of(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    if found is Format.PDF:
        document = read_pdf(data, name=name, sha256=sha256, limits=limits, progress=progress)
    elif found is Format.DOCX:
        document = read_docx(data, name=name, sha256=sha256, limits=limits)
    elif found is Format.ODT:
        document = read_odt(data, name=name, sha256=sha256, limits=limits)
    elif found is Format.RTF:
        document = read_rtf(data, name=name, sha256=sha256)
    else:
        text, notes = decoded(data, name=name)
        _within(len(text), name, limits)
        if found is Format.HTML:
            document = read_html(text, name=name, sha256=sha256, notes=notes, limits=limits)
        elif found is Format.MARKDOWN or looks_like_markdown(text):
            document = read_markdown(text, name=name, sha256=sha256, extraction=_MARKDOWN, notes=notes)
        else:
            document = read_text(text, name=name, sha256=sha256, extraction=_TEXT, notes=notes)
    _within(len(document.text), name, limits)
    if not document.text.strip():
        raise UnreadableFile(name, Unreadable.EMPTY, "there is no text in it: send the file that holds the agreement")
    return replace(document, notes=(*document.notes, *note_on(document.text, document.links)))


def _within(characters: int, name: str, limits: Limits) -> None:
    if characters > limits.characters:
        raise UnreadableFile(
            name,
            Unreadable.TOO_LARGE,
            f"it holds {characters:,} characters and at most {limits.characters:,} are read: send the agreement alone",
        )
