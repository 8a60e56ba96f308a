"""One breach -> the agreements that it touches, any number: the list is frozen at once, their clocks start in chunks.

A chunk is one transaction: the clocks, their acts and the mark that they started, or none of it. A process killed in between
leaves agreements that still wait, and whoever runs the pump next starts them. Two workers take different chunks.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations import start as core
from art28.obligations.beginning import Instant, Known, beginning
from art28.terms import StartReason
from art28.timelimits.period import InvalidPeriod
from art28.web.accounts.access import Actor
from art28.web.agreements.spelled import SpelledDuty
from art28.web.breaches import instants, promises
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.breaches.promises import AtStart
from art28.web.clocks import starting
from art28.web.clocks.actions import Starting, Subject
from art28.web.clocks.starting import Begun, Pattern
from art28.web.clocks.targets import Targets, targets
from art28.web.database.alike import Alike
from art28.web.database.expressions import Among, Hex
from art28.web.database.identifiers import new_texts

CHUNK = 500 if connection.vendor == "sqlite" else 1_000
"""How many agreements one transaction takes: well under half a second on SQLite, where others wait meanwhile."""


def subject_of(breach: Breach) -> Subject:
    """The breach as what starts obligations."""
    return Subject(breach.subject_kind, breach.pk, breach.label)


def freeze(breach: Breach, agreement_ids: Iterable[UUID]) -> dict[str, object]:
    """Keep which agreements the breach touches, their clocks still to start; returns what the trail says of the list.

    That is how many there are and the SHA-256 over their ids in this order, a line each: a list of any length.
    """
    digest, count, ids = hashlib.sha256(), 0, iter(agreement_ids)
    touched = _TOUCHED.shared(
        TouchedAgreement(organisation_id=breach.organisation_id, breach_id=breach.pk, due_at=breach.aware_at)
    )
    while batch := tuple(
        islice(ids, _BATCH)
    ):  # the ids may come from a query, which can't go on while rows are written
        digest.update("".join([f"{agreement_id}\n" for agreement_id in batch]).encode())
        rows = zip(new_texts(len(batch)), batch, strict=True)
        count += _TOUCHED.write(((row_id, agreement_id.hex), touched) for row_id, agreement_id in rows)
    return {"agreements": count, "agreements_sha256": digest.hexdigest()}


_BATCH = 5_000
_TOUCHED = Alike(TouchedAgreement, "id", "agreement_id")


@transaction.atomic
def start_chunk(breach: Breach, *, actor: Actor, now: datetime) -> int:
    """Start the clocks of the next chunk of agreements of the breach that wait for it; returns how many."""
    waiting = TouchedAgreement.objects.filter(breach=breach, started_at=None, excluded_at=None)
    locked = waiting.select_for_update(skip_locked=True, of=("self",)).order_by("id")
    rows = list(locked.values_list(Hex("id"), "agreement_id", "agreement__direction")[:CHUNK])
    if not rows:
        return 0
    ids = [agreement_id for _, agreement_id, _ in rows]
    said, named = promises.at_start(breach.organisation, ids), instants.starts(breach.organisation, ids)
    patterns = Patterns(breach, actor=actor, now=now)
    begun: list[Begun] = []
    due: dict[datetime | None, list[str]] = {}
    for touched_id, agreement_id, direction in rows:
        clocks = _begun(agreement_id.hex, direction, said[agreement_id.hex], named.get(agreement_id, _UNSAID), patterns)
        begun += clocks
        due.setdefault(_due_at(clocks), []).append(touched_id)
    starting.start_alike(breach.organisation, begun)
    for due_at, touched in due.items():
        TouchedAgreement.objects.filter(Among("id", touched), started_at=None).update(started_at=now, due_at=due_at)
    return len(rows)


_UNSAID: frozenset[str] = frozenset()
_FOLLOWING: dict[str, tuple[str, ...]] = {action.value: starts for action, starts in core.STARTS.items()}


def _begun(
    agreement_id: str, direction: str, said: AtStart, starts: frozenset[str], patterns: "Patterns"
) -> list[Begun]:
    """The clocks of one agreement; `starts` is what it says starts that of its notification."""
    found = []
    for duty in said.duties:
        pattern = patterns.of(duty, direction, starts)
        if pattern is not None:
            following = [each.record() for each in said.duties if each.action in _FOLLOWING.get(duty.action, ())]
            kept = duty if pattern.first.duty["limit"] else duty._replace(limit=None)  # one that can't be counted
            version = duty.facts_version(said.versions)
            found.append(Begun(agreement_id, kept.record(), f"[{', '.join(following)}]", version, pattern))
    return found


def _due_at(clocks: Iterable[Begun]) -> datetime | None:
    """When the first of what must be told is due; None where there is nothing to tell."""
    told = (each.pattern.first for each in clocks)
    return min((row.due_at for row in told if row.ended_at is None), default=None)


def trigger_of(breach: Breach) -> Trigger:
    """What the breach is to the agreements: an event of our own, or one that a sub-processor reported."""
    return Trigger.BREACH_AT_SUB_PROCESSOR if breach.at_sub_processor else Trigger.BREACH


class Patterns:
    """The distinct obligations of one chunk: thousands of agreements ask the same few things, and each is counted once."""

    def __init__(self, breach: Breach, *, actor: Actor, now: datetime) -> None:
        self._breach, self._actor, self._now = breach, actor, now
        self._known, self._targets = instants.of(breach), targets(breach.organisation)
        self._made: dict[object, Pattern | None] = {}

    def of(self, duty: SpelledDuty, direction: str, starts: frozenset[str]) -> Pattern | None:
        """What the obligation shares with all that ask the same; None for a duty that the breach doesn't start."""
        key = (duty.asked, direction, starts)
        if key not in self._made:
            self._made[key] = self._pattern(duty.read(), direction, starts)
        return self._made[key]

    def _pattern(self, duty: Duty, direction: str, starts: frozenset[str]) -> Pattern | None:
        breach = self._breach
        if not promises.starts_at_once(duty, trigger_of(breach), direction):
            return None
        done = breach.reference if duty.action is Action.REGISTER_BREACH else ""
        obligation = _obligation(breach, duty, starts, self._known, self._targets)
        one = Starting(breach.pk, obligation, ours=True, done=done)
        subject = subject_of(breach)
        return starting.pattern_of(breach.organisation, one, subject=subject, actor=self._actor, now=self._now)


def _obligation(
    breach: Breach, duty: Duty, starts: frozenset[str], known: Mapping[Instant, Known], own: Targets
) -> core.Obligation:
    """The agreement's own start counts for the notification that it asks for; the law's, awareness, for all else."""
    told = duty.action is Action.NOTIFY_BREACH
    begun = beginning(duty, starts, known) if told else known[Instant.AWARENESS]
    event = core.Event(duty.trigger, begun.at, begun.reason, why(breach, begun, known))
    target = own.get(duty.action.value)  # the organisation's own, unless this breach has one
    if told and breach.target_minutes is not None:
        target = timedelta(minutes=breach.target_minutes)

    def started(promised: Duty) -> core.Obligation:
        return core.start(
            promised,
            event,
            facts_version="",  # each agreement's own
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


def why(breach: Breach, begun: Known, known: Mapping[Instant, Known]) -> StartReason:
    """Why the clock counts from `begun`: awareness of a breach at a sub-processor is what it told us."""
    kind = next((kind for kind, each in known.items() if each is begun), Instant.AWARENESS)
    aware = StartReason.TOLD_BY_SUB_PROCESSOR if breach.at_sub_processor else StartReason.AWARE
    return _WHY.get(kind, aware)
