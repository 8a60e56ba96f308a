"""A report of a breach that reached nobody -> its agreement stands on the call list."""

from datetime import datetime
from typing import Any

from art28.web.accounts.access import Actor
from art28.web.breaches import queries as breaches
from art28.web.calls import actions
from art28.web.exercises import kinds
from art28.web.notices.models import OutboxMessage


def follow(*, message: OutboxMessage, actor: Actor, now: datetime, **_: Any) -> None:
    """Put the agreement on the list of its breach, where it doesn't stand there; telephone is what is left."""
    if message.subject_kind not in ("breach", kinds.BREACH):
        return
    breach = breaches.breach(message.organisation, message.subject_id)
    if breach is not None:
        actions.put_on(breach, (message.agreement_id,), actor=actor, now=now)
