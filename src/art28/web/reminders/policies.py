"""Policies as rows -> policies of the core, and back; the default where an organisation made none."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, TypedDict

from django.db import transaction

from art28.obligations import reminding
from art28.obligations.quiet import Quiet
from art28.obligations.reminding import DEFAULT_STEPS, DEFAULT_TARGET, Audience, Policy, Step
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.clocks.models import Obligation
from art28.web.clocks.targets import Targets, target_at, targets
from art28.web.reminders.models import Plan, ReminderPolicy

DEFAULT = Policy(DEFAULT_STEPS, DEFAULT_TARGET, Quiet(time(18), time(8), days_off=True))
_MINUTE = timedelta(minutes=1)


class StepRecord(TypedDict):
    """A step as the database keeps it: one of share and lead is None."""

    to: list[str]
    share: int | None
    lead: int | None


class Policies:
    """The policies of one organisation, read once: by kind of duty, else the general one, else the default.

    `own_targets` are those that the organisation set for a kind of duty; they go before a policy's.
    """

    def __init__(self, rows: Sequence[ReminderPolicy], own_targets: Targets) -> None:
        self._by_action: Mapping[str, Policy] = {row.action: policy_of(row) for row in rows}
        self._own_targets = own_targets

    def of(self, action: str) -> Policy:
        """The policy for duties that ask `action`; "" for the general one."""
        return self._by_action.get(action) or self._by_action.get("") or DEFAULT

    def end_of(self, row: Obligation) -> datetime:
        """Towards which instant an obligation runs: its limit, else the organisation's own target."""
        target = target_at(row, self._own_targets)
        return reminding.end_of(row.started_at, row.ends_at, target, self.of(row.action))

    def has_own(self, action: str) -> bool:
        """Whether a row says so itself."""
        return action in self._by_action

    @property
    def actions(self) -> tuple[str, ...]:
        """The kinds of duty that have a policy of their own."""
        return tuple(sorted(action for action in self._by_action if action))


def policies(organisation: Organisation) -> Policies:
    """The policies of an organisation, in two queries."""
    return Policies(list(ReminderPolicy.objects.filter(organisation=organisation)), targets(organisation))


def policy_of(row: ReminderPolicy) -> Policy:
    """The policy that a row keeps."""
    return Policy(
        tuple(map(_step_of, row.steps)),
        timedelta(minutes=row.target_minutes),
        quiet_of(row.quiet_from, row.quiet_until, days_off=row.quiet_on_days_off),
    )


def quiet_of(begins: time | None, ends: time | None, *, days_off: bool) -> Quiet | None:
    """Quiet hours as the database keeps them; None where neither hours nor days are quiet."""
    if begins is None or ends is None:
        return Quiet(time(), time(), days_off=True) if days_off else None
    return Quiet(begins, ends, days_off)


@transaction.atomic
def save(organisation: Organisation, policy: Policy, *, action: str, actor: Actor, now: datetime) -> ReminderPolicy:
    """Keep `policy` for `action` ("" in general), and let every running clock count with it from now on."""
    quiet = policy.quiet
    hours = quiet is not None and quiet.begins != quiet.ends
    row, _ = ReminderPolicy.objects.update_or_create(
        organisation=organisation,
        action=action,
        defaults={
            "steps": [_record_of(step) for step in policy.steps],
            "target_minutes": policy.target // _MINUTE,
            "quiet_from": quiet.begins if quiet and hours else None,
            "quiet_until": quiet.ends if quiet and hours else None,
            "quiet_on_days_off": bool(quiet and quiet.days_off),
            "changed_at": now,
        },
    )
    content = {
        "action": action,
        "steps": row.steps,
        "target_minutes": row.target_minutes,
        "quiet": [str(row.quiet_from or ""), str(row.quiet_until or ""), row.quiet_on_days_off],
    }
    record(organisation=organisation, actor=actor, kind="reminders.policy_set", subject=row, at=now, content=content)
    _recount(organisation, now)
    return row


@transaction.atomic
def withdraw(organisation: Organisation, *, action: str, actor: Actor, now: datetime) -> None:
    """Go back to the general policy for a kind of duty, or to the default in general."""
    row = ReminderPolicy.objects.filter(organisation=organisation, action=action).first()
    if row is None:
        return
    content = {"action": action}
    record(
        organisation=organisation, actor=actor, kind="reminders.policy_withdrawn", subject=row, at=now, content=content
    )
    row.delete()
    _recount(organisation, now)


def _recount(organisation: Organisation, now: datetime) -> None:
    """Have every plan looked at again. What was written stays; a step that the new policy has passed by now is said once."""
    Plan.objects.filter(organisation=organisation, at_rest=False).update(next_at=now)


def _step_of(given: StepRecord) -> Step:
    lead = timedelta(minutes=given["lead"]) if given["lead"] is not None else None
    return Step(tuple(map(Audience, given["to"])), share=given["share"], lead=lead)


def _record_of(step: Step) -> dict[str, Any]:
    lead = step.lead // _MINUTE if step.lead is not None else None
    return {"to": [who.value for who in step.to], "share": step.share, "lead": lead}
