"""Reads of accountability packs; always of one organisation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, State
from art28.web.parties.models import Counterparty
from art28.web.reports.models import Dossier, DossierPart

OFFERED = 20


def dossiers(organisation: Organisation) -> QuerySet[Dossier]:
    """The packs, newest first."""
    rows = Dossier.objects.filter(organisation=organisation)
    return rows.select_related("organisation", "agreement", "counterparty", "asked_by").order_by("-asked_at", "-id")


def dossier(organisation: Organisation, dossier_id: UUID) -> Dossier | None:
    """One pack."""
    return dossiers(organisation).filter(pk=dossier_id).first()


def bytes_of(row: Dossier) -> Iterator[bytes]:
    """Its bytes, part by part."""
    parts = DossierPart.objects.filter(organisation=row.organisation_id, dossier=row).order_by("number")
    for data in parts.values_list("data", flat=True).iterator(4):
        yield bytes(data)


@dataclass(frozen=True, slots=True)
class Period:
    """The instants between which a pack looks; None where it is open."""

    since: datetime | None
    before: datetime | None

    def holds(self, at: datetime) -> bool:
        """Whether an instant lies in it."""
        return (self.since is None or at >= self.since) and (self.before is None or at < self.before)

    def of(self, field: str) -> Q:
        """The rows of which a column lies in it."""
        found = Q(**{f"{field}__gte": self.since}) if self.since else Q()
        return found & Q(**{f"{field}__lt": self.before}) if self.before else found


def period(row: Dossier) -> Period:
    """The period of a pack, in the organisation's own days."""
    zone = ZoneInfo(row.organisation.time_zone)

    def midnight(day: "datetime | object | None") -> datetime | None:
        return datetime.combine(day, time(), zone).astimezone(UTC) if day else None  # type: ignore[arg-type]

    return Period(midnight(row.from_on), midnight(row.until_on + timedelta(days=1) if row.until_on else None))


def subject_agreements(row: Dossier) -> QuerySet[Agreement]:
    """The agreements that a pack is of, those with the same party together."""
    rows = agreements.agreements(row.organisation).filter(state=State.READ)
    if row.agreement_id:
        rows = rows.filter(pk=row.agreement_id)
    elif row.counterparty_id:
        rows = rows.filter(counterparty=row.counterparty_id)
    return rows.order_by("counterparty_name", "title", "id")


def offered(organisation: Organisation, words: str) -> tuple[tuple[Agreement, ...], tuple[Counterparty, ...]]:
    """The first agreements and customers that a search finds, of which a pack can be made."""
    rows = agreements.agreements(organisation).filter(state=State.READ)
    parties = Counterparty.objects.filter(organisation=organisation)
    for word in words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(counterparty_name__icontains=word))
        parties = parties.filter(name__icontains=word)
    return (
        tuple(rows.order_by("counterparty_name", "title", "id")[:OFFERED]),
        tuple(parties.order_by("name", "id")[:OFFERED]),
    )
