"""What is known of a breach (services, systems, sub-processors, data) -> the agreements it touches, each with its ground.

An agreement that is linked to no service at all counts as touched: unknown is not untouched. All of it is set-based; the
services themselves are few, the agreements may be a hundred thousand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.database import bulk
from art28.web.services.models import Ground, Service, ServiceUse, TouchedGround

_BATCH = 5_000
_MOST = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """What is touched, as far as it is known: services by id, the others by their words; and in which days it happened."""

    services: frozenset[UUID] = frozenset()
    systems: frozenset[str] = frozenset()
    sub_processors: frozenset[str] = frozenset()
    data: frozenset[str] = frozenset()
    from_on: date | None = None
    until_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.services or self.systems or self.sub_processors or self.data)

    def record(self) -> dict[str, list[str]]:
        """As the trail keeps it."""
        return {
            "services": sorted(str(each) for each in self.services),
            "systems": sorted(self.systems),
            "sub_processors": sorted(self.sub_processors),
            "data": sorted(self.data),
        }


class UnknownService(ValueError):
    """A service that the organisation doesn't have; add it to the catalogue first, or leave it out."""


def selection(query: QueryDict) -> Selection:
    """What an address asks for. Raises `UnknownService` for what is no id, `ValueError` for what is no day."""
    try:
        ids = frozenset(UUID(each) for each in query.getlist("service")[:_MOST])
    except ValueError as error:
        raise UnknownService(str(query.getlist("service"))) from error
    words = {name: frozenset(query.getlist(name)[:_MOST]) for name in ("system", "sub_processor", "data")}
    from_on, until_on = (date.fromisoformat(text) if (text := query.get(name, "")) else None for name in _DAYS)
    return Selection(ids, words["system"], words["sub_processor"], words["data"], from_on, until_on)


_DAYS = ("from_on", "until_on")


def matched(organisation: Organisation, wanted: Selection) -> tuple[Service, ...]:
    """The services that are touched. Raises `UnknownService` where one of those named is not the organisation's.

    Services, systems and sub-processors add up. Data narrow these down, or all where nothing else was chosen; a service
    whose data nobody wrote down stays in.
    """
    known = tuple(Service.objects.filter(organisation=organisation).order_by("name", "id"))
    missing = wanted.services - {each.pk for each in known}
    if missing:
        raise UnknownService(", ".join(sorted(map(str, missing))))
    named = bool(wanted.services or wanted.systems or wanted.sub_processors)
    found = [each for each in known if not named or _is_named(each, wanted)]
    return tuple(each for each in found if _holds(each, wanted.data)) if not wanted.is_empty else ()


def _is_named(service: Service, wanted: Selection) -> bool:
    parts = {str(each.get("name", "")) for each in service.sub_processors}
    return bool(
        service.pk in wanted.services or wanted.systems.intersection(service.systems) or wanted.sub_processors & parts
    )


def _holds(service: Service, data: frozenset[str]) -> bool:
    own = {*service.data_categories, *service.special_categories}
    return not data or not own or bool(data & own)


def uses(organisation: Organisation, services: Iterable[Service], wanted: Selection) -> QuerySet[ServiceUse]:
    """Who took these services in the days that are asked about."""
    rows = ServiceUse.objects.filter(organisation=organisation, service__in=[each.pk for each in services])
    if wanted.until_on is not None:
        rows = rows.filter(Q(since_on=None) | Q(since_on__lte=wanted.until_on))
    if wanted.from_on is not None:
        rows = rows.filter(Q(until_on=None) | Q(until_on__gte=wanted.from_on))
    return rows


@dataclass(frozen=True, slots=True)
class Scope:
    """The agreements that a selection touches: because of the services found, and because nothing is known of them."""

    organisation: Organisation
    wanted: Selection
    services: tuple[Service, ...]

    @property
    def by_service(self) -> QuerySet[Agreement]:
        """Those that take a service that is touched."""
        taken = uses(self.organisation, self.services, self.wanted).filter(agreement=OuterRef("pk"))
        return breaches.may_be_touched(self.organisation, "").filter(Exists(taken))

    @property
    def unknown(self) -> QuerySet[Agreement]:
        """Those that are linked to no service at all."""
        linked = ServiceUse.objects.filter(organisation=self.organisation, agreement=OuterRef("pk"))
        return breaches.may_be_touched(self.organisation, "").exclude(Exists(linked))

    @property
    def agreements(self) -> QuerySet[Agreement]:
        """Both."""
        taken = uses(self.organisation, self.services, self.wanted).filter(agreement=OuterRef("pk"))
        linked = ServiceUse.objects.filter(organisation=self.organisation, agreement=OuterRef("pk"))
        return breaches.may_be_touched(self.organisation, "").filter(Exists(taken) | ~Exists(linked))

    def ids(self) -> Iterator[UUID]:
        """Their ids, one by one."""
        return self.agreements.values_list("pk", flat=True).iterator(2_000)


def scope(organisation: Organisation, wanted: Selection) -> Scope:
    """What a selection touches. Raises `UnknownService`."""
    return Scope(organisation, wanted, matched(organisation, wanted))


def keep_grounds(breach: Breach, found: Scope) -> int:
    """Keep why each agreement on the breach's list counts as touched, within the caller's transaction; returns how many."""
    listed = TouchedAgreement.objects.filter(organisation=breach.organisation_id, breach=breach).order_by(
        "agreement_id"
    )
    ids, count = listed.values_list("agreement_id", flat=True).iterator(_BATCH), 0
    while batch := tuple(islice(ids, _BATCH)):
        grounds = _grounds(found, batch)
        count += bulk.create(TouchedGround, (_row(breach, each, grounds.get(each, ())) for each in batch))
    return count


Taken = tuple[tuple[str, int | None], ...]
"""The services that an agreement takes, each with how many people that concerns."""


def grounds(found: Scope, agreement_ids: Iterable[UUID]) -> Mapping[UUID, Taken]:
    """For some agreements the touched services that they take; none for what is unknown. One query."""
    return _grounds(found, tuple(agreement_ids))


def _grounds(found: Scope, agreement_ids: tuple[UUID, ...]) -> dict[UUID, Taken]:
    by_id = {each.pk: each for each in found.services}
    rows = uses(found.organisation, found.services, found.wanted).filter(agreement__in=agreement_ids)
    taken: dict[UUID, Taken] = {}
    for agreement_id, service_id, people in rows.values_list("agreement_id", "service_id", "people"):
        service = by_id[service_id]
        taken[agreement_id] = (
            *taken.get(agreement_id, ()),
            (service.name, people if people is not None else service.people),
        )
    return taken


def people(taken: Taken) -> tuple[int | None, int | None]:
    """How many people, at least and at most: the same people may use several services. None is not known."""
    known = [count for _, count in taken if count is not None]
    if not known:
        return None, None
    return max(known), sum(known) if len(known) == len(taken) else None


def _row(breach: Breach, agreement_id: UUID, taken: Taken) -> TouchedGround:
    least, most = people(taken)
    return TouchedGround(
        organisation_id=breach.organisation_id,
        breach_id=breach.pk,
        agreement_id=agreement_id,
        ground=Ground.SERVICE.value if taken else Ground.UNKNOWN.value,
        services=[name for name, _ in taken],
        people_least=least,
        people_most=most,
    )
