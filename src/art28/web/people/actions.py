"""Writes about people: they join, what binds them is kept, they are taught, move, leave, and are erased."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from art28.web.accounts.models import Organisation, User
from art28.web.acting import By, NotNow, StateChanged
from art28.web.audit import actions as audit
from art28.web.audit.actions import record
from art28.web.casework import keep_act
from art28.web.people import queries
from art28.web.people.models import (
    Commitment,
    Concern,
    Form,
    Identity,
    Kind,
    Level,
    Matter,
    Means,
    MeansKind,
    Move,
    Participation,
    Responsibility,
    RoleProfile,
    Screening,
    StaffMember,
    Training,
    TrainingKind,
)
from art28.web.people.moving import keep_move
from art28.web.people.settling import settle

_MET = {Matter.SECRECY: (Concern.SECRECY,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is kept of somebody: who they are, and how they work."""

    name: str
    email: str = ""
    employer: str = ""
    kind: Kind = Kind.EMPLOYEE
    function: str = ""
    role: RoleProfile | None = None
    user: User | None = None
    joined_on: date


@transaction.atomic
def join(organisation: Organisation, about: About, *, by: By) -> StaffMember:
    """Somebody begins: with a number, an identity of their own, and the clocks of what is still to be done."""
    row = begin(organisation, about, _next_number(organisation), by=by)
    settle(row, because=_("joined"), actor=by.actor, now=by.now)
    return row


def begin(organisation: Organisation, about: About, number: int, *, by: By) -> StaffMember:
    """Keep somebody without their clocks, which `settle` starts; within the caller's transaction."""
    row = StaffMember.objects.create(
        organisation=organisation,
        number=number,
        kind=about.kind,
        function=about.function,
        role=about.role,
        user=about.user,
        joined_on=about.joined_on,
    )
    identity = Identity.objects.create(organisation=organisation, member=row)
    _identify(identity, about, by)
    after = about.role.name if about.role else ""
    keep_move(row, Move.JOINED, about.joined_on, user=by.user, now=by.now, after=after)
    content = {"kind": about.kind.value, "function": about.function, "role": after, "on": about.joined_on.isoformat()}
    keep_act(row, "staff.joined", by, content)
    return row


def _next_number(organisation: Organisation) -> int:
    """The next number; the organisation's row is locked meanwhile, so that none is given twice."""
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    last: int | None = StaffMember.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def numbers(organisation: Organisation) -> Iterable[int]:
    """The numbers that follow, for several people at once; within the caller's transaction."""
    first = _next_number(organisation)
    return range(first, first + 1_000_000)


def _identify(identity: Identity, about: About, by: By) -> None:
    identity.name, identity.email, identity.employer = about.name, about.email, about.employer
    content = {"name": about.name, "email": about.email, "employer": about.employer}
    act = record(
        organisation=identity.organisation,
        actor=by.actor,
        kind="staff.identity_kept",
        subject=identity,
        at=by.now,
        content=content,
    )
    identity.kept_act = act.pk
    identity.save()


