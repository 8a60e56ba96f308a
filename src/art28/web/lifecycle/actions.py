"""Writes to lives: stages, what they hang on, papers, notes, changes and their reviews."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.agreement.duties import Trigger
from art28.terms import StartReason
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry, record, record_many
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Proof
from art28.web.clocks.own_duties import run_until
from art28.web.database import bulk
from art28.web.events import actions as events
from art28.web.events.queries import Said
from art28.web.lifecycle import gate, queries
from art28.web.lifecycle.defining import Bound
from art28.web.lifecycle.gathering import gather, in_force_since
from art28.web.lifecycle.models import (
    Belonging,
    Change,
    MainAgreement,
    Note,
    Outcome,
    Paper,
    PaperBytes,
    Review,
    Signature,
    Step,
    Waiver,
)
from art28.web.lifecycle.stages import NEXT, Ending, Stage


class Why(StrEnum):
    """Why a stage is refused."""

    ORDER = "order"
    INCOMPLETE = "incomplete"
    NO_DAY = "no_day"
    NO_GROUND = "no_ground"
    NOT_BY_ITSELF = "not_by_itself"
    NOT_CURED = "not_cured"
    STILL_RUNS = "still_runs"
    CHANGED = "changed"


class Refused(Exception):
    """The agreement can't come into that stage; the attempt stands in the trail. `missing` is what the gate misses."""

    def __init__(self, why: Why, missing: tuple[gate.Item, ...] = ()) -> None:
        super().__init__(why.value)
        self.why = why
        self.missing = missing


class AlreadyClosed(Exception):
    """Somebody else closed the review meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The stage somebody wants an agreement in. `on` is None where the agreement itself says the day."""

    stage: Stage
    on: date | None = None
    ground: Ending | None = None
    reason: str = ""
    noticed_on: date | None = None
    cure_until: date | None = None


def go(agreement: Agreement, wanted: Wanted, *, by: User, actor: Actor, now: datetime) -> Step:
    """Let an agreement come into a stage; as it ends, what it promises for that starts. Raises `Refused` where it can't.

    A refused attempt stands in the trail. No clock asks for a stage: what is promised holds while data are processed.
    """
    known = gather(agreement.organisation, (agreement,))[agreement.pk]
    on = in_force_since(known, wanted.on)[0] if wanted.stage is Stage.ACTIVE else wanted.on
    missing = gate.missing(gate.items_of(known), wanted.stage)
    why = _refusal(agreement, wanted, on, missing)
    if why is not None or on is None:
        why = why or Why.NO_DAY
        _record(
            agreement,
            actor,
            "agreement.stage_refused",
            now,
            about_refusal(wanted.stage, why, [item.code for item in missing]),
        )
        raise Refused(why, missing if why is Why.INCOMPLETE else ())
    with transaction.atomic():
        row = _go(agreement, wanted, on, by, actor, now)
        if wanted.stage is Stage.ENDING:
            _end_begins(agreement, row, by, actor, now)
    return row


def _refusal(agreement: Agreement, wanted: Wanted, on: date | None, missing: tuple[gate.Item, ...]) -> Why | None:
    if wanted.stage not in NEXT[queries.standing(agreement).stage]:
        return Why.ORDER
    if missing:
        return Why.INCOMPLETE
    if wanted.stage is Stage.ENDING:
        return _no_ending(agreement, wanted, on)
    if wanted.stage is Stage.ENDED and queries.still_to_delete(agreement).exists():
        return Why.STILL_RUNS
    return None


def _no_ending(agreement: Agreement, wanted: Wanted, on: date | None) -> Why | None:
    match wanted.ground:
        case None:
            return Why.NO_GROUND
        case Ending.TERMINATED:
            key = "term.separately_terminable"
            facts = agreements.facts_in(agreement.organisation, {agreement.pk}, (key,)).get(agreement.pk, {})
            return Why.NOT_BY_ITSELF if key in facts and facts[key].value is False else None
        case Ending.BREACH:
            cured = wanted.noticed_on and wanted.cure_until and on and wanted.noticed_on < wanted.cure_until <= on
            return None if cured else Why.NOT_CURED
        case _:
            return None


def _go(agreement: Agreement, wanted: Wanted, on: date, by: User | None, actor: Actor, now: datetime) -> Step:
    row = Step.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        stage=wanted.stage,
        on=on,
        ground=wanted.ground or "",
        reason=wanted.reason,
        noticed_on=wanted.noticed_on,
        cure_until=wanted.cure_until,
        at=now,
        by=by,
    )
    _record(agreement, actor, "agreement.stage_set", now, about_step(row))
    return row


