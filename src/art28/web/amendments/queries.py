"""Reads of renewals; always of one organisation, but for what stands behind a link."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction
from art28.web.agreements.models import State as Reading
from art28.web.amendments.models import Amendment, Renewal, Scope, Standing
from art28.web.drafts import links
from art28.web.drafts.models import Draft
from art28.web.signing.models import Signatory

KIND = "amendment"
PAGE_SIZE = 50
RUNNING = (Standing.SENT, Standing.SIGNED)
OPEN = (Standing.WAITING, Standing.READY, Standing.HELD, *RUNNING)


def renewals(organisation: Organisation) -> QuerySet[Renewal]:
    """The renewals with how many agreements are still to answer and how many came to hold."""
    rows = Renewal.objects.filter(organisation=organisation).select_related("made_by")
    open_ones = Count("amendments", filter=Q(amendments__standing__in=OPEN))
    held = Count("amendments", filter=Q(amendments__standing=Standing.IN_FORCE))
    return rows.annotate(open=open_ones, held=held)


def renewal(organisation: Organisation, renewal_id: UUID) -> Renewal | None:
    """One renewal."""
    rows = Renewal.objects.filter(organisation=organisation, pk=renewal_id)
    return rows.select_related("organisation", "made_by", "sent_by").first()


def choosable(organisation: Organisation, direction: Direction, words: str, template: str) -> QuerySet[Agreement]:
    """The agreements in force in one role, narrowed by the other side's name and by the template that they were drafted from.

    `template` is empty for all, "-" for those that weren't drafted here.
    """
    rows = agreements.agreements(organisation).filter(state=Reading.READ, direction=direction)
    for word in words.split():
        rows = rows.filter(Q(counterparty_name__icontains=word) | Q(title__icontains=word))
    if template:
        here = Draft.objects.filter(organisation=organisation, agreement=OuterRef("pk"))
        rows = rows.filter(~Exists(here) if template == "-" else Exists(here.filter(template=template)))
    return rows.order_by("counterparty_name", "title", "id")


def amendments(of: Renewal, *, standing: str = "", opened: str = "", words: str = "") -> QuerySet[Amendment]:
    """The agreements of a renewal, narrowed, in no order."""
    rows = Amendment.objects.filter(organisation=of.organisation_id, renewal=of)
    if standing in Standing.values:
        rows = rows.filter(standing=standing)
    if opened:
        rows = rows.filter(standing=Standing.SENT, opened_at__isnull=opened == "no")
    for word in words.split():
        rows = rows.filter(agreement__counterparty_name__icontains=word)
    reminders = Signatory.objects.filter(signing__draft=OuterRef("draft")).order_by("-reminders").values("reminders")
    return rows.annotate(reminded=Subquery(reminders[:1])).select_related("agreement", "draft", "successor")


def counts(of: Renewal) -> Mapping[str, int]:
    """How many agreements of a renewal stand how, how many were sent, and how many of those were opened; in one query."""
    counted = {value: Count("pk", filter=Q(standing=value)) for value in Standing.values}
    rows = Amendment.objects.filter(organisation=of.organisation_id, renewal=of)
    found: dict[str, int] = rows.aggregate(
        all=Count("pk"),
        told=Count("pk", filter=Q(sent_at__isnull=False)),
        opened=Count("pk", filter=Q(standing=Standing.SENT, opened_at__isnull=False)),
        unopened=Count("pk", filter=Q(standing=Standing.SENT, opened_at=None)),
        **counted,
    )
    return found


def amendment(organisation: Organisation, amendment_id: UUID) -> Amendment | None:
    """One agreement of a renewal."""
    rows = Amendment.objects.filter(organisation=organisation, pk=amendment_id)
    return rows.select_related(*_ALL).first()


_ALL = (
    "organisation", "renewal__organisation", "renewal__made_by", "agreement__organisation", "agreement__counterparty",
    "agreement__legal_entity", "draft__organisation", "draft__counterparty", "draft__legal_entity", "successor",
)  # fmt: skip


def in_hand(renewal: Renewal, lease: datetime, amendment_ids: Collection[UUID]) -> tuple[Amendment, ...]:
    """Those of some agreements of a renewal that are due at `lease`: in the hands of whoever set it."""
    rows = Amendment.objects.filter(organisation=renewal.organisation_id, renewal=renewal, due_at=lease)
    return tuple(rows.filter(pk__in=amendment_ids).select_related(*_ALL).order_by("id"))


def held(amendment_id: UUID) -> Amendment:
    """One agreement of a renewal for the worker, its row held until the transaction ends."""
    return Amendment.objects.select_for_update(of=("self",)).select_related(*_ALL).get(pk=amendment_id)


def behind(token: str) -> Amendment | None:
    """The revision whose link this is, of whatever organisation: the link is the right to read it, once it was sent."""
    found = links.behind(KIND, token)
    if found is None:
        return None
    return Amendment.objects.filter(pk=found, sent_at__isnull=False).select_related(*_ALL).first()


def of_draft(draft: Draft) -> Amendment | None:
    """The agreement that a draft is a new version of, with what is to become of it."""
    return Amendment.objects.filter(organisation=draft.organisation_id, draft=draft).select_related(*_ALL).first()


def chain(agreement: Agreement) -> tuple[Amendment, ...]:
    """Every step from one version to the next of the agreement that this one is a version of, the oldest first.

    In a fixed number of queries: the renewals of agreements with the same other side are looked through.
    """
    rows = Amendment.objects.filter(
        organisation=agreement.organisation_id,
        agreement__counterparty=agreement.counterparty_id,
        successor__isnull=False,
        standing=Standing.IN_FORCE,
    ).exclude(renewal__scope=Scope.ADDENDUM)
    rows = rows.select_related("agreement", "successor", "renewal")
    by_old = {each.agreement_id: each for each in rows}
    by_new = {each.successor_id: each for each in by_old.values()}
    first = agreement.pk
    seen = {first}
    while first in by_new and by_new[first].agreement_id not in seen:
        first = by_new[first].agreement_id
        seen.add(first)
    steps: list[Amendment] = []
    while first in by_old and by_old[first] not in steps:
        steps.append(by_old[first])
        first = by_old[first].successor_id or first
    return tuple(steps)


def addenda(organisation: Organisation, agreement_ids: Collection[UUID]) -> tuple[Amendment, ...]:
    """The addenda that hold to these agreements, the oldest first."""
    rows = Amendment.objects.filter(
        organisation=organisation,
        agreement__in=agreement_ids,
        renewal__scope=Scope.ADDENDUM,
        standing=Standing.IN_FORCE,
    )
    return tuple(rows.select_related("agreement", "successor", "renewal").order_by("effective_on", "in_force_at", "id"))


def history(agreement: Agreement) -> tuple[Amendment, ...]:
    """Every new version and every addendum of the agreement that this one is a version of, the oldest first."""
    steps = chain(agreement)
    versions = {agreement.pk, *(each.agreement_id for each in steps)}
    versions |= {each.successor_id for each in steps if each.successor_id is not None}
    found = (*steps, *addenda(agreement.organisation, versions))
    return tuple(sorted(found, key=lambda each: (each.effective_on or date.max, str(each.in_force_at))))


def in_force_on(agreement: Agreement, day: date) -> tuple[Agreement, tuple[Amendment, ...]]:
    """The version that governs on a day, of those of which `agreement` is one, and its addenda that hold by then."""
    governs = governing_on(agreement, day)
    found = addenda(agreement.organisation, {governs.pk})
    return governs, tuple(each for each in found if each.effective_on is not None and each.effective_on <= day)


def to_come(agreement: Agreement) -> Amendment | None:
    """The new version of an agreement that is on its way."""
    rows = Amendment.objects.filter(organisation=agreement.organisation_id, agreement=agreement, standing__in=OPEN)
    return rows.select_related("renewal", "draft").order_by("-renewal__made_at").first()


def governing_on(agreement: Agreement, day: date) -> Agreement:
    """The version that governs on a day, of those of which `agreement` is one."""
    steps = chain(agreement)
    if not steps:
        return agreement
    governs = steps[0].agreement
    for each in steps:
        if each.effective_on is not None and each.effective_on <= day and each.successor is not None:
            governs = each.successor
    return governs
