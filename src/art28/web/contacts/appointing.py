"""Our contact persons: who stands under an agreement, appointing another, telling the other side."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, State
from art28.web.audit.actions import record
from art28.web.casework import keep_act
from art28.web.contacts import letters
from art28.web.contacts.models import Appointment, Level, Telling
from art28.web.database import bulk
from art28.web.mailings import reaching
from art28.web.mailings.models import Obstacle
from art28.web.mailings.reaching import Reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One of us, by position, address and telephone."""

    name: str
    role: str = ""
    email: str
    phone: str = ""


def standing(organisation: Organisation, agreement: Agreement | None = None) -> Mapping[str, Appointment]:
    """Who is turned to, by level: under the agreement its own, else those for all."""
    asked = agreement.pk if agreement else None
    return standing_under(organisation, (asked,))[asked]


def turned_to(both: Mapping[str, Appointment], level: Level) -> Appointment | None:
    """Who of those that stand is turned to about one thing: whoever was appointed for it, else the first contact."""
    return both.get(level) or both.get(Level.FIRST)


def standing_under(
    organisation: Organisation, agreement_ids: Collection[UUID | None]
) -> Mapping[UUID | None, Mapping[str, Appointment]]:
    """The same for several agreements, in one query; None stands for all that have nobody of their own."""
    rows = Appointment.objects.filter(organisation=organisation, ended_at=None).select_related("by")
    kept = list(rows.filter(Q(agreement=None) | Q(agreement__in=[each for each in agreement_ids if each is not None])))
    for_all = {row.level: row for row in kept if row.agreement_id is None}
    found: dict[UUID | None, dict[str, Appointment]] = {each: dict(for_all) for each in agreement_ids}
    for row in kept:
        if row.agreement_id is not None:
            found[row.agreement_id][row.level] = row
    return found


@transaction.atomic
def appoint(organisation: Organisation, agreement: Agreement | None, level: Level, who: Who, *, by: By) -> Appointment:
    """Appoint somebody under one agreement, or for all that have none of their own; each other side is then told."""
    before = (
        Appointment.objects.select_for_update()
        .filter(organisation=organisation, agreement=agreement, level=level, ended_at=None)
        .first()
    )
    if before is not None:
        Appointment.objects.filter(pk=before.pk).update(ended_at=by.now)
    made = Appointment.objects.create(
        organisation=organisation,
        agreement=agreement,
        level=level,
        at=by.now,
        by=by.user,
        follows=before,
        **asdict(who),
    )
    content = {
        "appointment": str(made.pk),
        "level": level.value,
        **asdict(who),
        "follows": str(before.pk) if before else None,
    }
    record(
        organisation=organisation,
        actor=by.actor,
        kind="contact.appointed",
        subject=agreement or organisation,
        at=by.now,
        content=content,
    )
    _to_tell(made, at=by.now)
    return made


@transaction.atomic
def end(row: Appointment, *, by: By) -> None:
    """Say that one of us is turned to no longer; each other side is then told who is instead.

    Raises `NotNow` where an agreement would be left with nobody to turn to first, and `StateChanged` where it had ended.
    """
    if row.level == Level.FIRST and _is_last(row):
        raise NotNow("last")
    if Appointment.objects.filter(pk=row.pk, ended_at=None).update(ended_at=by.now) != 1:
        raise StateChanged(row.name)
    row.ended_at = by.now
    record(
        organisation=row.organisation,
        actor=by.actor,
        kind="contact.appointment_ended",
        subject=row.agreement or row.organisation,
        at=by.now,
        content={"appointment": str(row.pk), "level": row.level, "name": row.name},
    )
    _to_tell(row, ended=True, at=by.now)


def _is_last(row: Appointment) -> bool:
    """Whether nobody else is turned to first under an agreement: behind one of its own stands whoever is for all."""
    if row.agreement_id is None:
        return _without_own(row.organisation, Level.FIRST).exists()
    return Level.FIRST not in standing(row.organisation)


def _to_tell(row: Appointment, *, at: datetime, ended: bool = False) -> None:
    """Keep that the other sides that an appointment concerns are to be told of it, or of its end."""
    # Read before rows are copied in: PostgreSQL does nothing else over a connection meanwhile.
    every = _without_own(row.organisation, Level(row.level)).values_list("pk", flat=True)
    concerned = [row.agreement_id] if row.agreement_id else list(every)
    told = {"organisation": row.organisation, "appointment": row, "ended": ended, "at": at}
    bulk.create(Telling, (Telling(agreement_id=each, **told) for each in concerned))


def _without_own(organisation: Organisation, level: Level) -> QuerySet[Agreement]:
    """The agreements in which we process for another, and that name nobody of their own."""
    own = Appointment.objects.filter(organisation=organisation, level=level, ended_at=None, agreement__isnull=False)
    rows = agreements.agreements(organisation).filter(state=State.READ, direction=Direction.PROCESSOR)
    return rows.exclude(pk__in=own.values("agreement")).order_by()


def waiting() -> QuerySet[Telling]:
    """Other sides that are still to be told, the first to wait in front."""
    rows = Telling.objects.filter(message=None, obstacle="").order_by("at", "id")
    return rows.select_related("organisation", "agreement__organisation", "appointment")


@transaction.atomic
def tell(row: Telling, *, actor: Actor, now: datetime) -> None:
    """Put the letter in the outbox, or keep why it can't leave: nobody is known, or mail to all that are came back."""
    locked = Telling.objects.select_for_update().filter(pk=row.pk, message=None, obstacle="").first()
    if locked is None:
        return
    party = row.agreement.counterparty_id
    to = reaching.reached(row.organisation, [party]).get(party, Reached()) if party else Reached()
    both = standing(row.organisation, row.agreement)
    if _is_over(row, both):
        Telling.objects.filter(pk=row.pk).update(obstacle=Obstacle.CLOSED.value)
    elif to.obstacle:
        Telling.objects.filter(pk=row.pk).update(obstacle=to.obstacle)
    else:
        message = letters.tell(row, both, (to.email, to.name), actor=actor, now=now)
        Telling.objects.filter(pk=row.pk).update(message=message)
    row.refresh_from_db()
    content = {
        "appointment": str(row.appointment_id),
        "ended": row.ended,
        "message": str(row.message_id) if row.message_id else None,
        "obstacle": row.obstacle,
    }
    record(
        organisation=row.organisation, actor=actor, kind="contact.told", subject=row.agreement, at=now, content=content
    )


def _is_over(row: Telling, both: Mapping[str, Appointment]) -> bool:
    """Whether there is nothing left to tell: it ended before it was told, or another was appointed since it ended."""
    now = both.get(row.appointment.level)
    if not row.ended:
        return row.appointment.ended_at is not None
    return now is not None and now.at >= row.at


@transaction.atomic
def tell_again(row: Telling, *, by: By) -> None:
    """Let it be told again, now that somebody can be reached; what was told, or waits to be, is left."""
    if Telling.objects.filter(pk=row.pk, message=None).exclude(obstacle="").update(obstacle="") == 1:
        content = {"appointment": str(row.appointment_id), "obstacle": row.obstacle}
        keep_act(row.agreement, "contact.tried_again", by, content)


def tellings(agreement: Agreement) -> QuerySet[Telling]:
    """What the other side was told of our contact persons, newest first."""
    rows = Telling.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.select_related("appointment", "message").order_by("-at", "-id")
