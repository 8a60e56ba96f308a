"""Facts of an agreement, or an earlier start -> its running clocks: stricter at once, looser once a named person says so.

Run in the transaction of the decision or reading that changed them. An obligation keeps the versions of the facts it was made
with; each correction keeps the old and the new ones (`Change`, `Loosening`).
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from art28 import __version__
from art28.agreement.duties import Duty
from art28.obligations import moving
from art28.obligations import start as core
from art28.obligations.correcting import Weight, weigh
from art28.obligations.record import duty_of, duty_record, limit_record
from art28.terms import StartReason
from art28.timelimits.limit import Limit
from art28.timelimits.period import InvalidPeriod
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks import actions, changing
from art28.web.clocks.actions import RUNNING, StateChanged
from art28.web.clocks.changing import By
from art28.web.clocks.models import Answer, Change, ChangeKind, Loosening, Obligation
from art28.web.clocks.signals import Begun, clock_begins


def follow(*, agreement: Agreement, duties: tuple[Duty, ...], actor: Actor, now: datetime, **_: Any) -> None:
    """Let the running clocks of `agreement` follow what it promises now. One query where none runs."""
    rows = Obligation.objects.filter(
        organisation=agreement.organisation_id, agreement=agreement, ended_at=None, state__in=RUNNING
    )
    running = list(rows.select_for_update(of=("self",)).select_related("organisation", "agreement"))
    if not running:
        return
    promised = {duty.id: duty for duty in duties}
    versions = _versions(agreement)
    by = By(actor.id, actor, now)
    for row in running:
        _correct(row, promised, versions, by)


def _correct(row: Obligation, promised: Mapping[str, Duty], versions: Mapping[str, int], by: By) -> None:
    duty = promised.get(row.duty["id"])
    if duty is None:
        _ask(row, None, {"facts_version": "", "ends_at": None, "last_day": None}, by)
        return
    before = _obligation(row, duty_of(row.duty), row.facts_version)
    facts = facts_version(duty, versions)
    after = _obligation(row, duty, facts, _begun(row, duty, facts))
    if _plain(before.duty) == _plain(after.duty) and row.facts_version == after.versions.facts:
        _overtake(row, by)
        return
    weight = weigh(before, after)
    told = {"facts_before": row.facts_version, "facts_after": after.versions.facts}
    if weight is Weight.LOOSER:
        limit = after.limit
        end = {"ends_at": limit.ends_at.isoformat() if limit else None, "last_day": _iso(limit)}
        _ask(row, duty, {"facts_version": after.versions.facts, **end, **_of_event(after.event)}, by)
        return
    _overtake(row, by)
    kind = ChangeKind.STRICTER if weight is Weight.STRICTER else ChangeKind.REWORDED
    changing.correct(row, kind, _ground(row, after, promised, moved=weight is not Weight.SAME), told=told, by=by)


def running_under(
    organisation: Organisation, *, subject_id: UUID, action: str, under: Collection[UUID]
) -> tuple[Obligation, ...]:
    """The clocks of one action, or of any where it is empty, that run for a subject under some agreements.

    They are held until the transaction ends.
    """
    rows = Obligation.objects.filter(
        organisation=organisation, subject_id=subject_id, agreement__in=list(under), ended_at=None, state__in=RUNNING
    )
    if action:
        rows = rows.filter(action=action)
    return tuple(rows.select_for_update(of=("self",)).select_related("organisation", "agreement").order_by("id"))


def count_from(row: Obligation, begun: Begun, *, righted: bool, actor: Actor, now: datetime) -> bool:
    """Count a running clock from an instant that proved to be earlier, by the facts that it was made with.

    From a later one only where the instant from which it counts was put right by a person (`righted`). False where it counts
    from that instant already, or mayn't move. Within the caller's transaction, which holds the row.
    """
    if begun.at == row.started_at or (begun.at > row.started_at and not righted):
        return False
    duty = duty_of(row.duty)
    after = _obligation(row, duty, row.facts_version, begun)
    following = {each["id"]: duty_of(each) for each in row.following}
    ground = _ground(row, after, following, moved=True)
    if row.internal_target_at is not None:
        ground["internal_target_at"] = row.internal_target_at - (row.started_at - begun.at)
    told = {"counted_from": row.started_at.isoformat()}
    kind = ChangeKind.STRICTER if begun.at < row.started_at else ChangeKind.LOOSER
    by, why = By(actor.id, actor, now), "righted" if righted else "earlier"
    changing.correct(row, kind, ground, told=told, by=by, ground=why, reason=begun.reason)
    return True


def _plain(duty: Duty) -> dict[str, object]:
    return duty_record(duty)


def facts_version(duty: Duty, versions: Mapping[str, int]) -> str:
    """The versions of the facts under a duty: "breach.deadline@2, breach.wording@1"; "@?" for an open question."""
    return ", ".join(f"{key}@{versions.get(key, '?')}" for key in sorted(duty.facts))


def _versions(agreement: Agreement) -> Mapping[str, int]:
    found = agreements.facts_under(agreement.organisation, (agreement.pk,), ("",))
    return dict(found.values_list("key", "number"))


def _begun(row: Obligation, duty: Duty, facts: str) -> Begun | None:
    """From which instant it would count, where the fact that says so is another than it was made with; else None."""
    if _STARTS not in duty.facts or _version(_STARTS, facts) == _version(_STARTS, row.facts_version):
        return None
    answers = cast("list[tuple[object, object]]", clock_begins.send(Obligation, obligation=row, duty=duty))
    return next((answer for _, answer in answers if isinstance(answer, Begun)), None)


_STARTS = "breach.clock_starts"


def _version(key: str, facts: str) -> str:
    return next((each for each in facts.split(", ") if each.startswith(f"{key}@")), "")


def _of_event(event: core.Event) -> dict[str, str]:
    return {"at": event.at.isoformat(), "reason": event.reason, "kind": event.kind.value if event.kind else ""}


def _obligation(row: Obligation, duty: Duty, facts: str, begun: Begun | None = None) -> core.Obligation:
    """What `duty` would be if it started as `row` did, or as `begun` says, with the proof that somebody chose for it."""
    chosen = core.Proof(row.ends_by) if row.ends_by != core.usual_proof(duty_of(row.duty)) else None
    kind = StartReason(row.start_kind) if row.start_kind else None
    event = core.Event(duty.trigger, row.started_at, row.start_reason, kind)
    if begun is not None:
        event = core.Event(duty.trigger, begun.at, begun.reason, begun.kind)

    def started(promised: Duty) -> core.Obligation:
        zone = ZoneInfo(row.organisation.time_zone)
        return core.start(promised, event, facts_version=facts, zone=zone, ends_by=chosen)

    try:
        return started(duty)
    except InvalidPeriod:  # what can't be counted is due at once
        return replace(started(replace(duty, limit=None)), duty=duty)


def _ground(row: Obligation, after: core.Obligation, promised: Mapping[str, Duty], *, moved: bool) -> dict[str, Any]:
    """The columns that the obligation takes; where the end doesn't move, what people changed about it stays."""
    found: dict[str, Any] = {
        "duty": duty_record(after.duty),
        "facts_version": after.versions.facts,
        "engine_version": __version__,
        "ends_by": after.ends_by.value,
        "following": [duty_record(duty) for duty in promised.values() if duty.action in after.starts],
    }
    if not moved:
        return found
    limit = _with_pauses(row, after.limit)
    found |= {"limit": limit_record(limit) if limit else None, "parameters_version": after.versions.parameters}
    found |= {
        "started_at": after.event.at,
        "start_reason": after.event.reason,
        "start_kind": after.event.kind.value if after.event.kind else "",
    }
    if row.paused_at is None or limit is None:
        found |= {
            "ends_at": limit.ends_at if limit else None,
            "ends_inclusive": limit.includes_end if limit else False,
            "last_day": limit.last_day if limit else None,
            "paused_at": None,
        }
    return found


