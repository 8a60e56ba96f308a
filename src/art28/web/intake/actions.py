"""Writes to signals: reported, added to, looked into, and found to be a breach or none."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from art28.obligations.beginning import Instant, Known
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.breaches import actions as breaches
from art28.web.breaches import earlier as breach_instants
from art28.web.breaches.models import Breach
from art28.web.breaches.models import State as BreachState
from art28.web.exercises.models import Exercise
from art28.web.intake import provisional, telling
from art28.web.intake.facts import SignalFacts, breach_facts, facts_of
from art28.web.intake.models import OPEN_STATES, ProvisionalClock, Signal, SignalFile, SignalVersion, Source, State
from art28.web.intake.signals import joined
from art28.web.services import touching


class StateChanged(Exception):
    """The signal no longer stands as it did when it was read: somebody else decided on it or added to it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a signal comes from: the way, who (a member, or an address), what identifies a mail, and when it was received.

    `received_at` None: as it is taken in. One of an `exercise` is only played.
    """

    source: Source
    by: User | None = None
    reporter: str = ""
    message_id: str | None = None
    received_at: datetime | None = None
    exercise: Exercise | None = None
    files: Sequence[File] = field(default=())


@transaction.atomic
def report(organisation: Organisation, facts: SignalFacts, *, origin: Origin, actor: Actor, now: datetime) -> Signal:
    """Take a signal in and let the clocks run that don't wait for an assessment; whoever assesses is told by mail."""
    year = now.astimezone(ZoneInfo(organisation.time_zone)).year
    signal = Signal.objects.create(
        organisation=organisation,
        exercise=origin.exercise,
        year=year,
        number=_next_number(organisation, year, is_played=origin.exercise is not None),
        source=origin.source,
        summary=_summary(facts.what),
        received_at=origin.received_at or now,
        kept_at=now,
        reported_by=origin.by,
        reporter=origin.reporter[:254],
        message_id=origin.message_id,
        **_sorted_by(facts, origin.received_at or now),
    )
    SignalVersion.objects.create(
        organisation=organisation, signal=signal, number=1, facts=facts.record(), at=now, by=origin.by
    )
    _keep_files(signal, origin.files, now)
    clocks = provisional.start(signal, now=now)
    content = {
        "source": signal.source,
        "facts": facts.record(),
        "files": [{"name": each.name, "sha256": sha256(each.data).hexdigest()} for each in origin.files],
        "provisional_clocks": _told(clocks),
    }
    _record(signal, "signal.reported", actor, now, content)
    telling.tell(signal, clocks, now=now)
    return signal


def is_known(organisation: Organisation, message_id: str) -> bool:
    """Whether the mail of this Message-ID was taken in before."""
    return Signal.objects.filter(organisation=organisation, message_id=message_id).exists()


