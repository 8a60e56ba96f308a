"""A measure is to say something else: what each agreement that promises it asks first, and the day on which it holds.

A change is considered, announced (its list of agreements is frozen), told and answered, and then in force: only then does the
measure have a new version. Where no agreement asks anything, announcing it lets it take effect at once.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet

from art28.securing.changing import Asked, Need, asked
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, FactVersion
from art28.web.audit.actions import record
from art28.web.casework import keep_act
from art28.web.database import bulk
from art28.web.database.numbering import next_number
from art28.web.measures import actions
from art28.web.measures.about import About, about, read
from art28.web.measures.agreed import Affected, Answered, Change, ChangeState, Promise
from art28.web.measures.models import Measure
from art28.web.notices.models import Delivery

KIND = "measurechange"
"""What mailings and messages call the subject."""
_RULE = "security.measures_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A change as somebody proposes it; `level` says why the level of security is still appropriate."""

    after: About
    why: str
    level: str
    lowers: bool
    important: bool
    planned_on: date


@transaction.atomic
def propose(measure: Measure, what: Planned, *, by: By) -> Change:
    """Keep what a measure is to say. Raises `NotNow` while another change of it runs, and where nothing would change."""
    measure = Measure.objects.select_for_update().select_related("organisation").get(pk=measure.pk)
    if Change.objects.filter(measure=measure, state__in=(ChangeState.DRAFT, ChangeState.ANNOUNCED)).exists():
        raise NotNow("runs")
    if what.after == about(measure):
        raise NotNow("same")
    year, number = next_number(measure.organisation, Change, by.now)
    row = Change.objects.create(
        organisation=measure.organisation,
        measure=measure,
        year=year,
        number=number,
        based_on=measure.version,
        after=what.after.record(),
        why=what.why,
        level=what.level,
        lowers=what.lowers,
        important=what.important,
        planned_on=what.planned_on,
        recorded_at=by.now,
        recorded_by=by.user,
    )
    content = {
        "measure": str(measure.pk),
        "based_on": measure.version,
        "after": row.after,
        "why": row.why,
        "level": row.level,
        "lowers": row.lowers,
        "important": row.important,
        "planned_on": row.planned_on.isoformat(),
    }
    keep_act(row, "safeguard.change_proposed", by, content)
    return row


@dataclass(frozen=True, slots=True)
class Line:
    """What one agreement asks, by which fact."""

    agreement: Agreement
    asked: Asked
    provision: str
    fact_version: int | None


def impact(row: Change) -> tuple[Line, ...]:
    """What each agreement asks that promises the measure, the most first; three queries at any number."""
    promising = Promise.objects.filter(measure=row.measure_id, retired_at=None).values("agreement")
    found = agreements.agreements(row.organisation).filter(pk__in=promising, direction=Direction.PROCESSOR)
    every = list(found.order_by("counterparty_name", "id"))
    facts = agreements.facts_in(row.organisation, {each.pk for each in every}, (_RULE,))
    lines = (_line(row, each, facts.get(each.pk, {}).get(_RULE)) for each in every)
    return tuple(sorted(lines, key=lambda line: -line.asked.need))


def _line(row: Change, agreement: Agreement, fact: FactVersion | None) -> Line:
    said = fact if fact is not None and isinstance(fact.value, str) else None
    passage = " ".join(str(each.get("text", "")) for each in said.citations) if said else ""
    found = asked(str(said.value) if said else None, passage, lowers=row.lowers, important=row.important)
    return Line(agreement, found, said.provision if said else "", said.number if said else None)


@transaction.atomic
def announce(row: Change, *, by: By) -> int:
    """Freeze which agreements the change touches and what each asks; returns how many. Nobody is told yet."""
    rows = Change.objects.filter(pk=row.pk, state=ChangeState.DRAFT)
    if rows.update(state=ChangeState.ANNOUNCED, announced_at=by.now) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    lines = impact(row)
    bulk.create(
        Affected,
        [
            Affected(
                organisation_id=row.organisation_id,
                change_id=row.pk,
                agreement_id=line.agreement.pk,
                need=int(line.asked.need),
                ground=line.asked.ground.value,
                provision=line.provision,
                fact_version=line.fact_version,
            )
            for line in lines
        ],
    )
    content = {
        "agreements": [str(line.agreement.pk) for line in lines],
        "needs": {need.name.lower(): sum(line.asked.need == need for line in lines) for need in Need},
    }
    keep_act(row, "safeguard.change_announced", by, content)
    return len(lines)


class Block(StrEnum):
    """What stands in the way under an agreement, the weightiest first."""

    REFUSED = "refused"
    OBJECTS = "objects"
    NO_CONSENT = "no_consent"
    UNTOLD = "untold"


def in_the_way() -> Mapping[Block, Q]:
    """Which lines of the frozen list each block holds for."""
    undelivered = Q(sent=0) | Q(message__state__in=(Delivery.FAILED, Delivery.BOUNCED))
    return {
        Block.REFUSED: Q(standing=Answered.REFUSED),
        Block.OBJECTS: Q(standing=Answered.OBJECTED),
        Block.NO_CONSENT: Q(need=Need.CONSENT, standing=Answered.OPEN),
        Block.UNTOLD: Q(need=Need.NOTICE, standing=Answered.OPEN) & undelivered,
    }


