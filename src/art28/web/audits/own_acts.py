"""What can be done with an audit of one's own."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.accounts import queries as accounts
from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.audits import finding, own
from art28.web.audits.forms import FindingForm, MendForm
from art28.web.audits.own_forms import MoveForm, OwnReportForm, WhyForm
from art28.web.casework import found
from art28.web.typed import identifier


def finding_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    """A form for a finding, which offers the members as those who see to it."""
    members = [(str(each.user_id), str(each.user)) for each in accounts.members(row.organisation)]
    return FindingForm(data, members=members, auto_id=ids(FindingForm))


def _own_finding_form(row: Any, part: Any, data: Any, files: Any) -> forms.Form:
    form = finding_form(row, part, data, files)
    form.fields["agreed_by"].label = _("Who established it?")  # there is no other side
    return form


def do_find(of: Given) -> None:
    """Keep a finding as it was filled in."""
    members = {str(each.user_id): each.user for each in accounts.members(of.row.organisation)}
    finding.find(of.row, **{**of.data, "owner": members[of.data["owner"]]}, by=of.by)


def _do_mend(of: Given) -> None:
    wanted = identifier(str(of.form.data.get("finding", "")))
    row = found(own.finding(of.row, wanted) if wanted else None)
    finding.mend(of.row, row, result=of.data["result"], at=timezone.now(), by=of.by)


ACTS: Mapping[str, Deed] = {
    "move": Deed(Right.HANDLE, plain(MoveForm), lambda of: own.move_to(of.row, **of.data, by=of.by)),
    "report": Deed(
        Right.DECIDE,
        plain(OwnReportForm, dated=("held_on",)),
        lambda of: own.report(of.row, of.form.came(), by=of.by),
    ),
    "find": Deed(Right.HANDLE, _own_finding_form, do_find),
    "mend": Deed(Right.HANDLE, plain(MendForm), _do_mend),
    "close": Deed(Right.DECIDE, plain(forms.Form), lambda of: own.close(of.row, by=of.by)),
    "cancel": Deed(Right.DECIDE, plain(WhyForm), lambda of: own.cancel(of.row, **of.data, by=of.by)),
}


def address(row: Any) -> str:
    """Where an audit of one's own stands."""
    return reverse("audits:own_detail", args=(row.pk,))