def _next_number(organisation: Organisation, year: int, *, is_played: bool) -> int:
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    rows = Signal.objects.filter(organisation=organisation, year=year, exercise__isnull=not is_played)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _summary(what: str) -> str:
    line = " ".join(what.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


_LONGEST = 120


def _sorted_by(facts: SignalFacts, received_at: datetime) -> dict[str, Any]:
    known = [at for at in (facts.noticed_at, facts.told_at) if at is not None]
    return {
        "where": facts.where,
        "noticed_at": facts.noticed_at,
        "told_at": facts.told_at,
        "counts_from": min(known, default=received_at),
    }


def _keep_files(signal: Signal, files: Sequence[File], now: datetime) -> None:
    for each in files:
        SignalFile.objects.create(
            organisation_id=signal.organisation_id,
            signal=signal,
            name=each.name[:255],
            media_type=each.media_type[:120],
            size=len(each.data),
            sha256=sha256(each.data).hexdigest(),
            data=each.data,
            kept_at=now,
        )


def _told(clocks: Collection[ProvisionalClock]) -> list[dict[str, Any]]:
    return [
        {
            "starts": clock.starts,
            "from": clock.started_at.isoformat(),
            "ends_at": clock.ends_at.isoformat() if clock.ends_at else None,
            "agreements": clock.agreements,
        }
        for clock in clocks
    ]


@transaction.atomic
def change_facts(
    signal: Signal, facts: SignalFacts, *, why: str, based_on: int, by: User, actor: Actor, now: datetime
) -> None:
    """Keep a new version of what is known. Clocks whose instant changed end for that reason, and run from the new one.

    `based_on` is the version that the editor saw. Raises `StateChanged` where there is a newer one, or it was decided on.
    """
    _lock(signal)
    newest = SignalVersion.objects.filter(signal=signal).aggregate(newest=Max("number"))["newest"]
    if newest != based_on or not signal.is_open:
        raise StateChanged(f"signal {signal.reference} is at version {newest}")
    SignalVersion.objects.create(
        organisation_id=signal.organisation_id,
        signal=signal,
        number=newest + 1,
        facts=facts.record(),
        why=why,
        at=now,
        by=by,
    )
    before = (signal.where, signal.noticed_at, signal.told_at)
    moved = _sorted_by(facts, signal.received_at)
    Signal.objects.filter(pk=signal.pk).update(**moved, summary=_summary(facts.what))
    signal.refresh_from_db()
    if before != (signal.where, signal.noticed_at, signal.told_at):
        provisional.end(signal, reason=why, now=now)
        provisional.start(signal, now=now)
    _record(signal, "signal.facts_changed", actor, now, {"version": newest + 1, "why": why, "facts": facts.record()})


@transaction.atomic
def look_into(signal: Signal, *, who: User, until: datetime, what: str, actor: Actor, now: datetime) -> None:
    """Have it looked into, by whom and until when (EDPB Guidelines 9/2022, paras 33 and 34: shortly). No clock waits."""
    _move(signal, OPEN_STATES, state=State.LOOKING, looking=who, look_until=until, look_for=what)
    content = {"who": str(who.pk), "until": until.isoformat(), "what": what}
    _record(signal, "signal.looked_into", actor, now, content)


@transaction.atomic
def decide_no_breach(signal: Signal, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Keep that it is no personal data breach, and why; the clocks that ran end for that reason."""
    _move(signal, OPEN_STATES, state=State.NO_BREACH, decided_at=now, decided_by=by, reason=reason)
    stopped = provisional.end(signal, reason=reason, now=now)
    _record(signal, "signal.no_breach", actor, now, {"reason": reason, "clocks_ended": stopped})


@transaction.atomic
def reopen(signal: Signal, *, reason: str, actor: Actor, now: datetime) -> None:
    """Take back that it is no breach; the clocks run again, from where they began."""
    _move(signal, (State.NO_BREACH,), state=State.OPEN, decided_at=None, decided_by=None, reason="")
    clocks = provisional.start(signal, now=now)
    _record(signal, "signal.reopened", actor, now, {"reason": reason, "provisional_clocks": _told(clocks)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """That signals are a personal data breach: since when that is reasonably certain, and why; what is it called."""

    title: str
    aware_at: datetime
    aware_reason: str
    discovered_at: datetime | None
    discovered_reason: str
    at_sub_processor: bool
    internal_target: timedelta | None = None


def instants_of(signals: Sequence[Signal], assessment: Assessment) -> dict[Instant, Known]:
    """The instants of the breach that the signals are: of each kind the earliest, with the signal it comes from."""
    found: dict[Instant, Known] = {}
    for signal in signals:
        for kind, known in provisional.known_of(signal).items():
            if kind not in found or known.at < found[kind].at:
                found[kind] = known
    if assessment.discovered_at is not None:
        found[Instant.DISCOVERY] = Known(
            assessment.discovered_at, assessment.discovered_reason or found[Instant.OBSERVATION].reason
        )
    return found


@transaction.atomic
def decide_breach(
    signals: Sequence[Signal],
    agreement_ids: Iterable[UUID],
    assessment: Assessment,
    *,
    touched: touching.Scope | None = None,
    by: User,
    actor: Actor,
    now: datetime,
) -> Breach:
    """Record the breach that these signals of one organisation are, with the clocks of the agreements it touches.

    `touched` says by what they were found, where the catalogue of services did: each then keeps its ground.
    """
    organisation = signals[0].organisation
    for signal in signals:
        _lock(signal)
    breach = breaches.record_breach(
        organisation,
        agreement_ids,
        title=assessment.title,
        facts=breach_facts([newest(signal) for signal in signals], discovered_at=assessment.discovered_at),
        discovery=breaches.Discovery(
            aware_at=assessment.aware_at,
            aware_reason=assessment.aware_reason,
            at_sub_processor=assessment.at_sub_processor,
            internal_target=assessment.internal_target,
            instants=instants_of(signals, assessment),
        ),
        by=by,
        actor=actor,
        now=now,
        exercise=signals[0].exercise,
    )
    if touched is not None:
        touching.keep_grounds(breach, touched)
    for signal in signals:
        _join(signal, breach, reason=assessment.aware_reason, by=by, actor=actor, now=now)
    return breach


class BreachClosed(Exception):
    """A signal can't join a breach that is closed; record a new one, which may name it."""


@transaction.atomic
def join(signal: Signal, breach: Breach, *, reason: str, by: User, actor: Actor, now: datetime) -> bool:
    """Let a signal join a breach that is recorded already; returns whether it is earlier than the breach's clocks know.

    Those that count from such an instant by their agreement move to it at once. Raises `BreachClosed`, `StateChanged`.
    """
    _lock(signal)
    if breach.state != BreachState.OPEN:
        raise BreachClosed(breach.reference)
    if signal.exercise_id != breach.exercise_id:
        raise StateChanged("what is real and what is played don't join")
    earlier = breach_instants.learn(breach, provisional.known_of(signal), actor=actor, now=now)
    _join(signal, breach, reason=reason, earlier=earlier, by=by, actor=actor, now=now)
    return earlier


def _join(
    signal: Signal, breach: Breach, *, reason: str, by: User, actor: Actor, now: datetime, earlier: bool = False
) -> None:
    _move(signal, OPEN_STATES, state=State.BREACH, breach=breach, decided_at=now, decided_by=by, reason=reason)
    provisional.end(signal, reason=breach.reference, now=now)
    content = {"breach": str(breach.pk), "reason": reason, "earlier_than_its_clocks": earlier}
    _record(signal, "signal.is_breach", actor, now, content)
    joined.send(Signal, row=signal, breach=breach, by=by, actor=actor, now=now)


def known_since(signal: Signal) -> datetime:
    """When it was noticed, as far as that is known: else when it was told, else when it came in."""
    return provisional.known_of(signal)[Instant.OBSERVATION].at


def newest(signal: Signal) -> SignalFacts:
    """What is known of a signal now."""
    version = SignalVersion.objects.filter(organisation=signal.organisation_id, signal=signal).latest("number")
    return facts_of(version.facts)


def _lock(signal: Signal) -> None:
    Signal.objects.select_for_update().only("id").get(pk=signal.pk)


def _move(signal: Signal, before: Collection[str], **changes: Any) -> None:
    """Move a signal that stands at one of `before`; raises `StateChanged` where it doesn't any more."""
    rows = Signal.objects.filter(pk=signal.pk, organisation=signal.organisation_id, state__in=before)
    if rows.update(**changes) != 1:
        raise StateChanged(f"signal {signal.reference} was decided on meanwhile")
    signal.refresh_from_db()


def _record(signal: Signal, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=signal.organisation, actor=actor, kind=kind, subject=signal, at=now, content=content)
