"""Writes: a purpose of the processor's own is registered, decided on by a person, used and logged, and ended."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from art28.obligations.reusing import Bearing, Stance
from art28.web.acting import By, NotNow
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.casework import keep_act, move
from art28.web.database.numbering import next_number
from art28.web.processing import own, recognising
from art28.web.processing.models import OwnActivity
from art28.web.purposes import bearings
from art28.web.purposes.models import Kind, OwnPurpose, State, Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A purpose as somebody wants it registered."""

    kind: Kind
    purpose: str
    data: tuple[str, ...] = ()
    data_subjects: tuple[str, ...] = ()
    anonymised: bool = False


@transaction.atomic
def register(agreement: Agreement, wanted: Wanted, *, by: By) -> OwnPurpose:
    """Register a purpose; a person is to decide on it. Raises `NotNow` where the agreement forbids it or allows none."""
    found = bearings.of(agreement)
    _held(found, anonymised=wanted.anonymised)
    organisation = agreement.organisation
    year, number = next_number(organisation, OwnPurpose, by.now)
    row = OwnPurpose.objects.create(
        organisation=organisation,
        agreement=agreement,
        year=year,
        number=number,
        kind=wanted.kind,
        purpose=wanted.purpose,
        data=list(wanted.data),
        data_subjects=list(wanted.data_subjects),
        anonymised=wanted.anonymised,
        registered_at=by.now,
        registered_by=by.user,
        **_said(found),
    )
    content = {**asdict(wanted), "agreement": str(agreement.pk), **_said(found)}
    keep_act(row, "own_purpose.registered", by, {**content, "data": row.data, "data_subjects": row.data_subjects})
    return row


@transaction.atomic
def refused(under: Agreement | OwnPurpose, what: str, refusal: NotNow, *, by: By) -> None:
    """Keep that a purpose, or a use for it, was refused, and by which clause."""
    content = {"what": what, "why": refusal.code, "clause": refusal.place}
    record(
        organisation=under.organisation, actor=by.actor, kind="own_purpose.refused", subject=under, at=by.now,
        content=content,
    )  # fmt: skip


def _held(found: Bearing, *, anonymised: bool) -> None:
    if found.stance is Stance.FORBIDDEN:
        raise NotNow("forbidden_anonymised" if anonymised else "forbidden", place=_place(found))
    if found.stance is Stance.UNSAID:
        raise NotNow("unsaid", place="Art. 28(3)(a), 28(10)")


def _place(found: Bearing) -> str:
    """The clause that forbids, else its words."""
    if found.forbids is None:
        return found.place
    return found.forbids.provision or found.forbids.text[:200]


def _said(found: Bearing) -> dict[str, str]:
    allows, forbids = found.allows, found.forbids
    return {
        "stance": found.stance.value,
        "allowed_at": allows.provision if allows else "",
        "allowed_by": allows.text if allows else "",
        "forbidden_at": forbids.provision if forbids else "",
        "forbidden_by": forbids.text if forbids else "",
    }


@transaction.atomic
def decide(row: OwnPurpose, *, allowed: bool, legal_basis: str, informed: str, reason: str, by: By) -> None:
    """A person decides with a reason; what is allowed joins the record of own processing, the processor being controller."""
    if allowed:
        _held(bearings.of(row.agreement), anonymised=row.anonymised)
    state = State.ALLOWED if allowed else State.REFUSED
    fields = {"legal_basis": legal_basis, "informed": informed} if allowed else {}
    activity = _activity(row, legal_basis, by) if allowed else None
    move(
        row, (State.WAITING,), state=state, reason=reason, decided_at=by.now, decided_by=by.user, activity=activity,
        **fields,
    )  # fmt: skip
    content = {"allowed": allowed, "reason": reason, "legal_basis": legal_basis, "informed": informed}
    keep_act(row, "own_purpose.decided", by, {**content, "stance": row.stance})


def _activity(row: OwnPurpose, legal_basis: str, by: By) -> OwnActivity:
    said = {
        "name": f"{row.reference} {row.purpose}"[:200],
        "purposes": [row.purpose],
        "legal_basis": legal_basis,
        "data": row.data,
        "special": list(recognising.special(tuple(row.data))),
        "data_subjects": row.data_subjects,
    }
    return own.add(row.organisation, said, actor=by.actor, now=by.now)


@transaction.atomic
def log(row: OwnPurpose, *, what: str, used_at: datetime, anonymised: bool, by: By) -> Use:
    """Log one use. Raises `NotNow` where it was not decided on, or the agreement has come to say otherwise since."""
    found = bearings.of(row.agreement)
    _held(found, anonymised=anonymised)
    if row.state == State.WAITING:
        raise NotNow("contradicted" if row.stance == Stance.CONTRADICTED else "undecided", place=row.bearing.place)
    if row.state != State.ALLOWED:
        raise NotNow("not_allowed", place=row.bearing.place)
    if found.stance != row.stance:
        raise NotNow("said_otherwise", place=found.place)
    made = Use.objects.create(
        organisation=row.organisation,
        purpose=row,
        what=what,
        used_at=used_at,
        anonymised=anonymised,
        by=by.user,
        at=by.now,
    )
    content = {"use": str(made.pk), "what": what, "used_at": used_at.isoformat(), "anonymised": anonymised}
    keep_act(row, "own_purpose.used", by, content)
    return made


@transaction.atomic
def end(row: OwnPurpose, *, reason: str, by: By) -> None:
    """It is pursued no longer: nothing is used for it, and it leaves the record of own processing."""
    move(row, (State.WAITING, State.ALLOWED), state=State.ENDED, ended_at=by.now, end_reason=reason)
    if row.activity is not None:
        own.end(row.activity, actor=by.actor, now=by.now)
    keep_act(row, "own_purpose.ended", by, {"reason": reason})
