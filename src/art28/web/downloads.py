"""What a browser saves as a file: a table as CSV or as a workbook, however long, or a document. None is shown in a page."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO, TypeVar

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from art28.web.spreadsheets import XLSX, Workbook, csv_lines

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "xlsx": XLSX,
    "yaml": "application/yaml; charset=utf-8",
    "zip": "application/zip",
}
"""By the ending of a name, of what art28 itself writes."""
FOREIGN = "application/octet-stream"
"""Of what others wrote, whatever they call it."""
MOST_IN_A_WORKBOOK = 100_000
Answer = TypeVar("Answer", bound=HttpResponseBase)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under `heads`, taken one by one.

    In a workbook they stand under `title`, in columns of these `widths` of which the first `held` stay when one scrolls, at
    most `most` of them; `but` holds the signs with which a text may begin unmarked (`spreadsheets.as_text`).
    """

    title: str
    heads: Sequence[str]
    rows: Iterable[Iterable[str]]
    widths: Sequence[int] = (24, 20)
    held: int = 1
    most: int = MOST_IN_A_WORKBOOK
    but: str = ""
    delimiter: str = ","


def dated(what: str) -> str:
    """A name for a file of today, without its ending."""
    return f"art28-{what}-{timezone.localdate():%Y-%m-%d}"


def table(told: Table, name: str, form: str) -> HttpResponseBase:
    """The table as `name`.csv or .xlsx; raises Http404 where `form` is another."""
    if form not in ("csv", "xlsx"):
        raise Http404
    named = f"{name}.{form}"
    if form == "xlsx":
        return workbook(_written(told), named)
    return lines(csv_lines(told.heads, told.rows, delimiter=told.delimiter), named)


def lines(content: Iterator[str], name: str) -> StreamingHttpResponse:
    """Text as it is made, line by line."""
    return _named(StreamingHttpResponse(content, content_type=_media_type(name)), name)


def pieces(content: Iterable[bytes], name: str, size: int) -> StreamingHttpResponse:
    """A file of `size` bytes as it is read, piece by piece."""
    answer = _named(StreamingHttpResponse(content, content_type=_media_type(name)), name)
    answer.headers["Content-Length"] = str(size)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def workbook(book: Workbook, name: str) -> FileResponse:
    """A workbook; it is written to a temporary file, which the answer closes."""
    kept: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the answer
    book.save(kept)
    kept.seek(0)
    return FileResponse(kept, as_attachment=True, filename=name, content_type=XLSX)


def document(content: bytes | str, name: str) -> HttpResponse:
    """What art28 wrote; its media type follows from the ending of `name`."""
    return _named(HttpResponse(content, content_type=_media_type(name)), name)


def foreign(content: bytes, name: str) -> HttpResponse:
    """What others wrote, as it came; a browser is never told that it could open it, gives it no rights and keeps none."""
    answer = _named(HttpResponse(content, content_type=FOREIGN), name)
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _media_type(name: str) -> str:
    return MEDIA_TYPES[name.rpartition(".")[2]]


def _named(answer: Answer, name: str) -> Answer:
    header = content_disposition_header(as_attachment=True, filename=name)
    answer.headers["Content-Disposition"] = header or "attachment"
    return answer


def _written(told: Table) -> Workbook:
    book = Workbook()
    sheet = book.sheet(told.title, told.heads, widths=told.widths, held=told.held, but=told.but)
    rows = iter(told.rows)
    for row in islice(rows, told.most):
        sheet.add(row)
    if next(rows, None) is not None:
        sheet.remark(_("Only the first %(n)s rows; download CSV for all.") % {"n": told.most})
    return book
