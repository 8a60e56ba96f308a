"""Pages: what the organisation is under the Act, and the tab of a breach that may be a significant incident."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.obligations.on_incident import NotInForce
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.models import Breach
from art28.web.clocks.targets import targets
from art28.web.cybersecurity import actions, queries
from art28.web.cybersecurity.forms import AssessForm, AtForm, EntityForm, ReasonForm
from art28.web.cybersecurity.models import Incident, Scope


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def entity(request: MemberRequest) -> HttpResponse:
    """Show and set what the organisation is."""
    known = queries.entity(request.organisation)
    initial = (
        {
            name: getattr(known, name)
            for name in ("scope", "legal_entity", "sector", "managed_provider", "csirt", "authority")
        }
        if known
        else {"managed_provider": True}
    )
    form = EntityForm(
        request.POST if request.method == "POST" else None, initial=initial, organisation=request.organisation
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.set_entity(
            request.organisation,
            scope=Scope(given["scope"]),
            legal_entity=given["legal_entity"],
            sector=given["sector"],
            managed_provider=given["managed_provider"],
            csirt=given["csirt"],
            authority=given["authority"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("cybersecurity:entity"))
    context = {"form": form, "entity": known, "periods": queries.periods(request.organisation, now=timezone.now())}
    return render(request, "cybersecurity/entity.html", context, status=400 if form.errors else 200)


@require_safe
@requires(Right.READ)
def incident(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The tab of a breach."""
    return _page(request, breach_asked(request, breach_id), None)


@require_POST
@requires(Right.DECIDE)
def assess(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Keep what was found, and start or stop the clocks."""
    breach = breach_asked(request, breach_id)
    form = _form(breach, request)
    significant = "significant" in request.POST
    if form.is_valid() and significant and not form.cleaned_data["aware_at"]:
        form.add_error("aware_at", _("Give the instant: the clocks count from it."))
    if not form.is_valid():
        return _page(request, breach, form)
    given = form.cleaned_data
    found = actions.Found(
        significant=significant, criteria=given["criteria"], reason=given["reason"], aware_at=given["aware_at"]
    )
    try:
        actions.assess(breach, found, by=request.user, actor=request.actor, now=timezone.now())
    except actions.NotInScope:
        messages.error(request, _("First say what the organisation is under the Act."))
        return HttpResponseRedirect(reverse("cybersecurity:entity"))
    except NotInForce:
        form.add_error("aware_at", _("The Act was not in force yet on that day."))
        return _page(request, breach, form)
    messages.success(request, _("Kept."))
    return _back(breach)


@require_POST
@requires(Right.DECIDE)
def interim(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """An intermediate report was asked for."""
    return _moved(
        request,
        breach_id,
        AtForm(request.POST),
        lambda row, given: actions.ask_interim(
            row, at=given["at"], by=request.user, actor=request.actor, now=timezone.now()
        ),
    )


@require_POST
@requires(Right.DECIDE)
def goes_on(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The incident still goes on."""
    return _moved(
        request,
        breach_id,
        ReasonForm(request.POST),
        lambda row, given: actions.goes_on(
            row, reason=given["reason"], by=request.user, actor=request.actor, now=timezone.now()
        ),
    )


@require_POST
@requires(Right.DECIDE)
def handled(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """An incident that went on was handled."""
    return _moved(
        request,
        breach_id,
        AtForm(request.POST),
        lambda row, given: actions.handled(
            row, at=given["at"], by=request.user, actor=request.actor, now=timezone.now()
        ),
    )


def _moved(
    request: MemberRequest, breach_id: UUID, form: forms.Form, move: Callable[[Incident, dict[str, Any]], None]
) -> HttpResponse:
    breach = breach_asked(request, breach_id)
    row = queries.incident(breach)
    if row is None:
        raise Http404
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for found in form.errors.values() for error in found))
        return _back(breach)
    try:
        move(row, form.cleaned_data)
    except (actions.NotNow, NotInForce):
        messages.error(request, _("That can't be said of it as it stands; nothing was changed."))
    else:
        messages.success(request, _("Kept."))
    return _back(breach)


def _page(request: MemberRequest, breach: Breach, form: AssessForm | None) -> HttpResponse:
    now = timezone.now()
    case = queries.case(breach, now=now)
    context = {
        "breach": breach,
        "case": case,
        "in_scope": case.entity is not None and case.entity.scope != Scope.NONE,
        "found": [row.text(_language()) for row in case.criteria if case.incident and row.id in case.incident.criteria],
        "may_decide": request.membership.may(Right.DECIDE),
        "form": form or _form(breach, None, case),
        "asked_form": AtForm(initial={"at": now}, auto_id="id_asked_%s"),
        "handled_form": AtForm(initial={"at": now}, auto_id="id_handled_%s"),
        "reason_form": ReasonForm(auto_id="id_goes_on_%s"),
        "now": now,
        "targets": targets(request.organisation),
    }
    return render(request, "cybersecurity/incident.html", context, status=422 if form is not None else 200)


def _form(breach: Breach, request: MemberRequest | None, case: queries.Case | None = None) -> AssessForm:
    known = case.incident if case else None
    initial = {
        "aware_at": (known.aware_at if known else None) or breach.aware_at,
        "criteria": known.criteria if known else [],
        "reason": known.reason if known else "",
    }
    offered = case.criteria if case else queries.criteria_now(breach.organisation, now=timezone.now())
    return AssessForm(request.POST if request else None, offered=offered, language=_language(), initial=initial)


def _back(breach: Breach) -> HttpResponse:
    return HttpResponseRedirect(reverse("cybersecurity:incident", args=(breach.pk,)))


def _language() -> str:
    return (get_language() or "nl")[:2]
