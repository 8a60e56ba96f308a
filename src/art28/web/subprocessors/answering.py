"""What the other side says of a change, by the letter's link or told to us, and what is agreed on with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from art28.agreement.duties import Action
from art28.obligations.impact import Need
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Proof
from art28.web.flowdown.checklist import checklist
from art28.web.notices.actions import RECIPIENT
from art28.web.notices.models import OutboxMessage
from art28.web.subprocessors.announcing import KIND
from art28.web.subprocessors.models import Affected, Answer, AnswerKind, Kind, Standing, State

_FROM_OUTSIDE = (AnswerKind.CONSENT, AnswerKind.REFUSAL, AnswerKind.OBJECTION)
_DISPUTED = (Standing.OBJECTED, Standing.REFUSED, Standing.TALKS)
_SETTLED = (Standing.EXEMPTED, Standing.TERMINATED)
_BEFORE: Mapping[AnswerKind, tuple[Standing, ...]] = {
    AnswerKind.CONSENT: tuple(each for each in Standing if each not in _SETTLED),
    AnswerKind.REFUSAL: tuple(each for each in Standing if each not in _SETTLED),
    AnswerKind.OBJECTION: tuple(each for each in Standing if each not in _SETTLED),
    AnswerKind.TALK: (*_DISPUTED, Standing.OPEN),
    AnswerKind.MITIGATED: _DISPUTED,
    AnswerKind.WITHDRAWN: _DISPUTED,
    AnswerKind.EXEMPTED: (*_DISPUTED, Standing.OPEN),
    AnswerKind.TERMINATED: (*_DISPUTED, Standing.OPEN),
    AnswerKind.EXCEPTION: tuple(Standing),
}
_AFTER: Mapping[AnswerKind, Standing] = {
    AnswerKind.CONSENT: Standing.CONSENTED,
    AnswerKind.REFUSAL: Standing.REFUSED,
    AnswerKind.OBJECTION: Standing.OBJECTED,
    AnswerKind.TALK: Standing.TALKS,
    AnswerKind.MITIGATED: Standing.MITIGATED,
    AnswerKind.WITHDRAWN: Standing.WITHDRAWN,
    AnswerKind.EXEMPTED: Standing.EXEMPTED,
    AnswerKind.TERMINATED: Standing.TERMINATED,
}
_RUNNING = (State.ANNOUNCED, State.DECIDED)


class NotNow(Exception):
    """This can't be said of the agreement as it stands: the change is over, or another answer stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said, by whom of the other side, and when."""

    kind: AnswerKind
    name: str
    text: str
    at: datetime


def offered(row: Affected) -> tuple[AnswerKind, ...]:
    """What a person of ours can record of an agreement as it stands."""
    wanted = (each for each in AnswerKind if row.standing in _BEFORE[each])
    return tuple(each for each in wanted if _fits(row, each))


def _fits(row: Affected, kind: AnswerKind) -> bool:
    if kind == AnswerKind.REFUSAL:
        return row.need >= Need.CONSENT
    if kind == AnswerKind.OBJECTION:
        return row.need in (Need.NOTICE, Need.FORBIDDEN)
    if kind == AnswerKind.EXCEPTION:
        return row.need == Need.FORBIDDEN and not row.lifted
    return not (kind == AnswerKind.TALK and row.standing == Standing.OPEN and row.need == Need.NOTHING)


def offered_outside(row: Affected) -> tuple[AnswerKind, ...]:
    """What the other side can say by the letter's link."""
    return tuple(kind for kind in offered(row) if kind in _FROM_OUTSIDE)


