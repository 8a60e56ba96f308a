"""The links on a page of a PDF -> the words they stand on and their addresses, and where those words are in the text."""

import ctypes
import re
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from art28.document.links import further
from art28.document.model import Link, Page, Span
from art28.reading.pdf.lines import PageText

_LINKS_AT_MOST = 500
_LONGEST_ADDRESS = 4_000


def links_on(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Iterator[tuple[str, str]]:
    """What each link on a page shows and the address that it leads to, in the file's order."""
    place, link = ctypes.c_int(0), pdfium_c.FPDF_LINK()
    for _ in range(_LINKS_AT_MOST):
        if not pdfium_c.FPDFLink_Enumerate(page.raw, place, link):
            return
        address = _address(page.pdf, link)
        box = pdfium_c.FS_RECTF()
        if address and pdfium_c.FPDFLink_GetAnnotRect(link, box):
            yield textpage.get_text_bounded(box.left, box.bottom, box.right, box.top), address


def _address(document: pdfium.PdfDocument | None, link: object) -> str:
    """The address that a link leads to on the web; empty for one within the file."""
    action = pdfium_c.FPDFLink_GetAction(link)
    if document is None or not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
        return ""
    length = pdfium_c.FPDFAction_GetURIPath(document.raw, action, None, 0)
    if not 1 < length <= _LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def links_in(text: str, pages: Sequence[PageText], spans: Sequence[Page]) -> tuple[Link, ...]:
    """The links of all pages that lead further than their words say; on the start of the page where those aren't found."""
    found: list[Link] = []
    for page, place in zip(pages, spans, strict=True):
        at = place.span.start
        for shown, address in page.links:
            whole = further(shown, address)
            if whole is None:
                continue
            span = _place(text, shown, at, place.span) or Span(place.span.start, place.span.start)
            at = max(at, span.end)
            found.append(Link(span, whole))
    return tuple(sorted(found, key=lambda link: link.span))


def _place(text: str, shown: str, at: int, page: Span) -> Span | None:
    """Where on the page the words stand: after the link before, or else anywhere."""
    words = shown.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    match = pattern.search(text, at, page.end) or pattern.search(text, page.start, page.end)
    return Span(*match.span()) if match else None
