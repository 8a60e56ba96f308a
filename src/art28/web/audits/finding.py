"""Findings of an audit, a customer's or one's own: each with a measure, whoever sees to it and a clock until it is done."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from art28.agreement.duties import Trigger
from art28.terms import Role
from art28.web.accounts.models import User
from art28.web.acting import By, NotNow, StateChanged
from art28.web.audits import queries
from art28.web.audits.models import Audit, Finding, OwnAudit, OwnState, State
from art28.web.casework import keep_act
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Proof
from art28.web.clocks.own_duties import run_until

_HELD = frozenset({State.RUNNING.value, State.REPORTED.value, OwnState.REPORTED.value})


@transaction.atomic
def find(
    row: Audit | OwnAudit, *, text: str, measure: str, owner: User, due_on: date, agreed_by: str, by: By
) -> Finding:
    """A finding that was agreed on, with its measure: a clock runs until it is done. Raises `NotNow` before it is held."""
    if row.state not in _HELD:
        raise NotNow("not_held")
    organisation = row.organisation
    made = Finding.objects.create(
        organisation=organisation,
        audit=row if isinstance(row, Audit) else None,
        own=row if isinstance(row, OwnAudit) else None,
        text=text,
        measure=measure,
        owner=owner,
        due_on=due_on,
        agreed_by=agreed_by,
        at=by.now,
    )
    with translation.override(organisation.language):
        cause = _("measure agreed after an audit")
    tomorrow = by.now.astimezone(ZoneInfo(organisation.time_zone)).date() + timedelta(days=1)
    run_until(
        organisation,
        max(due_on, tomorrow),
        Subject(queries.KIND, made.pk, f"{row.reference} {measure}"[:120]),
        trigger=Trigger.AUDIT_REQUEST,
        cause=cause,
        gdpr="28(3)(h)",
        owner=owner,
        actor=by.actor,
        now=by.now,
        bearer=Role.PROCESSOR,
    )
    content = {
        "finding": str(made.pk),
        "text": text,
        "measure": measure,
        "due_on": due_on.isoformat(),
        "agreed_by": agreed_by,
    }
    keep_act(row, "audit.found", by, content)
    return made


@transaction.atomic
def mend(row: Audit | OwnAudit, finding: Finding, *, result: str, at: datetime, by: By) -> None:
    """The measure against a finding was taken."""
    if Finding.objects.filter(pk=finding.pk, done_at=None).update(done_at=at, result=result) != 1:
        raise StateChanged(finding.text)
    clock = queries.clock_of(row.organisation, finding.pk)
    if clock is not None:
        clocks.end(clock, at=at, by=Proof.DONE, reason=result[:500], actor=by.actor, now=by.now)
    keep_act(row, "audit.mended", by, {"finding": str(finding.pk), "result": result})
