"""Writes to reports received: kept as they came, joined to a breach once, their facts taken over or left one by one."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from art28.letters.reading import ReportRead
from art28.notices.breach import BreachFacts
from art28.obligations.beginning import Instant, Known
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.breaches import actions as breaches
from art28.web.breaches import earlier
from art28.web.breaches import queries as breach_queries
from art28.web.breaches.facts import facts_of
from art28.web.breaches.models import Breach
from art28.web.exercises.models import Exercise
from art28.web.intake import actions as intake
from art28.web.intake.models import SignalFile
from art28.web.received.models import Decision, Proposal, ReceivedReport, ReportFile
from art28.web.received.proposing import proposals, taken


class StateChanged(Exception):
    """The report or the proposal no longer stands as it was read: somebody else was first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What came: from whom, when it reached us, what was said about it, the file, and the report that this holds as data."""

    supplier: str
    received_at: datetime
    noticed_at: datetime | None
    sent_at: datetime | None
    reference: str
    said: str
    file_name: str
    content: bytes
    read: ReportRead | None
    data: Any
    exercise: Exercise | None = None
    signal_file: SignalFile | None = None


@transaction.atomic
def keep(organisation: Organisation, arrival: Arrival, *, by: User, actor: Actor, now: datetime) -> ReceivedReport:
    """Keep a report as it came, with what it proposes."""
    report = ReceivedReport.objects.create(
        organisation=organisation,
        exercise=arrival.exercise,
        signal_file=arrival.signal_file,
        supplier=arrival.supplier,
        reference=arrival.reference,
        received_at=arrival.received_at,
        sent_at=arrival.sent_at,
        noticed_at=arrival.noticed_at,
        said=arrival.said,
        data=arrival.data,
        file_name=arrival.file_name,
        file_sha256=hashlib.sha256(arrival.content).hexdigest() if arrival.content else "",
        recorded_at=now,
        recorded_by=by,
    )
    if arrival.content:
        ReportFile.objects.create(report=report, data=arrival.content)
    proposed = proposals(arrival.read) if arrival.read is not None else ()
    Proposal.objects.bulk_create(
        Proposal(
            organisation=organisation,
            report=report,
            number=number,
            field=each.field,
            mark=each.mark,
            question=each.question,
            value=each.value,
            quote=each.quote,
        )
        for number, each in enumerate(proposed, start=1)
    )
    content = {
        "supplier": report.supplier,
        "received_at": report.received_at.isoformat(),
        "reference": report.reference,
    }
    if arrival.signal_file is not None:
        content |= {"signal": str(arrival.signal_file.signal_id)}
    content |= {"file_sha256": report.file_sha256, "proposals": str(len(proposed))}
    _record(report, "report.received", actor, now, content)
    return report


@transaction.atomic
def record_breach(
    report: ReceivedReport, agreement_ids: Iterable[UUID], *, title: str, by: User, actor: Actor, now: datetime
) -> Breach:
    """Record the breach that the report tells of; our clocks count from when it reached us.

    Raises `StateChanged` where it belongs to a breach already, `breaches.NothingTouched` for no agreement.
    """
    with translation.override(report.organisation.language):
        reason = gettext("report received from %(supplier)s") % {"supplier": report.supplier}
    breach = breaches.record_breach(
        report.organisation,
        agreement_ids,
        title=title,
        facts=BreachFacts(reference=""),
        discovery=breaches.Discovery(
            aware_at=report.received_at,
            aware_reason=reason[:300],
            at_sub_processor=True,
            instants={Instant.REPORT_FROM_SUB_PROCESSOR: Known(report.received_at, reason)},
        ),
        by=by,
        actor=actor,
        now=now,
        exercise=report.exercise,
    )
    join(report, breach, by=by, actor=actor, now=now)
    return breach


@transaction.atomic
def join(report: ReceivedReport, breach: Breach, *, by: User, actor: Actor, now: datetime) -> None:
    """Let the report belong to a breach, once. One that came before what its clocks count from moves them.

    The signal that it came with, where nobody has decided on it yet, goes along. Raises `StateChanged`.
    """
    if report.exercise_id != breach.exercise_id:
        raise StateChanged("what is real and what is played don't join")
    if ReceivedReport.objects.filter(pk=report.pk, breach=None).update(breach=breach) != 1:
        raise StateChanged("the report belongs to a breach already")
    report.breach = breach
    with translation.override(report.organisation.language):
        reason = gettext("report received from %(supplier)s") % {"supplier": report.supplier}
    told = {Instant.REPORT_FROM_SUB_PROCESSOR: Known(report.received_at, reason)}
    moved = earlier.learn(breach, told, actor=actor, now=now)
    content = {"breach": str(breach.pk), "reference": breach.reference, "earlier_than_its_clocks": moved}
    _record(report, "report.joined", actor, now, content)
    if report.signal_file is not None and report.signal_file.signal.is_open:
        try:
            intake.join(report.signal_file.signal, breach, reason=reason[:300], by=by, actor=actor, now=now)
        except (intake.StateChanged, intake.BreachClosed) as error:
            raise StateChanged("the signal that it came with was decided on meanwhile") from error


@transaction.atomic
def decide(proposal: Proposal, *, take: bool, by: User, actor: Actor, now: datetime) -> None:
    """Take a proposal over into the facts of the breach, as a new version, or leave it. Raises `StateChanged`."""
    breach = proposal.report.breach
    if breach is None:
        raise StateChanged("the report belongs to no breach yet")
    state = Decision.TAKEN if take else Decision.LEFT
    waiting = Proposal.objects.filter(pk=proposal.pk, state=Decision.OPEN)
    if waiting.update(state=state, decided_at=now, decided_by=by) != 1:
        raise StateChanged("somebody decided on this already")
    if take:
        newest = breach_queries.versions(breach)[0]
        record_ = taken(newest.facts, proposal.field, proposal.mark, proposal.value)
        try:
            breaches.change_facts(
                breach,
                title=breach.title,
                facts=facts_of(record_, reference=breach.reference),
                based_on=newest.number,
                by=by,
                actor=actor,
                now=now,
            )
        except breaches.StateChanged as error:
            raise StateChanged("somebody else changed the facts meanwhile") from error
    content = {"number": str(proposal.number), "field": proposal.field, "decision": state.value}
    _record(proposal.report, "report.proposal_decided", actor, now, content)


def _record(report: ReceivedReport, kind: str, actor: Actor, now: datetime, content: dict[str, Any]) -> None:
    record(organisation=report.organisation, actor=actor, kind=kind, subject=report, at=now, content=content)
