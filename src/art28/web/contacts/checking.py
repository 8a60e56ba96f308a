"""Whether contacts of other sides still are: asked by mail with a link from time to time, answered, reminded, settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from art28.notices.notice import LetterKind
from art28.timelimits.days import add_months
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement, State
from art28.web.audit.actions import record
from art28.web.contacts import letters
from art28.web.contacts.models import Question, Rhythm, Said
from art28.web.notices import queries as outbox
from art28.web.notices.actions import RECIPIENT, new_token
from art28.web.notices.models import Delivery
from art28.web.parties import actions as parties
from art28.web.parties import queries as known
from art28.web.parties.models import Contact

DETAILS = ("name", "role", "email", "phone")
"""What of a contact is asked about."""
_BACK = (Delivery.FAILED, Delivery.BOUNCED)


def rhythm(organisation: Organisation) -> Rhythm | None:
    """How often contacts are asked; None where nobody said, and nobody is asked."""
    newest = Rhythm.objects.filter(organisation=organisation).order_by("-at", "-id").first()
    return newest if newest is not None and newest.months else None


@transaction.atomic
def set_rhythm(organisation: Organisation, *, months: int, remind_days: int, by: By) -> Rhythm:
    """Say how often contacts are asked, and after how many days a silent one is reminded; 0 months asks nobody."""
    kept = Rhythm.objects.create(
        organisation=organisation, months=months, remind_days=remind_days, at=by.now, by=by.user
    )
    content = {"months": months, "remind_days": remind_days}
    record(
        organisation=organisation,
        actor=by.actor,
        kind="contact.rhythm_set",
        subject=organisation,
        at=by.now,
        content=content,
    )
    return kept


def due(organisation: Organisation, now: datetime) -> QuerySet[Contact]:
    """The contacts to be asked: by mail, not confirmed within the rhythm, with no question open, under an agreement."""
    kept = rhythm(organisation)
    if kept is None:
        return Contact.objects.none()
    since = datetime.combine(add_months(now.date(), -kept.months)[0], now.timetz())
    is_open = Question.objects.filter(contact=OuterRef("pk"), settled_at=None)
    lately = Question.objects.filter(contact=OuterRef("pk"), asked_at__gt=since)
    under = Agreement.objects.filter(counterparty=OuterRef("counterparty"), state=State.READ)
    rows = known.every_contact(organisation).exclude(email="")
    rows = rows.filter(Q(confirmed_at=None) | Q(confirmed_at__lte=since))
    return rows.filter(Exists(under), ~Exists(is_open), ~Exists(lately)).order_by("created_at", "id")


@transaction.atomic
def ask(contact: Contact, *, actor: Actor, now: datetime) -> Question:
    """Ask a contact whether its details hold. Raises `NotNow` for one that can't be written to, or was asked."""
    locked = Contact.objects.select_for_update().get(pk=contact.pk)
    agreement = (
        Agreement.objects.filter(counterparty=locked.counterparty_id, state=State.READ)
        .select_related("organisation")
        .order_by("-added_at", "-id")
        .first()
    )
    if agreement is None or not locked.email:
        raise NotNow("unreachable")
    if Question.objects.filter(contact=locked, settled_at=None).exists():
        raise NotNow("asked")
    token = new_token()
    message = letters.ask(agreement, contact, token, again=False, actor=actor, now=now)
    made = Question.objects.create(
        organisation=contact.organisation,
        contact=contact,
        agreement=agreement,
        token=token,
        message=message,
        asked_at=now,
    )
    _record(made, "contact.asked", {"message": str(message.pk)}, actor=actor, now=now)
    return made


def silent(organisation: Organisation, now: datetime) -> QuerySet[Question]:
    """Questions without an answer for as long as the rhythm says, not reminded of yet; what came back is no silence."""
    kept = rhythm(organisation)
    if kept is None:
        return Question.objects.none()
    before = now - timedelta(days=kept.remind_days)
    rows = Question.objects.filter(
        organisation=organisation, said="", settled_at=None, reminded_at=None, asked_at__lte=before
    )
    rows = rows.exclude(message__state__in=_BACK)
    return rows.select_related("organisation", "contact__counterparty", "agreement__organisation").order_by(
        "asked_at", "id"
    )


