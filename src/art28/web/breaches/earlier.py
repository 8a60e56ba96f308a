"""A breach proves to have been noticed or told earlier -> its instants, and the clocks that count from them, move at once.

Nothing is taken away: the instant that was kept stays beside the earlier one, and each clock that moves keeps what it was. An
instant that is later than what clocks count from changes nothing: that would be looser, and is a person's decision.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from art28.obligations.beginning import Instant, Known
from art28.web.accounts.access import Actor
from art28.web.audit.actions import record
from art28.web.breaches import instants, recounting
from art28.web.breaches.models import Breach


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
    recounting.mark(breach)
    recounting.recount_chunk(breach, actor=actor, now=now)
    return True


def _counted(known: Mapping[Instant, Known], kind: Instant) -> Known:
    """From what a clock counts that names `kind`: where it was not kept, from the next that is known, at last awareness."""
    after = (kind, Instant.DISCOVERY) if kind is Instant.OBSERVATION else (kind,)
    return next((known[each] for each in after if each in known), known[Instant.AWARENESS])
