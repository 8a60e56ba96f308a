"""Pages of certificates and of what the measures as a whole rest on."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
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
from art28.web.acting import StateChanged
from art28.web.measures import certifying, exporting, library, lists
from art28.web.measures.agreed_forms import CertificateForm, WeighingForm
from art28.web.measures.forms import ReasonForm
from art28.web.measures.models import Certificate
from art28.web.measures.views import PAGE, by_of, query_of, said
from art28.web.typed import identifier

_SOON = timedelta(days=60)


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The certificates, what lapses first in front; and what agreements say is held without one."""
    today = timezone.localdate()
    rows = _selected(request)
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "missing": certifying.missing(request.organisation, today),
        "today": today,
        "soon": today + _SOON,
        "q": said(request, "q"),
        "state": said(request, "state"),
        "sort": listing.order(request, lists.CERTIFICATE_SORTS)[0],
        "sorts": listing.orders(lists.CERTIFICATE_SORTS),
        "states": (
            ("valid", _("Valid")),
            ("soon", _("Lapse within 60 days")),
            ("lapsed", _("Lapsed")),
            ("ended", _("No longer held")),
        ),
        "may_change": request.membership.may(Right.CONFIRM),
        "query": query_of(request),
        "here": "certificates",
    }
    return render(request, "measures/certificates.html", context)


def _selected(request: MemberRequest) -> QuerySet[Certificate]:
    today = timezone.localdate()
    words, state = said(request, "q"), said(request, "state")
    rows = certifying.certificates(request.organisation, words, state, today=today, soon=today + _SOON)
    return rows.order_by(*listing.order(request, lists.CERTIFICATE_SORTS)[1])


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The certificates of the selection."""
    rows = _selected(request).iterator(500)
    heads = exporting.certificate_heads()
    return exporting.download(_("certificates"), form, heads, exporting.certificate_cells(rows))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def keep(request: MemberRequest) -> HttpResponse:
    """Keep a certificate: a new one, or one that renews another."""
    renews, measure = _named(request), None
    wanted = identifier(request.GET.get("measure", ""))
    if wanted:
        measure = library.measure(request.organisation, wanted)
        if measure is None:
            raise Http404
    initial = {name: getattr(renews, name) for name in ("standard", "holder", "issuer", "scope")} if renews else {}
    initial = initial or {"standard": said(request, "standard")}
    form = CertificateForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        columns = {**form.cleaned_data, "measure": measure or (renews.measure if renews else None)}
        try:
            certifying.keep(request.organisation, columns, renews=renews, by=by_of(request))
        except StateChanged:
            messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
        else:
            messages.success(request, _("Kept; you are reminded before it lapses."))
        return HttpResponseRedirect(reverse("measures:certificates"))
    context = {"form": form, "renews": renews, "measure": measure}
    return render(request, "measures/certificate.html", context, status=422 if form.errors else 200)


def _named(request: MemberRequest) -> Certificate | None:
    wanted = identifier(request.GET.get("renews", ""))
    if not wanted:
        return None
    found = certifying.certificate(request.organisation, wanted)
    if found is None:
        raise Http404
    return found


@require_POST
@requires(Right.CONFIRM)
def end(request: MemberRequest, certificate_id: UUID) -> HttpResponse:
    """Keep that a certificate is no longer held."""
    row = certifying.certificate(request.organisation, certificate_id)
    if row is None:
        raise Http404
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it is no longer held."))
    else:
        try:
            certifying.end(row, reason=form.cleaned_data["reason"], by=by_of(request))
        except StateChanged:
            messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
        else:
            messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("measures:certificates"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def weighings(request: MemberRequest) -> HttpResponseBase:
    """On what the measures rest; posting keeps a weighing for all of them."""
    form = WeighingForm(request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()})
    if request.method == "POST":
        if not request.membership.may(Right.CONFIRM):
            return render(request, "errors/403.html", status=403)
        if form.is_valid():
            certifying.weigh(request.organisation, None, form.cleaned_data, by=by_of(request))
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(reverse("measures:weighings"))
    context = {"form": form, "may_change": request.membership.may(Right.CONFIRM), "here": "weighings"}
    rows, status = certifying.weighings(request.organisation), 422 if form.errors else 200
    return listing.shown(request, lists.WEIGHINGS, rows, "measures/weighings.html", context, status=status)
