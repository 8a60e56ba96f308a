"""The exercises' pump: tell what happens in the story when its moment has come, to whoever plays and nobody else."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from art28.web.exercises.models import Inject
from art28.web.exercising import actions
from art28.web.reminders import announcing


def tell(*, now: datetime, limit: int) -> int:
    """Tell at most `limit` events that are due; returns how many."""
    due = Inject.objects.filter(told_at=None, due_at__lte=now, exercise__ended_at=None)
    rows = due.select_related("exercise__organisation").order_by("due_at", "id")[:limit]
    return sum(_tell(inject, now) for inject in rows)


@transaction.atomic
def _tell(inject: Inject, now: datetime) -> int:
    membership = actions.tell(inject, now=now)
    if membership is not None:
        announcing.announce(membership, lambda: _said(inject), now=now)
    return 1


def _said(inject: Inject) -> announcing.Said:
    mark = _("EXERCISE %(reference)s") % {"reference": inject.exercise.reference}
    return announcing.Said(
        subject=f"{mark} · {inject.title}",
        body=f"{mark}. {inject.text}",
        advice=_("This belongs to an exercise. Nothing has really happened."),
        link=settings.PUBLIC_URL + reverse("exercises:detail", args=(inject.exercise.pk,)),
    )


PUMPS = (tell,)
