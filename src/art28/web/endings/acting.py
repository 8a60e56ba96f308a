"""What a member does about one ending: each act its form, and what is done with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from art28.obligations import retaining
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.endings import actions, asking, certifying, deleting, keeping, planning, queries, views
from art28.web.endings.forms import (
    AskForm,
    CertifyForm,
    ChoiceForm,
    CostForm,
    DeleteForm,
    KeepForm,
    PlaceForm,
    ReasonForm,
    ReceiptForm,
    ReturnForm,
    WithholdForm,
)
from art28.web.endings.models import Choice, ChosenHow, CostKind, Ending, Kind
from art28.web.endings.refusals import Refused
from art28.web.uploads import takes_files


@dataclass(frozen=True, slots=True)
class _Act:
    """How an act is filled in, done, and confirmed."""

    form: Callable[[MemberRequest, Ending], Form]
    do: Callable[[MemberRequest, Ending, Any, datetime], object]
    done: str | Promise


def _plain(form: type[Form]) -> Callable[[MemberRequest, Ending], Form]:
    return lambda request, _row: form(request.POST, request.FILES)


def _delete_form(request: MemberRequest, row: Ending) -> Form:
    left = [each for each in queries.items(row) if each.deleted_at is None]
    return DeleteForm(request.POST, request.FILES, offered=left)


def _keep_form(request: MemberRequest, row: Ending) -> Form:
    return KeepForm(request.POST, grounds=retaining.grounds(row.ends_on))


def _choose(request: MemberRequest, row: Ending, form: ChoiceForm, now: datetime) -> None:
    given = form.cleaned_data
    actions.choose(
        row,
        Choice(given["choice"]),
        how=ChosenHow.BY_HAND,
        who=given["who"],
        at=given["at"],
        actor=request.actor,
        now=now,
    )


def _ask(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    asking.ask(row, **form.cleaned_data, actor=request.actor, now=now)


def _default(request: MemberRequest, row: Ending, _form: Form, now: datetime) -> None:
    actions.apply_default(row, actor=request.actor, now=now)


def _cost(request: MemberRequest, row: Ending, form: CostForm, now: datetime) -> None:
    given, kind = form.cleaned_data, CostKind(form.cleaned_data["kind"])
    actions.add_cost(
        row, kind, given["what"], form.cents(), actual=given["actual"], by=request.user, actor=request.actor, now=now
    )


def _withhold(request: MemberRequest, row: Ending, form: WithholdForm, now: datetime) -> None:
    actions.withhold(row, cents=form.cents(), reason=form.cleaned_data["reason"], actor=request.actor, now=now)


def _dispute(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    actions.dispute(row, reason=form.cleaned_data["reason"], actor=request.actor, now=now)


def _release(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    actions.release(row, reason=form.cleaned_data["reason"], actor=request.actor, now=now)


def _return(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    actions.hand_over(row, **form.cleaned_data, actor=request.actor, now=now)


def _receipt(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    actions.confirm_receipt(row, **form.cleaned_data, actor=request.actor, now=now)


def _place(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    given = form.cleaned_data
    with transaction.atomic():  # whoever completes the ending meanwhile waits
        actions.lock(row)
        planning.add_place(
            row,
            Kind(given["kind"]),
            given["name"],
            service=given["service"],
            contact=(given["contact_name"], given["contact_email"]),
            days=given["days"],
            actor=request.actor,
            now=now,
        )


def _delete(request: MemberRequest, row: Ending, form: DeleteForm, now: datetime) -> None:
    ids = [each.pk for each in form.cleaned_data["items"]]
    deleting.delete(row.organisation, ids, form.deletion(), by=request.user, actor=request.actor, now=now)


def _stays(request: MemberRequest, row: Ending, form: KeepForm, now: datetime) -> None:
    keeping.stays(row, form.longer(), actor=request.actor, now=now)


def _certify(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    certifying.certify(row, signed_by=form.cleaned_data["signed_by"], actor=request.actor, now=now)


def _take_back(request: MemberRequest, row: Ending, form: Form, now: datetime) -> None:
    actions.take_back(row, reason=form.cleaned_data["reason"], by=request.user, actor=request.actor, now=now)


_HANDLED: Mapping[str, _Act] = {
    "choose": _Act(_plain(ChoiceForm), _choose, _("The choice is recorded.")),
    "ask": _Act(
        _plain(AskForm), _ask, _("The controller is asked to choose; it is reminded before its window closes.")
    ),
    "default": _Act(_plain(Form), _default, _("What was agreed for the case without a choice now holds.")),
    "cost": _Act(_plain(CostForm), _cost, _("The cost is recorded.")),
    "return": _Act(_plain(ReturnForm), _return, _("The return is recorded, with the checksum of every file.")),
    "receipt": _Act(_plain(ReceiptForm), _receipt, _("Receipt is recorded.")),
    "place": _Act(_plain(PlaceForm), _place, _("The place is on the list.")),
    "delete": _Act(_delete_form, _delete, _("The deletion is recorded, with its proof.")),
}
_DECIDED: Mapping[str, _Act] = {
    "withhold": _Act(
        _plain(WithholdForm), _withhold, _("The return is held back. That is a risk of its own: see below.")
    ),
    "dispute": _Act(_plain(ReasonForm), _dispute, _("The dispute is recorded.")),
    "release": _Act(_plain(ReasonForm), _release, _("Nothing is held back any longer.")),
    "stays": _Act(_keep_form, _stays, _("What stays is recorded, with its ground and its last day.")),
    "certify": _Act(
        _plain(CertifyForm), _certify, _("The certificate is made in Dutch and English; the ending is complete.")
    ),
    "take_back": _Act(_plain(ReasonForm), _take_back, _("The notice is taken back; its clocks have stopped.")),
}


@takes_files()
@require_POST
@requires(Right.HANDLE)
def handle(request: MemberRequest, ending_id: UUID, act: str) -> HttpResponse:
    """What whoever handles an ending does."""
    return _done(request, ending_id, act, _HANDLED)


@require_POST
@requires(Right.DECIDE)
def decide(request: MemberRequest, ending_id: UUID, act: str) -> HttpResponse:
    """What takes a decision."""
    return _done(request, ending_id, act, _DECIDED)


def _done(request: MemberRequest, ending_id: UUID, act: str, known: Mapping[str, _Act]) -> HttpResponse:
    row, found = views.asked(request, ending_id), known.get(act)
    if found is None:
        raise Http404
    form = found.form(request, row)
    if not form.is_valid():
        return views.page(request, row, form, act)
    try:
        found.do(request, row, form, timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, str(found.done))
    return HttpResponseRedirect(reverse("endings:detail", args=(row.pk,)))
