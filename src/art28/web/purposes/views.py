"""Pages: the register of own purposes, registering one under an agreement, and one with its uses."""

from collections.abc import Mapping
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.obligations.reusing import Stance
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, NotNow, Stage, perform, shown
from art28.web.agreements.models import Agreement
from art28.web.casework import found
from art28.web.events.choosing import Asking, chosen
from art28.web.purposes import actions, acts, bearings, exporting, lists, queries
from art28.web.purposes.forms import RegisterForm
from art28.web.purposes.models import STANCES, OwnPurpose, State

PAGE = 50


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register."""
    page = Paginator(queries.purposes(request.organisation, request.GET.dict()), PAGE).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.said = STANCES[Stance(row.stance)]  # type: ignore[attr-defined]
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "states": State.choices,
        "stances": [(each.value, STANCES[each]) for each in (Stance.ALLOWED, Stance.CONTRADICTED)],
        "given": {name: request.GET.get(name, "")[:80] for name in ("q", "state", "stance", "sort", "agreement")},
        "query": query.urlencode(),
        "may_record": request.membership.may(Right.HANDLE),
    }
    return render(request, "purposes/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, what: str, form: str) -> HttpResponseBase:
    """The register, or the log of uses, as CSV or XLSX."""
    zone, given = ZoneInfo(request.organisation.time_zone), request.GET.dict()
    match what:
        case "purposes":
            table = exporting.purposes(queries.purposes(request.organisation, given), zone)
        case "uses":
            table = exporting.uses(queries.uses(request.organisation, given), zone)
        case _:
            raise Http404
    return downloads.table(table, downloads.dated(_("own-purposes") if what == "purposes" else _("uses")), form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Register a purpose under an agreement, beside what that says of it."""
    agreement = chosen(request, Asking(reverse("purposes:list"), _("Own purposes")))
    if isinstance(agreement, HttpResponse):
        return agreement
    form = RegisterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        by = By(request.user, request.actor, timezone.now())
        try:
            row = acts.kept_or_refused(
                agreement, form.cleaned_data["purpose"], lambda: actions.register(agreement, form.wanted(), by=by), by
            )
        except NotNow as refusal:
            form.add_error(None, f"{acts.WHY_NOT[refusal.code]} ({refusal.place})")
        else:
            messages.success(request, _("Registered. A person is to decide on it before anything is used."))
            return HttpResponseRedirect(acts.address(row))
    return _form(request, form, agreement)


def _form(request: MemberRequest, form: Form, agreement: Agreement) -> HttpResponse:
    found = bearings.of(agreement)
    context = {"form": form, "agreement": agreement, "bearing": found, "said": STANCES[found.stance]}
    return render(request, "purposes/new.html", context, status=422 if form.errors else 200)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, purpose_id: UUID) -> HttpResponseBase:
    """One purpose."""
    row = found(queries.purpose(request.organisation, purpose_id))
    return listing.filed(request, lists.USES, queries.uses_of(row)) or _page(request, row, {})


def _page(request: MemberRequest, row: OwnPurpose, bound: Mapping[str, Form]) -> HttpResponse:
    page, tools = listing.part(request, lists.USES, queries.uses_of(row))
    context = {
        "row": row,
        "bearing": row.bearing,
        "said": STANCES[Stance(row.stance)],
        "page": page,
        "tools": tools,
        "forms": shown(acts.ACTS, row, None, bound, request.membership.may),
    }
    return render(request, "purposes/detail.html", context, status=422 if bound else 200)


@require_POST
@requires(Right.READ)
def act(request: MemberRequest, purpose_id: UUID, name: str) -> HttpResponse:
    """Do something with a purpose."""
    return perform(request, _STAGE, name, found(queries.purpose(request.organisation, purpose_id)), None)


_STAGE = Stage(acts=acts.ACTS, why_not=acts.WHY_NOT, page=_page, address=acts.address)
