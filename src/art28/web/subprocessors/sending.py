"""Letters about a change -> the outbox, one or a thousand by the same path, with what that does to the windows to object."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from art28.agreement.duties import Action
from art28.notices.language import Language
from art28.notices.notice import Evidence, Notice
from art28.notices.subprocessing import Told
from art28.obligations.impact import Need
from art28.web.accounts.access import Actor
from art28.web.audit.actions import Entry, record_many
from art28.web.audit.sealing import head_of, seal
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation
from art28.web.clocks.models import State as ClockState
from art28.web.clocks.queries import is_late
from art28.web.notices import actions as outbox
from art28.web.notices.envelope import Envelope
from art28.web.notices.models import Delivery, OutboxMessage
from art28.web.subprocessors import telling
from art28.web.subprocessors.announcing import KIND
from art28.web.subprocessors.models import Affected, Proposal, Standing, State
from art28.web.subprocessors.telling import Named, Saying


class Refusal(StrEnum):
    """Why a letter was not put in the outbox: it was told already or can't be, it changed, or it is late without reasons."""

    TURN = "turn"
    CHANGED = "changed"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Leaving:
    """An agreement about to be told; `based_on` None takes it as it stands."""

    affected: Affected
    recipient: str
    saying: Saying
    based_on: int | None


Outcome = OutboxMessage | Refusal


@transaction.atomic
def send_many(
    found: Proposal, letters: Sequence[Sequence[Leaving]], *, actor: Actor, now: datetime
) -> Mapping[UUID, Outcome]:
    """Put letters in the outbox, set-based; what became of each, by agreement."""
    every = [each for letter in letters for each in letter]
    standing = _locked(found, every)
    clock = _clocks(found, every)
    outcomes: dict[UUID, Outcome] = {}
    for each in every:
        refusal = _refusal(each, standing, clock.get(each.affected.agreement_id), now)
        if refusal is not None:
            outcomes[each.affected.agreement_id] = refusal
    accepted = [[each for each in letter if each.affected.agreement_id not in outcomes] for letter in letters]
    accepted = [letter for letter in accepted if letter]
    if not accepted:
        return outcomes
    leaving = [each for letter in accepted for each in letter]
    for each in leaving:
        _explain(clock.get(each.affected.agreement_id), each.saying.late_reasons, actor=actor, now=now)
    sent = _queue(found, accepted, clock, actor=actor, now=now)
    _mark(found, leaving, sent, now)
    entries = [
        Entry("proposal.told", "proposal", found.pk, {"agreement": str(agreement_id), "message": str(message.pk)})
        for agreement_id, message in sent.items()
    ]
    record_many(organisation=found.organisation, actor=actor, at=now, entries=entries)
    return {**outcomes, **sent}


def _locked(found: Proposal, every: Sequence[Leaving]) -> Mapping[UUID, tuple[int, int]]:
    """Version and number of letters of those that may be told, held until the transaction ends."""
    if not Proposal.objects.filter(pk=found.pk, state=State.ANNOUNCED).exists():
        return {}
    ids = [each.affected.pk for each in every]
    rows = Affected.objects.select_for_update().filter(pk__in=ids, standing=Standing.OPEN).order_by("id")
    return {pk: (version, sent) for pk, version, sent in rows.values_list("pk", "version", "sent")}


def _clocks(found: Proposal, every: Sequence[Leaving]) -> Mapping[UUID, Obligation]:
    under = [each.affected.agreement_id for each in every]
    rows = clock_queries.about(found.organisation, subject_kind=KIND, subject_id=found.pk, under=under)
    return {
        row.agreement_id: row
        for row in rows
        if row.agreement_id is not None and row.action == Action.NOTIFY_SUB_PROCESSOR_CHANGE
    }


def _refusal(
    each: Leaving,
    standing: Mapping[UUID, tuple[int, int]],
    clock: Obligation | None,
    now: datetime,
) -> Refusal | None:
    row = each.affected
    back = row.message is not None and row.message.state in (Delivery.FAILED, Delivery.BOUNCED)
    if row.need not in telling.KINDS or (row.sent and not back):
        return Refusal.TURN
    if standing.get(row.pk) != (row.version if each.based_on is None else each.based_on, row.sent):
        return Refusal.CHANGED
    if clock is not None and clock.ended_at is None and is_late(clock, now) and not each.saying.late_reasons.strip():
        return Refusal.REASONS
    return None


def _explain(clock: Obligation | None, reasons: str, *, actor: Actor, now: datetime) -> None:
    if clock is None or clock.ended_at is not None or not is_late(clock, now):
        return
    if clock.state != ClockState.LATE:
        clocks.mark_late(clock, actor=actor, now=now)
    clocks.explain_lateness(clock, reasons=reasons.strip(), actor=actor, now=now)


def _queue(
    found: Proposal,
    letters: Sequence[Sequence[Leaving]],
    clock: Mapping[UUID, Obligation],
    *,
    actor: Actor,
    now: datetime,
) -> Mapping[UUID, OutboxMessage]:
    seal(found.organisation_id, now=now)  # so that the letter witnesses what was done until now
    head = head_of(found.organisation_id)
    evidence = Evidence(head.hash, head.count)
    every = [each.affected for letter in letters for each in letter]
    known = telling.named(found, [row.agreement_id for row in every])
    told = {
        language: telling.told_of(found, language) for language in {telling.language_for(r.agreement) for r in every}
    }
    parcels = [list(_parcel(found, letter, told, known, clock, evidence, now)) for letter in letters]
    queued = outbox.queue_many(found.organisation, parcels, actor=actor, now=now)
    return {message.agreement_id: message for rows in queued for message in rows}


def _parcel(
    found: Proposal,
    letter: Sequence[Leaving],
    told: Mapping[Language, Told],
    known: Mapping[UUID, Named],
    clock: Mapping[UUID, Obligation],
    evidence: Evidence,
    now: datetime,
) -> Iterator[tuple[Notice, Envelope]]:
    """The letters of one message; all lead to the page of the first, on which each can be answered."""
    shown_at = outbox.new_token()
    for place, each in enumerate(letter):
        row = each.affected
        about, named = told[telling.language_for(row.agreement)], known.get(row.agreement_id, Named())
        leaving = telling.notice(row, found, about, named, each.saying, token=shown_at, evidence=evidence, now=now)
        yield (
            leaving,
            Envelope(
                agreement=row.agreement,
                obligation=clock.get(row.agreement_id),
                subject_kind=KIND,
                subject_id=found.pk,
                recipient=each.recipient,
                recipient_name=each.saying.recipient_name,
                idempotency_key=f"change:{found.pk}:{row.agreement_id}:{row.sent}",
                token=outbox.new_token() if place else shown_at,
            ),
        )


def _mark(found: Proposal, leaving: Sequence[Leaving], sent: Mapping[UUID, OutboxMessage], now: datetime) -> None:
    """Count the letters, and keep until when each may object, told now."""
    rows = []
    for each in leaving:
        row = each.affected
        row.message = sent[row.agreement_id]
        row.sent, row.version = row.sent + 1, row.version + 1
        if row.need == Need.NOTICE:
            row.window_ends_at = telling.window_of(row, found, now, Language.NL).ends_at
        rows.append(row)
    Affected.objects.bulk_update(rows, ("message", "sent", "version", "window_ends_at"), batch_size=100)
