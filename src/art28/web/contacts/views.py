"""Pages of contact persons: those of other sides with what became of asking them, ours, and those under one agreement."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Lower
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import agreement_page
from art28.web.contacts import appointing, checking, escalating, spelling, telling
from art28.web.contacts.forms import AppointForm, EscalateForm, RhythmForm
from art28.web.contacts.models import Appointment, Level, Question, Telling
from art28.web.parties import actions as parties
from art28.web.parties import queries as known
from art28.web.parties.models import Contact, Purpose

_PER_PAGE = 50
_ORDER: Mapping[str, tuple[Any, ...]] = {
    "party": (Lower("counterparty__name"), "purpose", "id"),
    "name": (Lower("name"), "id"),
    "confirmed": (F("confirmed_at").asc(nulls_first=True), "id"),
}


def _said(request: MemberRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:200].strip()


def _rows(request: MemberRequest) -> QuerySet[Contact]:
    """The contacts that the address asks for."""
    rows = checking.listed(request.organisation)
    for word in _said(request, "q").split():
        named = Q(name__icontains=word) | Q(email__icontains=word) | Q(role__icontains=word)
        rows = rows.filter(named | Q(counterparty__name__icontains=word) | Q(phone__icontains=word))
    if _said(request, "purpose") in Purpose.values:
        rows = rows.filter(purpose=_said(request, "purpose"))
    if _said(request, "stands") in checking.NARROWED:
        rows = rows.filter(checking.NARROWED[_said(request, "stands")])
    return rows.order_by(*_ORDER.get(_said(request, "sort"), _ORDER["party"]))


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """Whom to reach at other sides, and whether they still are."""
    return _index(request, None)


def _index(request: MemberRequest, form: RhythmForm | None) -> HttpResponse:
    kept = checking.rhythm(request.organisation)
    initial = {"months": kept.months, "remind_days": kept.remind_days} if kept else {}
    context = {
        "page": Paginator(_rows(request), _PER_PAGE).get_page(request.GET.get("page")),
        "q": _said(request, "q"),
        "purpose": _said(request, "purpose"),
        "stands": _said(request, "stands"),
        "sort": _said(request, "sort") or "party",
        "purposes": Purpose.choices,
        "standings": telling.STANDINGS.items(),
        "sorts": telling.SORTS.items(),
        "rhythm": kept,
        "rhythm_form": form or RhythmForm(initial=initial),
        "may_decide": request.membership.may(Right.DECIDE),
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return render(request, "contacts/list.html", context, status=422 if form is not None else 200)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The contacts as the page shows them, whole; an import reads it back."""
    dutch = (get_language() or "nl").startswith("nl")
    heads = tuple(names[0 if dutch else 1].capitalize() for names in spelling.HEADS.values())
    rows: Iterator[Contact] = _rows(request).iterator(1_000)
    lines = (
        (
            *spelling.cells_of(row, dutch=dutch),
            timezone.localdate(row.confirmed_at).isoformat() if row.confirmed_at else "",
        )
        for row in rows
    )
    table = downloads.Table(_("Contacts"), (*heads, _("Confirmed on")), lines, widths=(30,), but="+", delimiter=";")
    return downloads.table(table, downloads.dated(_("contacts")), form)


@require_POST
@requires(Right.DECIDE)
def rhythm(request: MemberRequest) -> HttpResponse:
    """Say how often contacts are asked."""
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return _index(request, form)
    checking.set_rhythm(request.organisation, **form.cleaned_data, by=_by(request))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("contacts:list"))


@require_POST
@requires(Right.CONFIRM)
def ask(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    """Ask one contact now."""
    row = _contact(request, contact_id)
    try:
        checking.ask(row, actor=request.actor, now=timezone.now())
    except NotNow as refusal:
        messages.error(request, str(telling.WHY_NOT[refusal.code]))
    else:
        messages.success(request, _("The question is in the outbox."))
    return HttpResponseRedirect(reverse("contacts:list"))


@require_POST
@requires(Right.CONFIRM)
def settle(request: MemberRequest, question_id: UUID) -> HttpResponse:
    """Take over what a contact said of itself, or leave it."""
    row = Question.objects.filter(organisation=request.organisation, pk=question_id)
    found = row.select_related("organisation", "contact__counterparty", "contact__organisation").first()
    if found is None:
        raise Http404
    try:
        checking.settle(found, take_over=request.POST.get("take_over") == "yes", by=_by(request))
    except StateChanged:
        messages.error(request, _("Nothing was changed: this was settled already."))
    else:
        messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("contacts:list"))


