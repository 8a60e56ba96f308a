"""Reads of the portfolio: how agreements stand, the worst first; what turned; which risks were accepted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Max, Min, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, Substr

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.agreements.queries import agreements
from art28.web.families.queries import titles
from art28.web.portfolio import counting, letters
from art28.web.portfolio.models import AcceptedRisk, Standing, Turn, Work
from art28.web.portfolio.selection import PLAYBOOK, SORTS, Selection, selected
from art28.web.yardsticks.weighing import Yardstick

PAGE = 50
TURNS = 100
_CHUNK = 500
_LETTERS = 5_000
_SHOWN = (
    *("letters", "layout", "positions", "playbook", "serious", "attention", "accepted", "work"),
    *("agreement", "agreement__title", "agreement__counterparty_name"),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What a selection is held against: the keys, the field of `Standing` that has their letters, each one's place in it."""

    keys: tuple[str, ...]
    field: str
    places: tuple[int, ...]
    legible: Q


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: an agreement, or a family, of which every letter is that of the member worst in that column.

    `letters` has one for each column; empty where the agreement waits to be held against what counts now.
    """

    letters: str
    serious: int
    attention: int
    accepted: int
    agreement: Agreement | None = None
    family: UUID | None = None
    title: str = ""
    members: int = 1
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """A page of the matrix. `fails` counts, by column, the agreements of the whole selection that fail there."""

    columns: Columns
    lines: tuple[Line, ...]
    count: int
    fails: tuple[int, ...]
    agreements: int
    serious: int
    waiting: int


def columns_of(selection: Selection, yardstick: Yardstick) -> Columns:
    """The columns of a selection, and which standings have letters for them."""
    if selection.measure == PLAYBOOK:
        rules = rules_of(yardstick)
        return Columns(rules, "positions", tuple(range(len(rules))), Q(playbook=yardstick.version))
    keys = letters.columns(selection.measure)
    return Columns(keys, "letters", tuple(map(letters.place, keys)), Q(layout=letters.layout()))


def rules_of(yardstick: Yardstick) -> tuple[str, ...]:
    """The rules of the playbook that counts."""
    return tuple(rule.id for rule in yardstick.playbook.rules) if yardstick.playbook is not None else ()


def matrix(organisation: Organisation, selection: Selection, yardstick: Yardstick, number: int) -> Matrix:
    """A page of the matrix, from 1; four queries, seven by family, at any size.

    The columns are counted here and not by the database, which would cut each letter out of each row for itself.
    """
    columns = columns_of(selection, yardstick)
    found = selected(organisation, selection, rules_of(yardstick))
    totals = found.aggregate(
        agreements=Count("pk"),
        severe=Count("pk", filter=Q(serious__gt=0)),
        waiting=Count("pk", filter=~Q(work=Work.NOTHING)),
    )
    fails = counting.failing(_spelled(found, columns).iterator(chunk_size=_LETTERS), len(columns.places))
    if selection.by_family:
        lines, count = _families(organisation, found, columns, number)
    else:
        count = totals["agreements"]
        start = _start(number, count)
        lines = tuple(
            _line(row, columns, yardstick) for row in _page(organisation, found, SORTS[selection.sort][1], start)
        )
    return Matrix(columns, lines, count, fails, totals["agreements"], totals["severe"], totals["waiting"])


def _page(organisation: Organisation, found: QuerySet[Standing], order: Sequence[Any], start: int) -> list[Standing]:
    """The rows of a page in their order: which they are first, so that what comes before them is never joined."""
    ids = list(found.order_by(*order).values_list("pk", flat=True)[start : start + PAGE])
    shown = Standing.objects.filter(organisation=organisation).select_related("agreement")
    rows = shown.only(*_SHOWN).in_bulk(ids)
    return [rows[key] for key in ids if key in rows]


def _spelled(found: QuerySet[Any, Any], columns: Columns) -> QuerySet[Any, str]:
    """The letters of the columns, as one text for each agreement that has letters for them."""
    return found.filter(columns.legible).order_by().values_list(_letters_of(columns), flat=True)


def _letters_of(columns: Columns) -> Substr:
    """The letters of the columns, which stand together."""
    first = min(columns.places, default=0)
    return Substr(columns.field, first + 1, len(columns.places))


def _start(number: int, count: int) -> int:
    return (max(1, min(number, -(-count // PAGE))) - 1) * PAGE


def _line(row: Standing, columns: Columns, yardstick: Yardstick) -> Line:
    return Line(
        _letters(row, columns, yardstick),
        row.serious,
        row.attention,
        row.accepted,
        agreement=row.agreement,
        waits=bool(row.work),
    )


def _letters(row: Standing, columns: Columns, yardstick: Yardstick) -> str:
    if columns.field == "positions":
        return row.positions if row.playbook == yardstick.version else ""
    return "".join(row.letters[place] for place in columns.places) if row.layout == letters.layout() else ""


def _families(
    organisation: Organisation, found: QuerySet[Standing], columns: Columns, number: int
) -> tuple[tuple[Line, ...], int]:
    """The families of the selection, each agreement without one by itself, the worst member of each deciding the order."""
    own: QuerySet[Any, Any] = found.annotate(group=Coalesce("agreement__member__version__family", "agreement"))
    groups = own.order_by().values("group")
    count = groups.distinct().count()
    start = _start(number, count)
    worst = groups.annotate(
        n=Count("pk"),
        most=Max("serious"),
        then=Max("attention"),
        lived=Max("accepted"),
        only=Min(Cast("agreement", CharField())),
    ).order_by("-most", "-then", "-n", "group")
    page = list(worst[start : start + PAGE])
    keys = [row["group"] for row in page]
    together: dict[UUID, list[str]] = defaultdict(list)
    lettered = own.filter(columns.legible, group__in=keys).order_by().values_list("group", _letters_of(columns))
    for group, spelled in lettered.iterator(chunk_size=_LETTERS):
        together[group].append(spelled)
    named = titles(organisation, keys)
    single = {row["group"]: UUID(row["only"]) for row in page if row["n"] == 1}
    alone = agreements(organisation).in_bulk(list(single.values()))
    return tuple(
        Line(
            counting.worst(together[row["group"]], len(columns.places)),
            row["most"],
            row["then"],
            row["lived"],
            agreement=alone.get(single[row["group"]]) if row["n"] == 1 else None,
            family=row["group"] if row["n"] > 1 else None,
            title=named.get(row["group"], ""),
            members=row["n"],
        )
        for row in page
    ), count


def every(organisation: Organisation, selection: Selection, yardstick: Yardstick) -> Iterator[Line]:
    """All agreements of a selection in its order, read by chunks, so that their number costs no memory."""
    columns = columns_of(selection, yardstick)
    rows = selected(organisation, selection, rules_of(yardstick)).select_related("agreement")
    rows = rows.order_by(*SORTS[selection.sort][1])
    for row in rows.iterator(chunk_size=_CHUNK):
        yield _line(row, columns, yardstick)


def turns(organisation: Organisation, *, agreement_id: UUID | None = None, number: int = 1) -> tuple[list[Turn], bool]:
    """A page of what turned, the newest first, and whether there is more; one query."""
    rows = Turn.objects.filter(organisation=organisation)
    rows = rows if agreement_id is None else rows.filter(agreement=agreement_id)
    start = (max(1, number) - 1) * TURNS
    page = list(rows.select_related("agreement").order_by("-at", "id")[start : start + TURNS + 1])
    return page[:TURNS], len(page) > TURNS


def risks(organisation: Organisation, *, withdrawn: bool = False) -> QuerySet[AcceptedRisk]:
    """The risks that stand accepted, the one that is reviewed first first; or those that were withdrawn, the newest first."""
    rows = AcceptedRisk.objects.filter(organisation=organisation, withdrawn_at__isnull=not withdrawn)
    ordered = rows.order_by("-withdrawn_at", "id") if withdrawn else rows.order_by("review_on", "id")
    return ordered.select_related("agreement", "owner", "accepted_by", "withdrawn_by")


def accepted_in(organisation_id: UUID, agreement_id: UUID) -> dict[str, AcceptedRisk]:
    """The risks that stand accepted in one agreement, by the key of the finding."""
    rows = AcceptedRisk.objects.filter(organisation_id=organisation_id, agreement=agreement_id, withdrawn_at=None)
    return {row.finding: row for row in rows.select_related("owner")}


def history_of(agreement: Agreement, finding: str) -> tuple[AcceptedRisk, ...]:
    """Every time that a finding was accepted, the newest first."""
    rows = AcceptedRisk.objects.filter(organisation_id=agreement.organisation_id, agreement=agreement, finding=finding)
    return tuple(rows.select_related("owner", "accepted_by", "withdrawn_by").order_by("-accepted_at", "id"))


def risk(organisation: Organisation, risk_id: UUID) -> AcceptedRisk | None:
    """One accepted risk; None for one of another organisation."""
    rows = AcceptedRisk.objects.filter(organisation=organisation, pk=risk_id)
    return rows.select_related("organisation", "agreement").first()


def waiting(organisation: Organisation) -> int:
    """How many agreements wait to be checked or weighed."""
    return Standing.objects.filter(organisation=organisation).exclude(work=Work.NOTHING).count()
