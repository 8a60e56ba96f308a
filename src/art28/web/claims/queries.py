"""Reads of claims; always of one organisation."""

from collections.abc import Mapping
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet, Sum
from django.urls import reverse

from art28.agreement.duties import Action
from art28.obligations.capping import Figure
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FindingRow
from art28.web.claims.models import Claim, Clause, Given, Invalid, Item, Kind, Point, State
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation

KIND = "claim"
"""What lists call its clocks (`clocks.filters.EVENTS`)."""
OPEN = (State.OPEN, State.REPORTED, State.CONTESTED)


def address(organisation: Organisation, case_id: UUID) -> str | None:
    """Where a claim stands; None for an id that is none."""
    found = Claim.objects.filter(organisation=organisation, pk=case_id).exists()
    return reverse("claims:detail", args=(case_id,)) if found else None


def waiting(organisation: Organisation) -> QuerySet[Claim]:
    """The claims that are being drawn up: their periods run."""
    return Claim.objects.filter(organisation=organisation, state=State.OPEN)


def claims(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Claim]:
    """The claims that an address asks for, each with its sum as `cents`; open ones unless told otherwise."""
    rows = Claim.objects.filter(organisation=organisation).select_related("agreement")
    rows = rows.annotate(cents=Sum("items__cents", filter=Q(items__struck_at=None)))
    state, kind = given.get("state", ""), given.get("kind", "")
    rows = (
        rows.filter(state=state) if state in State.values else rows if state == "all" else rows.filter(state__in=OPEN)
    )
    rows = rows.filter(kind=kind) if kind in Kind.values else rows
    for word in given.get("q", "").replace("\x00", "")[:80].split():
        rows = rows.filter(
            Q(agreement__counterparty_name__icontains=word)
            | Q(agreement__title__icontains=word)
            | Q(event__icontains=word)
            | Q(what__icontains=word)
        )
    orders = {"arose": ("arose_at", "id"), "cents": ("-cents", "id")}
    return rows.order_by(*orders.get(given.get("sort", ""), ("-arose_at", "-id")))


def claim(organisation: Organisation, case_id: UUID) -> Claim | None:
    """One claim."""
    rows = Claim.objects.filter(organisation=organisation, pk=case_id)
    return rows.select_related("organisation", "agreement__organisation", "recorded_by").first()


def under(agreement: Agreement) -> QuerySet[Claim]:
    """The claims under an agreement, newest first."""
    rows = Claim.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.order_by("-arose_at", "-id")


def items(row: Claim) -> tuple[Item, ...]:
    """What it consists of, in the order in which it was written."""
    rows = Item.objects.filter(organisation=row.organisation_id, claim=row).select_related("by")
    return tuple(rows.order_by("at", "id"))


def item(row: Claim, item_id: UUID) -> Item | None:
    """One of them."""
    return Item.objects.filter(organisation=row.organisation_id, claim=row, pk=item_id).first()


def figures(row: Claim) -> Mapping[Figure, Given]:
    """The newest of each figure that somebody gave."""
    rows = Given.objects.filter(organisation=row.organisation_id, claim=row).select_related("by").order_by("at", "id")
    return {Figure(each.figure): each for each in rows}


def clauses(agreement: Agreement) -> Mapping[Point, Clause]:
    """How people read the agreement: the newest on each point."""
    rows = Clause.objects.filter(organisation=agreement.organisation_id, agreement=agreement).select_related("by")
    return {Point(each.point): each for each in rows.order_by("at", "id")}


def invalid(agreement: Agreement) -> tuple[Invalid, ...]:
    """The clauses that were found invalid and are so still."""
    rows = Invalid.objects.filter(organisation=agreement.organisation_id, agreement=agreement, lifted_at=None)
    return tuple(rows.select_related("by").order_by("at", "id"))


def conflicts(agreement: Agreement) -> tuple[FindingRow, ...]:
    """What a careful reader objects to in its clauses on liability: shown, and not decided."""
    return tuple(row for row in agreements.findings_of(agreement) if "liability." in row.key)


def spent(row: Claim) -> Mapping[str, int]:
    """What settled claims on the same party took: of the same event, of the same year, and in all."""
    rows = under(row.agreement).filter(claimant=row.claimant, state=State.SETTLED).exclude(pk=row.pk)
    zone = ZoneInfo(row.organisation.time_zone)
    year, event = row.arose_at.astimezone(zone).year, row.event.strip().lower()
    taken = {"event": 0, "year": 0, "total": 0}
    for name, at, cents in rows.values_list("event", "arose_at", "settled_cents"):
        for per, same in (
            ("event", name.strip().lower() == event),
            ("year", at.astimezone(zone).year == year),
            ("total", True),
        ):
            taken[per] += (cents or 0) if same else 0
    return taken


def clocks_of(row: Claim) -> tuple[Obligation, ...]:
    """The clocks of a claim, by what ends first."""
    rows = clocks.obligations(row.organisation).filter(subject_kind=KIND, subject_id=row.pk)
    return tuple(rows.select_related("organisation", "agreement__organisation").order_by("due_at", "made_at", "id"))


def clock_of(row: Claim, action: Action) -> Obligation | None:
    """The clock of one action, running or ended."""
    return next((each for each in clocks_of(row) if each.action == action.value), None)
