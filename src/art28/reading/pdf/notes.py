"""The pages of a PDF as read -> what a reader wants known: pages that are pictures, fields, files inside, signatures."""

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from art28.document.model import NoteCode, ReadingNote
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.pdf.lines import PageText
from art28.reading.pdf.recognition import HOW_TO_INSTALL

_FEWEST_CHARACTERS = 500
_NAMED_AT_MOST = 20
_SIGNATURES_AT_MOST = 100


def notes_of(
    pages: Sequence[PageText], document: pdfium.PdfDocument, name: str, *, recognises: bool
) -> tuple[ReadingNote, ...]:
    """The notes; raises UnreadableFile for a document of which next to nothing could be read.

    `recognises` says whether text can be recognised in pictures here.
    """
    pictures = [page.number for page in pages if page.pictured and page.recognised is None]
    total = sum(page.characters() for page in pages)
    if not total or (2 * len(pictures) > len(pages) and total < _FEWEST_CHARACTERS):
        raise UnreadableFile(name, Unreadable.NO_TEXT, _without_text(recognises=recognises))
    return tuple(_notes(pages, pictures, document))


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, those that follow each other as a range: "1-3, 5"."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in found)


def _without_text(*, recognises: bool) -> str:
    if recognises:
        return (
            "its pages are pictures (a scan) in which no text could be recognised: scan it anew, straight and at 300 dots "
            "per inch, or send the Word file or a PDF saved from it"
        )
    return (
        "its pages are pictures without text (a scan), and text recognition (OCR) is not installed: "
        f"{HOW_TO_INSTALL}, or send the Word file or a PDF saved from it"
    )


def _notes(pages: Sequence[PageText], pictures: Sequence[int], document: pdfium.PdfDocument) -> Iterator[ReadingNote]:
    recognised = [(page.number, page.recognised) for page in pages if page.recognised is not None]
    if recognised:
        sure = round(sum(confidence for _, confidence in recognised) / len(recognised))
        yield ReadingNote(NoteCode.RECOGNISED_TEXT, f"{ranges([number for number, _ in recognised])} ({sure}%)")
    if pictures:
        yield ReadingNote(NoteCode.PAGES_WITHOUT_TEXT, ", ".join(map(str, pictures)))
    fields = sum(page.fields for page in pages)
    if fields:
        yield ReadingNote(NoteCode.FORM_FIELDS, str(fields))
    attached = _attached(document)
    if attached:
        yield ReadingNote(NoteCode.EMBEDDED_FILES, ", ".join(attached))
    signed = min(max(pdfium_c.FPDF_GetSignatureCount(document.raw), 0), _SIGNATURES_AT_MOST)
    if signed:
        yield ReadingNote(NoteCode.SIGNATURES, ", ".join(_signed(document, index) for index in range(signed)))


def _attached(document: pdfium.PdfDocument) -> list[str]:
    """The names of the files inside, and how many more there are."""
    count = document.count_attachments()
    names = [_printable(document.get_attachment(index).get_name()) for index in range(min(count, _NAMED_AT_MOST))]
    return [*names, f"+{count - _NAMED_AT_MOST}"] if count > _NAMED_AT_MOST else names


def _signed(document: pdfium.PdfDocument, index: int) -> str:
    """When a signature says that it was set, as YYYY-MM-DD; "?" where it doesn't say."""
    signature = pdfium_c.FPDF_GetSignatureObject(document.raw, index)
    size = pdfium_c.FPDFSignatureObj_GetTime(signature, None, 0)
    if not 0 < size < 100:
        return "?"
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFSignatureObj_GetTime(signature, buffer, size)
    digits = "".join(character for character in buffer.value.decode("ascii", "ignore") if character.isdigit())[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 else "?"


def _printable(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split()) or "?"
