"""What can be done with a measure, a thing under it, a change of it, and a wish for another."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.timelimits.days import add_months
from art28.web.accounts import queries as accounts
from art28.web.accounts.rights import Right
from art28.web.acting import Deed, ids, plain
from art28.web.instructions.acts import to_other
from art28.web.instructions.forms import TellForm
from art28.web.measures import actions, changing, giving, library, wishing
from art28.web.measures.agreed_forms import AnswerForm, ChargeForm, DoneForm, OfferForm, SignedForm
from art28.web.measures.forms import (
    ArrangeForm,
    CheckForm,
    EndItemForm,
    EvidenceForm,
    ItemForm,
    ProposeForm,
    ReasonForm,
    ReviewForm,
)

WHY_NOT: Mapping[str, str | Promise] = {
    "nothing": _("Add a file, or say where it is kept."),
    "used": _("This evidence closed a review before. A review closes with new evidence only."),
    "old": _("This evidence is no newer than the last review. A review closes with new evidence only."),
    "runs": _("Another change of this measure is on its way: finish or withdraw that first."),
    "same": _("Nothing differs from what it says now."),
    "promised": _("Agreements promise this measure: unlink it there, or change it."),
    "blocked": _("Something stands in the way: see below."),
    "not_yet": _("Its day has not come yet."),
    "which_breach": _("Name the breach."),
    "which_reason": _("Say which reason there is."),
    "refused": _("The agreement lets this request be refused, so nothing is sent."),
    "empty": _("No measure is in place yet: there is nothing to give."),
    "unsigned": _("Nothing is carried out before both signed: keep that first."),
    "no_price": _("No price was agreed on."),
}


def _arrange(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    members = [each.user for each in accounts.members(row.organisation)]
    return ArrangeForm(data, members=members, row=row, auto_id=ids(ArrangeForm))


def _review(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    offered = [each for each in library.evidence(row)[:200] if not hasattr(each, "review")]
    today = timezone.localdate()
    initial = {"on": today, "next_on": add_months(today, row.review_months)[0]}
    return ReviewForm(data, offered=offered, initial=initial, auto_id=ids(ReviewForm))


def _propose(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return ProposeForm(data, row=row, auto_id=ids(ProposeForm))


def _today(kind: type[forms.Form], *names: str, **fixed: Any) -> Callable[..., forms.Form]:
    """A maker of `kind` whose days begin with today."""

    def made(_row: Any, part: Any, data: Any, files: Any) -> forms.Form:
        initial = dict.fromkeys(names, timezone.localdate())
        return kind(data, files, initial=initial, auto_id=ids(kind, part), **fixed)

    return made


def _check(_row: Any, part: Any, data: Any, _files: Any) -> forms.Form:
    initial = {
        "met": "yes" if part.met else "no",
        "classified": part.classified,
        "checked_on": timezone.localdate(),
        "note": part.note,
    }
    return CheckForm(data, initial=initial, auto_id=ids(CheckForm, part))


MEASURE: Mapping[str, Deed] = {
    "arrange": Deed(Right.CONFIRM, _arrange, lambda of: actions.arrange(of.row, of.form.arranged(), by=of.by)),
    "evidence": Deed(
        Right.HANDLE,
        _today(EvidenceForm, "on"),
        lambda of: actions.keep_evidence(
            of.row,
            name=of.data["name"],
            on=of.data["on"],
            reference=of.data["reference"],
            file=of.data["file"],
            by=of.by,
        ),
    ),
    "review": Deed(Right.HANDLE, _review, lambda of: actions.review(of.row, of.form.reviewed(), by=of.by)),
    "item": Deed(Right.HANDLE, _today(ItemForm, "since"), lambda of: actions.add_item(of.row, of.data, by=of.by)),
    "propose": Deed(Right.CONFIRM, _propose, lambda of: changing.propose(of.row, of.form.planned(), by=of.by)),
    "give-up": Deed(
        Right.DECIDE, plain(ReasonForm), lambda of: actions.give_up(of.row, reason=of.data["reason"], by=of.by)
    ),
    "check-item": Deed(Right.HANDLE, _check, lambda of: actions.check_item(of.part, of.data, by=of.by), on_part=True),
    "end-item": Deed(
        Right.HANDLE,
        _today(EndItemForm, "on"),
        lambda of: actions.end_item(of.part, on=of.data["on"], how=of.data["how"], by=of.by),
        on_part=True,
    ),
}
CHANGE: Mapping[str, Deed] = {
    "announce": Deed(Right.DECIDE, plain(forms.Form), lambda of: changing.announce(of.row, by=of.by)),
    "take-effect": Deed(Right.DECIDE, plain(forms.Form), lambda of: changing.take_effect(of.row, by=of.by)),
    "withdraw": Deed(
        Right.DECIDE, plain(ReasonForm), lambda of: changing.withdraw(of.row, reason=of.data["reason"], by=of.by)
    ),
    "answer": Deed(
        Right.HANDLE,
        _today(AnswerForm, "on"),
        lambda of: changing.answer(of.part, of.form.said(), actor=of.by.actor, now=of.by.now),
        on_part=True,
    ),
}


def _done(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    measures = library.measures(row.organisation).order_by("name", "id")[:500]
    return DoneForm(data, measures=measures, initial={"on": timezone.localdate()}, auto_id=ids(DoneForm))


WISH: Mapping[str, Deed] = {
    "offer": Deed(
        Right.HANDLE,
        plain(OfferForm),
        lambda of: wishing.offer(of.row, price_cents=of.form.price_cents(), terms=of.data["terms"], by=of.by),
    ),
    "decline": Deed(
        Right.DECIDE, plain(ReasonForm), lambda of: wishing.decline(of.row, reason=of.data["reason"], by=of.by)
    ),
    "agree": Deed(Right.DECIDE, _today(SignedForm, "signed_on"), lambda of: wishing.agree(of.row, of.data, by=of.by)),
    "carry-out": Deed(
        Right.HANDLE,
        _done,
        lambda of: wishing.carry_out(of.row, of.form.measures[of.data["measure"]], on=of.data["on"], by=of.by),
    ),
    "charge": Deed(
        Right.HANDLE, _today(ChargeForm, "on"), lambda of: wishing.charge(of.row, on=of.data["on"], by=of.by)
    ),
}
OVERVIEW: Mapping[str, Deed] = {
    "give": Deed(Right.HANDLE, to_other(TellForm), lambda of: giving.give(of.row, of.form.to(), by=of.by)),
}


def address(name: str) -> Any:
    """Where one of them stands."""
    return lambda row: reverse(f"measures:{name}", args=(row.pk,))
