"""What can be done about insurance, disputes and terminations."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.claims import disputing, insuring, queries, terminating
from art28.web.claims.cases import DisputeState, Ground
from art28.web.claims.forms import (
    DisputeForm,
    EndForm,
    InspectedForm,
    InspectForm,
    PolicyForm,
    StayForm,
    StepForm,
    TerminateForm,
)
from art28.web.claims.sides import Side
from art28.web.instructions.acts import to_other

WHY_NOT: Mapping[str, str | Promise] = {
    "expired": _("This insurance has expired: ask for proof of one that runs."),
    "talks_first": _("Talks come before the court: keep first that they were held, and what came of them."),
    "talks_unread": _("Read first, on the page about liability, whether talks come before the court."),
    "mediation_first": _("Mediation comes before the court: keep first that it was tried, and what came of it."),
    "mediation_unread": _("Read first, on the page about liability, whether mediation comes before the court."),
    "no_term": _(
        "Say until when: a failure has a term to cure it, and of an amendment the agreement sets none to choose."
    ),
    "term_not_ahead": _("The term ends today or earlier: it gives the other side time, so it lies ahead."),
    "option_over": _("The term within which this amendment could be answered with termination is over."),
}
_OWN = "own"


def _policy_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    parties = [(_OWN, str(_("Our own")))]
    if row.counterparty_id is not None:
        parties.append((str(row.counterparty_id), row.counterparty_name))
    return PolicyForm(data, parties=parties, auto_id=ids(PolicyForm))


def _do_policy(of: Given) -> None:
    given = dict(of.data)
    party = None if given.pop("party") == _OWN else of.row.counterparty
    insuring.keep(of.row.organisation, party, **given, by=of.by)


def _do_inspected(of: Given) -> None:
    wanted = str(of.form.data.get("inspection", ""))
    row = next((each for each in queries.inspections(of.row) if str(each.pk) == wanted), None)
    if row is None:
        raise Http404
    insuring.answer(row, what=of.data["what"], by=of.by)


def _dispute_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    known = [(str(each.pk), f"{each.reference} {each.event}") for each in queries.under(row)[:50]]
    return DisputeForm(data, claims=known, auto_id=ids(DisputeForm))


def _do_dispute(of: Given) -> None:
    wanted = of.data["claim"]
    claim = next((each for each in queries.under(of.row) if str(each.pk) == wanted), None) if wanted else None
    disputing.notice(of.row, what=of.data["what"], claim=claim, by=of.by)


def _do_terminate(of: Given) -> None:
    given = of.data
    terminating.begin(
        of.row,
        ground=Ground(given["ground"]),
        party=Side(given["party"]),
        reason=given["reason"],
        noticed_on=given["noticed_on"],
        until=given["until"],
        to=of.form.to_or_none(),
        by=of.by,
    )


UNDER: Mapping[str, Deed] = {
    "policy": Deed(Right.HANDLE, _policy_form, _do_policy),
    "inspect": Deed(
        Right.HANDLE,
        to_other(InspectForm, under=lambda agreement: agreement),
        lambda of: insuring.ask(of.row, to=of.form.to(), by=of.by),
    ),
    "asked": Deed(Right.HANDLE, plain(forms.Form), lambda of: insuring.ask(of.row, to=None, by=of.by)),
    "inspected": Deed(Right.HANDLE, plain(InspectedForm), _do_inspected),
    "dispute": Deed(Right.HANDLE, _dispute_form, _do_dispute),
    "terminate": Deed(Right.DECIDE, plain(TerminateForm), _do_terminate),
}


def _do_step(of: Given) -> None:
    disputing.go(of.row, DisputeState(of.data["state"]), on=of.data["on"], what=of.data["what"], by=of.by)


DISPUTE: Mapping[str, Deed] = {
    "step": Deed(Right.DECIDE, plain(StepForm), _do_step),
    "invite": Deed(Right.DECIDE, to_other(InspectForm), lambda of: disputing.invite(of.row, to=of.form.to(), by=of.by)),
}


def _do_end(of: Given) -> None:
    given = of.data
    terminating.end(of.row, ends_on=given["ends_on"], outcome=given["outcome"], to=of.form.to_or_none(), by=of.by)


TERMINATION: Mapping[str, Deed] = {
    "end": Deed(Right.DECIDE, plain(EndForm), _do_end),
    "stay": Deed(Right.DECIDE, plain(StayForm), lambda of: terminating.stay(of.row, **of.data, by=of.by)),
}


def dispute_address(row: Any) -> str:
    """Where a dispute stands."""
    return reverse("claims:dispute", args=(row.pk,))


def termination_address(row: Any) -> str:
    """Where a termination stands."""
    return reverse("claims:termination", args=(row.pk,))
