"""An audit that is asked for, and what its agreement says -> whether it may be held so, check by check, with each clause.

Sources: Art. 28(3)(h) GDPR (the processor allows for and contributes to audits); the rest is the agreement's. EDPB Guidelines
07/2020, paras 143 to 145. No limit of an agreement takes the right itself away: a refusal says what is needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from art28.law.calendars import NL_AWT
from art28.obligations.settled import Said, Settled, choice, counts_working_days, says, settled
from art28.timelimits.compute import compute_limit
from art28.timelimits.limit import Regime
from art28.timelimits.period import InvalidPeriod, parse_period


class Point(StrEnum):
    """What is looked at."""

    TRIGGER = "trigger"
    FREQUENCY = "frequency"
    NOTICE = "notice"
    OFFICE_HOURS = "office_hours"
    AUDITOR = "auditor"
    COMPETITOR = "competitor"
    REPORTS_FIRST = "reports_first"
    SYSTEMS = "systems"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Check:
    """One point: whether it is met, by which clause; `earliest` is the first day on which it would be, where there is one.

    `latest` is the last such day of what can come too late.
    """

    point: Point
    met: bool
    provision: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """An audit as it is asked for. `earlier` holds the days of audits that were held; `suspicion` is empty for a usual one.

    `reports_assessed` says why the existing reports give no answer; `foreign_systems` are those not used for this processing.
    `ended_on` is the day from which nothing is processed under the agreement any more; None while something is.
    """

    asked_at: datetime
    planned_at: datetime
    earlier: tuple[date, ...] = ()
    suspicion: str = ""
    auditor: str = ""
    third_party: bool = True
    competitor: bool = False
    reports_assessed: str = ""
    ended_on: date | None = None
    foreign_systems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; `earliest` is the first day on which every point that knows a day would be met."""

    checks: tuple[Check, ...]
    earliest: date | None

    @property
    def latest(self) -> date | None:
        """The day until which it could have been held, where it comes too late."""
        late = (check.latest for check in self.checks if not check.met and check.latest is not None)
        return min(late, default=None)

    @property
    def allowed(self) -> bool:
        """Whether every point is met."""
        return all(check.met for check in self.checks)


def may_audit(agreement: Said, proposed: Proposed, *, zone: ZoneInfo) -> Verdict:
    """Whether the audit may be held as proposed; a point on which the agreement is silent isn't looked at."""
    checks = tuple(_checks(agreement, proposed, zone))
    days = [check.earliest for check in checks if check.earliest is not None]
    return Verdict(checks, max(days, default=None))


def _checks(agreement: Said, proposed: Proposed, zone: ZoneInfo) -> Iterator[Check]:
    planned = proposed.planned_at.astimezone(zone)
    trigger = settled(agreement, "audit.trigger")
    if trigger is not None and trigger.value == "suspicion_only":
        yield Check(Point.TRIGGER, bool(proposed.suspicion.strip()), trigger.fact.provision)
    on_suspicion = (
        bool(proposed.suspicion.strip()) and trigger is not None and trigger.value in ("both", "suspicion_only")
    )
    often = settled(agreement, "audit.max_frequency")
    if often is not None and not on_suspicion:
        yield _frequency(often, choice(agreement, "audit.frequency_basis"), proposed, planned.date(), zone)
    notice = settled(agreement, "audit.notice")
    if notice is not None and (first := _after(notice, proposed.asked_at, zone)) is not None:
        yield Check(Point.NOTICE, planned.date() >= first, notice.fact.provision, first)
    hours = _on_office_hours(agreement)
    if hours is not None:
        yield Check(Point.OFFICE_HOURS, _in_office_hours(planned), hours.fact.provision)
    yield from _auditor(agreement, proposed)
    if says(agreement, "audit.existing_reports_first"):
        found = settled(agreement, "audit.existing_reports_first")
        yield Check(Point.REPORTS_FIRST, bool(proposed.reports_assessed.strip()), found.fact.provision if found else "")
    if proposed.foreign_systems:
        right = settled(agreement, "audit.right")
        yield Check(Point.SYSTEMS, met=False, provision=right.fact.provision if right else "")
    if proposed.ended_on is not None:
        yield _before_the_end(agreement, planned.date(), proposed.ended_on)


def _before_the_end(agreement: Said, planned: date, ended_on: date) -> Check:
    """What is audited is processing for the controller: once the data are gone and the agreement is over there is none."""
    ending = settled(agreement, "end.data") or settled(agreement, "audit.right")
    return Check(Point.TERM, planned <= ended_on, ending.fact.provision if ending else "", latest=ended_on)


def _frequency(often: Settled, basis: str | None, proposed: Proposed, planned: date, zone: ZoneInfo) -> Check:
    """At most one in each period: since the last one, or in the same calendar year where the agreement counts those."""
    held = [day for day in proposed.earlier if day <= planned]
    if not held:
        return Check(Point.FREQUENCY, met=True, provision=often.fact.provision)
    last = max(held)
    if basis == "calendar_year":
        first: date | None = date(last.year + 1, 1, 1)
    else:
        first = _after(often, datetime.combine(last, time(12), tzinfo=zone), zone)
    met = first is None or planned >= first
    return Check(Point.FREQUENCY, met, often.fact.provision, first)


def _after(found: Settled, at: datetime, zone: ZoneInfo) -> date | None:
    """The day that a period reaches from `at`; None for one that can't be counted."""
    try:
        period = parse_period(str(found.value), working_days=counts_working_days(found.fact))
    except InvalidPeriod:
        return None
    limit = compute_limit(at, period, regime=Regime.CONTRACT, zone=zone)
    return limit.last_day or limit.ends_at.astimezone(zone).date()


_OFFICE_HOURS = re.compile(
    r"kantoor(?:tijd|uren)|werktijden|werkuren|office hours|business hours|working hours|gesch[aä]ftszeiten|heures de bureau",
    re.IGNORECASE,
)
_OPENS, _CLOSES = time(8, 30), time(17, 30)
"""What passes for office hours where nobody says which: an assumption, shown as such."""


def _on_office_hours(agreement: Said) -> Settled | None:
    """The fact on audits whose passage speaks of office hours; None where none does."""
    for key in ("audit.notice", "audit.right", "audit.max_frequency", "audit.trigger", "audit.auditor"):
        found = settled(agreement, key)
        if found is not None and any(_OFFICE_HOURS.search(citation.text) for citation in found.fact.citations):
            return found
    return None


def _in_office_hours(planned: datetime) -> bool:
    return NL_AWT.is_working_day(planned.date()) and _OPENS <= planned.time() <= _CLOSES


def _auditor(agreement: Said, proposed: Proposed) -> Iterator[Check]:
    found = settled(agreement, "audit.auditor")
    if found is None:
        return
    needs_third = found.value in ("independent_third_party", "any_third_party")
    named = bool(proposed.auditor.strip())
    yield Check(Point.AUDITOR, (named and proposed.third_party) or not needs_third, found.fact.provision)
    if found.value == "independent_third_party":
        yield Check(Point.COMPETITOR, not proposed.competitor, found.fact.provision)
