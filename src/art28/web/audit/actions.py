"""Writes to the trail. `record` and `record_many` are the only ways in; `erase` is the only way out."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.models import Act, ActContent

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """One act to record: what was done (`kind`), to what, and what belongs to it. `content` is plain JSON, no floats."""

    kind: str
    subject_kind: str
    subject_id: UUID
    content: Mapping[str, Any] = field(default_factory=dict)


def canonical(content: Mapping[str, Any]) -> str:
    """`content` as the one JSON text that stands for it: keys sorted, no spaces, characters as they are."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def commitment(key: bytes, content: str) -> str:
    """The hash that an act keeps of its content: SHA-256 over the key, then the content in UTF-8, in hexadecimal."""
    return hashlib.sha256(key + content.encode()).hexdigest()


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
    """Append an act for each entry, within the caller's transaction and in two statements however many they are."""
    acts: list[Act] = []
    contents: list[ActContent] = []
    for entry in entries:
        key, text = secrets.token_bytes(_KEY_BYTES), canonical(entry.content)
        act = Act(
            organisation=organisation,
            at=at,
            actor_id=actor.id,
            actor_label=actor.label,
            kind=entry.kind,
            subject_kind=entry.subject_kind,
            subject_id=entry.subject_id,
            commitment=commitment(key, text),
        )
        acts.append(act)
        contents.append(ActContent(act=act, organisation=organisation, content=text, key=key))
    with transaction.atomic():
        Act.objects.bulk_create(acts, batch_size=500)
        ActContent.objects.bulk_create(contents, batch_size=500)
    return tuple(acts)


def erase(*, organisation: Organisation, subject_kind: str, subject_id: UUID, ground: str, now: datetime) -> int:
    """Destroy the content of every act about a subject, and the keys of their commitments; returns how many.

    `ground` is a code for why ("gdpr_17", "retention_ended"). The acts stay; `verify` says that their content was erased.
    """
    if not ground:
        raise ValueError("an erasure names its ground")
    rows = ActContent.objects.filter(
        organisation=organisation, act__subject_kind=subject_kind, act__subject_id=subject_id, content__isnull=False
    )
    return rows.update(content=None, key=None, erased_at=now, ground=ground)
