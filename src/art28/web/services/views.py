"""The pages of the catalogue: its services, one of them and who takes it, tables in and out."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing, tabular
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import queries as breaches
from art28.web.services import actions, importing, lists, queries, tables
from art28.web.services.forms import ServiceForm, UseForm, initial_of
from art28.web.services.models import Import, Service

_PER_PAGE = 50
_SHOWN = 200


def words(request: MemberRequest) -> str:
    """What is searched for."""
    return request.GET.get("q", "").replace("\x00", "")[:200].strip()


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The services."""
    context = {
        "unlinked": queries.unlinked(request.organisation),
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return listing.shown(request, lists.SERVICES, queries.services(request.organisation), "services/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def new(request: MemberRequest) -> HttpResponse:
    """Add a service."""
    form = ServiceForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "services/edit.html", {"form": form}, status=422 if request.method == "POST" else 200)
    try:
        service = actions.add(request.organisation, form.about(), actor=request.actor, now=timezone.now())
    except actions.NameTaken:
        form.add_error("name", _("There is a service of this name already."))
        return render(request, "services/edit.html", {"form": form}, status=409)
    messages.success(request, _("The service is kept. Say which customers take it."))
    return HttpResponseRedirect(reverse("services:detail", args=(service.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def edit(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Change a service."""
    service = _service(request, service_id)
    if request.method != "POST":
        form = ServiceForm(initial=initial_of(actions.about(service)))
        return render(request, "services/edit.html", {"form": form, "service": service})
    form = ServiceForm(request.POST)
    version = request.POST.get("version", "")
    context = {"form": form, "service": service}
    if not form.is_valid():
        return render(request, "services/edit.html", context, status=422)
    try:
        based_on = int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0
        actions.change(service, form.about(), based_on=based_on, actor=request.actor, now=timezone.now())
    except actions.NameTaken:
        form.add_error("name", _("There is a service of this name already."))
        return render(request, "services/edit.html", context, status=409)
    except actions.StateChanged:
        form.add_error(None, _("Somebody else changed this service meanwhile. Yours is still here; compare first."))
        return render(request, "services/edit.html", context, status=409)
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("services:detail", args=(service.pk,)))


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, service_id: UUID) -> HttpResponseBase:
    """One service, and who takes it."""
    service = _service(request, service_id)
    sought, may = words(request), request.membership.may(Right.CONFIRM)
    context = {
        "service": service,
        "may_change": may,
        "others": queries.not_taking(service, sought) if may and sought else (),
        "use_form": UseForm(),
    }
    return listing.shown(request, lists.USES, queries.taken(service), "services/detail.html", context)


@require_POST
@requires(Right.CONFIRM)
def link(request: MemberRequest, service_id: UUID) -> HttpResponse:
    """Say that a customer takes the service, under an agreement."""
    service = _service(request, service_id)
    form = UseForm(request.POST)
    try:
        chosen = breaches.chosen(
            request.organisation, {UUID(each) for each in request.POST.getlist("agreement")[:_SHOWN]}
        )
    except ValueError:
        raise Http404 from None
    if not form.is_valid() or not chosen:
        messages.error(request, _("Nothing was linked: choose an agreement, and give dates that run forward."))
    for agreement in chosen if form.is_valid() else ():
        actions.link(service, agreement, form.use(), actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(reverse("services:detail", args=(service.pk,)))


@require_POST
@requires(Right.CONFIRM)
def unlink(request: MemberRequest, service_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Take back that it is taken."""
    service = _service(request, service_id)
    actions.unlink(service, agreement_id, actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(reverse("services:detail", args=(service.pk,)))


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The catalogue as a workbook, or one of its two sheets as CSV; an import reads them back."""
    sheets = importing.sheets(request.organisation, dutch=(get_language() or "nl").startswith("nl"))
    if form == "xlsx":
        return downloads.workbook(tables.as_workbook(sheets), "art28-services.xlsx")
    return downloads.document(tables.as_csv(sheets[0 if form == "services" else 1]), f"art28-{form}.csv")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def upload(request: MemberRequest) -> HttpResponse:
    """Read a table; nothing changes yet."""
    return tabular.upload(
        request, importing.put_in, template="services/upload.html", preview="services:preview", known=tables.KNOWN
    )


@require_safe
@requires(Right.CONFIRM)
def preview(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """What the table would change."""
    found = _import(request, import_id)
    plan = importing.plan(found)
    return render(request, "services/preview.html", {"found": found, "plan": plan, "shown": _SHOWN})


@require_POST
@requires(Right.CONFIRM)
def apply(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Take it over."""
    found = _import(request, import_id)
    try:
        done = importing.apply(found, actor=request.actor, now=timezone.now())
    except importing.AlreadyApplied:
        messages.error(request, _("This table was taken over already."))
        return HttpResponseRedirect(reverse("services:list"))
    messages.success(
        request,
        _("Taken over: %(services)s services, %(uses)s customers. Left out: %(faults)s rows.")
        % {"services": len(done.services), "uses": len(done.uses), "faults": len(done.faults)},
    )
    return HttpResponseRedirect(reverse("services:list"))


def _service(request: MemberRequest, service_id: UUID) -> Service:
    found = queries.service(request.organisation, service_id)
    if found is None:
        raise Http404
    return found


def _import(request: MemberRequest, import_id: UUID) -> Import:
    found = queries.pending_import(request.organisation, import_id)
    if found is None:
        raise Http404
    return found
