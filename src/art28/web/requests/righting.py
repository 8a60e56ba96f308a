"""The receipt of a request was kept wrongly -> what holds in its place, and the clocks that count from it.

A later moment gives more time, as with the moments of a breach: it takes who may decide, and the reason stays.
"""

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from art28.terms import StartReason
from art28.web.acting import By, NotNow
from art28.web.casework import keep_act
from art28.web.clocks import correcting
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Change, ChangeKind, Obligation
from art28.web.clocks.signals import Begun
from art28.web.requests import actions, queries
from art28.web.requests.models import ReceiptCorrection, SubjectRequest

_EXTENDED = (ChangeKind.EXTENDED, ChangeKind.POSTPONED)
_RECEIPTS = (StartReason.RECEIVED.value, StartReason.TOLD_BY_OTHER.value)


@transaction.atomic
def correct_receipt(row: SubjectRequest, *, at: datetime, why: str, by: By) -> int:
    """Put the moment of receipt right; returns how many clocks count from it now. What has ended stays as it ended.

    Raises `NotNow` for the moment that is kept already, and once a limit was extended: whoever waits was told until when.
    """
    actions.open_or_refuse(row)
    if at == row.received_at:
        raise NotNow("same")
    running = _running(row)
    if Change.objects.filter(obligation__in=running, kind__in=_EXTENDED).exists():
        raise NotNow("extended")
    before = row.received_at
    actions.move(row, received_at=at)
    ReceiptCorrection.objects.create(
        organisation_id=row.organisation_id, request=row, before_at=before, at=at, why=why, by=by.user,
        recorded_at=by.now,
    )  # fmt: skip
    with translation.override(row.organisation.language):
        begun = Begun(at, _("request received"), StartReason.RECEIVED)
    moved = 0
    for each in running:
        counted = Begun(at, begun.reason, StartReason(each.start_kind))
        moved += correcting.count_from(each, counted, righted=True, actor=by.actor, now=by.now)
    content = {"before": before.isoformat(), "after": at.isoformat(), "why": why, "clocks": moved}
    keep_act(row, "request.receipt_corrected", by, content)
    return moved


def corrections(row: SubjectRequest) -> tuple[ReceiptCorrection, ...]:
    """What was put right about its receipt, first to last."""
    rows = ReceiptCorrection.objects.filter(organisation=row.organisation_id, request=row).select_related("by")
    return tuple(rows.order_by("recorded_at", "id"))


def _running(row: SubjectRequest) -> tuple[Obligation, ...]:
    """The clocks that run and count from its receipt, held until the transaction ends."""
    rows = clocks.obligations(row.organisation).filter(
        subject_kind=queries.KIND, subject_id=row.pk, ended_at=None, started_at=row.received_at,
        start_kind__in=_RECEIPTS,
    )  # fmt: skip
    return tuple(rows.select_for_update(of=("self",)).select_related("organisation", "agreement").order_by("id"))
