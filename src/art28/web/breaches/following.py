"""Clocks of breaches under corrected facts: from which instant one counts; and the room's lines follow its new end."""

from typing import Any

from art28.agreement.duties import Action, Duty
from art28.obligations.beginning import beginning
from art28.web.breaches import fanout, instants
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.clocks.signals import Begun
from art28.web.exercises import kinds

_KINDS = ("breach", kinds.BREACH)


def follow(*, obligation: Obligation, **_: Any) -> None:
    """Keep when the notification under an agreement is due in step with its clock, in the same transaction."""
    if obligation.subject_kind in _KINDS and obligation.action == Action.NOTIFY_BREACH:
        TouchedAgreement.objects.filter(
            organisation=obligation.organisation_id,
            breach=obligation.subject_id,
            agreement=obligation.agreement_id,
        ).update(due_at=obligation.due_at)


def begins(*, obligation: Obligation, duty: Duty, **_: Any) -> Begun | None:
    """From which instant a notification would count, as the agreement says now; None for any other clock."""
    if (
        obligation.subject_kind not in _KINDS
        or duty.action is not Action.NOTIFY_BREACH
        or obligation.agreement_id is None
    ):
        return None
    rows = Breach.objects.filter(organisation=obligation.organisation_id, pk=obligation.subject_id)
    breach = rows.select_related("organisation").first()
    if breach is None:
        return None
    named = instants.starts(breach.organisation, (obligation.agreement_id,))
    known = instants.of(breach)
    begun = beginning(duty, named.get(obligation.agreement_id, frozenset()), known)
    return Begun(begun.at, begun.reason, fanout.why(breach, begun, known))
