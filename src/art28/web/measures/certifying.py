"""Certificates with the day on which they lapse, and weighings on which the measures rest."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from art28.agreement.duties import Action, Trigger
from art28.web.accounts.models import Organisation
from art28.web.acting import By, StateChanged
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction
from art28.web.audit.actions import record
from art28.web.casework import keep_act
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Proof
from art28.web.clocks.own_duties import run_until
from art28.web.measures.actions import clock_of
from art28.web.measures.models import Certificate, Weighing

KIND = "certificate"
"""`Obligation.subject_kind` of the clock of a certificate (`clocks.filters.EVENTS`)."""
_STANDARDS = "security.standards"
_LABEL = 120
_AT_HAND = 20
_STANDARD = re.compile(r"([a-z][a-z -]*+)(\d*)")


@transaction.atomic
def keep(organisation: Organisation, columns: Mapping[str, Any], *, renews: Certificate | None, by: By) -> Certificate:
    """Keep a certificate; its clock runs until it lapses, and ends with the one that renews it."""
    row = Certificate.objects.create(organisation=organisation, at=by.now, by=by.user, **columns)
    content = {
        name: value.isoformat() if isinstance(value, date) else str(value or "") for name, value in columns.items()
    }
    keep_act(row, "certificate.kept", by, {**content, "renews": str(renews.pk) if renews else None})
    if renews is not None:
        if Certificate.objects.filter(pk=renews.pk, renewed=None, ended_at=None).update(renewed=row) != 1:
            raise StateChanged(str(renews.pk))
        running = clock_of(renews, KIND)
        if running is not None:
            clocks.end(running, at=by.now, by=Proof.DONE, reason=str(row), actor=by.actor, now=by.now)
    if row.expires_on > by.now.date():
        run_until(
            organisation,
            row.expires_on,
            clocks.Subject(KIND, row.pk, str(row)[:_LABEL]),
            trigger=Trigger.STANDING,
            cause=str(row),
            gdpr="32(3)",
            owner=row.measure.owner if row.measure else None,
            actor=by.actor,
            now=by.now,
            action=Action.REVIEW_MEASURES,
        )
    return row


@transaction.atomic
def end(row: Certificate, *, reason: str, by: By) -> None:
    """Keep that it is no longer held, and why."""
    if Certificate.objects.filter(pk=row.pk, ended_at=None).update(ended_at=by.now, ended_reason=reason) != 1:
        raise StateChanged(str(row.pk))
    row.refresh_from_db()
    running = clock_of(row, KIND)
    if running is not None:
        clocks.cancel(running, reason=reason[:500], actor=by.actor, now=by.now)
    keep_act(row, "certificate.ended", by, {"reason": reason})


STATES = ("valid", "soon", "lapsed", "ended")


def certificates(
    organisation: Organisation, words: str = "", state: str = "", *, today: date, soon: date
) -> QuerySet[Certificate]:
    """Certificates by the day on which they lapse; those renewed are left out, those ended where they are asked for."""
    rows = Certificate.objects.filter(organisation=organisation, renewed=None).select_related("measure", "by")
    for word in words.split():
        rows = rows.filter(Q(standard__icontains=word) | Q(holder__icontains=word) | Q(issuer__icontains=word))
    rows = rows.filter(ended_at__isnull=state != "ended")
    narrowing = {
        "valid": Q(expires_on__gt=soon),
        "soon": Q(expires_on__lte=soon, expires_on__gte=today),
        "lapsed": Q(expires_on__lt=today),
    }
    return rows.filter(narrowing.get(state, Q())).order_by("expires_on", "id")


def certificate(organisation: Organisation, certificate_id: UUID) -> Certificate | None:
    """One certificate."""
    rows = Certificate.objects.filter(organisation=organisation, pk=certificate_id)
    return rows.select_related("organisation", "measure").first()


def at_hand(organisation: Organisation, today: date) -> tuple[Certificate, ...]:
    """What can be handed over instead of an audit: certificates and reports that are valid, the newest first."""
    rows = Certificate.objects.filter(organisation=organisation, ended_at=None, renewed=None, expires_on__gte=today)
    return tuple(rows.order_by("-issued_on", "id")[:_AT_HAND])


def missing(organisation: Organisation, today: date) -> tuple[tuple[str, int], ...]:
    """Standards that agreements say are held, of which no certificate is valid, with how many agreements say so."""
    held = {
        _bare(name)
        for name in Certificate.objects.filter(
            organisation=organisation, ended_at=None, renewed=None, expires_on__gte=today
        ).values_list("standard", flat=True)
    }
    ours = agreements.agreements(organisation).filter(direction=Direction.PROCESSOR).order_by()
    said: dict[str, int] = {}
    rows = agreements.current(organisation, _STANDARDS, among=ours.values("pk"))
    for value in rows.values_list("value", flat=True).iterator(2_000):
        for name in value or ():
            said[name] = said.get(name, 0) + 1
    return tuple(sorted((name, count) for name, count in said.items() if _bare(name) not in held))


def _bare(name: str) -> str:
    """How a standard is compared, however it is spelled: the letters before its number, and that."""
    found = _STANDARD.match(name.lower().replace("iec", "").replace("/", ""))
    return "".join(found.groups("")).replace("-", "").replace(" ", "") if found else name.lower()


@transaction.atomic
def weigh(organisation: Organisation, agreement: Agreement | None, columns: Mapping[str, Any], *, by: By) -> Weighing:
    """Keep what was weighed: state of the art, sensitivity and risk, cost, and what followed."""
    row = Weighing.objects.create(organisation=organisation, agreement=agreement, at=by.now, by=by.user, **columns)
    content = {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}
    content["agreement"] = str(agreement.pk) if agreement else None
    record(
        organisation=organisation,
        actor=by.actor,
        kind="weighing.kept",
        subject=agreement or organisation,
        at=by.now,
        content={"weighing": str(row.pk), **content},
    )
    return row


def weighings(organisation: Organisation, agreement: Agreement | None = None) -> QuerySet[Weighing]:
    """What was weighed, newest first: for one agreement that for all too."""
    rows = Weighing.objects.filter(organisation=organisation).select_related("agreement", "by")
    if agreement is not None:
        rows = rows.filter(Q(agreement=agreement) | Q(agreement=None))
    return rows.order_by("-on", "-id")
