"""Accepted risks: the list, accepting a finding of an agreement, and living with it no longer."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page, judged
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FindingRow
from art28.web.clocks.own_duties import NotAhead
from art28.web.portfolio import accepting, queries
from art28.web.portfolio.forms import AcceptForm, WithdrawForm
from art28.web.yardsticks import queries as yardsticks
from art28.web.yardsticks.weighing import weighed

_USUALLY = timedelta(days=365)


@require_safe
@requires(Right.READ)
def risks(request: MemberRequest) -> HttpResponse:
    """The risks that are lived with, the one reviewed first first; and those that were withdrawn."""
    withdrawn = request.GET.get("state") == "withdrawn"
    rows = list(queries.risks(request.organisation, withdrawn=withdrawn)[: queries.TURNS])
    context = {"rows": rows, "withdrawn": withdrawn, "today": timezone.localdate()}
    return render(request, "portfolio/risks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def accept(request: MemberRequest, agreement_id: UUID, finding: str) -> HttpResponse:
    """One finding of an agreement: whether it is lived with and since when; posting accepts it."""
    agreement = agreement_page.found(request, agreement_id)
    row = _finding(agreement, finding)
    history = queries.history_of(agreement, finding)
    if row is None and not history:
        raise Http404
    members = list(accounts.members(request.organisation))
    initial = {"owner": str(request.user.pk), "review_on": timezone.localdate() + _USUALLY}
    form = AcceptForm(request.POST if request.method == "POST" else None, members=members, initial=initial)
    line = judged.finding_lines([row], spoken=agreement.language)[0] if row is not None else None
    if request.method == "POST":
        if not request.membership.may(Right.DECIDE):
            return render(request, "errors/403.html", status=403)
        if line is not None and form.is_valid():
            owner = next(each.user for each in members if str(each.user_id) == form.cleaned_data["owner"])
            try:
                accepting.accept(
                    agreement,
                    finding,
                    about=line.text,
                    reason=form.cleaned_data["reason"],
                    owner=owner,
                    review_on=form.cleaned_data["review_on"],
                    by=request.user,
                    actor=request.actor,
                    now=timezone.now(),
                )
            except NotAhead:
                form.add_error("review_on", _("Choose a day after today."))
            except accepting.StateChanged:
                messages.error(request, _("It was accepted meanwhile; nothing was changed."))
                return HttpResponseRedirect(request.path)
            else:
                messages.success(request, _("Accepted. Its review stands in what is due."))
                return HttpResponseRedirect(request.path)
    context = {
        "agreement": agreement,
        "finding": row,
        "line": line,
        "quotes": [citation["text"] for citation in row.citations if citation["text"]] if row is not None else (),
        "accepted": next((each for each in history if each.withdrawn_at is None), None),
        "history": [each for each in history if each.withdrawn_at is not None],
        "form": form,
        "withdraw_form": WithdrawForm(),
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "portfolio/accept.html", context, status=422 if request.method == "POST" else 200)


def _finding(agreement: Agreement, key: str) -> FindingRow | None:
    """The finding that stands, as it weighs by the profile that counts; the first where several share a key."""
    profile = yardsticks.profile_of(agreement.organisation_id)
    return next((row for row in weighed(agreements.findings_of(agreement), profile) if row.key == key), None)


@require_POST
@requires(Right.DECIDE)
def withdraw(request: MemberRequest, risk_id: UUID) -> HttpResponse:
    """Live with a risk no longer."""
    row = queries.risk(request.organisation, risk_id)
    if row is None:
        raise Http404
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why; then it is withdrawn."))
    else:
        try:
            accepting.withdraw(
                row,
                reason=form.cleaned_data["reason"],
                by=request.user,
                actor=request.actor,
                now=timezone.now(),
            )
        except accepting.StateChanged:
            messages.error(request, _("It was withdrawn already; nothing was changed."))
        else:
            messages.success(request, _("Withdrawn. The finding counts again."))
    return HttpResponseRedirect(reverse("portfolio:accept", args=(row.agreement_id, row.finding)))
