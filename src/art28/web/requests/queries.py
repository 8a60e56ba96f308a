"""Reads of requests; always of one organisation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse

from art28.agreement.duties import Action
from art28.obligations.rights import Place, PlaceKind
from art28.web.accounts.models import Organisation
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.clocks.models import State as ClockState
from art28.web.requests.models import Concerned, Person, RequestFile, State, Step, StepState, SubjectRequest
from art28.web.services import queries as services

KIND = "request"
"""What lists call it (`clocks.filters.EVENTS`)."""


def address(organisation: Organisation, request_id: UUID) -> str | None:
    """Where a request stands; None for an id that is none."""
    known = SubjectRequest.objects.filter(organisation=organisation, pk=request_id).exists()
    return reverse("requests:detail", args=(request_id,)) if known else None


def request(organisation: Organisation, request_id: UUID) -> SubjectRequest | None:
    """One request with its person."""
    rows = SubjectRequest.objects.filter(organisation=organisation, pk=request_id)
    return rows.select_related("organisation", "person", "recorded_by", "closed_by").first()


def by_key(organisation: Organisation, key: str) -> SubjectRequest | None:
    """What was taken in under a key before."""
    return SubjectRequest.objects.filter(organisation=organisation, key=key).select_related("person").first()


def waiting(organisation: Organisation) -> QuerySet[SubjectRequest]:
    """The requests that are open."""
    return SubjectRequest.objects.filter(organisation=organisation, state=State.OPEN)


def concerned(row: SubjectRequest) -> tuple[Concerned, ...]:
    """The agreements that a request concerns, those left out last."""
    rows = Concerned.objects.filter(organisation=row.organisation_id, request=row)
    rows = rows.select_related("agreement__organisation", "request__organisation")
    return tuple(sorted(rows.order_by("added_at", "id"), key=lambda each: each.left_out_at is not None))


def line(row: SubjectRequest, agreement_id: UUID) -> Concerned | None:
    """One of them that is not left out."""
    rows = Concerned.objects.filter(organisation=row.organisation_id, request=row, agreement=agreement_id)
    return rows.filter(left_out_at=None).select_related("agreement__organisation", "request__organisation").first()


def all_passed(row: SubjectRequest) -> bool:
    """Whether it was passed on under every agreement that it concerns, and it concerns one."""
    rows = Concerned.objects.filter(request=row, left_out_at=None)
    return rows.exists() and not rows.filter(passed_at=None).exists()


def clocks_of(row: SubjectRequest, agreement_id: UUID | None = None) -> tuple[Obligation, ...]:
    """The clocks that a request started, under one agreement where told so."""
    under = (agreement_id,) if agreement_id is not None else None
    return clocks.about(row.organisation, subject_kind=KIND, subject_id=row.pk, under=under)


def answer_clock(row: SubjectRequest) -> Obligation | None:
    """The controller's own month; None for a processor."""
    found = clocks.obligations(row.organisation).select_related("organisation")
    return found.filter(subject_kind=KIND, subject_id=row.pk, action=Action.ANSWER_REQUEST, agreement=None).first()


def steps(row: SubjectRequest) -> tuple[Step, ...]:
    """The steps, in order."""
    rows = Step.objects.filter(organisation=row.organisation_id, request=row)
    return tuple(rows.select_related("by").order_by("order", "id"))


def step(row: SubjectRequest, step_id: UUID) -> Step | None:
    """One step."""
    return Step.objects.filter(organisation=row.organisation_id, request=row, pk=step_id).first()


def steps_left(row: SubjectRequest) -> int:
    """How many steps are still to be done."""
    return Step.objects.filter(request=row, state=StepState.AHEAD).count()


def files(row: SubjectRequest) -> tuple[RequestFile, ...]:
    """The files of the person's data, without their contents."""
    return tuple(RequestFile.objects.filter(request=row).defer("data").order_by("name", "id"))


def places(row: SubjectRequest) -> tuple[Place, ...]:
    """Where the person's data may be, by the catalogue: services taken under the agreements concerned, else all of them."""
    under = list(Concerned.objects.filter(request=row, left_out_at=None).values_list("agreement_id", flat=True))
    found: list[Place] = []
    for service in services.likely_under(row.organisation, under):
        systems = [Place(PlaceKind.SYSTEM, str(each)) for each in service.systems]
        found += systems or [Place(PlaceKind.SERVICE, service.name)]
        found += [Place(PlaceKind.SUB_PROCESSOR, str(each["name"])) for each in service.sub_processors]
    return tuple(dict.fromkeys(found))


def behind(token: str) -> Concerned | None:
    """The line whose shielded page this token opens, of whatever organisation."""
    if not token or len(token) > 64:
        return None
    rows = Concerned.objects.filter(token=token, left_out_at=None, passed_at__isnull=False)
    return rows.select_related("request__person", "request__organisation", "agreement").first()


def persons_to_blank() -> QuerySet[Person]:
    """Persons of every organisation that still stand though what the trail kept of them was erased."""
    return Person.objects.filter(erased_at=None, kept_act__isnull=False).select_related("organisation").order_by("id")


@dataclass(frozen=True, slots=True)
class Entry:
    """A request in the list: with the first end of our own clocks that run, how many are late, and the other sides."""

    row: SubjectRequest
    next_end: datetime | None
    late: int
    parties: tuple[str, ...]


def entries(
    organisation: Organisation,
    rows: Collection[SubjectRequest],
    *,
    now: datetime,
    under: Collection[UUID] | None = None,
) -> tuple[Entry, ...]:
    """Requests with how they stand, in two queries for any number of them.

    Where `under` names agreements, of the other sides it says what concerns these alone.
    """
    ids = [row.pk for row in rows]
    running = Obligation.objects.filter(
        organisation=organisation, subject_kind=KIND, subject_id__in=ids, ours=True, ended_at=None
    )
    passed = Q(state=ClockState.LATE) | Q(ends_at__lt=now)
    standing: Mapping[UUID, tuple[datetime | None, int]] = {
        found["subject_id"]: (found["first"], found["late"])
        for found in running.order_by()
        .values("subject_id")
        .annotate(first=Min("ends_at"), late=Count("id", filter=passed))
    }
    lines = Concerned.objects.filter(organisation=organisation, request__in=ids, left_out_at=None).order_by(
        "added_at", "id"
    )
    if under is not None:
        lines = lines.filter(agreement__in=under)
    parties: dict[UUID, list[str]] = {}
    for request_id, name, title in lines.values_list("request_id", "agreement__counterparty_name", "agreement__title"):
        parties.setdefault(request_id, []).append(name or title)
    return tuple(
        Entry(row, *standing.get(row.pk, (None, 0)), tuple(dict.fromkeys(parties.get(row.pk, ())))) for row in rows
    )
