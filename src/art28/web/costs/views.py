"""The costs of a breach: by agreement who bears them, lines of time and expenses, statements to the other side."""

import tempfile
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.models import Breach
from art28.web.costs import actions, queries, telling
from art28.web.costs.forms import LineForm, StrikeForm
from art28.web.spreadsheets import Workbook, csv_lines
from art28.web.typed import identifier


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def breach(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The costs of a breach; posting keeps a line."""
    found = breach_asked(request, breach_id)
    offered = queries.offered(found, request.GET.get("q", "").replace("\x00", "")[:200].strip())
    if request.method != "POST":
        form = LineForm(agreements=offered, initial={"on": timezone.localdate()})
        return _page(request, found, form)
    if not request.membership.may(Right.HANDLE):
        return render(request, "errors/403.html", status=403)
    named = identifier(request.POST.get("agreement", ""))
    agreement = queries.touched(found, named) if named else None
    form = LineForm(request.POST, agreements=(agreement,) if agreement else offered)
    if agreement is None or not form.is_valid():
        return _page(request, found, form, status=422)
    actions.keep(found, agreement, form.kept(), by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("The costs are kept."))
    return _back(found)


def _page(request: MemberRequest, found: Breach, form: LineForm, *, status: int = 200) -> HttpResponse:
    context = {
        "breach": found,
        "accounts": [
            {"account": each, "refused": telling.REFUSED[each.bearing.refused] if each.bearing.refused else ""}
            for each in queries.accounts(found)
        ],
        "form": form,
        "many": len(form.fields["agreement"].choices) >= queries.OFFERED,  # type: ignore[attr-defined]
        "may_handle": request.membership.may(Right.HANDLE),
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "costs/breach.html", context, status=status)


def _back(found: Breach) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("costs:breach", args=(found.pk,)))


@require_POST
@requires(Right.HANDLE)
def strike(request: MemberRequest, breach_id: UUID, line_id: UUID) -> HttpResponse:
    """Let a line count no longer."""
    found = breach_asked(request, breach_id)
    row = queries.line(request.organisation, breach_id, line_id)
    if row is None:
        raise Http404
    form = StrikeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it does not count; then it is struck."))
        return _back(found)
    try:
        reason = form.cleaned_data["reason"]
        actions.strike(row, reason=reason, by=request.user, actor=request.actor, now=timezone.now())
    except actions.AlreadySettled:
        messages.error(request, _("It was charged or struck before; nothing was changed."))
    else:
        messages.success(request, _("The line is struck."))
    return _back(found)


@require_POST
@requires(Right.DECIDE)
def charge(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Charge what isn't charged yet under an agreement, where it lets us; 409 with the clause where it doesn't."""
    found = breach_asked(request, breach_id)
    account = queries.account(found, agreement_id)
    if account is None:
        raise Http404
    try:
        made = actions.charge(account, found, by=request.user, actor=request.actor, now=timezone.now())
    except actions.NotCharged as refused:
        messages.error(request, str(telling.REFUSED[refused.why]))
    except actions.NothingToCharge:
        messages.error(request, _("Everything that can be charged is in a statement already."))
    else:
        messages.success(request, _("Statement %(reference)s is made.") % {"reference": made.reference})
        return _back(found)
    return _page(request, found, LineForm(agreements=queries.offered(found, "")), status=409)


@require_safe
@requires(Right.READ)
def statement(request: MemberRequest, breach_id: UUID, statement_id: UUID) -> HttpResponse:
    """A statement as a PDF."""
    row = queries.statement(request.organisation, breach_id, statement_id)
    if row is None:
        raise Http404
    response = HttpResponse(telling.document(row, now=row.made_at), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{row.reference}.pdf"'
    return response


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, breach_id: UUID, form: str) -> HttpResponseBase:
    """The lines as CSV or XLSX."""
    found = breach_asked(request, breach_id)
    rows = (telling.cells(row) for row in queries.every(found))
    name = f"{found.reference}-{_('costs')}"
    if form == "csv":
        response = StreamingHttpResponse(csv_lines(telling.columns(), rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return response
    if form != "xlsx":
        raise Http404
    book = Workbook()
    sheet = book.sheet(_("Costs"), telling.columns(), widths=(12, 24), held=1)
    for row in rows:
        sheet.add(row)
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the response, which closes it
    book.save(kept)
    kept.seek(0)
    return FileResponse(kept, as_attachment=True, filename=f"{name}.xlsx")
