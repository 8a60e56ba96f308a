"""Agreements that a breach doesn't touch after all, a set at a time: their clocks stop, each with its own acts."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import Entry, record_many
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks import stopping


@transaction.atomic
def exclude_set(
    breach: Breach, agreement_ids: Collection[UUID], *, reason: str, by: User, actor: Actor, now: datetime
) -> frozenset[UUID]:
    """Do for these what `actions.exclude` does for one, in a few statements; returns those that still stood to be left out.

    Who has been told is not untold, so what was sent, closed or left out meanwhile stays as it is.
    """
    standing = TouchedAgreement.objects.filter(
        organisation=breach.organisation_id,
        breach=breach,
        agreement__in=agreement_ids,
        excluded_at=None,
        sent=0,
        closed_at=None,
    )
    found = dict(standing.select_for_update(of=("self",)).values_list("agreement_id", "pk"))
    TouchedAgreement.objects.filter(pk__in=list(found.values())).update(
        excluded_at=now, excluded_by=by, excluded_reason=reason, version=F("version") + 1
    )
    stopping.cancel_many(
        breach.organisation,
        subject_id=breach.pk,
        agreement_ids=tuple(found),
        reason=reason[:500],
        actor=actor,
        now=now,
    )
    entries = (
        Entry("breach.agreement_excluded", "breach", breach.pk, {"agreement": str(each), "reason": reason})
        for each in found
    )
    record_many(organisation=breach.organisation, actor=actor, at=now, entries=entries)
    return frozenset(found)
