"""Lines of a list -> a CSV or XLSX file to download, line by line."""

import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice

from django.http import FileResponse, Http404, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone

from art28.web.spreadsheets import Workbook, csv_lines

_MOST_IN_A_WORKBOOK = 100_000


def download(
    form: str, name: str, title: str, heads: tuple[str, ...], rows: Iterable[Iterator[str]]
) -> HttpResponseBase:
    """The lines as the file that `form` names ("csv", "xlsx"); 404 for any other."""
    file_name = f"art28-{name}-{timezone.localdate():%Y-%m-%d}.{form}"
    if form == "csv":
        answer = StreamingHttpResponse(csv_lines(heads, rows), content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
        return answer
    if form != "xlsx":
        raise Http404
    book = Workbook()
    sheet = book.sheet(title, heads, widths=(16, 30), held=1)
    for row in islice(rows, _MOST_IN_A_WORKBOOK):
        sheet.add(row)
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the response, which closes it
    book.save(kept)
    kept.seek(0)
    return FileResponse(kept, as_attachment=True, filename=file_name)
