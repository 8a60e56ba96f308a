"""A year of an organisation in numbers, beside the year before: set-based queries, as many at any size."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import ExtractMonth, ExtractYear

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import State as Reading
from art28.web.audits.models import Audit
from art28.web.clocks.models import Obligation, State
from art28.web.exercises.kinds import PLAYED
from art28.web.lifecycle.models import Step
from art28.web.lifecycle.stages import Stage
from art28.web.measures.models import Effect, Review
from art28.web.registers import statistics
from art28.web.registers.selection import registered
from art28.web.requests.models import Outcome, SubjectRequest
from art28.web.subprocessors.models import Answer, AnswerKind, Proposal

MONTHS = 12
MOST_LATE = 40
_HELD = (Stage.SIGNED, Stage.ACTIVE, Stage.ENDING)


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of the year, and of the year before."""

    now: int = 0
    before: int = 0


Months = tuple[tuple[int, ...], tuple[int, ...]]
"""A number of each month of the year, and of the year before."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What ended of our own obligations of one kind: in time and late, in both years."""

    kind: str
    met: Pair
    late: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """All numbers of a year; `until` is its last day, or today while it runs."""

    year: int
    until: date
    breaches: Months
    told: tuple[statistics.Group, ...]
    requests: Months
    answered: Mapping[str, Pair]
    request_clocks: Pair
    request_late: Pair
    audits: Mapping[str, Pair]
    changes: Mapping[str, Pair]
    agreements: Mapping[str, Pair]
    reviews: Mapping[str, Pair]
    kept: tuple[Kept, ...]
    met_by_month: tuple[int, ...]
    late_by_month: tuple[int, ...]
    late: tuple[Obligation, ...]
    late_count: int


@dataclass(frozen=True, slots=True)
class _Span:
    """A year and the one before, as instants and days of the organisation."""

    organisation: Organisation
    year: int
    today: date

    @property
    def zone(self) -> ZoneInfo:
        """Whose days these are."""
        return ZoneInfo(self.organisation.time_zone)

    def start(self, year: int) -> datetime:
        """When a year begins."""
        return datetime.combine(date(year, 1, 1), time(), self.zone).astimezone(UTC)

    def at(self, field: str, back: int = 0) -> Q:
        """The rows of which an instant falls in the year, or in the one before."""
        year = self.year - back
        return Q(**{f"{field}__gte": self.start(year), f"{field}__lt": self.start(year + 1)})

    def on(self, field: str, back: int = 0) -> Q:
        """The same of a day."""
        year = self.year - back
        return Q(**{f"{field}__gte": date(year, 1, 1), f"{field}__lte": date(year, 12, 31)})

    def either(self, field: str) -> Q:
        """The rows of which an instant falls in one of the two."""
        return Q(**{f"{field}__gte": self.start(self.year - 1), f"{field}__lt": self.start(self.year + 1)})

    def last_day(self, back: int = 0) -> date:
        """The last day of the year, or of the one before, that has come."""
        return min(date(self.year - back, 12, 31), self.today)


def first_year(organisation: Organisation, *, now: datetime) -> int:
    """The first year of which there is something to tell."""
    zone = ZoneInfo(organisation.time_zone)
    first = agreements.agreements(organisation).aggregate(first=Min("added_at"))["first"]
    earliest = registered(organisation).aggregate(first=Min("aware_at"))["first"]
    return min(at for at in (first, earliest, now) if at is not None).astimezone(zone).year


def year_of(organisation: Organisation, year: int, *, now: datetime) -> Year:
    """The numbers of a year of the organisation."""
    span = _Span(organisation, year, now.astimezone(ZoneInfo(organisation.time_zone)).date())
    own = Obligation.objects.filter(organisation=organisation, ours=True).exclude(subject_kind__in=PLAYED)
    asked = own.filter(subject_kind="request")
    clocks = _pairs(asked, span, "ended_at", met=Q(state=State.MET), late=Q(state=State.LATE))
    requests = SubjectRequest.objects.filter(organisation=organisation)
    met, late = _ended_by_month(own, span)
    ended_late = own.filter(span.at("ended_at"), state=State.LATE)
    kept = _kept(own, span)
    return Year(
        year=year,
        until=span.last_day(),
        breaches=_by_month(registered(organisation), span, "aware_at"),
        told=_told(span),
        requests=_by_month(requests, span, "received_at"),
        answered=_pairs(requests, span, "closed_at", **{each.value: Q(outcome=each) for each in Outcome}),
        request_clocks=clocks["met"],
        request_late=clocks["late"],
        audits=_audits(span),
        changes=_changes(span),
        agreements=_agreements(span),
        reviews=_reviews(span),
        kept=kept,
        met_by_month=met,
        late_by_month=late,
        late=tuple(ended_late.select_related("agreement").order_by("-ended_at", "-id")[:MOST_LATE]),
        late_count=sum(each.late.now for each in kept),
    )


def _pairs(rows: QuerySet[Any], span: _Span, field: str, **of: Q) -> Mapping[str, Pair]:
    """How many rows of each kind fall in either year; one query."""
    wanted = {
        f"{name}_{back}": Count("pk", filter=found & span.at(field, back))
        for name, found in of.items()
        for back in (0, 1)
    }
    counted: Mapping[str, int] = rows.order_by().aggregate(**wanted)
    return {name: Pair(counted[f"{name}_0"], counted[f"{name}_1"]) for name in of}


