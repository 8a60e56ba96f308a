"""Writes about the agreement itself: how a person read a clause on liability, and that one was found invalid."""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.claims import reading
from art28.web.claims.models import Clause, Invalid, Point


@transaction.atomic
def read(
    agreement: Agreement, point: Point, *, says: bool, heads: Sequence[str], passage: str, provision: str, by: By
) -> Clause:
    """Keep how the agreement reads on a point. A yes rests on a passage that stands in its text."""
    if says and not reading.stands_in(agreement, passage):
        raise NotNow("no_passage")
    row = Clause.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        point=point,
        says=says,
        heads=list(heads) if says and point is Point.DIRECT else [],
        passage=passage if says else "",
        provision=provision if says else "",
        at=by.now,
        by=by.user,
    )
    content = {"agreement": str(agreement.pk), "point": point.value, "says": says, "heads": row.heads,
               "passage": row.passage, "provision": row.provision}  # fmt: skip
    _record(agreement, row, "clause.read", by, content)
    return row


@transaction.atomic
def find_invalid(agreement: Agreement, *, provision: str, reason: str, instead: str, by: By) -> Invalid:
    """Keep that a clause was found invalid: its limits fall away, and every other clause and clock stays as it is."""
    if Invalid.objects.filter(agreement=agreement, provision=provision, lifted_at=None).exists():
        raise StateChanged(provision)
    row = Invalid.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        provision=provision,
        reason=reason,
        instead=instead,
        at=by.now,
        by=by.user,
    )
    content = {"agreement": str(agreement.pk), "provision": provision, "reason": reason, "instead": instead}
    _record(agreement, row, "clause.invalid", by, content)
    return row


@transaction.atomic
def lift(row: Invalid, *, reason: str, by: By) -> None:
    """It stands after all."""
    standing = Invalid.objects.filter(pk=row.pk, organisation=row.organisation_id, lifted_at=None)
    if standing.update(lifted_at=by.now, lifted_reason=reason) != 1:
        raise StateChanged(row.provision)
    _record(row.agreement, row, "clause.stands", by, {"provision": row.provision, "reason": reason})


def _record(agreement: Agreement, row: models.Model, kind: str, by: By, content: dict[str, Any]) -> None:
    record(organisation=agreement.organisation, actor=by.actor, kind=kind, subject=row, at=by.now, content=content)