def about_step(row: Step) -> dict[str, Any]:
    """What the trail holds of a stage that was set."""
    return {
        "stage": row.stage,
        "on": row.on.isoformat(),
        "ground": row.ground,
        "reason": row.reason,
        "noticed_on": row.noticed_on.isoformat() if row.noticed_on else "",
        "cure_until": row.cure_until.isoformat() if row.cure_until else "",
    }


def about_refusal(stage: Stage, why: Why, missing: Sequence[str]) -> dict[str, Any]:
    """What the trail holds of a stage that was refused; `missing` are the codes of what the gate missed."""
    return {"stage": stage.value, "why": why.value, "missing": list(missing)}


def end_with_main(main: MainAgreement, *, actor: Actor, now: datetime) -> Step | None:
    """An agreement in force ends with its main agreement, on its last day; None where another worker was first."""
    agreement = main.agreement
    wanted = Wanted(stage=Stage.ENDING, on=main.ends_on, ground=Ending.MAIN_ENDED, reason=main.name)
    with transaction.atomic():
        MainAgreement.objects.select_for_update().get(pk=main.pk)
        if queries.standing(agreement).stage is not Stage.ACTIVE:
            return None
        row = _go(agreement, wanted, wanted.on or now.date(), None, actor, now)
        _end_begins(agreement, row, main.by, actor, now)
    return row


def _end_begins(agreement: Agreement, row: Step, by: User, actor: Actor, now: datetime) -> None:
    at = datetime.combine(row.on, time(23, 59), ZoneInfo(agreement.organisation.time_zone))
    said = Said(Trigger.TERMINATION, at, StartReason.ENDED, None, agreement.title[:80], row.reason[:250])
    events.record_event(agreement, said, by=by, actor=actor, now=now)


@transaction.atomic
def follow(old: Agreement, new: Agreement, *, on: date, actor: Actor, now: datetime) -> None:
    """Let `new` follow `old` on a day: what belongs to it goes along, but for annexes, which the new version has itself.

    Nothing ends by it but the old words: data stay where they are, so no end of the services is started.
    """
    _go(old, Wanted(stage=Stage.ENDED, on=on, ground=Ending.REPLACED, reason=new.title[:500]), on, None, actor, now)
    main = queries.main_of(old)
    if main is not None:
        link_main(new, main.about(), by=main.by, actor=actor, now=now)
    for row in queries.papers(old).exclude(kind=Belonging.ANNEX).select_related("bytes").order_by("dated", "id"):
        about = {name: getattr(row, name) for name in ("kind", "name", "dated", "source", "file_name")}
        add_paper(new, about, bytes(row.bytes.data), by=row.by, actor=actor, now=now)


@transaction.atomic
def waive(agreement: Agreement, item: str, *, reason: str, by: User, actor: Actor, now: datetime) -> Waiver:
    """Say that something the gate misses is not needed under this agreement; said twice, the first reason stands."""
    row, made = Waiver.objects.get_or_create(
        agreement=agreement,
        item=item,
        defaults={"organisation": agreement.organisation, "reason": reason, "at": now, "by": by},
    )
    if made:
        _record(agreement, actor, "agreement.item_waived", now, {"item": item, "reason": reason})
    return row


@transaction.atomic
def link_main(agreement: Agreement, about: dict[str, Any], *, by: User, actor: Actor, now: datetime) -> MainAgreement:
    """Keep what is known of the main agreement, as a new version. `about` holds the columns of `MainAgreement`."""
    row = MainAgreement.objects.create(organisation=agreement.organisation, agreement=agreement, at=now, by=by, **about)
    content = {key: value.isoformat() if isinstance(value, date) else value for key, value in about.items()}
    _record(agreement, actor, "agreement.main_linked", now, content)
    return row


@transaction.atomic
def sign(agreement: Agreement, about: dict[str, Any], *, by: User, actor: Actor, now: datetime) -> Signature:
    """Keep a signature. `about` holds the columns of `Signature`."""
    row = Signature.objects.create(organisation=agreement.organisation, agreement=agreement, at=now, by=by, **about)
    content = {key: value.isoformat() if isinstance(value, date) else value for key, value in about.items()}
    _record(agreement, actor, "agreement.signed", now, content)
    return row


