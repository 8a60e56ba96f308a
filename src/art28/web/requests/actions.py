"""Writes to requests: taken in with the clocks they start, tied to agreements, the person established, answered, erased."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from art28.agreement.duties import Action, Trigger
from art28.obligations import on_request
from art28.obligations import start as core
from art28.obligations.moving import Pause
from art28.obligations.rights import RefusalGround, SubjectRight, check_grounds
from art28.obligations.settled import choice, settled
from art28.terms import StartReason
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement, Direction
from art28.web.audit import actions as audit
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks import changing
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.models import State as ClockState
from art28.web.clocks.targets import targets
from art28.web.database.numbering import next_number
from art28.web.events import queries as events
from art28.web.requests import queries
from art28.web.requests.models import (
    Concerned,
    Handling,
    Identity,
    Outcome,
    Person,
    RequestFile,
    Role,
    Source,
    State,
    SubjectRequest,
)

_TOKEN_BYTES = 32
_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What came in: who asks, how to reach them, what they ask, which rights that exercises, and when it was received."""

    role: Role
    rights: Sequence[SubjectRight]
    name: str
    reach: str
    asked: str
    received_at: datetime
    language: str = "nl"
    told_by_other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """By which way it came: a member's form, a mail or the API; `key` identifies what is taken in once."""

    source: Source
    by: User | None = None
    key: str | None = None


@transaction.atomic
def take_in(
    organisation: Organisation,
    asking: Asking,
    agreements: Sequence[Agreement],
    *,
    origin: Origin,
    actor: Actor,
    now: datetime,
) -> SubjectRequest:
    """Keep a request and start its clocks: the controller's own month, or what each agreement promises."""
    year, number = next_number(organisation, SubjectRequest, now)
    row = SubjectRequest.objects.create(
        organisation=organisation,
        year=year,
        number=number,
        source=origin.source,
        key=origin.key,
        role=asking.role,
        rights=[right.value for right in dict.fromkeys(asking.rights)],
        received_at=asking.received_at,
        told_by_other=asking.told_by_other,
        recorded_at=now,
        recorded_by=origin.by,
    )
    person = Person.objects.create(
        organisation=organisation,
        request=row,
        name=asking.name,
        reach=asking.reach,
        language=asking.language,
        asked=asking.asked,
    )
    content = {
        "source": row.source,
        "role": row.role,
        "rights": row.rights,
        "received_at": row.received_at.isoformat(),
        "agreements": [str(each.pk) for each in agreements],
    }
    _record(row, "request.taken_in", actor, now, content)
    said = {"name": person.name, "reach": person.reach, "asked": person.asked}
    kept = record(
        organisation=organisation, actor=actor, kind="request.person_kept", subject=person, at=now, content=said
    )
    Person.objects.filter(pk=person.pk).update(kept_act=kept.pk)
    if row.role == Role.CONTROLLER:
        _start_own(row, origin.by, actor, now)
    for agreement in agreements:
        _concern(row, agreement, actor, now)
    return row


def subject_of(row: SubjectRequest) -> Subject:
    """The request as what clocks name."""
    return Subject(queries.KIND, row.pk, row.reference)


def _start_own(row: SubjectRequest, owner: User | None, actor: Actor, now: datetime) -> None:
    organisation, duty = row.organisation, on_request.own_answer()
    with translation.override(organisation.language):
        reason = _("request received")
    obligation = core.start(
        duty,
        core.Event(Trigger.DATA_SUBJECT_REQUEST, row.received_at, reason, _start_kind(row)),
        facts_version="",
        zone=ZoneInfo(organisation.time_zone),
        internal_target=targets(organisation).get(duty.action.value),
    )
    clocks.start_own(organisation, obligation, subject=subject_of(row), following=(), owner=owner, actor=actor, now=now)


def _start_kind(row: SubjectRequest) -> StartReason:
    return StartReason.TOLD_BY_OTHER if row.told_by_other else StartReason.RECEIVED


@transaction.atomic
def concern(row: SubjectRequest, agreement: Agreement, *, by: By) -> Concerned:
    """Say that the request concerns an agreement as well, and start what that promises."""
    open_or_refuse(row)
    found = _concern(row, agreement, by.actor, by.now)
    _record(row, "request.concerns", by.actor, by.now, {"agreement": str(agreement.pk)})
    return found


