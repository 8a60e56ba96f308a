"""The records' pump: draws up those of agreements that were read, and again those whose agreement says something else now."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Direction, State
from art28.web.processing import drawing
from art28.web.processing.models import Record

_BATCH = 50
"""Texts are looked through, so a batch holds some megabytes of them."""


def pump(*, now: datetime, limit: int) -> int:
    """Draw up a batch of one organisation, those first that have none; returns how many."""
    most = min(limit, _BATCH)
    drawn = Record.objects.filter(agreement=OuterRef("pk"))
    waiting = Agreement.objects.filter(~Exists(drawn), state=State.READ).exclude(direction=Direction.CONTROLLER)
    first = waiting.order_by("added_at", "id").values_list("organisation", flat=True).first()
    if first is not None:
        ids = list(waiting.filter(organisation=first).order_by("added_at", "id").values_list("pk", flat=True)[:most])
    else:
        due = Record.objects.filter(due_at__lte=now).exclude(agreement__direction=Direction.CONTROLLER)
        due = due.order_by("due_at", "id")
        first = due.values_list("organisation", flat=True).first()
        ids = list(due.filter(organisation=first).values_list("agreement", flat=True)[:most]) if first else []
    if first is None or not ids:
        return 0
    return len(drawing.draw(Organisation.objects.get(pk=first), ids, actor=WORKER, now=now))


PUMPS = (pump,)
