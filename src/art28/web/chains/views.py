"""The chain on screen, as a workbook and as a document; who stands behind suppliers."""

from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from art28.comparing.behind_picture import behind_picture
from art28.comparing.picture import picture
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.chains import exporting, folding, lists, queries, report, showing
from art28.web.yardsticks.showing import language_now


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The picture of the chain, the gaps in it with what closes them or the slack, the countries."""
    found = queries.chain_of(request.organisation, on=timezone.localdate())
    chain, countries = found.chain, showing.countries(found.chain)
    context = {
        "chain": chain,
        "shown": folding.shown(chain, folding.read(request.GET.dict())),
        "counted": showing.counted(chain),
        "without_gaps": showing.without_gaps(chain),
        "unknown": showing.unknown(found.unknown),
        "picture": mark_safe(picture(chain, language_now())),  # noqa: S308 - made by us, names escaped
        "strictest": showing.strictest(chain),
        "countries": countries,
        "outside": sum(not each.in_eea for each in countries),
        "unfiled": showing.unfiled(chain),
    }
    return render(request, "chains/index.html", context)


@require_safe
@requires(Right.READ)
def behind(request: MemberRequest) -> HttpResponseBase:
    """Everybody whom suppliers' agreements name as a sub-processor: through whom, for what and where; as a page or a file."""
    found = queries.named_by_suppliers(request.organisation, on=timezone.localdate())
    tools = listing.asked(request, lists.BEHIND)
    answering = lists.among(found.everybody, tools)
    if form := listing.wanted_form(request):
        return listing.saved(lists.BEHIND.name, lists.BEHIND.columns, lists.lines(answering), form)
    page = Paginator(answering, listing.PAGE).get_page(request.GET.get("page"))
    context = {
        "found": found,
        "tools": tools,
        "page": page,
        "shared": sum(len(each.suppliers) > 1 for each in found.everybody),
        "outside": sum(each.is_outside for each in found.everybody),
        "picture": mark_safe(behind_picture(tuple(page), language_now())),  # noqa: S308 - made by us, names escaped
    }
    return render(request, "chains/behind.html", context)


@require_safe
@requires(Right.READ)
def one_behind(request: MemberRequest, key: str) -> HttpResponse:
    """One of them: what each supplier's agreement says of it. `key` is what its name is compared by."""
    found = queries.named_by_suppliers(request.organisation, on=timezone.localdate())
    each = found.called(key)
    if each is None:
        raise Http404
    context = {
        "behind": each,
        "rows": [lists.row(through) for through in each.through],
        "picture": mark_safe(behind_picture([each], language_now())),  # noqa: S308 - made by us, names escaped
        "may_report": request.membership.may(Right.REPORT_BREACH),
    }
    return render(request, "chains/one_behind.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The chain as XLSX or PDF."""
    if form not in ("xlsx", "pdf"):
        raise Http404
    now = timezone.now()
    chain = queries.chain_of(request.organisation, on=timezone.localdate()).chain
    name = f"{downloads.dated(_('chain'))}.{form}"
    if form == "xlsx":
        return downloads.workbook(exporting.as_workbook(chain), name)
    zone = ZoneInfo(request.organisation.time_zone)
    content = report.as_document(request.organisation.name, chain, zone, now=now)
    return downloads.document(content, name)
