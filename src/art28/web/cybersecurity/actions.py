"""Writes: what the organisation is under the Act; that a breach is a significant incident, with the clocks that it starts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations import on_incident
from art28.obligations import start as core
from art28.terms import StartReason
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation, State
from art28.web.clocks.targets import targets
from art28.web.cybersecurity import queries
from art28.web.cybersecurity.models import Entity, Incident, Scope
from art28.web.parties.models import LegalEntity


class NotInScope(Exception):
    """The organisation is no essential or important entity, as far as it says itself: it has nothing to report."""


class NotNow(Exception):
    """The incident doesn't stand so that this can be said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a person found: whether it is significant, by which criteria, why, and since when that was known."""

    significant: bool
    criteria: Sequence[str]
    reason: str
    aware_at: datetime | None


@transaction.atomic
def set_entity(
    organisation: Organisation,
    *,
    scope: Scope,
    legal_entity: LegalEntity | None,
    sector: str,
    managed_provider: bool,
    csirt: str,
    authority: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> Entity:
    """Keep what the organisation is under the Act, and to whom it reports."""
    fields = {
        "scope": scope,
        "legal_entity": legal_entity,
        "sector": sector,
        "managed_provider": managed_provider,
        "csirt": csirt,
        "authority": authority,
    }
    row, _ = Entity.objects.update_or_create(
        organisation=organisation, defaults={**fields, "set_at": now, "set_by": by}
    )
    content = {**fields, "scope": scope.value, "legal_entity": str(legal_entity.pk) if legal_entity else None}
    record(organisation=organisation, actor=actor, kind="entity.set", subject=row, at=now, content=content)
    return row


@transaction.atomic
def assess(breach: Breach, found: Found, *, by: User, actor: Actor, now: datetime) -> Incident:
    """Keep what was found of a breach. A significant incident starts its clocks; one that is none after all stops them.

    Assessed again, the newest finding counts, and clocks that ran keep the instant that they began with. Raises
    `NotInScope`, and `art28.obligations.on_incident.NotInForce` for an incident from before the Act.
    """
    organisation = breach.organisation
    entity = queries.entity(organisation)
    if found.significant and (entity is None or entity.scope == Scope.NONE):
        raise NotInScope
    incident, _ = Incident.objects.update_or_create(
        breach=breach,
        defaults={
            "organisation": organisation,
            "significant": found.significant,
            "criteria": list(found.criteria),
            "reason": found.reason,
            "aware_at": found.aware_at if found.significant else None,
            "decided_at": now,
            "decided_by": by,
        },
    )
    content = {
        "significant": found.significant,
        "criteria": list(found.criteria),
        "reason": found.reason,
        "aware_at": found.aware_at.isoformat() if found.aware_at else None,
    }
    _record(incident, "incident.assessed", actor, now, content)
    if not found.significant:
        for row in _rows(breach):
            if row.ended_at is None:
                clocks.cancel(row, reason=found.reason[:500], actor=actor, now=now)
        return incident
    if found.aware_at is None:
        raise ValueError("a significant incident has an instant of awareness")
    on = queries.local_day(organisation, found.aware_at)
    following = (on_incident.finally_(on),)
    for duty in on_incident.at_once(on):
        _start(incident, duty, found.aware_at, StartReason.AWARE, following, by, actor, now)
    return incident


@transaction.atomic
def ask_interim(incident: Incident, *, at: datetime, by: User, actor: Actor, now: datetime) -> None:
    """The CSIRT or the authority asked for an intermediate report at `at` (art. 28). Raises `NotNow`."""
    _significant(incident)
    Incident.objects.filter(pk=incident.pk).update(requests=F("requests") + 1)
    incident.refresh_from_db(fields=("requests",))
    duty = on_incident.on_request(queries.local_day(incident.breach.organisation, at), incident.requests)
    _record(incident, "incident.interim_asked", actor, now, {"at": at.isoformat(), "number": incident.requests})
    _start(incident, duty, at, StartReason.ASKED, (), by, actor, now)


@transaction.atomic
def goes_on(incident: Incident, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """The incident still goes on: a progress report takes the place of the final one (art. 29). Raises `NotNow`."""
    _significant(incident)
    final = _running(incident, Action.REPORT_INCIDENT_FINALLY)
    if final is None or incident.goes_on:
        raise NotNow("there is no final report whose place a progress report could take")
    Incident.objects.filter(pk=incident.pk).update(goes_on=True)
    incident.refresh_from_db(fields=("goes_on",))
    _record(incident, "incident.goes_on", actor, now, {"reason": reason})
    duty = on_incident.while_it_lasts(queries.local_day(incident.breach.organisation, final.started_at))
    clocks.cancel(final, reason=reason[:500], actor=actor, now=now)
    _start(incident, duty, final.started_at, StartReason.TOLD, (), by, actor, now)


@transaction.atomic
def handled(incident: Incident, *, at: datetime, by: User, actor: Actor, now: datetime) -> None:
    """An incident that went on was handled at `at`: the month of its final report runs from then. Raises `NotNow`."""
    standing = Incident.objects.filter(pk=incident.pk, significant=True, goes_on=True, handled_at=None)
    if standing.update(handled_at=at) != 1:
        raise NotNow("it did not go on, or was handled already")
    incident.refresh_from_db(fields=("handled_at",))
    _record(incident, "incident.handled", actor, now, {"at": at.isoformat()})
    duty = on_incident.after_handling(queries.local_day(incident.breach.organisation, at))
    _start(incident, duty, at, StartReason.HANDLED, (), by, actor, now)


def _significant(incident: Incident) -> None:
    if not incident.significant:
        raise NotNow("the breach was not found to be a significant incident")


def _rows(breach: Breach) -> tuple[Obligation, ...]:
    return clock_queries.about(breach.organisation, subject_kind=queries.kind_of(breach), subject_id=breach.pk)


def _running(incident: Incident, action: Action) -> Obligation | None:
    rows = _rows(incident.breach)
    return next((row for row in rows if row.action == action and row.ended_at is None), None)


def _start(
    incident: Incident,
    duty: Duty,
    at: datetime,
    kind: StartReason,
    following: tuple[Duty, ...],
    by: User,
    actor: Actor,
    now: datetime,
) -> None:
    """Let the clock of a duty run, or run on where it was stopped because the incident seemed not to be significant."""
    breach = incident.breach
    organisation = breach.organisation
    with translation.override(organisation.language):
        reason = {
            StartReason.AWARE: gettext("aware of the significant incident"),
            StartReason.ASKED: gettext("asked for by the CSIRT or the authority"),
            StartReason.TOLD: gettext("after the report of the incident"),
            StartReason.HANDLED: gettext("the incident was handled"),
        }[kind]
    obligation = core.start(
        duty,
        core.Event(Trigger.SIGNIFICANT_INCIDENT, at, reason, kind),
        facts_version="",
        zone=ZoneInfo(organisation.time_zone),
        internal_target=targets(organisation).get(duty.action.value),
    )
    row = clocks.start_own(
        organisation,
        obligation,
        subject=Subject(queries.kind_of(breach), breach.pk, breach.label),
        following=following,
        owner=by,
        actor=actor,
        now=now,
    )
    if row.state == State.CANCELLED:
        clocks.revive(row, reason=incident.reason[:500], actor=actor, now=now)


def _record(incident: Incident, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=incident.breach.organisation, actor=actor, kind=kind, subject=incident, at=now, content=content)
