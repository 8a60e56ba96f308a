"""A limit that runs may stand still or end later, where the law or the agreement knows it; elsewhere that is refused.

Sources: Art. 12(3) GDPR (two further months, told within the first one, with reasons), Art. 12(6) (asking for more to
establish identity; whether time stands still meanwhile the text does not say, EDPB Guidelines 01/2022 allow it where the
question was needed and asked without delay), Art. 28(3)(g) (the controller chooses between return and deletion). How a pause
is counted no text says; see docs/adr/0030.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from art28.agreement.duties import Action, Duty, LimitSource, Trigger
from art28.law.calendars import NL_1182, NL_AWT
from art28.law.parameter import parameter
from art28.timelimits.compute import compute_limit
from art28.timelimits.days import lay
from art28.timelimits.instants import end_of_day, in_utc
from art28.timelimits.limit import Alternative, Caution, CautionCode, Limit, Reading, Regime, Step, StepCode
from art28.timelimits.period import parse_period


class Pause(StrEnum):
    """What lets the time of a limit stand still."""

    IDENTITY_ASKED = "identity_asked"
    CHOICE_AWAITED = "choice_awaited"
    CLAUSE = "clause"


class Refusal(StrEnum):
    """Why a limit neither stands still nor ends later."""

    NO_NUMBER = "no_number"
    COUNTS_BACK = "counts_back"
    BREACH = "breach"
    LAW_KNOWS_NONE = "law_knows_none"
    EXTENDED_ALREADY = "extended_already"
    TOLD_TOO_LATE = "told_too_late"
    NOT_LATER = "not_later"
    BEFORE_START = "before_start"


class NotAllowed(ValueError):
    """A pause or an extension that neither law nor agreement knows; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.value}: see art28.obligations.moving for what may stand still or end later")
        self.refusal = refusal


_BREACH = frozenset({Trigger.BREACH, Trigger.BREACH_AT_SUB_PROCESSOR, Trigger.SIGNIFICANT_INCIDENT})
_AFTER_A_CHOICE = frozenset({Action.RETURN_OR_DELETE, Action.CERTIFY_DELETION})


def pauses(duty: Duty) -> tuple[Pause, ...] | Refusal:
    """On which grounds the limit of `duty` may stand still, or why on none.

    A report of a breach never waits: besides the agreement stands "without undue delay" (Art. 33(2)). Where an agreement's
    own limit is concerned, a clause of it may say so, which a person then names.
    """
    if refusal := _fixed(duty):
        return refusal
    if duty.trigger in _BREACH:
        return Refusal.BREACH
    found: tuple[Pause, ...] = ()
    if duty.action is Action.ANSWER_REQUEST:
        found += (Pause.IDENTITY_ASKED,)
    if duty.action in _AFTER_A_CHOICE:
        found += (Pause.CHOICE_AWAITED,)
    if duty.limit is not None and duty.limit.source is LimitSource.AGREEMENT:
        found += (Pause.CLAUSE,)
    return found or Refusal.LAW_KNOWS_NONE


def may_extend(duty: Duty) -> bool:
    """Whether the law itself lets the limit be extended: the answer to a data subject (Art. 12(3))."""
    return duty.action is Action.ANSWER_REQUEST


def postpones(duty: Duty) -> Refusal | None:
    """Why the parties can't agree on a later end; None where they can. What the law sets is not theirs to move."""
    if refusal := _fixed(duty):
        return refusal
    assert duty.limit is not None  # noqa: S101 - `_fixed` has seen to it
    return None if duty.limit.source is LimitSource.AGREEMENT else Refusal.LAW_KNOWS_NONE


def _fixed(duty: Duty) -> Refusal | None:
    if duty.limit is None or duty.limit.period is None:
        return Refusal.NO_NUMBER
    return Refusal.COUNTS_BACK if duty.limit.backward else None


@dataclass(frozen=True, slots=True)
class Extended:
    """A limit extended by the law, with the version of the parameter that gave the number."""

    limit: Limit
    version: str


