"""Writes of agreements: putting files in, and what people decide about facts."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements import deriving
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    Direction,
    FactState,
    FactVersion,
    Question,
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


class StaleFact(Exception):
    """Somebody else decided on this fact meanwhile; show the newest version and ask again."""


def put_in(
    organisation: Organisation,
    uploads: Sequence[Upload],
    *,
    actor: Actor,
    now: datetime,
    largest_bytes: int,
    batch: UUID | None = None,
) -> tuple[Taken, ...]:
    """Take files in, each on its own: one that is refused leaves the others alone. They are read in the background."""
    batch = batch or new_id()
    return tuple(
        _put_in_one(organisation, upload, actor=actor, now=now, largest_bytes=largest_bytes, batch=batch)
        for upload in uploads
    )


def _put_in_one(
    organisation: Organisation, upload: Upload, *, actor: Actor, now: datetime, largest_bytes: int, batch: UUID
) -> Taken:
    name = _safe_name(upload.name)
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
            return Taken(name, source.agreement, Refusal.ALREADY_THERE)
        SourceBytes.objects.create(file=source, data=upload.data)
        agreement = Agreement.objects.create(
            organisation=organisation,
            source=source,
            batch=batch,
            title=PurePath(name).stem[:_LONGEST_TITLE] or name,
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
            content={"name": name, "sha256": sha256, "size": len(upload.data)},
        )
    return Taken(name, agreement)


def _safe_name(name: str) -> str:
    """The file's own name, without a path and without characters that don't print."""
    bare = PurePath(name.replace("\\", "/")).name
    return "".join(character for character in bare if character.isprintable())[-_LONGEST_NAME:] or "bestand"


@transaction.atomic
def read_again(agreement: Agreement, *, actor: Actor, now: datetime) -> None:
    """Have an agreement read anew; what a person confirmed stays."""
    changed = Agreement.objects.filter(pk=agreement.pk, due_at=None).update(
        state=State.QUEUED, due_at=now, attempts=0, reason=""
    )
    if changed:
        audit.record(
            organisation=agreement.organisation, actor=actor, kind="agreement.queued_again", subject=agreement, at=now
        )


@transaction.atomic
def set_direction(agreement: Agreement, direction: Direction, *, actor: Actor, now: datetime) -> None:
    """Say who the organisation is in this agreement."""
    _lock(agreement)
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
    own = {parties.same_name(entity.name) for entity in parties.legal_entities(organisation)}
    names = FactVersion.objects.filter(
        organisation=organisation,
        key__in=("processor.name", "controller.name"),
        current=True,
        agreement__direction=Direction.UNKNOWN,
    ).values_list("agreement_id", "value")
    found = {agreement_id for agreement_id, name in names if isinstance(name, str) and parties.same_name(name) in own}
    for agreement in Agreement.objects.filter(organisation=organisation, pk__in=found).select_related("organisation"):
        deriving.name_parties(agreement, actor=actor, now=now)
    return len(found)


def confirm(agreement: Agreement, key: str, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Confirm a fact as it was read. `seen` is the number of the version that the person saw; raises StaleFact."""
    current = _current(agreement, key)
    if current is None or current.number != seen or current.value is None:
        raise StaleFact(key)
    return _decide(agreement, key, current, FactState.CONFIRMED, value=current.value, actor=actor, now=now)


def correct(agreement: Agreement, key: str, value: Any, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Give a fact another value. `seen` is the number of the version that the person saw, 0 for none; raises StaleFact."""
    current = _current(agreement, key)
    if (current.number if current else 0) != seen:
        raise StaleFact(key)
    return _decide(agreement, key, current, FactState.CORRECTED, value=value, actor=actor, now=now)


def choose(agreement: Agreement, key: str, candidate: int, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Settle an open question by one of its candidates, counted from 0, which brings its passages; raises StaleFact."""
    current = _current(agreement, key)
    question = Question.objects.filter(agreement=agreement, key=key, settled_at=None).first()
    if (current.number if current else 0) != seen or question is None or candidate >= len(question.candidates):
        raise StaleFact(key)
    chosen = question.candidates[candidate]
    return _decide(
        agreement, key, current, FactState.CONFIRMED, value=chosen["value"], chosen=chosen, actor=actor, now=now
    )


def mark_not_said(agreement: Agreement, key: str, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Establish that the agreement doesn't say this."""
    current = _current(agreement, key)
    if (current.number if current else 0) != seen:
        raise StaleFact(key)
    return _decide(agreement, key, current, FactState.NOT_SAID, value=None, actor=actor, now=now)


def _current(agreement: Agreement, key: str) -> FactVersion | None:
    return FactVersion.objects.filter(
        organisation_id=agreement.organisation_id, agreement=agreement, key=key, current=True
    ).first()


def _lock(agreement: Agreement) -> None:
    """Hold the agreement's row until the transaction ends, and read it anew: what another has just set must stand."""
    fresh = Agreement.objects.select_for_update().get(pk=agreement.pk)
    for name in ("direction", "legal_entity_id", "counterparty_id", "counterparty_name", "open_count", "duty_count"):
        setattr(agreement, name, getattr(fresh, name))


@transaction.atomic
def _decide(
    agreement: Agreement,
    key: str,
    current: FactVersion | None,
    state: FactState,
    *,
    value: Any,
    actor: Actor,
    now: datetime,
    chosen: dict[str, Any] | None = None,
) -> FactVersion:
    """Make the next version of a fact, settle its question, and derive the promises anew."""
    _lock(agreement)
    newest = _current(agreement, key)
    if (newest.pk if newest else None) != (current.pk if current else None):
        raise StaleFact(key)
    text = (
        AgreementText.objects.filter(agreement=agreement)
        .order_by("-read_at", "-id")
        .only("id", "organisation_id")
        .first()
    )
    if text is None:
        raise StaleFact(key)
    if current is not None:
        superseded = FactVersion.objects.filter(pk=current.pk, current=True).update(current=False)
        if superseded != 1:
            raise StaleFact(key)
    ground = chosen or {}
    kept = current if current is not None and value is not None else None
    version = FactVersion.objects.create(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        text=text,
        key=key,
        number=current.number + 1 if current else 1,
        value=value,
        citations=ground.get("citations") or (kept.citations if kept else []),
        rule=ground.get("rule") or (kept.rule if kept else ""),
        provision=ground.get("provision") or (kept.provision if kept else ""),
        state=state,
        by_id=actor.id,
        at=now,
        supersedes=current,
    )
    Question.objects.filter(agreement=agreement, key=key, settled_at=None).update(settled_at=now)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind=f"fact.{state.value}",
        subject=agreement,
        at=now,
        content={"key": key, "version": version.number, "value": value, "before": current.value if current else None},
    )
    deriving.refresh(agreement, actor=actor, now=now)
    return version
