"""The pumps of changes of sub-processors: start the clocks that wait for it, and end those that a decision ends."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.subprocessors import announcing, settling
from art28.web.subprocessors.models import Affected, Proposal

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
    """End the clocks of changes that are decided on or withdrawn, and let windows lapse that closed without an objection."""
    return settling.settle(settling.over(now), most=min(limit, _MOST_STOPPED), actor=WORKER, now=now)


PUMPS = (pump, stop)