def _with_pauses(row: Obligation, limit: Limit | None) -> Limit | None:
    """The limit with the time that stood still so far; a later end that was agreed on was agreed on the former limit."""
    if limit is None or limit.period is None or row.revision == 0:
        return limit
    paused: datetime | None = None
    for kind, at in Change.objects.filter(obligation=row).order_by("number").values_list("kind", "at"):
        if kind == ChangeKind.PAUSED:
            paused = at
        elif kind == ChangeKind.RESUMED and paused is not None:
            limit, paused = moving.resumed(limit, paused_at=paused, resumed_at=at), None
    return limit


def _ask(row: Obligation, duty: Duty | None, ground: Mapping[str, Any], by: By) -> None:
    """Ask a person, unless the same is asked already or was answered before."""
    said = duty_record(duty) if duty else None
    asked = Loosening.objects.filter(obligation=row).order_by("-asked_at", "-id").first()
    if asked is not None and asked.answer != Answer.OVERTAKEN and (asked.duty, asked.ground) == (said, dict(ground)):
        return
    _overtake(row, by)
    question = Loosening.objects.create(
        organisation_id=row.organisation_id,
        obligation=row,
        duty=said,
        ground=dict(ground),
        told={"facts_before": row.facts_version, "decided_by": str(by.user_id) if by.user_id else None},
        asked_at=by.now,
    )
    content = {"question": str(question.pk), "facts_before": row.facts_version, **ground}
    _record(row, "obligation.loosening_asked", by, content)


