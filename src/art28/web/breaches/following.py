"""The clock of a notification changed -> the agreement's line in the room of its breach sorts by the new end."""

from typing import Any

from art28.agreement.duties import Action
from art28.web.breaches.models import TouchedAgreement
from art28.web.clocks.models import Obligation


def follow(*, obligation: Obligation, **_: Any) -> None:
    """Keep when the notification under an agreement is due in step with its clock, in the same transaction."""
    if obligation.subject_kind == "breach" and obligation.action == Action.NOTIFY_BREACH:
        TouchedAgreement.objects.filter(
            organisation=obligation.organisation_id,
            breach=obligation.subject_id,
            agreement=obligation.agreement_id,
        ).update(due_at=obligation.due_at)
