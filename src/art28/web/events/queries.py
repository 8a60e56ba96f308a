"""Reads of events, and what one would start; always of one organisation."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from art28.agreement import labels
from art28.agreement.duties import Duty, Trigger
from art28.obligations import happening
from art28.obligations import start as core
from art28.obligations.duties import duties_of
from art28.terms import StartReason
from art28.timelimits.period import InvalidPeriod
from art28.web.accounts.models import Organisation
from art28.web.agreements import deriving
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, State
from art28.web.clocks.actions import bears
from art28.web.clocks.targets import Targets, targets
from art28.web.events.models import Event

LISTED = 200
_OFFERED = 50


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says has happened."""

    trigger: Trigger
    at: datetime
    kind: StartReason
    planned_at: datetime | None
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Starting:
    """A duty that an event starts; `obligation` is None where the day from which it counts backward isn't known."""

    duty: Duty
    ours: bool
    obligation: core.Obligation | None


def would_start(agreement: Agreement, said: Said) -> tuple[Starting, ...]:
    """What `said` starts under `agreement` as its facts stand now, in the order of its duties."""
    versions = dict(agreements.facts_under(agreement.organisation, (agreement.pk,), ("",)).values_list("key", "number"))
    known = targets(agreement.organisation)
    duties = happening.at_once(duties_of(deriving.standing(agreement)), said.trigger)
    return tuple(_starting(agreement, duty, said, versions, known) for duty in duties)


def duties(agreement: Agreement) -> tuple[Duty, ...]:
    """Everything that the agreement promises as its facts stand now."""
    return duties_of(deriving.standing(agreement))


def _starting(agreement: Agreement, duty: Duty, said: Said, versions: dict[str, int], known: Targets) -> Starting:
    ours = bears(agreement.direction, duty.bearer.value)
    at = happening.instant_of(duty, said.at, said.planned_at)
    if at is None:
        return Starting(duty, ours, None)
    reason = labels.start_reason(said.kind, agreement.organisation.language)
    event = core.Event(duty.trigger, at, said.note or reason, said.kind if at == said.at else StartReason.PLANNED)
    facts = ", ".join(f"{key}@{versions.get(key, '?')}" for key in sorted(duty.facts))

    def started(promised: Duty) -> core.Obligation:
        return core.start(
            promised,
            event,
            facts_version=facts,
            zone=ZoneInfo(agreement.organisation.time_zone),
            internal_target=known.get(duty.action.value),
        )

    try:
        return Starting(duty, ours, started(duty))
    except InvalidPeriod:  # what can't be counted is due at once
        return Starting(duty, ours, started(replace(duty, limit=None)))


def happened(organisation: Organisation) -> QuerySet[Event]:
    """Every event, in no order."""
    return Event.objects.filter(organisation=organisation).select_related("agreement", "recorded_by")


def events(organisation: Organisation, agreement_id: UUID) -> tuple[Event, ...]:
    """The newest events of one agreement."""
    return tuple(happened(organisation).filter(agreement=agreement_id).order_by("-recorded_at", "-id")[:LISTED])


def event(organisation: Organisation, event_id: UUID) -> Event | None:
    """One event of the organisation."""
    rows = Event.objects.filter(organisation=organisation, pk=event_id)
    return rows.select_related("organisation", "agreement", "recorded_by", "cancelled_by").first()


def agreement(organisation: Organisation, agreement_id: UUID) -> Agreement | None:
    """An agreement that has been read."""
    rows = agreements.agreements(organisation).filter(pk=agreement_id, state=State.READ)
    return rows.select_related("organisation").first()


@dataclass(frozen=True, slots=True)
class Choice:
    """The first of the agreements that something may be recorded under, and how many more there are."""

    agreements: tuple[Agreement, ...]
    more: int


def to_choose(organisation: Organisation, words: str) -> Choice:
    """The agreements that have been read and hold `words`, by the other side's name, the first of them."""
    found = agreements.agreements(organisation).filter(state=State.READ)
    for word in words.split():
        found = found.filter(Q(counterparty_name__icontains=word) | Q(title__icontains=word))
    first = tuple(found.order_by("counterparty_name", "title", "id")[:_OFFERED])
    return Choice(first, max(found.count() - _OFFERED, 0))
