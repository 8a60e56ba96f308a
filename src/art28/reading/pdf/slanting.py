"""A page of a PDF -> the same without text that slants across it, as the word of a watermark does.

PDFium tells by how much of a page text covers, up and across, which way its lines run, and where a word lies over all of them
it can't: lines run into each other, or end behind a letter or two.
"""

import math

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_QUARTER = math.pi / 2
_SLANT = 0.1


def slants(angle: float) -> bool:
    """Whether what is turned by `angle`, in radians, runs neither along a page nor up or down its side."""
    return abs(angle / _QUARTER - round(angle / _QUARTER)) * _QUARTER >= _SLANT


def slanting_on(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> list[tuple[pdfium.PdfObject, str]]:
    """The pieces of text that slant on `page`, and what each says.

    They can be taken off it, for as long as it is open; `textpage` is to be closed before.
    """
    pieces = page.get_objects([pdfium_c.FPDF_PAGEOBJ_TEXT], textpage=textpage)
    return [(each, each.extract()) for each in pieces if slants(_angle(each))]


def _angle(piece: pdfium.PdfObject | None) -> float:
    """By how much a piece is turned, with what holds it."""
    if piece is None:
        return 0.0
    matrix = piece.get_matrix()
    return math.atan2(matrix.b, matrix.a) + _angle(piece.container)