@transaction.atomic
def change(row: StaffMember, about: About, *, based_on: int, by: By) -> None:
    """Correct what is kept of somebody; another role is a move (`access.move`). Raises `StateChanged`."""
    standing = StaffMember.objects.filter(pk=row.pk, organisation=row.organisation_id, version=based_on, left_at=None)
    fields = {"kind": about.kind, "function": about.function, "user": about.user, "joined_on": about.joined_on}
    if standing.update(**fields, version=based_on + 1) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    identity = Identity.objects.select_related("organisation").get(member=row)
    if (identity.name, identity.email, identity.employer) != (about.name, about.email, about.employer):
        _identify(identity, about, by)
    content = {"kind": about.kind.value, "function": about.function, "on": about.joined_on.isoformat()}
    keep_act(row, "staff.changed", by, {**content, "user": str(about.user.pk) if about.user else ""})
    settle(row, because=_("corrected"), actor=by.actor, now=by.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Something that was signed, and where it is kept."""

    matter: Matter
    form: Form
    signed_on: date
    kept_at: str = ""
    file_name: str = ""
    data: bytes = b""


@transaction.atomic
def bind(row: StaffMember, signed: Signed, *, by: By) -> Commitment:
    """Keep that somebody signed, with where it is kept or the document itself. `NotNow` where it is nowhere."""
    made = keep_signed(row, signed, by=by)
    settle(row, met=_MET.get(signed.matter, ()), because=_("signed"), actor=by.actor, now=by.now)
    return made


def keep_signed(row: StaffMember, signed: Signed, *, by: By) -> Commitment:
    """The same without the clocks, which `settle` sees to; within the caller's transaction."""
    if not signed.kept_at and not signed.data:
        raise NotNow("nowhere")
    digest = sha256(signed.data).hexdigest() if signed.data else ""
    made = Commitment.objects.create(
        organisation=row.organisation,
        member=row,
        matter=signed.matter,
        form=signed.form,
        signed_on=signed.signed_on,
        kept_at=signed.kept_at,
        file_name=signed.file_name,
        sha256=digest,
        data=signed.data or None,
        made_at=by.now,
        made_by=by.user,
    )
    content = {"matter": signed.matter.value, "form": signed.form.value, "signed_on": signed.signed_on.isoformat()}
    keep_act(row, "staff.bound", by, {**content, "sha256": digest})
    return made


@transaction.atomic
def see(row: StaffMember, *, issued_on: date, seen_on: date, by: By) -> Screening:
    """Keep that a certificate of conduct was seen; nothing else of it is kept."""
    made = keep_seen(row, issued_on=issued_on, seen_on=seen_on, by=by)
    settle(row, met=(Concern.SCREENING,), because=_("certificate seen"), actor=by.actor, now=by.now)
    return made


def keep_seen(row: StaffMember, *, issued_on: date, seen_on: date, by: By) -> Screening:
    """The same without the clocks, which `settle` sees to; within the caller's transaction."""
    made = Screening.objects.create(
        organisation=row.organisation,
        member=row,
        issued_on=issued_on,
        seen_on=seen_on,
        seen_by=by.user,
        made_at=by.now,
    )
    keep_act(row, "staff.screened", by, {"issued_on": issued_on.isoformat(), "seen_on": seen_on.isoformat()})
    return made


@transaction.atomic
def strike(row: StaffMember, kept: Commitment | Screening, *, reason: str, by: By) -> None:
    """Say that something kept was wrong; it counts no longer. Raises `StateChanged` where it was struck already."""
    standing = type(kept).objects.filter(pk=kept.pk, organisation=row.organisation_id, member=row, struck_at=None)
    if standing.update(struck_at=by.now, struck_reason=reason) != 1:
        raise StateChanged(row.reference)
    what = kept.matter if isinstance(kept, Commitment) else Concern.SCREENING.value
    keep_act(row, "staff.struck", by, {"what": what, "reason": reason})
    settle(row, because=_("struck: %(reason)s") % {"reason": reason}, actor=by.actor, now=by.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What was taught, when, and until when it lasts."""

    kind: TrainingKind
    title: str
    on: date
    sensitive: bool = False
    next_on: date | None = None


@transaction.atomic
def teach(organisation: Organisation, taught: Taught, participants: Collection[StaffMember], *, by: By) -> Training:
    """Keep a training with who took part; their clocks follow."""
    training = Training.objects.create(
        organisation=organisation,
        kind=taught.kind,
        title=taught.title,
        on=taught.on,
        sensitive=taught.sensitive,
        next_on=taught.next_on,
        made_at=by.now,
        made_by=by.user,
    )
    rows = [Participation(organisation=organisation, training=training, member=each) for each in participants]
    Participation.objects.bulk_create(rows)
    content = {
        "kind": taught.kind.value,
        "title": taught.title,
        "on": taught.on.isoformat(),
        "sensitive": taught.sensitive,
        "next_on": taught.next_on.isoformat() if taught.next_on else "",
        "participants": [each.reference for each in participants],
    }
    record(
        organisation=organisation, actor=by.actor, kind="training.held", subject=training, at=by.now, content=content
    )
    met = (Concern.INSTRUCTION, Concern.REFRESHER)
    for each in participants:
        settle(each, met=met, because=taught.title, actor=by.actor, now=by.now)
    return training


@transaction.atomic
def hand(row: StaffMember, *, kind: MeansKind, name: str, handed_on: date, by: By) -> Means:
    """Keep that a means was handed out. `NotNow` to somebody who left."""
    if row.left_at is not None:
        raise NotNow("left")
    made = Means.objects.create(organisation=row.organisation, member=row, kind=kind, name=name, handed_on=handed_on)
    content = {"means": str(made.pk), "kind": kind.value, "name": name, "on": handed_on.isoformat()}
    keep_act(row, "means.handed", by, content)
    return made


@transaction.atomic
def take_responsibility(
    row: StaffMember, *, name: str, level: Level, keeps: str, since_on: date, review_on: date | None, by: By
) -> Responsibility:
    """Give somebody a responsibility for security or privacy."""
    made = Responsibility.objects.create(
        organisation=row.organisation,
        member=row,
        name=name,
        level=level,
        keeps=keeps,
        since_on=since_on,
        review_on=review_on,
    )
    content = {
        "name": name,
        "level": level.value,
        "keeps": keeps,
        "since": since_on.isoformat(),
        "review": review_on.isoformat() if review_on else "",
    }
    keep_act(row, "responsibility.given", by, content)
    settle(row, because=name, actor=by.actor, now=by.now)
    return made


@transaction.atomic
def review_responsibility(kept: Responsibility, *, review_on: date, what: str, by: By) -> None:
    """Keep what reviewing came to, and when it is next."""
    standing = Responsibility.objects.filter(pk=kept.pk, organisation=kept.organisation_id, ended_at=None)
    if standing.update(review_on=review_on, since_on=by.now.astimezone(_zone(kept.member)).date()) != 1:
        raise StateChanged(kept.name)
    content = {"name": kept.name, "what": what, "next": review_on.isoformat()}
    keep_act(kept.member, "responsibility.reviewed", by, content)
    settle(kept.member, met=(Concern.DUTY,), because=what, actor=by.actor, now=by.now)


@transaction.atomic
def end_responsibility(kept: Responsibility, *, by: By) -> None:
    """Take a responsibility away from somebody."""
    if (
        Responsibility.objects.filter(pk=kept.pk, organisation=kept.organisation_id, ended_at=None).update(
            ended_at=by.now
        )
        != 1
    ):
        raise StateChanged(kept.name)
    keep_act(kept.member, "responsibility.ended", by, {"name": kept.name})
    settle(kept.member, because=kept.name, actor=by.actor, now=by.now)


@transaction.atomic
def erase(row: StaffMember, *, ground: str, by: By) -> int:
    """Erase who somebody was, here and in the trail; that they were bound, had access and left stays under their number.

    `NotNow` before they left and everything was withdrawn and returned.
    """
    if row.left_at is None or queries.still_has(row):
        raise NotNow("not_cleared")
    identity = Identity.objects.get(member=row)
    erased = audit.erase(
        organisation=row.organisation,
        actor=by.actor,
        subject_kind="identity",
        subject_id=identity.pk,
        ground=ground,
        now=by.now,
    )
    blank(identity, ground=ground, now=by.now)
    keep_act(row, "staff.erased", by, {"ground": ground})
    return erased


def blank(identity: Identity, *, ground: str, now: datetime) -> None:
    """Empty what tells who somebody was; within the caller's transaction."""
    of = {"organisation": identity.organisation_id, "member": identity.member_id}
    Commitment.objects.filter(**of).update(data=None, file_name="", kept_at="")
    queries.grants(identity.organisation).filter(member=identity.member_id).update(account="")
    StaffMember.objects.filter(pk=identity.member_id).update(user=None)
    Identity.objects.filter(pk=identity.pk).update(
        name="", email="", employer="", erased_at=now, erased_ground=ground[:40]
    )


def _zone(row: StaffMember) -> ZoneInfo:
    return ZoneInfo(row.organisation.time_zone)