@transaction.atomic
def add_paper(
    agreement: Agreement, about: dict[str, Any], data: bytes, *, by: User, actor: Actor, now: datetime
) -> Paper:
    """Keep a dated copy of what belongs to an agreement. `about` holds the columns of `Paper` but its digest."""
    digest = hashlib.sha256(data).hexdigest()
    row = Paper.objects.create(
        organisation=agreement.organisation, agreement=agreement, sha256=digest, at=now, by=by, **about
    )
    PaperBytes.objects.create(paper=row, data=data)
    content = {"paper": str(row.pk), "kind": row.kind, "name": row.name, "dated": row.dated.isoformat(),
               "source": row.source, "sha256": digest}  # fmt: skip
    _record(agreement, actor, "agreement.paper_kept", now, content)
    return row


@transaction.atomic
def note(agreement: Agreement, text: str, *, by: User, actor: Actor, now: datetime) -> Note:
    """Keep a note among ourselves. The trail says that there is one, and not what it says: packs leave the house."""
    row = Note.objects.create(organisation=agreement.organisation, agreement=agreement, text=text, at=now, by=by)
    _record(agreement, actor, "agreement.noted", now, {"note": str(row.pk)})
    return row


@transaction.atomic
def log_change(
    organisation: Organisation,
    about: dict[str, Any],
    agreement_ids: Collection[UUID] | None,
    *,
    owner: User | None,
    by: User,
    actor: Actor,
    now: datetime,
) -> Change:
    """Keep that something changed and ask for a review of every agreement it concerns. Raises `NotAhead`.

    `about` holds the columns of `Change`; `agreement_ids` is None for all agreements that have not ended.
    """
    row = Change.objects.create(organisation=organisation, at=now, by=by, **about)
    concerned = list(queries.concerned(organisation, agreement_ids).order_by("id").values_list("pk", flat=True))
    bulk.create(Review, (Review(organisation=organisation, change=row, agreement_id=each) for each in concerned))
    run_until(
        organisation,
        row.due_on,
        Subject(queries.REVIEW, row.pk, row.what[:120]),
        trigger=Trigger.AMENDMENT,
        cause=row.what[:200],
        gdpr="28(3)",
        owner=owner,
        actor=actor,
        now=now,
    )
    content = {"about": row.about, "what": row.what, "source": row.source, "from_on": row.from_on.isoformat(),
               "due_on": row.due_on.isoformat(), "agreements": len(concerned)}  # fmt: skip
    record(organisation=organisation, actor=actor, kind="change.logged", subject=row, at=now, content=content)
    entries = [Entry("agreement.review_asked", "agreement", each, {"change": str(row.pk)}) for each in concerned]
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return row


@transaction.atomic
def close_review(
    row: Review,
    *,
    outcome: Outcome,
    what: str,
    agreed_by: str,
    agreed_on: date | None,
    conditions: str = "",
    cents: int | None = None,
    by: User,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep what a review came to, an amendment with its conditions and price; the last one ends the clock of its change.

    Raises `AlreadyClosed`.
    """
    open_ones = Review.objects.filter(organisation=row.organisation_id, closed_at=None)
    changed = open_ones.filter(pk=row.pk).update(
        outcome=outcome,
        what=what,
        agreed_by=agreed_by,
        agreed_on=agreed_on,
        conditions=conditions,
        cents=cents,
        closed_at=now,
        closed_by=by,
    )
    if changed != 1:
        raise AlreadyClosed(str(row.pk))
    content = {
        "change": str(row.change_id),
        "outcome": outcome.value,
        "what": what,
        "agreed_by": agreed_by,
        "agreed_on": agreed_on.isoformat() if agreed_on else "",
        "conditions": conditions,
        "cents": cents,
    }
    _record(row.agreement, actor, "agreement.reviewed", now, content)
    clock = queries.clock_of(row.change)
    if clock is not None and clock.ended_at is None and not open_ones.filter(change=row.change).exists():
        clocks.end(clock, at=now, by=Proof.DONE, reason=what[:500], actor=actor, now=now)


@transaction.atomic
def confirm_terms(agreement: Agreement, words: tuple[Bound, ...], *, actor: Actor, now: datetime) -> None:
    """Keep that a person looked at the words of an agreement, each with the provision to which it is bound."""
    content = {"bound": [{"word": each.label, "provision": each.term.provision} for each in words]}
    _record(agreement, actor, "agreement.terms_bound", now, content)


def _record(agreement: Agreement, actor: Actor, kind: str, now: datetime, content: dict[str, Any]) -> None:
    record(organisation=agreement.organisation, actor=actor, kind=kind, subject=agreement, at=now, content=content)
