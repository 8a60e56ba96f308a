"""An exercise -> its timed report: what happened when, each limit against what was done, who did what, and what was late."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q

from art28.agreement.duties import Action
from art28.web.accounts.models import Organisation
from art28.web.assessments.models import Decision, Notification, Told
from art28.web.audit import queries as audit
from art28.web.audit.queries import TrailLine
from art28.web.breaches.models import Breach, Call, TouchedAgreement
from art28.web.clocks.models import Obligation, State
from art28.web.exercises import queries
from art28.web.exercises.models import Exercise, Inject
from art28.web.intake import queries as signals
from art28.web.notices.models import OutboxMessage
from art28.web.received import queries as reports

MOST = 200
"""How many limits, calls and acts a report lists; what is beyond is counted."""
_NOT_TIMED = (Action.REGISTER_BREACH, Action.FOLLOW_UP_BREACH)


class Code(StrEnum):
    """The steps of a breach that are timed."""

    STARTED = "started"
    SIGNALLED = "signalled"
    RECEIVED = "received"
    RECORDED = "recorded"
    FOUND = "found"
    ASSESSED = "assessed"
    FIRST_TOLD = "first_told"
    LAST_TOLD = "last_told"
    AUTHORITY = "authority"
    PEOPLE = "people"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: when, how long after the start, and by whom where one person took it; None where it wasn't taken."""

    code: Code
    at: datetime | None
    after: timedelta | None
    who: str = ""


