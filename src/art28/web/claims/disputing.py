"""Writes: a dispute is noticed, talked about, brought before a mediator or the court by its clause, and over."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from art28.notices.notice import LetterKind
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.casework import To, keep_act
from art28.web.claims import queries, writing
from art28.web.claims.cases import Dispute, DisputeState, DisputeStep
from art28.web.claims.models import Claim, Point
from art28.web.clocks.actions import Subject
from art28.web.database.numbering import next_number
from art28.web.lifecycle import governing
from art28.web.notices.models import OutboxMessage

KIND = "dispute"
BEFORE = {Point.TALKS: DisputeState.TALKS, Point.MEDIATION: DisputeState.MEDIATION}
"""What an agreement may put before the court, and the step that it is."""
_OVER = (DisputeState.SETTLED, DisputeState.DROPPED)


@transaction.atomic
def notice(agreement: Agreement, *, what: str, claim: Claim | None, by: By) -> Dispute:
    """Keep that there is a dispute, about a claim or something else."""
    year, number = next_number(agreement.organisation, Dispute, by.now)
    row = Dispute.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        year=year,
        number=number,
        claim=claim,
        what=what,
        recorded_at=by.now,
        recorded_by=by.user,
    )
    content = {"agreement": str(agreement.pk), "claim": claim.reference if claim else "", "what": what}
    keep_act(row, "dispute.recorded", by, content)
    return row


def go(row: Dispute, state: DisputeState, *, on: date, what: str, by: By) -> DisputeStep:
    """Take a step. The court waits for what the agreement puts before it, and for somebody to have read whether it does.

    A refused attempt stands in the trail, and leads to `NotNow` with the clause.
    """
    if state is DisputeState.COURT:
        why, provision = _not_yet(row)
        if why:
            with transaction.atomic():
                keep_act(row, "dispute.step_refused", by, {"state": state.value, "why": why, "provision": provision})
            raise NotNow(why, place=queries.place(row.agreement, provision))
    with transaction.atomic():
        fields: dict[str, Any] = {"state": state}
        if state is DisputeState.COURT:
            fields |= _forum(row)
        if state in _OVER:
            fields["closed_at"] = by.now
        standing = Dispute.objects.filter(pk=row.pk, organisation=row.organisation_id).exclude(state__in=_OVER)
        if standing.update(**fields) != 1:
            raise StateChanged(row.reference)
        row.refresh_from_db()
        step = DisputeStep.objects.create(
            organisation_id=row.organisation_id, dispute=row, state=state, on=on, what=what, at=by.now, by=by.user
        )
        content = {"state": state.value, "on": on.isoformat(), "what": what, "forum": row.forum, "law": row.law}
        keep_act(row, "dispute.went_on", by, content)
    return step


def _not_yet(row: Dispute) -> tuple[str, str]:
    """Why it can't go to court yet, and by which clause; empty where nothing stands in its way."""
    read, taken = queries.clauses(row.agreement), set(row.steps.values_list("state", flat=True))
    for point, state in BEFORE.items():
        clause = read.get(point)
        if clause is None:
            return f"{point.value}_unread", ""
        if clause.says and state.value not in taken:
            return f"{point.value}_first", clause.provision
    return "", ""


def _forum(row: Dispute) -> dict[str, str]:
    """The court and the law as the agreement names them, with the seat where it names that of a party."""
    said = {line.key: line for line in governing.said(row.agreement, "law.")}
    court, law = said.get("law.court"), said.get("law.governing")
    return {
        "forum": f"{court.value} {court.follows}".strip()[:500] if court is not None else "",
        "law": law.value[:200] if law is not None else "",
    }


@transaction.atomic
def invite(row: Dispute, *, to: To, by: By) -> OutboxMessage:
    """Invite the other side to talks, by letter."""
    if not row.is_open:
        raise StateChanged(row.reference)
    clause = queries.clauses(row.agreement).get(Point.TALKS)
    provision = clause.provision if clause is not None and clause.says else ""
    subject, about = Subject(KIND, row.pk, row.reference), (_("What it is about"), row.what)
    message = writing.send(row.agreement, LetterKind.TALKS_ASKED, subject, to, about=about, provision=provision, by=by)
    keep_act(row, "dispute.went_on", by, {"state": "invited", "message": str(message.pk)})
    return message
