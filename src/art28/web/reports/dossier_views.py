"""Accountability packs: those that there are, asking for one, how far one is, and its download."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.disclosures.actions import Refused
from art28.web.disclosures.telling import REFUSED
from art28.web.parties import queries as parties
from art28.web.parties.models import Counterparty
from art28.web.reports import asking, lists, queries
from art28.web.reports.forms import DossierForm
from art28.web.reports.making import KEPT
from art28.web.reports.models import Dossier, State
from art28.web.typed import identifier


@require_safe
@requires(Right.READ_EVIDENCE)
def index(request: MemberRequest) -> HttpResponseBase:
    """The packs, and a search for what one is to be made of."""
    words = listing.asked(request, lists.DOSSIERS).q
    found, customers = queries.offered(request.organisation, words) if words else ((), ())
    context = {"words": words, "agreements": found, "customers": customers, "kept": KEPT.days}
    rows = queries.dossiers(request.organisation)
    return listing.shown(request, lists.DOSSIERS, rows, "reports/dossiers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ_EVIDENCE)
def new(request: MemberRequest) -> HttpResponse:
    """Ask for a pack of the agreement or the customer that the address names, else of the organisation."""
    subject = _subject(request)
    posted = request.POST if request.method == "POST" else None
    form = DossierForm(posted, is_whole=not subject, initial={"language": request.organisation.language})
    status = 200
    if posted is not None:
        status = 422
        if form.is_valid():
            if form.goes_outside and not request.membership.may(Right.DECIDE):
                return render(request, "errors/403.html", status=403)
            try:
                row = asking.ask(
                    request.organisation,
                    form.asking(**subject),
                    by=request.user,
                    actor=request.actor,
                    now=timezone.now(),
                )
            except Refused as refused:
                form.add_error("ground", str(REFUSED[refused.why]))
                status = 409
            else:
                messages.success(request, _("The worker makes the pack; this page says how far it is."))
                return HttpResponseRedirect(reverse("reports:dossier", args=(row.pk,)))
    context = {"form": form, "of": _name(request, subject), "query": request.GET.urlencode(), "whole": not subject}
    return render(request, "reports/dossier_new.html", context, status=status)


def _subject(request: MemberRequest) -> dict[str, Agreement | Counterparty]:
    given, party = request.GET.get("agreement", ""), request.GET.get("customer", "")
    wanted = identifier(given or party)
    if not (given or party):
        return {}
    if wanted is None:
        raise Http404
    try:
        if given:
            return {"agreement": agreements.agreement(request.organisation, wanted)}
        return {"counterparty": parties.counterparty(request.organisation, wanted)}
    except (Agreement.DoesNotExist, Counterparty.DoesNotExist):
        raise Http404 from None


def _name(request: MemberRequest, subject: dict[str, Any]) -> str:
    return Dossier(organisation=request.organisation, **subject).of


@require_safe
@requires(Right.READ_EVIDENCE)
def detail(request: MemberRequest, dossier_id: UUID) -> HttpResponse:
    """How far a pack is, what it is of and for whom, and by what to know it."""
    row = _row(request, dossier_id)
    return render(request, "reports/dossier.html", {"row": row, "share": 100 * row.done // max(row.total, 1)})


@require_POST
@requires(Right.READ_EVIDENCE)
def download(request: MemberRequest, dossier_id: UUID) -> HttpResponseBase:
    """The pack itself; that it was taken is recorded."""
    row = _row(request, dossier_id)
    if row.state != State.MADE:
        raise Http404
    asking.taken(row, actor=request.actor, now=timezone.now())
    name = f"art28-{slugify(row.of)[:60]}-{timezone.localtime(row.made_at):%Y-%m-%d}.zip"
    return downloads.pieces(queries.bytes_of(row), name, row.size)


def _row(request: MemberRequest, dossier_id: UUID) -> Dossier:
    row = queries.dossier(request.organisation, dossier_id)
    if row is None:
        raise Http404
    return row
