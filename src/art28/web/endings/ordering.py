"""What is deleted on the controller's order alone: it is asked for once the term has lapsed, and kept as an instruction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from art28.agreement import labels
from art28.notices.answers import Section
from art28.notices.notice import LetterKind
from art28.web.accounts.access import WORKER
from art28.web.acting import By
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry, record, record_many
from art28.web.endings import asking, queries
from art28.web.endings.models import Hold, Item
from art28.web.endings.refusals import Refused, Why
from art28.web.instructions import actions as instructions
from art28.web.instructions.models import Form, Kind
from art28.web.notices import writing
from art28.web.parties.models import Contact

_MOST_IN_A_LETTER = 200


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order to delete as it was given."""

    form: Form
    given_by: str
    given_at: datetime
    text: str


def _lapsed(now: datetime) -> QuerySet[Item]:
    """What waits for an order that nobody was asked for yet, where there is somebody to ask and nothing holds it."""
    reached = Contact.objects.filter(counterparty=OuterRef("agreement__counterparty")).exclude(email="")
    held = Hold.objects.filter(agreement=OuterRef("agreement"), lifted_at=None)
    rows = Item.objects.filter(on_order=True, order_asked_at=None, ordered_at=None, deleted_at=None, due_at__lte=now)
    return rows.filter(Exists(reached), ~Exists(held)).order_by("due_at", "id")


def ask(*, now: datetime, limit: int) -> int:
    """Pump: ask controllers for the order once a term has lapsed, all of an agreement in one letter; returns how many."""
    done = 0
    while done < limit:
        asked = _ask_next(now)
        if not asked:
            break
        done += asked
    return done


@transaction.atomic
def _ask_next(now: datetime) -> int:
    first = _lapsed(now).select_related("agreement__organisation").first()
    if first is None:
        return 0
    agreement = first.agreement
    chosen = _lapsed(now).filter(agreement=agreement).select_for_update(of=("self",), skip_locked=True)
    items = list(chosen[:_MOST_IN_A_LETTER])
    to = asking.contact_of(agreement)
    if not items or to is None:
        return 0
    Item.objects.filter(pk__in=[each.pk for each in items]).update(order_asked_at=now)
    message = _write(agreement, items, to, now)
    content = {"recipient": to.email, "message": message}
    entries = (Entry("retention.order_asked", "item", each.pk, content) for each in items)
    record_many(organisation=agreement.organisation, actor=WORKER, at=now, entries=entries)
    return len(items)


def _write(agreement: Agreement, items: Sequence[Item], to: Contact, now: datetime) -> str:
    language = writing.language_for(agreement)
    sections = tuple(
        Section(number, each.name, labels.day(each.last_day.isoformat(), language.value) if each.last_day else "")
        for number, each in enumerate(items, start=1)
    )
    letter = writing.Writing(
        kind=LetterKind.DELETION_ORDER,
        subject_kind=queries.RETENTION,
        subject_id=items[0].pk,
        reference=items[0].name,
        recipient=to.email,
        recipient_name=to.name,
        key=f"retention:{items[0].pk}:order:{int(now.timestamp())}",
        filled={},
        sections=sections,
        provision=items[0].provision,
    )
    return str(writing.send(agreement, deriving.standing(agreement), letter, actor=WORKER, now=now).pk)


@transaction.atomic
def keep(item: Item, ordered: Ordered, *, by: By) -> None:
    """The controller ordered the deletion: it joins the register of instructions, and the item may go. Raises `Refused`."""
    waiting = Item.objects.filter(pk=item.pk, organisation=item.organisation_id, ordered_at=None, deleted_at=None)
    if waiting.update(ordered_at=ordered.given_at, ordered_by=ordered.given_by) != 1:
        raise Refused(Why.ORDERED, what=item.name)
    item.refresh_from_db()
    given = instructions.Given(
        kind=Kind.DELETE,
        form=ordered.form,
        given_by=ordered.given_by,
        given_at=ordered.given_at,
        text=ordered.text,
    )
    row = instructions.record_instruction(item.agreement, given, by=by)
    content = {"instruction": str(row.pk), "given_by": ordered.given_by, "given_at": ordered.given_at.isoformat()}
    record(
        organisation=item.organisation,
        actor=by.actor,
        kind="retention.ordered",
        subject=item,
        at=by.now,
        content=content,
    )
