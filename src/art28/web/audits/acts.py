"""What can be done with an audit."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.obligations.auditing import Point
from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.audits import actions, announcing, finding, offering, own, queries, rooms
from art28.web.audits.forms import (
    AcceptForm,
    AgreedForm,
    AnnouncedForm,
    AnnounceForm,
    AtForm,
    BindForm,
    ChangeForm,
    DeclinedForm,
    ErasedForm,
    ItemForm,
    MendForm,
    RefuseForm,
    ReportForm,
    RoomFileForm,
    RoomForm,
    SettleForm,
    WarnForm,
)
from art28.web.audits.models import ItemKind
from art28.web.audits.own_acts import do_find, finding_form
from art28.web.audits.own_forms import IntoRoomForm, OfferForm, WhyForm
from art28.web.casework import found
from art28.web.costs import actions as costs
from art28.web.costs.forms import CostForm
from art28.web.costs.queries import Case
from art28.web.instructions.acts import known_contact, to_other
from art28.web.typed import identifier

WHY_NOT: Mapping[str, str | Promise] = {
    Point.TRIGGER.value: _("The agreement allows an audit on a concrete suspicion alone: have it shown, or refuse."),
    Point.FREQUENCY.value: _(
        "It is sooner after the last one than agreed: plan it later, or refuse with the first day."
    ),
    Point.NOTICE.value: _("It was not announced long enough before: plan it later, or refuse with the first day."),
    Point.OFFICE_HOURS.value: _("It falls outside office hours, within which audits are held."),
    Point.AUDITOR.value: _("The agreement wants a third party as auditor: have it named."),
    Point.COMPETITOR.value: _("The agreement wants an independent auditor: a competitor is none. Ask for another."),
    Point.REPORTS_FIRST.value: _(
        "Existing reports come first: hand them over, and have it said why they give no answer."
    ),
    Point.SYSTEMS.value: _("It covers systems that aren't used for this processing: leave those out."),
    Point.TERM.value: _(
        "The agreement had ended by then, and its data were gone: refuse with that day, and hand over the certificate."
    ),
    "ours": _("It is we who hold this audit: announce it, and keep what the processor answers."),
    "theirs": _("It is the customer who holds this audit: answer what it asks."),
    "unannounced": _("First announce it: nobody can answer what they were not told."),
    "nothing_at_hand": _("Nothing that was chosen is valid any more: renew it, or go on without."),
    "no_report": _("No report of it was handed in, so there is nothing to put into the room."),
    "unbound": _(
        "First put the auditor's signed statement of confidentiality on file; before that no access is given."
    ),
    "confidential": _(
        "This is the document of an agreement that is confidential and stays inside; keep a written permission first."
    ),
    "room_past": _("The room can't end before it opens: give a later day."),
    "no_ground": _("Every point is met, so say for which other reason it is refused."),
    "not_held": _("Findings come of an audit that is held."),
    "not_reported": _("First keep what the audit showed."),
    "measures_left": _("Some measures are still to be taken; their clocks run."),
}


def _change_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    names = ("planned_at", "auditor", "third_party", "competitor", "reports_assessed", "systems", "foreign_systems")
    return ChangeForm(data, initial={name: getattr(row, name) for name in names}, auto_id=ids(ChangeForm))


def _cost_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return CostForm(data, agreements=(row.agreement,), auto_id=ids(CostForm))


def _do_cost(of: Given) -> None:
    case = Case(queries.KIND, of.row.pk, of.row.reference, "audit.costs")
    costs.keep(
        case,
        of.row.agreement,
        of.form.kept(),
        compliant=of.row.compliant,
        by=of.by.user,
        actor=of.by.actor,
        now=of.by.now,
    )


def _do_settle(of: Given) -> None:
    wanted = identifier(str(of.form.data.get("item", "")))
    item = found(queries.item(of.row, wanted) if wanted else None)
    granted = of.data["outcome"] == "granted"
    actions.settle_item(of.row, item, granted=granted, what=of.data["what"], at=timezone.now(), by=of.by)


def _do_mend(of: Given) -> None:
    wanted = identifier(str(of.form.data.get("finding", "")))
    row = found(queries.finding(of.row, wanted) if wanted else None)
    finding.mend(of.row, row, result=of.data["result"], at=timezone.now(), by=of.by)


def _room_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return RoomForm(data, initial={"whom": row.auditor}, auto_id=ids(RoomForm))


def _do_room_file(of: Given) -> None:
    file = of.data["file"]
    rooms.put_in(of.row, name=of.data["name"], file_name=file.name, data=file.read(), by=of.by)


def _offer_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return OfferForm(
        data,
        offers=offering.at_hand(row, timezone.localdate()),
        initial=known_contact(row.agreement),
        auto_id=ids(OfferForm),
    )


def _into_room_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    choices = [(str(each.pk), f"{each.reference} {each.scope}") for each in offering.reports(row, timezone.localdate())]
    return IntoRoomForm(data, choices=choices, auto_id=ids(IntoRoomForm))


def _do_offer(of: Given) -> None:
    offering.offer(of.row, chosen=of.data["chosen"], to=of.form.to(), today=timezone.localdate(), by=of.by)


def _do_into_room(of: Given) -> None:
    wanted = identifier(of.data["own"])
    offering.into_room(of.row, found(own.audit(of.row.organisation, wanted) if wanted else None), by=of.by)


ACTS: Mapping[str, Deed] = {
    "offer": Deed(Right.HANDLE, _offer_form, _do_offer),
    "withdraw": Deed(Right.HANDLE, plain(WhyForm), lambda of: offering.withdraw(of.row, **of.data, by=of.by)),
    "room-report": Deed(Right.HANDLE, _into_room_form, _do_into_room),
    "change": Deed(Right.HANDLE, _change_form, lambda of: actions.change(of.row, **of.data, by=of.by)),
    "accept": Deed(Right.DECIDE, to_other(AcceptForm), lambda of: actions.accept(of.row, to=of.form.to(), by=of.by)),
    "refuse": Deed(
        Right.DECIDE,
        to_other(RefuseForm),
        lambda of: actions.refuse(of.row, reason=of.data["reason"], to=of.form.to(), by=of.by),
    ),
    "announce": Deed(
        Right.DECIDE, to_other(AnnounceForm), lambda of: announcing.by_letter(of.row, to=of.form.to(), by=of.by)
    ),
    "announced": Deed(
        Right.HANDLE,
        plain(AnnouncedForm, dated=("at",)),
        lambda of: announcing.otherwise(of.row, at=of.data["at"], by=of.by),
    ),
    "agreed": Deed(
        Right.HANDLE, plain(AgreedForm, dated=("at",)), lambda of: announcing.agreed(of.row, at=of.data["at"], by=of.by)
    ),
    "declined": Deed(
        Right.HANDLE,
        plain(DeclinedForm, dated=("at",)),
        lambda of: announcing.declined(of.row, at=of.data["at"], reason=of.data["reason"], by=of.by),
    ),
    "warn": Deed(
        Right.HANDLE,
        to_other(WarnForm),
        lambda of: actions.warn(of.row, reasons=of.data["reasons"], to=of.form.to(), by=of.by),
    ),
    "bind": Deed(
        Right.HANDLE,
        plain(BindForm, dated=("at",)),
        lambda of: actions.bind(of.row, statement=of.data["statement"], at=of.data["at"], by=of.by),
    ),
    "begin": Deed(
        Right.HANDLE, plain(AtForm, dated=("at",)), lambda of: actions.begin(of.row, at=of.data["at"], by=of.by)
    ),
    "item": Deed(
        Right.HANDLE,
        plain(ItemForm, dated=("at",)),
        lambda of: actions.request_item(
            of.row, kind=ItemKind(of.data["kind"]), name=of.data["name"], at=of.data["at"], by=of.by
        ),
    ),
    "settle": Deed(Right.HANDLE, plain(SettleForm), _do_settle),
    "find": Deed(Right.HANDLE, finding_form, do_find),
    "mend": Deed(Right.HANDLE, plain(MendForm), _do_mend),
    "report": Deed(
        Right.DECIDE,
        plain(ReportForm, dated=("at",)),
        lambda of: actions.report(
            of.row, compliant=of.data["compliant"] == "yes", outcome=of.data["outcome"], at=of.data["at"], by=of.by
        ),
    ),
    "erased": Deed(
        Right.HANDLE,
        plain(ErasedForm, dated=("at",)),
        lambda of: actions.erase_information(of.row, at=of.data["at"], by=of.by),
    ),
    "cost": Deed(Right.HANDLE, _cost_form, _do_cost),
    "room-file": Deed(Right.HANDLE, plain(RoomFileForm), _do_room_file),
    "room": Deed(
        Right.DECIDE,
        _room_form,
        lambda of: rooms.open_to(of.row, whom=of.data["whom"], until=of.data["until"], by=of.by),
    ),
    "room-close": Deed(Right.HANDLE, plain(forms.Form), lambda of: rooms.shut(of.row, by=of.by)),
    "close": Deed(Right.DECIDE, plain(forms.Form), lambda of: actions.close(of.row, by=of.by)),
}


def address(row: Any) -> str:
    """Where an audit stands."""
    return reverse("audits:detail", args=(row.pk,))
