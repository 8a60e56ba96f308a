"""Obligations of every kind for these tests, without the events behind them."""

from datetime import date, datetime, timedelta
from typing import Any

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.obligations.record import duty_record
from art28.terms import Role as Party
from art28.web.accounts.models import User
from art28.web.agreements.models import Agreement
from art28.web.clocks.models import Obligation, Proof, State
from art28.web.database.identifiers import new_id
from web.breaches.world import NOW

DUTY = Duty(
    id="duty",
    action=Action.NOTIFY_BREACH,
    trigger=Trigger.BREACH,
    bearer=Party.PROCESSOR,
    beneficiary=Party.CONTROLLER,
    limit=DutyLimit("PT24H", "fixed", "hours", LimitSource.AGREEMENT),
    channels=(),
    content=(),
    citations=(),
    provision="5.1",
    facts=(),
)
WITHOUT_NUMBER = DutyLimit(None, "without_undue_delay", "hours", LimitSource.LAW)


def clock(agreement: Agreement, *, ends_in: timedelta | None = timedelta(hours=24), **changes: Any) -> Obligation:
    """An obligation that ends `ends_in` from NOW, or has no number where None."""
    action: Action = changes.pop("action", Action.NOTIFY_BREACH)
    limit = DUTY.limit if ends_in is not None else WITHOUT_NUMBER
    duty = duty_record(
        Duty(**{name: getattr(DUTY, name) for name in DUTY.__slots__} | {"action": action, "limit": limit})
    )
    started_at: datetime = changes.pop("started_at", NOW)
    ends_at = NOW + ends_in if ends_in is not None else None
    key = new_id()
    ours: bool = changes.pop("ours", True)
    owner: User | None = changes.pop("owner", None)
    given: dict[str, Any] = {
        "subject_kind": "breach",
        "subject_id": key,
        "subject_label": "2026-01",
        "state": State.OPEN if ours else State.WAITING,
        "ends_inclusive": True,
        **changes,
    }
    return Obligation.objects.create(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        duty_key="duty",
        action=action.value,
        bearer="processor",
        ours=ours,
        duty=duty,
        engine_version="0",
        started_at=started_at,
        start_reason="ontdekt",
        ends_at=ends_at,
        due_at=ends_at or started_at,
        ends_by=Proof.DONE,
        owner=owner,
        made_at=NOW,
        **given,
    )


def day_limit(agreement: Agreement, last_day: date, **changes: Any) -> Obligation:
    """An obligation with a limit in days, whose last day is `last_day` (in winter time)."""
    midnight = datetime.fromisoformat(f"{last_day.isoformat()}T23:00:00+00:00")
    return clock(agreement, ends_in=midnight - NOW, last_day=last_day, ends_inclusive=False, **changes)
