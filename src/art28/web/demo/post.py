"""What the history's mail server did with notices: no mail leaves a demonstration, so its answers are told instead."""

from datetime import datetime
from uuid import UUID

from art28.web.notices import delivery
from art28.web.notices.transport import Outcome

_ACCEPTED = Outcome(accepted=True)
_REFUSED = Outcome(accepted=False, error="550 5.1.1", permanent=True)


def deliver(at: datetime, *, refused: frozenset[UUID] = frozenset()) -> int:
    """Let what waits in the outbox be accepted at `at`, but for what goes out under the agreements that are `refused`."""
    done = 0
    while (message := delivery.claim(now=at)) is not None:
        answer = _REFUSED if message.agreement_id in refused else _ACCEPTED
        if message.lease is not None:
            delivery.settle(message, message.lease, answer, now=at)
        done += 1
    return done
