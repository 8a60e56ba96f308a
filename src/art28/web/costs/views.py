"""The costs of a breach by agreement; of any case, lines struck and statements to the other side."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.models import Breach
from art28.web.costs import actions, queries, telling
from art28.web.costs.forms import BreachLineForm, StrikeForm
from art28.web.costs.models import CaseKind, CostLine
from art28.web.costs.queries import Case
from art28.web.events import elsewhere
from art28.web.typed import identifier


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def breach(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """The costs of a breach; posting keeps a line."""
    found = breach_asked(request, case_id)
    offered = queries.offered(found, request.GET.get("q", "").replace("\x00", "")[:200].strip())
    if request.method != "POST":
        return _page(request, found, BreachLineForm(agreements=offered))
    if not request.membership.may(Right.HANDLE):
        return render(request, "errors/403.html", status=403)
    named = identifier(request.POST.get("agreement", ""))
    agreement = queries.touched(found, named) if named else None
    form = BreachLineForm(request.POST, agreements=(agreement,) if agreement else offered)
    if agreement is None or not form.is_valid():
        return _page(request, found, form, status=422)
    case = queries.of_breach(found)
    actions.keep(case, agreement, form.kept(), by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("The costs are kept."))
    return HttpResponseRedirect(reverse("costs:breach", args=(found.pk,)))


def _page(request: MemberRequest, found: Breach, form: BreachLineForm, *, status: int = 200) -> HttpResponse:
    accounts = queries.about(request.organisation, kind=CaseKind.BREACH, case_id=found.pk).accounts
    context = {
        "breach": found,
        "accounts": [
            {"account": each, "refused": telling.REFUSED[each.refused] if each.refused else ""} for each in accounts
        ],
        "form": form,
        "many": len(form.agreements) >= queries.OFFERED,
        "may_strike": request.membership.may(Right.HANDLE),
        "may_charge": request.membership.may(Right.DECIDE),
    }
    return render(request, "costs/breach.html", context, status=status)


@require_POST
@requires(Right.HANDLE)
def strike(request: MemberRequest, case_id: UUID, line_id: UUID, kind: str = CaseKind.BREACH) -> HttpResponse:
    """Let a line count no longer."""
    row = queries.line(request.organisation, kind, case_id, line_id)
    if row is None:
        raise Http404
    form = StrikeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it does not count; then it is struck."))
        return _back(request, row)
    try:
        reason = form.cleaned_data["reason"]
        actions.strike(
            _case(request, row), row, reason=reason, by=request.user, actor=request.actor, now=timezone.now()
        )
    except actions.AlreadySettled:
        messages.error(request, _("It was charged or struck before; nothing was changed."))
    else:
        messages.success(request, _("The line is struck."))
    return _back(request, row)


@require_POST
@requires(Right.DECIDE)
def charge(request: MemberRequest, case_id: UUID, agreement_id: UUID, kind: str = CaseKind.BREACH) -> HttpResponse:
    """Charge what isn't charged yet under an agreement, where it lets us; says by which clause not where it doesn't."""
    account = queries.account(request.organisation, kind, case_id, agreement_id)
    if account is None:
        raise Http404
    case = _case(request, account.lines[0])
    try:
        made = actions.charge(case, account, by=request.user, actor=request.actor, now=timezone.now())
    except actions.NotCharged as refused:
        messages.error(request, str(telling.REFUSED[refused.why]))
    except actions.NothingToCharge:
        messages.error(request, _("Everything that can be charged is in a statement already."))
    else:
        messages.success(request, _("Statement %(reference)s is made.") % {"reference": made.reference})
        return _back(request, account.lines[0])
    if case.breach is None:
        return _back(request, account.lines[0])
    return _page(request, case.breach, BreachLineForm(agreements=queries.offered(case.breach, "")), status=409)


def _case(request: MemberRequest, row: CostLine) -> Case:
    if row.case_kind == CaseKind.BREACH:
        return queries.of_breach(breach_asked(request, row.case_id))
    return Case(row.case_kind, row.case_id, row.case_label, row.key)


def _back(request: MemberRequest, row: CostLine) -> HttpResponseRedirect:
    if row.case_kind == CaseKind.BREACH:
        return HttpResponseRedirect(reverse("costs:breach", args=(row.case_id,)))
    place = elsewhere.address(request.organisation, row.case_id)
    if place is None:
        raise Http404
    return HttpResponseRedirect(place)


@require_safe
@requires(Right.READ)
def statement(request: MemberRequest, case_id: UUID, statement_id: UUID, kind: str = CaseKind.BREACH) -> HttpResponse:
    """A statement as a PDF."""
    row = queries.statement(request.organisation, kind, case_id, statement_id)
    if row is None:
        raise Http404
    return downloads.document(telling.document(row, now=row.made_at), f"{row.reference}.pdf")


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, case_id: UUID, form: str) -> HttpResponseBase:
    """The lines about a breach as CSV or XLSX."""
    found = breach_asked(request, case_id)
    rows = (telling.cells(row) for row in queries.every(found))
    name = f"{found.reference}-{_('costs')}"
    return downloads.table(downloads.Table(_("Costs"), telling.columns(), rows, widths=(12, 24)), name, form)
