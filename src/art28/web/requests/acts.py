"""What can be done with a request: each act with its form, who may do it, and what it does; one address for all."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.obligations.rights import GroundDoesNotFit, Place, PlaceKind
from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.breaches import promises
from art28.web.costs import actions as costs
from art28.web.costs.forms import CostForm
from art28.web.costs.queries import Case
from art28.web.events import queries as events
from art28.web.requests import actions, passing, queries, righting, stepping
from art28.web.requests.forms import (
    AssistedForm,
    CloseForm,
    ExtendForm,
    FileForm,
    IdentityForm,
    PassForm,
    PlacesForm,
    ReasonForm,
    ReceiptForm,
    StepForm,
    TellingForm,
    ToldForm,
    now_in,
)
from art28.web.requests.models import (
    GROUND_LABELS,
    PLACE_LABELS,
    Concerned,
    Handling,
    Identity,
    StepState,
    SubjectRequest,
    Telling,
)
from art28.web.typed import identifier, whole

WHY_NOT: Mapping[str, str | Promise] = {
    "division": gettext_lazy("The agreement has requests handled in consultation: say who does what."),
    "telling": gettext_lazy(
        "First settle whether the person may be told, and by what. If it is forbidden, the controller tells them."
    ),
    "told_already": gettext_lazy("The person has been told already."),
    "not_passed": gettext_lazy(
        "It has not been passed on under every agreement that it concerns. Pass it on, or leave out those it doesn't concern."
    ),
    "passed_on": gettext_lazy(
        "It was passed on under this agreement already: tell the other side that it doesn't concern them."
    ),
    "controller_decides": gettext_lazy(
        "The controller decides on the request (Art. 28(3)(a)): as processor pass it on, or say that no data were found."
    ),
    "reasons": gettext_lazy(
        "A refusal, wholly or in part, needs a ground and its reasons: the person must be told why (Art. 12(4))."
    ),
    "steps_left": gettext_lazy("Some steps are still to be done. Finish them, or say of each why it can't be done."),
    "not_ours": gettext_lazy("Only the controller can extend the month, and tells the person why (Art. 12(3))."),
    "no_clock": gettext_lazy("No cooperation is awaited under this agreement any more."),
    "same": gettext_lazy("This is the moment that is kept already."),
    "extended": gettext_lazy(
        "A limit of it was extended, and whoever waits was told until when: that end no longer follows from the receipt."
    ),
    "open": gettext_lazy("While the request is open its person is needed. End it first."),
}

_REACHABLE = "reachable"


def _pass_form(_row: Any, line: Any, data: Any, _files: Any) -> forms.Form:
    known = [(each.email, each.name) for each in _privacy_first(line) if each.email]
    return PassForm(data, joint=line.handling == Handling.JOINT, addresses=known, auto_id=ids(PassForm, line))


def _privacy_first(line: Concerned) -> list[promises.Recipient]:
    order = {"privacy": 0, "general": 1, "contract": 2}
    people = vars(line).get(_REACHABLE)
    known = promises.recipients(line.agreement) if people is None else people
    return sorted(known, key=lambda each: order.get(each.purpose, 3))


def with_people(lines: Sequence[Concerned]) -> Sequence[Concerned]:
    """The same, each with whom its form can offer to write to, read in one query for all."""
    if lines:
        parties = {line.agreement.counterparty_id for line in lines if line.agreement.counterparty_id is not None}
        people = promises.recipients_of(lines[0].agreement.organisation, parties)
        for line in lines:
            party = line.agreement.counterparty_id
            setattr(line, _REACHABLE, people.get(party, ()) if party is not None else ())
    return lines


def _close_form(row: Any, _line: Any, data: Any, _files: Any) -> forms.Form:
    return CloseForm(data, role=row.role, rights=row.asked, initial=now_in(), auto_id=ids(CloseForm, None))


def _receipt_form(row: Any, _line: Any, data: Any, _files: Any) -> forms.Form:
    return ReceiptForm(data, initial={"at": row.received_at}, auto_id=ids(ReceiptForm))


def _places_form(row: Any, _line: Any, data: Any, _files: Any) -> forms.Form:
    known = {(step.place_kind, step.place) for step in queries.steps(row)}
    offered = [
        (f"{each.kind.value}:{each.name}", f"{each.name} ({str(PLACE_LABELS[each.kind]).lower()})")
        for each in queries.places(row)
        if (each.kind.value, each.name) not in known
    ]
    return PlacesForm(data, offered=offered, auto_id=ids(PlacesForm, None))


def _cost_form(row: Any, _line: Any, data: Any, _files: Any) -> forms.Form:
    under = [each.agreement for each in queries.concerned(row) if each.left_out_at is None]
    return CostForm(data, agreements=under, auto_id=ids(CostForm, None))


def _concern_form(_row: Any, _line: Any, data: Any, _files: Any) -> forms.Form:
    return forms.Form(data)


def _do_concern(given: Given) -> None:
    wanted = identifier(str(given.form.data.get("agreement", "")))
    agreement = events.agreement(given.row.organisation, wanted) if wanted else None
    if agreement is None:
        raise Http404
    actions.concern(given.row, agreement, by=given.by)


def _do_plan(given: Given) -> None:
    kinds = [
        Place(PlaceKind(kind), name) for kind, _mark, name in (each.partition(":") for each in given.data["places"])
    ]
    others = [" ".join(line.split())[:200] for line in given.data["recipients"].splitlines()]
    stepping.plan(given.row, [*kinds, *(Place(PlaceKind.RECIPIENT, name) for name in others if name)], by=given.by)


def _do_step(given: Given) -> None:
    wanted = identifier(str(given.form.data.get("step", "")))
    step = queries.step(given.row, wanted) if wanted else None
    if step is None:
        raise Http404
    stepping.take(step, given.row, StepState(given.data["state"]), result=given.data["result"], by=given.by)


def _do_file(given: Given) -> None:
    sent = given.data["file"]
    if sent.size > stepping.LARGEST_FILE:
        raise stepping.TooLarge(sent.name)
    stepping.keep_file(given.row, name=sent.name, data=sent.read(), by=given.by)


def _do_cost(given: Given) -> None:
    line = queries.line(given.row, given.form.agreement_id)
    if line is None:
        raise Http404
    case = Case(queries.KIND, given.row.pk, given.row.reference, "requests.costs")
    costs.keep(case, line.agreement, given.form.kept(), by=given.by.user, actor=given.by.actor, now=given.by.now)


def _do_close(given: Given) -> None:
    actions.close(given.row, given.form.answer(), based_on=whole(str(given.form.data.get("version", ""))), by=given.by)


ACTS: Mapping[str, Deed] = {
    "concern": Deed(Right.HANDLE, _concern_form, _do_concern),
    "leave-out": Deed(
        Right.HANDLE,
        plain(ReasonForm),
        lambda of: actions.leave_out(of.part, reason=of.data["reason"], by=of.by),
        on_part=True,
    ),
    "pass-on": Deed(
        Right.HANDLE, _pass_form, lambda of: passing.pass_on(of.part, of.form.passing(), by=of.by), on_part=True
    ),
    "telling": Deed(
        Right.HANDLE,
        plain(TellingForm),
        lambda of: passing.settle_telling(of.part, Telling(of.data["telling"]), ground=of.data["ground"], by=of.by),
        on_part=True,
    ),
    "told": Deed(
        Right.HANDLE,
        plain(ToldForm, dated=("at", "told_at")),
        lambda of: passing.told_person(of.part, at=of.data["at"], how=of.data["how"], by=of.by),
        on_part=True,
    ),
    "assisted": Deed(
        Right.HANDLE,
        plain(AssistedForm, dated=("at", "told_at")),
        lambda of: actions.assisted(of.part, what=of.data["what"], at=of.data["at"], by=of.by),
        on_part=True,
    ),
    "receipt": Deed(
        Right.DECIDE,
        _receipt_form,
        lambda of: righting.correct_receipt(of.row, at=of.data["at"], why=of.data["why"], by=of.by),
    ),
    "identity": Deed(
        Right.HANDLE,
        plain(IdentityForm, dated=("at", "told_at")),
        lambda of: actions.check_identity(
            of.row, Identity(of.data["identity"]), means=of.data["means"], at=of.data["at"], by=of.by
        ),
    ),
    "plan": Deed(Right.HANDLE, _places_form, _do_plan),
    "step": Deed(Right.HANDLE, plain(StepForm), _do_step),
    "file": Deed(Right.HANDLE, plain(FileForm), _do_file),
    "cost": Deed(Right.HANDLE, _cost_form, _do_cost),
    "extend": Deed(
        Right.DECIDE,
        plain(ExtendForm, dated=("at", "told_at")),
        lambda of: actions.extend(
            of.row, told_at=of.data["told_at"], how=of.data["how"], reason=of.data["reason"], by=of.by
        ),
    ),
    "close": Deed(Right.DECIDE, _close_form, _do_close),
    "withdraw": Deed(
        Right.DECIDE, plain(ReasonForm), lambda of: actions.withdraw(of.row, reason=of.data["reason"], by=of.by)
    ),
    "erase": Deed(
        Right.DECIDE,
        plain(forms.Form),
        lambda of: actions.erase(of.row, ground="gdpr_17", actor=of.by.actor, now=of.by.now),
    ),
}
REFUSED = (GroundDoesNotFit, stepping.TooLarge)


def says(refusal: Exception) -> str:
    """A refusal that isn't about how the request stands, in words."""
    if isinstance(refusal, GroundDoesNotFit):
        return _("“%(ground)s” is no ground against what was asked.") % {"ground": GROUND_LABELS[refusal.ground]}
    return _("That file is too large, or one too many. Hand it over by another way, and write down how.")


def address(row: SubjectRequest) -> str:
    """Where a request stands."""
    return reverse("requests:detail", args=(row.pk,))
