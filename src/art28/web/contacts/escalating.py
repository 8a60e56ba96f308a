"""A matter that our first contact could not settle -> whoever bears final responsibility."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from art28.web.acting import By, NotNow
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.breaches.models import Breach
from art28.web.contacts import letters
from art28.web.contacts.appointing import standing
from art28.web.contacts.models import Escalation, Level
from art28.web.exercises.kinds import mark


@transaction.atomic
def escalate(agreement: Agreement, matter: str, *, by: By, breach: Breach | None = None) -> Escalation:
    """Lay a matter before whoever bears final responsibility. Raises `NotNow` where there is nobody at either level.

    Of a `breach` that is played the letter goes to its player, as everything does.
    """
    both = standing(agreement.organisation, agreement)
    if Level.FIRST not in both or Level.FINAL not in both:
        raise NotNow("nobody")
    first, final = both[Level.FIRST], both[Level.FINAL]
    key = f"{agreement.pk}:{by.now.isoformat()}"
    message = letters.escalate(agreement, first, final, matter, key, breach=breach, actor=by.actor, now=by.now)
    kept = Escalation.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        breach=breach,
        first=first,
        final=final,
        matter=matter,
        message=message,
        at=by.now,
        by=by.user,
    )
    content = {
        "escalation": str(kept.pk),
        "agreement": str(agreement.pk),
        "matter": matter,
        "to": final.name,
        "message": str(message.pk),
        **mark(breach),
    }
    record(
        organisation=agreement.organisation,
        actor=by.actor,
        kind="contact.escalated",
        subject=breach or agreement,
        at=by.now,
        content=content,
    )
    return kept


def escalations(agreement: Agreement) -> QuerySet[Escalation]:
    """What was escalated under an agreement, newest first; what was only played is left out."""
    rows = Escalation.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    rows = rows.exclude(breach__exercise__isnull=False)
    return rows.select_related("final", "by").order_by("-at", "-id")[:50]


def escalated(breach: Breach, agreement_ids: Collection[UUID]) -> Mapping[UUID, tuple[Escalation, ...]]:
    """What was escalated about a breach, by agreement and oldest first; in one query."""
    rows = Escalation.objects.filter(
        organisation=breach.organisation_id, breach=breach, agreement__in=list(agreement_ids)
    )
    found: dict[UUID, list[Escalation]] = {}
    for row in rows.select_related("final", "by", "message").order_by("at", "id"):
        found.setdefault(row.agreement_id, []).append(row)
    return {agreement_id: tuple(each) for agreement_id, each in found.items()}
