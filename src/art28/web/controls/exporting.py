"""Lines of a list -> a file to download, CSV or XLSX, row by row."""

import tempfile
from collections.abc import Iterable, Sequence
from itertools import islice

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.http.response import HttpResponseBase

from art28.web.spreadsheets import Workbook, csv_lines

CHUNK = 500
_MOST_IN_A_WORKBOOK = 100_000


def downloaded(
    form: str, lines: Iterable[Iterable[str]], *, heads: Sequence[str], name: str, title: str, widths: Sequence[int]
) -> HttpResponseBase:
    """The answer in the form that an address names; 404 for another. `title` is that of the sheet."""
    if form == "csv":
        answer = StreamingHttpResponse(csv_lines(heads, lines), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    if form != "xlsx":
        raise Http404
    book = Workbook()
    sheet = book.sheet(title, heads, widths=widths, held=2)
    for line in islice(lines, _MOST_IN_A_WORKBOOK):
        sheet.add(line)
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the response, which closes it
    book.save(kept)
    kept.seek(0)
    return FileResponse(kept, as_attachment=True, filename=f"{name}.xlsx")
