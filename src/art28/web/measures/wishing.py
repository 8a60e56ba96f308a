"""A further measure that a customer asks for: offered at a price or declined, agreed on in writing, carried out, charged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.casework import keep_act, move
from art28.web.database.numbering import next_number
from art28.web.measures.agreed import Wish, WishState
from art28.web.measures.models import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A wish as it came in."""

    asked_on: date
    asked_by: str
    what: str


@transaction.atomic
def ask(agreement: Agreement, what: Asked, *, by: By) -> Wish:
    """Keep what a customer asks for; nobody is bound to it yet."""
    year, number = next_number(agreement.organisation, Wish, by.now)
    row = Wish.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        year=year,
        number=number,
        asked_on=what.asked_on,
        asked_by=what.asked_by,
        what=what.what,
        at=by.now,
        by=by.user,
    )
    content = {"asked_on": what.asked_on.isoformat(), "asked_by": what.asked_by, "what": what.what}
    keep_act(row, "wish.asked", by, {"agreement": str(agreement.pk), **content})
    return row


@transaction.atomic
def offer(row: Wish, *, price_cents: int | None, terms: str, by: By) -> None:
    """Offer it, at a price and on terms; None is no price."""
    move(row, (WishState.ASKED, WishState.OFFERED), state=WishState.OFFERED, price_cents=price_cents, terms=terms)
    keep_act(row, "wish.offered", by, {"price_cents": price_cents, "terms": terms})


@transaction.atomic
def decline(row: Wish, *, reason: str, by: By) -> None:
    """Decline it: nobody is obliged to more than was agreed."""
    move(row, (WishState.ASKED, WishState.OFFERED), state=WishState.DECLINED, reason=reason)
    keep_act(row, "wish.declined", by, {"reason": reason})


@transaction.atomic
def agree(row: Wish, signed: Mapping[str, Any], *, by: By) -> None:
    """Keep that both signed, on which day, and where that is kept. Only what was offered can be agreed on."""
    move(row, (WishState.OFFERED,), state=WishState.AGREED, **signed)
    keep_act(row, "wish.agreed", by, {**signed, "signed_on": signed["signed_on"].isoformat()})


@transaction.atomic
def carry_out(row: Wish, measure: Measure, *, on: date, by: By) -> None:
    """Keep by which measure of the library it was carried out. Raises `NotNow` before both signed."""
    if row.state != WishState.AGREED:
        raise NotNow("unsigned")
    move(row, (WishState.AGREED,), state=WishState.DONE, measure=measure, done_on=on)
    keep_act(row, "wish.done", by, {"measure": str(measure.pk), "name": measure.name, "on": on.isoformat()})


@transaction.atomic
def charge(row: Wish, *, on: date, by: By) -> None:
    """Keep that the price was charged. Raises `NotNow` where there is none, or nothing was agreed."""
    if row.state not in (WishState.AGREED, WishState.DONE) or not row.price_cents:
        raise NotNow("no_price")
    if Wish.objects.filter(pk=row.pk, charged_on=None).update(charged_on=on) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    keep_act(row, "wish.charged", by, {"price_cents": row.price_cents, "on": on.isoformat()})


def wishes(organisation: Organisation, words: str = "", state: str = "") -> QuerySet[Wish]:
    """Every wish, newest first, narrowed by words and state."""
    rows = Wish.objects.filter(organisation=organisation).select_related("agreement", "measure", "by", "organisation")
    for word in words.split():
        rows = rows.filter(what__icontains=word) | rows.filter(agreement__counterparty_name__icontains=word)
    if state in WishState.values:
        rows = rows.filter(state=state)
    return rows.order_by("-asked_on", "-id")


def wish(organisation: Organisation, wish_id: UUID) -> Wish | None:
    """One wish."""
    return wishes(organisation).filter(pk=wish_id).first()
