"""Reads of claims; always of one organisation."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, Q, QuerySet, Sum
from django.urls import reverse

from art28.agreement.duties import Action
from art28.notices.correspondence import clause_words
from art28.obligations.capping import Figure
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FindingRow
from art28.web.claims.cases import (
    Dispute,
    DisputeState,
    DisputeStep,
    Inspection,
    Policy,
    Termination,
    TerminationState,
)
from art28.web.claims.models import Claim, Clause, Given, Invalid, Item, Kind, Point, State
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.notices import writing

KIND = "claim"
"""What lists call its clocks (`clocks.filters.EVENTS`)."""
SOON = timedelta(days=60)
"""How long before its end proof of insurance is shown as ending soon."""
OPEN = (State.OPEN, State.REPORTED, State.CONTESTED)


def address(organisation: Organisation, case_id: UUID) -> str | None:
    """Where a claim, a dispute, a termination or proof of insurance stands; None for an id that is none of them."""
    for kind, name in ((Claim, "detail"), (Termination, "termination"), (Dispute, "dispute")):
        if kind.objects.filter(organisation=organisation, pk=case_id).exists():
            return reverse(f"claims:{name}", args=(case_id,))
    insured = Policy.objects.filter(organisation=organisation, pk=case_id).exists()
    return reverse("claims:insurance") if insured else None


def place(agreement: Agreement, provision: str) -> str:
    """A place in an agreement in the words of its language; empty for none."""
    return clause_words(provision, writing.language_for(agreement)) if provision else ""


def running_of(organisation: Organisation, kind: str, subject_id: UUID) -> tuple[Obligation, ...]:
    """The clocks that one case started and that have not ended, ours and the other side's."""
    rows = clocks.obligations(organisation).select_related("organisation", "agreement__organisation")
    return tuple(rows.filter(subject_kind=kind, subject_id=subject_id, ended_at=None))


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


def disputes(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Dispute]:
    """The disputes that an address asks for, newest first; open ones unless told otherwise."""
    rows = Dispute.objects.filter(organisation=organisation).select_related("agreement", "claim")
    return _narrowed(rows, given, DisputeState.values, (DisputeState.SETTLED, DisputeState.DROPPED), "what")


def terminations(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Termination]:
    """The terminations that an address asks for, newest first; open ones unless told otherwise."""
    rows = Termination.objects.filter(organisation=organisation).select_related("agreement")
    over = (TerminationState.CURED, TerminationState.STAYED, TerminationState.ENDED)
    return _narrowed(rows, given, TerminationState.values, over, "reason")


def _narrowed(
    rows: QuerySet[Any], given: Mapping[str, str], states: Sequence[str], over: Sequence[str], text: str
) -> QuerySet[Any]:
    state = given.get("state", "")
    rows = rows.filter(state=state) if state in states else rows if state == "all" else rows.exclude(state__in=over)
    for word in given.get("q", "").replace("\x00", "")[:80].split():
        rows = rows.filter(
            Q(agreement__counterparty_name__icontains=word)
            | Q(agreement__title__icontains=word)
            | Q(**{f"{text}__icontains": word})
        )
    oldest = given.get("sort") == "oldest"
    return rows.order_by(*(("recorded_at", "id") if oldest else ("-recorded_at", "-id")))


def dispute(organisation: Organisation, case_id: UUID) -> Dispute | None:
    """One dispute."""
    rows = Dispute.objects.filter(organisation=organisation, pk=case_id)
    return rows.select_related("organisation", "agreement__organisation", "claim", "recorded_by").first()


def steps(row: Dispute) -> tuple[DisputeStep, ...]:
    """Its steps, oldest first."""
    rows = DisputeStep.objects.filter(organisation=row.organisation_id, dispute=row).select_related("by")
    return tuple(rows.order_by("on", "at", "id"))


def termination(organisation: Organisation, case_id: UUID) -> Termination | None:
    """One termination."""
    rows = Termination.objects.filter(organisation=organisation, pk=case_id)
    return rows.select_related("organisation", "agreement__organisation", "recorded_by").first()


def policies(organisation: Organisation, given: Mapping[str, str], today: date) -> QuerySet[Policy]:
    """The proofs of insurance that an address asks for, by what ends first; those that hold unless told otherwise."""
    rows = Policy.objects.filter(organisation=organisation).select_related("party", "by")
    soon = today + SOON
    match given.get("state", ""):
        case "all":
            pass
        case "expired":
            rows = rows.filter(followed_at=None, expires_on__lt=today)
        case "soon":
            rows = rows.filter(followed_at=None, expires_on__gte=today, expires_on__lte=soon)
        case _:
            rows = rows.filter(followed_at=None)
    for word in given.get("q", "").replace("\x00", "")[:80].split():
        rows = rows.filter(Q(party__name__icontains=word) | Q(insurer__icontains=word) | Q(number__icontains=word))
    by_party = given.get("sort") == "party"
    return rows.order_by(*(("party__name", "expires_on", "id") if by_party else ("expires_on", "id")))


def policies_under(agreement: Agreement) -> tuple[Policy, ...]:
    """What shows that the two parties of an agreement are insured: ours first."""
    rows = Policy.objects.filter(organisation=agreement.organisation_id, followed_at=None)
    rows = rows.filter(Q(party=None) | Q(party=agreement.counterparty_id))
    return tuple(rows.select_related("party", "by").order_by(F("party").asc(nulls_first=True), "expires_on", "id"))


def inspections(agreement: Agreement) -> tuple[Inspection, ...]:
    """The requests to see insurance under an agreement, newest first."""
    rows = Inspection.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return tuple(rows.select_related("asked_by").order_by("-asked_at", "-id")[:20])


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