def _by_month(rows: QuerySet[Any, Any], span: _Span, field: str) -> Months:
    """How many rows fall in each month of both years; one query."""
    counted = (
        rows.filter(span.either(field))
        .order_by()
        .annotate(in_year=ExtractYear(field, tzinfo=span.zone), in_month=ExtractMonth(field, tzinfo=span.zone))
        .values_list("in_year", "in_month")
        .annotate(n=Count("pk"))
    )
    found = {(year, month): n for year, month, n in counted}
    this, before = (
        tuple(found.get((year, month), 0) for month in range(1, MONTHS + 1)) for year in (span.year, span.year - 1)
    )
    return this, before


def _ended_by_month(own: QuerySet[Obligation], span: _Span) -> Months:
    """What ended in time, and late, in each month of the year; one query."""
    counted = (
        own.filter(span.at("ended_at"))
        .order_by()
        .annotate(in_month=ExtractMonth("ended_at", tzinfo=span.zone))
        .values_list("in_month")
        .annotate(met=Count("pk", filter=Q(state=State.MET)), late=Count("pk", filter=Q(state=State.LATE)))
    )
    found = {month: (met, late) for month, met, late in counted}
    pairs = [found.get(month, (0, 0)) for month in range(1, MONTHS + 1)]
    return tuple(met for met, _late in pairs), tuple(late for _met, late in pairs)


def _told(span: _Span) -> tuple[statistics.Group, ...]:
    """How long telling took against the limit: the other sides and the authority, in both years."""
    return tuple(
        statistics.told(span.organisation, what=what, since=span.start(year), before=span.start(year + 1), name=what)
        for what in statistics.WHAT
        for year in (span.year, span.year - 1)
    )


def _audits(span: _Span) -> Mapping[str, Pair]:
    rows = Audit.objects.filter(organisation=span.organisation)
    asked = _pairs(rows, span, "asked_at", asked=Q())
    held = _pairs(rows, span, "started_at", held=Q())
    found = _pairs(rows, span, "reported_at", complies=Q(compliant=True), differs=Q(compliant=False))
    return {**asked, **held, **found}


def _changes(span: _Span) -> Mapping[str, Pair]:
    rows = Proposal.objects.filter(organisation=span.organisation)
    answers = Answer.objects.filter(organisation=span.organisation)
    return {
        **_pairs(rows, span, "announced_at", announced=Q()),
        **_pairs(rows, span, "done_at", done=Q()),
        **_pairs(answers, span, "at", objected=Q(kind__in=(AnswerKind.OBJECTION, AnswerKind.REFUSAL))),
    }


def _agreements(span: _Span) -> Mapping[str, Pair]:
    """Those in force on the last day, put in, and ended; an agreement without a stage stands from the day it was put in."""
    rows = agreements.agreements(span.organisation).filter(state=Reading.READ)
    added = _pairs(rows, span, "added_at", added=Q())["added"]
    days = [span.last_day(back) for back in (0, 1)]
    stages = {}
    for back, day in enumerate(days):
        newest = Step.objects.filter(organisation=span.organisation, agreement=OuterRef("pk"), on__lte=day)
        stages[f"stage_{back}"] = Subquery(newest.order_by("-on", "-at", "-id").values("stage")[:1])
    wanted = {}
    for back, day in enumerate(days):
        until = datetime.combine(day, time.max, span.zone).astimezone(UTC)
        stands = Q(**{f"stage_{back}__in": _HELD}) | Q(**{f"stage_{back}": None, "added_at__lte": until})
        wanted[f"held_{back}"] = Count("pk", filter=stands)
    counted = rows.order_by().annotate(**stages).aggregate(**wanted)
    steps = Step.objects.filter(organisation=span.organisation, stage=Stage.ENDED).order_by()
    ended = steps.aggregate(
        now=Count("agreement", distinct=True, filter=span.on("on")),
        before=Count("agreement", distinct=True, filter=span.on("on", 1)),
    )
    return {"held": Pair(counted["held_0"], counted["held_1"]), "added": added, "ended": Pair(**ended)}


def _reviews(span: _Span) -> Mapping[str, Pair]:
    rows = Review.objects.filter(organisation=span.organisation).order_by()
    kinds = {"all": Q(), **{each.value: Q(effect=each) for each in Effect}}
    wanted = {
        f"{name}_{back}": Count("pk", filter=of & span.on("on", back)) for name, of in kinds.items() for back in (0, 1)
    }
    counted = rows.aggregate(**wanted)
    return {name: Pair(counted[f"{name}_0"], counted[f"{name}_1"]) for name in kinds}


def _kept(own: QuerySet[Obligation], span: _Span) -> tuple[Kept, ...]:
    """Our own obligations that ended in either year, by what started them; one query."""
    met, late = Q(state=State.MET), Q(state=State.LATE)
    now, before = span.at("ended_at"), span.at("ended_at", 1)
    rows = (
        own.filter(span.either("ended_at"))
        .order_by()
        .values_list("subject_kind")
        .annotate(
            met=Count("pk", filter=met & now),
            met_before=Count("pk", filter=met & before),
            late=Count("pk", filter=late & now),
            late_before=Count("pk", filter=late & before),
        )
    )
    found = [Kept(kind, Pair(in_time, was), Pair(over, was_over)) for kind, in_time, was, over, was_over in rows]
    found = [each for each in found if any((each.met.now, each.met.before, each.late.now, each.late.before))]
    return tuple(sorted(found, key=lambda each: (-each.met.now - each.late.now, each.kind)))
