"""The pump of changes of sub-processors: starts the clocks of agreements that still wait for it."""

from datetime import datetime

from django.db.models import Q

from art28.agreement.duties import Action
from art28.web.accounts.access import WORKER
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation
from art28.web.subprocessors import announcing
from art28.web.subprocessors.models import Affected, Proposal, State

_CHUNKS = 8
"""How many chunks a round takes before other pumps get their turn."""
_MOST_STOPPED = 200


def pump(*, now: datetime, limit: int) -> int:
    """Start the next chunks; returns how many agreements that were."""
    done = 0
    for _ in range(min(limit, _CHUNKS)):
        waiting = Affected.objects.filter(started_at=None).values_list("proposal_id", flat=True).first()
        if waiting is None:
            break
        found = Proposal.objects.select_related("organisation").get(pk=waiting)
        done += announcing.start_chunk(found, actor=WORKER, now=now)
    return done


def stop(*, now: datetime, limit: int) -> int:
    """Let the clocks of changes that are over lapse, and windows to object that closed without an objection."""
    over = Proposal.objects.filter(state__in=(State.WITHDRAWN, State.DONE)).exclude(announced_at=None)
    running = Obligation.objects.filter(subject_kind=announcing.KIND, ended_at=None)
    ended = Q(subject_id__in=over.values("pk"))
    silent = Q(action=Action.OBJECT_TO_SUB_PROCESSOR.value, ends_at__lte=now)
    rows = running.filter(ended | silent).select_related("organisation", "agreement").order_by("due_at", "id")
    done = 0
    for row in rows[: min(limit, _MOST_STOPPED)]:
        try:
            clocks.cancel(row, reason=row.subject_label, actor=WORKER, now=now)
        except clocks.StateChanged:
            continue
        done += 1
    return done


PUMPS = (pump, stop)
