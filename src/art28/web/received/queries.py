"""Reads of reports received; always of one organisation."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.exercises.models import Exercise
from art28.web.intake.models import Signal
from art28.web.notices import queries as outbox
from art28.web.received.models import Decision, Proposal, ReceivedReport, ReportFile


def reports(organisation: Organisation) -> QuerySet[ReceivedReport]:
    """Every report, those first that belong to no breach yet, then the newest."""
    waiting = Count("proposals", filter=Q(proposals__state=Decision.OPEN))
    return (
        ReceivedReport.objects.filter(organisation=organisation, exercise=None)
        .select_related("breach", "recorded_by")
        .annotate(waiting=waiting)
        .order_by("-received_at", "-id")
    )


def report(organisation: Organisation, report_id: UUID) -> ReceivedReport | None:
    """One report; None where the organisation has none with that id."""
    rows = ReceivedReport.objects.filter(organisation=organisation, pk=report_id, exercise__erased_at=None)
    along = ("breach__organisation", "recorded_by", "exercise", "signal_file__signal__organisation")
    return rows.select_related("organisation", *along).defer("signal_file__data").first()


def of_signal(signal: Signal) -> tuple[ReceivedReport, ...]:
    """The reports that were read from the files of a signal."""
    rows = ReceivedReport.objects.filter(organisation=signal.organisation_id, signal_file__signal=signal)
    along = ("organisation", "breach", "signal_file__signal__organisation")
    return tuple(rows.select_related(*along).defer("signal_file__data").order_by("recorded_at", "id"))


def played(exercise: Exercise) -> tuple[ReceivedReport, ...]:
    """The reports of an exercise, oldest first."""
    rows = ReceivedReport.objects.filter(organisation=exercise.organisation_id, exercise=exercise)
    return tuple(rows.select_related("recorded_by").order_by("recorded_at", "id"))


def proposals(of: ReceivedReport) -> tuple[Proposal, ...]:
    """What a report proposes, in its own order."""
    rows = Proposal.objects.filter(organisation_id=of.organisation_id, report=of)
    return tuple(rows.select_related("decided_by").order_by("number"))


def proposal(organisation: Organisation, report_id: UUID, proposal_id: UUID) -> Proposal | None:
    """One proposal."""
    rows = Proposal.objects.filter(organisation=organisation, report=report_id, pk=proposal_id)
    return rows.select_related("report__organisation", "report__breach__organisation").first()


def file_of(of: ReceivedReport) -> bytes | None:
    """The file that came with a report; None where none did."""
    found = ReportFile.objects.filter(report=of).first()
    return bytes(found.data) if found is not None else None


def of_breach(breach: Breach) -> tuple[ReceivedReport, ...]:
    """The reports about one breach, oldest first."""
    rows = ReceivedReport.objects.filter(organisation=breach.organisation_id, breach=breach)
    return tuple(rows.select_related("recorded_by").order_by("received_at", "id"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain: a code that the page puts into words, when, and how long after the link before."""

    code: str
    at: datetime
    until: datetime | None = None
    who: str = ""
    after: timedelta | None = None
    count: int = 0


def chain(breach: Breach) -> tuple[Link, ...]:
    """The instants from what happened to what the controllers know, in the order in which they fell."""
    facts = breaches.facts(breaches.versions(breach)[0], breach)
    links = [Link("occurred", facts.occurred_from, until=facts.occurred_until)] if facts.occurred_from else []
    for found in of_breach(breach):
        links += [Link("noticed", found.noticed_at, who=found.supplier)] if found.noticed_at else []
        links += [Link("they_told", found.sent_at, who=found.supplier)] if found.sent_at else []
        links.append(Link("received", found.received_at, who=found.supplier))
    if not breach.at_sub_processor and facts.discovered_at:
        links.append(Link("discovered", facts.discovered_at))
    links.append(Link("aware", breach.aware_at, who=breach.aware_reason))
    span = outbox.span(breach.organisation, subject_id=breach.pk)
    if span.first_sent is not None:
        links.append(Link("told", span.first_sent, until=span.last_sent, count=span.sent))
    if span.first_confirmed is not None:
        links.append(Link("confirmed", span.first_confirmed, until=span.last_confirmed, count=span.confirmed))
    ordered = sorted(links, key=lambda link: link.at)
    return tuple(
        Link(link.code, link.at, link.until, link.who, link.at - before.at if before else None, link.count)
        for before, link in zip([None, *ordered[:-1]], ordered, strict=True)
    )