@transaction.atomic
def remind(row: Question, *, actor: Actor, now: datetime) -> None:
    """Ask once more."""
    if Question.objects.filter(pk=row.pk, said="", settled_at=None, reminded_at=None).update(reminded_at=now) != 1:
        return
    message = letters.ask(row.agreement, row.contact, new_token(), again=True, actor=actor, now=now)
    Question.objects.filter(pk=row.pk).update(message=message)
    _record(row, "contact.reminded", {"message": str(message.pk)}, actor=actor, now=now)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a contact says by its link; `corrected` are its details as it has them."""

    said: Said
    corrected: Mapping[str, str]


def behind(token: str) -> Question | None:
    """The question behind the link of a letter, of the first or of its reminder."""
    message = outbox.behind(token)
    if message is None or message.kind != LetterKind.CONTACT_CHECK:
        return None
    rows = Question.objects.filter(contact=message.subject_id, asked_at__lte=message.handed_over_at)
    return rows.select_related("organisation", "contact__counterparty", "agreement", "message").latest("asked_at")


@transaction.atomic
def answer(row: Question, what: Answer, *, now: datetime) -> None:
    """Keep what a contact says of itself. Raises `StateChanged`.

    Confirmed details hold from now. Others wait until one of us took them over: whoever holds the link could otherwise lead
    the next report of a breach to an address of its own.
    """
    confirmed = what.said is Said.CONFIRMED
    corrected = {} if confirmed or what.said is Said.GONE else dict(what.corrected)
    changed = Question.objects.filter(pk=row.pk, settled_at=None).update(
        said=what.said, said_at=now, corrected=corrected, settled_at=now if confirmed else None
    )
    if changed != 1:
        raise StateChanged(str(row.pk))
    row.refresh_from_db()
    if confirmed:
        parties.confirm_contact(row.contact, now=now)
    _record(row, "contact.answered", {"said": what.said.value, "corrected": corrected}, actor=RECIPIENT, now=now)


@transaction.atomic
def settle(row: Question, *, take_over: bool, by: By) -> None:
    """Take over what a contact said of itself, or leave it; a question without an answer is closed. Raises `StateChanged`."""
    if Question.objects.filter(pk=row.pk, settled_at=None).update(settled_at=by.now) != 1:
        raise StateChanged(str(row.pk))
    row.refresh_from_db()
    if take_over and row.said == Said.CORRECTED:
        parties.change_contact(row.contact, row.corrected, actor=by.actor, now=by.now)
        parties.confirm_contact(row.contact, now=by.now)
    if take_over and row.said == Said.GONE:
        parties.end_contact(row.contact, reason=str(Said.GONE.label), actor=by.actor, now=by.now)
    _record(row, "contact.settled", {"said": row.said, "taken_over": take_over}, actor=by.actor, now=by.now)


def listed(organisation: Organisation) -> QuerySet[Contact]:
    """Every contact with its newest question: `question`, `asked_at`, `said`, `settled_at`, `delivery`, `reminded_at`."""
    newest = Question.objects.filter(contact=OuterRef("pk")).order_by("-asked_at", "-id")
    columns = {
        "question": "pk",
        "asked_at": "asked_at",
        "said": "said",
        "settled_at": "settled_at",
        "delivery": "message__state",
        "reminded_at": "reminded_at",
        "corrected": "corrected",
    }
    return known.every_contact(organisation).annotate(
        **{name: Subquery(newest.values(column)[:1]) for name, column in columns.items()}
    )


NARROWED: Mapping[str, Q] = {
    "waits": Q(said__in=(Said.CORRECTED, Said.GONE), settled_at=None),
    "back": Q(delivery__in=_BACK, settled_at=None, said=""),
    "silent": Q(said="", settled_at=None, reminded_at__isnull=False),
    "asked": Q(said="", settled_at=None, asked_at__isnull=False),
    "never": Q(confirmed_at=None, asked_at=None),
    "confirmed": Q(confirmed_at__isnull=False),
}
"""How a list of contacts is narrowed by what became of its questions."""


def _record(row: Question, kind: str, content: Mapping[str, object], *, actor: Actor, now: datetime) -> None:
    record(
        organisation=row.organisation,
        actor=actor,
        kind=kind,
        subject=row.contact.counterparty,
        at=now,
        content={"contact": str(row.contact_id), "question": str(row.pk), **content},
    )
