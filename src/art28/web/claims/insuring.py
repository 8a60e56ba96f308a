"""Writes: proof of a party's insurance with the clock of its end, and requests to see it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction

from art28.agreement.duties import Action, Trigger
from art28.notices.notice import LetterKind
from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.casework import To
from art28.web.claims import queries, writing
from art28.web.claims.cases import Inspection, Policy
from art28.web.claims.models import Point
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Proof
from art28.web.clocks.own_duties import NotAhead, run_until
from art28.web.parties.models import Counterparty

KIND = "insurance"
"""What lists call its clocks (`clocks.filters.EVENTS`)."""


@transaction.atomic
def keep(
    organisation: Organisation,
    party: Counterparty | None,
    *,
    insurer: str,
    number: str,
    covers: str,
    cents: int | None,
    expires_on: date,
    document: str,
    by: By,
) -> Policy:
    """Keep proof of insurance of a party (None for ours); its end runs as a clock, and what it follows ends its own."""
    earlier = list(Policy.objects.select_for_update().filter(organisation=organisation, party=party, followed_at=None))
    row = Policy.objects.create(
        organisation=organisation,
        party=party,
        insurer=insurer,
        number=number,
        covers=covers,
        cents=cents,
        expires_on=expires_on,
        document=document,
        at=by.now,
        by=by.user,
    )
    try:
        run_until(
            organisation,
            expires_on,
            Subject(KIND, row.pk, f"{party.name if party else organisation.name}: {insurer}"[:120]),
            trigger=Trigger.STANDING,
            cause=str(row)[:200],
            gdpr="",
            owner=by.user,
            actor=by.actor,
            now=by.now,
            action=Action.RENEW_INSURANCE,
        )
    except NotAhead as late:
        raise NotNow("expired") from late
    for each in earlier:
        Policy.objects.filter(pk=each.pk).update(followed_at=by.now)
        for clock in queries.running_of(organisation, KIND, each.pk):
            clocks.end(clock, at=by.now, by=Proof.DONE, reason=str(row)[:500], actor=by.actor, now=by.now)
    content = {
        "party": str(party.pk) if party else "",
        "insurer": insurer,
        "number": number,
        "covers": covers,
        "cents": cents,
        "expires_on": expires_on.isoformat(),
        "document": document,
    }
    _record(organisation, row, "policy.kept", by, content)
    return row


@transaction.atomic
def ask(agreement: Agreement, *, to: To | None, by: By) -> Inspection:
    """Ask to see the other side's insurance by letter; `to` is None where the other side asked to see ours."""
    clause = queries.clauses(agreement).get(Point.INSPECTION)
    provision = clause.provision if clause is not None and clause.says else ""
    row = Inspection.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        by_us=to is not None,
        provision=provision,
        asked_at=by.now,
        asked_by=by.user,
    )
    content: dict[str, Any] = {"agreement": str(agreement.pk), "by_us": row.by_us, "provision": provision}
    if to is not None:
        subject = Subject(KIND, row.pk, f"{by.now:%Y-%m-%d}")
        message = writing.send(
            agreement, LetterKind.INSURANCE_ASKED, subject, to, about=None, provision=provision, by=by
        )
        content["message"] = str(message.pk)
    _record(agreement.organisation, row, "inspection.asked", by, content)
    return row


@transaction.atomic
def answer(row: Inspection, *, what: str, by: By) -> None:
    """What was shown."""
    waiting = Inspection.objects.filter(pk=row.pk, organisation=row.organisation_id, shown_at=None)
    if waiting.update(shown_at=by.now, what=what) != 1:
        raise StateChanged(str(row.pk))
    _record(row.organisation, row, "inspection.answered", by, {"what": what})


def _record(organisation: Organisation, row: models.Model, kind: str, by: By, content: Mapping[str, Any]) -> None:
    record(organisation=organisation, actor=by.actor, kind=kind, subject=row, at=by.now, content=content)
