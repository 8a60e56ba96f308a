"""A clock changed, or its notice reached nobody -> reminders are counted anew, and whoever sees to it is told at once."""

from datetime import datetime
from typing import Any

from art28.obligations import reminding
from art28.obligations.reminding import Audience
from art28.web.clocks.models import Change, ChangeKind, Obligation
from art28.web.exercises import queries as exercises
from art28.web.notices.models import OutboxMessage
from art28.web.reminders.models import Plan, Preference, Reminder
from art28.web.reminders.people import addressed, staff
from art28.web.reminders.policies import policies

CHANGED = "changed"
"""The capacity in which somebody hears of a limit that was corrected."""
UNDELIVERED = "undelivered"
"""The capacity in which somebody hears that a notice was refused, or came back."""
_KEY = 12  # a step has twenty characters; the end of an identifier is its random part


def follow(*, obligation: Obligation, change: Change, now: datetime, **_: Any) -> None:
    """Have the plan looked at again, within the transaction of the change; tell of a stricter limit."""
    Plan.objects.filter(obligation=obligation, at_rest=False).update(next_at=now)
    if change.kind == ChangeKind.STRICTER and obligation.ours:
        _tell(obligation, CHANGED, f"{CHANGED}:{change.number}", now)


def tell_of_undelivered(*, message: OutboxMessage, now: datetime, **_: Any) -> None:
    """Tell whoever sees to its clock, where that runs, that a notice reached nobody."""
    row = message.obligation
    if row is None:
        return
    row.refresh_from_db()
    if row.ended_at is None and row.ours:
        Plan.objects.filter(obligation=row).update(at_rest=False, next_at=now)
        _tell(row, UNDELIVERED, f"back:{message.pk.hex[-_KEY:]}", now)


def _tell(row: Obligation, capacity: str, step: str, now: datetime) -> None:
    end = policies(row.organisation).end_of(row)
    people = addressed(
        staff(row.organisation),
        row,
        (Audience.OWNER, Audience.DEPUTY),
        players=lambda: exercises.players(row.organisation),
    )
    Preference.objects.bulk_create(
        [Preference(organisation_id=row.organisation_id, user_id=user) for user in sorted(people)],
        ignore_conflicts=True,
    )
    Reminder.objects.bulk_create(
        [
            Reminder(
                organisation_id=row.organisation_id,
                obligation=row,
                user_id=user,
                step=step,
                audience=capacity,
                due_at=now,
                made_at=now,
                send_at=now,
                urgent=reminding.is_urgent(row.started_at, end),
            )
            for user in people
        ],
        ignore_conflicts=True,
    )
