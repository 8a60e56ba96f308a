"""Drafts -> notices in the outbox, one or a thousand by the same path, with what that does to the clocks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max

from art28.agreement.duties import Action
from art28.notices.notice import Evidence, Notice, NoticeKind
from art28.obligations import start as core
from art28.web.accounts.access import Actor
from art28.web.audit.actions import Entry, record_many
from art28.web.audit.sealing import head_of, seal
from art28.web.breaches import composing, fanout, promises
from art28.web.breaches.actions import StateChanged
from art28.web.breaches.composing import Known, Sending
from art28.web.breaches.models import Breach, FactsVersion, TouchedAgreement
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Starting
from art28.web.clocks.models import Proof, State
from art28.web.clocks.queries import is_late
from art28.web.exercises.kinds import mark
from art28.web.notices import actions as outbox
from art28.web.notices.envelope import Envelope
from art28.web.notices.models import OutboxMessage


class ReasonsWanted(Exception):
    """The notification is late: it leaves with the reasons for that (Art. 33(1) GDPR, last sentence), not without."""


class Refusal(StrEnum):
    """Why a notice was not put in the outbox.

    Its kind can't come next, or nothing is owed to the other side, which processes for us; its draft or standing changed
    since it was read; or it is late and nobody said why.
    """

    KIND = "kind"
    CHANGED = "changed"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Leaving:
    """A draft about to leave: the agreement with its draft, what the sender decides, and the version that was looked at.

    `based_on` None takes the draft as it stands.
    """

    touched: TouchedAgreement
    sending: Sending
    based_on: int | None


Outcome = OutboxMessage | Refusal


def send(touched: TouchedAgreement, sending: Sending, *, based_on: int, actor: Actor, now: datetime) -> OutboxMessage:
    """Put the notice in the outbox as it stands now.

    The draft must still be at version `based_on`, so that nobody sends what another has just changed: `StateChanged`.
    A first notice after its limit needs reasons: `ReasonsWanted`.
    """
    leaving = Leaving(touched, sending, based_on)
    outcome = send_many(touched.breach, ((leaving,),), actor=actor, now=now)[touched.agreement_id]
    if outcome is Refusal.REASONS:
        raise ReasonsWanted
    if isinstance(outcome, Refusal):
        raise StateChanged(f"the notice was not sent: {outcome.value}")
    touched.refresh_from_db(fields=("sent", "version"))
    return outcome


@transaction.atomic
def send_many(
    breach: Breach, letters: Sequence[Sequence[Leaving]], *, actor: Actor, now: datetime
) -> Mapping[UUID, Outcome]:
    """Put notices in the outbox, set-based; what became of each, by agreement.

    A letter goes to one recipient as one message, whatever the number of agreements in it; one that is refused is left out
    of its letter, and the others leave.
    """
    every = [leaving for letter in letters for leaving in letter]
    known = composing.known(breach, [each.touched.agreement_id for each in every])
    standing = _locked([each.touched.pk for each in every])
    outcomes: dict[UUID, Outcome] = {}
    for each in every:
        refusal = _refusal(each, known[each.touched.agreement_id], standing, now)
        if refusal is not None:
            outcomes[each.touched.agreement_id] = refusal
    accepted = [[each for each in letter if each.touched.agreement_id not in outcomes] for letter in letters]
    accepted = [letter for letter in accepted if letter]
    leaving = [each for letter in accepted for each in letter]
    if not leaving:
        return outcomes
    _mark(breach, leaving)
    for each in leaving:
        _explain(each, known[each.touched.agreement_id], actor=actor, now=now)
    sent = _queue(breach, accepted, known, actor=actor, now=now)
    _follow_up(breach, leaving, known, sent, actor=actor, now=now)
    entries = [
        Entry("breach.notice_sent", "breach", breach.pk, _of_sending(each, sent[each.touched.agreement_id][0]))
        for each in leaving
    ]
    record_many(organisation=breach.organisation, actor=actor, at=now, entries=entries)
    return outcomes | {agreement_id: message for agreement_id, (message, _) in sent.items()}


def _locked(touched_ids: Sequence[UUID]) -> Mapping[UUID, tuple[int, int]]:
    """Version and number of notices of the agreements that may still be told, held until the transaction ends."""
    rows = TouchedAgreement.objects.select_for_update().filter(pk__in=touched_ids, closed_at=None, excluded_at=None)
    return {pk: (version, sent) for pk, version, sent in rows.order_by("id").values_list("pk", "version", "sent")}


def _refusal(each: Leaving, known: Known, standing: Mapping[UUID, tuple[int, int]], now: datetime) -> Refusal | None:
    touched = each.touched
    if not touched.is_owed or each.sending.kind not in composing.kinds(touched, known):
        return Refusal.KIND
    wanted = (touched.version if each.based_on is None else each.based_on, touched.sent)
    if standing.get(touched.pk) != wanted:
        return Refusal.CHANGED
    if _is_late(touched, known, now) and not each.sending.late_reasons.strip():
        return Refusal.REASONS
    return None


def _is_late(touched: TouchedAgreement, known: Known, now: datetime) -> bool:
    return known.clock is not None and _tells_first(touched, known) and is_late(known.clock, now)


def _tells_first(touched: TouchedAgreement, known: Known) -> bool:
    """Whether a notice is the first that reaches the other side, so that it ends the clock of the notification."""
    return not touched.sent or known.lost


def _mark(breach: Breach, leaving: Sequence[Leaving]) -> None:
    """Count the notices and keep what they told; the rows are held, so that nobody can have changed them since."""
    told = FactsVersion.objects.filter(breach=breach).aggregate(newest=Max("number"))["newest"]
    for kind in {each.sending.kind for each in leaving}:
        ids = [each.touched.pk for each in leaving if each.sending.kind is kind]
        changed = TouchedAgreement.objects.filter(pk__in=ids).update(
            sent=F("sent") + 1, version=F("version") + 1, phase=kind.value, told_version=told
        )
        if changed != len(ids):
            raise StateChanged(f"{len(ids) - changed} agreements are gone")


def _explain(each: Leaving, known: Known, *, actor: Actor, now: datetime) -> None:
    clock = known.clock
    if clock is None or not _is_late(each.touched, known, now):
        return
    if clock.state != State.LATE:
        clocks.mark_late(clock, actor=actor, now=now)
    clocks.explain_lateness(clock, reasons=each.sending.late_reasons.strip(), actor=actor, now=now)


def _queue(
    breach: Breach,
    letters: Sequence[Sequence[Leaving]],
    known: Mapping[UUID, Known],
    *,
    actor: Actor,
    now: datetime,
) -> Mapping[UUID, tuple[OutboxMessage, Notice]]:
    seal(breach.organisation_id, now=now)  # so that the notice witnesses what was done until now
    head = head_of(breach.organisation_id)
    evidence = Evidence(head.hash, head.count)
    parcels = [list(_parcel(letter, known, evidence=evidence, now=now)) for letter in letters]
    queued = outbox.queue_many(breach.organisation, parcels, actor=actor, now=now)
    return {
        message.agreement_id: (message, leaving)
        for parcel, rows in zip(parcels, queued, strict=True)
        for (leaving, _), message in zip(parcel, rows, strict=True)
    }


def _parcel(
    letter: Sequence[Leaving], known: Mapping[UUID, Known], *, evidence: Evidence, now: datetime
) -> Iterator[tuple[Notice, Envelope]]:
    """The notices of a letter; all lead to the page of the first, which shows each of them."""
    shown_at = outbox.new_token()
    for place, each in enumerate(letter):
        touched, sending = each.touched, each.sending
        about = known[touched.agreement_id]
        leaving = composing.notice(touched, sending, about, token=shown_at, evidence=evidence, now=now)
        yield (
            leaving,
            Envelope(
                agreement=touched.agreement,
                obligation=about.clock if _tells_first(touched, about) else None,
                subject_kind=touched.breach.subject_kind,
                subject_id=touched.breach_id,
                recipient=sending.recipient,
                recipient_name=sending.recipient_name,
                idempotency_key=f"breach:{touched.breach_id}:{touched.agreement_id}:{touched.sent}",
                token=outbox.new_token() if place else shown_at,
            ),
        )


def _follow_up(
    breach: Breach,
    leaving: Sequence[Leaving],
    known: Mapping[UUID, Known],
    sent: Mapping[UUID, tuple[OutboxMessage, Notice]],
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """An incomplete notice starts the duty to supplement it without further undue delay; a complete one ends it."""
    startings: list[Starting] = []
    for each in leaving:
        about = known[each.touched.agreement_id]
        complete = sent[each.touched.agreement_id][1].is_complete or each.sending.kind is NoticeKind.CLOSING
        row = about.follow_up
        if complete and row is not None and row.ended_at is None:
            clocks.end(row, at=now, by=Proof.DONE, reason=breach.reference, actor=actor, now=now)
        if not complete and (row is None or row.ended_at is not None):
            startings += _starting(each.touched, about, now)
    if startings:
        clocks.start_many(breach.organisation, startings, subject=fanout.subject_of(breach), actor=actor, now=now)


def _starting(touched: TouchedAgreement, about: Known, now: datetime) -> Iterator[Starting]:
    agreement = touched.agreement
    duty = next((duty for duty in about.said.duties if duty.action is Action.FOLLOW_UP_BREACH), None)
    if duty is None or not clocks.bears(agreement.direction, duty.bearer.value):
        return
    obligation = core.start(
        duty,
        core.Event(duty.trigger, now, promises.incomplete(agreement)),
        facts_version=about.said.facts_version(duty),
        ends_by=core.Proof.DONE,
    )
    occasion = f"n{touched.sent + 1}" if about.follow_up else ""
    yield Starting(agreement.pk, obligation, ours=True, occasion=occasion)


def _of_sending(each: Leaving, message: OutboxMessage) -> dict[str, str | bool]:
    return {
        "message": str(message.pk),
        "kind": each.sending.kind.value,
        "agreement": str(each.touched.agreement_id),
        **mark(each.touched.breach),
    }
