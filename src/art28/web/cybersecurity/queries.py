"""Reads: what the organisation is under the Act, what was found of a breach, and which agreements forbid telling."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from art28.law.incidents import Criterion, criteria
from art28.law.parameter import Parameter
from art28.notices.specials import cyber_periods
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import FactVersion
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.cybersecurity.models import Entity, Incident
from art28.web.exercises import kinds

KIND = "incident"
"""What lists call it (`clocks.filters.EVENTS`)."""
_BAN = "breach.processor_may_notify_authority"
_SHOWN = 20


def kind_of(breach: Breach) -> str:
    """The kind of subject of its clocks: those of a breach that is played have their own."""
    return kinds.INCIDENT if breach.exercise_id else KIND


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the page of a breach shows of it. `bans` are the first agreements that forbid telling the authority."""

    entity: Entity | None
    incident: Incident | None
    rows: tuple[Obligation, ...]
    criteria: tuple[Criterion, ...]
    periods: tuple[Parameter, ...]
    bans: tuple[FactVersion, ...]
    ban_count: int


def entity(organisation: Organisation) -> Entity | None:
    """What the organisation says of itself; None where nobody has looked."""
    return Entity.objects.filter(organisation=organisation).select_related("legal_entity", "set_by").first()


def incident(breach: Breach) -> Incident | None:
    """What was found of a breach; None where nobody has looked."""
    rows = Incident.objects.filter(organisation=breach.organisation_id, breach=breach)
    return rows.select_related("decided_by", "breach__organisation").first()


def case(breach: Breach, *, now: datetime) -> Case:
    """The page of a breach; a fixed number of queries."""
    organisation = breach.organisation
    on = local_day(organisation, now)
    bans = agreements.saying(organisation, _BAN, value=False, among=breaches.touched_agreements(breach))
    return Case(
        entity=entity(organisation),
        incident=incident(breach),
        rows=clocks.about(organisation, subject_kind=kind_of(breach), subject_id=breach.pk),
        criteria=criteria(on),
        periods=cyber_periods(on),
        bans=tuple(bans[:_SHOWN]),
        ban_count=bans.count(),
    )


def local_day(organisation: Organisation, at: datetime) -> date:
    """The day on which something happened where the organisation is."""
    return at.astimezone(ZoneInfo(organisation.time_zone)).date()


def criteria_now(organisation: Organisation, *, now: datetime) -> tuple[Criterion, ...]:
    """The criteria that hold today."""
    return criteria(local_day(organisation, now))


def periods(organisation: Organisation, *, now: datetime) -> tuple[Parameter, ...]:
    """The periods that hold today."""
    return cyber_periods(local_day(organisation, now))
