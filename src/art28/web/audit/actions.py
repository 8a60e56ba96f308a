"""Writes to the trail. `record` and `record_many` are the only ways in; `erase` is the only way out."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from art28.evidence.canonical import canonical, commitment
from art28.evidence.verify import ERASURE
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.models import Act, ActContent, Unsealed
from art28.web.database import bulk

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
    entry = Entry(kind, str(subject._meta.model_name), subject.pk, content or {})
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
    with transaction.atomic():
        bulk.create(Act, acts)
        bulk.create(ActContent, contents)
        bulk.create(Unsealed, (Unsealed(act_id=act.pk, organisation_id=organisation.pk) for act in acts))
    return tuple(acts)


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
