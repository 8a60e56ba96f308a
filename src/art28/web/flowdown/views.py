"""Pages of contracts with sub-processors: the list, one with its checklist, evaluations and requests to see it."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, Stage, perform, shown
from art28.web.flowdown import actions, acts, lists, queries, showing, telling
from art28.web.flowdown.checklist import checklist
from art28.web.flowdown.forms import AskForm
from art28.web.flowdown.models import Inspection, Result
from art28.web.flowdown.queries import Listed
from art28.web.subprocessors.models import SubProcessor
from art28.web.uploads import takes_files

_PER_PAGE = 50
_MOST_SHOWN = 100


def _said(request: MemberRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:200].strip()


def _listed(request: MemberRequest) -> Any:
    words, lack, sort = (_said(request, name) for name in ("q", "lack", "sort"))
    return queries.listed(request.organisation, words, lack, sort, timezone.localdate())


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """Every sub-processor: its contract, of how many duties that speaks, when it was evaluated and with what result."""
    page = Paginator(_listed(request), _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": queries.with_duties(request.organisation, list(page.object_list)),
        "q": _said(request, "q"),
        "lack": _said(request, "lack"),
        "sort": _said(request, "sort") or "name",
        "lacks": [(each.value, telling.LACKS[each]) for each in queries.LACKS],
        "sorts": telling.SORTS.items(),
        "results": dict(Result.choices),
        "today": timezone.localdate(),
    }
    return render(request, "flowdown/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The list as the page shows it, whole."""
    heads = (
        _("Sub-processor"), _("Contract"), _("Duties laid down"), _("Of"), _("Evaluated on"), _("Result"),
        _("Evaluate again before"), _("Open requests to see it"),
    )  # fmt: skip
    lines = queries.with_duties(request.organisation, list(_listed(request)))
    table = downloads.Table(_("Contracts with sub-processors"), heads, _cells(lines), widths=(28, 36), delimiter=";")
    return downloads.table(table, downloads.dated(_("flow-down")), form)


def _cells(lines: list[Listed]) -> Iterator[tuple[str, ...]]:
    results = dict(Result.choices)
    for each in lines:
        row = each.row
        yield (
            row.name,
            row.agreement.title if row.agreement else "",
            str(each.laid_down),
            str(each.out_of),
            row.evaluated_on.isoformat() if row.evaluated_on else "",
            str(results.get(row.result, "")),
            row.next_on.isoformat() if row.next_on else "",
            str(each.inspections),
        )


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """One sub-processor's checklist."""
    return _page(request, _row(request, sub_processor_id), {})


def _page(request: MemberRequest, row: SubProcessor, bound: Mapping[str, Form]) -> HttpResponse:
    may, today = request.membership.may, timezone.localdate()
    found = checklist(row, today)
    context = {
        "row": row,
        "found": found,
        "lines": showing.shown(found),
        "lacks": [telling.LACKS[each] for each in found.lacks],
        "evaluations": queries.evaluations(row)[:_MOST_SHOWN],
        "clock": actions.clock_of(row.organisation_id, actions.EVALUATION, row.pk),
        "inspections": queries.inspections(request.organisation).filter(sub_processor=row)[:_MOST_SHOWN],
        "forms": shown(acts.SUB_PROCESSOR, row, None, bound, may),
        "may_handle": may(Right.HANDLE),
    }
    return render(request, "flowdown/detail.html", context, status=422 if bound else 200)


_STAGE = Stage(
    acts=acts.SUB_PROCESSOR,
    why_not=telling.WHY_NOT,
    page=_page,
    address=lambda row: reverse("flowdown:detail", args=(row.pk,)),
)


@require_POST
@requires(Right.READ)
def act(request: MemberRequest, sub_processor_id: UUID, name: str) -> HttpResponse:
    """Judge a duty, or keep an evaluation."""
    return perform(request, _STAGE, name, _row(request, sub_processor_id), None)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def ask(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """Keep that a customer asked to see the contract."""
    row, words = _row(request, sub_processor_id), _said(request, "q")
    offered = queries.who_may_ask(request.organisation, words)
    form = AskForm(
        request.POST if request.method == "POST" else None,
        offered=offered,
        initial={"asked_on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        agreement, what = form.asked()
        by = By(request.user, request.actor, timezone.now())
        kept = actions.ask(row, agreement, what, by=by)
        messages.success(request, _("Kept. Its clock runs until it is answered."))
        return HttpResponseRedirect(reverse("flowdown:inspection", args=(kept.pk,)))
    context = {"row": row, "form": form, "q": words, "offered": offered}
    return render(request, "flowdown/ask.html", context, status=422 if request.method == "POST" else 200)


@require_safe
@requires(Right.READ)
def inspections(request: MemberRequest) -> HttpResponseBase:
    """Every request to see a contract, what is open in front."""
    rows, context = queries.inspections(request.organisation), {"today": timezone.localdate()}
    return listing.shown(request, lists.INSPECTIONS, rows, "flowdown/inspections.html", context)


@require_safe
@requires(Right.READ)
def inspection(request: MemberRequest, inspection_id: UUID) -> HttpResponse:
    """One request with its answer."""
    return _inspection_page(request, _inspection(request, inspection_id), {})


def _inspection_page(request: MemberRequest, row: Inspection, bound: Mapping[str, Form]) -> HttpResponse:
    may = request.membership.may
    context = {
        "row": row,
        "forms": shown(acts.INSPECTION, row, None, bound, may) if not row.answer else {},
        "clock": actions.clock_of(row.organisation_id, actions.INSPECTION, row.pk),
        "granting": queries.granting(row.agreement),
    }
    return render(request, "flowdown/inspection.html", context, status=422 if bound else 200)


_INSPECTED = Stage(
    acts=acts.INSPECTION,
    why_not=telling.WHY_NOT,
    page=_inspection_page,
    address=lambda row: reverse("flowdown:inspection", args=(row.pk,)),
)


@takes_files()
@require_POST
@requires(Right.READ)
def inspection_act(request: MemberRequest, inspection_id: UUID, name: str) -> HttpResponse:
    """Answer a request."""
    return perform(request, _INSPECTED, name, _inspection(request, inspection_id), None)


@require_safe
@requires(Right.READ)
def copy(request: MemberRequest, inspection_id: UUID) -> HttpResponse:
    """The copy as it was given, to save; never shown within this site."""
    row = _inspection(request, inspection_id)
    if not row.sha256:
        raise Http404
    return downloads.foreign(bytes(row.bytes.data), row.file_name or "contract")


def _row(request: MemberRequest, sub_processor_id: UUID) -> SubProcessor:
    found = queries.sub_processor(request.organisation, sub_processor_id)
    if found is None:
        raise Http404
    return found


def _inspection(request: MemberRequest, inspection_id: UUID) -> Inspection:
    found = queries.inspection(request.organisation, inspection_id)
    if found is None:
        raise Http404
    return found
