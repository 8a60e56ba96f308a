"""What an agreement says starts its clock + the instants that are known of a breach -> the instant to count from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from art28.agreement.duties import Duty, LimitSource, Trigger


class Instant(StrEnum):
    """The instants of a breach, in the words of the fact `breach.clock_starts` where it has one.

    A signal, a breach and awareness differ (EDPB Guidelines 9/2022, paras 31 to 34): it is observed that something is
    amiss, discovered that it is a breach, and the law's clock runs from reasonable certainty (awareness).
    """

    OCCURRED = "occurred"
    OBSERVATION = "observation"
    REPORT_FROM_SUB_PROCESSOR = "report_from_sub_processor"
    DISCOVERY = "discovery"
    AWARENESS = "awareness"


@dataclass(frozen=True, slots=True)
class Known:
    """An instant that is known: `at` is aware, `reason` why it is this one, in words for people."""

    at: datetime
    reason: str


_EARLY = (Instant.OBSERVATION, Instant.DISCOVERY)
"""What can be known before certainty. A duty to tell never runs from the occurrence, of which nobody may know yet."""


def beginning(duty: Duty, starts: Collection[str], known: Mapping[Instant, Known]) -> Known:
    """The instant from which a notification counts; the earliest where the agreement names several.

    `starts` holds the values of `breach.clock_starts`, `known` what is known of the breach, `AWARENESS` always.

    - Of observation and discovery, one that was not recorded is taken from the other, so that nothing counts later for want
      of a note; neither counts later than awareness does.
    - An agreement with a number of its own that does not say from when is read strictly: the earliest of the two counts.
    - For a breach at a sub-processor its report counts wherever the agreement has a start or a number of its own
      (`on_breach.notify_of_sub_processor`).
    - An agreement that has neither follows the law: awareness.
    """
    aware = known[Instant.AWARENESS]
    named = {each for each in Instant if each.value in starts}
    if not named and not _has_own_number(duty):
        return aware
    early = (named or set(_EARLY)) & set(_EARLY)
    counted = [found for kind in _EARLY if kind in early and (found := _recorded(kind, known)) is not None]
    told = known.get(Instant.REPORT_FROM_SUB_PROCESSOR) if duty.trigger is Trigger.BREACH_AT_SUB_PROCESSOR else None
    if told is not None:
        counted.append(told)
    if named != {Instant.REPORT_FROM_SUB_PROCESSOR} or not counted:
        counted.append(aware)
    return min(counted, key=lambda each: each.at)


def _has_own_number(duty: Duty) -> bool:
    limit = duty.limit
    return limit is not None and limit.period is not None and limit.source is LimitSource.AGREEMENT


def _recorded(kind: Instant, known: Mapping[Instant, Known]) -> Known | None:
    other = _EARLY[1 - _EARLY.index(kind)]
    return known.get(kind) or known.get(other)


def before_certainty(duty: Duty, starts: Collection[str], known: Mapping[Instant, Known]) -> Known | None:
    """The instant from which a notification counts while nobody is sure yet that there is a breach; None where none runs.

    `known` holds no awareness. An agreement that counts from observation, discovery or a sub-processor's report has its clock
    run from then, whatever is still being looked into.
    """
    unsure = Known(datetime.max.replace(tzinfo=UTC), "")
    found = beginning(duty, starts, {**known, Instant.AWARENESS: unsure})
    return None if found is unsure else found
