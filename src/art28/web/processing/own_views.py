"""Pages: the register of own activities (Art. 30(1)), tables in and out, and who keeps the registers."""

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

from art28.web import tabular, taking_over
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.processing import exporting, importing, own, queries
from art28.web.processing.forms import KeeperForm, OwnForm, columns
from art28.web.processing.models import OwnActivity
from art28.web.processing.views import PAGE, answer_as
from art28.web.typed import whole

_SHOWN = 200


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register, a page at a time."""
    selection = queries.read(request.GET.dict())
    page = Paginator(queries.own(request.organisation, selection), PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "selection": selection,
        "query": query.urlencode(),
        "keeper": queries.keeper(request.organisation),
        "too_many": page.paginator.count > exporting.MOST_IN_A_DOCUMENT,
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return render(request, "processing/own.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The whole selection as CSV, XLSX, PDF or JSON-LD."""
    organisation = request.organisation
    found = queries.own(organisation, queries.read(request.GET.dict()))
    zone = ZoneInfo(organisation.time_zone)
    return answer_as(
        form,
        _("own-processing"),
        csv=lambda: exporting.own_as_csv(found.iterator(500)),
        xlsx=lambda: exporting.own_as_workbook(found.iterator(500)),
        pdf=lambda: exporting.own_as_document(organisation, found.iterator(500), zone, now=timezone.now()),
        jsonld=lambda: exporting.own_as_linked(organisation, found.iterator(500), timezone.localdate()),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def new(request: MemberRequest) -> HttpResponse:
    """Add an activity."""
    form = OwnForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _edit(request, form, None, 422 if request.method == "POST" else 200)
    try:
        own.add(request.organisation, columns(form.cleaned_data), actor=request.actor, now=timezone.now())
    except own.NameTaken:
        form.add_error("name", _("There is an activity of this name already."))
        return _edit(request, form, None, 409)
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("processing:own"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def edit(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    """One activity; posting changes it."""
    row = _row(request, activity_id)
    if request.method != "POST":
        return _edit(request, OwnForm(initial={**own.about(row), "data_categories": row.data}), row, 200)
    if not request.membership.may(Right.CONFIRM):
        return render(request, "errors/403.html", status=403)
    form = OwnForm(request.POST)
    if not form.is_valid():
        return _edit(request, form, row, 422)
    based_on = whole(request.POST.get("version", ""))
    try:
        own.change(row, columns(form.cleaned_data), based_on=based_on, actor=request.actor, now=timezone.now())
    except own.NameTaken:
        form.add_error("name", _("There is an activity of this name already."))
        return _edit(request, form, row, 409)
    except own.StateChanged:
        form.add_error(None, _("Somebody else changed this activity meanwhile. Yours is still here; compare first."))
        return _edit(request, form, row, 409)
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("processing:own"))


def _edit(request: MemberRequest, form: Form, row: OwnActivity | None, status: int) -> HttpResponse:
    context = {"form": form, "row": row, "may_change": request.membership.may(Right.CONFIRM)}
    return render(request, "processing/own_edit.html", context, status=status)


@require_POST
@requires(Right.CONFIRM)
def end(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    """Take an activity off the register."""
    own.end(_row(request, activity_id), actor=request.actor, now=timezone.now())
    messages.success(request, _("It no longer stands in the register; what it was stays in the trail."))
    return HttpResponseRedirect(reverse("processing:own"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def keeper(request: MemberRequest) -> HttpResponse:
    """Who keeps the registers, and the measures in general."""
    row = queries.keeper(request.organisation)
    names = tuple(KeeperForm.base_fields)
    if request.method != "POST":
        initial = {name: getattr(row, name) for name in names} if row else None
        return render(request, "processing/keeper.html", {"form": KeeperForm(initial=initial)})
    form = KeeperForm(request.POST)
    if not form.is_valid():
        return render(request, "processing/keeper.html", {"form": form}, status=422)
    own.keep(request.organisation, form.cleaned_data, actor=request.actor, now=timezone.now())
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("processing:list"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def upload(request: MemberRequest) -> HttpResponse:
    """Read a table; nothing changes yet."""
    context = {
        "back": reverse("processing:own"),
        "back_name": _("Record of own processing"),
        "now": reverse("processing:own_export", args=("xlsx",)),
    }
    return tabular.upload(
        request,
        importing.put_in,
        template="components/bring_table.html",
        preview="processing:preview",
        known=importing.KNOWN,
        context=context,
    )


@require_safe
@requires(Right.CONFIRM)
def preview(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """What the table would change."""
    return taking_over.preview(request, import_id, importing.TAKING)


@require_POST
@requires(Right.CONFIRM)
def apply(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Take it over."""
    return taking_over.take(request, import_id, importing.TAKING)


def _row(request: MemberRequest, activity_id: UUID) -> OwnActivity:
    found = queries.own_activity(request.organisation, activity_id)
    if found is None:
        raise Http404
    return found
