"""What may leave: the register of disclosures, the marks and permissions of an agreement, and speaking of a breach."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page
from art28.web.agreements.models import Agreement
from art28.web.agreements.views import as_file
from art28.web.breaches.asked import breach_asked
from art28.web.disclosures import actions, lists, queries, telling
from art28.web.disclosures.forms import DisclosureForm, MarkForm, PermissionForm, SilentForm
from art28.web.disclosures.models import Ground
from art28.web.events.choosing import Asking, chosen
from art28.web.typed import identifier

_PER_PAGE = 50


def _narrowing(request: MemberRequest) -> tuple[str, str]:
    words = request.GET.get("q", "").replace("\x00", "")[:200].strip()
    ground = request.GET.get("ground", "")
    return words, ground if ground in (*Ground.values, "none") else ""


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register of disclosures."""
    words, ground = _narrowing(request)
    sort, columns = listing.order(request, lists.SORTS)
    rows = queries.disclosures(request.organisation, words, ground).order_by(*columns)
    context = {
        "page": Paginator(rows, _PER_PAGE).get_page(request.GET.get("page")),
        "words": words,
        "ground": ground,
        "grounds": Ground.choices,
        "sort": sort,
        "sorts": listing.orders(lists.SORTS),
        "query": _query(request),
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "disclosures/list.html", context)


def _query(request: MemberRequest) -> str:
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()


@require_safe
@requires(Right.DECIDE)
def new(request: MemberRequest) -> HttpResponse:
    """Something is to be disclosed: the agreement is chosen first, since that says what may be."""
    asking = Asking(
        reverse("disclosures:list"),
        _("Disclosures"),
        _("Whose data are disclosed?"),
        _("What an agreement and its permissions allow is shown beside what you fill in."),
    )
    found = chosen(request, asking)
    if isinstance(found, HttpResponse):
        return found
    return HttpResponseRedirect(reverse("disclosures:agreement", args=(found.pk,)) + "#disclose")


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The register, narrowed as its page is, as CSV or XLSX."""
    rows = queries.disclosures(request.organisation, *_narrowing(request))
    rows = rows.order_by(*listing.order(request, lists.SORTS)[1])
    cells = (telling.cells(row) for row in rows.iterator(chunk_size=500))
    name = _("disclosures")
    return downloads.table(downloads.Table(_("Disclosures"), telling.columns(), cells, widths=(12, 24)), name, form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def agreement(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """The mark, permissions and disclosures of an agreement; posting discloses, where that may be."""
    found = agreement_page.found(request, agreement_id)
    permissions = tuple(queries.permissions(found))
    form = DisclosureForm(
        request.POST if request.method == "POST" else None, agreements=(found,), permissions=permissions
    )
    status = HTTPStatus.OK
    if request.method == "POST":
        if not request.membership.may(Right.DECIDE):
            return render(request, "errors/403.html", status=403)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            kept = _disclosed(request, form, found)
            if kept:
                return HttpResponseRedirect(reverse("disclosures:agreement", args=(found.pk,)))
            status = HTTPStatus.CONFLICT
    return _agreement_page(request, found, status, form=form)


def _agreement_page(
    request: MemberRequest, found: Agreement, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    permissions = tuple(queries.permissions(found))
    context = {
        "agreement": found,
        "standing": queries.standing(found),
        "permissions": permissions,
        "page": Paginator(queries.under(found), _PER_PAGE).get_page(request.GET.get("page")),
        "form": DisclosureForm(agreements=(found,), permissions=permissions),
        "permission_form": PermissionForm(prefix="permission"),
        "may_decide": request.membership.may(Right.DECIDE),
        **forms,
    }
    return render(request, "disclosures/agreement.html", context, status=status)


def _disclosed(request: MemberRequest, form: DisclosureForm, found: Agreement, breach: Any = None) -> bool:
    try:
        actions.disclose(found, breach, form.wanted(), by=request.user, actor=request.actor, now=timezone.now())
    except actions.Refused as refused:
        form.add_error(None, str(telling.REFUSED[refused.why]))
        return False
    messages.success(request, _("The disclosure is kept."))
    return True


@require_POST
@requires(Right.DECIDE)
def mark(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Say whether the document is confidential."""
    found = agreement_page.found(request, agreement_id)
    form = MarkForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why; then the mark is kept."))
    else:
        actions.mark(found, **form.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("disclosures:agreement", args=(found.pk,)))


@require_POST
@requires(Right.DECIDE)
def permit(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep a written permission."""
    found = agreement_page.found(request, agreement_id)
    form = PermissionForm(request.POST, prefix="permission")
    if not form.is_valid():
        return _agreement_page(request, found, HTTPStatus.UNPROCESSABLE_ENTITY, permission_form=form)
    actions.permit(found, **form.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("The permission is kept."))
    return HttpResponseRedirect(reverse("disclosures:agreement", args=(found.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def hand_out(request: MemberRequest, agreement_id: UUID) -> HttpResponseBase:
    """The way to the original: of a confidential document it stays inside, or a permission lets it out."""
    found = agreement_page.found(request, agreement_id)
    standing = queries.standing(found)
    permissions = tuple(queries.permissions(found))
    context = {"agreement": found, "standing": standing, "permissions": permissions}
    if request.method != "POST":
        return render(request, "disclosures/hand_out.html", context)
    if not standing.confidential:
        return as_file(request.organisation, found.pk)
    wanted, named = request.POST.get("goes", ""), identifier(request.POST.get("permission", ""))
    permission = next((each for each in permissions if each.pk == named), None)
    if wanted != "inside" and permission is None:
        context["refused"] = True
        return render(request, "disclosures/hand_out.html", context, status=HTTPStatus.CONFLICT)
    out = permission if wanted != "inside" else None
    actions.hand_out(found, permission=out, actor=request.actor, now=timezone.now())
    return as_file(request.organisation, found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def breach(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """What was told about a breach to others than the parties, and whether it is to be kept silent."""
    found = breach_asked(request, breach_id)
    offered, status = queries.offered(found), HTTPStatus.OK
    named = identifier(request.POST.get("agreement", ""))
    chosen = queries.touched(found, named) if named else offered[0] if len(offered) == 1 else None
    permissions = tuple(queries.permissions(chosen)) if chosen else ()
    choices = (chosen,) if chosen else offered
    form = SilentForm(request.POST if request.method == "POST" else None, agreements=choices, permissions=permissions)
    if request.method == "POST":
        if not request.membership.may(Right.DECIDE):
            return render(request, "errors/403.html", status=403)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if chosen is not None and form.is_valid():
            if _disclosed(request, form, chosen, found):
                return HttpResponseRedirect(reverse("disclosures:breach", args=(found.pk,)))
            status = HTTPStatus.CONFLICT
    context = {
        "breach": found,
        "silent": queries.silent_under(found),
        "page": Paginator(queries.about(found), _PER_PAGE).get_page(request.GET.get("page")),
        "form": form,
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "disclosures/breach.html", context, status=status)