class Standing(StrEnum):
    """What became of a limit: kept, kept too late, not done when it passed, or not done while it still ran."""

    IN_TIME = "in_time"
    LATE = "late"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Limit:
    """One clock of the exercise. `share` is how much of the limit was used, in hundredths; None for one without a number."""

    party: str
    title: str
    action: str
    started_at: datetime
    ends_at: datetime | None
    sent_at: datetime | None
    done_at: datetime | None
    confirmed_at: datetime | None
    standing: Standing
    share: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it. `until` is the end, or now while the exercise runs."""

    exercise: Exercise
    breach: Breach | None
    until: datetime
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...]
    limit_count: int
    calls: tuple[Call, ...]
    call_count: int
    told: tuple[Inject, ...]
    acts: tuple[TrailLine, ...]
    people: tuple[tuple[str, int], ...]

    @property
    def took(self) -> timedelta:
        """How long the exercise took."""
        return self.until - self.exercise.started_at

    def counted(self, standing: Standing) -> int:
        """How many of the listed limits stand so."""
        return sum(limit.standing is standing for limit in self.limits)

    @property
    def in_time(self) -> int:
        """How many limits were kept."""
        return self.counted(Standing.IN_TIME)

    @property
    def late(self) -> int:
        """How many were not: done too late, or not done when they passed."""
        return self.counted(Standing.LATE) + self.counted(Standing.MISSED)

    @property
    def open(self) -> int:
        """How many were not done, but still ran."""
        return self.counted(Standing.OPEN)


def report(exercise: Exercise, *, now: datetime) -> Report:
    """The report of an exercise, as far as it is; a fixed number of queries."""
    until = exercise.ended_at or now
    breach: Breach | None = getattr(exercise, "breach", None)
    organisation = exercise.organisation
    acts = _acts(organisation, exercise, breach, until)
    names = Counter(act.actor for act in acts if act.actor)
    rows, sent = _clocks(organisation, breach), _sent(organisation, breach)
    calls = _calls(breach, until)
    return Report(
        exercise=exercise,
        breach=breach,
        until=until,
        steps=tuple(_steps(exercise, breach, rows, until)),
        limits=tuple(_limit(row, sent, until) for row in rows[:MOST]),
        limit_count=len(rows),
        calls=calls[:MOST],
        call_count=len(calls),
        told=queries.told(exercise, now=until),
        acts=acts[:MOST],
        people=tuple(names.most_common()),
    )


def _acts(
    organisation: Organisation, exercise: Exercise, breach: Breach | None, until: datetime
) -> tuple[TrailLine, ...]:
    """What people did, oldest first."""
    found = audit.everything(organisation).filter(
        subject_id__in=[exercise.pk, *([breach.pk] if breach else []), *_came_in(exercise)],
        at__gte=exercise.started_at,
        at__lte=until,
        actor_id__isnull=False,
    )
    return audit.lines(organisation, found.order_by("at", "id")[: MOST + 1])


def _came_in(exercise: Exercise) -> Iterator[UUID]:
    yield from (each.pk for each in signals.played(exercise))
    yield from (each.pk for each in reports.played(exercise))


def _clocks(organisation: Organisation, breach: Breach | None) -> list[Obligation]:
    if breach is None:
        return []
    rows = Obligation.objects.filter(organisation=organisation, subject_id=breach.pk, ours=True)
    rows = rows.exclude(action__in=_NOT_TIMED).exclude(made_at__isnull=True).select_related("agreement")
    return list(rows.order_by(F("ends_at").asc(nulls_last=True), "due_at", "id"))


def _sent(organisation: Organisation, breach: Breach | None) -> Mapping[UUID, tuple[datetime, datetime | None]]:
    """By clock, when its first message was handed over and when receipt was confirmed."""
    if breach is None:
        return {}
    rows = OutboxMessage.objects.filter(organisation=organisation, subject_id=breach.pk, obligation__isnull=False)
    found = rows.order_by().values_list("obligation").annotate(Min("handed_over_at"), Min("acknowledged_at"))
    return {clock: (sent, confirmed) for clock, sent, confirmed in found}


def _calls(breach: Breach | None, until: datetime) -> tuple[Call, ...]:
    if breach is None:
        return ()
    rows = Call.objects.filter(organisation=breach.organisation_id, touched__breach=breach, at__lte=until)
    return tuple(rows.select_related("by", "touched__agreement").order_by("at", "id"))


def _limit(row: Obligation, sent: Mapping[UUID, tuple[datetime, datetime | None]], until: datetime) -> Limit:
    done_at = row.ended_at if row.state in (State.MET, State.LATE) else None
    sent_at, confirmed_at = sent.get(row.pk, (None, None))
    return Limit(
        party=row.counterparty,
        title=row.title,
        action=row.action,
        started_at=row.started_at,
        ends_at=row.ends_at,
        sent_at=sent_at,
        done_at=done_at,
        confirmed_at=confirmed_at,
        standing=standing_of(row, until),
        share=_share(row, done_at or until),
    )


def standing_of(row: Obligation, until: datetime) -> Standing:
    """How a clock stood when the exercise ended; ending it lets what still ran lapse, which is no excuse."""
    if row.state in (State.MET, State.LATE) and row.ended_at is not None:
        return Standing.IN_TIME if row.state == State.MET else Standing.LATE
    return Standing.MISSED if row.ends_at is not None and row.ends_at < until else Standing.OPEN


def _share(row: Obligation, at: datetime) -> int | None:
    if row.ends_at is None or row.ends_at <= row.started_at:
        return None
    return max(0, ceil(100 * ((at - row.started_at) / (row.ends_at - row.started_at))))


def _steps(exercise: Exercise, breach: Breach | None, rows: Sequence[Obligation], until: datetime) -> Iterator[Step]:
    def step(code: Code, at: datetime | None, who: object = "") -> Step:
        within = at if at is not None and at <= until else None
        return Step(code, within, within - exercise.started_at if within else None, str(who) if within else "")

    yield step(Code.STARTED, exercise.started_at, exercise.player)
    reported = signals.played(exercise)
    if reported:
        yield step(Code.SIGNALLED, reported[0].kept_at, reported[0].reported_by or "")
    received = reports.played(exercise)
    if received:
        yield step(Code.RECEIVED, received[0].recorded_at, received[0].recorded_by)
    if breach is None:
        yield step(Code.RECORDED, None)
    else:
        yield step(Code.RECORDED, breach.recorded_at, breach.recorded_by)
        yield step(Code.FOUND, _found_at(breach))
        decided = Decision.objects.filter(breach=breach).select_related("by").order_by("number").first()
        yield step(Code.ASSESSED, decided.at if decided else None, decided.by if decided else "")
        notified = [row for row in rows if row.action == Action.NOTIFY_BREACH]
        times = sorted(row.ended_at for row in notified if _is_done(row) and row.ended_at is not None)
        yield step(Code.FIRST_TOLD, times[0] if times else None)
        yield step(Code.LAST_TOLD, times[-1] if times and len(times) == len(notified) else None)
        authority = Notification.objects.filter(breach=breach).select_related("by").order_by("number").first()
        yield step(Code.AUTHORITY, authority.at if authority else None, authority.by if authority else "")
        people = Told.objects.filter(breach=breach).select_related("by").order_by("number").first()
        yield step(Code.PEOPLE, people.at if people else None, people.by if people else "")
    yield step(Code.ENDED, exercise.ended_at, exercise.ended_by or "")


def _found_at(breach: Breach) -> datetime | None:
    """When the clocks of all agreements ran."""
    rows = TouchedAgreement.objects.filter(organisation=breach.organisation_id, breach=breach)
    found: datetime | None = rows.aggregate(last=Max("started_at"))["last"]
    return found


def _is_done(row: Obligation) -> bool:
    return row.state in (State.MET, State.LATE)


@dataclass(frozen=True, slots=True)
class Figures:
    """One exercise in a line, to be laid beside others; times count from its start, None where it didn't come to that."""

    exercise: Exercise
    took: timedelta | None
    recorded: timedelta | None
    first_told: timedelta | None
    last_told: timedelta | None
    told: int
    to_tell: int
    late: int
    calls: int


