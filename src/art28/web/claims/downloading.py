"""Lines of a list -> a CSV or XLSX file to download, line by line."""

from collections.abc import Iterable, Iterator

from django.http import HttpResponseBase

from art28.web import downloads


def download(
    form: str, name: str, title: str, heads: tuple[str, ...], rows: Iterable[Iterator[str]]
) -> HttpResponseBase:
    """The lines as the file that `form` names ("csv", "xlsx"); 404 for any other."""
    return downloads.table(downloads.Table(title, heads, rows, widths=(16, 30)), downloads.dated(name), form)
