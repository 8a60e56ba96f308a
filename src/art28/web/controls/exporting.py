"""Lines of a list -> a file to download, CSV or XLSX, row by row."""

from collections.abc import Iterable, Sequence

from django.http.response import HttpResponseBase

from art28.web import downloads

CHUNK = 500


def downloaded(
    form: str, lines: Iterable[Iterable[str]], *, heads: Sequence[str], name: str, title: str, widths: Sequence[int]
) -> HttpResponseBase:
    """The answer in the form that an address names; 404 for another. `title` is that of the sheet."""
    return downloads.table(downloads.Table(title, heads, lines, widths=widths, held=2), name, form)
