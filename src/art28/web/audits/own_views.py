"""Pages: audits of one's own, planning one, and one with its report, its findings and what must be done."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, Stage, perform, shown
from art28.web.audits import acts, lists, own, own_acts
from art28.web.audits.models import OwnAudit, OwnReport
from art28.web.audits.own_forms import PlanForm
from art28.web.casework import found
from art28.web.clocks import targets
from art28.web.uploads import takes_files


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """Audits of one's own."""
    context = {"may_record": request.membership.may(Right.HANDLE), "today": timezone.localdate()}
    return listing.shown(request, lists.OWN, own.audits(request.organisation), "audits/own_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Plan one."""
    form = PlanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        row = own.plan(request.organisation, form.planned(), by=By(request.user, request.actor, timezone.now()))
        messages.success(request, _("Kept. Its clock runs until the day."))
        return HttpResponseRedirect(own_acts.address(row))
    return render(request, "audits/own_new.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, own_id: UUID) -> HttpResponse:
    """One of them."""
    return _page(request, found(own.audit(request.organisation, own_id)), {})


def _page(request: MemberRequest, row: OwnAudit, bound: Mapping[str, Form]) -> HttpResponse:
    context = {
        "row": row,
        "findings": own.findings(row),
        "clocks": own.clocks_of(row),
        "forms": shown(own_acts.ACTS, row, None, bound, request.membership.may),
        "today": timezone.localdate(),
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
    }
    return render(request, "audits/own.html", context, status=422 if bound else 200)


@require_safe
@requires(Right.READ)
def report(request: MemberRequest, own_id: UUID) -> HttpResponse:
    """The report as it was handed in."""
    row = found(own.audit(request.organisation, own_id))
    held = found(OwnReport.objects.filter(own=row).first())
    return downloads.foreign(bytes(held.data), row.report_name)


@takes_files()
@require_POST
@requires(Right.READ)
def act(request: MemberRequest, own_id: UUID, name: str) -> HttpResponse:
    """Do something with one."""
    return perform(request, _STAGE, name, found(own.audit(request.organisation, own_id)), None)


_STAGE = Stage(acts=own_acts.ACTS, why_not=acts.WHY_NOT, page=_page, address=own_acts.address)
