"""A proposal is announced: the list of agreements is frozen with what each asks; then their clocks start, in chunks.

A chunk is one transaction: the clocks, their acts and the mark that they started, or none of it.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations import happening
from art28.obligations import start as core
from art28.obligations.impact import Need, Reason
from art28.terms import StartReason
from art28.timelimits.period import InvalidPeriod
from art28.web.accounts.access import Actor
from art28.web.agreements import queries as agreements
from art28.web.agreements.spelled import SpelledDuty, spelled_duties
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Starting, Subject, bears
from art28.web.clocks.targets import Targets, targets
from art28.web.database import bulk
from art28.web.notices import queries as outbox
from art28.web.subprocessors import impacts, proposals
from art28.web.subprocessors.impacts import Line, begins_at
from art28.web.subprocessors.models import Affected, Proposal, State
from art28.web.subprocessors.proposing import StateChanged

KIND = "change"
"""What clocks, mailings and messages call the subject (`clocks.filters.EVENTS`)."""
CHUNK = 300
_ACTIONS = (
    Action.NOTIFY_SUB_PROCESSOR_CHANGE,
    Action.OBTAIN_SUB_PROCESSOR_CONSENT,
    Action.OBJECT_TO_SUB_PROCESSOR,
)


class ReplyBounces(ValueError):
    """Messages to the address for objections come back: customers could not object there."""


def subject_of(found: Proposal) -> Subject:
    """The proposal as what starts obligations."""
    return Subject(KIND, found.pk, found.reference)


@transaction.atomic
def announce(found: Proposal, *, based_on: int, actor: Actor, now: datetime) -> int:
    """Freeze which agreements the change touches and what each asks; returns how many.

    Nobody is told yet: mailings do that. Raises `StateChanged`, and `ReplyBounces`.
    """
    if found.reply_to and outbox.undeliverable(found.organisation, (found.reply_to,)):
        raise ReplyBounces(found.reply_to)
    rows = Proposal.objects.filter(pk=found.pk, state=State.DRAFT, version=based_on)
    if rows.update(state=State.ANNOUNCED, announced_at=now, version=based_on + 1) != 1:
        raise StateChanged(found.reference)
    found.refresh_from_db()
    every = impacts.impacts(found.organisation, proposals.change_of(found))
    known: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    count = bulk.create(Affected, [_affected(found, line, known) for line in every.lines])
    digest = hashlib.sha256("".join(sorted(f"{line.id}\n" for line in every.lines)).encode()).hexdigest()
    content = {
        "agreements": count,
        "agreements_sha256": digest,
        "needs": {need.name.lower(): n for need, n in every.counts.items()},
    }
    record(
        organisation=found.organisation, actor=actor, kind="proposal.announced", subject=found, at=now, content=content
    )
    return count


def _affected(found: Proposal, line: Line, known: dict[tuple[Any, ...], list[dict[str, Any]]]) -> Affected:
    """A row of the frozen list; reasons that many share are one object, so that they are spelled once."""
    versions = tuple(line.said.versions.get(reason.key, "") for reason in line.impact.reasons)
    key = (line.impact.reasons, versions)
    if key not in known:
        known[key] = [_reason(*each) for each in zip(line.impact.reasons, versions, strict=True)]
    terms = line.said.terms
    return Affected(
        organisation_id=found.organisation_id,
        proposal_id=found.pk,
        agreement_id=line.id,
        need=int(line.impact.need),
        reasons=known[key],
        period=(terms.period or "")[:20],
        working_days=terms.working_days,
        tell_by_at=line.tell_by,
    )


def _reason(reason: Reason, version: str) -> dict[str, Any]:
    return {
        "ground": reason.ground.value,
        "need": int(reason.need),
        "key": reason.key,
        "version": version,
        "countries": list(reason.countries),
    }


@transaction.atomic
def start_chunk(found: Proposal, *, actor: Actor, now: datetime) -> int:
    """Start the clocks of the next agreements that wait for it; returns how many agreements that were."""
    waiting = Affected.objects.filter(proposal=found, started_at=None).select_for_update(skip_locked=True, of=("self",))
    columns = ("pk", "agreement_id", "agreement__direction", "need")
    rows = list(waiting.order_by("id").values_list(*columns)[:CHUNK])
    if not rows:
        return 0
    asking = {agreement_id: direction for _, agreement_id, direction, need in rows if need != Need.NOTHING}
    startings = list(_startings(found, asking))
    clocks.start_many(found.organisation, startings, subject=subject_of(found), actor=actor, now=now)
    Affected.objects.filter(pk__in=[pk for pk, *_ in rows]).update(started_at=now)
    return len(rows)


def _startings(found: Proposal, directions: Mapping[UUID, str]) -> Iterator[Starting]:
    known: dict[object, core.Obligation] = {}
    begin = partial(_obligation, found, targets(found.organisation))
    versions = _versions(found, directions)
    for agreement_id, duties in _promised(found, directions).items():
        every = tuple(duty.read() for duty in duties)
        first = {duty.id for duty in happening.at_once(every, Trigger.SUB_PROCESSOR_CHANGE)}
        for spelled, duty in zip(duties, every, strict=True):
            if duty.id not in first:
                continue
            if spelled.asked not in known:
                known[spelled.asked] = begin(duty)
            alike = known[spelled.asked]
            facts = replace(alike.versions, facts=spelled.facts_version(versions.get(agreement_id, {})))
            obligation = replace(alike, duty=duty, versions=facts)
            ours = bears(directions[agreement_id], duty.bearer.value)
            yield Starting(agreement_id, obligation, ours=ours, following=every)


def _versions(found: Proposal, agreement_ids: Collection[UUID]) -> Mapping[UUID, dict[str, int]]:
    """The versions of the facts that the duties rest on."""
    versions: dict[UUID, dict[str, int]] = {}
    rows = agreements.facts_under(found.organisation, agreement_ids, ("subprocessors.",))
    for agreement_id, key, number in rows.values_list("agreement_id", "key", "number"):
        versions.setdefault(agreement_id, {})[key] = number
    return versions


def _promised(found: Proposal, agreement_ids: Collection[UUID]) -> Mapping[UUID, list[SpelledDuty]]:
    promised: dict[UUID, list[SpelledDuty]] = {}
    rows = spelled_duties(found.organisation, agreement_ids, (Trigger.SUB_PROCESSOR_CHANGE,), _ACTIONS)
    for agreement_id, duty in rows:
        promised.setdefault(UUID(agreement_id), []).append(duty)
    return promised


def _obligation(found: Proposal, known: Targets, duty: Duty) -> core.Obligation:
    """The clock of a duty: a limit "at least so long before" counts back from the day on which the change takes effect."""
    zone = ZoneInfo(found.organisation.time_zone)
    announced = found.announced_at or found.recorded_at
    at = happening.instant_of(duty, announced, begins_at(found.planned_on, zone)) or announced
    event = core.Event(duty.trigger, at, found.reference, StartReason.PLANNED)

    def started(promised: Duty) -> core.Obligation:
        return core.start(
            promised,
            event,
            facts_version="",
            zone=zone,
            internal_target=known.get(duty.action.value),
        )

    try:
        return started(duty)
    except InvalidPeriod:  # what can't be counted is due at once
        return started(replace(duty, limit=None))


def counted(found: Proposal) -> Counter[int]:
    """How many agreements ask what, of the frozen list."""
    return Counter(proposals.needs(found))