def _concern(row: SubjectRequest, agreement: Agreement, actor: Actor, now: datetime) -> Concerned:
    """The line of an agreement, with its clocks. As controller only the processor's help is awaited: we answer ourselves."""
    known = Concerned.objects.filter(request=row, agreement=agreement).first()
    if known is not None:
        if known.left_out_at is not None:
            _take_up_again(known, actor, now)
        return known
    said = deriving.standing(agreement)
    handling = settled(said, "requests.handling")
    as_processor = row.role == Role.PROCESSOR
    found = Concerned.objects.create(
        organisation=row.organisation,
        request=row,
        agreement=agreement,
        handling=(choice(said, "requests.handling") or Handling.FORWARD) if as_processor else "",
        provision=(handling.fact.provision if handling else "") if as_processor else "",
        token=secrets.token_urlsafe(_TOKEN_BYTES),
        added_at=now,
    )
    happened = events.Said(Trigger.DATA_SUBJECT_REQUEST, row.received_at, _start_kind(row), None, row.reference)
    for starting in events.would_start(agreement, happened):
        if starting.obligation is None or not (as_processor or starting.duty.action is Action.ASSIST_REQUEST):
            continue
        clocks.start(
            agreement, starting.obligation, subject=subject_of(row), following=(), owner=None, actor=actor, now=now
        )
    return found


def _take_up_again(line: Concerned, actor: Actor, now: datetime) -> None:
    Concerned.objects.filter(pk=line.pk).update(left_out_at=None, left_out_reason="")
    for each in queries.clocks_of(line.request, line.agreement_id):
        if each.state == ClockState.CANCELLED:
            clocks.revive(each, reason=line.request.reference, actor=actor, now=now)


@transaction.atomic
def leave_out(line: Concerned, *, reason: str, by: By) -> int:
    """Find that an agreement is not concerned after all: its clocks that run stop for that reason; returns how many."""
    open_or_refuse(line.request)
    if line.passed_at is not None:
        raise NotNow("passed_on")
    running = [each for each in queries.clocks_of(line.request, line.agreement_id) if each.ended_at is None]
    for each in running:
        clocks.cancel(each, reason=reason[:_REASON], actor=by.actor, now=by.now)
    Concerned.objects.filter(pk=line.pk).update(left_out_at=by.now, left_out_reason=reason[:_REASON])
    content = {"agreement": str(line.agreement_id), "reason": reason, "clocks": len(running)}
    _record(line.request, "request.left_out", by.actor, by.now, content)
    return len(running)


@transaction.atomic
def check_identity(row: SubjectRequest, identity: Identity, *, means: str, at: datetime, by: By) -> None:
    """Keep what is known of who asks, and by what means; nothing that was shown is kept.

    Asking for more lets the controller's month stand still where the law knows that (Art. 12(6)); an answer lets it run on.
    """
    open_or_refuse(row)
    move(row, identity=identity, identity_means=means, identity_at=at)
    clock = queries.answer_clock(row)
    if clock is not None and clock.ended_at is None and clock.ours:
        if identity == Identity.ASKED and clock.paused_at is None:
            changing.pause(clock, ground=Pause.IDENTITY_ASKED, at=at, reason=means, clause="", by=by.changing)
        elif identity != Identity.ASKED and clock.paused_at is not None:
            changing.resume(clock, at=at, reason=means, by=by.changing)
    _record(row, "request.identity_checked", by.actor, by.now, {"identity": identity, "means": means})


