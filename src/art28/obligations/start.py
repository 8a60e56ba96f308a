"""A duty and the event that starts it -> an obligation: counted, frozen with the ground it was made on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from art28 import __version__
from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.obligations.statutory import in_force
from art28.terms import StartReason
from art28.timelimits.compute import compute_limit
from art28.timelimits.instants import AMSTERDAM
from art28.timelimits.limit import Limit, Regime
from art28.timelimits.period import parse_period


class InvalidEvent(ValueError):
    """An event that can't start this duty."""


class Proof(StrEnum):
    """The instants that can end a clock, from the weakest to the strongest; design.md keeps them apart."""

    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    REACHED = "reached"
    ACKNOWLEDGED = "acknowledged"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: `at` is an aware instant, `reason` why this instant counts, in words for people.

    `kind` says the same in one of a closed set of words; None where nobody chose one.
    """

    trigger: Trigger
    at: datetime
    reason: str
    kind: StartReason | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """With what an obligation was made: the facts as confirmed or re-read, the law's parameters, the engine."""

    facts: str
    parameters: str
    engine: str = __version__


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty that an event has started; nothing in it changes afterwards.

    `limit` is None where neither the agreement nor the law gives a number ("without undue delay"). `internal_target_at` is
    the organisation's own aim, None where it set none; it is never the limit. `ends_by` says which instant ends the clock,
    `starts` which duties' clocks its end starts.
    """

    duty: Duty
    event: Event
    limit: Limit | None
    internal_target_at: datetime | None
    ends_by: Proof
    starts: tuple[Action, ...]
    versions: Versions

    @property
    def started_at(self) -> datetime:
        """The instant from which the clock counts."""
        return self.event.at

    @property
    def ends_at(self) -> datetime | None:
        """The last moment; None for a limit without a number."""
        return self.limit.ends_at if self.limit else None


BY_MESSAGE = frozenset({Action.NOTIFY_BREACH, Action.FOLLOW_UP_BREACH, Action.FORWARD_REQUEST, Action.ANNOUNCE_AUDIT,
                        Action.NOTIFY_SUB_PROCESSOR_CHANGE, Action.ANNOUNCE_AMENDMENT, Action.WARN_UNLAWFUL_INSTRUCTION,
                        Action.OBJECT_TO_SUB_PROCESSOR, Action.CHOOSE_RETURN_OR_DELETION, Action.REPORT_CLAIM,
                        Action.ANSWER_REQUEST})  # fmt: skip
"""Duties met by a message that reaches the other side; the rest is met by doing."""

STARTS: Mapping[Action, tuple[Action, ...]] = MappingProxyType(
    {
        Action.NOTIFY_BREACH: (Action.NOTIFY_AUTHORITY,),
        Action.NOTIFY_SUB_PROCESSOR_CHANGE: (Action.OBJECT_TO_SUB_PROCESSOR,),
        Action.REPORT_INCIDENT: (Action.REPORT_INCIDENT_FINALLY,),
    }
)
"""What the end of one clock starts: told by the processor, the controller is in principle aware (Art. 33(1)) and may object
(Art. 28(2)); the incident report starts the month of the final one (Cbw art. 29)."""

_REGIMES = {"contract": Regime.CONTRACT, "eu": Regime.EU, "nl-act": Regime.NL_ACT, "hours": Regime.HOURS}


def start(
    duty: Duty,
    event: Event,
    *,
    facts_version: str,
    internal_target: timedelta | None = None,
    zone: ZoneInfo = AMSTERDAM,
    ends_by: Proof | None = None,
) -> Obligation:
    """The obligation that `event` makes of `duty`.

    `facts_version` names the state of the agreement's facts. `internal_target` is counted from the event and never reaches
    past the limit. `ends_by` overrides the usual proof: acceptance by the server for messages, reaching somebody where the
    agreement wants a telephone call and nothing else, the act itself for the rest.
    Raises `InvalidEvent` for an event of another kind, `InvalidPeriod` for a period that can't be counted.
    """
    if event.trigger is not duty.trigger:
        raise InvalidEvent(f"{duty.id} starts on {duty.trigger.value}, not on {event.trigger.value}")
    limit, parameters = _counted(duty, event, zone)
    return Obligation(
        duty=duty,
        event=event,
        limit=limit,
        internal_target_at=_target(event.at, internal_target, limit),
        ends_by=ends_by or usual_proof(duty),
        starts=STARTS.get(duty.action, ()),
        versions=Versions(facts=facts_version, parameters=parameters),
    )


def strictest(first: Obligation, *others: Obligation) -> Obligation:
    """The obligation that ends first. One without a number is due at once, so its start stands for its end.

    At the same instant the limit that excludes its end comes first (`timelimits.limit.earlier_of`), then the given order.
    """
    return min((first, *others), key=_strictness)


def proves(given: Proof, wanted: Proof) -> bool:
    """Whether an instant of the kind `given` is enough where `wanted` counts: what was confirmed was also received."""
    return _STRENGTH[given] >= _STRENGTH[wanted]


_STRENGTH = {proof: number for number, proof in enumerate(Proof)}


def usual_proof(duty: Duty) -> Proof:
    """Which instant ends the clock of `duty` where nobody chose another (docs/adr/0007)."""
    if duty.action not in BY_MESSAGE:
        return Proof.DONE
    return Proof.REACHED if duty.channels == ("phone",) else Proof.ACCEPTED


def _strictness(obligation: Obligation) -> tuple[datetime, bool]:
    if obligation.limit is None:
        return obligation.started_at, False
    return obligation.limit.ends_at, obligation.limit.includes_end


def _counted(duty: Duty, event: Event, zone: ZoneInfo) -> tuple[Limit | None, str]:
    """The limit as counted, and the version of the law's parameter where the law gave the number.

    The duty shows the newest period of the law; the clock takes the one in force on the local day of the event.
    """
    agreed = duty.limit
    if agreed is None or agreed.period is None:
        return None, ""
    if agreed.source is LimitSource.LAW:
        statutory = in_force(duty.action, event.at.astimezone(zone).date())
        if statutory is not None:
            return _limit(agreed, statutory.period, event.at, zone), statutory.version
    return _limit(agreed, agreed.period, event.at, zone), ""


@lru_cache(maxsize=256)  # thousands of agreements count the same few limits from the same event
def _limit(agreed: DutyLimit, period: str, at: datetime, zone: ZoneInfo) -> Limit:
    return compute_limit(
        at,
        parse_period(period, working_days=agreed.working_days),
        regime=_REGIMES[agreed.regime],
        zone=zone,
        backward=agreed.backward,
    )


def _target(at: datetime, internal: timedelta | None, limit: Limit | None) -> datetime | None:
    if internal is None:
        return None
    return min(at + internal, limit.ends_at) if limit else at + internal
