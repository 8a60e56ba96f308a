"""Reads of services and of what a breach touches; always of one organisation."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from art28.web.accounts.models import Organisation
from art28.web.agreements import rules
from art28.web.agreements.models import Agreement
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.parties import queries as parties
from art28.web.services.models import ExcludedAgreement, Import, Service, ServiceUse, TouchedGround

_LISTED = 50


def services(organisation: Organisation, words: str = "") -> QuerySet[Service]:
    """The services that hold `words` in name, description, systems, data or sub-processors; each with how many take it."""
    rows = Service.objects.filter(organisation=organisation, ended_at=None).annotate(use_count=Count("uses"))
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(description__icontains=word)
            | Q(systems__icontains=word)
            | Q(data_categories__icontains=word)
            | Q(purposes__icontains=word)
            | Q(special_categories__icontains=word)
            | Q(sub_processors__icontains=word)
        )
    return rows.order_by("name", "id")


def offered(organisation: Organisation) -> QuerySet[Service]:
    """The services that can be taken, by name."""
    return Service.objects.filter(organisation=organisation, ended_at=None).order_by("name", "id")


def service(organisation: Organisation, service_id: UUID) -> Service | None:
    """One service."""
    return Service.objects.filter(organisation=organisation, pk=service_id).select_related("organisation").first()


def taken(found: Service) -> QuerySet[ServiceUse]:
    """Who takes a service, in no order."""
    return ServiceUse.objects.filter(organisation=found.organisation_id, service=found).select_related("agreement")


def taken_under(organisation: Organisation, agreement_id: UUID) -> tuple[Service, ...]:
    """The services that are taken under an agreement, by name."""
    return taken_under_each(organisation, (agreement_id,)).get(agreement_id, ())


def taken_under_each(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, tuple[Service, ...]]:
    """The services that were taken under each of some agreements, by name; one query."""
    uses = ServiceUse.objects.filter(organisation=organisation, agreement__in=agreement_ids).select_related("service")
    found: dict[UUID, list[Service]] = {}
    for use in uses.order_by("service__name", "service"):
        found.setdefault(use.agreement_id, []).append(use.service)
    return {agreement_id: tuple(rows) for agreement_id, rows in found.items()}


def taken_by(organisation: Organisation, agreement_ids: Collection[UUID], on: date) -> dict[UUID, tuple[Service, ...]]:
    """The services that each of some agreements takes on a day, by name; one query."""
    uses = ServiceUse.objects.filter(organisation=organisation, agreement__in=agreement_ids, service__ended_at=None)
    uses = uses.filter(Q(until_on=None) | Q(until_on__gte=on)).select_related("service")
    found: dict[UUID, list[Service]] = {}
    for use in uses.order_by("service__name", "id"):
        found.setdefault(use.agreement_id, []).append(use.service)
    return {agreement_id: tuple(rows) for agreement_id, rows in found.items()}


def not_taking(found: Service, words: str) -> tuple[Agreement, ...]:
    """The first agreements that hold `words` and don't take the service."""
    linked = ServiceUse.objects.filter(organisation=found.organisation_id, service=found, agreement=OuterRef("pk"))
    return tuple(breaches.may_be_touched(found.organisation, words).exclude(Exists(linked))[:_LISTED])


