"""Reads of the trail."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from art28.web.accounts import queries as accounts
from art28.web.accounts.models import Organisation
from art28.web.audit.models import Act, ActContent, SealedRecord, Unsealed


@dataclass(frozen=True, slots=True)
class TrailLine:
    """An act as a page shows it.

    `actor` is a person's name, empty for a part of art28; `content` is None once erased; `about` is the subject's kind;
    `number` its place in the chain, None while it waits for the sealer.
    """

    id: UUID
    at: datetime
    kind: str
    actor: str
    actor_label: str
    content: Mapping[str, Any] | None
    about: str
    number: int | None


def acts_about(organisation: Organisation, *, subject_kind: str, subject_id: UUID) -> QuerySet[Act]:
    """The acts about a subject, newest first."""
    return (
        Act.objects.filter(organisation=organisation, subject_kind=subject_kind, subject_id=subject_id)
        .select_related("content", "sealed")
        .order_by("-at", "-id")
    )


def everything(organisation: Organisation) -> QuerySet[Act]:
    """Every act of the organisation, newest first."""
    return Act.objects.filter(organisation=organisation).select_related("content", "sealed").order_by("-at", "-id")


def named(organisation: Organisation) -> QuerySet[Act]:
    """Every act of the organisation, each with the name of who did it as `actor_name`."""
    return everything(organisation).annotate(actor_name=accounts.named("actor_id"))


def waiting(organisation: Organisation) -> int:
    """How many acts are not yet sealed."""
    return Unsealed.objects.filter(organisation=organisation).count()


def trail(
    organisation: Organisation, *, subject_kind: str, subject_id: UUID, limit: int = 200
) -> tuple[TrailLine, ...]:
    """The newest `limit` acts about a subject with the names of who did them."""
    return lines(organisation, acts_about(organisation, subject_kind=subject_kind, subject_id=subject_id)[:limit])


def lines(organisation: Organisation, selected: Iterable[Act]) -> tuple[TrailLine, ...]:
    """`selected` acts as lines for a page, with the names of who did them; one query for all names."""
    acts = list(selected)
    names = accounts.names(organisation, {act.actor_id for act in acts if act.actor_id})
    return tuple(
        TrailLine(
            id=act.id,
            at=act.at,
            kind=act.kind,
            actor=names.get(act.actor_id, "") if act.actor_id else "",
            actor_label=act.actor_label,
            content=json.loads(act.content.content) if act.content.content is not None else None,
            about=act.subject_kind,
            number=number_of(act),
        )
        for act in acts
    )


def number_of(act: Act) -> int | None:
    """The place of an act in the chain; None while it waits for the sealer. Of rows whose `sealed` was read with them."""
    sealed: SealedRecord | None = getattr(act, "sealed", None)
    return sealed.number if sealed else None


def erased_among(act_ids: QuerySet[Any, Any]) -> QuerySet[ActContent]:
    """Of these acts the contents that were erased, of whatever organisation."""
    return ActContent.objects.filter(act_id__in=act_ids, erased_at__isnull=False)
