"""Writes of agreements: putting files in, having them read again, and saying who the organisation is in them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from uuid import UUID

from django.db import transaction

from art28.agreement.naming import same_name
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements import deriving
from art28.web.agreements.models import (
    Agreement,
    Direction,
    FactVersion,
    SourceBytes,
    SourceFile,
    State,
)
from art28.web.audit import actions as audit
from art28.web.database.identifiers import new_id
from art28.web.parties import queries as parties

_LONGEST_NAME = 255
_LONGEST_TITLE = 300


class Refusal(StrEnum):
    """Why a file was not taken in at all."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ALREADY_THERE = "already_there"
    FOLDER = "folder"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody puts in."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: its agreement, and why it was refused if it was; an agreement that is there already is named."""

    name: str
    agreement: Agreement | None
    refusal: Refusal | None = None


def put_in(
    organisation: Organisation,
    uploads: Sequence[Upload],
    *,
    actor: Actor,
    now: datetime,
    largest_bytes: int,
    batch: UUID | None = None,
    amends: Agreement | None = None,
) -> tuple[Taken, ...]:
    """Take files in, each on its own: one that is refused leaves the others alone. They are read in the background.

    With `amends` they are addenda to that agreement.
    """
    batch = batch or new_id()
    return tuple(
        _put_in_one(organisation, upload, actor=actor, now=now, largest_bytes=largest_bytes, batch=batch, amends=amends)
        for upload in uploads
    )


def _put_in_one(
    organisation: Organisation,
    upload: Upload,
    *,
    actor: Actor,
    now: datetime,
    largest_bytes: int,
    batch: UUID,
    amends: Agreement | None,
) -> Taken:
    name = kept_name(upload.name)
    if not upload.data:
        return Taken(name, None, Refusal.EMPTY)
    if len(upload.data) > largest_bytes:
        return Taken(name, None, Refusal.TOO_LARGE)
    sha256 = hashlib.sha256(upload.data).hexdigest()
    with transaction.atomic():
        source, made = SourceFile.objects.get_or_create(
            organisation=organisation,
            sha256=sha256,
            defaults={
                "name": name,
                "media_type": upload.media_type[:120],
                "size": len(upload.data),
                "uploaded_by_id": actor.id,
                "uploaded_at": now,
            },
        )
        if not made:
            return Taken(name, source.agreements.order_by("share").first(), Refusal.ALREADY_THERE)
        SourceBytes.objects.create(file=source, data=upload.data)
        agreement = Agreement.objects.create(
            organisation=organisation,
            source=source,
            batch=batch,
            amends=amends,
            title=title_of(name),
            state=State.QUEUED,
            added_at=now,
            due_at=now,
        )
        audit.record(
            organisation=organisation,
            actor=actor,
            kind="agreement.uploaded",
            subject=agreement,
            at=now,
            content={"name": name, "sha256": sha256, "size": len(upload.data)}
            | ({"amends": str(amends.pk)} if amends is not None else {}),
        )
    return Taken(name, agreement)


def kept_name(name: str) -> str:
    """The file's own name, without a path and without characters that don't print."""
    bare = PurePath(name.replace("\\", "/")).name
    return "".join(character for character in bare if character.isprintable())[-_LONGEST_NAME:] or "bestand"


def title_of(name: str) -> str:
    """What an agreement is called until it was read: as its file is."""
    return PurePath(name).stem[:_LONGEST_TITLE] or name


@transaction.atomic
def read_again(agreement: Agreement, *, actor: Actor, now: datetime) -> None:
    """Have an agreement read anew; what a person confirmed stays."""
    changed = (
        Agreement.objects.filter(pk=agreement.pk, due_at=None)
        .exclude(state__in=(State.REPLACED, State.ASIDE))
        .update(state=State.QUEUED, due_at=now, attempts=0, reason="")
    )
    if changed:
        audit.record(
            organisation=agreement.organisation, actor=actor, kind="agreement.queued_again", subject=agreement, at=now
        )


