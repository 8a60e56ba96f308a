"""The pump's work on one message: claim it by a lease, send it outside any transaction, then write what came of it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from art28.obligations import start as core
from art28.obligations.start import proves
from art28.web.accounts.access import WORKER, Actor
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Proof
from art28.web.database import leasing
from art28.web.database.leasing import RELEASED
from art28.web.notices import documents, transport
from art28.web.notices.models import Delivery, OutboxMessage
from art28.web.notices.signals import undelivered
from art28.web.notices.transport import Outcome

Clock = Callable[[], datetime]

_FIRST_PAUSE = timedelta(seconds=30)
_GIVE_UP_AFTER = timedelta(days=5)


def deliver_due(*, now: datetime, limit: int, clock: Clock) -> int:
    """Send at most `limit` messages that are due at `now`; returns how many conversations with the server it had."""
    done = 0
    while done < limit:
        message = claim(now=now)
        if message is None:
            break
        deliver(message, clock=clock)
        done += 1
    return done


def claim(*, now: datetime) -> OutboxMessage | None:
    """Take the message that is due longest, by one update that only one worker can win; None where nothing is due.

    A message whose lease ran out while the server was being spoken to may have left: it goes again under the same
    Message-ID, and that is counted.
    """
    lease = leasing.take(_due(now), leased=Delivery.LEASED, now=now)
    if lease is None:
        return None
    held = OutboxMessage.objects.filter(state=Delivery.LEASED)  # few, and in an index of their own
    return held.select_related("organisation", "agreement", "obligation__organisation").get(lease=lease)


def deliver(message: OutboxMessage, *, clock: Clock) -> None:
    """Send a claimed message and write the outcome; does nothing where the lease has gone to somebody else."""
    lease = message.lease
    if lease is None or not _held(message, lease).update(transmitting=True):
        return
    if message.in_full:
        message.enclosed = documents.attached(message, bearing_clocks(message)[1:])
    outcome = transport.send(message)
    settle(message, lease, outcome, now=clock())


@transaction.atomic
def settle(message: OutboxMessage, lease: UUID, outcome: Outcome, *, now: datetime) -> bool:
    """Effect and state in one transaction, fenced by the lease; False where another worker holds it by now."""
    if outcome.accepted:
        changed = _held(message, lease).update(
            state=Delivery.ACCEPTED, accepted_at=now, last_error="", next_attempt_at=None, **RELEASED
        )
    elif outcome.permanent or now - message.handed_over_at > _GIVE_UP_AFTER:
        changed = _held(message, lease).update(
            state=Delivery.FAILED, last_error=outcome.error, next_attempt_at=None, **RELEASED
        )
    else:
        changed = _held(message, lease).update(
            state=Delivery.QUEUED, last_error=outcome.error, next_attempt_at=now + pause(message.attempts), **RELEASED
        )
    if changed != 1:
        return False
    _record(message, outcome, now)
    _settle_carried(message, outcome, now)
    if outcome.accepted:
        for each in bearing_clocks(message):
            end_by(each, Proof.ACCEPTED, at=now, now=now)
    elif outcome.permanent or now - message.handed_over_at > _GIVE_UP_AFTER:
        for each in bearing_clocks(message):
            run_again(each, actor=WORKER, now=now)
            undelivered.send(OutboxMessage, message=each, actor=WORKER, now=now)
    return True


def bearing_clocks(message: OutboxMessage) -> tuple[OutboxMessage, ...]:
    """The message and those that travel in it: each may end a clock of its own."""
    if not message.carries:
        return (message,)
    carried = OutboxMessage.objects.filter(carrier=message).select_related(
        "organisation", "agreement", "obligation__organisation", "carrier"
    )
    return (message, *carried.order_by("id"))


def _settle_carried(message: OutboxMessage, outcome: Outcome, now: datetime) -> None:
    """Let what travels in the message stand as it stands; what only waits on stays as it is."""
    if not message.carries:
        return
    carried = OutboxMessage.objects.filter(carrier=message)
    if outcome.accepted:
        carried.update(state=Delivery.ACCEPTED, accepted_at=now, last_error="")
    else:
        state = OutboxMessage.objects.values_list("state", flat=True).get(pk=message.pk)
        carried.update(state=state, last_error=outcome.error)
    for each in bearing_clocks(message)[1:]:
        _record(each, outcome, now)


def end_by(message: OutboxMessage, proof: Proof, *, at: datetime, now: datetime) -> bool:
    """End the message's clock where it still runs and this proof is enough for it."""
    obligation = message.obligation
    if obligation is None or obligation.ended_at is not None:
        return False
    if not proves(core.Proof(proof.value), core.Proof(obligation.ends_by)):
        return False
    try:
        clocks.end(obligation, at=at, by=proof, reason=message.sent_as, actor=WORKER, now=now)
    except clocks.StateChanged:  # ended meanwhile by another message of the same notice
        return False
    return True


def run_again(message: OutboxMessage, *, actor: Actor, now: datetime) -> None:
    """Let the clock run again that ended by this message, which nobody got."""
    obligation = message.obligation
    if obligation is None or obligation.ended_reason != message.sent_as:
        return
    with suppress(clocks.StateChanged):  # receipt was confirmed meanwhile, which is stronger
        clocks.reopen(obligation, reason=message.sent_as, actor=actor, now=now)


def pause(attempts: int) -> timedelta:
    """How long to wait after the attempt with this number: doubling, up to a quarter of an hour."""
    doublings: int = min(max(attempts - 1, 0), 10)
    return min(_FIRST_PAUSE * (1 << doublings), leasing.LONGEST_PAUSE)


def _due(now: datetime) -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(leasing.due(now, queued=Delivery.QUEUED, leased=Delivery.LEASED))


def _held(message: OutboxMessage, lease: UUID) -> QuerySet[OutboxMessage]:
    return leasing.held(message, lease, leased=Delivery.LEASED)


def _record(message: OutboxMessage, outcome: Outcome, now: datetime) -> None:
    kind = "notice.accepted" if outcome.accepted else "notice.refused" if outcome.permanent else "notice.delayed"
    content = {"message_id": message.sent_as, "attempt": message.attempts, "error": outcome.error}
    record(organisation=message.organisation, actor=WORKER, kind=kind, subject=message, at=now, content=content)
