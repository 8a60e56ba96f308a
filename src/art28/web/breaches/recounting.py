"""The instants of a breach changed -> the clocks that count from them are counted anew, in chunks.

Whoever changed the instants has marked the breach (`mark`); the first chunk goes with it, the others wait for the worker.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.agreement.duties import Action
from art28.obligations.beginning import Instant, Known, beginning
from art28.obligations.record import duty_of
from art28.terms import StartReason
from art28.web.accounts.access import Actor
from art28.web.breaches import fanout, instants
from art28.web.breaches.instants import Instants
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks import correcting
from art28.web.clocks.models import Obligation
from art28.web.clocks.signals import Begun

CHUNK = 50
_FIRST = UUID(int=0)


def mark(breach: Breach) -> None:
    """Have the clocks of all agreements that the breach touches counted anew."""
    Breach.objects.filter(pk=breach.pk).update(recount_after=_FIRST)


@transaction.atomic
def recount_chunk(breach: Breach, *, actor: Actor, now: datetime) -> int:
    """Count the clocks of the next chunk of agreements anew; returns how many agreements were looked at.

    Whoever holds the breach's row works; what another has in hand, or has done, is left to them. An earlier instant moves a
    clock at once; a later one only where the clock counts from an instant that a person put right.
    """
    held = Breach.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk=breach.pk)
    after = held.exclude(recount_after=None).values_list("recount_after", flat=True).first()
    if after is None:
        return 0
    rows = TouchedAgreement.objects.filter(breach=breach, pk__gt=after, started_at__isnull=False)
    touched = list(rows.order_by("id").values_list("id", "agreement_id")[:CHUNK])
    known = instants.of(breach)
    wrong = frozenset((each.before_at, each.before_reason) for each in instants.corrections(breach))
    named = instants.starts(breach.organisation, [agreement_id for _, agreement_id in touched])
    running = correcting.running_under(
        breach.organisation,
        subject_id=breach.pk,
        action="" if wrong else Action.NOTIFY_BREACH.value,
        under=[agreement_id for _, agreement_id in touched],
    )
    for row in running:
        starts = named.get(row.agreement_id, frozenset()) if row.agreement_id else frozenset()
        righted = (row.started_at, row.start_reason) in wrong
        begun = _begun(row, starts, known, righted=righted)
        if begun is not None:
            counted = Begun(begun.at, begun.reason, fanout.why(breach, begun, known))
            correcting.count_from(row, counted, righted=righted, actor=actor, now=now)
    done = touched[-1][0] if len(touched) == CHUNK else None
    Breach.objects.filter(pk=breach.pk).update(recount_after=done)
    return len(touched)


_AWARE = (StartReason.AWARE.value, StartReason.TOLD_BY_SUB_PROCESSOR.value)


def _begun(row: Obligation, starts: Collection[str], known: Instants, *, righted: bool) -> Known | None:
    """From which instant a clock counts now; None for one that counts from nothing that changed."""
    if row.action == Action.NOTIFY_BREACH:
        return beginning(duty_of(row.duty), starts, known)
    return known[Instant.AWARENESS] if righted and row.start_kind in _AWARE else None