def extended(duty: Duty, limit: Limit, *, told_at: datetime, before: bool) -> Extended:
    """The limit of Art. 12(3) with its two further months, counted from receipt as one period of three.

    `told_at` is when the person was told of it with the reasons, which must lie within the first month; `before` says that
    it was extended before. That the two months are counted from receipt is an interpretation: the shorter one. Raises
    `NotAllowed`.
    """
    if not may_extend(duty):
        raise NotAllowed(Refusal.LAW_KNOWS_NONE)
    if before:
        raise NotAllowed(Refusal.EXTENDED_ALREADY)
    if not limit.is_met_at(told_at):
        raise NotAllowed(Refusal.TOLD_TOO_LATE)
    if told_at < limit.starts_at:
        raise NotAllowed(Refusal.BEFORE_START)
    zone = ZoneInfo(limit.zone)
    found = parameter("gdpr.request.extended", limit.starts_at.astimezone(zone).date())
    longer = compute_limit(limit.starts_at, parse_period(f"P{found.value}M"), regime=limit.regime, zone=zone)
    return Extended(longer, f"{found.id}@{found.valid_from.isoformat()}")


def postponed(duty: Duty, limit: Limit, *, until: date | datetime) -> Limit:
    """The limit with the later end that the parties agreed on: a last day, or an instant. Raises `NotAllowed`."""
    if refusal := postpones(duty):
        raise NotAllowed(refusal)
    zone = ZoneInfo(limit.zone)
    last_day = None if isinstance(until, datetime) else until
    ends_at = in_utc(until) if isinstance(until, datetime) else end_of_day(until, zone)
    if ends_at <= limit.ends_at:
        raise NotAllowed(Refusal.NOT_LATER)
    return replace(
        limit,
        ends_at=ends_at,
        last_day=last_day,
        alternatives=(),
        warnings=(),
        steps=(*limit.steps, Step(code=StepCode.AGREED_LATER, at=ends_at, day=last_day)),
    )


def resumed(limit: Limit, *, paused_at: datetime, resumed_at: datetime) -> Limit:
    """The limit after a pause: as much time is left as was left when it began.

    Hours elapse. Of a limit in days the whole local days between are added to the day that the period itself reaches,
    without moving over days off; no text says that it would, so a move is another reading. It never ends earlier than
    before the pause.
    """
    zone = ZoneInfo(limit.zone)
    if limit.last_day is None:
        held = in_utc(resumed_at) - in_utc(paused_at)
        later = limit.ends_at + held
        others = tuple(replace(other, ends_at=other.ends_at + held) for other in limit.alternatives)
        stood = Step(code=StepCode.STOOD_STILL, length=held, at=later)
        return replace(limit, ends_at=later, alternatives=others, steps=(*limit.steps, stood))
    days = (resumed_at.astimezone(zone).date() - paused_at.astimezone(zone).date()).days
    calendar = NL_1182 if limit.regime is Regime.EU else NL_AWT
    reached = _reached(limit, zone) + timedelta(days=days)
    last_day = max(limit.last_day, reached)
    ends_at = end_of_day(last_day, zone)
    moved = calendar.days_off_from(last_day)
    others = ()
    if moved:
        shifted = moved[-1].on + timedelta(days=1)
        others = (Alternative(reading=Reading.SHIFTED, ends_at=end_of_day(shifted, zone), last_day=shifted),)
    return replace(
        limit,
        ends_at=ends_at,
        last_day=last_day,
        alternatives=others,
        steps=(*limit.steps, Step(code=StepCode.STOOD_STILL, amount=days, at=ends_at, day=last_day)),
        warnings=(*limit.warnings, Caution(code=CautionCode.PAUSE_UNSTATED)),
    )


def _reached(limit: Limit, zone: ZoneInfo) -> date:
    """The day that the period reaches before any rule moves it, or that it had reached after an earlier pause."""
    assert limit.last_day is not None  # noqa: S101 - the caller has seen to it
    changed = (StepCode.STOOD_STILL, StepCode.AGREED_LATER)
    if any(step.code in changed for step in limit.steps):
        return limit.last_day
    calendar = NL_1182 if limit.regime is Regime.EU else NL_AWT
    return lay(limit.starts_at.astimezone(zone).date(), limit.period, calendar=calendar, backward=False).day
