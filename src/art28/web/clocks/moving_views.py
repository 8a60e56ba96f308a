"""A limit stands still, runs on, or ends later: what a person who may decide says of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from art28.obligations import moving
from art28.obligations.moving import NotAllowed, Pause, Refusal
from art28.obligations.record import duty_of
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.clocks import changing
from art28.web.clocks.actions import StateChanged
from art28.web.clocks.models import Obligation
from art28.web.clocks.moving_forms import REFUSALS, ExtendForm, PauseForm, PostponeForm, ResumeForm
from art28.web.clocks.views import obligation_of


@require_POST
@requires(Right.DECIDE)
def pause(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Let the time stand still."""
    row = obligation_of(request, obligation_id)
    allowed = moving.pauses(duty_of(row.duty))
    if isinstance(allowed, Refusal):
        return _refused(request, row, allowed)
    form = PauseForm(request.POST, allowed=allowed)
    return _made(
        request,
        row,
        form,
        lambda given, by: changing.pause(
            row,
            ground=Pause(given["ground"]),
            at=given["at"],
            reason=given["reason"],
            clause=given.get("clause", ""),
            by=by,
        ),
    )


@require_POST
@requires(Right.DECIDE)
def resume(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Let the time run on."""
    row = obligation_of(request, obligation_id)
    return _made(
        request,
        row,
        ResumeForm(request.POST),
        lambda given, by: changing.resume(row, at=given["at"], reason=given["reason"], by=by),
    )


@require_POST
@requires(Right.DECIDE)
def extend(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Extend by the law's own rule."""
    row = obligation_of(request, obligation_id)
    return _made(
        request,
        row,
        ExtendForm(request.POST),
        lambda given, by: changing.extend(
            row, told_at=given["told_at"], how=given["how"], reason=given["reason"], by=by
        ),
    )


@require_POST
@requires(Right.DECIDE)
def postpone(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Give a limit the later end that was agreed on."""
    row = obligation_of(request, obligation_id)

    def made(given: dict[str, Any], by: changing.By) -> object:
        until: datetime = given["until"]
        day = until.astimezone(ZoneInfo(row.organisation.time_zone)).date()
        return changing.postpone(
            row,
            until=day if row.last_day is not None else until,
            agreed_by=given["agreed_by"],
            agreed_at=given["agreed_at"],
            reason=given["reason"],
            by=by,
        )

    return _made(request, row, PostponeForm(request.POST), made)


def _made(
    request: MemberRequest,
    row: Obligation,
    form: forms.Form,
    make: Callable[[dict[str, Any], changing.By], object],
) -> HttpResponse:
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for found in form.errors.values() for error in found))
        return _back(row)
    try:
        make(form.cleaned_data, changing.By(request.user.pk, request.actor, timezone.now()))
    except NotAllowed as error:
        return _refused(request, row, error.refusal)
    except StateChanged:
        messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
    else:
        messages.success(request, _("Kept."))
    return _back(row)


def _refused(request: MemberRequest, row: Obligation, refusal: Refusal) -> HttpResponse:
    messages.error(request, _("Nothing was changed: %(why)s.") % {"why": REFUSALS[refusal]})
    return _back(row)


def _back(row: Obligation) -> HttpResponse:
    return HttpResponseRedirect(reverse("clock", args=(row.pk,)))
