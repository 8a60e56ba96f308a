"""Reads of the portfolio: how agreements stand, the worst first; what turned; which risks were accepted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Max, Min, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, Substr

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.agreements.queries import agreements
from art28.web.families.queries import titles
from art28.web.portfolio import letters
from art28.web.portfolio.models import AcceptedRisk, Standing, Turn, Work
from art28.web.portfolio.selection import PLAYBOOK, Selection, selected
from art28.web.yardsticks.weighing import Yardstick

PAGE = 50
TURNS = 100
_WORST = ("-serious", "-attention", "-remarks", "agreement_id")
_FAILS = "B"  # the letter of missing and of a requirement lacking; what is worse comes before it
_CHUNK = 500


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
    """A page of the matrix, from 1; three queries, four by family, at any size."""
    columns = columns_of(selection, yardstick)
    found = selected(organisation, selection, rules_of(yardstick))
    totals = _lettered(found, columns).aggregate(
        agreements=Count("pk"),
        severe=Count("pk", filter=Q(serious__gt=0)),
        waiting=Count("pk", filter=~Q(work=Work.NOTHING)),
        **{f"fails_{n}": Count("pk", filter=columns.legible & _fails(n)) for n in range(len(columns.places))},
    )
    if selection.by_family:
        lines, count = _families(organisation, found, columns, number)
    else:
        count = totals["agreements"]
        start = _start(number, count)
        page = found.select_related("agreement").order_by(*_WORST)[start : start + PAGE]
        lines = tuple(_line(row, columns, yardstick) for row in page)
    fails = tuple(totals[f"fails_{n}"] for n in range(len(columns.places)))
    return Matrix(columns, lines, count, fails, totals["agreements"], totals["severe"], totals["waiting"])


def _fails(number: int) -> Q:
    return Q(**{f"letter_{number}__lte": _FAILS})


def _lettered(found: QuerySet[Any, Any], columns: Columns) -> QuerySet[Any, Any]:
    """With a column for the letter of each requirement."""
    places = enumerate(columns.places)
    added = {f"letter_{number}": Substr(columns.field, place + 1, 1) for number, place in places}
    lettered: QuerySet[Any, Any] = found.annotate(**added)
    return lettered


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
    lettered = _lettered(own.filter(columns.legible, group__in=keys), columns).order_by().values("group")
    least = {f"least_{n}": Min(f"letter_{n}") for n in range(len(columns.places))}
    spelled = {
        row["group"]: "".join(row[name] for name in least)
        for row in lettered.annotate(**least)
    } if least else {}  # fmt: skip
    named = titles(organisation, keys)
    single = {row["group"]: UUID(row["only"]) for row in page if row["n"] == 1}
    alone = agreements(organisation).in_bulk(list(single.values()))
    return tuple(
        Line(
            spelled.get(row["group"], ""),
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
    """All agreements of a selection, the worst first, read by chunks, so that their number costs no memory."""
    columns = columns_of(selection, yardstick)
    rows = selected(organisation, selection, rules_of(yardstick)).select_related("agreement").order_by(*_WORST)
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
