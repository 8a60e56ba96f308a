"""A limit + a policy -> the instants at which it is brought to mind, and whose mind.

A policy is the organisation's own choice, not a limit: shares of the period ("at 75 %"), fixed leads ("a day before") and
quiet hours. A share may wait until the quiet is over; a lead promises time, so it comes before the quiet instead. Neither
ever comes after the end, and no step comes after one that follows it (docs/adr/0017-reminders.md).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from art28.law.calendars import NL_AWT
from art28.law.days_off import Calendar
from art28.obligations.quiet import Quiet, next_awake, previous_awake
from art28.timelimits.instants import AMSTERDAM, in_utc

NEVER_QUIET_UP_TO = timedelta(hours=72)
"""A limit of at most this length is never held up by quiet hours: a choice of art28, wide enough for Art. 33(1)."""

_WHOLE = 100
_SECOND = timedelta(seconds=1)


class Audience(StrEnum):
    """Who is reminded, from the nearest to the highest."""

    OWNER = "owner"
    TEAM = "team"
    DEPUTY = "deputy"
    MANAGEMENT = "management"


RANK = {audience: number for number, audience in enumerate(Audience)}


class Fault(StrEnum):
    """What is wrong with a policy."""

    NO_STEPS = "no_steps"
    NOBODY = "nobody"
    BOTH_OR_NEITHER = "both_or_neither"
    SHARE_OUTSIDE = "share_outside"
    LEAD_OUTSIDE = "lead_outside"
    TWICE = "twice"
    DE_ESCALATES = "de_escalates"
    TARGET_OUTSIDE = "target_outside"


class InvalidPolicy(ValueError):
    """A policy that can't be carried out; `fault` says why, `step` which step (None: the policy as a whole)."""

    def __init__(self, fault: Fault, step: "Step | None" = None) -> None:
        super().__init__(f"{fault.value}: {step.key if step else 'the policy'}; see `Policy` for what a step may be")
        self.fault = fault
        self.step = step


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder of a policy: either at `share` percent of the period, or `lead` before the end."""

    to: tuple[Audience, ...]
    share: int | None = None
    lead: timedelta | None = None

    @property
    def key(self) -> str:
        """What tells this step from the others: "share:75", or "lead:240" in minutes."""
        if self.lead is not None:
            return f"lead:{self.lead // timedelta(minutes=1)}"
        return f"share:{self.share}"


@dataclass(frozen=True, slots=True)
class Policy:
    """Steps, the organisation's own target for limits without a number, and quiet hours (None: none).

    A share is 1 to 99, a lead at least a minute; a later step never reaches less high than an earlier one of its sort.
    Raises `InvalidPolicy`.
    """

    steps: tuple[Step, ...]
    target: timedelta
    quiet: Quiet | None = None

    def __post_init__(self) -> None:
        if not self.steps:
            raise InvalidPolicy(Fault.NO_STEPS)
        if self.target <= timedelta(0):
            raise InvalidPolicy(Fault.TARGET_OUTSIDE)
        for step in self.steps:
            _check(step)
        keys = [step.key for step in self.steps]
        if twice := next((step for step in self.steps if keys.count(step.key) > 1), None):
            raise InvalidPolicy(Fault.TWICE, twice)
        _escalates(sorted((step for step in self.steps if step.share), key=lambda step: step.share or 0))
        leads = (step for step in self.steps if step.lead is not None)
        _escalates(sorted(leads, key=lambda step: step.lead or timedelta(0), reverse=True))


def _check(step: Step) -> None:
    if (step.share is None) == (step.lead is None):
        raise InvalidPolicy(Fault.BOTH_OR_NEITHER, step)
    if not step.to:
        raise InvalidPolicy(Fault.NOBODY, step)
    if step.share is not None and not 0 < step.share < _WHOLE:
        raise InvalidPolicy(Fault.SHARE_OUTSIDE, step)
    if step.lead is not None and step.lead < timedelta(minutes=1):
        raise InvalidPolicy(Fault.LEAD_OUTSIDE, step)


def _escalates(steps: list[Step]) -> None:
    for earlier, later in pairwise(steps):
        if _height(later) < _height(earlier):
            raise InvalidPolicy(Fault.DE_ESCALATES, later)


def _height(step: Step) -> int:
    return max(RANK[audience] for audience in step.to)


@dataclass(frozen=True, slots=True)
class Reminder:
    """`step` is due at the UTC instant `at`; `planned_at` is where it lay before quiet hours moved it."""

    step: Step
    at: datetime
    planned_at: datetime


def end_of(started_at: datetime, ends_at: datetime | None, target_at: datetime | None, policy: Policy) -> datetime:
    """Towards which instant is reminded: the limit, else the target set for this clock, else the policy's own target."""
    return in_utc(ends_at or target_at or started_at + policy.target)


def is_urgent(started_at: datetime, end: datetime) -> bool:
    """Whether the limit is so short that neither quiet hours nor a daily digest may hold its reminders up."""
    return in_utc(end) - in_utc(started_at) <= NEVER_QUIET_UP_TO


def reminders(
    started_at: datetime,
    end: datetime,
    policy: Policy,
    *,
    zone: ZoneInfo = AMSTERDAM,
    calendar: Calendar = NL_AWT,
) -> tuple[Reminder, ...]:
    """The reminders of a limit that runs from `started_at` to `end`, in order; none lies at or after the end.

    A lead that is longer than the period falls away. Raises `InvalidInstant` where an instant has no offset.
    """
    start, end = in_utc(started_at), in_utc(end)
    planned = sorted(
        ((at, step) for step in policy.steps if start < (at := _planned(step, start, end)) < end),
        key=lambda found: (found[0], _height(found[1])),
    )
    quiet = None if is_urgent(start, end) else policy.quiet
    found: list[Reminder] = []
    latest = end
    for at, step in reversed(planned):  # from the last: no step may be moved past the one that follows it
        moved = _moved(step, at, start, end, quiet, zone, calendar) if quiet else at
        latest = min(moved, latest)
        found.append(Reminder(step, latest, at))
    return tuple(reversed(found))


def _planned(step: Step, start: datetime, end: datetime) -> datetime:
    if step.lead is not None:
        return end - step.lead if step.lead < end - start else start
    return start + (end - start) * (step.share or 0) // _WHOLE // _SECOND * _SECOND


def _moved(
    step: Step, at: datetime, start: datetime, end: datetime, quiet: Quiet, zone: ZoneInfo, calendar: Calendar
) -> datetime:
    """A share waits for the end of the quiet, where that is in time; a lead comes before the quiet, where it had begun."""
    later = next_awake(at, quiet, zone=zone, calendar=calendar)
    if step.lead is None and later < end:
        return later
    earlier = previous_awake(at, quiet, zone=zone, calendar=calendar)
    return earlier if earlier > start else at


_ALL = (Audience.OWNER, Audience.TEAM, Audience.DEPUTY, Audience.MANAGEMENT)
DEFAULT_STEPS = (
    Step((Audience.OWNER,), share=50),
    Step((Audience.OWNER, Audience.TEAM, Audience.DEPUTY), share=75),
    Step(_ALL, share=90),
    Step((Audience.OWNER,), lead=timedelta(weeks=1)),
    Step((Audience.OWNER, Audience.TEAM, Audience.DEPUTY), lead=timedelta(days=1)),
    Step(_ALL, lead=timedelta(hours=4)),
)
DEFAULT_TARGET = timedelta(hours=24)
"""What an organisation aims at where neither agreement nor law gives a number, until it sets its own; never a limit."""