@transaction.atomic
def replaced(agreement: Agreement, *, by: Agreement, actor: Actor, now: datetime) -> bool:
    """A newer version takes its place: from now on it promises nothing. False where it was none that has been read.

    What was started under it runs on, and all that is kept of it stays.
    """
    deriving.lock(agreement)
    if Agreement.objects.filter(pk=agreement.pk, state=State.READ, due_at=None).update(state=State.REPLACED) != 1:
        return False
    agreement.state = State.REPLACED
    deriving.refresh(agreement, actor=actor, now=now)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.replaced",
        subject=agreement,
        at=now,
        content={"by": str(by.pk)},
    )
    return True


_MAY_BE_ASIDE = (State.READ, State.FAILED)


@transaction.atomic
def put_aside(agreement: Agreement, *, content: Mapping[str, str], actor: Actor, now: datetime) -> str | None:
    """Have an agreement count for nothing any more; returns the state that it was in, None where it can't be put aside.

    All that is kept of it stays, and `bring_back` has it count again. `content` is what the trail says about why.
    """
    deriving.lock(agreement)
    was = agreement.state
    rows = Agreement.objects.filter(pk=agreement.pk, state__in=_MAY_BE_ASIDE, due_at=None)
    if rows.update(state=State.ASIDE) != 1:
        return None
    _went(agreement, State.ASIDE, actor, now)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.put_aside",
        subject=agreement,
        at=now,
        content=dict(content),
    )
    return was


@transaction.atomic
def bring_back(agreement: Agreement, *, to: str, actor: Actor, now: datetime) -> bool:
    """Have an agreement that was put aside count again, in the state that it was in; False where it wasn't put aside."""
    deriving.lock(agreement)
    if Agreement.objects.filter(pk=agreement.pk, state=State.ASIDE).update(state=to) != 1:
        return False
    _went(agreement, to, actor, now)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.brought_back",
        subject=agreement,
        at=now,
        content={},
    )
    return True


def _went(agreement: Agreement, state: str, actor: Actor, now: datetime) -> None:
    """Have what is derived of an agreement follow from the state that it is in now."""
    agreement.state = state
    if agreement.read_at is not None:
        deriving.refresh(agreement, actor=actor, now=now)


@transaction.atomic
def set_direction(agreement: Agreement, direction: Direction, *, actor: Actor, now: datetime) -> None:
    """Say who the organisation is in this agreement."""
    deriving.lock(agreement)
    agreement.direction = direction
    deriving.name_parties(agreement, actor=actor, now=now)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.direction_set",
        subject=agreement,
        at=now,
        content={"direction": direction.value},
    )


@transaction.atomic
def take_sides(organisation: Organisation, *, actor: Actor, now: datetime) -> int:
    """Find out anew which side the organisation is on, where that isn't known yet; returns how many now are.

    For when the organisation names another legal entity of its own.
    """
    own = {same_name(entity.name) for entity in parties.legal_entities(organisation)}
    names = FactVersion.objects.filter(
        organisation=organisation,
        key__in=("processor.name", "controller.name"),
        current=True,
        agreement__direction=Direction.UNKNOWN,
    ).values_list("agreement_id", "value")
    found = {agreement_id for agreement_id, name in names if isinstance(name, str) and same_name(name) in own}
    for agreement in Agreement.objects.filter(organisation=organisation, pk__in=found).select_related("organisation"):
        deriving.name_parties(agreement, actor=actor, now=now)
    return len(found)


def count_findings(organisation: Organisation, counts: Mapping[UUID, tuple[int, int]]) -> None:
    """Keep how many findings each agreement has and how many are serious, within the caller's transaction."""
    made = [
        Agreement(pk=agreement_id, organisation=organisation, finding_count=found, serious_count=serious)
        for agreement_id, (found, serious) in counts.items()
    ]
    Agreement.objects.filter(organisation=organisation).bulk_update(
        made, ("finding_count", "serious_count"), batch_size=100
    )
