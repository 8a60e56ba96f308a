"""A list, declared once -> its page, narrowed, searched and sorted by its address, and the same rows as a file.

`?form=xlsx` or `csv` behind the list's own address gives all its rows, so that what is saved is what was seen.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise

from art28.web import downloads
from art28.web.accounts.access import MemberRequest
from art28.web.spreadsheets import Figure

PAGE = 50
_LONGEST = 200
_NUMBERED = re.compile(r"[A-Z-]{0,5}(\d{4})-(\d{1,6})", re.IGNORECASE)
Text = str | Promise
Row = TypeVar("Row")
Rows = QuerySet[Any, Any]
Sorts = Mapping[str, tuple[Text, Sequence[Any]]]
"""Orders by name, each with what it is called and its columns; the first where none is asked for."""
Columns = Sequence[tuple[Text, Callable[[Any], object]]]
"""The heads of a file, each with how a row fills it: text, a number, a day, an instant, several of these, or None."""


def page_of(rows: "Rows | Sequence[Any]", total: int, number: int, size: int) -> Page[Any]:
    """The page of that number, or the nearest there is, of rows that were counted already."""
    paginator = Paginator(rows, size)
    paginator.count = total
    return paginator.get_page(number)


def everything(rows: Rows) -> Rows:
    """The rows as they are: what no choice narrows to, unless told otherwise."""
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """By what a list is narrowed: its name in the address, what it is called, what stands for no choice, what it offers.

    `otherwise` narrows where nothing is chosen. One that is `elsewhere` stands on the page in another form, such as tabs, and
    is only carried along.
    """

    name: str
    label: Text
    every: Text
    options: Sequence[tuple[str, Text]]
    narrow: Callable[[Rows, str], Rows]
    otherwise: Callable[[Rows], Rows] = everything
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list: `words` are the columns in which each word that is sought stands, `finds` says so.

    `also` says in what else a word can stand, `columns` are those of the file. Of one whose rows are `numbered`, by year and
    number, a word can be such a reference.
    """

    name: Text
    finds: Text
    words: Sequence[str]
    sorts: Sorts
    columns: Columns
    choices: Sequence[Choice] = ()
    numbered: bool = False
    also: Callable[[str], Q] | None = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What stands above a list (`components/listing.html`): what is asked for, and what can be."""

    listing: Listing
    q: str
    chosen: tuple[tuple[Choice, str], ...]
    sort: str

    @property
    def narrowed(self) -> bool:
        """Whether anything but an order is asked for, by what stands in the list's own form."""
        return bool(self.q or any(value for choice, value in self.chosen if not choice.elsewhere))

    @property
    def elsewhere(self) -> bool:
        """Whether it is narrowed by what stands outside the list's own form."""
        return any(value for choice, value in self.chosen if choice.elsewhere)

    @property
    def values(self) -> dict[str, str]:
        """What is chosen, by name; empty for no choice."""
        return {choice.name: value for choice, value in self.chosen}

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


def searched(rows: Rows, tools: Tools) -> Rows:
    """The rows in which every word that is sought stands somewhere."""
    for word in tools.q.split():
        somewhere = Q()
        for column in tools.listing.words:
            somewhere |= Q(**{f"{column}__icontains": word})
        if tools.listing.also:
            somewhere |= tools.listing.also(word)
        if tools.listing.numbered and (named := _NUMBERED.fullmatch(word)):
            somewhere |= Q(year=int(named[1]), number=int(named[2]))
        rows = rows.filter(somewhere)
    return rows


def narrowed(rows: Rows, tools: Tools) -> Rows:
    """The rows that answer, in the order asked for."""
    rows = searched(rows, tools)
    for choice, value in tools.chosen:
        rows = choice.narrow(rows, value) if value else choice.otherwise(rows)
    return rows.order_by(*tools.listing.sorts[tools.sort][1])


def sifted(
    rows: Iterable[Row], tools: Tools, *, text: Callable[[Row], str], by: Mapping[str, Callable[[Row], str]]
) -> list[Row]:
    """Of rows that no table holds those that answer: with the words in their `text`, and the value of each choice by name."""
    words = tools.q.casefold().split()
    return [
        row
        for row in rows
        if all(word in text(row).casefold() for word in words)
        and all(value in ("", by[choice.name](row)) for choice, value in tools.chosen)
    ]


def shown(
    request: MemberRequest,
    listing: Listing,
    rows: Rows,
    template: str,
    context: Mapping[str, Any] | Callable[[Page[Any]], Mapping[str, Any]] | None = None,
    *,
    status: int = 200,
) -> HttpResponseBase:
    """The list as a page, or as the file that its address asks for; what else the page shows may follow from its rows."""
    if file := filed(request, listing, rows):
        return file
    page, tools = part(request, listing, rows)
    more = context(page) if callable(context) else context or {}
    return render(request, template, {"page": page, "tools": tools, **more}, status=status)


def part(request: MemberRequest, listing: Listing, rows: Rows) -> tuple[Page[Any], Tools]:
    """The part of a list that is asked for and what stands above it, for a page that shows more than the list."""
    tools = asked(request, listing)
    return Paginator(narrowed(rows, tools), PAGE).get_page(request.GET.get("page")), tools


def filed(request: MemberRequest, listing: Listing, rows: Rows) -> HttpResponseBase | None:
    """The list as the file that its address asks for; None where it asks for the page."""
    if form := wanted_form(request):
        return saved(listing.name, listing.columns, narrowed(rows, asked(request, listing)), form)
    return None


def wanted_form(request: MemberRequest) -> str | None:
    """As what file the address asks for the list; None for its page."""
    form = request.GET.get("form", "")
    return form if form in ("csv", "xlsx") and request.method != "POST" else None


def saved(name: Text, columns: Columns, rows: Rows | Iterable[Any], form: str) -> HttpResponseBase:
    """All rows as a file."""
    heads = [str(head) for head, _fill in columns]
    each = rows.iterator(500) if isinstance(rows, QuerySet) else rows
    cells = ([as_cell(fill(row)) for _head, fill in columns] for row in each)
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


def as_cell(value: object) -> str:
    """What fills a cell of a file, as text."""
    match value:
        case None:
            return ""
        case datetime():
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case Figure():
            return value
        case list() | tuple():
            return ", ".join(str(each) for each in value)
        case _:
            return str(value)
