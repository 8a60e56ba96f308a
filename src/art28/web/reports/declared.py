"""What a register is: its columns, its rows by what is asked, and its rows as linked data; every form follows from that.

A register is declared once (`declarations/`). The page, CSV, workbook, document, JSON-LD (`formats.py`) and the part of an
accountability pack that concerns some agreements are all made of that declaration.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any, Generic, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from art28.web.accounts.models import Organisation
from art28.web.linking import Node
from art28.web.typed import day_in

Row = TypeVar("Row")
Source = TypeVar("Source", bound=Model)
Text = str | Promise
Options = Callable[[Organisation], Sequence[tuple[str, Text]]]
CHUNK = 250
_LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a register is narrowed to: by its address, and to what concerns `agreements` where these are told."""

    given: Mapping[str, str] = field(default_factory=dict)
    agreements: tuple[UUID, ...] | None = None
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What one register put together that another, asked the same, needs too."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words to be found."""
        return tuple(" ".join(self.given.get("q", "").replace("\x00", "").split())[:_LONGEST].split())

    def one(self, name: str, known: Collection[str]) -> str:
        """What is asked for under a name, of what is known there; empty for anything else."""
        value = self.given.get(name, "")
        return value if value in known else ""

    def day(self, name: str) -> date | None:
        """The day that is asked for under a name."""
        return day_in(self.given.get(name, ""))

    def within(self, organisation: Organisation) -> tuple[datetime | None, datetime | None]:
        """The instants from and before which rows are asked for, by the days named, in the organisation's own time."""
        zone = ZoneInfo(organisation.time_zone)
        since, until = self.day("from"), self.day("until")
        return (
            _midnight(since, zone) if since else None,
            _midnight(until + timedelta(days=1), zone) if until and until < date.max else None,
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything but an order was asked for."""
        return any(value for name, value in self.given.items() if name not in ("sort", "page"))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[Row]):
    """The rows that answer: how many, a part of them, and each in turn, read by chunks so that their number costs nothing."""

    count: Callable[[], int]
    part: Callable[[int, int], Sequence[Row]]
    every: Callable[[], Iterator[Row]]


def stored(rows: QuerySet[Source, Source], enriched: Callable[[Sequence[Source]], Sequence[Row]]) -> Found[Row]:
    """Rows of a table, each chunk of which `enriched` completes in a fixed number of queries."""

    def every() -> Iterator[Row]:
        read = rows.iterator(CHUNK)
        while chunk := list(islice(read, CHUNK)):
            yield from enriched(chunk)

    return Found(count=rows.count, part=lambda start, stop: enriched(list(rows[start:stop])), every=every)


def as_stored(rows: QuerySet[Source, Source]) -> Found[Source]:
    """Rows of a table as they are."""
    return stored(rows, lambda chunk: chunk)


def held(rows: Sequence[Row]) -> Found[Row]:
    """Rows that are few enough to be put together as a whole."""
    return Found(count=lambda: len(rows), part=lambda start, stop: rows[start:stop], every=lambda: iter(rows))


@dataclass(frozen=True, slots=True)
class Choice:
    """By what else a register is narrowed: the name in the address, what it is called, what it offers."""

    name: str
    label: Text
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Generic[Row]):
    """A register, declared once.

    `shown` are the columns that a page has room for, the first of them with the address where its row stands; a form to be
    saved has all. `dated` says what the days of a period are of, empty where rows have none. `page` and `export` name its
    addresses where an app has a page of its own for it.
    """

    name: str
    title: Text
    article: Text
    about: Text
    none: Text
    heads: Callable[[], Sequence[str]]
    cells: Callable[[Row, tzinfo], Iterable[str]]
    found: Callable[[Organisation, Asked, datetime], Found[Row]]
    nodes: Callable[[Organisation, Row, date], Iterable[Node]]
    address: Callable[[Row], str]
    shown: tuple[int, ...] = ()
    choices: tuple[Choice, ...] = ()
    sorts: tuple[tuple[str, Text], ...] = ()
    dated: Text = ""
    finds: Text = ""
    keeper: str = ""
    page: str = ""
    export: str = ""


AnyRegister = Register[Any]
