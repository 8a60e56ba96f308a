"""Reads of audits; always of one organisation."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.urls import reverse

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.audits.models import Audit, Finding, Item, OwnAudit, State
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation

KIND = "audit"
"""What lists call its clocks (`clocks.filters.EVENTS`)."""
OPEN = (State.ASKED, State.PLANNED, State.RUNNING, State.REPORTED)


def address(organisation: Organisation, case_id: UUID) -> str | None:
    """Where an audit stands, one's own too, also by one of its items or findings; None for an id that is none of them."""
    among = (
        Q(pk=case_id)
        | Q(pk__in=Item.objects.filter(organisation=organisation, pk=case_id).values("audit"))
        | Q(pk__in=Finding.objects.filter(organisation=organisation, pk=case_id).values("audit"))
    )
    found = Audit.objects.filter(among, organisation=organisation).values_list("pk", flat=True).first()
    if found:
        return reverse("audits:detail", args=(found,))
    among = Q(pk=case_id) | Q(pk__in=Finding.objects.filter(organisation=organisation, pk=case_id).values("own"))
    own = OwnAudit.objects.filter(among, organisation=organisation).values_list("pk", flat=True).first()
    return reverse("audits:own_detail", args=(own,)) if own else None


def waiting(organisation: Organisation) -> QuerySet[Audit]:
    """The audits that were asked for and wait for a decision."""
    return Audit.objects.filter(organisation=organisation, state=State.ASKED)


def audits(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Audit]:
    """The audits that an address asks for, by day; open ones unless told otherwise."""
    rows = Audit.objects.filter(organisation=organisation).select_related("agreement")
    state = given.get("state", "")
    rows = (
        rows.filter(state=state) if state in State.values else rows if state == "all" else rows.filter(state__in=OPEN)
    )
    for word in given.get("q", "").replace("\x00", "")[:80].split():
        rows = rows.filter(
            Q(agreement__counterparty_name__icontains=word)
            | Q(agreement__title__icontains=word)
            | Q(auditor__icontains=word)
        )
    oldest = given.get("sort") == "planned"
    return rows.order_by(*(("planned_at", "id") if oldest else ("-planned_at", "-id")))


def audit(organisation: Organisation, case_id: UUID) -> Audit | None:
    """One audit."""
    rows = Audit.objects.filter(organisation=organisation, pk=case_id)
    return rows.select_related("organisation", "agreement__organisation", "recorded_by").first()


def held(agreement: Agreement) -> tuple[date, ...]:
    """The days on which audits under an agreement were held."""
    zone = ZoneInfo(agreement.organisation.time_zone)
    rows = Audit.objects.filter(organisation=agreement.organisation_id, agreement=agreement, started_at__isnull=False)
    return tuple(at.astimezone(zone).date() for at in rows.values_list("started_at", flat=True) if at is not None)


def items(row: Audit) -> tuple[Item, ...]:
    """What was asked for in it, oldest first."""
    rows = Item.objects.filter(organisation=row.organisation_id, audit=row).select_related("by")
    return tuple(rows.order_by("asked_at", "id"))


def item(row: Audit, item_id: UUID) -> Item | None:
    """One of them."""
    return Item.objects.filter(organisation=row.organisation_id, audit=row, pk=item_id).first()


def findings(row: Audit) -> tuple[Finding, ...]:
    """What it found, by when it must be mended."""
    rows = Finding.objects.filter(organisation=row.organisation_id, audit=row).select_related("owner")
    return tuple(rows.order_by("due_on", "id"))


def finding(row: Audit, finding_id: UUID) -> Finding | None:
    """One of them."""
    return Finding.objects.filter(organisation=row.organisation_id, audit=row, pk=finding_id).first()


def clocks_of(row: Audit) -> tuple[Obligation, ...]:
    """The clocks of an audit, its items and its findings, by what ends first; one query."""
    ids = [row.pk, *(each.pk for each in items(row)), *(each.pk for each in findings(row))]
    rows = clocks.obligations(row.organisation).filter(subject_kind=KIND, subject_id__in=ids)
    return tuple(rows.select_related("organisation").order_by("due_at", "made_at", "id"))


def clock_of(organisation: Organisation, subject_id: UUID) -> Obligation | None:
    """The clock of an item or a finding that still runs."""
    rows = clocks.obligations(organisation).select_related("organisation")
    return rows.filter(subject_kind=KIND, subject_id=subject_id, ended_at=None).first()
