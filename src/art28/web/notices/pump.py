"""The outbox's pumps: send what is due, and end the clocks that a lost worker left running."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from art28.web.clocks.models import Proof
from art28.web.notices import queries
from art28.web.notices.delivery import deliver_due, end_by


def send(*, now: datetime, limit: int) -> int:
    """Send at most `limit` messages."""
    return deliver_due(now=now, limit=limit, clock=timezone.now)


def reconcile(*, now: datetime, limit: int) -> int:
    """End at most `limit` clocks whose message was accepted; in good order the sender has done so itself."""
    done = 0
    for message in queries.accepted_with_running_clock(now=now)[:limit]:
        with transaction.atomic():
            done += end_by(message, Proof.ACCEPTED, at=message.accepted_at or now, now=now)
    return done


PUMPS = (send, reconcile)
