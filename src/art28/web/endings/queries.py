"""Reads of endings, of what is kept how long, and of holds; always of one organisation."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.database.expressions import Among
from art28.web.endings.models import Certificate, Ending, Hold, Item, Kind

RETENTION = "retention"
"""`Obligation.subject_kind` of the clock of an item."""
STATES = ("open", "choice", "deleting", "completed", "withheld", "cancelled", "all")
ITEM_STATES = ("open", "due", "late", "held", "kept", "deleted", "unplanned", "all")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """By what a list is narrowed; empty means all that is open."""

    words: str = ""
    state: str = ""
    agreement: UUID | None = None


def endings(organisation: Organisation, by: Narrowing, *, now: datetime) -> QuerySet[Ending]:
    """The endings, what ends first in front unless told otherwise; each with how many places are still to be emptied."""
    rows = Ending.objects.filter(organisation=organisation).select_related("agreement")
    if by.agreement is not None:
        rows = rows.filter(agreement=by.agreement)
    for word in by.words.split():
        rows = rows.filter(Q(agreement__counterparty_name__icontains=word) | Q(agreement__title__icontains=word))
    rows = _in_state(rows, by.state, now)
    open_ = Q(items__deleted_at=None, items__kept_until=None)
    return rows.annotate(
        places=Count("items", filter=Q(items__kept_until=None)), to_do=Count("items", filter=open_)
    ).order_by("ends_on", "id")


def _in_state(rows: QuerySet[Ending], state: str, now: datetime) -> QuerySet[Ending]:
    open_ = rows.filter(completed_at=None, cancelled_at=None)
    match state:
        case "choice":
            return open_.filter(chosen_at=None)
        case "deleting":
            return open_.filter(chosen_at__isnull=False, ended_at__lte=now)
        case "withheld":
            return open_.filter(withheld_at__isnull=False, released_at=None)
        case "completed":
            return rows.filter(completed_at__isnull=False)
        case "cancelled":
            return rows.filter(cancelled_at__isnull=False)
        case "all":
            return rows
        case _:
            return open_


def ending(organisation: Organisation, ending_id: UUID) -> Ending | None:
    """One ending."""
    rows = Ending.objects.filter(organisation=organisation, pk=ending_id)
    return rows.select_related("organisation", "agreement__organisation", "event", "recorded_by").first()


def of_agreement(agreement: Agreement) -> Ending | None:
    """The standing end of an agreement."""
    rows = Ending.objects.filter(organisation=agreement.organisation_id, agreement=agreement, cancelled_at=None)
    return rows.first()


def behind(token: str) -> Ending | None:
    """The ending whose choice a link lets make; none where it was taken back."""
    rows = Ending.objects.filter(token=token, cancelled_at=None)
    return rows.select_related("organisation", "agreement__organisation", "event").first()


def item_behind(token: str) -> Item | None:
    """The item that a link lets a sub-processor attest."""
    rows = Item.objects.filter(token=token, ending__isnull=False, ending__cancelled_at=None)
    return rows.select_related("organisation", "agreement", "ending__organisation", "ending__agreement").first()


def without_choice(*, now: datetime) -> QuerySet[Ending]:
    """The endings of every organisation whose window has passed without a choice, and for which a default was agreed."""
    rows = Ending.objects.filter(chosen_at=None, cancelled_at=None, choice_until__lte=now).exclude(default_choice="")
    return rows.select_related("organisation", "agreement__organisation", "event").order_by("choice_until", "id")


def to_remind(*, now: datetime) -> QuerySet[Ending]:
    """The endings of every organisation whose controller was asked, hasn't chosen, and is to be reminded by now."""
    rows = Ending.objects.filter(chosen_at=None, cancelled_at=None, reminded_at=None, remind_at__lte=now)
    return rows.select_related("organisation", "agreement__organisation", "event").order_by("remind_at", "id")


def items(row: Ending) -> tuple[Item, ...]:
    """What is to be emptied, by kind and name."""
    order = {kind: number for number, kind in enumerate((Kind.DATA, Kind.SYSTEM, Kind.SUB_PROCESSOR, Kind.BACKUP))}
    rows = Item.objects.filter(organisation=row.organisation_id, ending=row)
    return tuple(sorted(rows, key=lambda each: (order[Kind(each.kind)], each.name.casefold(), str(each.pk))))


def item(organisation: Organisation, item_id: UUID) -> Item | None:
    """One item."""
    rows = Item.objects.filter(organisation=organisation, pk=item_id)
    return rows.select_related("organisation", "agreement__organisation", "ending").first()


def deleted(row: Ending) -> QuerySet[Item]:
    """What of an ending is gone."""
    return Item.objects.filter(organisation=row.organisation_id, ending=row, deleted_at__isnull=False)


def outstanding(row: Ending) -> QuerySet[Item]:
    """What of an ending is neither gone nor kept on a ground."""
    return Item.objects.filter(organisation=row.organisation_id, ending=row, deleted_at=None, kept_until=None)


def outstanding_of(organisation: Organisation, endings: Collection[UUID]) -> QuerySet[Item]:
    """The same of many endings."""
    return Item.objects.filter(Among("ending_id", endings), organisation=organisation, deleted_at=None, kept_until=None)


def clocks_of(organisation: Organisation, item_ids: Collection[UUID]) -> QuerySet[Obligation]:
    """The clocks of some items that still run."""
    rows = clocks.obligations(organisation).select_related("organisation")
    return rows.filter(subject_kind=RETENTION, subject_id__in=item_ids, ended_at=None)


def retained(organisation: Organisation, by: Narrowing, *, now: datetime, today: date) -> QuerySet[Item]:
    """What is kept how long, narrowed; what must go first in front unless told otherwise."""
    rows = Item.objects.filter(organisation=organisation).select_related("agreement", "ending")
    if by.agreement is not None:
        rows = rows.filter(agreement=by.agreement)
    for word in by.words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(service__icontains=word)
            | Q(agreement__counterparty_name__icontains=word)
            | Q(agreement__title__icontains=word)
        )
    standing = Hold.objects.filter(organisation=organisation, lifted_at=None, agreement=OuterRef("agreement"))
    rows = rows.annotate(held=Exists(standing))
    open_ = rows.filter(deleted_at=None)
    match by.state:
        case "due":
            rows = open_.filter(clocked_at__isnull=False)
        case "late":
            rows = open_.filter(due_at__lte=now)
        case "held":
            rows = open_.filter(held=True)
        case "kept":
            rows = open_.filter(kept_until__gte=today)
        case "deleted":
            rows = rows.filter(deleted_at__isnull=False)
        case "unplanned":
            rows = open_.filter(due_at=None)
        case "all":
            pass
        case _:
            rows = open_
    return rows.order_by("due_at", "id")


def holds(organisation: Organisation, agreement_ids: Collection[UUID]) -> QuerySet[Hold]:
    """The holds that stand on these agreements."""
    rows = Hold.objects.filter(organisation=organisation, agreement__in=agreement_ids, lifted_at=None)
    return rows.select_related("agreement", "set_by", "organisation").order_by("set_at", "id")


def hold(organisation: Organisation, hold_id: UUID) -> Hold | None:
    """One hold."""
    rows = Hold.objects.filter(organisation=organisation, pk=hold_id)
    return rows.select_related("organisation", "agreement__organisation").first()


def certificate(organisation: Organisation, ending_id: UUID, language: str) -> Certificate | None:
    """The certificate of an ending in that language."""
    return Certificate.objects.filter(organisation=organisation, ending=ending_id, language=language).first()
