"""What an organisation lays upon itself, until the end of a day: a duty under no agreement and no law."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.obligations import start as core
from art28.terms import Role
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation


class NotAhead(ValueError):
    """What an organisation lays upon itself is due after today: its clock ends as that day does."""


def run_until(
    organisation: Organisation,
    due_on: date,
    subject: Subject,
    *,
    trigger: Trigger,
    cause: str,
    gdpr: str,
    owner: User | None,
    actor: Actor,
    now: datetime,
    action: Action = Action.CARRY_OUT_MEASURE,
    bearer: Role = Role.CONTROLLER,
    ours: bool = True,
    again: int = 0,
) -> Obligation:
    """Start a clock that ends at the end of `due_on`, within the caller's transaction. Raises `NotAhead`.

    `ours` is false where the other side must act and we wait. For what comes back, `again` counts the times: each is a clock
    of its own of the same subject.
    """
    zone = ZoneInfo(organisation.time_zone)
    days = (due_on - now.astimezone(zone).date()).days
    if days < 1:
        raise NotAhead(due_on.isoformat())
    event = core.Event(trigger, now, cause)
    duty = _duty(f"P{days}D", trigger, gdpr, action, bearer=bearer, again=again)
    return _start(organisation, duty, event, subject, owner=owner, actor=actor, now=now, ours=ours)


def run(
    organisation: Organisation,
    event: core.Event,
    period: str,
    subject: Subject,
    *,
    gdpr: str,
    owner: User | None,
    actor: Actor,
    now: datetime,
    action: Action = Action.CARRY_OUT_MEASURE,
) -> Obligation:
    """Start a clock of `period` from `event`, which may have passed already, within the caller's transaction."""
    duty = _duty(period, event.trigger, gdpr, action)
    return _start(organisation, duty, event, subject, owner=owner, actor=actor, now=now, ours=True)


def _start(
    organisation: Organisation,
    duty: Duty,
    event: core.Event,
    subject: Subject,
    *,
    owner: User | None,
    actor: Actor,
    now: datetime,
    ours: bool,
) -> Obligation:
    zone = ZoneInfo(organisation.time_zone)
    obligation = core.start(duty, event, facts_version="", zone=zone, ends_by=core.Proof.DONE)
    return clocks.start_own(
        organisation, obligation, subject=subject, following=(), owner=owner, actor=actor, now=now, ours=ours
    )


def _duty(
    period: str, trigger: Trigger, gdpr: str, action: Action, *, bearer: Role = Role.CONTROLLER, again: int = 0
) -> Duty:
    """A plain calendar period, without a shift."""
    return Duty(
        id=f"{trigger}.own.{action}" + (f".{again}" if again else ""),
        action=action,
        trigger=trigger,
        bearer=bearer,
        beneficiary=Role.CONTROLLER,
        limit=DutyLimit(period, "fixed", "contract", LimitSource.AGREEMENT),
        channels=(),
        content=(),
        citations=(),
        provision="",
        facts=(),
        gdpr=gdpr,
    )
