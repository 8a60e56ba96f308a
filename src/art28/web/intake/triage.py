"""Deciding what a signal is: to be looked into, no breach, part of a breach that is known, or a breach of its own."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import rules
from art28.web.agreements.models import Agreement
from art28.web.breaches import queries as breaches
from art28.web.breaches.actions import NothingTouched
from art28.web.breaches.models import Breach
from art28.web.exercises import mode as playing
from art28.web.intake import actions, queries
from art28.web.intake.forms import BreachForm, NoBreachForm
from art28.web.intake.models import Signal, Where
from art28.web.intake.views import found, join_form, look_form, show, to_signal
from art28.web.services import touching

_MOST_AT_ONCE = 50


@require_POST
@requires(Right.HANDLE)
def look(request: MemberRequest, signal_id: UUID) -> HttpResponse:
    """Have it looked into, shortly."""
    row = found(request, signal_id)
    form = look_form(request, request.POST)
    if not form.is_valid():
        return show(request, row, {"look": form}, status=422)
    now = timezone.now()
    who = next(
        each.user for each in accounts.members(request.organisation) if str(each.user_id) == form.cleaned_data["who"]
    )
    try:
        actions.look_into(
            row,
            who=who,
            until=now + timedelta(hours=form.cleaned_data["until"]),
            what=form.cleaned_data["what"],
            actor=request.actor,
            now=now,
        )
    except actions.StateChanged:
        return _overtaken(request, row)
    messages.success(request, _("%(who)s looks into it. Clocks that count from the signal run on.") % {"who": who})
    return to_signal(row)


@require_POST
@requires(Right.DECIDE)
def no_breach(request: MemberRequest, signal_id: UUID) -> HttpResponse:
    """Decide that it is no breach, with the reason."""
    row = found(request, signal_id)
    form = NoBreachForm(request.POST)
    if not form.is_valid():
        return show(request, row, {"no_breach": form}, status=422)
    try:
        actions.decide_no_breach(
            row, reason=form.cleaned_data["reason"], by=request.user, actor=request.actor, now=timezone.now()
        )
    except actions.StateChanged:
        return _overtaken(request, row)
    messages.success(request, _("No breach. The reason is kept, and the clocks that ran have ended for it."))
    return to_signal(row)


@require_POST
@requires(Right.DECIDE)
def reopen(request: MemberRequest, signal_id: UUID) -> HttpResponse:
    """Take back that it is no breach."""
    row = found(request, signal_id)
    try:
        actions.reopen(row, reason=request.POST.get("reason", "")[:300], actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        return _overtaken(request, row)
    messages.success(request, _("The signal waits again; its clocks run from where they began."))
    return to_signal(row)


@require_POST
@requires(Right.REPORT_BREACH)
def join(request: MemberRequest, signal_id: UUID) -> HttpResponse:
    """Let it join a breach that is recorded already."""
    row = found(request, signal_id)
    form = join_form(request, row, request.POST)
    if not form.is_valid():
        return show(request, row, {"join": form}, status=422)
    breach = breaches.breach(request.organisation, UUID(form.cleaned_data["breach"]))
    if breach is None:
        raise Http404
    try:
        earlier = actions.join(
            row,
            breach,
            reason=form.cleaned_data["reason"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except (actions.StateChanged, actions.BreachClosed):
        return _overtaken(request, row)
    messages.success(
        request,
        _("The signal belongs to breach %(reference)s. Look whether its facts change by it.")
        % {"reference": breach.reference},
    )
    if earlier:
        messages.warning(
            request,
            _(
                "This signal is earlier than what was known of the breach. Clocks that count from observation or from a "
                "report by their agreement have moved to it: tell those first. Awareness stays; look whether it still holds."
            ),
        )
        return HttpResponseRedirect(reverse("intake:moments", args=(breach.pk,)))
    return HttpResponseRedirect(reverse("breaches:room", args=(breach.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.REPORT_BREACH)
def breach(request: MemberRequest) -> HttpResponse:
    """Decide that one signal, or several together, are a personal data breach, and start its clocks."""
    signals = _asked_for(request)
    noticed_at = min(actions.known_since(each) for each in signals)
    if request.method != "POST":
        form = BreachForm(noticed_at=noticed_at, initial=_initial(signals))
        return _breach_page(request, signals, form, noticed_at)
    form = BreachForm(request.POST, noticed_at=noticed_at)
    if not form.is_valid():
        return _breach_page(request, signals, form, noticed_at, status=422)
    given = form.cleaned_data
    touched = _touched(request)
    agreements = touched.agreements if touched else breaches.may_be_touched(request.organisation, given["words"])
    exercise = signals[0].exercise
    if exercise is not None and (count := agreements.count()) > playing.MOST_AGREEMENTS:
        form.add_error("words", playing.too_many(count))
        return _breach_page(request, signals, form, noticed_at, status=422)
    later_count = rules.signed_later(request.organisation, agreements, given["aware_at"])
    if later_count and not given["begun_before"]:
        return _breach_page(request, signals, form, noticed_at, later=later_count, status=422)
    try:
        recorded = _decided(request, signals, agreements, given, touched)
    except playing.NotPlayed:
        messages.error(request, _("The exercise has ended meanwhile, or its breach is recorded. Nothing was recorded."))
        return to_signal(signals[0])
    except NothingTouched:
        form.add_error("words", _("No agreement that has been read holds these words. Leave it empty to count all."))
        return _breach_page(request, signals, form, noticed_at, status=422)
    except actions.StateChanged:
        return _overtaken(request, signals[0])
    messages.success(
        request,
        _("Breach %(reference)s is recorded. Each agreement's clock counts from the moment that it names.")
        % {"reference": recorded.reference},
    )
    return HttpResponseRedirect(reverse("breaches:room", args=(recorded.pk,)))


@transaction.atomic
def _decided(
    request: MemberRequest,
    signals: tuple[Signal, ...],
    agreements: QuerySet[Agreement],
    given: Mapping[str, Any],
    touched: touching.Scope | None,
) -> Breach:
    if signals[0].exercise is not None:
        playing.hold(signals[0].exercise)
    return actions.decide_breach(
        signals,
        agreements.values_list("pk", flat=True).iterator(2_000),
        actions.Assessment(
            title=given["title"],
            aware_at=given["aware_at"],
            aware_reason=given["aware_reason"],
            discovered_at=given["discovered_at"],
            discovered_reason=given["discovered_reason"],
            at_sub_processor=given["origin"] == "sub_processor",
        ),
        touched=touched,
        by=request.user,
        actor=request.actor,
        now=timezone.now(),
    )


def _asked_for(request: MemberRequest) -> tuple[Signal, ...]:
    try:
        ids = {UUID(each) for each in request.GET.getlist("signal")[:_MOST_AT_ONCE]}
    except ValueError:
        raise Http404 from None
    signals = queries.open_ones(request.organisation, ids)
    if not signals or len(signals) != len(ids) or len({each.exercise_id for each in signals}) > 1:
        raise Http404
    return signals


def _touched(request: MemberRequest) -> touching.Scope | None:
    """What the address says is touched, by the catalogue; None where it says nothing of that."""
    try:
        wanted = touching.selection(request.GET)
        return None if wanted.is_empty else touching.scope(request.organisation, wanted)
    except ValueError:
        raise Http404 from None


def _initial(signals: tuple[Signal, ...]) -> dict[str, Any]:
    at_sub_processor = any(each.where == Where.SUB_PROCESSOR for each in signals)
    return {
        "title": signals[0].summary,
        "aware_at": timezone.now(),
        "origin": "sub_processor" if at_sub_processor else "own",
    }


def _breach_page(
    request: MemberRequest,
    signals: tuple[Signal, ...],
    form: BreachForm,
    noticed_at: datetime,
    *,
    later: int = 0,
    status: int = 200,
) -> HttpResponse:
    touched = _touched(request)
    context = {
        "signals": signals,
        "exercise": signals[0].exercise,
        "form": form,
        "noticed_at": noticed_at,
        "later": later,
        "touched": touched,
        "touched_count": touched.agreements.count() if touched else 0,
    }
    return render(request, "intake/breach.html", context, status=status)


def _overtaken(request: MemberRequest, row: Signal) -> HttpResponse:
    messages.error(request, _("Somebody else decided on this signal meanwhile; nothing was changed. It stands below."))
    return to_signal(row)
