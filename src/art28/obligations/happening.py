"""Something happened under an agreement -> which of its duties start at once, and from which instant each one counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from art28.agreement.duties import Duty, Trigger
from art28.obligations.start import STARTS
from art28.terms import StartReason


@dataclass(frozen=True, slots=True)
class Happening:
    """What a kind of event asks to be known: why its instant counts, whether that may lie ahead.

    `plans` says that something is to take place on a later day, from which the limits "at least so long before" are counted.
    """

    reasons: tuple[StartReason, ...]
    may_lie_ahead: bool = False
    plans: bool = False


HAPPENINGS: Mapping[Trigger, Happening] = MappingProxyType(
    {
        Trigger.DATA_SUBJECT_REQUEST: Happening((StartReason.RECEIVED, StartReason.TOLD_BY_OTHER)),
        Trigger.SUB_PROCESSOR_CHANGE: Happening(
            (StartReason.PLANNED, StartReason.TOLD_BY_SUB_PROCESSOR, StartReason.DISCOVERED), plans=True
        ),
        Trigger.AUDIT_REQUEST: Happening((StartReason.ASKED, StartReason.RECEIVED), plans=True),
        Trigger.UNLAWFUL_INSTRUCTION: Happening((StartReason.RECEIVED, StartReason.DISCOVERED)),
        Trigger.TERMINATION: Happening((StartReason.ENDED,), may_lie_ahead=True),
        Trigger.AMENDMENT: Happening((StartReason.PLANNED, StartReason.RECEIVED), plans=True),
        Trigger.DPIA: Happening((StartReason.ASKED, StartReason.RECEIVED)),
        Trigger.CLAIM: Happening((StartReason.AROSE, StartReason.DISCOVERED)),
        Trigger.STAFF_SCREENING: Happening((StartReason.LAST_DONE,)),
        Trigger.TRANSFER: Happening((StartReason.PLANNED, StartReason.DISCOVERED)),
    }
)
"""The events that a person says have happened; a breach has pages of its own, and what holds at all times starts on none."""


def at_once(duties: Iterable[Duty], trigger: Trigger) -> tuple[Duty, ...]:
    """The duties that `trigger` starts at once: those that only follow from the end of another of them come later."""
    found = tuple(duty for duty in duties if duty.trigger is trigger)
    later = {follower for duty in found for follower in STARTS.get(duty.action, ())}
    return tuple(duty for duty in found if duty.action not in later)


def instant_of(duty: Duty, at: datetime, planned_at: datetime | None) -> datetime | None:
    """From which instant the limit of `duty` counts: a limit "at least so long before" from what is planned, else `at`.

    None where the day from which it counts backward is not known yet: then it can't start.
    """
    return planned_at if duty.limit is not None and duty.limit.backward and duty.limit.period else at