@dataclass(frozen=True, slots=True)
class Stands:
    """How a change stands: how many agreements there are, how many each block holds for, whether its day has come."""

    total: int
    blocks: Mapping[Block, int]
    has_come: bool

    @property
    def may_take_effect(self) -> bool:
        """Whether the new version may hold."""
        return self.has_come and not any(self.blocks.values())


def stands(row: Change, now: datetime) -> Stands:
    """What blocks, in one query at any number of agreements."""
    conditions = in_the_way()
    counted: dict[str, Any] = Affected.objects.filter(organisation=row.organisation_id, change=row).aggregate(
        total=Count("pk"), **{block.value: Count("pk", filter=held) for block, held in conditions.items()}
    )
    today = now.astimezone(ZoneInfo(row.organisation.time_zone)).date()
    return Stands(counted["total"], {block: counted[block.value] for block in Block}, row.planned_on <= today)


@transaction.atomic
def take_effect(row: Change, *, by: By) -> None:
    """Let the new version hold. Raises `NotNow` while something stands in the way or its day has not come."""
    measure = Measure.objects.select_for_update().select_related("organisation").get(pk=row.measure_id)
    standing = stands(row, by.now)
    if not standing.may_take_effect:
        raise NotNow("blocked" if standing.has_come else "not_yet")
    rows = Change.objects.filter(pk=row.pk, state=ChangeState.ANNOUNCED, based_on=measure.version)
    if rows.update(state=ChangeState.DONE, ended_at=by.now) != 1:
        raise StateChanged(row.reference)
    after = read(row.after)
    Measure.objects.filter(pk=measure.pk).update(version=F("version") + 1, changed_at=by.now, **after.record())
    measure.refresh_from_db()
    actions.keep_version(measure, after, why=row.why, level=row.level, by=by)
    row.refresh_from_db()
    keep_act(row, "safeguard.change_done", by, {"measure": str(measure.pk), "version": measure.version})


@transaction.atomic
def withdraw(row: Change, *, reason: str, by: By) -> None:
    """Take a change back; the measure says what it said."""
    rows = Change.objects.filter(pk=row.pk, state__in=(ChangeState.DRAFT, ChangeState.ANNOUNCED))
    if rows.update(state=ChangeState.WITHDRAWN, ended_at=by.now, reason=reason) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    keep_act(row, "safeguard.change_withdrawn", by, {"reason": reason})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the other side answered, or why nothing is needed after all; an objection waits until it is settled."""

    standing: Answered
    text: str
    by: str
    on: date


@transaction.atomic
def answer(row: Affected, said: Said, *, actor: Actor, now: datetime, by_link: bool = False) -> None:
    """Keep consent, a refusal, an objection, or a decision that nothing is needed under one agreement.

    Raises `StateChanged` where the change is no longer announced or the line was changed meanwhile.
    """
    rows = Affected.objects.filter(pk=row.pk, version=row.version, change__state=ChangeState.ANNOUNCED)
    changed = rows.update(
        standing=said.standing,
        answer=said.text,
        answered_by=said.by,
        answered_on=said.on,
        version=F("version") + 1,
    )
    if changed != 1:
        raise StateChanged(str(row.pk))
    row.refresh_from_db()
    content = {
        "agreement": str(row.agreement_id),
        "standing": said.standing.value,
        "text": said.text,
        "by": said.by,
        "on": said.on.isoformat(),
        "by_link": by_link,
    }
    record(
        organisation=row.change.organisation,
        actor=actor,
        kind="safeguard.change_answered",
        subject=row.change,
        at=now,
        content=content,
    )


def changes(organisation: Organisation) -> QuerySet[Change]:
    """Every change, newest first."""
    rows = Change.objects.filter(organisation=organisation).select_related("measure", "recorded_by", "organisation")
    return rows.order_by("-recorded_at", "-id")


def change(organisation: Organisation, change_id: UUID) -> Change | None:
    """One change."""
    return changes(organisation).filter(pk=change_id).first()


def affected(row: Change, among: Collection[UUID] = ()) -> QuerySet[Affected]:
    """The frozen list, those that ask most in front; those of some agreements alone where they are named."""
    rows = Affected.objects.filter(organisation=row.organisation_id, change=row)
    if among:
        rows = rows.filter(agreement__in=among)
    return rows.select_related("agreement__organisation", "message", "change").order_by(
        "-need", "agreement__counterparty_name", "id"
    )


def objecting(organisation: Organisation) -> QuerySet[Affected]:
    """The agreements whose other side objects to a change that was announced, or refuses consent."""
    return Affected.objects.filter(
        organisation=organisation,
        change__state=ChangeState.ANNOUNCED,
        standing__in=(Answered.OBJECTED, Answered.REFUSED),
    )


def objected(organisation: Organisation) -> QuerySet[Change]:
    """The changes that are objected to, or refused consent, each with by how many as `against`; what comes first first."""
    disputed = Q(affected__standing__in=(Answered.OBJECTED, Answered.REFUSED))
    rows = Change.objects.filter(disputed, organisation=organisation, state=ChangeState.ANNOUNCED)
    return rows.annotate(against=Count("affected")).select_related("measure").order_by("planned_on", "id")


def running(measure: Measure) -> Change | None:
    """The change of a measure that is on its way."""
    states = (ChangeState.DRAFT, ChangeState.ANNOUNCED)
    return changes(measure.organisation).filter(measure=measure, state__in=states).first()
