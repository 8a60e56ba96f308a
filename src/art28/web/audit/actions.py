"""Writes to the trail. `record` and `record_many` are the only ways in; `erase` is the only way out."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from art28.evidence.canonical import canonical, commitment, commitment_to
from art28.evidence.verify import ERASURE
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.models import Act, ActContent, Unsealed
from art28.web.database import bulk
from art28.web.database.alike import Alike, Shared
from art28.web.database.identifiers import new_texts
from art28.web.exercises.kinds import mark

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """One act to record: what was done (`kind`), to what, and what belongs to it. `content` is plain JSON, no floats."""

    kind: str
    subject_kind: str
    subject_id: UUID
    content: Mapping[str, Any] = field(default_factory=dict)


def record(
    *,
    organisation: Organisation,
    actor: Actor,
    kind: str,
    subject: models.Model,
    at: datetime,
    content: Mapping[str, Any] | None = None,
) -> Act:
    """Append an act about `subject` to the trail, within the caller's transaction."""
    entry = Entry(kind, str(subject._meta.model_name), subject.pk, {**(content or {}), **mark(subject)})
    return record_many(organisation=organisation, actor=actor, at=at, entries=(entry,))[0]


def record_many(*, organisation: Organisation, actor: Actor, at: datetime, entries: Iterable[Entry]) -> tuple[Act, ...]:
    """Append an act for each entry, within the caller's transaction and set-based, however many they are."""
    acts: list[Act] = []
    contents: list[ActContent] = []
    for entry in entries:
        key = secrets.token_bytes(_KEY_BYTES)
        act = Act(
            organisation_id=organisation.pk,
            at=at,
            actor_id=actor.id,
            actor_label=actor.label,
            kind=entry.kind,
            subject_kind=entry.subject_kind,
            subject_id=entry.subject_id,
            commitment=commitment(entry.content, key),
        )
        acts.append(act)
        contents.append(
            ActContent(
                act_id=act.pk, organisation_id=organisation.pk, content=canonical(entry.content).decode(), key=key
            )
        )
    with transaction.atomic(savepoint=False):  # nothing is done without its record
        bulk.create(Act, acts)
        bulk.create(ActContent, contents)
        bulk.create(Unsealed, (Unsealed(act_id=act.pk, organisation_id=organisation.pk) for act in acts))
    return tuple(acts)


@dataclass(frozen=True, slots=True)
class AlikeActs:
    """What acts of one kind with the same content share, spelled once for any number of subjects (`record_alike`)."""

    act: Shared
    content: Shared
    canonical: bytes


def alike(*, organisation: Organisation, actor: Actor, at: datetime, entry: Entry) -> AlikeActs:
    """What acts share with the one that `entry` would make, its subject apart."""
    spelled = canonical(entry.content)
    act = Act(
        organisation_id=organisation.pk,
        at=at,
        actor_id=actor.id,
        actor_label=actor.label,
        kind=entry.kind,
        subject_kind=entry.subject_kind,
    )
    content = ActContent(organisation_id=organisation.pk, content=spelled.decode())
    return AlikeActs(_ACTS.shared(act), _CONTENTS.shared(content), spelled)


def record_alike(organisation: Organisation, done: Sequence[tuple[str, AlikeActs]]) -> None:
    """Append an act for each subject, its identifier as text: `record_many` at a fraction. In the caller's transaction."""
    ids = new_texts(len(done))
    random = secrets.token_bytes(_KEY_BYTES * len(done))
    keys = [random[at : at + _KEY_BYTES] for at in range(0, len(random), _KEY_BYTES)]
    unsealed = _UNSEALED.shared(Unsealed(organisation_id=organisation.pk))
    with transaction.atomic(savepoint=False):
        _ACTS.write(
            ((act_id, subject_id, commitment_to(made.canonical, key)), made.act)
            for act_id, key, (subject_id, made) in zip(ids, keys, done, strict=True)
        )
        _CONTENTS.write(((act_id, key), made.content) for act_id, key, (_, made) in zip(ids, keys, done, strict=True))
        _UNSEALED.write(((act_id,), unsealed) for act_id in ids)


_ACTS = Alike(Act, "id", "subject_id", "commitment")
_CONTENTS = Alike(ActContent, "act_id", "key")
_UNSEALED = Alike(Unsealed, "act_id")


def erase(
    *, organisation: Organisation, actor: Actor, subject_kind: str, subject_id: UUID, ground: str, now: datetime
) -> int:
    """Destroy the content of every act about a subject, and the keys of their commitments; returns how many.

    `ground` is a code for why ("gdpr_17", "retention_ended"). The acts stay, and each erasure is an act of its own, so that
    `verify` can tell it from a loss.
    """
    if not ground:
        raise ValueError("an erasure names its ground")
    with transaction.atomic():
        rows = ActContent.objects.select_for_update().filter(
            organisation=organisation, act__subject_kind=subject_kind, act__subject_id=subject_id, content__isnull=False
        )
        acts = list(rows.values_list("act_id", flat=True))
        ActContent.objects.filter(organisation=organisation, act_id__in=acts).update(
            content=None, key=None, erased_at=now, ground=ground
        )
        entries = (Entry(ERASURE, "act", act, {"ground": ground}) for act in acts)
        record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return len(acts)
