"""Writes of accepted risks: a finding is lived with until a day, on which it comes back as something due; or no longer."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from art28.agreement.duties import Action, Trigger
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Proof
from art28.web.clocks.own_duties import run_until
from art28.web.portfolio.models import AcceptedRisk, Cause, Standing
from art28.web.portfolio.standing import weigh

SUBJECT = "acceptedrisk"
"""`Obligation.subject_kind` of the clock of a review."""


class StateChanged(Exception):
    """The risk was accepted, or withdrawn, meanwhile; nothing was written."""


@transaction.atomic
def accept(
    agreement: Agreement,
    finding: str,
    *,
    about: str,
    reason: str,
    owner: User,
    review_on: date,
    by: User,
    actor: Actor,
    now: datetime,
) -> AcceptedRisk:
    """Keep that a finding is lived with, and start the clock of its review, which ends with `review_on`.

    `about` is what the finding says, as the clock is called. Raises NotAhead, and StateChanged where it is accepted already.
    """
    organisation = agreement.organisation
    try:
        with transaction.atomic():
            row = AcceptedRisk.objects.create(
                organisation=organisation,
                agreement=agreement,
                finding=finding,
                reason=reason,
                owner=owner,
                review_on=review_on,
                accepted_by=by,
                accepted_at=now,
            )
    except IntegrityError:
        raise StateChanged(finding) from None
    run_until(
        organisation,
        review_on,
        clocks.Subject(SUBJECT, row.pk, f"{agreement.counterparty_name or agreement.title} · {about}"[:120]),
        trigger=Trigger.STANDING,
        cause=about,
        gdpr="24(1)",
        owner=owner,
        actor=actor,
        now=now,
        action=Action.REVIEW_RISK,
    )
    content = {"risk": str(row.pk), "finding": finding, "reason": reason, "owner": str(owner.pk)}
    content |= {"review_on": review_on.isoformat()}
    record(organisation=organisation, actor=actor, kind="risk.accepted", subject=agreement, at=now, content=content)
    _weigh(agreement, now=now)
    return row


@transaction.atomic
def withdraw(row: AcceptedRisk, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Live with it no longer: the finding counts again, and its review is no longer due. Raises StateChanged."""
    standing = AcceptedRisk.objects.filter(pk=row.pk, organisation=row.organisation_id, withdrawn_at=None)
    if standing.update(withdrawn_at=now, withdrawn_by=by, withdrawn_reason=reason) != 1:
        raise StateChanged(row.finding)
    running = clock_queries.running(row.organisation, subject_kind=SUBJECT, subject_id=row.pk)
    for clock in running.select_related("organisation"):
        clocks.end(clock, at=now, by=Proof.DONE, reason=reason[:500], actor=actor, now=now)
    content = {"risk": str(row.pk), "finding": row.finding, "reason": reason}
    record(
        organisation=row.organisation,
        actor=actor,
        kind="risk.withdrawn",
        subject=row.agreement,
        at=now,
        content=content,
    )
    _weigh(row.agreement, now=now)


def _weigh(agreement: Agreement, *, now: datetime) -> None:
    """Count anew, unless the agreement waits for a check, which counts too."""
    found = Standing.objects.select_for_update().filter(
        organisation_id=agreement.organisation_id, agreement=agreement, due_at=None
    )
    rows = list(found.select_related("organisation"))
    if rows:
        weigh(rows[0].organisation, rows, cause=Cause.PROFILE, turned={}, now=now)
