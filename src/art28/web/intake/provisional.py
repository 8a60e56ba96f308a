"""The clocks that run from a signal's own instants while nobody is sure yet that there is a breach.

An agreement that counts from observation, discovery or a sub-processor's report doesn't wait for an assessment. Which of
them are touched isn't known either, so each rule that occurs runs once, with how many agreements have it.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext

from art28.agreement.duties import Duty, Trigger
from art28.obligations import start as core
from art28.obligations.beginning import Instant, Known, before_certainty
from art28.timelimits.period import InvalidPeriod
from art28.web.agreements import rows, rules
from art28.web.intake.models import ProvisionalClock, Signal, Where


def known_of(signal: Signal) -> dict[Instant, Known]:
    """The instants of a signal: when it was noticed (else received), and when a sub-processor told it."""
    with translation.override(signal.organisation.language):
        noticed = gettext("noticed, as signal %(reference)s has it") % {"reference": signal.reference}
        told = gettext("report by the sub-processor, signal %(reference)s") % {"reference": signal.reference}
    found = {Instant.OBSERVATION: Known(signal.noticed_at or signal.told_at or signal.received_at, noticed)}
    if signal.told_at is not None:
        found[Instant.REPORT_FROM_SUB_PROCESSOR] = Known(signal.told_at, told)
    return found


def trigger_of(signal: Signal) -> Trigger:
    """What the signal would be to the agreements."""
    return Trigger.BREACH_AT_SUB_PROCESSOR if signal.where == Where.SUB_PROCESSOR else Trigger.BREACH


def start(signal: Signal, *, now: datetime) -> tuple[ProvisionalClock, ...]:
    """Let the clocks run that the signal starts, within the caller's transaction."""
    zone, known = ZoneInfo(signal.organisation.time_zone), known_of(signal)
    found: dict[tuple[datetime, datetime | None, str], ProvisionalClock] = {}
    for rule in rules.breach_rules(signal.organisation, trigger_of(signal)):
        starts = rule.starts or (frozenset({Instant.OBSERVATION.value}) if rule.unsettled else frozenset())
        begun = before_certainty(rule.duty, starts, known)
        if begun is None:
            continue
        ends_at = _end(rule.duty, begun, zone)
        kind = Instant.REPORT_FROM_SUB_PROCESSOR if begun.at == signal.told_at else Instant.OBSERVATION
        clock = found.setdefault(
            (begun.at, ends_at, str(rule.duty.limit and rule.duty.limit.wording)),
            ProvisionalClock(
                organisation=signal.organisation,
                signal=signal,
                starts=kind.value,
                limit=rows.of_limit(rule.duty.limit),
                agreements=0,
                started_at=begun.at,
                ends_at=ends_at,
                made_at=now,
            ),
        )
        clock.agreements += rule.agreements
    return tuple(ProvisionalClock.objects.bulk_create(found.values()))


def _end(duty: Duty, begun: Known, zone: ZoneInfo) -> datetime | None:
    """When the limit ends; a period that can't be counted has no end, and is due at once."""
    try:
        return core.start(duty, core.Event(duty.trigger, begun.at, begun.reason), facts_version="", zone=zone).ends_at
    except InvalidPeriod:
        return None


def end(signal: Signal, *, reason: str, now: datetime) -> int:
    """Stop the clocks of a signal that still run, for a reason; returns how many."""
    return ProvisionalClock.objects.filter(organisation=signal.organisation_id, signal=signal, ended_at=None).update(
        ended_at=now, ended_reason=reason[:500]
    )