@transaction.atomic
def answer(row: Affected, said: Said, *, by: User | None, actor: Actor, now: datetime) -> Answer:
    """Keep what was said, and let the agreement and its clocks stand accordingly. Raises `NotNow`.

    An objection after its time is kept and marked so; it still waits for a person, who says what becomes of it.
    """
    fresh = Affected.objects.select_for_update(of=("self",)).select_related("proposal__organisation").get(pk=row.pk)
    proposal = fresh.proposal
    if proposal.state not in _RUNNING or said.kind not in offered(fresh):
        raise NotNow(said.kind)
    late = said.kind == AnswerKind.OBJECTION and fresh.window_ends_at is not None and said.at > fresh.window_ends_at
    changed: dict[str, object] = {"version": F("version") + 1}
    if said.kind in _AFTER:
        changed["standing"] = _AFTER[said.kind]
    if said.kind == AnswerKind.EXCEPTION:
        changed["lifted"] = said.text[:1000]
    Affected.objects.filter(pk=row.pk).update(**changed)
    kept = Answer.objects.create(
        organisation=proposal.organisation,
        affected=fresh,
        kind=said.kind,
        name=said.name[:200],
        text=said.text,
        at=said.at,
        late=late,
        by=by,
        recorded_at=now,
    )
    content = {
        "agreement": str(fresh.agreement_id),
        "answer": said.kind.value,
        "name": said.name,
        "text": said.text,
        "at": said.at.isoformat(),
        "late": late,
        "by_link": by is None,
    }
    if said.kind == AnswerKind.OBJECTION and proposal.kind != Kind.REMOVE:
        content["flow_down"] = checklist(proposal.sub_processor, now.date()).record()
    record(
        organisation=proposal.organisation,
        actor=actor,
        kind="proposal.answered",
        subject=proposal,
        at=now,
        content=content,
    )
    _end_clocks(fresh, said, actor=actor, now=now)
    row.refresh_from_db()
    return kept


_ENDED_BY: Mapping[AnswerKind, tuple[Action, ...]] = {
    AnswerKind.CONSENT: (Action.OBTAIN_SUB_PROCESSOR_CONSENT, Action.OBJECT_TO_SUB_PROCESSOR),
    AnswerKind.OBJECTION: (Action.OBJECT_TO_SUB_PROCESSOR,),
}


def _end_clocks(row: Affected, said: Said, *, actor: Actor, now: datetime) -> None:
    """Consent ends the clock that waits for it; an answer in time ends the window to object."""
    actions = _ENDED_BY.get(said.kind, ())
    if not actions:
        return
    rows = clock_queries.obligations(row.proposal.organisation).filter(
        subject_kind=KIND, subject_id=row.proposal_id, agreement=row.agreement_id, ended_at=None
    )
    for clock in rows.filter(action__in=[each.value for each in actions]).select_related("organisation", "agreement"):
        clocks.end(clock, at=said.at, by=Proof.DONE, reason=row.proposal.reference, actor=actor, now=now)


def answer_by_link(row: Affected, kind: AnswerKind, *, name: str, text: str, now: datetime) -> Answer:
    """The same, said by whoever holds the letter's link. Raises `NotNow`."""
    return answer(row, Said(kind=kind, name=name, text=text, at=now), by=None, actor=RECIPIENT, now=now)


def last(row: Affected) -> Answer | None:
    """What was said last under an agreement."""
    rows = Answer.objects.filter(organisation=row.organisation_id, affected=row)
    return rows.order_by("-recorded_at", "-id").first()


def told_by(message: OutboxMessage, agreement_ids: Collection[UUID]) -> tuple[Affected, ...]:
    """The agreements that a letter and those that travelled in it are about."""
    rows = Affected.objects.filter(
        organisation=message.organisation_id, proposal=message.subject_id, agreement__in=agreement_ids
    )
    return tuple(rows.select_related("agreement", "proposal__sub_processor", "proposal__replaced").order_by("id"))


@transaction.atomic
def set_window(row: Affected, day: date | None, *, actor: Actor, now: datetime) -> None:
    """Keep a last day to object that somebody set by hand: it can lengthen the agreement's own time, never shorten it."""
    Affected.objects.filter(pk=row.pk).update(own_window_on=day, version=F("version") + 1)
    content = {"agreement": str(row.agreement_id), "day": day.isoformat() if day else None}
    proposal = row.proposal
    record(
        organisation=proposal.organisation,
        actor=actor,
        kind="proposal.window_set",
        subject=proposal,
        at=now,
        content=content,
    )
    row.refresh_from_db()
