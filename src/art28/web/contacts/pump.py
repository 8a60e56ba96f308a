"""The contacts' pump: other sides are told of our contact persons; theirs are asked whether they still are, and reminded."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.acting import NotNow
from art28.web.contacts import appointing, checking
from art28.web.contacts.models import Rhythm

_AT_ONCE = 20


def tell(*, now: datetime, limit: int) -> int:
    """Tell the next other sides who our contact person is; returns how many."""
    rows = list(appointing.waiting()[: min(limit, _AT_ONCE)])
    for row in rows:
        appointing.tell(row, actor=WORKER, now=now)
    return len(rows)


def check(*, now: datetime, limit: int) -> int:
    """Ask the next contacts whether their details hold, and remind who is silent; returns how many."""
    left = min(limit, _AT_ONCE)
    done = 0
    for organisation in Organisation.objects.filter(pk__in=Rhythm.objects.values("organisation")).order_by("pk"):
        for question in list(checking.silent(organisation, now)[: left - done]):
            checking.remind(question, actor=WORKER, now=now)
            done += 1
        for contact in list(checking.due(organisation, now)[: max(left - done, 0)]):
            try:
                checking.ask(contact, actor=WORKER, now=now)
            except NotNow:
                continue
            done += 1
        if done >= left:
            break
    return done


PUMPS = (tell, check)
