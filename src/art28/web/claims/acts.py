"""What can be done with a claim, and with what an agreement says of liability."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.claims import actions, case_acts, clauses, queries
from art28.web.claims.forms import (
    AnswerForm,
    ClauseForm,
    CuredForm,
    DefaultedForm,
    DefaultForm,
    FigureForm,
    InvalidForm,
    ItemForm,
    JudgeForm,
    LiftForm,
    ReceiveForm,
    ReportForm,
    SettleForm,
    StrikeForm,
    WithdrawForm,
)
from art28.web.claims.models import Intent, Point
from art28.web.costs import actions as costs
from art28.web.costs.forms import CostForm
from art28.web.costs.queries import Case
from art28.web.instructions.acts import to_other
from art28.web.typed import identifier

WHY_NOT: Mapping[str, str | Promise] = {
    "noticed": _("A notice of default was given already; its term is the one that counts."),
    "other_side": _("That is for the other side to do: it is the other's claim."),
    "cure_not_ahead": _("The term to cure ends today or earlier: a notice of default gives the other side time."),
    "no_default": _("No notice of default was given, so there is no term to cure."),
    "unspecified": _(
        "A report that stops the period names the failure and specifies each amount. Fill these in first."
    ),
    "above_limit": _(
        "This is more than the limits of the agreement allow. Settle for less, or say on which ground not."
    ),
    "no_passage": _("These words do not stand in the text of the agreement."),
    **case_acts.WHY_NOT,
}


def _judge_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    initial = {name: getattr(row, name) for name in ("failure", "sub_processor", "intent", "impossible")}
    initial["attributable"] = {True: "yes", False: "no", None: ""}[row.attributable]
    return JudgeForm(data, initial=initial, auto_id=ids(JudgeForm))


def _cost_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return CostForm(data, agreements=(row.agreement,), auto_id=ids(CostForm))


def _do_cost(of: Given) -> None:
    """Costs of a claim: no agreement says who bears them, so a person does, with the reason."""
    case = Case(queries.KIND, of.row.pk, of.row.reference, "liability.costs")
    costs.keep(case, of.row.agreement, of.form.kept(), by=of.by.user, actor=of.by.actor, now=of.by.now)


def _do_strike(of: Given) -> None:
    wanted = identifier(str(of.form.data.get("item", "")))
    item = queries.item(of.row, wanted) if wanted else None
    if item is None:
        raise Http404
    actions.strike(of.row, item, reason=of.data["reason"], by=of.by)


def _do_judge(of: Given) -> None:
    actions.judge(of.row, **{**of.data, "intent": Intent(of.data["intent"])}, by=of.by)


def _do_default(of: Given) -> None:
    given = of.data
    actions.notice_default(of.row, text=given["text"], cure_until=given["cure_until"], to=of.form.to(), by=of.by)


ACTS: Mapping[str, Deed] = {
    "judge": Deed(Right.HANDLE, _judge_form, _do_judge),
    "item": Deed(Right.HANDLE, plain(ItemForm), lambda of: actions.add_item(of.row, **of.data, by=of.by)),
    "strike": Deed(Right.HANDLE, plain(StrikeForm), _do_strike),
    "figure": Deed(Right.HANDLE, plain(FigureForm), lambda of: actions.give(of.row, **of.data, by=of.by)),
    "default": Deed(Right.DECIDE, to_other(DefaultForm), _do_default),
    "defaulted": Deed(
        Right.HANDLE, plain(DefaultedForm), lambda of: actions.notice_default(of.row, **of.data, to=None, by=of.by)
    ),
    "cured": Deed(Right.HANDLE, plain(CuredForm, dated=("at",)), lambda of: actions.cure(of.row, **of.data, by=of.by)),
    "report": Deed(Right.DECIDE, to_other(ReportForm), lambda of: actions.report(of.row, to=of.form.to(), by=of.by)),
    "receive": Deed(
        Right.HANDLE, plain(ReceiveForm, dated=("at",)), lambda of: actions.receive(of.row, **of.data, by=of.by)
    ),
    "answer": Deed(Right.DECIDE, plain(AnswerForm), lambda of: actions.answer(of.row, **of.data, by=of.by)),
    "settle": Deed(Right.DECIDE, plain(SettleForm), lambda of: actions.settle(of.row, **of.data, by=of.by)),
    "withdraw": Deed(Right.DECIDE, plain(WithdrawForm), lambda of: actions.withdraw(of.row, **of.data, by=of.by)),
    "cost": Deed(Right.HANDLE, _cost_form, _do_cost),
}


def address(row: Any) -> str:
    """Where a claim stands."""
    return reverse("claims:detail", args=(row.pk,))


def clause_form(agreement: Any, point: Point, data: Any = None) -> ClauseForm:
    """The form on one point, with ids of its own on a page that has several."""
    auto_id = f"id_clause_{point.value}_%s"
    return ClauseForm(data, agreement=agreement, point=point, auto_id=auto_id)


def _clause_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    given = str(data.get("point", "")) if data else Point.DIRECT.value
    if given not in Point.values:
        raise Http404
    return clause_form(row, Point(given), data)


def _do_clause(of: Given) -> None:
    given = of.data
    clauses.read(
        of.row,
        Point(given["point"]),
        says=given["says"] == "yes",
        heads=given.get("heads", ()),
        passage=given["passage"],
        provision=given["provision"],
        by=of.by,
    )


def _do_lift(of: Given) -> None:
    wanted = str(of.form.data.get("invalid", ""))
    row = next((each for each in queries.invalid(of.row) if str(each.pk) == wanted), None)
    if row is None:
        raise Http404
    clauses.lift(row, reason=of.data["reason"], by=of.by)


LIABILITY: Mapping[str, Deed] = {
    "clause": Deed(Right.CONFIRM, _clause_form, _do_clause),
    "invalid": Deed(Right.DECIDE, plain(InvalidForm), lambda of: clauses.find_invalid(of.row, **of.data, by=of.by)),
    "lift": Deed(Right.DECIDE, plain(LiftForm), _do_lift),
    **case_acts.UNDER,
}


def liability_address(row: Any) -> str:
    """Where what an agreement says of liability stands."""
    return reverse("claims:liability", args=(row.pk,))