def _overtake(row: Obligation, by: By) -> None:
    """Withdraw the open question, if there is one: what it asks is no longer so."""
    open_one = Loosening.objects.filter(obligation=row, answered_at=None)
    open_one.update(answered_at=by.now, answer=Answer.OVERTAKEN)


@transaction.atomic
def let_stand(question: Loosening, *, reason: str, user: User, actor: Actor, now: datetime) -> None:
    """Leave the clock as it runs, on the fact that it was made with. Raises `StateChanged`."""
    _answered(question, Answer.STANDS, reason, user, now)
    content = {"question": str(question.pk), "answer": Answer.STANDS.value, "reason": reason}
    _record(question.obligation, "obligation.loosening_answered", By(user.pk, actor, now), content)


@transaction.atomic
def apply(question: Loosening, *, reason: str, user: User, actor: Actor, now: datetime) -> None:
    """Put the clock on the looser ground; one that is no longer promised lapses. Raises `StateChanged`."""
    _answered(question, Answer.APPLIED, reason, user, now)
    row, by = question.obligation, By(user.pk, actor, now)
    content = {"question": str(question.pk), "answer": Answer.APPLIED.value, "reason": reason}
    _record(row, "obligation.loosening_answered", by, content)
    if question.duty is None:
        actions.cancel(row, reason=reason[:500], actor=actor, now=now)
        return
    duty = duty_of(question.duty)
    said = question.ground
    begun = (
        Begun(datetime.fromisoformat(said["at"]), said["reason"], StartReason(said["kind"]))
        if said.get("kind")
        else None
    )
    after = _obligation(row, duty, str(said["facts_version"]), begun)
    following = {each["id"]: duty_of(each) for each in row.following}
    told = {"facts_before": row.facts_version, "facts_after": after.versions.facts, "reason": reason}
    ground = _ground(row, after, following, moved=True)
    changing.correct(row, ChangeKind.LOOSER, ground, told=told, by=by)


def _answered(question: Loosening, answer: Answer, reason: str, user: User, now: datetime) -> None:
    standing = Loosening.objects.filter(
        pk=question.pk, organisation=question.organisation_id, answered_at=None, obligation__ended_at=None
    )
    pks = list(standing.values_list("pk", flat=True))
    changed = Loosening.objects.filter(pk__in=pks, answered_at=None).update(
        answered_at=now, answered_by=user, answer=answer, reason=reason
    )
    if changed != 1:
        raise StateChanged(f"question {question.pk} was answered already, or its clock has ended")
    question.refresh_from_db()


def open_questions(organisation: Organisation) -> QuerySet[Loosening]:
    """What waits for a person, longest first."""
    rows = Loosening.objects.filter(organisation=organisation, answered_at=None, obligation__ended_at=None)
    return rows.select_related("obligation__agreement", "obligation__organisation").order_by("asked_at", "id")


def _iso(limit: Limit | None) -> str | None:
    return limit.last_day.isoformat() if limit and limit.last_day else None


def _record(row: Obligation, kind: str, by: By, content: Mapping[str, Any]) -> None:
    record(organisation=row.organisation, actor=by.actor, kind=kind, subject=row, at=by.now, content=content)
