"""Having every agreement of an organisation checked again on demand."""

from datetime import datetime

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.portfolio.models import Cause, Standing, Work


@transaction.atomic
def check_all_again(organisation: Organisation, *, actor: Actor, now: datetime) -> int:
    """Make every agreement due for a check from what is stored of it; returns how many."""
    count = Standing.objects.filter(organisation=organisation).update(
        work=Work.CHECK, cause=Cause.RULES, due_at=now, lease=None, leased_until=None, attempts=0
    )
    record(
        organisation=organisation,
        actor=actor,
        kind="portfolio.check_asked",
        subject=organisation,
        at=now,
        content={"agreements": count},
    )
    return count
