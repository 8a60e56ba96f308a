"""One breach -> the agreements that it touches, any number: the list is frozen at once, their clocks start in chunks.

A chunk is one transaction: the clocks, their acts and the mark that they started, or none of it. A process killed in between
leaves agreements that still wait, and whoever runs the pump next starts them. Two workers take different chunks.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations import start as core
from art28.obligations.beginning import Instant, Known, beginning
from art28.terms import StartReason
from art28.timelimits.period import InvalidPeriod
from art28.web.accounts.access import Actor
from art28.web.breaches import instants, promises
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.breaches.promises import Promised
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Starting, Subject
from art28.web.clocks.targets import Targets, targets
from art28.web.database import bulk

CHUNK = 250
"""How many agreements one transaction takes: under half a second on SQLite, where others wait meanwhile."""


def subject_of(breach: Breach) -> Subject:
    """The breach as what starts obligations."""
    return Subject("breach", breach.pk, breach.reference)


def freeze(breach: Breach, agreement_ids: Iterable[UUID]) -> dict[str, object]:
    """Keep which agreements the breach touches, their clocks still to start; returns what the trail says of the list.

    That is how many there are and the SHA-256 over their ids in this order, a line each: a list of any length.
    """
    digest, count, ids = hashlib.sha256(), 0, iter(agreement_ids)
    while batch := tuple(
        islice(ids, _BATCH)
    ):  # the ids may come from a query, which can't go on while rows are written
        digest.update("".join(f"{agreement_id}\n" for agreement_id in batch).encode())
        count += bulk.create(TouchedAgreement, (_touched(breach, agreement_id) for agreement_id in batch))
    return {"agreements": count, "agreements_sha256": digest.hexdigest()}


_BATCH = 5_000


def _touched(breach: Breach, agreement_id: UUID) -> TouchedAgreement:
    return TouchedAgreement(
        organisation_id=breach.organisation_id, breach_id=breach.pk, agreement_id=agreement_id, due_at=breach.aware_at
    )


@dataclass(frozen=True, slots=True)
class Begins:
    """What one agreement says starts its clock, the instants that are known of the breach, and the organisation's targets."""

    starts: frozenset[str]
    known: Mapping[Instant, Known]
    targets: Targets


@transaction.atomic
def start_chunk(breach: Breach, *, actor: Actor, now: datetime) -> int:
    """Start the clocks of the next chunk of agreements of the breach that wait for it; returns how many."""
    waiting = TouchedAgreement.objects.filter(breach=breach, started_at=None, excluded_at=None)
    locked = waiting.select_for_update(skip_locked=True, of=("self",)).order_by("id")
    rows = list(locked.values_list("pk", "agreement_id", "agreement__direction")[:CHUNK])
    if not rows:
        return 0
    said = promises.at_start(breach.organisation, [agreement_id for _, agreement_id, _ in rows])
    named, known = instants.starts(breach.organisation, list(said)), instants.of(breach)
    own = targets(breach.organisation)
    startings: list[Starting] = []
    due: dict[datetime | None, list[UUID]] = {}
    for touched_id, agreement_id, direction in rows:
        begins = Begins(named.get(agreement_id, frozenset()), known, own)
        found = _startings(breach, agreement_id, direction, said[agreement_id], begins)
        startings += found
        due.setdefault(_due_at(found), []).append(touched_id)
    clocks.start_many(breach.organisation, startings, subject=subject_of(breach), actor=actor, now=now)
    for due_at, ids in due.items():
        TouchedAgreement.objects.filter(pk__in=ids, started_at=None).update(started_at=now, due_at=due_at)
    return len(rows)


def _due_at(startings: Sequence[Starting]) -> datetime | None:
    """When the first of what must be told is due; None where there is nothing to tell."""
    told = (each.obligation for each in startings if not each.done)
    return min((each.ends_at or each.internal_target_at or each.started_at for each in told), default=None)


def trigger_of(breach: Breach) -> Trigger:
    """What the breach is to the agreements: an event of our own, or one that a sub-processor reported."""
    return Trigger.BREACH_AT_SUB_PROCESSOR if breach.at_sub_processor else Trigger.BREACH


def _startings(breach: Breach, agreement_id: UUID, direction: str, said: Promised, begins: Begins) -> list[Starting]:
    return [
        Starting(
            agreement_id,
            _obligation(breach, duty, said, begins),
            ours=True,
            following=said.duties,
            done=breach.reference if duty.action is Action.REGISTER_BREACH else "",
        )
        for duty in promises.of_event(said.duties, trigger_of(breach), direction)
    ]


def _obligation(breach: Breach, duty: Duty, said: Promised, begins: Begins) -> core.Obligation:
    """The agreement's own start counts for the notification that it asks for; the law's, awareness, for all else."""
    told = duty.action is Action.NOTIFY_BREACH
    begun = beginning(duty, begins.starts, begins.known) if told else begins.known[Instant.AWARENESS]
    event = core.Event(duty.trigger, begun.at, begun.reason, _why(breach, begun, begins.known))
    target = begins.targets.get(duty.action.value)  # the organisation's own, unless this breach has one
    if told and breach.target_minutes is not None:
        target = timedelta(minutes=breach.target_minutes)

    def started(promised: Duty) -> core.Obligation:
        return core.start(
            promised,
            event,
            facts_version=said.facts_version(duty),
            zone=ZoneInfo(breach.organisation.time_zone),
            ends_by=core.Proof(breach.ends_by) if told and breach.ends_by else None,
            internal_target=target,
        )

    try:
        return started(duty)
    except InvalidPeriod:
        # Such as 9,999 years: what can't be counted is due at once, and never keeps a breach unrecorded.
        return started(replace(duty, limit=None))


_WHY = {
    Instant.OBSERVATION: StartReason.OBSERVED,
    Instant.DISCOVERY: StartReason.DISCOVERED,
    Instant.REPORT_FROM_SUB_PROCESSOR: StartReason.TOLD_BY_SUB_PROCESSOR,
}


def _why(breach: Breach, begun: Known, known: Mapping[Instant, Known]) -> StartReason:
    """Why the clock counts from `begun`: awareness of a breach at a sub-processor is what it told us."""
    kind = next((kind for kind, each in known.items() if each is begun), Instant.AWARENESS)
    aware = StartReason.TOLD_BY_SUB_PROCESSOR if breach.at_sub_processor else StartReason.AWARE
    return _WHY.get(kind, aware)
