"""The chain on screen, as a workbook and as a document."""

from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from art28.comparing.picture import picture
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.chains import exporting, folding, queries, report, showing
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
