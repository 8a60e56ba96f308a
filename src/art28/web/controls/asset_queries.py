"""Reads of things with custody; always of one organisation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from art28.web.accounts.models import Organisation
from art28.web.controls.custody import WANTED
from art28.web.controls.models import Asset, AssetKind, Custody, CustodyStep, Safeguard, SafeguardKind
from art28.web.database.expressions import Among

SORTS: Mapping[str, tuple[str, ...]] = {
    "code": ("code",),
    "name": ("name", "code"),
    "kind": ("kind", "code"),
    "holder": ("holder", "code"),
    "lacking": ("shown", "code"),
}
"""The orders of the register; each also the other way round."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the register is narrowed by, as its address says."""

    words: str = ""
    kind: str = ""
    custody: str = ""
    lacks: bool = False
    sort: str = "code"


@dataclass(frozen=True, slots=True)
class Shown:
    """A safeguard that a thing is to have, and what was seen of it; `lacks` where it isn't in place, or not any more."""

    kind: SafeguardKind
    seen: Safeguard | None
    lacks: bool


def read(given: Mapping[str, str]) -> Narrowing:
    """A narrowing from the parameters of an address; what isn't known counts as not given."""
    kind, custody, sort = given.get("kind", ""), given.get("custody", ""), given.get("sort", "")
    return Narrowing(
        words=given.get("q", "").replace("\x00", "")[:200].strip(),
        kind=kind if kind in AssetKind.values else "",
        custody=custody if custody in Custody.values else "",
        lacks=given.get("lacks") == "1",
        sort=sort if sort.removeprefix("-") in SORTS else "code",
    )


def assets(organisation: Organisation) -> QuerySet[Asset]:
    """All things, those that are gone too."""
    return Asset.objects.filter(organisation=organisation).select_related("place", "organisation")


def in_use(organisation: Organisation) -> QuerySet[Asset]:
    """The things that are still there, by their code."""
    return assets(organisation).exclude(custody__in=_GONE).order_by("code")


_GONE = (Custody.DESTROYED, Custody.LOST)


def narrowed(organisation: Organisation, narrowing: Narrowing, *, today: date) -> QuerySet[Asset]:
    """The register, each thing with how many of its safeguards are shown (`shown`) and wanted (`wanted`)."""
    holds = Q(safeguards__in_place=True) & (Q(safeguards__until=None) | Q(safeguards__until__gte=today))
    wanted = (When(kind=kind, then=Value(len(kinds))) for kind, kinds in WANTED.items())
    asked = Q()
    for kind, kinds in WANTED.items():
        asked |= Q(kind=kind, safeguards__kind__in=kinds)
    rows = assets(organisation).annotate(
        wanted=Case(*wanted, default=Value(0), output_field=IntegerField()),
        shown=Count("safeguards", filter=holds & asked),
    )
    if narrowing.words:
        found = Q(code__icontains=narrowing.words) | Q(name__icontains=narrowing.words)
        rows = rows.filter(found | Q(holder__icontains=narrowing.words) | Q(place__name__icontains=narrowing.words))
    if narrowing.kind:
        rows = rows.filter(kind=narrowing.kind)
    if narrowing.custody:
        rows = rows.filter(custody=narrowing.custody)
    if narrowing.lacks:
        rows = rows.exclude(custody__in=_GONE).filter(shown__lt=F("wanted"))
    order = SORTS[narrowing.sort.removeprefix("-")]
    return rows.order_by(*(f"-{each}" if narrowing.sort.startswith("-") else each for each in (*order, "id")))


def asset(organisation: Organisation, asset_id: UUID) -> Asset | None:
    """One thing; None where the organisation has none with that id."""
    return assets(organisation).filter(pk=asset_id).first()


def steps(row: Asset) -> QuerySet[CustodyStep]:
    """Who held it, newest first."""
    rows = CustodyStep.objects.filter(organisation=row.organisation_id, asset=row)
    return rows.select_related("by").order_by("-at", "-id")


def shown(row: Asset, *, today: date) -> tuple[Shown, ...]:
    """The safeguards that a thing is to have, and any other that was seen of it; one that was destroyed is to have none."""
    rows = Safeguard.objects.filter(organisation=row.organisation_id, asset=row).select_related("by")
    return tuple(_shown(row, {each.kind: each for each in rows}, today))


def shown_of(rows: Sequence[Asset], *, today: date) -> Mapping[UUID, tuple[Shown, ...]]:
    """The same for many things, in one query."""
    found: dict[UUID, dict[str, Safeguard]] = {}
    for each in Safeguard.objects.filter(Among("asset_id", [row.pk for row in rows])) if rows else ():
        found.setdefault(each.asset_id, {})[each.kind] = each
    return {row.pk: tuple(_shown(row, found.get(row.pk, {}), today)) for row in rows}


def _shown(row: Asset, seen: Mapping[str, Safeguard], today: date) -> Iterator[Shown]:
    wanted = () if row.custody == Custody.DESTROYED else WANTED.get(row.kind, ())
    for kind in (*wanted, *(SafeguardKind(each) for each in seen if each not in wanted)):
        each = seen.get(kind)
        holds = each is not None and each.in_place and (each.until is None or each.until >= today)
        yield Shown(kind, each, lacks=not holds)