@transaction.atomic
def extend(row: SubjectRequest, *, told_at: datetime, how: str, reason: str, by: By) -> None:
    """Extend the month by two (Art. 12(3)); the person was told at `told_at`, and why. Raises `moving.NotAllowed`."""
    open_or_refuse(row)
    clock = queries.answer_clock(row)
    if clock is None or not clock.ours:
        raise NotNow("not_ours")
    changing.extend(clock, told_at=told_at, how=how, reason=reason, by=by.changing)
    _record(row, "request.extended", by.actor, by.now, {"told_at": told_at.isoformat(), "how": how, "reason": reason})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of it, on which grounds and why, and when and how the person was answered."""

    outcome: Outcome
    grounds: Sequence[RefusalGround]
    reason: str
    at: datetime
    how: str


@transaction.atomic
def close(row: SubjectRequest, answer: Answer, *, based_on: int, by: By) -> None:
    """End the request. Raises `GroundDoesNotFit` for a ground that the rights asked for don't know, `NotNow`, `StateChanged`.

    A refusal, wholly or in part, has a ground and its reasons (Art. 12(4)); a controller's answer ends the month.
    """
    open_or_refuse(row)
    refused = answer.outcome in (Outcome.REFUSED, Outcome.PARTLY)
    if refused and not (answer.grounds and answer.reason):
        raise NotNow("reasons")
    if answer.outcome == Outcome.PASSED_ON and (row.role != Role.PROCESSOR or not queries.all_passed(row)):
        raise NotNow("not_passed")
    if answer.outcome != Outcome.PASSED_ON and row.role == Role.PROCESSOR and answer.outcome != Outcome.NO_DATA:
        raise NotNow("controller_decides")
    if (
        row.role == Role.CONTROLLER
        and refused is False
        and answer.outcome != Outcome.NO_DATA
        and queries.steps_left(row)
    ):
        raise NotNow("steps_left")
    check_grounds(row.asked, answer.grounds)
    move(
        row,
        based_on=based_on,
        state=State.CLOSED,
        outcome=answer.outcome,
        grounds=[ground.value for ground in answer.grounds],
        reason=answer.reason,
        closed_at=answer.at,
        closed_by=by.user,
    )
    clock = queries.answer_clock(row)
    if clock is not None and clock.ours and clock.ended_at is None:
        if clock.paused_at is not None:
            changing.resume(clock, at=answer.at, reason=answer.how, by=by.changing)
            clock.refresh_from_db()
        clocks.end(clock, at=answer.at, by=Proof.REACHED, reason=answer.how[:_REASON], actor=by.actor, now=by.now)
    if answer.outcome == Outcome.NO_DATA:
        _stop(row, answer.reason or answer.how, by)
    content = {"outcome": answer.outcome, "grounds": row.grounds, "reason": row.reason, "how": answer.how}
    _record(row, "request.closed", by.actor, by.now, content)


def _stop(row: SubjectRequest, reason: str, by: By) -> None:
    """Nothing is left to do where no data are: clocks that run stop for that reason."""
    for each in queries.clocks_of(row):
        if each.ended_at is None:
            clocks.cancel(each, reason=reason[:_REASON], actor=by.actor, now=by.now)


@transaction.atomic
def withdraw(row: SubjectRequest, *, reason: str, by: By) -> None:
    """The person withdrew it, or it proved to be none: its clocks stop for that reason."""
    open_or_refuse(row)
    move(row, state=State.WITHDRAWN, reason=reason, closed_at=by.now, closed_by=by.user)
    _stop(row, reason, by)
    _record(row, "request.withdrawn", by.actor, by.now, {"reason": reason})


@transaction.atomic
def assisted(line: Concerned, *, what: str, at: datetime, by: By) -> None:
    """The processor's cooperation was given, or came: its clock ends."""
    clock = next((each for each in _running(line) if each.action == Action.ASSIST_REQUEST), None)
    if clock is None:
        raise NotNow("no_clock")
    clocks.end(clock, at=at, by=Proof.DONE, reason=what[:_REASON], actor=by.actor, now=by.now)
    content = {"agreement": str(line.agreement_id), "what": what, "at": at.isoformat()}
    _record(line.request, "request.assisted", by.actor, by.now, content)


def _running(line: Concerned) -> list[Obligation]:
    return [each for each in queries.clocks_of(line.request, line.agreement_id) if each.ended_at is None]


@transaction.atomic
def erase(row: SubjectRequest, *, ground: str, actor: Actor, now: datetime) -> int:
    """Erase who asked, what they asked and their files, here and in the trail; how it was handled stays, without them.

    Returns how many acts lost their content. While it is open the person is needed: `NotNow`.
    """
    if row.is_open:
        raise NotNow("open")
    person = row.person
    erased = audit.erase(
        organisation=row.organisation, actor=actor, subject_kind="person", subject_id=person.pk, ground=ground, now=now
    )
    blank(person, ground=ground, now=now)
    _record(row, "request.person_erased", actor, now, {"ground": ground})
    return erased


def blank(person: Person, *, ground: str, now: datetime) -> None:
    """Empty the row of a person and delete the files; within the caller's transaction."""
    RequestFile.objects.filter(request=person.request_id).delete()
    Person.objects.filter(pk=person.pk).update(name="", reach="", asked="", erased_at=now, erased_ground=ground[:40])


def open_or_refuse(row: SubjectRequest) -> None:
    """Raises `StateChanged` for a request that was ended."""
    if not row.is_open:
        raise StateChanged(f"request {row.reference} was ended")


def move(row: SubjectRequest, *, based_on: int | None = None, **fields: Any) -> None:
    """Change how it stands: one row must change, still open, at the version that was seen."""
    standing = SubjectRequest.objects.filter(
        pk=row.pk, organisation=row.organisation_id, state=State.OPEN, version=based_on or row.version
    )
    if standing.update(**fields, version=(based_on or row.version) + 1) != 1:
        raise StateChanged(f"request {row.reference} no longer stands as it was read")
    row.refresh_from_db()


def _record(row: SubjectRequest, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=row.organisation, actor=actor, kind=kind, subject=row, at=now, content=content)


def role_under(agreement: Agreement) -> Role:
    """What the organisation is towards the people of an agreement; unknown counts as processor."""
    return Role.CONTROLLER if agreement.direction == Direction.CONTROLLER else Role.PROCESSOR


@transaction.atomic
def handed_out(row: SubjectRequest, *, actor: Actor, now: datetime) -> None:
    """Keep that the person's data were put together to be handed over."""
    _record(row, "request.package_made", actor, now, {"files": RequestFile.objects.filter(request=row).count()})
