"""Reads of records and of own activities; always of one organisation."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, State
from art28.web.processing import judging, rows
from art28.web.processing.models import (
    Activity,
    Choice,
    Confirmation,
    Inquiry,
    Keeper,
    Origin,
    OwnActivity,
    Record,
)

SORTS = ("name", "-name", "-added", "added")
STATES = ("confirmed", "unconfirmed", "special", "outside", "empty")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Selection:
    """By what a register is narrowed and sorted; empty means all."""

    words: str = ""
    state: str = ""
    sort: str = SORTS[0]

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.words or self.state)


def read(given: Mapping[str, str]) -> Selection:
    """The selection that an address asks for; what it says that isn't known asks for nothing."""
    state, sort = given.get("state", ""), given.get("sort", "")
    return Selection(
        words=" ".join(given.get("q", "").replace("\x00", "").split())[:_LONGEST],
        state=state if state in STATES else "",
        sort=sort if sort in SORTS else SORTS[0],
    )


def keeper(organisation: Organisation) -> Keeper | None:
    """Who keeps the records; None while nobody has filled it in."""
    return Keeper.objects.filter(organisation=organisation).first()


def controllers(organisation: Organisation, by: Selection = Selection()) -> QuerySet[Agreement]:
    """The agreements that the register of Art. 30(2) holds: read, and not those under which others process for us."""
    found = Agreement.objects.filter(organisation=organisation, state=State.READ).exclude(
        direction=Direction.CONTROLLER
    )
    activities = Activity.objects.filter(organisation=organisation, record__agreement=OuterRef("pk"), ended_at=None)
    for word in by.words.split():
        holds = (
            Q(service__icontains=word)
            | Q(purpose__icontains=word)
            | Q(data__icontains=word)
            | Q(data_subjects__icontains=word)
            | Q(sub_processors__icontains=word)
        )
        found = found.filter(
            Q(title__icontains=word) | Q(counterparty_name__icontains=word) | Exists(activities.filter(holds))
        )
    confirmed = Confirmation.objects.filter(organisation=organisation, record__agreement=OuterRef("pk"))
    match by.state:
        case "confirmed":
            found = found.filter(Exists(confirmed))
        case "unconfirmed":
            found = found.filter(~Exists(confirmed))
        case "special":
            chosen = Choice.objects.filter(organisation=organisation, record__agreement=OuterRef("pk"), ended_at=None)
            found = found.filter(Exists(activities.filter(is_special=True)) | Exists(chosen))
        case "outside":
            found = found.filter(Exists(activities.exclude(outside="")))
        case "empty":
            found = found.filter(~Exists(activities))
    return found.order_by(*_ORDERS[by.sort])


_ORDERS = {
    "name": ("counterparty_name", "title", "id"),
    "-name": ("-counterparty_name", "-title", "-id"),
    "-added": ("-added_at", "-id"),
    "added": ("added_at", "id"),
}


def agreement(organisation: Organisation, agreement_id: UUID) -> Agreement | None:
    """One agreement of that register."""
    rows_found = controllers(organisation).filter(pk=agreement_id)
    return rows_found.select_related("organisation", "counterparty", "legal_entity").first()


def record(found: Agreement) -> Record | None:
    """Its record; None while none was drawn up."""
    return Record.objects.filter(organisation=found.organisation_id, agreement=found).first()


def records_of(organisation: Organisation, agreement_ids: Collection[UUID]) -> QuerySet[Record]:
    """The records of some agreements, of those that have one."""
    return Record.objects.filter(organisation=organisation, agreement__in=agreement_ids)


def activities(organisation: Organisation, record_ids: Collection[UUID]) -> QuerySet[Activity]:
    """The rows of some records that hold, in their order."""
    found = Activity.objects.filter(organisation=organisation, record__in=record_ids, ended_at=None)
    return found.order_by("record", "place", "added_at", "id")


def activity(found: Record, activity_id: UUID) -> Activity | None:
    """One row of a record."""
    return Activity.objects.filter(
        organisation=found.organisation_id, record=found, pk=activity_id, ended_at=None
    ).first()


def choices(organisation: Organisation, record_ids: Collection[UUID]) -> QuerySet[Choice]:
    """The sensitive data chosen under some records."""
    found = Choice.objects.filter(organisation=organisation, record__in=record_ids, ended_at=None)
    return found.order_by("record", "category")


def confirmations(organisation: Organisation, record_ids: Collection[UUID]) -> QuerySet[Confirmation]:
    """What controllers confirmed, the newest last."""
    return Confirmation.objects.filter(organisation=organisation, record__in=record_ids).order_by("at", "id")


def inquiries(found: Record) -> QuerySet[Inquiry]:
    """What the controller asked about a record, the newest first."""
    return Inquiry.objects.filter(organisation=found.organisation_id, record=found).order_by("-at", "-id")


def digest(held: Collection[Activity], chosen: Collection[Choice]) -> str:
    """What a record holds as one number: it changes where what the controller confirmed no longer is so."""
    lines = sorted(
        json.dumps(
            [row.service, row.purpose, row.data, row.data_subjects, row.retention, row.countries, row.outside],
            ensure_ascii=False,
        )
        for row in held
    )
    return sha256("\n".join([*lines, *sorted(each.category for each in chosen)]).encode()).hexdigest()


def known(found: Record, services: Collection[str] = ()) -> judging.Known:
    """What a record allows, with the names of services that are taken; three queries."""
    facts = agreements.facts_in(found.organisation, {found.agreement_id}, rows.FACTS).get(found.agreement_id, {})
    noticed = Activity.objects.filter(
        organisation=found.organisation_id, record=found, origin=Origin.NOTICE, ended_at=None
    ).values_list("purpose", flat=True)
    table = [str(each["purpose"]) for each in rows.records(facts, "processing.activities") if each.get("purpose")]
    stated = choices(found.organisation, (found.pk,)).exclude(stated_in="").values_list("category", flat=True)
    named = judging.named(facts)
    return judging.Known(
        facts=facts,
        purposes=tuple(dict.fromkeys((*rows.listed(facts, "processing.purposes"), *table, *noticed))),
        services=tuple(dict.fromkeys((*named, *services))) if named else tuple(services),
        operations=tuple(found.operations),
        stated=frozenset(stated),
    )


def own(organisation: Organisation, by: Selection = Selection()) -> QuerySet[OwnActivity]:
    """The organisation's own activities (Art. 30(1)), narrowed and sorted."""
    found = OwnActivity.objects.filter(organisation=organisation, ended_at=None)
    for word in by.words.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(purposes__icontains=word)
            | Q(data__icontains=word)
            | Q(data_subjects__icontains=word)
            | Q(recipients__icontains=word)
        )
    if by.state == "special":
        found = found.exclude(special=[])
    return found.order_by(*{"-name": ("-name", "-id"), "-added": ("-changed_at", "-id")}.get(by.sort, ("name", "id")))


def own_activity(organisation: Organisation, activity_id: UUID) -> OwnActivity | None:
    """One of them."""
    return OwnActivity.objects.filter(organisation=organisation, pk=activity_id, ended_at=None).first()
