"""What can be done with an instruction, a declaration and a task of help."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.agreements.models import Agreement
from art28.web.breaches import promises
from art28.web.costs import actions as costs
from art28.web.costs.forms import CostForm
from art28.web.costs.queries import Case
from art28.web.instructions import actions, queries
from art28.web.instructions.forms import (
    AcceptForm,
    AnsweredForm,
    EndForm,
    FileForm,
    ForbiddenForm,
    MaterialForm,
    RenewForm,
    ResultForm,
    TellForm,
    WarnForm,
)

WHY_NOT: Mapping[str, str | Promise] = {
    "outside": _(
        "It lies outside the purposes of the agreement. Have the controller consent to a further purpose or amend it, "
        "then record it anew; or warn the controller."
    ),
    "untold": _("A law that compels processing is told to the controller first, unless it forbids that: settle which."),
    "no_law": _("Only processing that a law compels is told so, and once."),
    "suspended": _("It is suspended: the controller was warned and must answer first (Art. 28(3), last paragraph)."),
    "unaccepted": _("Look at it first, and take it on."),
}


def to_other(kind: type[forms.Form], *, under: Callable[[Any], Agreement] = attrgetter("agreement")) -> Any:
    """A maker of a form for a letter, that begins with the contact of the other side; `under` says of which agreement."""

    def made(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
        return kind(data, initial=known_contact(under(row)), auto_id=ids(kind))

    return made


def known_contact(agreement: Agreement) -> dict[str, str]:
    """With what a form for a letter begins: the contact of the other side for privacy, else another."""
    known = [each for each in promises.recipients(agreement) if each.email]
    first = sorted(known, key=lambda each: each.purpose != "privacy")[:1]
    return {"recipient": first[0].email, "recipient_name": first[0].name} if first else {}


def _cost_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return CostForm(data, agreements=(row.agreement,), auto_id=ids(CostForm))


def _cost(key: str, kind: str) -> Any:
    def done(of: Given) -> None:
        if str(of.form.agreement_id) != str(of.row.agreement_id):
            raise Http404
        case = Case(kind, of.row.pk, of.row.reference, key)
        costs.keep(case, of.row.agreement, of.form.kept(), by=of.by.user, actor=of.by.actor, now=of.by.now)

    return done


INSTRUCTION: Mapping[str, Deed] = {
    "accept": Deed(
        Right.HANDLE, plain(AcceptForm), lambda of: actions.accept(of.row, lawful_by=of.data["lawful_by"], by=of.by)
    ),
    "warn": Deed(
        Right.HANDLE,
        to_other(WarnForm),
        lambda of: actions.warn(of.row, reasons=of.data["reasons"], to=of.form.to(), by=of.by),
    ),
    "answered": Deed(
        Right.DECIDE,
        plain(AnsweredForm, dated=("at",)),
        lambda of: actions.answered(
            of.row, answer=of.data["answer"], withdrawn=of.data["outcome"] == "withdrawn", at=of.data["at"], by=of.by
        ),
    ),
    "tell": Deed(Right.HANDLE, to_other(TellForm), lambda of: actions.tell_of_law(of.row, to=of.form.to(), by=of.by)),
    "forbidden": Deed(
        Right.DECIDE,
        plain(ForbiddenForm),
        lambda of: actions.forbid_telling(of.row, reason=of.data["reason"], by=of.by),
    ),
    "result": Deed(
        Right.HANDLE,
        plain(ResultForm, dated=("at",)),
        lambda of: actions.carried_out(
            of.row, result=of.data["result"], possible=of.data["outcome"] == "done", at=of.data["at"], by=of.by
        ),
    ),
    "cost": Deed(Right.HANDLE, _cost_form, _cost("assistance.costs", queries.KIND)),
}
DECLARATION: Mapping[str, Deed] = {
    "file": Deed(
        Right.HANDLE,
        plain(FileForm, dated=("at",)),
        lambda of: actions.file_declaration(
            of.row,
            text=of.data["text"],
            given_by=of.data["given_by"],
            at=of.data["at"],
            valid_until=of.data["valid_until"],
            by=of.by,
        ),
    ),
    "renew": Deed(
        Right.HANDLE,
        to_other(RenewForm),
        lambda of: actions.ask_declaration(
            of.row.agreement, kind=of.row.kind, activity=of.row.activity, to=of.form.to(), renews=of.row, by=of.by
        ),
    ),
}
TASK: Mapping[str, Deed] = {
    "material": Deed(
        Right.HANDLE,
        plain(MaterialForm),
        lambda of: actions.hand_over(
            of.row, name=of.data["name"], version=of.data["version"], refused=of.data["refused"], by=of.by
        ),
    ),
    "cost": Deed(Right.HANDLE, _cost_form, _cost("assistance.costs", queries.HELP)),
    "end": Deed(
        Right.HANDLE,
        plain(EndForm, dated=("at",)),
        lambda of: actions.end_task(of.row, answer=of.data["answer"], at=of.data["at"], by=of.by),
    ),
}


def address(name: str) -> Any:
    """Where a case of this kind stands."""
    return lambda row: reverse(f"instructions:{name}", args=(row.pk,))
