"""The evidence room of an audit: documents put in, opened to a bound auditor until a day, every look logged, closed."""

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from art28.web.accounts.access import Actor
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.audits.models import Audit, Room, RoomBytes, RoomDocument, Visit
from art28.web.disclosures import queries as disclosures

OUTSIDE = Actor(None, "contact")


@transaction.atomic
def put_in(row: Audit, *, name: str, file_name: str, data: bytes, by: By) -> RoomDocument:
    """Put a document in. Raises `NotNow` for the document of an agreement that is to stay inside the organisation."""
    if not row.is_open:
        raise StateChanged(row.reference)
    sha256 = hashlib.sha256(data).hexdigest()
    for agreement in Agreement.objects.filter(organisation=row.organisation_id, source__sha256=sha256):
        if disclosures.standing(agreement).confidential and not disclosures.permissions(agreement).exists():
            raise NotNow("confidential", place=agreement.title)
    made = RoomDocument.objects.create(
        organisation=row.organisation,
        audit=row,
        name=name,
        file_name=file_name[:255],
        sha256=sha256,
        size=len(data),
        at=by.now,
        by=by.user,
    )
    RoomBytes.objects.create(document=made, data=data)
    content = {"document": str(made.pk), "name": name, "sha256": sha256}
    record(
        organisation=row.organisation, actor=by.actor, kind="audit.room_filled", subject=row, at=by.now, content=content
    )
    return made


@transaction.atomic
def open_to(row: Audit, *, whom: str, until: datetime, by: By) -> Room:
    """Open the room until an instant, by a new link; not before the auditor is bound to secrecy. Raises `NotNow`."""
    if not row.is_open:
        raise StateChanged(row.reference)
    if row.bound_at is None:
        raise NotNow("unbound")
    if until <= by.now:
        raise NotNow("room_past")
    fields = {
        "opened_for": whom,
        "token": secrets.token_urlsafe(32),
        "until": until,
        "opened_at": by.now,
        "opened_by": by.user,
        "closed_at": None,
    }
    room, _made = Room.objects.update_or_create(organisation=row.organisation, audit=row, defaults=fields)
    content = {"for": whom, "until": until.isoformat()}
    record(
        organisation=row.organisation, actor=by.actor, kind="audit.room_opened", subject=row, at=by.now, content=content
    )
    return room


@transaction.atomic
def shut(row: Audit, *, by: By) -> None:
    """Close the room at once; its link shows nothing any more."""
    if Room.objects.filter(organisation=row.organisation_id, audit=row, closed_at=None).update(closed_at=by.now) != 1:
        raise StateChanged(row.reference)
    record(organisation=row.organisation, actor=by.actor, kind="audit.room_closed", subject=row, at=by.now)


@transaction.atomic
def visited(room: Room, document: RoomDocument | None, *, now: datetime) -> None:
    """Somebody with the link looked at the room, or took a document."""
    Visit.objects.create(
        organisation=room.organisation, room=room, document=document, opened_for=room.opened_for, at=now
    )
    content = {"for": room.opened_for, "document": str(document.pk) if document else ""}
    record(
        organisation=room.organisation, actor=OUTSIDE, kind="audit.room_visited", subject=room.audit, at=now,
        content=content,
    )  # fmt: skip


def room(row: Audit) -> Room | None:
    """The room of an audit; None while none was opened."""
    return Room.objects.filter(organisation=row.organisation_id, audit=row).first()


def behind(token: str, *, now: datetime) -> Room | None:
    """The open room that a link leads to; None for one that is closed or whose day is past."""
    found = Room.objects.filter(token=token).select_related("organisation", "audit__agreement").first()
    return found if found is not None and found.is_open_at(now) and found.audit.is_open else None


def documents(row: Audit) -> QuerySet[RoomDocument]:
    """What lies in it, in the order in which it was put in."""
    return RoomDocument.objects.filter(organisation=row.organisation_id, audit=row).order_by("at", "id")


def document(row: Audit, document_id: UUID) -> RoomDocument | None:
    """One document with its bytes."""
    return documents(row).filter(pk=document_id).select_related("bytes").first()


def visits(row: Audit) -> QuerySet[Visit]:
    """Who saw what when, newest first."""
    rows = Visit.objects.filter(organisation=row.organisation_id, room__audit=row).select_related("document")
    return rows.order_by("-at", "-id")