def unlinked(organisation: Organisation) -> int:
    """How many agreements are linked to no service: a breach touches them until somebody says otherwise."""
    linked = ServiceUse.objects.filter(organisation=organisation, agreement=OuterRef("pk"))
    return breaches.may_be_touched(organisation, "").exclude(Exists(linked)).count()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen when a breach is recorded, each in alphabetical order; special categories marked."""

    services: tuple[Service, ...]
    systems: tuple[str, ...]
    sub_processors: tuple[str, ...]
    data: tuple[tuple[str, bool], ...]


def choices(organisation: Organisation) -> Choices:
    """What the catalogue holds, in one query."""
    rows = tuple(Service.objects.filter(organisation=organisation).order_by("name", "id"))
    data = {str(each): False for row in rows for each in row.data_categories}
    data |= {str(each): True for row in rows for each in row.special_categories}
    return Choices(
        rows,
        tuple(sorted({str(each) for row in rows for each in row.systems}, key=str.casefold)),
        tuple(sorted({str(each["name"]) for row in rows for each in row.sub_processors}, key=str.casefold)),
        tuple(sorted(data.items(), key=lambda each: each[0].casefold())),
    )


def sub_processor_at(organisation: Organisation, address: str) -> str:
    """The name of the sub-processor that writes from `address`, itself and not its domain; empty for any other."""
    wanted = address.strip().casefold()
    for row in Service.objects.filter(organisation=organisation):
        for each in row.sub_processors:
            if wanted and str(each.get("email", "")).casefold() == wanted:
                return str(each["name"])
    return ""


def pending_import(organisation: Organisation, import_id: UUID) -> Import | None:
    """A file that was read."""
    return Import.objects.filter(organisation=organisation, pk=import_id).select_related("organisation").first()


@dataclass(frozen=True, slots=True)
class Filter:
    """By what the agreements of a breach are narrowed; empty means all."""

    words: str = ""
    ground: str = ""
    service: UUID | None = None
    not_service: UUID | None = None
    contact: str = ""
    signed: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Filter()

    def record(self) -> dict[str, str]:
        """As the trail keeps it."""
        return {name: str(value) for name in self.__slots__ if (value := getattr(self, name))}


def touched(breach: Breach, by: Filter) -> QuerySet[TouchedAgreement]:
    """The agreements of a breach that are not left out, narrowed, in no order; each with its ground."""
    organisation = breach.organisation
    grounds = TouchedGround.objects.filter(organisation=organisation, breach=breach, agreement=OuterRef("agreement"))
    contacts = parties.reachable(organisation).filter(counterparty=OuterRef("agreement__counterparty"))
    rows = TouchedAgreement.objects.filter(organisation=organisation, breach=breach, excluded_at=None)
    for word in by.words.split():
        rows = rows.filter(Q(agreement__counterparty_name__icontains=word) | Q(agreement__title__icontains=word))
    if by.ground:
        rows = rows.filter(Exists(grounds.filter(ground=by.ground)))
    used = ServiceUse.objects.filter(organisation=organisation, agreement=OuterRef("agreement"))
    if by.service:
        rows = rows.filter(Exists(used.filter(service=by.service)))
    if by.not_service:
        rows = rows.filter(~Exists(used.filter(service=by.not_service)))
    if by.contact == "none":
        rows = rows.filter(~Exists(contacts))
    if by.signed == "after":
        day = timezone.localtime(breach.aware_at).date()
        rows = rows.filter(agreement__in=rules.signed_after(organisation, day))
    return rows.annotate(
        ground=Subquery(grounds.values("ground")[:1]),
        by_services=Subquery(grounds.values("services")[:1]),
        people_least=Subquery(grounds.values("people_least")[:1]),
        people_most=Subquery(grounds.values("people_most")[:1]),
        has_contact=Exists(contacts),
    ).select_related("agreement")


def ids(rows: QuerySet[TouchedAgreement]) -> Iterator[UUID]:
    """The agreements of some rows that can still be left out: nobody has been told under them."""
    return (
        rows.filter(sent=0, closed_at=None)
        .order_by("agreement_id")
        .values_list("agreement_id", flat=True)
        .iterator(2_000)
    )


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many people a breach concerns, as far as the catalogue knows; `unknown` agreements have no number."""

    least: int
    most: int | None
    unknown: int


def estimate(breach: Breach) -> Estimate:
    """Over all agreements that are not left out; two queries."""
    standing = TouchedAgreement.objects.filter(breach=breach, agreement=OuterRef("agreement"), excluded_at=None)
    rows = TouchedGround.objects.filter(Exists(standing), organisation=breach.organisation_id, breach=breach)
    found = rows.aggregate(
        least=Sum("people_least"), most=Sum("people_most"), open=Count("id", filter=Q(people_most=None))
    )
    return Estimate(found["least"] or 0, None if found["open"] else found["most"] or 0, found["open"])


def still_leaving(breach: Breach) -> int:
    """How many agreements of frozen lists are still to be left out."""
    return ExcludedAgreement.objects.filter(
        organisation=breach.organisation_id, exclusion__breach=breach, done_at=None
    ).count()


def likely_under(organisation: Organisation, agreement_ids: Collection[UUID]) -> tuple[Service, ...]:
    """The services taken under some agreements; where none is linked to these, every service, since any may be meant."""
    rows = Service.objects.filter(organisation=organisation, ended_at=None).order_by("name", "id")
    linked = tuple(rows.filter(uses__agreement__in=agreement_ids).distinct()) if agreement_ids else ()
    return linked or tuple(rows)
