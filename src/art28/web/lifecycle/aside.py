"""An agreement that doesn't belong here -> put aside, with why: it counts for nothing and can be brought back.

What is kept of it stays. Nothing is put aside under which a clock still runs: what was promised isn't undone by a click.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements import actions as agreements
from art28.web.agreements.models import Agreement
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.lifecycle.models import Aside, Why


class NotPutAside(Exception):
    """It is being read, was replaced, is an addendum, or is aside already; or a clock runs under it."""


def running(agreement: Agreement) -> QuerySet[Obligation]:
    """The clocks that keep it here, soonest first."""
    rows = clocks.obligations(agreement.organisation).filter(agreement=agreement, ended_at=None)
    return rows.order_by("due_at", "id")


def standing(agreement: Agreement) -> Aside | None:
    """Why it is aside; None where it isn't."""
    rows = Aside.objects.filter(organisation=agreement.organisation_id, agreement=agreement, back_at=None)
    return rows.select_related("by", "double_of").first()


@transaction.atomic
def put(
    agreement: Agreement, why: Why, *, words: str, double_of: Agreement | None, by: User, actor: Actor, now: datetime
) -> Aside:
    """Put it aside. Raises `NotPutAside`."""
    content = {"why": why.value, "words": words} | ({"double_of": str(double_of.pk)} if double_of else {})
    was = agreements.put_aside(agreement, content=content, actor=actor, now=now)
    if was is None or running(agreement).exists():
        raise NotPutAside(f"agreement {agreement.pk} is {was or agreement.state}")
    return Aside.objects.create(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        was=was,
        why=why,
        words=words,
        double_of=double_of,
        at=now,
        by=by,
    )


@transaction.atomic
def bring_back(agreement: Agreement, *, by: User, actor: Actor, now: datetime) -> bool:
    """Have it count again; False where it isn't aside."""
    row = Aside.objects.select_for_update(of=("self",)).filter(agreement=agreement, back_at=None).first()
    if row is None or not agreements.bring_back(agreement, to=row.was, actor=actor, now=now):
        return False
    Aside.objects.filter(pk=row.pk).update(back_at=now, back_by=by)
    return True
