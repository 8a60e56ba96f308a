"""The mailings' pumps: look at what is being prepared, ask for approval, and hand over what may leave."""

import logging
from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.audit.sealing import seal
from art28.web.mailings import asking, leaving, preparing, queries
from art28.web.notices import queries as outbox
from art28.web.notices.actions import link

_CHUNKS = 8
"""How many chunks a round takes before other pumps get their turn."""
_AHEAD = 500
"""How many messages the outbox may hold that are due: more would stand in front of what is more urgent."""
_AT_ONCE = 20
_log = logging.getLogger(__name__)


def look(*, now: datetime, limit: int) -> int:
    """Look at the next chunks of mailings that are being prepared."""
    done = 0
    for mailing in queries.in_preparation()[: min(limit, _CHUNKS)]:
        done += preparing.look(mailing, actor=WORKER, now=now)
    return done


def leave(*, now: datetime, limit: int) -> int:
    """Hand over the next chunks, what is due first in front; a mailing that fails does not hold up the others."""
    done, failed = 0, set()
    for _ in range(min(limit, _CHUNKS)):
        if outbox.due_count(now=now, most=_AHEAD) >= _AHEAD:
            break
        ready = (each for each in queries.to_leave(now=now)[:_AT_ONCE] if each.pk not in failed)
        mailing = next(ready, None)
        if mailing is None:
            break
        try:
            link("-")  # loads the addresses, the first time in a process, before the database is held
            seal(mailing.organisation_id, now=now)  # on its own, so that the chunk finds little left to seal
            taken = leaving.leave_chunk(mailing, actor=WORKER, now=now)
        except Exception as error:
            _log.error("mailing %s failed: %s", mailing.pk, type(error).__name__)
            taken = 0
        if not taken:
            failed.add(mailing.pk)
        done += taken
    return done


def ask(*, now: datetime, limit: int) -> int:
    """Ask for the approvals that are waited for, where a step has come."""
    return sum(asking.ask(mailing, now=now) for mailing in asking.waiting()[:limit])


PUMPS = (look, ask, leave)
