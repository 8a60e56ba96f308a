"""A breach proves to have been noticed or told earlier -> its instants, and the clocks that count from them, move at once.

Nothing is taken away: the instant that was kept stays beside the earlier one, and each clock that moves keeps what it was. An
instant that is later than what clocks count from changes nothing: that would be looser, and is a person's decision.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.agreement.duties import Action
from art28.obligations.beginning import Instant, Known, beginning
from art28.obligations.record import duty_of
from art28.web.accounts.access import Actor
from art28.web.audit.actions import record
from art28.web.breaches import fanout, instants
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks import correcting
from art28.web.clocks.signals import Begun

CHUNK = 50
_FIRST = UUID(int=0)


@transaction.atomic
def learn(breach: Breach, found: Mapping[Instant, Known], *, actor: Actor, now: datetime) -> bool:
    """Keep those of the instants that are earlier than what its clocks count from; False where none is.

    The clocks of the first chunk of agreements have moved when this returns, the others wait for the worker.
    """
    Breach.objects.select_for_update(of=("self",)).only("id").get(pk=breach.pk)
    known = instants.of(breach)
    earlier = {kind: each for kind, each in found.items() if each.at < _counted(known, kind).at}
    if not earlier:
        return False
    kept = instants.add(breach, earlier)
    record(
        organisation=breach.organisation,
        actor=actor,
        kind="breach.known_earlier",
        subject=breach,
        at=now,
        content={"instants": kept, "reasons": {kind.value: each.reason for kind, each in earlier.items()}},
    )
    Breach.objects.filter(pk=breach.pk).update(recount_after=_FIRST)
    recount_chunk(breach, actor=actor, now=now)
    return True


def _counted(known: Mapping[Instant, Known], kind: Instant) -> Known:
    """From what a clock counts that names `kind`: where it was not kept, from the next that is known, at last awareness."""
    after = (kind, Instant.DISCOVERY) if kind is Instant.OBSERVATION else (kind,)
    return next((known[each] for each in after if each in known), known[Instant.AWARENESS])


@transaction.atomic
def recount_chunk(breach: Breach, *, actor: Actor, now: datetime) -> int:
    """Count the clocks of the next chunk of agreements anew; returns how many agreements were looked at.

    Whoever holds the breach's row works; what another has in hand, or has done, is left to them.
    """
    held = Breach.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk=breach.pk)
    after = held.exclude(recount_after=None).values_list("recount_after", flat=True).first()
    if after is None:
        return 0
    rows = TouchedAgreement.objects.filter(breach=breach, pk__gt=after, started_at__isnull=False)
    touched = list(rows.order_by("id").values_list("id", "agreement_id")[:CHUNK])
    known = instants.of(breach)
    named = instants.starts(breach.organisation, [agreement_id for _, agreement_id in touched])
    running = correcting.running_under(
        breach.organisation,
        subject_id=breach.pk,
        action=Action.NOTIFY_BREACH.value,
        under=[agreement_id for _, agreement_id in touched],
    )
    for row in running:
        starts = named.get(row.agreement_id, frozenset()) if row.agreement_id else frozenset()
        begun = beginning(duty_of(row.duty), starts, known)
        counted = Begun(begun.at, begun.reason, fanout.why(breach, begun, known))
        correcting.count_from_earlier(row, counted, actor=actor, now=now)
    done = touched[-1][0] if len(touched) == CHUNK else None
    Breach.objects.filter(pk=breach.pk).update(recount_after=done)
    return len(touched)
