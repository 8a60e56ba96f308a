"""Writes of legal entities, counterparties and contacts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit import actions as audit
from art28.web.parties.models import Contact, Counterparty, LegalEntity, Purpose


@transaction.atomic
def add_legal_entity(
    organisation: Organisation, name: str, *, actor: Actor, now: datetime, registration: str = ""
) -> LegalEntity:
    """A legal person under which the organisation signs; one of that name is returned as it is."""
    entity, made = LegalEntity.objects.get_or_create(
        organisation=organisation, name=name, defaults={"registration": registration, "created_at": now}
    )
    if made:
        content = {"name": name, "registration": registration}
        audit.record(
            organisation=organisation, actor=actor, kind="legal_entity.added", subject=entity, at=now, content=content
        )
    return entity


@transaction.atomic
def counterparty_named(
    organisation: Organisation, name: str, *, actor: Actor, now: datetime, details: dict[str, str] | None = None
) -> Counterparty:
    """The counterparty of that registration number or name, made with `details` where it isn't known yet.

    `details` may hold registration, street, postcode and city.
    """
    details = details or {}
    known = Counterparty.objects.filter(organisation=organisation)
    by_number = known.filter(registration=details["registration"]) if details.get("registration") else known.none()
    found = by_number.order_by("created_at").first() or known.filter(name=name).first()
    if found is not None:
        return found
    party = Counterparty.objects.create(organisation=organisation, name=name, created_at=now, **details)
    audit.record(
        organisation=organisation,
        actor=actor,
        kind="counterparty.added",
        subject=party,
        at=now,
        content={"name": name, **details},
    )
    return party


@transaction.atomic
def add_contact(
    counterparty: Counterparty,
    *,
    actor: Actor,
    now: datetime,
    purpose: Purpose,
    name: str = "",
    role: str = "",
    email: str = "",
    phone: str = "",
) -> Contact:
    """Somebody to reach at `counterparty`; the same contact for the same purpose exists once."""
    fields = {"purpose": purpose.value, "name": name, "role": role, "email": email, "phone": phone}
    organisation = counterparty.organisation
    contact, made = Contact.objects.get_or_create(
        organisation=organisation, counterparty=counterparty, ended_at=None, **fields, defaults={"created_at": now}
    )
    if made:
        audit.record(
            organisation=organisation,
            actor=actor,
            kind="contact.added",
            subject=counterparty,
            at=now,
            content={"contact": str(contact.id), **fields},
        )
    return contact


@transaction.atomic
def change_contact(contact: Contact, details: Mapping[str, str], *, actor: Actor, now: datetime) -> None:
    """Keep other details of a contact: any of purpose, name, role, email and phone."""
    before = {name: getattr(contact, name) for name in details}
    Contact.objects.filter(pk=contact.pk).update(**details)
    contact.refresh_from_db()
    _record(contact, "contact.changed", {"before": before, "after": dict(details)}, actor=actor, now=now)


@transaction.atomic
def end_contact(contact: Contact, *, reason: str, actor: Actor, now: datetime) -> bool:
    """Keep that somebody is no longer to be reached; false where that was so already."""
    if Contact.objects.filter(pk=contact.pk, ended_at=None).update(ended_at=now) != 1:
        return False
    contact.refresh_from_db()
    _record(contact, "contact.ended", {"reason": reason}, actor=actor, now=now)
    return True


def confirm_contact(contact: Contact, *, now: datetime) -> None:
    """Keep when the details were said to be right, within the caller's transaction, which records who said so."""
    Contact.objects.filter(pk=contact.pk).update(confirmed_at=now)
    contact.refresh_from_db()


def _record(contact: Contact, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    audit.record(
        organisation=contact.organisation,
        actor=actor,
        kind=kind,
        subject=contact.counterparty,
        at=now,
        content={"contact": str(contact.pk), **content},
    )