@require_POST
@requires(Right.CONFIRM)
def end(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    """Say that somebody is no longer to be reached."""
    row = _contact(request, contact_id)
    parties.end_contact(row, reason="", actor=request.actor, now=timezone.now())
    messages.success(request, _("Kept. Nothing is sent there any more."))
    return HttpResponseRedirect(reverse("parties:detail", args=(row.counterparty_id,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def own(request: MemberRequest) -> HttpResponse:
    """Our contact persons for all agreements that have none of their own."""
    form = AppointForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        _allowed(request, Right.CONFIRM)
        if form.is_valid():
            level, who = form.appointed()
            appointing.appoint(request.organisation, None, level, who, by=_by(request))
            messages.success(request, _("Appointed. Each customer without a contact person of its own is told."))
            return HttpResponseRedirect(reverse("contacts:own"))
    context = {
        "standing": _levels(appointing.standing(request.organisation)),
        "form": form,
        "to_tell": Telling.objects.filter(organisation=request.organisation, message=None, obstacle="").count(),
        "unreached": Telling.objects.filter(organisation=request.organisation, message=None)
        .exclude(obstacle__in=("", "closed"))
        .select_related("agreement")
        .order_by("agreement__counterparty_name", "id")[:_PER_PAGE],
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return render(request, "contacts/own.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@requires(Right.CONFIRM)
def end_appointment(request: MemberRequest, appointment_id: UUID) -> HttpResponse:
    """Say that one of us is turned to no longer."""
    rows = Appointment.objects.filter(organisation=request.organisation, pk=appointment_id)
    row = rows.select_related("organisation", "agreement").first()
    if row is None:
        raise Http404
    try:
        appointing.end(row, by=_by(request))
    except NotNow as refusal:
        messages.error(request, str(telling.WHY_NOT[refusal.code]))
    except StateChanged:
        messages.error(request, _("Nothing was changed: another was appointed, or it had ended already."))
    else:
        messages.success(request, _("Kept. The other side is told."))
    under = row.agreement_id
    return HttpResponseRedirect(reverse("contacts:agreement", args=(under,)) if under else reverse("contacts:own"))


@require_safe
@requires(Right.READ)
def agreement(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Who is turned to under one agreement, on both sides; what was told and escalated."""
    return _agreement(request, agreement_id, {})


def _agreement(request: MemberRequest, agreement_id: UUID, bound: Mapping[str, Form]) -> HttpResponse:
    found = agreement_page.found(request, agreement_id)
    both = appointing.standing(request.organisation, found)
    party = found.counterparty_id
    context = {
        "agreement": found,
        "standing": _levels(both),
        "may_escalate": {Level.FIRST, Level.FINAL} <= both.keys() and request.membership.may(Right.HANDLE),
        "theirs": Paginator(known.contacts(request.organisation, party) if party else (), _PER_PAGE).get_page(
            request.GET.get("theirs")
        ),
        "tellings": appointing.tellings(found)[:_PER_PAGE],
        "escalations": escalating.escalations(found),
        "appoint_form": bound.get("appoint") or AppointForm(auto_id="id_appoint_%s"),
        "escalate_form": bound.get("escalate") or EscalateForm(auto_id="id_escalate_%s"),
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return render(request, "contacts/agreement.html", context, status=422 if bound else 200)


@require_POST
@requires(Right.CONFIRM)
def appoint(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Appoint somebody under one agreement."""
    found, form = agreement_page.found(request, agreement_id), AppointForm(request.POST, auto_id="id_appoint_%s")
    if not form.is_valid():
        return _agreement(request, agreement_id, {"appoint": form})
    level, who = form.appointed()
    appointing.appoint(request.organisation, found, level, who, by=_by(request))
    messages.success(request, _("Appointed. The other side is told."))
    return HttpResponseRedirect(reverse("contacts:agreement", args=(found.pk,)))


@require_POST
@requires(Right.HANDLE)
def escalate(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Lay a matter before whoever bears final responsibility."""
    found, form = agreement_page.found(request, agreement_id), EscalateForm(request.POST, auto_id="id_escalate_%s")
    if not form.is_valid():
        return _agreement(request, agreement_id, {"escalate": form})
    try:
        kept = escalating.escalate(found, form.cleaned_data["matter"], by=_by(request))
    except NotNow as refusal:
        messages.error(request, str(telling.WHY_NOT[refusal.code]))
    else:
        messages.success(request, _("Laid before %(name)s.") % {"name": kept.final.name})
    return HttpResponseRedirect(reverse("contacts:agreement", args=(found.pk,)))


@require_POST
@requires(Right.HANDLE)
def tell_again(request: MemberRequest, telling_id: UUID) -> HttpResponse:
    """Let the other side be told, now that somebody can be reached."""
    rows = Telling.objects.filter(organisation=request.organisation, pk=telling_id)
    row = rows.select_related("agreement__organisation").first()
    if row is None:
        raise Http404
    appointing.tell_again(row, by=_by(request))
    messages.success(request, _("It is tried again."))
    return HttpResponseRedirect(reverse("contacts:agreement", args=(row.agreement_id,)))


def _levels(both: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Who is turned to for what; for one thing alone only where somebody was appointed for it."""
    asked = (Level.FIRST, Level.FINAL)
    return [(str(label), both.get(value)) for value, label in telling.LEVELS if value in both or value in asked]


def _allowed(request: MemberRequest, right: Right) -> None:
    if not request.membership.may(right):
        raise PermissionDenied


def _by(request: MemberRequest) -> By:
    return By(request.user, request.actor, timezone.now())


def _contact(request: MemberRequest, contact_id: UUID) -> Contact:
    found = known.contact(request.organisation, contact_id)
    if found is None:
        raise Http404
    return found
