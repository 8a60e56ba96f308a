"""Counterparties, whom to reach there, and the organisation's own legal entities."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import actions as agreements
from art28.web.parties import actions, lists, queries
from art28.web.parties.forms import ContactForm, EntityForm
from art28.web.parties.models import Counterparty, Purpose

_CONTACTS = 20
"""How many people to reach stand on a page at once."""


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The other sides of the agreements."""
    context = {"entity_count": queries.legal_entities(request.organisation).count()}
    rows = queries.counterparties(request.organisation)
    return listing.shown(request, lists.PARTIES, rows, "parties/list.html", context)


def _counterparty(request: MemberRequest, counterparty_id: UUID) -> Counterparty:
    try:
        return queries.counterparty(request.organisation, counterparty_id)
    except Counterparty.DoesNotExist:
        raise Http404 from None


def _show(
    request: MemberRequest, counterparty: Counterparty, form: ContactForm, *, status: int = HTTPStatus.OK
) -> HttpResponseBase:
    contacts = queries.contacts(request.organisation, counterparty.pk)
    context = {
        "counterparty": counterparty,
        "contacts": Paginator(contacts, _CONTACTS).get_page(request.GET.get("contacts")),
        "form": form,
        "may_change": request.membership.may(Right.CONFIRM),
    }
    rows = queries.agreements_with(request.organisation, counterparty)
    return listing.shown(request, lists.AGREEMENTS, rows, "parties/detail.html", context, status=status)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, counterparty_id: UUID) -> HttpResponseBase:
    """One counterparty: its agreements and whom to reach."""
    return _show(request, _counterparty(request, counterparty_id), ContactForm())


@require_POST
@requires(Right.CONFIRM)
def contact(request: MemberRequest, counterparty_id: UUID) -> HttpResponseBase:
    """Add somebody to reach."""
    counterparty = _counterparty(request, counterparty_id)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _show(request, counterparty, form, status=HTTPStatus.BAD_REQUEST)
    given = form.cleaned_data
    actions.add_contact(
        counterparty,
        actor=request.actor,
        now=timezone.now(),
        purpose=Purpose(given["purpose"]),
        name=given["name"],
        role=given["role"],
        email=given["email"],
        phone=given["phone"],
    )
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("parties:detail", args=[counterparty.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def entities(request: MemberRequest) -> HttpResponse:
    """The organisation's own legal entities: by their names art28 knows which side it is on."""
    form = EntityForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.add_legal_entity(
            request.organisation,
            given["name"],
            actor=request.actor,
            now=timezone.now(),
            registration=given["registration"],
        )
        agreements.take_sides(request.organisation, actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("parties:entities"))
    context = {"form": form, "entities": queries.legal_entities(request.organisation)}
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "parties/entities.html", context, status=status)
