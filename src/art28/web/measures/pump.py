"""The measures' pump: agreements that were read are gone through for what they promise."""

from collections import defaultdict
from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.measures import promising

_AT_ONCE = 20


def pump(*, now: datetime, limit: int) -> int:
    """Go through the next agreements; returns how many."""
    rows = list(promising.waiting()[: min(limit, _AT_ONCE)])
    of: dict[Organisation, list[Agreement]] = defaultdict(list)
    for agreement in rows:
        of[agreement.organisation].append(agreement)
    for organisation, those in of.items():
        promising.read_many(organisation, those, actor=WORKER, now=now)
    return len(rows)


PUMPS = (pump,)
