"""A list, declared once -> its page, narrowed, searched and sorted by its address, and the same rows as a file.

`?form=xlsx` or `csv` behind the list's own address gives all its rows, so that what is saved is what was seen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise

from art28.web import downloads
from art28.web.accounts.access import MemberRequest

PAGE = 50
_LONGEST = 200
Text = str | Promise
Rows = QuerySet[Any, Any]
Sorts = Mapping[str, tuple[Text, Sequence[Any]]]
"""Orders by name, each with what it is called and its columns; the first where none is asked for."""
Columns = Sequence[tuple[Text, Callable[[Any], object]]]
"""The heads of a file, each with how a row fills it: text, a number, a day, an instant, several of these, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """By what a list is narrowed: its name in the address, what it is called, what stands for everything, what it offers."""

    name: str
    label: Text
    every: Text
    options: Sequence[tuple[str, Text]]
    narrow: Callable[[Rows, str], Rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list: `words` are the columns in which each word that is sought stands, `finds` says so.

    `columns` are those of the file.
    """

    name: Text
    finds: Text
    words: Sequence[str]
    sorts: Sorts
    columns: Columns
    choices: Sequence[Choice] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What stands above a list (`components/listing.html`): what is asked for, and what can be."""

    listing: Listing
    q: str
    chosen: tuple[tuple[Choice, str], ...]
    sort: str

    @property
    def narrowed(self) -> bool:
        """Whether anything but an order is asked for."""
        return bool(self.q or any(value for _choice, value in self.chosen))

    @property
    def sorts(self) -> tuple[tuple[str, Text], ...]:
        """The orders, each with what it is called."""
        return orders(self.listing.sorts)


def asked(request: MemberRequest, listing: Listing) -> Tools:
    """What the address asks for; what it can't ask for counts as nothing."""
    q = " ".join(request.GET.get("q", "").replace("\x00", "")[:_LONGEST].split())
    chosen = []
    for choice in listing.choices:
        value = request.GET.get(choice.name, "")
        chosen.append((choice, value if value in dict(choice.options) else ""))
    return Tools(listing, q, tuple(chosen), order(request, listing.sorts)[0])


def narrowed(rows: Rows, tools: Tools) -> Rows:
    """The rows that answer, in the order asked for."""
    for word in tools.q.split():
        somewhere = Q()
        for column in tools.listing.words:
            somewhere |= Q(**{f"{column}__icontains": word})
        rows = rows.filter(somewhere)
    for choice, value in tools.chosen:
        if value:
            rows = choice.narrow(rows, value)
    return rows.order_by(*tools.listing.sorts[tools.sort][1])


def shown(
    request: MemberRequest,
    listing: Listing,
    rows: Rows,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponseBase:
    """The list as a page, or as the file that its address asks for."""
    tools = asked(request, listing)
    found = narrowed(rows, tools)
    form = wanted_form(request)
    if form:
        return saved(listing.name, listing.columns, found, form)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, template, {"page": page, "tools": tools, **(context or {})}, status=status)


def wanted_form(request: MemberRequest) -> str | None:
    """As what file the address asks for the list; None for its page."""
    form = request.GET.get("form", "")
    return form if form in ("csv", "xlsx") and request.method != "POST" else None


def saved(name: Text, columns: Columns, rows: Rows, form: str) -> HttpResponseBase:
    """All rows as a file."""
    heads = [str(head) for head, _fill in columns]
    cells = ([_cell(fill(row)) for _head, fill in columns] for row in rows.iterator(500))
    return downloads.table(downloads.Table(str(name), heads, cells), downloads.dated(str(name)), form)


def order(request: MemberRequest, sorts: Sorts) -> tuple[str, Sequence[Any]]:
    """The order that the address asks for, of those there are: its name and its columns."""
    name = request.GET.get("sort", "")
    name = name if name in sorts else next(iter(sorts))
    return name, sorts[name][1]


def orders(sorts: Sorts) -> tuple[tuple[str, Text], ...]:
    """What each order is called."""
    return tuple((name, label) for name, (label, _order) in sorts.items())


def by(column: str) -> Callable[[Rows, str], Rows]:
    """Narrows to the rows that have a value in a column."""
    return lambda rows, value: rows.filter(**{column: value})


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case list() | tuple():
            return ", ".join(str(each) for each in value)
        case _:
            return str(value)
