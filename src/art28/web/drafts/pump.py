"""The pumps of drafts: mails that are due, and files that came back."""

from datetime import datetime

from django.utils import timezone

from art28.web.drafts.posting import deliver_due
from art28.web.drafts.returning import read_back


def send(*, now: datetime, limit: int) -> int:
    """Send at most `limit` mails."""
    return deliver_due(now=now, limit=limit, clock=timezone.now)


PUMPS = (send, read_back)
