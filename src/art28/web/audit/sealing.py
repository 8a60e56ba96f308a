"""Acts that wait -> sealed records: one sealer an organisation at a time gives them numbers and hashes, in batches."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.evidence import chain
from art28.evidence.canonical import instant
from art28.web.accounts.models import Organisation
from art28.web.audit.models import Act, Seal, SealedRecord, Unsealed
from art28.web.database import bulk


def as_evidence(act: Act) -> chain.Act:
    """The act as the chain holds it: ids, codes and a commitment."""
    actor = f"{act.actor_label}:{act.actor_id}" if act.actor_id else act.actor_label
    subject = f"{act.subject_kind}:{act.subject_id}"
    return chain.Act(str(act.id), instant(act.at), actor, act.kind, subject, act.commitment)


def head_of(organisation_id: UUID) -> chain.Head:
    """The head of an organisation's sealed chain."""
    seal = Seal.objects.filter(organisation_id=organisation_id).order_by("-number").first()
    return chain.Head(seal.number, seal.head) if seal else chain.EMPTY


_AT_ONCE = 1000


def seal(organisation_id: UUID, *, now: datetime, limit: int = _AT_ONCE) -> int:
    """Seal at most `limit` waiting acts of an organisation, oldest first; returns how many.

    The organisation's row is locked meanwhile, so that two sealers follow each other.
    """
    with transaction.atomic():
        Organisation.objects.select_for_update().only("id").get(pk=organisation_id)
        acts = list(Act.objects.filter(unsealed__organisation_id=organisation_id).order_by("id")[:limit])
        if not acts:
            return 0
        head = head_of(organisation_id)
        rows: list[SealedRecord] = []
        for act, record in zip(acts, chain.sealed(map(as_evidence, acts), after=head), strict=True):
            rows.append(
                SealedRecord(
                    organisation_id=organisation_id,
                    number=record.number,
                    act=act,
                    previous=head.hash,
                    hash=record.hash,
                )
            )
            head = chain.Head(record.number, record.hash)
        bulk.create(SealedRecord, rows)
        Seal.objects.create(organisation_id=organisation_id, number=head.count, head=head.hash, sealed_at=now)
        for start in range(0, len(acts), 500):
            Unsealed.objects.filter(act__in=acts[start : start + 500]).delete()
    return len(acts)


def seal_all(organisation_id: UUID, *, now: datetime) -> chain.Head:
    """Seal whatever waits, and return the head."""
    while seal(organisation_id, now=now) == _AT_ONCE:
        pass
    return head_of(organisation_id)
