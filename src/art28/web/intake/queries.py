"""Reads of signals; always of one organisation."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Min, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.breaches.models import State as BreachState
from art28.web.exercises.models import Exercise
from art28.web.intake.models import (
    OPEN_STATES,
    MailboxReading,
    ProvisionalClock,
    Signal,
    SignalFile,
    SignalVersion,
)

_RUNNING = Q(clocks__ended_at=None, clocks__id__isnull=False)
_JOINABLE = 50


def signals(organisation: Organisation) -> QuerySet[Signal]:
    """Every signal, with the first end of its provisional clocks, how many agreements they speak for, and the people."""
    return (
        Signal.objects.filter(organisation=organisation)
        .annotate(
            first_end=Min("clocks__ends_at", filter=_RUNNING),
            clock_count=Count("clocks", filter=_RUNNING),
            at_once=Count("clocks", filter=_RUNNING & Q(clocks__ends_at=None)),
        )
        .select_related("reported_by", "looking", "decided_by", "breach")
    )


def queue(organisation: Organisation) -> QuerySet[Signal]:
    """Every signal that isn't played."""
    return signals(organisation).filter(exercise=None)


def waiting(organisation: Organisation) -> QuerySet[Signal]:
    """The signals that nobody has decided on yet."""
    return Signal.objects.filter(organisation=organisation, exercise=None, state__in=OPEN_STATES)


def signal(organisation: Organisation, signal_id: UUID) -> Signal | None:
    """One signal; None where the organisation has none with that id."""
    rows = signals(organisation).select_related("organisation", "reported_by", "exercise")
    return rows.filter(pk=signal_id, exercise__erased_at=None).first()


def played(exercise: Exercise) -> tuple[Signal, ...]:
    """The signals of an exercise, oldest first."""
    return tuple(signals(exercise.organisation).filter(exercise=exercise).order_by("kept_at", "id"))


def by_message(organisation: Organisation, message_id: str) -> Signal | None:
    """The signal that came by this message or key; None where none did."""
    return Signal.objects.filter(organisation=organisation, message_id=message_id).select_related("breach").first()


def open_ones(organisation: Organisation, signal_ids: Collection[UUID]) -> tuple[Signal, ...]:
    """Of these signals those that wait, the earliest first."""
    rows = Signal.objects.filter(organisation=organisation, pk__in=signal_ids, state__in=OPEN_STATES)
    rows = rows.filter(exercise__erased_at=None)
    return tuple(rows.select_related("organisation", "exercise").order_by("counts_from", "id"))


def versions(found: Signal) -> tuple[SignalVersion, ...]:
    """What was known, newest first."""
    rows = SignalVersion.objects.filter(organisation=found.organisation_id, signal=found)
    return tuple(rows.select_related("by").order_by("-number"))


def newest_versions(organisation: Organisation, found: Sequence[Signal]) -> tuple[SignalVersion, ...]:
    """The newest version of each of these signals, in their order; one query."""
    rows = SignalVersion.objects.filter(organisation=organisation, signal__in=found).order_by("number")
    newest = {row.signal_id: row for row in rows}
    return tuple(newest[each.pk] for each in found)


def clocks(found: Signal) -> tuple[ProvisionalClock, ...]:
    """The provisional clocks of a signal, those that run first, by what ends first."""
    rows = ProvisionalClock.objects.filter(organisation=found.organisation_id, signal=found)
    return tuple(rows.order_by(F("ended_at").asc(nulls_first=True), F("ends_at").asc(nulls_first=True), "started_at"))


def files(found: Signal) -> tuple[SignalFile, ...]:
    """The files that came with it, without their bytes."""
    return tuple(
        SignalFile.objects.filter(organisation=found.organisation_id, signal=found).defer("data").order_by("id")
    )


def file(organisation: Organisation, signal_id: UUID, file_id: UUID) -> SignalFile | None:
    """One file, with its bytes."""
    return SignalFile.objects.filter(organisation=organisation, signal=signal_id, pk=file_id).first()


def of_breach(organisation: Organisation, breach_id: UUID) -> tuple[Signal, ...]:
    """The signals that a breach consists of, earliest first."""
    return tuple(signals(organisation).filter(breach=breach_id).order_by("counts_from", "id"))


def joinable(organisation: Organisation) -> tuple[Breach, ...]:
    """The open breaches that a signal may join, newest first."""
    return tuple(breaches.breaches(organisation).filter(state=BreachState.OPEN)[:_JOINABLE])


def played_open(exercise: Exercise) -> tuple[Breach, ...]:
    """The breach of an exercise, as long as it is open."""
    return tuple(Breach.objects.filter(exercise=exercise, state=BreachState.OPEN))


def mailbox_fault() -> MailboxReading | None:
    """The mailbox that can't be read now; None where all is well or there is none."""
    return MailboxReading.objects.filter(failed_since__isnull=False).first()


@dataclass(frozen=True, slots=True)
class Running:
    """What runs provisionally over all signals: how many wait, and the first end; None where nothing with a number runs."""

    signals: int
    first_end: datetime | None


def running(organisation: Organisation) -> Running:
    """What "today" says of signals; one query."""
    found = waiting(organisation).aggregate(n=Count("id", distinct=True), end=Min("clocks__ends_at", filter=_RUNNING))
    return Running(found["n"], found["end"])
