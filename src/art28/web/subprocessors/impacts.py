"""A change of sub-processor -> what each agreement that it touches asks first; in a fixed number of queries."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from art28.obligations import impact as core
from art28.obligations.impact import Impact, Need, Planned
from art28.obligations.settled import regime_of
from art28.timelimits.compute import compute_limit
from art28.timelimits.limit import Limit, Regime
from art28.timelimits.period import InvalidPeriod, parse_period
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Direction, FactVersion
from art28.web.agreements.queries import within
from art28.web.breaches import queries as breaches
from art28.web.database.expressions import Hex
from art28.web.listing import Tools, sifted
from art28.web.services import touching
from art28.web.subprocessors import terms
from art28.web.subprocessors.models import Safeguard
from art28.web.subprocessors.register import holds
from art28.web.subprocessors.terms import Said


@dataclass(frozen=True, slots=True)
class Change:
    """What is to change, whether somebody proposed it already or only looks what it would ask."""

    kind: core.Kind
    sub_processor_id: UUID
    countries: tuple[str, ...]
    services: tuple[UUID, ...]
    planned_on: date


class Line(NamedTuple):
    """One agreement: by its 32 hexadecimal digits, with what it asks; `tell_by` is the last moment to give notice."""

    agreement_id: str
    name: str
    title: str
    impact: Impact
    said: Said
    tell_by: datetime | None

    @property
    def id(self) -> UUID:
        """The agreement's identifier."""
        return UUID(self.agreement_id)


@dataclass(frozen=True, slots=True)
class Impacts:
    """The agreements that a change touches, by the other side's name, and how many ask what."""

    lines: tuple[Line, ...]
    counts: Mapping[Need, int]
    earliest: datetime | None

    def narrowed(self, tools: Tools) -> list[Line]:
        """Those that ask what is asked for, and whose name or title holds the words; in the order asked for."""
        found = sifted(
            self.lines,
            tools,
            text=lambda line: f"{line.name} {line.title}",
            by={"need": lambda line: str(line.impact.need.value)},
        )
        if tools.sort == "need":
            found.sort(key=lambda line: -line.impact.need.value)
        if tools.sort == "soonest":
            found.sort(key=lambda line: (line.tell_by is None, line.tell_by or datetime.max.replace(tzinfo=UTC)))
        return found


def impacts(organisation: Organisation, change: Change) -> Impacts:
    """What the agreements that `change` touches ask first; seven queries for any number of them."""
    zone = ZoneInfo(organisation.time_zone)
    kept = safeguarded(organisation, change.sub_processor_id, change.planned_on)
    planned = Planned(change.kind, change.countries, change.planned_on, kept)
    known = terms.said(organisation)
    nothing, lines = Said(), []
    judged: dict[object, Impact] = {}
    for agreement_id, name, title in _rows(organisation, change):
        said = known.get(agreement_id, nothing)
        allows = said.terms
        found = judged.get(allows)
        if found is None:
            found = judged[allows] = core.impact(allows, planned)
        tell_by = None
        if found.need is not Need.NOTHING and allows.period:
            tell_by = last_moment(allows.period, change.planned_on, zone, working_days=allows.working_days)
        lines.append(Line(agreement_id, name, title, found, said, tell_by))
    counts = Counter(line.impact.need for line in lines)
    earliest = min((line.tell_by for line in lines if line.tell_by), default=None)
    return Impacts(tuple(lines), counts, earliest)


def safeguarded(organisation: Organisation, sub_processor_id: UUID, on: date) -> frozenset[str]:
    """The countries for which safeguards for data at a sub-processor are on file that hold on that day."""
    rows = Safeguard.objects.filter(organisation=organisation, sub_processor=sub_processor_id, ended_at=None)
    return frozenset(each.country for each in rows if holds(each, on))


def touched(organisation: Organisation, change: Change) -> QuerySet[Agreement]:
    """The agreements under which the organisation may process with the sub-processor: of customers that take one of the
    services, and of those of whom nobody said which they take."""
    if change.services:
        wanted = touching.Selection(services=frozenset(change.services), from_on=change.planned_on)
        found = touching.scope(organisation, wanted).agreements
    else:
        found = breaches.may_be_touched(organisation, "")
    return found.exclude(direction=Direction.CONTROLLER)


def _rows(organisation: Organisation, change: Change) -> Iterable[tuple[str, str, str]]:
    return touched(organisation, change).values_list(Hex("id"), "counterparty_name", "title").iterator(5_000)


def begins_at(planned_on: date, zone: ZoneInfo) -> datetime:
    """The first moment of the day on which a change takes effect."""
    return datetime.combine(planned_on, time.min, tzinfo=zone)


@lru_cache(maxsize=512)  # thousands of agreements ask the same few periods before the same day
def last_moment(period: str, planned_on: date, zone: ZoneInfo, *, working_days: bool) -> datetime | None:
    """Until when notice can be given; None for a period that can't be counted."""
    limit = _counted(period, begins_at(planned_on, zone), zone, working_days=working_days, backward=True)
    return limit.ends_at if limit else None


def window(period: str, told_at: datetime, zone: ZoneInfo, *, working_days: bool) -> Limit | None:
    """In which time the other side may object, told at that instant; None for a period that can't be counted."""
    return _counted(period, told_at, zone, working_days=working_days, backward=False)


def _counted(period: str, at: datetime, zone: ZoneInfo, *, working_days: bool, backward: bool) -> Limit | None:
    try:
        counted = parse_period(period, working_days=working_days)
    except InvalidPeriod:
        return None
    return compute_limit(at, counted, regime=Regime(regime_of(period)), zone=zone, backward=backward)


class Passage(NamedTuple):
    """The words of an agreement that carry a fact, without the number that they stand under, and that number."""

    provision: str
    text: str


def passages(
    organisation: Organisation, agreement_ids: Collection[UUID], keys: Sequence[str]
) -> Mapping[tuple[UUID, str], Passage]:
    """The passages of some agreements, by agreement and fact; one query."""
    rows = FactVersion.objects.filter(within(organisation, agreement_ids), key__in=keys, current=True)
    return {
        (agreement_id, key): Passage(provision, _unnumbered(citations[0]["text"], provision) if citations else "")
        for agreement_id, key, provision, citations in rows.values_list("agreement_id", "key", "provision", "citations")
    }


def _unnumbered(text: str, provision: str) -> str:
    """A passage without its own number at its start."""
    return text.removeprefix(provision).lstrip(" .)\t") if provision else text
