"""Pages: insurance of the parties, disputes and terminations, each as a register and one by one."""

from collections.abc import Mapping
from uuid import UUID

from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import Stage, perform, shown
from art28.web.claims import case_acts, disputing, queries, telling, terminating
from art28.web.claims.cases import Dispute, DisputeState, Ground, Termination, TerminationState
from art28.web.claims.downloading import download
from art28.web.clocks import targets
from art28.web.lifecycle import actions as lives
from art28.web.lifecycle import governing
from art28.web.lifecycle.queries import main_of
from art28.web.lifecycle.telling import REFUSED

PAGE = 50


@require_safe
@requires(Right.READ)
def insurance(request: MemberRequest) -> HttpResponse:
    """The proofs of insurance that are on file."""
    today = timezone.localdate()
    rows = queries.policies(request.organisation, request.GET.dict(), today)
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "q": request.GET.get("q", "")[:80],
        "today": today,
        "soon": today + queries.SOON,
    }
    return render(request, "claims/insurance.html", context)


@require_safe
@requires(Right.READ)
def disputes(request: MemberRequest) -> HttpResponse:
    """The register of disputes."""
    rows = queries.disputes(request.organisation, request.GET.dict())
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "states": DisputeState.choices,
        "q": request.GET.get("q", "")[:80],
    }
    return render(request, "claims/disputes.html", context)


@require_safe
@requires(Right.READ)
def terminations(request: MemberRequest) -> HttpResponse:
    """The register of terminations."""
    rows = queries.terminations(request.organisation, request.GET.dict())
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "states": TerminationState.choices,
        "q": request.GET.get("q", "")[:80],
    }
    return render(request, "claims/terminations.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, register: str, form: str) -> HttpResponseBase:
    """One of the registers as it is asked for, as CSV or XLSX."""
    organisation, given = request.organisation, request.GET.dict()
    if register == "insurance":
        found = queries.policies(organisation, given, timezone.localdate()).iterator(500)
        return download(
            form, _("insurance"), _("Insurance"), telling.policy_columns(), map(telling.policy_cells, found)
        )
    if register == "disputes":
        rows = queries.disputes(organisation, given).iterator(500)
        return download(form, _("disputes"), _("Disputes"), telling.dispute_columns(), map(telling.dispute_cells, rows))
    if register == "terminations":
        ends = queries.terminations(organisation, given).iterator(500)
        heads = telling.termination_columns()
        return download(form, _("terminations"), _("Terminations"), heads, map(telling.termination_cells, ends))
    raise Http404


@require_safe
@requires(Right.READ)
def dispute(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """One dispute."""
    return _dispute(request, _dispute_found(request, case_id), {})


def _dispute(request: MemberRequest, row: Dispute, bound: Mapping[str, Form]) -> HttpResponse:
    context = {
        "row": row,
        "steps": queries.steps(row),
        "points": [each for point, each in queries.clauses(row.agreement).items() if point in disputing.BEFORE],
        "governing": governing.said(row.agreement, "law."),
        "forms": shown(case_acts.DISPUTE, row, None, bound, request.membership.may),
    }
    return render(request, "claims/dispute.html", context, status=422 if bound else 200)


def _dispute_found(request: MemberRequest, case_id: UUID) -> Dispute:
    row = queries.dispute(request.organisation, case_id)
    if row is None:
        raise Http404
    return row


@require_POST
@requires(Right.READ)
def dispute_act(request: MemberRequest, case_id: UUID, name: str) -> HttpResponse:
    """Do something about a dispute."""
    return perform(request, _DISPUTE, name, _dispute_found(request, case_id), None)


@require_safe
@requires(Right.READ)
def termination(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """One termination."""
    return _termination(request, _termination_found(request, case_id), {})


def _termination(request: MemberRequest, row: Termination, bound: Mapping[str, Form]) -> HttpResponse:
    context = {
        "row": row,
        "by_amendment": row.ground == Ground.AMENDMENT,
        "by_failure": row.ground == Ground.BREACH,
        "passed": row.until is not None and row.until < timezone.localdate(),
        "clocks": queries.running_of(row.organisation, terminating.KIND, row.pk),
        "governing": governing.said(row.agreement, "term."),
        "main": main_of(row.agreement),
        "forms": shown(case_acts.TERMINATION, row, None, bound, request.membership.may),
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
    }
    return render(request, "claims/termination.html", context, status=422 if bound else 200)


def _termination_found(request: MemberRequest, case_id: UUID) -> Termination:
    row = queries.termination(request.organisation, case_id)
    if row is None:
        raise Http404
    return row


@require_POST
@requires(Right.READ)
def termination_act(request: MemberRequest, case_id: UUID, name: str) -> HttpResponse:
    """Terminate, or let it go on."""
    return perform(request, _TERMINATION, name, _termination_found(request, case_id), None)


def _why_it_stays(refused: Exception) -> str:
    """Why the agreement can't begin to end, in the words of its stages."""
    return str(REFUSED[refused.why]) if isinstance(refused, lives.Refused) else str(refused)


_DISPUTE = Stage(acts=case_acts.DISPUTE, why_not=case_acts.WHY_NOT, page=_dispute, address=case_acts.dispute_address)
_TERMINATION = Stage(
    acts=case_acts.TERMINATION,
    why_not=case_acts.WHY_NOT,
    page=_termination,
    address=case_acts.termination_address,
    refused=(lives.Refused,),
    says=_why_it_stays,
)