def figures(organisation: Organisation, exercises: Sequence[Exercise]) -> tuple[Figures, ...]:
    """The figures of some exercises, in two queries."""
    of_breach = {row.breach.pk: row for row in exercises if hasattr(row, "breach")}
    done = Q(state__in=(State.MET, State.LATE), ended_at__isnull=False)
    missed = Q(state=State.CANCELLED, ends_at__lt=F("ended_at")) | Q(state=State.LATE)
    counted = (
        Obligation.objects.filter(
            organisation=organisation, subject_id__in=list(of_breach), action=Action.NOTIFY_BREACH, ours=True
        )
        .order_by()
        .values_list("subject_id")
        .annotate(
            first=Min("ended_at", filter=done),
            last=Max("ended_at", filter=done),
            done=Count("id", filter=done),
            every=Count("id"),
            late=Count("id", filter=missed),
        )
    )
    told = {subject: (first, last, done, every, late) for subject, first, last, done, every, late in counted}
    calls = dict(
        Call.objects.filter(organisation=organisation, touched__breach__in=list(of_breach))
        .order_by()
        .values_list("touched__breach")
        .annotate(Count("id"))
    )
    return tuple(_figures(row, told, calls) for row in exercises)


_Told = tuple[datetime | None, datetime | None, int, int, int]


def _figures(exercise: Exercise, told: Mapping[UUID, _Told], calls: Mapping[UUID, int]) -> Figures:
    breach: Breach | None = getattr(exercise, "breach", None)
    first, last, done, to_tell, late = told.get(breach.pk, _NOTHING) if breach else _NOTHING

    def after(at: datetime | None) -> timedelta | None:
        return at - exercise.started_at if at else None

    return Figures(
        exercise=exercise,
        took=after(exercise.ended_at),
        recorded=after(breach.recorded_at if breach else None),
        first_told=after(first),
        last_told=after(last) if done == to_tell else None,
        told=done,
        to_tell=to_tell,
        late=late,
        calls=calls.get(breach.pk, 0) if breach else 0,
    )


_NOTHING: _Told = (None, None, 0, 0, 0)
