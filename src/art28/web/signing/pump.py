"""The pumps of signing: seals that are due, reminders, and signings that have run out."""

from datetime import datetime

from art28.web.signing import actions
from art28.web.signing.models import Signatory, Signing, State
from art28.web.signing.sealing import seal_due


def remind(*, now: datetime, limit: int) -> int:
    """Remind at most `limit` signatories whose turn it is."""
    due = Signatory.objects.filter(remind_at__lte=now, signed_at=None, signing__state=State.OPEN)
    rows = due.select_related("signing__organisation", "signing__draft__legal_entity", "signing__draft__organisation")
    found = list(rows.order_by("remind_at", "id")[:limit])
    for each in found:
        actions.remind(each, now=now)
    return len(found)


def run_out(*, now: datetime, limit: int) -> int:
    """End at most `limit` signings whose time is over."""
    due = Signing.objects.filter(state=State.OPEN, expires_at__lte=now).select_related("organisation", "draft")
    found = list(due.order_by("expires_at", "id")[:limit])
    actions.run_out(found, now=now)
    return len(found)


PUMPS = (seal_due, remind, run_out)
